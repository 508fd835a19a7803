"""A piece is looked at again, by the same person or another; the first look is kept, every step has its way back."""

import pytest

from returns_desk.domain.grades import Finding, FoundReason, Grade, Liability
from returns_desk.domain.inspection_refusals import SameEyes, SecondLookNeeded
from returns_desk.domain.items import Disposition, HoldReason, ItemState, StockStatus
from returns_desk.domain.refusals import CannotUndo, GradeFirst, ItemFirst, NotFound, WrongState
from returns_desk.store.database import Database
from returns_desk.store.work import Work
from returns_desk.usecases.conclude_item import judge_reason
from returns_desk.usecases.inspect_again import inspect_again
from returns_desk.usecases.inspect_item import write_note
from returns_desk.usecases.look_inspections import inspections_of, liability_suggested
from returns_desk.usecases.submit_batch import submit_batch
from returns_desk.usecases.verify_books import verify_books
from tests.builders import KETTLE, PHONE, Station, decided_kettle, rows, standing
from tests.shops import OnBoth

NUMBER = "IT-1-000001"


def set_second_look_value(work: Work, minor: int) -> None:
    """Say from which price on a piece is looked at twice."""
    work.shop.limits = {"second_look_value": minor}


@pytest.fixture
def graded(station: Station) -> Station:
    """A kettle in hand that Dana graded D, with a finding and a note."""
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-F-LEAKS")
    station.do(write_note, "drips")
    return station


def looks(station: Station, number: str = NUMBER) -> list[tuple[int, str, Grade | None, bool]]:
    found = station.desk.read(inspections_of, number)
    return [(one.position, one.inspector, one.grade, one.standing) for one in found]


def test_whoever_grades_is_the_inspector(graded: Station) -> None:
    assert looks(graded) == [(1, "Dana", Grade.D, True)]
    [look] = graded.desk.read(inspections_of, NUMBER)
    assert look.began_at is not None
    assert look.ended_at is not None
    assert look.began_at <= look.ended_at
    assert graded.item(NUMBER).inspector == "Dana"


def test_a_grade_taken_back_takes_its_inspector_with_it(graded: Station) -> None:
    graded.scan("DO-UNDO", "DO-UNDO", "DO-UNDO")
    assert rows(graded.database, "SELECT inspector_id, inspected_at FROM items") == [(None, None)]


def test_the_first_look_is_kept_and_the_second_begins_blank(graded: Station) -> None:
    graded.scan("DO-AGAIN")
    item = graded.bench.item
    assert item is not None
    assert (item.state, item.grade, item.findings, item.note) == (ItemState.RECEIVED, None, (), "")
    graded.scan("DO-B", "DO-OK")
    assert looks(graded) == [(1, "Dana", Grade.D, False), (2, "Dana", Grade.B, True)]
    first = graded.desk.read(inspections_of, NUMBER)[0]
    assert (first.findings, first.note, first.found) == ((Finding.LEAKS,), "drips", FoundReason.FAULTY)


def test_looking_again_is_taken_back_exactly(graded: Station) -> None:
    before = standing(graded.database)
    graded.scan("DO-AGAIN", "DO-UNDO")
    assert standing(graded.database) == before
    assert looks(graded) == [(1, "Dana", Grade.D, True)]
    graded.scan("DO-AGAIN", "DO-C", "DO-UNDO", "DO-UNDO")
    assert standing(graded.database) == before


def test_what_nobody_graded_has_no_look_to_keep(station: Station) -> None:
    assert isinstance(station.refused("DO-AGAIN"), ItemFirst)
    station.scan("RR402101201IL", KETTLE)
    assert isinstance(station.refused("DO-AGAIN"), GradeFirst)
    assert isinstance(station.refusal(station.signature("dana"), inspect_again, "IT-9-000001"), NotFound)


@pytest.mark.parametrize("decision", [("DO-D", "DO-OK"), ("DO-A", "DO-OK"), ("DO-A", "DO-RECYCLE", "DO-O-SHOP")])
def test_a_decided_piece_is_inspected_again_from_its_plate_and_back(
    station: Station, decision: tuple[str, ...]
) -> None:
    station.scan("RR402101201IL", KETTLE, *decision)
    before = standing(station.database)
    assert station.item(NUMBER).disposition is not None
    station.scan(NUMBER, "DO-AGAIN")
    item = station.bench.item
    assert item is not None
    assert (item.number, item.disposition, item.batch, item.stock) == (NUMBER, None, "", StockStatus.QUARANTINE)
    assert station.desk.read(verify_books) == ()
    station.scan("DO-UNDO")
    assert standing(station.database) == before
    assert station.desk.read(verify_books) == ()


def test_a_decision_whose_batch_went_on_is_not_inspected_again(station: Station) -> None:
    batch = decided_kettle(station)
    station.do_as("dana", submit_batch, batch)
    assert isinstance(station.refusal(station.signature("dana"), inspect_again, NUMBER), WrongState)


def test_looking_again_is_not_taken_back_once_the_batch_went_on(station: Station) -> None:
    station.scan("RR402103114IL", "7290011233013", "DO-D", "DO-OK", "7290011233013", "DO-D", "DO-OK")
    station.scan(NUMBER, "DO-AGAIN")
    station.do_as("omer", submit_batch, "SB-000001")
    assert isinstance(station.refused("DO-UNDO"), CannotUndo)


