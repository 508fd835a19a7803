"""Parcels and returns many to many: what a number belongs to, which of several it is, boxes that share a return."""

import pytest

from returns_desk.domain import arrival_refusals as a
from returns_desk.domain import refusals as r
from returns_desk.domain.candidates import CandidateGround
from returns_desk.domain.items import ReceiptOutcome
from returns_desk.domain.parcels import ParcelState
from returns_desk.domain.snapshots import NextStep, ParcelSnapshot, QuestionKind
from returns_desk.usecases import look
from returns_desk.usecases.import_expected import import_expected
from returns_desk.usecases.import_sales import import_sales
from returns_desk.usecases.match_parcel import match_by_number
from tests.builders import CABLE, KETTLE, SHIRT, Station, expected, sale, standing
from tests.shops import OnBoth

UNKNOWN = "JD014600006281234567"


def parcel(station: Station) -> ParcelSnapshot:
    """The parcel that lies open."""
    found = station.bench.parcel
    assert found is not None
    return found


def rmas(station: Station) -> list[str]:
    return [rma.number for rma in parcel(station).rmas]


def announce(station: Station, *rows: object) -> None:
    station.do_as("avi", import_expected, list(rows))  # type: ignore[arg-type]


def sell(station: Station, *rows: object) -> None:
    station.do_as("avi", import_sales, list(rows))  # type: ignore[arg-type]


@pytest.fixture
def two_of_one_customer(station: Station) -> Station:
    """Two announced returns with one telephone number."""
    announce(
        station,
        expected("RMA-A", "KETTLE", phone="050-123-4567", order="SO-A"),
        expected("RMA-B", "SHIRT", phone="+972 50 1234567", order="SO-B"),
    )
    return station


@pytest.mark.parametrize("scanned", ["RMA-5", "SO-5", "RR402104002IL", "SN-88121733", "054-555-0105", "+972545550105"])
def test_every_number_of_a_return_finds_its_parcel(station: Station, scanned: str) -> None:
    phone = expected("RMA-5", "PHONE", tracking=("RR402104002IL",), order="SO-5", serial="SN-88121733")
    announce(station, type(phone)(**vars(phone) | {"phone": "054-5550105"}))
    station.scan(scanned)
    assert (parcel(station).number, rmas(station)) == ("RR402104002IL", ["RMA-5"])


def test_a_shipping_unit_number_finds_its_parcel_with_and_without_its_prefix(station: Station) -> None:
    announce(station, expected("RMA-S", "KETTLE", sscc="340123450000000017", tracking=("RR402109999IL",)))
    station.scan("00340123450000000017")
    assert rmas(station) == ["RMA-S"]


def test_the_serial_of_a_piece_opens_its_parcel_and_takes_it(station: Station) -> None:
    station.scan("SN-88121733")
    item = station.bench.item
    assert item is not None
    assert (item.product.sku, item.serial, item.outcome) == ("PHONE", "SN-88121733", ReceiptOutcome.EXPECTED)
    station.scan("DO-UNDO")
    assert station.bench.parcel is None


def test_several_returns_of_one_telephone_are_asked_about_best_first(two_of_one_customer: Station) -> None:
    station = two_of_one_customer
    station.scan("0501234567")
    question = station.bench.question
    assert question is not None
    assert (question.kind, sorted(question.choices)) == (QuestionKind.WHICH_RETURN, ["RMA-A", "RMA-B"])
    assert station.bench.next_step is NextStep.ANSWER
    shown = station.bench.candidates
    assert tuple(one.number for one in shown) == question.choices
    assert all(one.why[0].ground is CandidateGround.PHONE for one in shown)


@pytest.mark.parametrize("by_number", [True, False])
def test_a_choice_is_answered_by_its_number_or_by_its_place(two_of_one_customer: Station, by_number: bool) -> None:
    station = two_of_one_customer
    station.scan("0501234567")
    question = station.bench.question
    assert question is not None
    station.scan("RMA-B" if by_number else f"DO-{question.choices.index('RMA-B') + 1}")
    assert rmas(station) == ["RMA-B"]


def test_yes_is_no_answer_to_which_of_several_and_there_is_no_ninth(two_of_one_customer: Station) -> None:
    station = two_of_one_customer
    station.scan("0501234567", "DO-OK")
    assert station.bench.question is not None
    assert station.refused("DO-9") == a.NothingToChoose(9)
    station.scan("DO-1")
    assert len(rmas(station)) == 1


def test_without_a_question_there_is_nothing_to_choose(station: Station) -> None:
    assert station.refused("DO-1") == a.NothingToChoose(1)


