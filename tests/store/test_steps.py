"""A step is done whole, once, and by one alone."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pysqlite3.dbapi2 as sqlite
import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm.exc import StaleDataError

from returns_desk.desk import Desk
from returns_desk.domain.events import ShopStarted
from returns_desk.domain.people import AT_THE_BENCH, Signature
from returns_desk.domain.refusals import AnswerLost, ChangedMeanwhile, StoreRefused
from returns_desk.store.database import Database
from returns_desk.store.faults import TryAgain, translate
from returns_desk.store.ids import new_id
from returns_desk.store.numbers import next_number
from returns_desk.store.records import BatchRecord, ParcelRecord
from returns_desk.store.work import Seat, Work
from returns_desk.usecases.handle_scan import handle_scan
from tests.builders import Station, journal, rows
from tests.fakes import FakeClock
from tests.shops import OnBoth

NOWHERE = Seat("", "", "")


@contextmanager
def working(database: Database) -> Iterator[Work]:
    with database.work(NOWHERE, Signature(), FakeClock()(), new_id()) as work:
        yield work


def fail_after(database: Database, begin: Callable[[Work], object]) -> None:
    with working(database) as work:
        begin(work)
        raise ZeroDivisionError


@OnBoth
def test_numbers_have_no_gaps_whatever_fails(either: Database) -> None:
    for expected in range(1, 6):
        with pytest.raises(ZeroDivisionError):
            fail_after(either, lambda work: next_number(work.session, "series"))
        with working(either) as work:
            assert next_number(work.session, "series") == expected


@OnBoth
def test_two_at_once_never_get_the_same_number(either: Database) -> None:
    given: list[int] = []

    def take() -> None:
        for _ in range(15):
            with working(either) as work:
                given.append(next_number(work.session, "series"))

    threads = [threading.Thread(target=take) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(given) == list(range(1, 46))


@OnBoth
def test_of_two_who_change_the_same_thing_one_wins(either: Database) -> None:
    def late(database: Database) -> None:
        with working(database) as work:
            parcel = work.session.query(ParcelRecord).filter_by(number="RR402101201IL").one()
            work.session.execute(text("UPDATE parcels SET version = version + 1, carrier = 'first'"))
            parcel.carrier = "second"

    with working(either) as work:
        work.session.query(ParcelRecord).filter_by(number="RR402101201IL").one().carrier = "first"
    with pytest.raises(TryAgain):
        late(either)
    assert rows(either, "SELECT carrier FROM parcels WHERE number = 'RR402101201IL'") == [("first",)]


class Faulty:
    """A use case that counts its runs and fails as told before the commit."""

    def __init__(self, *faults: Exception) -> None:
        self.faults = list(faults)
        self.runs = 0

    def __call__(self, work: Work) -> int:
        self.runs += 1
        work.record(ShopStarted(name=f"run {self.runs}"))
        if self.faults:
            raise self.faults.pop(0)
        return self.runs


def started(station: Station) -> int:
    return sum(1 for kind, body in journal(station.database) if kind == "ShopStarted" and "run" in body)


@OnBoth
def test_a_step_that_met_a_passing_fault_is_done_by_a_later_try(either: Database) -> None:
    station, usecase = Station(either), Faulty(TryAgain(), TryAgain())
    done = station.desk.run(AT_THE_BENCH, usecase)
    assert (done.answer, done.already, usecase.runs, started(station)) == (3, False, 3, 1)


def fault_after_commit(monkeypatch: pytest.MonkeyPatch, fault: Callable[[], Exception]) -> None:
    """Let the next unit of work be committed, and its success be lost on the way back."""
    whole = Database.work
    left = [fault]

    @contextmanager
    def work(self: Database, seat: Seat, who: Signature, now: object, step_id: str) -> Iterator[Work]:
        with whole(self, seat, who, now, step_id) as opened:  # type: ignore[arg-type]
            yield opened
        if left:
            raise left.pop()()

    monkeypatch.setattr(Database, "work", work)


@OnBoth
def test_a_step_whose_success_was_lost_is_found_done_and_not_done_twice(
    either: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    station, usecase = Station(either), Faulty()
    fault_after_commit(monkeypatch, TryAgain)
    done = station.desk.run(AT_THE_BENCH, usecase)
    assert (done.already, usecase.runs, started(station)) == (True, 1, 1)
    assert [type(event).__name__ for event in done.events] == ["ShopStarted"]
    with pytest.raises(AnswerLost):
        _ = done.answer


@OnBoth
def test_an_item_is_not_taken_twice_when_the_answer_was_lost(either: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    station = Station(either).begin()
    station.scan("RR402103114IL")
    fault_after_commit(monkeypatch, TryAgain)
    events = station.desk.run(AT_THE_BENCH, handle_scan, "7290011233013").events
    assert "ItemTaken" in [type(event).__name__ for event in events]
    assert rows(either, "SELECT count(*) FROM items") == [(1,)]
    assert rows(either, "SELECT sum(received) FROM rma_lines") == [(1,)]


def test_a_step_that_never_gets_through_is_given_up_in_plain_words(
    shop: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("returns_desk.desk._PAUSES", (0.0001, 0.0001))
    station = Station(shop)
    with pytest.raises(StoreRefused, match="locked"):
        station.desk.run(AT_THE_BENCH, Faulty(*[TryAgain() for _ in range(9)]))
    with pytest.raises(ChangedMeanwhile):
        station.desk.run(AT_THE_BENCH, Faulty(*[StaleDataError() for _ in range(9)]))
    assert started(station) == 0


def test_looking_meets_passing_faults_as_calmly_as_doing(shop: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("returns_desk.desk._PAUSES", (0.0001, 0.0001))
    desk = Station(shop).desk
    assert desk.read(Faulty(TryAgain())) == 2
    with pytest.raises(StoreRefused, match="locked"):
        desk.read(Faulty(*[TryAgain() for _ in range(9)]))


def test_a_mistake_of_ours_leaves_nothing(station: Station) -> None:
    before = rows(station.database, "SELECT count(*) FROM journal")
    with pytest.raises(ZeroDivisionError):
        station.desk.run(AT_THE_BENCH, Faulty(ZeroDivisionError()))
    assert rows(station.database, "SELECT count(*) FROM journal") == before


@OnBoth
def test_two_stations_of_one_name_started_at_once_are_one(either: Database) -> None:
    seats: list[Seat] = []
    threads = [threading.Thread(target=lambda: seats.append(Desk(either, "nine").seat)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seats) == 4
    assert len(set(seats)) == 1


@OnBoth
def test_looking_changes_nothing(either: Database) -> None:
    def change(work: Work) -> None:
        work.session.query(BatchRecord).delete()
        work.session.query(ParcelRecord).update({"carrier": "changed"})

    Station(either).desk.read(change)
    assert rows(either, "SELECT count(*) FROM parcels WHERE carrier = 'changed'") == [(0,)]


@pytest.mark.parametrize(
    ("code", "fact"), [(13, "full"), (10, "full"), (8, "read-only"), (11, "damaged"), (26, "foreign"), (5, None)]
)
def test_each_fault_of_the_file_has_one_meaning(code: int, fact: str | None) -> None:
    fault = sqlite.OperationalError("whatever the text")
    fault.sqlite_errorcode = code | 0x300
    meant = translate(OperationalError("", {}, fault))
    assert isinstance(meant, StoreRefused) == (fact is not None)
    assert getattr(meant, "fact", None) == fact


def test_a_full_disk_is_said_to_be_full_and_nothing_is_lost(station: Station) -> None:
    with station.database.engine.execution_options(reading=True).connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    raw = [station.database.engine.raw_connection() for _ in range(5)]
    for connection in raw:
        connection.cursor().execute(f"PRAGMA max_page_count={pages}")
    for connection in raw:
        connection.close()
    before = rows(station.database, "SELECT count(*) FROM journal")
    told = next(filter(lambda refusal: isinstance(refusal, StoreRefused), map(station.refused, ["junk!" * 15] * 200)))
    assert told == StoreRefused("full", "database or disk is full")
    assert rows(station.database, "SELECT count(*) FROM journal")[0][0] >= before[0][0]
