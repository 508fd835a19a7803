"""An unknown parcel is worked at once and told apart later: matched, made a return, disowned, described."""

from collections.abc import Callable
from typing import Any

import pytest

from returns_desk.domain import arrival_refusals as a
from returns_desk.domain import refusals as r
from returns_desk.domain.candidates import CandidateGround
from returns_desk.domain.items import HoldReason, ItemState, ReceiptOutcome
from returns_desk.domain.parcels import OuterCondition, ParcelFacts, ParcelState
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.snapshots import ParcelSnapshot, QuestionKind
from returns_desk.usecases import look
from returns_desk.usecases.describe_parcel import describe_parcel
from returns_desk.usecases.look_candidates import candidates
from returns_desk.usecases.match_parcel import disown_parcel, make_unauthorized, match_by_number, send_parcel_back
from returns_desk.usecases.undo import undo
from tests.builders import CABLE, KETTLE, SHIRT, Station, expected, sale, standing
from tests.shops import OnBoth
from tests.usecases.test_arrival import announce, rmas, sell

UNKNOWN = "JD014600006281234567"
BOX = "PA-1-000001"


def box(station: Station, number: str = BOX) -> ParcelSnapshot:
    return station.desk.read(look.parcel, number)


@pytest.fixture
def closed(station: Station) -> Station:
    """A station at which an unknown parcel with a cable was worked and closed."""
    station.scan(UNKNOWN, CABLE, "DO-A", "DO-OK", "DO-CLOSE")
    return station


ACTS: dict[str, tuple[Callable[..., None], tuple[Any, ...]]] = {
    "matched": (match_by_number, (BOX, "RMA-6")),
    "made a return": (make_unauthorized, (BOX,)),
    "made a return of an order": (make_unauthorized, (BOX, "SO-77")),
    "described": (
        describe_parcel,
        (BOX, ParcelFacts("Dana Levi, 050-123-4567", OuterCondition.WET, 1200, 1, 2, "340123450000000017")),
    ),
}


@OnBoth
@pytest.mark.parametrize(("act", "arguments"), ACTS.values(), ids=ACTS)
def test_whatever_is_said_of_a_closed_parcel_is_taken_back_by_undo(
    either: Any, act: Callable[..., None], arguments: tuple[Any, ...]
) -> None:
    closed = Station(either).begin()
    closed.scan(UNKNOWN, CABLE, "DO-A", "DO-OK", "DO-CLOSE")
    sell(closed, sale("SO-77", "CABLE", 2))
    before = standing(closed.database), box(closed)
    closed.do(act, *arguments)
    assert (standing(closed.database), box(closed)) != before
    closed.scan("DO-UNDO")
    assert (standing(closed.database), box(closed)) == before


def test_a_closed_parcel_is_matched_and_its_pieces_fill_the_lines(closed: Station) -> None:
    closed.do(match_by_number, BOX, "RMA-6")
    assert (box(closed).state, closed.rma("RMA-6").state) == (ParcelState.CLOSED, "received")
    assert closed.refusal(AT_THE_BENCH, match_by_number, BOX, "RMA-6") == a.AlreadyMatched(BOX, "RMA-6")


def test_what_is_not_there_is_not_matched(closed: Station) -> None:
    assert closed.refusal(AT_THE_BENCH, match_by_number, BOX, "RMA-99") == r.NotFound("rma", "RMA-99")
    assert closed.refusal(AT_THE_BENCH, match_by_number, "PA-9-1", "RMA-6") == r.NotFound("parcel", "PA-9-1")
    assert closed.refusal(AT_THE_BENCH, match_by_number, "", "RMA-6") == r.NoParcelOpen()
    awaited = closed.refusal(AT_THE_BENCH, match_by_number, "RR402101201IL", "RMA-6")
    assert awaited == r.WrongState("parcel", "RR402101201IL", "announced")


def test_a_parcel_that_lies_open_at_another_station_is_left_to_it(station: Station) -> None:
    station.scan(UNKNOWN, CABLE)
    other = Station(station.database, "2", station.clock).begin("omer")
    for act, arguments in ((match_by_number, (BOX, "RMA-6")), (disown_parcel, (BOX,)), (make_unauthorized, (BOX,))):
        refusal = other.refusal(AT_THE_BENCH, act, *arguments)
        assert isinstance(refusal, r.AlreadyReceived)
        assert (refusal.number, refusal.station) == (BOX, "1")
    assert rmas(station) == []


