"""What is inside, as it really is: plates, empty boxes, strangers' pieces, products dropped, boxes left undecided."""

import pytest

from returns_desk.domain.contents_refusals import AlreadyUndone, NotEmpty, StepTouched
from returns_desk.domain.events import ItemGraded, ItemLookedUp, LabelQueued
from returns_desk.domain.grades import Grade
from returns_desk.domain.items import HoldReason, ItemState, ReceiptOutcome
from returns_desk.domain.parcels import ParcelState
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.printing import JobState, PaperKind
from returns_desk.domain.refusals import CannotUndo, NotAllowed, NotFound, WrongState
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.store.database import Database
from returns_desk.usecases import look
from returns_desk.usecases.disown_item import disown_item
from returns_desk.usecases.drop_product import drop_product, restore_product
from returns_desk.usecases.import_rows import import_products
from returns_desk.usecases.look_jobs import jobs
from returns_desk.usecases.look_labels import label_thing
from returns_desk.usecases.undo import undo_step
from returns_desk.usecases.verify_books import verify_books
from returns_desk.wording import Words
from returns_desk.wording.band import band
from tests.builders import CABLE, KETTLE, PHONE, SHIRT, Station, products, rows, standing
from tests.shops import OnBoth


def labels(station: Station) -> list[str]:
    """The pieces whose labels the printer would print now."""
    waiting = [job for job in station.desk.read(jobs, state=JobState.WAITING) if not job.held_back]
    return [
        job.number for job in reversed(waiting) if job.kind is PaperKind.ITEM_LABEL and there_is(station, job.number)
    ]


def there_is(station: Station, number: str) -> bool:
    try:
        station.desk.read(label_thing, PaperKind.ITEM_LABEL, number)
    except NotFound:
        return False
    return True


def step_of(station: Station, kind: type, number: str = "IT-1-000001", of: str = "item") -> str:
    """The id of the last step of a kind in a thing's timeline."""
    entries = station.desk.read(look.timeline_of, of, number)
    return [entry.step_id for entry in entries if isinstance(entry.event, kind)][-1]


def test_the_plate_is_queued_at_the_first_scan_and_printed_once_when_the_piece_leaves_the_hand(
    station: Station,
) -> None:
    events = station.scan("RR402101201IL", KETTLE)
    assert [event.number for event in events if isinstance(event, LabelQueued)] == ["IT-1-000001"]
    assert labels(station) == []
    station.scan("DO-D")
    assert not any(isinstance(event, LabelQueued) for event in station.scan("DO-OK"))
    assert labels(station) == ["IT-1-000001"]


