"""The supervisor's path: a batch gathers, is submitted, approved line by line, shipped, credited, closed."""

from datetime import timedelta

import pytest

from returns_desk.domain.batches import BatchState, LineState
from returns_desk.domain.events import ItemLookedUp
from returns_desk.domain.giving_refusals import NoCertificate
from returns_desk.domain.items import ItemState, StockStatus
from returns_desk.domain.money import Money
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.refusals import (
    ApprovalNeeded,
    BadValue,
    CannotUndo,
    NotAllowed,
    NotFound,
    NothingInBatch,
    OwnWork,
    WrongState,
)
from returns_desk.usecases import look
from returns_desk.usecases.approve_batch import approve_batch, reject_batch, send_batch_back
from returns_desk.usecases.credit_batch import close_batch, record_credit
from returns_desk.usecases.issue_slip import preview_slip, print_slip
from returns_desk.usecases.ship_batch import authorize_batch, pack_batch, ship_batch
from returns_desk.usecases.submit_batch import cancel_batch, pull_item, submit_batch, withdraw_batch
from returns_desk.usecases.undo import undo
from tests.builders import SHIRT, TODAY, Station, decided_kettle, decided_shirts, journal, rows


@pytest.fixture
def shirts(station: Station) -> str:
    """A submitted batch of two shirts for TAVOR, who asks for no number of its own."""
    number = decided_shirts(station)
    station.do(submit_batch, number)
    return number


@pytest.fixture
def kettle(station: Station) -> str:
    """An approved batch with the kettle for GALIL, who must give a number first."""
    number = decided_kettle(station)
    station.do(submit_batch, number)
    station.do_as("avi", approve_batch, number)
    return number


def state(station: Station, number: str) -> BatchState:
    return station.batch(number).row.state


def lines(station: Station, number: str) -> dict[str, LineState]:
    return {line.item.number: line.state for line in station.batch(number).lines}


def kinds(station: Station) -> list[str]:
    return [kind for kind, _ in journal(station.database)]


def test_decided_pieces_gather_by_themselves(station: Station) -> None:
    batch = station.batch(decided_shirts(station))
    assert (batch.row.state, len(batch.lines)) == (BatchState.COLLECTING, 2)
    assert batch.totals.gross == Money(6_666)
    # 90 % of 33.33 is 29.997, rounded to 30.00 a line; 3 % freight of the whole is 2.00
    assert (batch.totals.expected, batch.totals.freight) == (Money(6_000 - 200), Money(200))
    assert batch.row.missing_to_minimum == Money(15_000 - 6_666)


def test_what_the_list_says_is_what_the_batch_says(station: Station) -> None:
    batch = station.batch(decided_shirts(station))
    assert batch.row.expected == batch.totals.expected
    assert sum(line.credit.minor for line in batch.lines) - batch.totals.freight.minor == batch.totals.expected.minor


def test_a_batch_waits_for_a_supervisor_and_gets_its_paper_with_the_approval(station: Station, shirts: str) -> None:
    assert state(station, shirts) is BatchState.SUBMITTED
    assert station.batch(shirts).slip == ""
    station.do_as("avi", approve_batch, shirts)
    batch = station.batch(shirts)
    assert (batch.row.state, batch.slip) == (BatchState.APPROVED, "SR-2026-000001")
    assert batch.approved_by is not None
    assert batch.approved_by.name == "Avi"
    assert set(lines(station, shirts).values()) == {LineState.APPROVED}


def test_whoever_submitted_a_batch_never_approves_it(station: Station) -> None:
    number = decided_shirts(station)
    station.do_as("avi", submit_batch, number)
    for usecase in (approve_batch, send_batch_back, reject_batch):
        note = () if usecase is approve_batch else ("no",)
        assert station.refusal(station.signature("avi"), usecase, number, *note) == OwnWork()  # type: ignore[arg-type]
    station.do_as("tal", approve_batch, number)
    assert state(station, number) is BatchState.APPROVED


