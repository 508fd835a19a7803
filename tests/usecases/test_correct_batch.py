"""What left on paper and not in the box: a numbered paper corrects the slip, and the piece is here again."""

import pytest

from returns_desk.domain.batches import BatchState
from returns_desk.domain.correction_refusals import CreditedAlready, LineCredited, NotCorrected
from returns_desk.domain.corrections import Correction
from returns_desk.domain.credits import ShortReason
from returns_desk.domain.items import ItemState, StockStatus
from returns_desk.domain.money import Money
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import ApprovalNeeded, BadValue, CannotUndo, NotFound, NothingToUndo, OwnWork
from returns_desk.store.database import Database
from returns_desk.store.lookups.credits import supplier_by_code
from returns_desk.store.lookups.decisions import credits_of_supplier
from returns_desk.store.work import Work
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.correct_batch import correct_batch
from returns_desk.usecases.credit_batch import record_credit
from returns_desk.usecases.issue_document import print_document
from returns_desk.usecases.issue_slip import preview_slip
from returns_desk.usecases.look_papers import papers_of
from returns_desk.usecases.ship_batch import ship_batch
from returns_desk.usecases.submit_batch import submit_batch
from returns_desk.usecases.undo import undo
from returns_desk.usecases.verify_books import verify_books
from tests.builders import Station, decided_shirts, rows
from tests.shops import OnBoth

FIRST, SECOND = "IT-1-000001", "IT-1-000002"
NOTE = "found on the shelf"


def shipped(station: Station) -> str:
    """Two shirts on their way to TAVOR."""
    number = decided_shirts(station)
    station.do(submit_batch, number)
    station.do_as("avi", approve_batch, number)
    station.do(ship_batch, number)
    return number


@pytest.fixture
def batch(station: Station) -> str:
    return shipped(station)


def frozen(station: Station, number: str) -> Correction:
    def read(work: object) -> str:
        document, _ = print_document(work, number, "he", "x")  # type: ignore[arg-type]
        return document.content

    return Correction.from_json(station.do(read))


@OnBoth
def test_a_line_is_taken_off_and_its_piece_is_here_again(either: Database) -> None:
    station = Station(either).begin()
    number = shipped(station)
    slip = station.batch(number).slip
    assert station.do_as("avi", correct_batch, number, (SECOND,), NOTE) == "SC-2026-000001"
    item = station.item(SECOND)
    assert (item.state, item.stock, item.batch) == (ItemState.INSPECTED, StockStatus.QUARANTINE, "")
    after = station.batch(number)
    assert [line.item.number for line in after.lines] == [FIRST]
    # 90 % of 33.33, less 3 % freight of 33.33
    assert after.totals.expected == Money(3_000 - 100)
    assert (after.slip, after.row.state) == (slip, BatchState.SHIPPED)
    paper = frozen(station, "SC-2026-000001")
    assert (paper.slip, paper.batch, [line.item for line in paper.lines]) == (slip, number, [SECOND])
    assert paper.before.expected_minor - paper.taken_off.expected_minor == paper.after.expected_minor == 2_900
    assert station.desk.read(verify_books) == ()
    assert station.desk.read(preview_slip, number).content.totals.lines == 2, "what was issued stays as it was"


def test_the_papers_of_a_batch_are_all_there(station: Station, batch: str) -> None:
    station.do_as("avi", correct_batch, batch, (SECOND,), NOTE)
    papers = station.desk.read(papers_of, batch)
    assert [(paper.number, paper.kind.value, paper.copies) for paper in papers] == [
        ("SR-2026-000001", "slip", 0),
        ("SC-2026-000001", "correction", 0),
    ]


def test_with_its_last_line_the_batch_is_closed(station: Station, batch: str) -> None:
    station.do_as("avi", correct_batch, batch, (FIRST,), NOTE)
    station.do_as("tal", correct_batch, batch, (SECOND,), NOTE)
    assert station.batch(batch).row.state is BatchState.CLOSED
    assert [paper.number for paper in station.desk.read(papers_of, batch)][1:] == ["SC-2026-000001", "SC-2026-000002"]
    assert station.desk.read(verify_books) == ()