def test_a_label_asked_for_is_printed_at_once_and_not_again(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-PRINT")
    assert labels(station) == ["IT-1-000001"]
    station.scan("DO-D", "DO-OK")
    assert labels(station) == ["IT-1-000001"]


def test_a_piece_laid_aside_undecided_has_its_label(station: Station) -> None:
    station.scan("RR402100166IL", SHIRT, CABLE)
    assert labels(station) == ["IT-1-000001"]


def test_a_piece_taken_back_has_no_label(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-UNDO")
    assert rows(station.database, "SELECT state FROM print_queue") == [("cancelled",)]


def test_a_decided_pieces_plate_says_where_it_is_and_changes_nothing(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-OK")
    stood, steps = standing(station.database), station.bench.steps
    events = station.scan("IT-1-000001")
    (event,) = events
    assert isinstance(event, ItemLookedUp)
    assert (event.disposition, event.batch, event.days) == ("supplier", "SB-000001", 0)
    assert (standing(station.database), station.bench.steps) == (stood, steps)
    said = band(Words("en"), events, station.bench)
    assert said.tone == "ok"
    assert "SB-000001" in said.title
    station.scan("DO-UNDO")
    assert station.item("IT-1-000001").state is ItemState.INSPECTED


def test_an_empty_box_is_asked_about_once_then_noted_and_closed(station: Station) -> None:
    station.scan("RR402103114IL", "DO-EMPTY")
    question = station.bench.question
    assert question is not None
    assert (question.kind, question.choices) == (QuestionKind.EMPTY_BOX, ("2",))
    station.scan("DO-EMPTY")
    parcel = station.desk.read(look.parcel, "RR402103114IL")
    assert (parcel.empty, parcel.state) == (True, ParcelState.CLOSED)
    assert station.rma("RMA-4").lines[0].received == 0
    station.scan("DO-UNDO")
    assert station.bench.parcel is not None
    assert not station.bench.parcel.empty


def test_a_box_that_was_not_empty_after_all(station: Station) -> None:
    station.scan("RR402103114IL", "DO-EMPTY", "DO-OK", "RR402103114IL", "RR402103114IL", SHIRT)
    assert station.bench.parcel is not None
    assert not station.bench.parcel.empty
    assert station.refused("DO-EMPTY") == NotEmpty("RR402103114IL", ("IT-1-000001",))
    station.scan("DO-UNDO")
    assert station.bench.parcel.empty


def test_a_piece_of_another_shop_waits_and_its_line_awaits_its_own(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE)
    stood = standing(station.database)
    station.do(disown_item)
    item = station.item("IT-1-000001")
    assert (item.outcome, item.grade, item.held) == (ReceiptOutcome.NOT_OURS, Grade.X, True)
    assert item.hold_code is HoldReason.NOT_OURS
    assert station.rma("RMA-1").lines[0].received == 0
    assert station.desk.read(verify_books) == ()
    station.scan("DO-UNDO")
    assert standing(station.database) == stood
    station.do(disown_item)
    station.scan(KETTLE)
    assert station.rma("RMA-1").lines[0].received == 1


def test_not_ours_is_said_by_scan_of_the_piece_in_hand(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-NOTOURS")
    assert station.item("IT-1-000001").outcome is ReceiptOutcome.NOT_OURS
    station.scan("IT-1-000001")
    assert isinstance(station.refused("DO-NOTOURS"), WrongState)


def test_a_line_filled_since_is_not_taken_back_by_the_piece_that_was_not_ours(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE)
    station.do(disown_item)
    step = step_of(station, type(station.bench.steps[0].event))
    station.scan(KETTLE)
    assert isinstance(station.refusal(station.signature("avi"), undo_step, step), CannotUndo | StepTouched)


def test_a_product_dropped_while_in_hand_goes_on_with_what_is_known(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE)
    station.do_as("avi", drop_product, "KETTLE")
    station.scan("DO-D", "DO-OK")
    assert station.item("IT-1-000001").batch == "SB-000001"
    events = station.scan("JD014600006281234567", KETTLE)
    said = band(Words("en"), events, station.bench)
    assert (said.tone, "catalogue" in said.detail) == ("ask", True)
    station.do_as("avi", import_products, products())
    assert not station.desk.read(look.product, "KETTLE").dropped


def test_a_product_is_dropped_and_restored_once(station: Station) -> None:
    avi = station.signature("avi")
    station.do_as("avi", drop_product, KETTLE)
    assert station.refusal(avi, drop_product, "KETTLE") == WrongState("product", "KETTLE", "dropped")
    station.do_as("avi", restore_product, "kettle")
    assert station.refusal(avi, restore_product, "KETTLE") == WrongState("product", "KETTLE", "in the catalogue")
    assert station.refusal(avi, drop_product, "NOTHING") == NotFound("product", "NOTHING")
    assert isinstance(station.refusal(AT_THE_BENCH, drop_product, "KETTLE"), NotAllowed)


@pytest.mark.parametrize(("command", "answer"), [("DO-CLOSE", "DO-CLOSE"), ("DO-CLOSE", "DO-OK"), ("DO-NEXT", "DO-OK")])
def test_a_box_left_with_pieces_undecided_lists_them_then_holds_them(
    station: Station, command: str, answer: str
) -> None:
    station.scan("RR402100166IL", SHIRT, "DO-A", CABLE)
    stood = standing(station.database)
    station.scan(command)
    question = station.bench.question
    assert question is not None
    assert (question.kind, question.choices) == (QuestionKind.CLOSE_UNDECIDED, ("IT-1-000001", "IT-1-000002"))
    assert standing(station.database) == stood
    station.scan(answer)
    assert station.bench.parcel is None
    assert {station.item(number).hold_code for number in question.choices} == {HoldReason.UNDECIDED}
    assert station.desk.read(look.parcel, "RR402100166IL").state is ParcelState.CLOSED
    station.scan("DO-UNDO")
    assert standing(station.database) == stood


def test_a_box_with_pieces_missing_too_is_set_aside_by_next_and_closed_by_close(station: Station) -> None:
    station.scan("RR402103114IL", SHIRT, "DO-NEXT", "DO-NEXT")
    assert station.desk.read(look.parcel, "RR402103114IL").state is ParcelState.WORKED
    station.scan("DO-UNDO", "DO-CLOSE", "DO-CLOSE")
    assert station.desk.read(look.parcel, "RR402103114IL").state is ParcelState.CLOSED
    assert station.rma("RMA-4").state == "partly received"


def test_any_other_scan_goes_on_with_the_box(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-CLOSE", "DO-D", "DO-OK")
    assert station.item("IT-1-000001").disposition is not None


def test_a_supervisor_takes_back_an_older_step_of_somebody_else(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-D", "RMA-6", "DO-HOLD", "DO-NEXT")
    step = step_of(station, ItemGraded)
    assert isinstance(station.refusal(station.signature("dana"), undo_step, step), NotAllowed)
    refusal = station.refusal(station.signature("avi"), undo_step, step)
    assert isinstance(refusal, StepTouched)
    assert type(refusal.later).__name__ == "ItemHeld"


def test_the_newest_step_about_a_piece_can_be_taken_back_while_others_went_on(station: Station) -> None:
    station.scan("RR402100166IL", SHIRT, "DO-A", CABLE, "DO-C", "DO-OK")
    step = step_of(station, ItemGraded)
    station.do_as("avi", undo_step, step)
    assert station.item("IT-1-000001").grade is None
    assert station.item("IT-1-000002").grade is Grade.C
    assert station.bench.item is not None
    assert station.bench.item.number == "IT-1-000001"
    assert station.refusal(station.signature("avi"), undo_step, step) == AlreadyUndone("IT-1-000001")
    assert station.refusal(station.signature("avi"), undo_step, "00") == NotFound("step", "00")


@pytest.mark.parametrize("meant_for_it", ["DO-E", "DO-F-UNSAFE", "DO-DONATE", "DO-R-OTHER"])
def test_while_another_piece_is_asked_about_nothing_is_said_of_the_one_in_hand(
    station: Station, meant_for_it: str
) -> None:
    station.scan("RR402101201IL", KETTLE, SHIRT)
    before = station.item("IT-1-000001")
    station.scan(meant_for_it)
    question = station.bench.question
    assert question is not None
    assert question.kind is QuestionKind.TAKE_UNEXPECTED
    assert station.item("IT-1-000001") == before
    station.scan("DO-OK", "DO-A")
    assert station.item("IT-1-000002").grade is Grade.A


def test_a_grade_does_not_pass_by_the_question_of_too_many(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "40", "DO-A")
    question = station.bench.question
    assert question is not None
    assert question.kind is QuestionKind.TAKE_OVER
    assert station.item("IT-1-000001").grade is None


@OnBoth
def test_either_database_counts_splits_joins_and_takes_back(either: Database) -> None:
    station = Station(either).begin()
    station.scan("JD014600006281234567", CABLE, "40", "DO-SPLIT", "3", "DO-MERGE", "IT-1-000002", "DO-A")
    assert rows(either, "SELECT quantity FROM items WHERE state != 'merged'") == [(40,)]
    station.scan("IT-1-000002", f"]C101{PHONE.zfill(14)}21SN-1000001", "DO-A", "DO-OK")
    assert labels(station) == ["IT-1-000001", "IT-1-000003"]
    station.do_as("avi", undo_step, step_of(station, ItemGraded))
    assert station.item("IT-1-000001").grade is None
    station.scan("DO-CLOSE", "DO-CLOSE")
    assert station.item("IT-1-000001").hold_code is HoldReason.UNDECIDED
    assert station.desk.read(verify_books) == ()
