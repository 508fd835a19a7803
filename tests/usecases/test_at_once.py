"""Two at once, on a file and on a server: one wins, the other is told, nothing is done twice."""

import threading
from collections.abc import Callable

import pytest

from returns_desk.domain.batches import BatchState
from returns_desk.domain.credit_refusals import CreditKnown
from returns_desk.domain.money import Money
from returns_desk.domain.packing_refusals import AuthorizationUsed
from returns_desk.domain.refusals import DeskError, WrongState
from returns_desk.exchange.rows import RecallRow
from returns_desk.store.database import Database
from returns_desk.store.work import Work
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.credit_batch import record_credit
from returns_desk.usecases.import_recalls import import_recalls
from returns_desk.usecases.pack_cartons import open_carton, pack_item
from returns_desk.usecases.ship_batch import authorize_batch, ship_batch
from returns_desk.usecases.submit_batch import cancel_batch, pull_item, submit_batch
from tests.builders import SHIRT, Station, decided_shirts, journal, rows
from tests.shops import OnBoth


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Do things at the same moment, each in its own thread; what each gave or how it was refused."""
    start, results = threading.Barrier(len(acts)), [None] * len(acts)

    def run(place: int, act: Callable[[], object]) -> None:
        start.wait()
        try:
            results[place] = act()  # type: ignore[call-overload]
        except DeskError as refusal:
            results[place] = refusal  # type: ignore[call-overload]

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results  # type: ignore[return-value]


@pytest.fixture
def desks(either: Database) -> tuple[Station, Station]:
    first, second = Station(either, "1").begin("dana"), Station(either, "2").begin("omer")
    return first, second


@OnBoth
def test_of_two_supervisors_at_once_one_decides_and_the_other_is_told(desks: tuple[Station, Station]) -> None:
    first, second = desks
    number = decided_shirts(first)
    first.do(submit_batch, number)
    results = at_once(
        lambda: first.do_as("avi", approve_batch, number), lambda: second.do_as("tal", approve_batch, number)
    )
    assert sum(result == WrongState("batch", number, "approved") for result in results) == 1
    assert results.count(None) == 1
    kinds = [kind for kind, _ in journal(first.database)]
    assert (kinds.count("BatchApproved"), kinds.count("DocumentIssued")) == (1, 1)


@OnBoth
def test_a_line_pulled_while_a_supervisor_approves_is_not_approved(desks: tuple[Station, Station]) -> None:
    first, second = desks
    number = decided_shirts(first)
    first.do(submit_batch, number)
    at_once(lambda: first.do_as("avi", approve_batch, number), lambda: second.do(pull_item, number, "IT-1-000001"))
    batch = first.batch(number)
    assert (batch.row.state is BatchState.APPROVED) == (len(batch.lines) == 2)
    assert (batch.row.state is BatchState.COLLECTING) == (len(batch.lines) == 1)


@OnBoth
def test_a_piece_decided_while_its_batch_is_submitted_is_in_or_in_the_next(desks: tuple[Station, Station]) -> None:
    first, second = desks
    first.scan("RR402103114IL", SHIRT, "DO-D", "DO-OK")
    second.scan("RR402100166IL", SHIRT, "DO-D")
    at_once(lambda: first.do(submit_batch, "SB-000001"), lambda: second.scan("DO-OK"))
    submitted = rows(first.database, "SELECT body FROM journal WHERE kind = 'BatchSubmitted'")
    said = 2 if '"lines":2' in submitted[0][0] else 1
    assert len(first.batch("SB-000001").lines) == said


@OnBoth
def test_two_who_decide_for_one_supplier_fill_one_batch(desks: tuple[Station, Station]) -> None:
    first, second = desks
    first.scan("RR402103114IL", SHIRT, "DO-D")
    second.scan("RR402100166IL", SHIRT, "DO-D")
    at_once(lambda: first.scan("DO-OK"), lambda: second.scan("DO-OK"))
    assert rows(first.database, "SELECT count(*) FROM batch_lines") == [(2,)]
    assert rows(first.database, "SELECT count(*) FROM batches") == [(1,)]


@OnBoth
def test_a_parcel_scanned_at_two_stations_at_once_is_open_at_one(desks: tuple[Station, Station]) -> None:
    first, second = desks
    for code in ("RR402103114IL", "RR402101201IL"):
        at_once(lambda code=code: first.scan(code), lambda code=code: second.scan(code))  # type: ignore[misc]
        open_at = rows(first.database, "SELECT count(*) FROM benches WHERE parcel_id IS NOT NULL")
        assert open_at == [(1,)]
        holder = first if first.bench.parcel else second
        holder.scan("DO-NEXT")
        at_once(lambda code=code: first.scan(code), lambda code=code: second.scan(code))  # type: ignore[misc]
        assert rows(first.database, "SELECT count(*) FROM benches WHERE parcel_id IS NOT NULL") == [(1,)]
        (first if first.bench.parcel else second).scan("DO-NEXT")


@OnBoth
def test_two_stations_never_take_more_than_was_announced(desks: tuple[Station, Station]) -> None:
    first, second = desks
    first.scan("RMA-6")
    second.scan("JD014600006281234567", "RMA-6")
    at_once(lambda: first.scan("7290011231088"), lambda: second.scan("7290011231088"))
    assert rows(first.database, "SELECT max(received) FROM rma_lines") == [(1,)]


@OnBoth
def test_a_piece_taken_while_its_notice_comes_in_is_stopped(desks: tuple[Station, Station]) -> None:
    first, second = desks
    second.scan("RR402103114IL")
    taker = threading.Thread(target=second.scan, args=(SHIRT,))

    def notice_comes(work: Work) -> None:
        import_recalls(work, [RecallRow(2, "R-17", SHIRT)])
        taker.start()
        taker.join(0.3)  # as far as it gets before this is done for good

    first.do_as("avi", notice_comes)
    taker.join()
    assert second.item("IT-2-000001").held


def two_batches(first: Station) -> None:
    """Two batches of one supplier, approved."""
    for scans in (("RR402103114IL", SHIRT, "DO-D", "DO-OK"), (SHIRT, "DO-D", "DO-OK")):
        first.scan(*scans)
        number = f"SB-00000{1 + len(rows(first.database, 'SELECT id FROM batches WHERE approved_at IS NOT NULL'))}"
        first.do(submit_batch, number)
        first.do_as("avi", approve_batch, number)


@OnBoth
def test_one_credit_note_is_recorded_once_for_two_batches(desks: tuple[Station, Station]) -> None:
    first, second = desks
    two_batches(first)
    for number in ("SB-000001", "SB-000002"):
        first.do(ship_batch, number)
    results = at_once(
        lambda: first.do_as("avi", record_credit, "SB-000001", "CN-1", Money(100)),
        lambda: second.do_as("tal", record_credit, "SB-000002", "CN-1", Money(100)),
    )
    assert [type(result) for result in results if result] == [CreditKnown]
    assert len(rows(first.database, "SELECT id FROM credits")) == 1


@OnBoth
def test_one_number_of_a_supplier_goes_to_one_of_two_batches(desks: tuple[Station, Station]) -> None:
    first, second = desks
    two_batches(first)
    results = at_once(
        lambda: first.do_as("avi", authorize_batch, "SB-000001", "RGA-1"),
        lambda: second.do_as("tal", authorize_batch, "SB-000002", "RGA-1"),
    )
    assert [type(result) for result in results if result] == [AuthorizationUsed]


@OnBoth
def test_nothing_is_packed_into_goods_that_leave_just_now(desks: tuple[Station, Station]) -> None:
    first, second = desks
    two_batches(first)
    carton = str(first.do_as("avi", open_carton, "SB-000001"))
    results = at_once(
        lambda: first.do_as("avi", cancel_batch, "SB-000001"),
        lambda: second.do_as("tal", pack_item, carton, "IT-1-000001"),
    )
    packed = rows(first.database, "SELECT id FROM batch_lines WHERE carton_id IS NOT NULL")
    assert results[0] is None
    assert (results[1] is None) == bool(packed)