def test_an_approval_counts_only_with_the_pin_and_the_right(station: Station, shirts: str) -> None:
    assert isinstance(station.refusal(AT_THE_BENCH, approve_batch, shirts), NotAllowed)
    assert isinstance(station.refusal(station.signature("avi", proven=False), approve_batch, shirts), ApprovalNeeded)
    assert isinstance(station.refusal(station.signature("omer"), approve_batch, shirts), NotAllowed)
    assert state(station, shirts) is BatchState.SUBMITTED


def test_whoever_may_not_is_told_so_before_anything_else(station: Station, shirts: str) -> None:
    for usecase in (send_batch_back, reject_batch):
        assert isinstance(station.refusal(AT_THE_BENCH, usecase, shirts, " "), NotAllowed)


def test_a_decided_batch_is_not_decided_again(station: Station, shirts: str) -> None:
    station.do_as("avi", approve_batch, shirts)
    again = station.refusal(station.signature("tal"), approve_batch, shirts)
    assert again == WrongState("batch", shirts, "approved")
    assert kinds(station).count("BatchApproved") == 1


def test_a_line_that_is_sent_back_waits_for_another_decision(station: Station, shirts: str) -> None:
    station.do_as("avi", approve_batch, shirts, ("IT-1-000002",), "photo missing")
    item = station.item("IT-1-000002")
    assert (item.state, item.batch, item.stock) == (ItemState.INSPECTED, "", StockStatus.QUARANTINE)
    assert lines(station, shirts) == {"IT-1-000001": LineState.APPROVED}
    assert station.batch(shirts).totals.gross == Money(3_333)
    station.scan("IT-1-000002", "DO-RECYCLE", "DO-O-SHOP")
    assert station.item("IT-1-000002").batch == "RB-000001"


def test_a_line_that_is_not_there_cannot_be_sent_back(station: Station, shirts: str) -> None:
    refusal = station.refusal(station.signature("avi"), approve_batch, shirts, ("IT-9-000009",))
    assert refusal == NotFound("item", "IT-9-000009")


def test_a_batch_of_which_nothing_is_approved_is_sent_back_whole(station: Station, shirts: str) -> None:
    station.do_as("avi", approve_batch, shirts, ("IT-1-000001", "IT-1-000002"), "photos")
    assert (state(station, shirts), station.batch(shirts).slip) == (BatchState.SENT_BACK, "")
    assert isinstance(station.refusal(AT_THE_BENCH, submit_batch, shirts), NothingInBatch)
    station.do(cancel_batch, shirts)
    assert station.item("IT-1-000001").state is ItemState.INSPECTED
    station.scan("IT-1-000001", "DO-OK")
    assert station.item("IT-1-000001").batch == "SB-000002"


def test_a_batch_that_was_sent_back_is_submitted_without_the_marked_line(station: Station, shirts: str) -> None:
    station.do_as("avi", send_batch_back, shirts, "wrong carton", ("IT-1-000001",))
    assert lines(station, shirts) == {"IT-1-000001": LineState.SENT_BACK, "IT-1-000002": LineState.IN}
    assert station.batch(shirts).totals.gross == Money(3_333)
    station.do(submit_batch, shirts)
    assert lines(station, shirts) == {"IT-1-000002": LineState.IN}
    assert station.item("IT-1-000001").state is ItemState.INSPECTED
    assert isinstance(station.refusal(AT_THE_BENCH, undo), CannotUndo)
    assert state(station, shirts) is BatchState.SUBMITTED


@pytest.mark.parametrize("usecase", [send_batch_back, reject_batch])
@pytest.mark.parametrize("note", ["", "   ", "\x00\n"])
def test_sending_back_and_rejecting_need_a_note(station: Station, shirts: str, usecase: object, note: str) -> None:
    assert station.refusal(station.signature("avi"), usecase, shirts, note) == BadValue("note", "")  # type: ignore[arg-type]