def test_the_product_of_a_shared_code_is_chosen_by_its_place(station: Station) -> None:
    station.scan(UNKNOWN, "7290011230012", "DO-2")
    item = station.bench.item
    assert item is not None
    assert item.product.sku == "TWIN-B"


def test_one_open_return_of_an_order_goes_on_at_once_and_two_are_asked_about(station: Station) -> None:
    announce(station, expected("RMA-1B", "CABLE", order="SO-1"))
    station.scan("SO-1")
    question = station.bench.question
    assert question is not None
    assert set(question.choices) == {"RMA-1", "RMA-1B"}
    station.scan("RMA-1", KETTLE, "DO-D", "DO-OK", "DO-CLOSE", "SO-1")
    assert rmas(station) == ["RMA-1B"]


def test_a_sold_order_that_nobody_announced_becomes_a_return_when_chosen(station: Station) -> None:
    sell(station, sale("SO-77", "KETTLE", customer="Dana", phone="0521112222"), sale("SO-77", "SHIRT", 2))
    before = standing(station.database)
    station.scan("SO-77")
    question = station.bench.question
    assert question is not None
    assert (question.kind, question.choices) == (QuestionKind.WHICH_RETURN, ("SO-77",))
    station.scan("DO-OK")
    assert rmas(station) == ["RA-1-000001"]
    made = station.rma("RA-1-000001")
    assert (made.authorized, made.customer, made.order) == (False, "Dana", "SO-77")
    assert [(line.product.sku, line.quantity) for line in made.lines] == [("KETTLE", 1), ("SHIRT", 2)]
    station.scan("DO-UNDO")
    assert standing(station.database) == before
    assert station.refusal(station.signature("dana"), look.rma, "RA-1-000001") == r.NotFound("rma", "RA-1-000001")


def test_only_what_was_not_announced_yet_of_an_order_is_returned(station: Station) -> None:
    sell(station, sale("SO-4", "SHIRT", 5), sale("SO-4", "KETTLE"))
    station.scan("RR402103114IL", SHIRT, "DO-A", "DO-OK", SHIRT, "DO-A", "DO-OK", "DO-CLOSE")
    station.scan("SO-4")
    question = station.bench.question
    assert question is not None
    assert set(question.choices) == {"RMA-4", "SO-4"}
    station.scan("SO-4")
    made = station.rma("RA-1-000001")
    assert [(line.product.sku, line.quantity) for line in made.lines] == [("SHIRT", 3), ("KETTLE", 1)]


def test_a_sold_serial_takes_the_piece_in_an_open_parcel_and_says_whose_it_is(station: Station) -> None:
    sell(station, sale("SO-78", "PHONE", serial="SN-7", customer="Dana"))
    station.scan(UNKNOWN, "SN-7")
    item = station.bench.item
    assert item is not None
    assert (item.product.sku, item.serial) == ("PHONE", "SN-7")
    candidate, other = station.bench.candidates
    assert other.number == "RMA-5"
    assert (candidate.kind, candidate.number, candidate.customer) == ("order", "SO-78", "Dana")
    assert [why.ground for why in candidate.why] == [CandidateGround.SERIAL_SOLD, CandidateGround.DAYS]


def test_a_second_box_of_a_return_is_received_at_once_while_pieces_are_missing(station: Station) -> None:
    station.scan("RR402103114IL", SHIRT, "DO-A", "DO-OK", "DO-CLOSE", "DO-OK")
    assert station.rma("RMA-4").state == "partly received"
    station.scan("RMA-4")
    assert (parcel(station).number, rmas(station)) == ("PA-1-000001", ["RMA-4"])
    station.scan(SHIRT, "DO-A", "DO-OK", "DO-CLOSE")
    assert [line.received for line in station.rma("RMA-4").lines] == [2]
    assert station.rma("RMA-4").state == "received"


