"""The moves of the stock for another system: it asks again and again, misses nothing, and gets nothing twice."""

import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest

from returns_desk.domain.items import StockStatus
from returns_desk.domain.people import Signature
from returns_desk.domain.refusals import BadValue, DeskError, NotFound
from returns_desk.store.database import Database
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.returns import item_by_number
from returns_desk.store.lookups.stock import Span, every_move, stock_sums
from returns_desk.store.work import Work
from returns_desk.usecases.export_movements import COLUMNS, export_movements
from returns_desk.usecases.import_expected import import_expected
from returns_desk.usecases.verify_books import verify_books
from returns_desk.wording import Words
from tests.builders import CABLE, KETTLE, SHIRT, Station, expected
from tests.fakes import MORNING
from tests.shops import OnBoth

Told = list[dict[str, Any]]


def _moves(station: Station, since: str = "", until: str = "") -> Told:
    told: Told = []

    def write(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        told.extend(dict(zip(columns, row, strict=True)) for row in rows)

    station.desk.read(export_movements, write, Words("en"), since, until)
    return told


def _ways(told: Told) -> list[tuple[str, str, int]]:
    return [(row["from_status"], row["to_status"], row["quantity"]) for row in told]


@OnBoth
def test_the_way_of_a_piece_is_told_with_whoever_did_it(either: Database) -> None:
    station = Station(either).begin()
    before = _moves(station)[-1]["id"]
    station.scan("RR402103114IL", SHIRT, "DO-A", "DO-RESTOCK")
    told = _moves(station, before)
    assert _ways(told) == [("expected", "quarantine", 1), ("quarantine", "available", 1)]
    assert [(row["from_place"], row["to_place"]) for row in told] == [("", ""), ("", "A-02-1")]
    assert {(row["item"], row["sku"], row["station"], row["person"]) for row in told} == {
        ("IT-1-000001", "SHIRT", "1", "Dana")
    }
    assert "IT-1-000001" in told[1]["what"]
    assert tuple(told[0]) == COLUMNS
    station.scan("DO-UNDO")
    assert _ways(_moves(station, told[-1]["id"])) == [("available", "quarantine", 1)]


@OnBoth
def test_whoever_asks_after_the_last_id_gets_every_move_once(either: Database) -> None:
    first, second = Station(either, "1").begin(), Station(either, "2").begin("omer")
    got = _moves(first)
    steps = [
        (first, "RR402101201IL"), (second, "RR402103114IL"), (second, SHIRT), (first, KETTLE), (first, "DO-D"),
        (second, "DO-A"), (second, "DO-OK"), (first, "DO-OK"),
    ]  # fmt: skip
    for station, scan in steps:
        station.scan(scan)
        got += _moves(first, got[-1]["id"])
    assert got == _moves(first)
    assert len({row["id"] for row in got}) == len(got)


@OnBoth
def test_a_move_that_is_not_committed_yet_holds_back_those_after_it(either: Database) -> None:
    """Else whoever took the later one would never ask for the earlier one again."""
    first, second = Station(either, "1").begin(), Station(either, "2").begin("omer")
    first.scan("RR402101201IL", KETTLE)
    second.scan("RR402103114IL")
    last = _moves(first)[-1]["id"]
    other = threading.Thread(target=second.scan, args=(SHIRT,))
    with either.work(first.desk.seat, Signature(), MORNING, new_id()) as work:
        item = item_by_number(work.session, "IT-1-000001")
        assert item is not None
        item.place = "B-1"
        work.flush()
        work._ledger.write(work.session, work.step_id, work.seat.station_id, work.now)
        other.start()
        assert _moves(first, last) == []
    other.join()
    assert [(row["sku"], row["to_place"]) for row in _moves(first, last)] == [("KETTLE", "B-1"), ("SHIRT", "")]


def test_what_others_do_while_it_is_read_comes_now_or_the_next_time(
    station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("returns_desk.store.lookups.stock._PIECE", 2)
    other = Station(station.database, "2").begin("omer")
    scans = iter(["RR402103114IL", SHIRT, "DO-A", "DO-OK", SHIRT, "DO-A", "DO-OK"])
    got: list[int] = []

    def read(work: Work) -> None:
        for row in every_move(work.session, Span(), ()):
            got.append(row.move.seq)
            other.scan(next(scans, "DO-CLOSE"))

    station.desk.read(read)
    station.desk.read(lambda work: got.extend(row.move.seq for row in every_move(work.session, Span(got[-1]), ())))
    assert got == list(range(1, len(got) + 1))
    assert len(got) == len(_moves(station))


def test_a_day_or_a_moment_says_from_when_and_to_when(station: Station) -> None:
    announced = len(_moves(station))
    station.clock.now = MORNING + timedelta(days=1)
    station.scan("RR402101201IL", KETTLE)
    day = station.clock.now.astimezone().date()
    assert len(_moves(station, str(day))) == 1
    assert len(_moves(station, until=str(day - timedelta(days=1)))) == announced
    assert len(_moves(station, until=str(day))) == announced + 1
    moment = (station.clock.now - timedelta(seconds=1)).isoformat()
    assert len(_moves(station, moment)) == 1
    assert len(_moves(station, until=moment.replace("+00:00", "Z"))) == announced
    assert (
        len(_moves(station, (station.clock.now - timedelta(hours=1)).astimezone().replace(tzinfo=None).isoformat()))
        == 1
    )


@pytest.mark.parametrize(
    "since", ["yesterday", "2026-02-30", "2026-11-22T25:00", "0", "'; DROP TABLE items", "1" * 300]
)
def test_what_is_no_moment_is_refused(station: Station, since: str) -> None:
    with pytest.raises(BadValue):
        _moves(station, since)
    with pytest.raises(BadValue):
        _moves(station, until=since)


def test_an_id_that_no_move_has_is_refused_and_an_end_before_the_beginning(station: Station) -> None:
    with pytest.raises(NotFound):
        _moves(station, new_id())
    with pytest.raises(BadValue):
        _moves(station, "2026-11-22", "2026-11-20")


def test_an_id_may_be_written_as_other_systems_keep_it(station: Station) -> None:
    first = _moves(station)[0]["id"]
    hyphens = f"{first[:8]}-{first[8:12]}-{first[12:16]}-{first[16:20]}-{first[20:]}".upper()
    assert _moves(station, hyphens) == _moves(station)[1:]


@OnBoth
def test_everything_that_befalls_pieces_is_in_the_books(either: Database) -> None:
    """Put back, strange, held, more than announced, counted, split, merged, taken back."""
    station = Station(either).begin()
    for scan in (
        "RR402101201IL", KETTLE, "DO-UNDO", KETTLE, "DO-A", "DO-HOLD", "DO-H-OTHER", SHIRT, "DO-OK", "DO-X", "DO-HOLD",
        "DO-H-OTHER", "DO-CLOSE", "DO-OK", "RR402100166IL", CABLE, "7", "DO-OK", "DO-SPLIT", "3", "DO-MERGE",
        "IT-1-000003", "DO-UNDO", "DO-C", "DO-DONATE", "DO-O-OTHER", "DO-UNDO", "DO-UNDO",
    ):  # fmt: skip
        with suppress(DeskError):
            station.scan(scan)
        assert station.desk.read(verify_books) == (), scan


@OnBoth
def test_what_is_expected_follows_the_announcement(either: Database) -> None:
    station = Station(either).begin()
    station.scan("RR402103114IL", SHIRT)
    for announced in (5, 3, 1, 4):
        station.do_as("avi", import_expected, [expected("RMA-4", "SHIRT", announced, tracking=("RR402103114IL",))])
        assert station.desk.read(verify_books) == ()
    waits = [(status, quantity) for _, status, _, quantity in station.desk.read(lambda w: list(stock_sums(w.session)))]
    assert (StockStatus.EXPECTED, 4) in waits  # three more of this return, one of another
    station.do_as("avi", import_expected, [expected("RMA-4", "KETTLE", 2, tracking=("RR402103114IL",))])
    assert station.desk.read(verify_books) == ()