def test_a_rejected_batch_lets_its_pieces_go(station: Station, shirts: str) -> None:
    station.do_as("avi", reject_batch, shirts, "not worth the freight")
    assert (state(station, shirts), lines(station, shirts)) == (BatchState.REJECTED, {})
    told = [type(entry.event).__name__ for entry in station.desk.read(look.timeline_of, "item", "IT-1-000001")]
    assert told[-1] == "LinePulled"


def test_pulling_a_line_takes_the_submission_back(station: Station, shirts: str) -> None:
    station.do(pull_item, shirts, "it-1-000001")
    assert state(station, shirts) is BatchState.COLLECTING
    assert isinstance(station.refusal(station.signature("avi"), approve_batch, shirts), WrongState)
    assert station.batch(shirts).prepared_by is None


def test_a_line_is_not_pulled_out_of_an_approved_batch(station: Station, shirts: str) -> None:
    station.do_as("avi", approve_batch, shirts)
    assert isinstance(station.refusal(AT_THE_BENCH, pull_item, shirts, "IT-1-000001"), WrongState)


def test_a_submission_is_withdrawn_or_undone_until_somebody_decided(station: Station, shirts: str) -> None:
    station.do(withdraw_batch, shirts)
    assert state(station, shirts) is BatchState.COLLECTING
    station.do(submit_batch, shirts)
    station.scan("DO-UNDO")
    assert state(station, shirts) is BatchState.COLLECTING
    station.do(submit_batch, shirts)
    station.do_as("avi", approve_batch, shirts)
    assert isinstance(station.refused("DO-UNDO"), CannotUndo)
    assert isinstance(station.refusal(AT_THE_BENCH, withdraw_batch, shirts), WrongState)


def test_an_undo_never_takes_back_what_another_submitted(station: Station, shirts: str) -> None:
    station.do(withdraw_batch, shirts)
    station.do_as("omer", submit_batch, shirts)
    assert isinstance(station.refused("DO-UNDO"), CannotUndo)
    assert state(station, shirts) is BatchState.SUBMITTED


def test_an_empty_batch_is_not_submitted(station: Station) -> None:
    number = decided_kettle(station)
    station.scan("DO-UNDO")
    assert station.refusal(AT_THE_BENCH, submit_batch, number) == NothingInBatch(number)


def test_a_decision_is_not_undone_once_its_batch_went_on(station: Station) -> None:
    number = decided_kettle(station)
    station.do_as("omer", submit_batch, number)
    assert isinstance(station.refused("DO-UNDO"), CannotUndo)
    assert station.item("IT-1-000001").state is ItemState.BATCHED


def test_what_is_decided_after_the_submission_waits_for_the_next_batch(station: Station) -> None:
    station.scan("RR402103114IL", SHIRT, "DO-D", "DO-OK")
    station.do(submit_batch, "SB-000001")
    station.scan(SHIRT, "DO-D", "DO-OK")
    assert station.item("IT-1-000002").batch == "SB-000002"
    assert len(lines(station, "SB-000001")) == 1


def test_a_supplier_who_must_give_a_number_is_waited_for(station: Station, kettle: str) -> None:
    assert state(station, kettle) is BatchState.AWAITING_AUTHORIZATION
    assert isinstance(station.refusal(AT_THE_BENCH, ship_batch, kettle), WrongState)
    assert isinstance(station.refusal(AT_THE_BENCH, pack_batch, kettle, 1), WrongState)
    station.do(authorize_batch, kettle, " RGA-77 ", TODAY + timedelta(days=30))
    assert (state(station, kettle), station.batch(kettle).authorization) == (BatchState.AUTHORIZED, "RGA-77")


def test_the_paper_is_issued_anew_with_the_suppliers_number(station: Station, kettle: str) -> None:
    station.do(print_slip, kettle, "he", "folder")
    station.do(authorize_batch, kettle, "RGA-77")
    assert station.batch(kettle).slip == "SR-2026-000002"
    printed = station.do(print_slip, kettle, "he", "folder")
    assert (printed.content.references.authorization, printed.copy, printed.cancelled) == ("RGA-77", 0, False)