def test_the_piece_is_decided_anew_and_goes_into_another_batch(station: Station, batch: str) -> None:
    station.do_as("avi", correct_batch, batch, (SECOND,), NOTE)
    station.scan(SECOND, "DO-OK")
    assert station.item(SECOND).batch == "SB-000002"
    assert station.desk.read(verify_books) == ()


def test_only_another_than_its_maker_corrects_with_a_pin(station: Station) -> None:
    number = decided_shirts(station)
    station.do_as("tal", submit_batch, number)
    station.do_as("avi", approve_batch, number)
    station.do(ship_batch, number)
    why = (number, (FIRST,), NOTE)
    assert station.refusal(station.signature("tal"), correct_batch, *why) == OwnWork(Permission.CORRECT_BATCH)
    unproven = station.refusal(station.signature("avi", proven=False), correct_batch, *why)
    assert unproven == ApprovalNeeded(Permission.CORRECT_BATCH)
    assert len(station.batch(number).lines) == 2


def test_what_did_not_leave_and_what_is_settled_is_not_corrected(station: Station) -> None:
    number = decided_shirts(station)
    early = station.refusal(station.signature("avi"), correct_batch, number, (FIRST,), NOTE)
    assert early == NotCorrected(number, "early")
    station.do(submit_batch, number)
    station.do_as("avi", approve_batch, number)
    station.do(ship_batch, number)
    station.do_as("avi", record_credit, number, "CN-1", station.batch(number).totals.expected)
    late = station.refusal(station.signature("avi"), correct_batch, number, (FIRST,), NOTE)
    assert late == NotCorrected(number, "late")


def test_a_line_that_was_credited_stays(station: Station, batch: str) -> None:
    given = {FIRST: Money(2_900)}
    station.do_as("avi", record_credit, batch, "CN-1", Money(2_900), lines=given)
    refused = station.refusal(station.signature("avi"), correct_batch, batch, (FIRST,), NOTE)
    assert refused == LineCredited(FIRST, "CN-1")
    station.do_as("avi", correct_batch, batch, (SECOND,), NOTE)
    assert station.batch(batch).row.state is BatchState.CREDITED, "what is left of it was paid"


def test_never_less_is_expected_than_came(station: Station, batch: str) -> None:
    station.do_as("avi", record_credit, batch, "CN-1", Money(3_500))
    refused = station.refusal(station.signature("avi"), correct_batch, batch, (FIRST,), NOTE)
    assert refused == CreditedAlready(batch)
    assert len(station.batch(batch).lines) == 2


def test_pieces_and_a_reason_are_needed(station: Station, batch: str) -> None:
    for wrong, refused in (
        (((), NOTE), BadValue("item", "")),
        (((FIRST,), " \n"), BadValue("note", "")),
        (((FIRST, "IT-9-000009"), NOTE), NotFound("item", "IT-9-000009")),
    ):
        assert station.refusal(station.signature("avi"), correct_batch, batch, *wrong) == refused
    assert len(rows(station.database, "SELECT id FROM documents")) == 1


def test_a_correction_is_not_undone(station: Station, batch: str) -> None:
    station.do_as("avi", correct_batch, batch, (SECOND,), NOTE)
    assert isinstance(station.refusal(station.signature("avi"), undo), CannotUndo | NothingToUndo)
    assert station.item(SECOND).state is ItemState.INSPECTED


def test_what_suppliers_paid_counts_against_what_is_expected_since_a_correction(station: Station, batch: str) -> None:
    half = {"final": True, "short_reason": ShortReason.PRICE}
    station.do_as("avi", record_credit, batch, "CN-1", Money(2_800), **half)

    def paid(work: Work) -> tuple[int, int]:
        supplier = supplier_by_code(work.session, "TAVOR")
        assert supplier is not None
        return credits_of_supplier(work.session, supplier.id)

    assert station.desk.read(paid) == (1, 2_800 * 10_000 // 5_800)
    station.do_as("avi", correct_batch, batch, (SECOND,), NOTE)
    assert station.desk.read(paid) == (1, 2_800 * 10_000 // 2_900)