def test_a_piece_in_anothers_hand_is_not_inspected_again(graded: Station) -> None:
    other = Station(graded.database, "2", graded.clock).begin("omer")
    assert isinstance(other.refusal(other.signature("omer"), inspect_again, NUMBER), WrongState)


def test_a_second_look_waits_on_hold_for_somebody_else(graded: Station) -> None:
    graded.scan("DO-LOOK")
    item = graded.item(NUMBER)
    assert (item.held, item.hold_code, item.second_look) == (True, HoldReason.SECOND_LOOK, True)
    graded.scan(NUMBER)
    for scanned in ("DO-A", "DO-F-WORN", "DO-AGAIN"):
        assert isinstance(graded.refused(scanned), SameEyes)
    assert isinstance(graded.refused("DO-OK"), SecondLookNeeded)


def test_somebody_else_only_scans_the_piece_and_grades_it(graded: Station) -> None:
    graded.scan("DO-LOOK", "ID-OMER-2", NUMBER, "DO-B", "DO-OK")
    item = graded.item(NUMBER)
    assert (item.second_look, item.held, item.disposition, item.inspector) == (
        False,
        False,
        Disposition.RESTOCK,
        "Omer",
    )
    assert looks(graded) == [(1, "Dana", Grade.D, False), (2, "Omer", Grade.B, True)]


def test_the_second_look_is_taken_back_step_by_step(graded: Station) -> None:
    start = standing(graded.database)
    graded.scan("DO-LOOK")
    asked = standing(graded.database)
    graded.scan("ID-OMER-2", NUMBER)
    in_hand = standing(graded.database)
    graded.scan("DO-C")
    graded.scan("DO-UNDO")
    assert standing(graded.database) == in_hand
    graded.scan("DO-UNDO")
    assert standing(graded.database) == asked
    graded.scan("ID-DANA-1", "DO-UNDO")
    assert standing(graded.database) == start


def test_nobody_asks_for_a_second_look_before_the_first(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE)
    assert isinstance(station.refused("DO-LOOK"), GradeFirst)


def test_dear_pieces_are_decided_only_after_two_people_saw_them(station: Station) -> None:
    station.do_as("noa", set_second_look_value, 100_000)
    station.scan("RR402104002IL", PHONE, "SN-88121733", "DO-B")
    assert isinstance(station.refused("DO-OK"), SecondLookNeeded)
    station.scan("DO-LOOK", "ID-OMER-2", NUMBER, "DO-B", "DO-OK")
    assert station.item(NUMBER).disposition is Disposition.RESTOCK
    station.scan("DO-NEXT", "RR402101201IL", KETTLE, "DO-D", "DO-OK")
    assert station.bench.item is None, "what is worth less is decided at once"


def test_the_inspector_says_why_it_really_came_back(graded: Station) -> None:
    assert graded.item(NUMBER).found is FoundReason.FAULTY
    before = standing(graded.database)
    graded.scan("DO-I-USED")
    assert graded.item(NUMBER).found is FoundReason.USED
    graded.scan("DO-UNDO")
    assert standing(graded.database) == before
    graded.scan("DO-I-USED", "DO-I-USED")
    assert graded.item(NUMBER).found is FoundReason.FAULTY


def test_the_reason_sent_to_the_supplier_follows_from_what_was_found(graded: Station) -> None:
    graded.scan("DO-I-USED")
    best = graded.bench.recommendation
    assert best is not None
    assert best.option(Disposition.SUPPLIER).reason is not None
    assert str(best.option(Disposition.SUPPLIER).reason) == "EW"


def test_who_answers_for_it_is_said_suggested_and_taken_back(graded: Station) -> None:
    assert graded.desk.read(liability_suggested, NUMBER) is Liability.SUPPLIER
    before = standing(graded.database)
    graded.scan("DO-L-CARRIER")
    assert graded.item(NUMBER).liability is Liability.CARRIER
    graded.scan("DO-L-CUSTOMER", "DO-UNDO", "DO-UNDO")
    assert standing(graded.database) == before


def test_a_conclusion_that_another_changed_is_not_taken_back(graded: Station) -> None:
    graded.scan("DO-L-CARRIER", "ID-OMER-2", "DO-L-CUSTOMER", "ID-DANA-1")
    assert isinstance(graded.refused("DO-UNDO"), CannotUndo)
    graded.scan("DO-I-USED", "ID-OMER-2", "DO-I-EXPIRED", "ID-DANA-1")
    assert isinstance(graded.refused("DO-UNDO"), CannotUndo)


@OnBoth
def test_looks_are_kept_on_either_database(either: Database, kind: str) -> None:
    station = Station(either).begin()
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-LOOK", "ID-OMER-2", NUMBER, "DO-C")
    station.do(judge_reason, FoundReason.USED)
    assert looks(station) == [(1, "Dana", Grade.D, False), (2, "Omer", Grade.C, True)]
    station.scan("DO-UNDO", "DO-UNDO")
    assert looks(station) == [(1, "Dana", Grade.D, True)]