def test_a_void_paper_keeps_its_number_and_says_that_it_is_void(station: Station, kettle: str) -> None:
    station.do(print_slip, kettle, "he", "folder")
    station.do(authorize_batch, kettle, "RGA-77")
    old = station.do(print_slip, "SR-2026-000001", "he", "folder")
    assert (old.content.number, old.copy, old.cancelled) == ("SR-2026-000001", 1, True)
    station.do_as("avi", cancel_batch, kettle, "came back")
    void = station.do(print_slip, kettle, "he", "folder")
    assert (void.content.number, void.cancelled) == ("SR-2026-000002", True)
    assert kinds(station).count("DocumentCancelled") == 2


def test_an_authorization_needs_a_number(station: Station, kettle: str) -> None:
    assert isinstance(station.refusal(AT_THE_BENCH, authorize_batch, kettle, " \x00 "), BadValue)


def test_goods_leave_no_later_than_the_suppliers_last_day(station: Station, kettle: str) -> None:
    station.do(authorize_batch, kettle, "RGA-77", TODAY + timedelta(days=2))
    station.do(pack_batch, kettle, 1, 1_500)
    station.clock.forward(days=3)
    assert station.refusal(AT_THE_BENCH, ship_batch, kettle) == WrongState("batch", kettle, "authorization expired")
    station.do(authorize_batch, kettle, "RGA-78", TODAY + timedelta(days=10))
    station.do(ship_batch, kettle, "UPS", "1Z999", "Yossi")
    assert state(station, kettle) is BatchState.SHIPPED


def test_goods_may_leave_on_the_suppliers_last_day(station: Station, kettle: str) -> None:
    station.do(authorize_batch, kettle, "RGA-77", TODAY)
    station.do(ship_batch, kettle)
    assert station.item("IT-1-000001").state is ItemState.GONE
    assert station.item("IT-1-000001").stock is StockStatus.GONE


@pytest.mark.parametrize(("packages", "weight"), [(0, 0), (-1, 0), (10_000, 0), (1, -1), (1, 10**9)])
def test_impossible_boxes_are_refused(station: Station, shirts: str, packages: int, weight: int) -> None:
    station.do_as("avi", approve_batch, shirts)
    assert isinstance(station.refusal(AT_THE_BENCH, pack_batch, shirts, packages, weight), BadValue)


def test_what_left_the_house_is_neither_undone_nor_cancelled(station: Station, shirts: str) -> None:
    station.do_as("avi", approve_batch, shirts)
    station.do(ship_batch, shirts)
    assert isinstance(station.refusal(station.signature("avi"), cancel_batch, shirts), WrongState)
    assert isinstance(station.refused("DO-UNDO"), CannotUndo)
    (told,) = station.scan("IT-1-000001")
    assert isinstance(told, ItemLookedUp)
    assert (told.stands, told.batch) == ("gone", shirts)


def test_an_approved_batch_is_cancelled_only_by_a_supervisor(station: Station, shirts: str) -> None:
    station.do_as("avi", approve_batch, shirts)
    assert isinstance(station.refusal(AT_THE_BENCH, cancel_batch, shirts), NotAllowed)
    assert isinstance(station.refusal(station.signature("avi", proven=False), cancel_batch, shirts), ApprovalNeeded)
    station.do_as("avi", cancel_batch, shirts)
    assert state(station, shirts) is BatchState.CANCELLED
    assert rows(station.database, "SELECT number, cancelled FROM documents") == [("SR-2026-000001", 1)]


def test_numbers_of_cancelled_papers_are_never_used_again(station: Station, shirts: str) -> None:
    station.do_as("avi", approve_batch, shirts)
    station.do_as("avi", cancel_batch, shirts)
    for item in ("IT-1-000001", "IT-1-000002"):
        station.scan(item, "DO-OK")
    station.do(submit_batch, "SB-000002")
    station.do_as("avi", approve_batch, "SB-000002")
    assert station.batch("SB-000002").slip == "SR-2026-000002"


