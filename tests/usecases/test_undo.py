"""Every step has its way back, and nobody takes back what another went on with."""

import pytest

from returns_desk.domain.items import ReceiptOutcome
from returns_desk.domain.refusals import CannotUndo
from returns_desk.usecases import look
from returns_desk.usecases.inspect_item import write_note
from returns_desk.usecases.undo import undo
from returns_desk.usecases.verify_books import verify_books
from tests.builders import CABLE, KETTLE, PHONE, SHIRT, Station, standing

STEPS = {
    "a parcel": ([], "RR402101201IL"),
    "an unknown parcel": ([], "JD014600006281234567"),
    "an authorization without a box": ([], "RMA-6"),
    "a match": (["RR402101201IL"], "RMA-6"),
    "an item": (["RR402101201IL"], KETTLE),
    "an item nobody announced": (["JD014600006281234567"], CABLE),
    "an unexpected item": (["RR402101201IL", CABLE], CABLE),
    "a serial": (["RR402104002IL", PHONE], "SN-88121733"),
    "a grade": (["RR402101201IL", KETTLE], "DO-D"),
    "another grade": (["RR402101201IL", KETTLE, "DO-D"], "DO-A"),
    "a finding": (["RR402101201IL", KETTLE, "DO-D"], "DO-F-LEAKS"),
    "a finding taken away": (["RR402101201IL", KETTLE, "DO-D", "DO-F-LEAKS"], "DO-F-LEAKS"),
    "a reason": (["RR402101201IL", KETTLE], "DO-R-SIZE"),
    "a hold": (["RR402101201IL", KETTLE], "DO-HOLD"),
    "why it is on hold": (["RR402101201IL", KETTLE, "DO-HOLD"], "DO-H-PARTS"),
    "a hold with its reason": (["RR402101201IL", KETTLE], "DO-H-PARTS"),
    "a second hold": (["RR402101201IL", KETTLE, "DO-HOLD", "IT-1-000001"], "DO-HOLD"),
    "the recommendation": (["RR402101201IL", KETTLE, "DO-D"], "DO-OK"),
    "restocking": (["RR402101201IL", KETTLE, "DO-A"], "DO-OK"),
    "another decision": (["RR402101201IL", KETTLE, "DO-A", "DO-RECYCLE"], "DO-O-SHOP"),
    "a decision that ends a hold": (["RR402101201IL", KETTLE, "DO-D", "DO-HOLD", "IT-1-000001"], "DO-OK"),
    "picking up": (["RR402101201IL", KETTLE, "DO-HOLD"], "IT-1-000001"),
    "closing": (["RR402101201IL", KETTLE, "DO-D", "DO-OK"], "DO-NEXT"),
    "closing with a held piece in hand": (["RR402101201IL", KETTLE, "DO-HOLD", "IT-1-000001"], "DO-NEXT"),
    "setting aside": (["RR402103114IL", SHIRT, "DO-D", "DO-OK"], "DO-NEXT"),
    "closing short": (["RR402103114IL", "DO-CLOSE"], "DO-CLOSE"),
    "the next parcel": (["RR402101201IL", KETTLE, "DO-D", "DO-OK"], "RR402103114IL"),
    "opening again": (["RR402101201IL", KETTLE, "DO-D", "DO-OK", "DO-NEXT", "RR402101201IL"], "RR402101201IL"),
    "going on with a box set aside": (["RR402103114IL", "DO-NEXT"], "RR402103114IL"),
    "a parcel with a piece in hand": (
        ["RR402101201IL", KETTLE, "DO-HOLD", "DO-NEXT", "IT-1-000001"],
        "RR402103114IL",
    ),
}


@pytest.mark.parametrize(("before", "step"), STEPS.values(), ids=STEPS)
def test_a_step_taken_back_leaves_what_was_before(station: Station, before: list[str], step: str) -> None:
    station.scan(*before)
    question = station.bench.question
    stood, labels = standing(station.database), station.bench.labels_waiting
    station.scan(step)
    assert question is None or station.bench.question is None
    assert standing(station.database) != stood
    station.scan("DO-UNDO")
    assert standing(station.database) == stood
    assert station.bench.labels_waiting == labels


def test_a_note_taken_back_is_the_one_before(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE)
    station.do(write_note, "first")
    station.do(write_note, "second \x00\ud800\u202e <b>")
    assert station.item("IT-1-000001").note == "second ?\u202e <b>"
    station.scan("DO-UNDO")
    assert station.item("IT-1-000001").note == "first"