def test_the_pieces_inside_make_a_return_without_authorization(station: Station) -> None:
    station.scan(UNKNOWN, CABLE, "DO-A", "DO-OK", CABLE, "DO-A", "DO-OK", SHIRT, "DO-A", "DO-OK")
    station.do(describe_parcel, "", ParcelFacts(sender="Dana Levi, 1 Gefen St, Haifa"))
    station.scan("DO-NORMA")
    made = station.rma("RA-1-000001")
    assert (made.authorized, made.customer, made.announced) == (False, "Dana Levi", station.clock().date())
    assert sorted((line.product.sku, line.quantity, line.received) for line in made.lines) == [
        ("CABLE", 2, 2),
        ("SHIRT", 1, 1),
    ]
    assert {item.outcome for item in box(station).items} == {ReceiptOutcome.EXPECTED}
    assert station.refused("DO-NORMA") == a.NothingToReturn(BOX)


def test_an_empty_parcel_makes_no_return(station: Station) -> None:
    assert station.refused("DO-NORMA") == r.NoParcelOpen()
    station.scan(UNKNOWN)
    assert station.refused("DO-NORMA") == a.NothingToReturn(BOX)
    assert station.refusal(AT_THE_BENCH, make_unauthorized, "", "SO-404") == r.NotFound("order", "SO-404")


def test_a_return_that_was_made_cannot_be_unmade_while_a_piece_came_for_it(station: Station) -> None:
    sell(station, sale("SO-77", "CABLE", 2))
    station.scan("SO-77", "DO-OK", CABLE)
    other = Station(station.database, "1", station.clock)
    other.scan("ID-OMER-2")
    assert other.refusal(AT_THE_BENCH, undo) == r.NothingToUndo()
    other.scan("ID-DANA-1", "DO-UNDO", "DO-UNDO")
    assert station.bench.parcel is None


def test_a_strangers_parcel_waits_for_the_carrier_who_takes_it(station: Station) -> None:
    before = standing(station.database, "benches", "rmas", "lines")
    station.scan(UNKNOWN, CABLE, "DO-HOLD", "DO-H-NOTOURS", KETTLE)
    station.scan("DO-UNDO")
    station.scan("DO-NOTOURS")
    question = station.bench.question
    assert question is not None
    assert (question.kind, question.subject) == (QuestionKind.NOT_OURS, BOX)
    station.scan("DO-OK")
    assert standing(station.database, "benches", "rmas", "lines") == before
    gone = box(station)
    assert gone.state is ParcelState.NOT_OURS
    assert [(item.outcome, item.held, item.hold_code) for item in gone.items] == [
        (ReceiptOutcome.NOT_OURS, True, HoldReason.NOT_OURS)
    ]
    station.do(send_parcel_back, BOX)
    gone = box(station)
    assert (gone.state, [item.state for item in gone.items]) == (ParcelState.SENT_BACK, [ItemState.GONE])
    assert station.refused("DO-UNDO") == r.CannotUndo(BOX)
    station.scan(UNKNOWN)
    assert station.bench.parcel is not None
    assert station.bench.parcel.number == "PA-1-000002"


def test_a_strangers_parcel_that_is_ours_after_all_is_opened_again_whatever_came_since(station: Station) -> None:
    station.scan(UNKNOWN, CABLE, "DO-NOTOURS", "DO-NOTOURS", "DO-OK", "RR402101201IL", KETTLE, "DO-D", "DO-OK")
    station.scan("DO-CLOSE")
    before = standing(station.database)
    station.scan(UNKNOWN)
    question = station.bench.question
    assert question is not None
    assert (question.kind, question.marks) == (QuestionKind.REOPEN, ("not ours",))
    station.scan(UNKNOWN, "DO-UNDO")
    assert standing(station.database) == before
    station.scan(UNKNOWN, UNKNOWN, "RMA-6")
    ours = box(station)
    assert (ours.state, [rma.number for rma in ours.rmas]) == (ParcelState.WORKED, ["RMA-6"])


def test_a_strangers_parcel_is_ours_once_its_announcement_comes(station: Station) -> None:
    station.scan(UNKNOWN, CABLE, "DO-HOLD", "DO-H-OTHER")
    station.do(disown_parcel, BOX)
    announce(station, expected(rma="RMA-77", tracking=(UNKNOWN,), sku="CABLE"))
    ours = box(station)
    assert (ours.state, [item.outcome for item in ours.items]) == (ParcelState.WORKED, [ReceiptOutcome.EXPECTED])
    assert ours.items[0].held
    station.scan(UNKNOWN)
    assert station.bench.parcel is not None
    assert station.bench.parcel.number == BOX