def test_of_a_return_that_came_whole_the_desk_asks_and_offers_another_box(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-OK", "DO-CLOSE", "RMA-1")
    question = station.bench.question
    assert question is not None
    assert (question.kind, question.subject, question.choices) == (QuestionKind.REOPEN, "RR402101201IL", ("RMA-1",))
    station.scan("DO-1")
    assert (parcel(station).number, rmas(station)) == ("PA-1-000001", ["RMA-1"])
    station.scan("DO-UNDO", "RMA-1", "RMA-1")
    assert parcel(station).number == "RR402101201IL"


def test_three_returns_are_in_one_box_also_when_the_first_is_finished(station: Station) -> None:
    announce(station, expected("RMA-7", "SHIRT"), expected("RMA-8", "KETTLE", customer="Another Customer"))
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-OK")
    assert station.bench.next_step is NextStep.NEXT_PARCEL
    station.scan("RMA-6")
    assert rmas(station) == ["RMA-1", "RMA-6"]
    station.scan(CABLE, "DO-A", "DO-OK")
    station.scan("RMA-7")
    assert rmas(station) == ["RMA-1", "RMA-6", "RMA-7"]
    station.scan(SHIRT, "DO-A", "DO-OK", "RMA-8")
    assert rmas(station) == ["RMA-8"]


def test_a_return_with_a_box_of_its_own_is_the_next_parcel(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-OK", "RMA-5")
    assert parcel(station).number == "RR402104002IL"


def test_an_unknown_parcel_is_matched_also_after_all_in_it_is_decided(station: Station) -> None:
    station.scan(UNKNOWN, CABLE, "DO-A", "DO-OK", "RMA-6")
    assert rmas(station) == ["RMA-6"]
    assert [line.received for line in station.rma("RMA-6").lines] == [1]
    station.scan("DO-UNDO")
    assert rmas(station) == []


def test_a_candidate_of_an_unknown_parcel_is_matched_by_the_scan_of_its_place(station: Station) -> None:
    announce(station, expected("RMA-7", "KETTLE"))
    station.scan(UNKNOWN)
    assert station.refused("DO-1") == a.NothingToChoose(1)  # nothing was taken out of it yet
    station.scan(KETTLE)
    first = station.bench.candidates[0].number
    station.scan("DO-1")
    assert rmas(station) == [first]
    station.scan("DO-UNDO")
    assert rmas(station) == []


def test_a_sold_order_among_the_candidates_becomes_a_return_by_the_scan_of_its_place(station: Station) -> None:
    sell(station, sale("SO-99", "PHONE", serial="SN-4711"))
    station.scan(UNKNOWN, "SN-4711")
    place = [one.number for one in station.bench.candidates].index("SO-99") + 1
    station.scan(f"DO-{place}")
    assert parcel(station).rmas[0].order == "SO-99"


def test_a_piece_that_was_not_announced_fills_the_return_that_is_found_later(station: Station) -> None:
    station.scan("RR402101201IL", CABLE, "DO-OK", "DO-A", "DO-OK", "RMA-6")
    assert station.item("IT-1-000001").outcome is ReceiptOutcome.EXPECTED
    station.scan("DO-UNDO")
    item = station.item("IT-1-000001")
    assert (item.outcome, item.rma) == (ReceiptOutcome.UNEXPECTED, "RMA-1")


@OnBoth
def test_two_boxes_of_one_return_never_take_more_than_was_announced(either: object) -> None:
    first = Station(either).begin()  # type: ignore[arg-type]
    second = Station(either, "2", first.clock).begin("omer")  # type: ignore[arg-type]
    first.scan("RR402103114IL", SHIRT, "DO-A", "DO-OK", "DO-CLOSE", "DO-OK")
    first.scan("RMA-4")
    second.scan(UNKNOWN)
    second.do(match_by_number, "", "RMA-4")
    first.scan(SHIRT)
    second.scan(SHIRT)
    question = second.bench.question
    assert question is not None
    assert question.kind is QuestionKind.TAKE_UNEXPECTED
    assert [line.received for line in first.rma("RMA-4").lines] == [2]


@OnBoth
@pytest.mark.parametrize("known_by", ["tracking", "sscc"])
def test_a_box_that_came_before_its_announcement_is_matched_where_it_lies_open(either: object, known_by: str) -> None:
    station = Station(either).begin()  # type: ignore[arg-type]
    number = {"tracking": UNKNOWN, "sscc": "00340123450000000017"}[known_by]
    named = {"tracking": (UNKNOWN,)} if known_by == "tracking" else {"sscc": "340123450000000017"}
    station.scan(number, CABLE)
    late = expected("RMA-9", "CABLE", 2, **named)
    announce(station, late)
    announce(station, late)
    assert (parcel(station).state, rmas(station)) == (ParcelState.WORKED, ["RMA-9"])
    assert [line.received for line in station.rma("RMA-9").lines] == [1]
    assert station.item("IT-1-000001").outcome is ReceiptOutcome.EXPECTED
    assert station.bench.candidates == ()
    assert [entry.event.__class__.__name__ for entry in station.desk.read(look.timeline_of, "rma", "RMA-9")] == [
        "AnnouncementCame"
    ]