def test_a_whole_day_is_taken_back_to_the_parcels_arrival(station: Station) -> None:
    morning = standing(station.database)
    station.scan("RR402100166IL", SHIRT, "DO-A", "DO-OK", CABLE, "DO-C", "DO-F-WORN", "DO-OK", "RR402101201IL", KETTLE)
    for _ in range(10):
        station.scan("DO-UNDO")
    assert standing(station.database) == morning
    assert station.bench.parcel is None


def test_what_was_taken_back_is_done_again_under_a_new_number(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-UNDO", KETTLE)
    assert station.bench.item is not None
    assert station.bench.item.number == "IT-1-000002"


def test_undoing_a_question_only_drops_it(station: Station) -> None:
    station.scan("RR402101201IL", SHIRT)
    station.do(undo)
    assert station.bench.question is None
    assert station.bench.parcel is not None


def test_a_step_that_asked_besides_is_taken_back_whole(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-OK", "DO-NEXT")
    station.scan("RR402100166IL", SHIRT, "DO-A", "DO-OK", CABLE, "DO-A", "DO-OK")
    stood = standing(station.database)
    station.scan("RR402101201IL")
    assert station.bench.question is not None
    assert station.bench.parcel is None
    station.scan("DO-UNDO", "DO-UNDO")
    assert standing(station.database) == stood


def test_all_that_a_step_did_is_shown_as_taken_back(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-OK", "RR402103114IL", "DO-UNDO")
    undone = {type(step.event).__name__: step.undone for step in station.bench.steps}
    assert (undone["ParcelClosed"], undone["ItemDecided"]) == (True, False)
    told = [entry for entry in station.desk.read(look.timeline_of, "parcel", "RR402101201IL") if entry.undone]
    assert [type(entry.event).__name__ for entry in told] == ["ParcelClosed"]


def test_everybody_takes_back_their_own_steps_only(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "ID-OMER-2", "DO-D", "ID-DANA-1")
    assert isinstance(station.refused("DO-UNDO"), CannotUndo)
    station.scan("ID-OMER-2", "DO-UNDO", "ID-DANA-1", "DO-UNDO")
    assert station.bench.item is None


def test_a_grade_that_another_changed_is_not_taken_back(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-D", "ID-OMER-2", "DO-C", "ID-DANA-1")
    assert isinstance(station.refused("DO-UNDO"), CannotUndo)


def test_an_arrival_is_not_taken_back_under_anothers_parcel(station: Station) -> None:
    station.scan("RR402103114IL", "ID-OMER-2", "DO-NEXT", "RR402101201IL", "ID-DANA-1")
    assert isinstance(station.refused("DO-UNDO"), CannotUndo)
    assert station.bench.parcel is not None
    assert station.bench.parcel.number == "RR402101201IL"


def test_a_box_that_another_station_opened_stays_there(station: Station) -> None:
    station.scan("RR402103114IL", "DO-NEXT")
    Station(station.database, "2", station.clock).begin("omer").scan("RR402103114IL")
    assert isinstance(station.refused("DO-UNDO"), CannotUndo)


def test_more_steps_than_a_shift_has_can_be_taken_back(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE)
    for _ in range(110):
        station.scan("DO-D", "DO-C")
    for _ in range(222):
        station.scan("DO-UNDO")
    assert station.bench.parcel is None


def test_pieces_taken_before_their_return_was_known_fill_its_lines_and_undo_frees_them(station: Station) -> None:
    station.scan("JD014600006281234567", CABLE, "DO-C")
    before = standing(station.database)
    station.scan("RMA-6")
    item = station.bench.item
    assert item is not None
    assert (item.outcome, item.rma) == (ReceiptOutcome.EXPECTED, "RMA-6")
    assert [line.received for line in station.rma("RMA-6").lines] == [1]
    station.scan("DO-UNDO")
    assert standing(station.database) == before


def test_an_adopted_piece_can_be_put_back_by_whoever_took_it(station: Station) -> None:
    station.scan("JD014600006281234567", CABLE, "RMA-6", "DO-UNDO", "DO-UNDO", "RMA-6")
    assert [line.received for line in station.rma("RMA-6").lines] == [0]
    assert station.desk.read(verify_books) == ()