def test_an_unopened_parcel_is_disowned_at_once_and_owned_again(station: Station) -> None:
    station.scan(UNKNOWN)
    before = standing(station.database)
    station.scan("DO-NOTOURS")
    assert (box(station).state, station.bench.parcel) == (ParcelState.NOT_OURS, None)
    station.scan("DO-UNDO")
    assert standing(station.database) == before


def test_a_disowned_piece_in_hand_is_in_hand_again_after_undo(station: Station) -> None:
    station.scan(UNKNOWN, CABLE, "DO-A")
    before = standing(station.database)
    station.do(disown_parcel, BOX)
    assert station.bench.item is None
    station.scan("DO-UNDO")
    assert standing(station.database) == before


def test_what_is_ours_or_decided_is_not_sent_back(station: Station) -> None:
    station.scan("RR402101201IL")
    assert station.refused("DO-NOTOURS") == a.IsOurs("RR402101201IL", ("RMA-1",))
    station.scan("DO-UNDO", UNKNOWN, CABLE, "DO-A", "DO-OK")
    assert station.refused("DO-NOTOURS") == a.PiecesDecided(BOX, ("IT-1-000001",))
    assert station.refusal(AT_THE_BENCH, send_parcel_back, BOX) == r.WrongState("parcel", BOX, "worked")


@OnBoth
def test_a_parcel_is_told_by_the_pieces_the_sender_the_carrier_and_the_day(either: Any) -> None:
    station = Station(either).begin()
    sell(station, sale("SO-77", "CABLE", phone="050-123-4567"), sale("SO-78", "PHONE", serial="SN-7"))
    announce(
        station,
        expected("RMA-7", "KETTLE", customer="Dana Levi", phone="050-123-4567", tracking=("RR402109999IL",)),
        expected("RMA-8", "KETTLE", customer="Omer Peretz"),
    )
    station.scan(UNKNOWN, KETTLE)
    assert {one.number for one in station.bench.candidates} == {"RMA-1", "RMA-7", "RMA-8"}
    station.do(describe_parcel, "", ParcelFacts(sender="Levi Dana\n1 Gefen St, Haifa\ntel. +972 50-1234567"))
    best, *others = station.bench.candidates
    assert "SO-77" in {other.number for other in others}
    assert best.number == "RMA-7"
    assert {why.ground for why in best.why} == {
        CandidateGround.PRODUCT,
        CandidateGround.CUSTOMER,
        CandidateGround.PHONE,
        CandidateGround.DAYS,
    }
    assert all(other.sure < best.sure for other in others)
    assert station.desk.read(candidates, BOX) == station.bench.candidates
    station.scan("RMA-7")
    assert station.bench.candidates == ()


def test_a_return_of_which_pieces_are_missing_is_told_by_that(station: Station) -> None:
    station.scan("RR402103114IL", SHIRT, "DO-A", "DO-OK", "DO-CLOSE", "DO-OK", UNKNOWN, SHIRT)
    grounds = {one.number: {why.ground for why in one.why} for one in station.bench.candidates}
    assert CandidateGround.SECOND_BOX in grounds["RMA-4"]
    assert CandidateGround.SECOND_BOX not in grounds["RMA-2"]


def test_what_is_seen_of_a_box_is_noted_and_the_rest_stays(station: Station) -> None:
    station.scan(UNKNOWN)
    station.do(describe_parcel, "", ParcelFacts(sender="Dana", weight_g=1200))
    station.do(describe_parcel, UNKNOWN, ParcelFacts(condition=OuterCondition.TORN))
    seen = box(station)
    assert (seen.sender, seen.weight_g, seen.condition) == ("Dana", 1200, OuterCondition.TORN)
    assert [found.number for found in station.desk.read(look.find, "Dana")] == [BOX]
    station.do(describe_parcel, "", ParcelFacts(sender="Dana"))
    station.scan("DO-UNDO", "DO-UNDO")
    assert (box(station).sender, box(station).condition) == ("", None)


@pytest.mark.parametrize(
    "facts",
    [ParcelFacts(weight_g=0), ParcelFacts(weight_g=10**9), ParcelFacts(box_no=3, box_count=2), ParcelFacts(sscc="12")],
)
def test_what_cannot_be_of_a_box_is_not_noted(station: Station, facts: ParcelFacts) -> None:
    station.scan(UNKNOWN)
    assert isinstance(station.refusal(AT_THE_BENCH, describe_parcel, "", facts), r.BadValue)