def test_the_original_is_printed_once_and_copies_after_it(station: Station, shirts: str) -> None:
    assert station.do(print_slip, shirts, "he", "folder").copy is None
    station.do_as("avi", approve_batch, shirts)
    assert station.desk.read(preview_slip, shirts).copy is None
    assert [station.do(print_slip, shirts, "he", "folder").copy for _ in range(3)] == [0, 1, 2]
    assert station.desk.read(preview_slip, shirts).copy == 2


def test_a_second_original_needs_a_supervisor_and_a_reason(station: Station, shirts: str) -> None:
    station.do_as("avi", approve_batch, shirts)
    station.do(print_slip, shirts, "he", "folder")
    again = {"again": True, "reason": "wet"}
    assert isinstance(station.refusal(AT_THE_BENCH, print_slip, shirts, "he", "x", **again), NotAllowed)
    unproven = station.signature("avi", proven=False)
    assert isinstance(station.refusal(unproven, print_slip, shirts, "he", "x", **again), ApprovalNeeded)
    avi = station.signature("avi")
    assert isinstance(station.refusal(avi, print_slip, shirts, "he", "x", again=True, reason=" "), BadValue)
    assert station.do_as("avi", print_slip, shirts, "he", "x", **again).copy == 0
    assert station.do(print_slip, shirts, "he", "folder").copy == 2


def test_a_paper_says_for_ever_what_it_said_when_it_was_issued(station: Station, shirts: str) -> None:
    station.do_as("avi", approve_batch, shirts)
    first = station.do(print_slip, shirts, "he", "folder").content
    station.do(pack_batch, shirts, 3, 900)
    assert station.do(print_slip, shirts, "he", "folder").content == first
    stored = rows(station.database, "SELECT sha256 FROM documents")[0][0]
    assert stored == first.sha256()


def shipped(station: Station, number: str) -> str:
    station.do_as("avi", approve_batch, number)
    station.do(ship_batch, number)
    return number


def test_a_credit_in_parts_is_whole_in_the_end(station: Station, shirts: str) -> None:
    shipped(station, shirts)
    station.do_as("avi", record_credit, shirts, "CN-1", Money(3_000))
    assert state(station, shirts) is BatchState.PARTLY_CREDITED
    station.do_as("avi", record_credit, shirts, "CN-2", Money(2_800))
    assert state(station, shirts) is BatchState.CREDITED
    assert station.batch(shirts).credited == Money(5_800)
    station.do_as("avi", close_batch, shirts)
    assert state(station, shirts) is BatchState.CLOSED


def test_a_batch_waits_for_its_credit_before_it_closes(station: Station, shirts: str) -> None:
    shipped(station, shirts)
    assert isinstance(station.refusal(station.signature("avi"), close_batch, shirts), WrongState)
    station.do_as("avi", record_credit, shirts, "CN-1", Money(100))
    assert isinstance(station.refusal(station.signature("avi"), close_batch, shirts), WrongState)


def test_a_charity_gives_no_credit_and_closes_once_it_has_the_goods(station: Station) -> None:
    station.scan("RR402101201IL", "7290011232016", "DO-C", "DO-OK")
    number = "DB-000001"
    station.do(submit_batch, number)
    shipped(station, number)
    assert station.batch(number).slip == "DN-2026-000001"
    assert isinstance(station.refusal(station.signature("avi"), record_credit, number, "CN-1", Money(1)), WrongState)
    assert isinstance(station.refusal(station.signature("avi"), close_batch, number), NoCertificate)
    station.do_as("avi", close_batch, number, "the charity gives none")
    assert state(station, number) is BatchState.CLOSED


def test_nothing_is_recorded_for_a_batch_that_is_not_there(station: Station) -> None:
    for usecase in (submit_batch, withdraw_batch, cancel_batch, ship_batch):
        assert station.refusal(AT_THE_BENCH, usecase, "SB-\ud800\x009") == NotFound("batch", "SB-\ud800\x009")
