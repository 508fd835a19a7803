"""What somebody should look at: each kind appears, goes by each of its ways, and comes again with news."""

import pytest

from returns_desk.domain.events import ExceptionSettled
from returns_desk.domain.exceptions import SHOWN_FOR, ExceptionKind, ExceptionRow, Way
from returns_desk.domain.items import HOLD_ANSWERS, HoldReason
from returns_desk.domain.people import Signature
from returns_desk.domain.photos import PhotoKind
from returns_desk.domain.refusals import CannotUndo, NotFound, WrongState
from returns_desk.store.database import Database
from returns_desk.store.ids import new_id
from returns_desk.store.records import ItemRecord, ParcelRecord, PhotoRecord
from returns_desk.store.work import Work
from returns_desk.usecases import look
from returns_desk.usecases.hold_item import end_hold, explain_hold, give_hold, hold_by_number
from returns_desk.usecases.import_expected import import_expected
from returns_desk.usecases.look_exceptions import count_each, count_exceptions, exception, exceptions
from returns_desk.usecases.match_parcel import disown_parcel, make_unauthorized, match_by_number, send_parcel_back
from returns_desk.usecases.settle_exception import settle_exception
from returns_desk.usecases.undo import undo
from tests.builders import CABLE, KETTLE, PHONE, SHIRT, Station, expected, standing
from tests.shops import OnBoth

K = ExceptionKind
UNKNOWN_BOX = "JD014600006281234567"


def stand_out(station: Station, kind: ExceptionKind | None = None) -> list[ExceptionRow]:
    """The rows, and that they are counted alike everywhere."""
    page = station.desk.read(exceptions, 100, kind)
    rows = [row for row in page.rows if isinstance(row, ExceptionRow)]
    assert page.total == len(rows)
    if kind is None:
        assert (
            station.desk.read(count_exceptions)
            == len(rows)
            == sum(each.count for each in station.desk.read(count_each))
        )
    return rows


def only(station: Station, kind: ExceptionKind) -> ExceptionRow:
    (row,) = stand_out(station, kind)
    assert station.desk.read(exception, row.key) == row
    return row


def change(station: Station, kind: type[ItemRecord] | type[ParcelRecord], number: str, **facts: object) -> None:
    """Let a record say something that another use case would have written."""

    def write(work: Work) -> None:
        record = work.session.query(kind).filter_by(number=number).one()
        for name, value in facts.items():
            setattr(record, name, value)

    station.do(write)


def settle(station: Station, row: ExceptionRow, note: str = "looked at it") -> None:
    station.do_as("avi", settle_exception, row.key, note)


def gone_and_back(station: Station, kind: ExceptionKind) -> ExceptionRow:
    """Settle what stands out, see it gone; take that back, see it again; settle it for good."""
    row = only(station, kind)
    avi = station.signature("avi")
    settle(station, row)
    assert stand_out(station, kind) == []
    assert station.refusal(avi, settle_exception, row.key) == NotFound("exception", row.key)
    station.desk.run(avi, undo)
    assert only(station, kind) == row
    settle(station, row)
    return row


@OnBoth
def test_a_quiet_shop_has_nothing_that_stands_out(either: Database) -> None:
    station = Station(either).begin()
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-OK", "DO-NEXT")
    assert stand_out(station) == []
    assert station.bench.exceptions_waiting == 0


@OnBoth
def test_a_hold_stands_out_with_reason_and_owner_until_it_is_released(either: Database) -> None:
    station = Station(either).begin()
    station.scan("RR402101201IL", KETTLE, "DO-HOLD", "DO-H-PARTS")
    row = only(station, K.HELD)
    assert (row.number, row.fact("code"), row.owner) == ("IT-1-000001", "PARTS", "")
    assert row.ways[0] is Way.OPEN
    avi = station.signature("avi")
    assert isinstance(station.refusal(avi, settle_exception, row.key), WrongState)
    station.do_as("avi", give_hold, row.number, avi.person_id)
    station.do_as("avi", explain_hold, HoldReason.CUSTOMER, "called her", row.number)
    row = only(station, K.HELD)
    assert (row.owner, row.fact("code"), row.fact("note")) == ("Avi", "CUSTOMER", "called her")
    station.do_as("avi", end_hold, row.number)
    assert stand_out(station) == []
    assert not station.item(row.number).held
    for held, owner in ((True, "Avi"), (True, "Avi"), (True, "")):
        station.desk.run(avi, undo)
        assert (station.item(row.number).held, station.item(row.number).hold_owner) == (held, owner)
    assert station.item(row.number).hold_code is HoldReason.PARTS


def test_a_decision_ends_a_hold_and_its_undo_brings_it_back_whole(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-H-SAFETY")
    station.do_as("avi", give_hold, "IT-1-000001", station.signature("tal").person_id)
    held = standing(station.database, "items")
    station.scan("IT-1-000001", "DO-OK")
    assert stand_out(station) == []
    station.scan("DO-UNDO", "DO-UNDO")
    assert standing(station.database, "items") == held


def test_a_hold_asks_why_and_any_other_scan_goes_on(station: Station) -> None:
    station.scan("RR402100166IL", SHIRT, "DO-A", "DO-HOLD")
    question = station.bench.question
    assert question is not None
    assert question.choices == tuple(reason.value for reason in HOLD_ANSWERS)
    station.scan(CABLE)
    assert station.bench.item is not None
    assert station.bench.item.product.sku == "CABLE"
    assert station.item("IT-1-000001").hold_code is HoldReason.SUPERVISOR


def test_yes_to_why_leaves_it_to_the_supervisor_and_a_reason_without_a_question_holds_at_once(station: Station) -> None:
    station.scan("RR402100166IL", SHIRT, "DO-A", "DO-HOLD", "DO-OK")
    assert station.item("IT-1-000001").hold_code is HoldReason.SUPERVISOR
    station.scan(CABLE, "DO-H-NOTOURS")
    assert station.item("IT-1-000002").hold_code is HoldReason.NOT_OURS
    assert station.bench.question is None


def test_a_piece_is_held_by_its_number_wherever_it_lies(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-HOLD", "DO-NEXT")
    station.do_as("avi", end_hold, "IT-1-000001")
    stood = standing(station.database)
    station.do(hold_by_number, "IT-1-000001", HoldReason.POLICY, "see the law")
    assert only(station, K.HELD).fact("note") == "see the law"
    station.scan("DO-UNDO")
    assert standing(station.database) == stood


def test_what_is_in_hand_at_another_station_is_not_held_from_here(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE)
    other = Station(station.database, "2").begin("omer")
    refusal = other.refusal(other.signature("omer"), hold_by_number, "IT-1-000001", HoldReason.OTHER)
    assert refusal == WrongState("item", "IT-1-000001", "in hand")


def test_many_of_one_kind_leave_room_for_the_others(station: Station) -> None:
    for number in range(8):
        station.refused(f"SUMSUM{'X' * number}")
    station.scan("RR402101201IL", KETTLE, "DO-HOLD")
    shown = station.desk.read(exceptions, 4)
    assert shown.total == 9
    assert [row.kind for row in shown.rows if isinstance(row, ExceptionRow)] == [K.HELD, *[K.REFUSED_SCAN] * 3]


def test_what_somebody_looked_at_is_told_in_the_things_own_timeline(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-A", "DO-OK")
    settle(station, only(station, K.POLICY), "a first look")
    told = [entry.event for entry in station.desk.read(look.timeline_of, "item", "IT-1-000001")]
    assert isinstance(told[-1], ExceptionSettled)
    assert told[-1].note == "a first look"


def test_a_hold_that_somebody_explained_since_is_not_taken_back(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-HOLD")
    station.do_as("avi", explain_hold, HoldReason.PARTS, "", "IT-1-000001")
    assert isinstance(station.refused("DO-UNDO"), CannotUndo)


@OnBoth
def test_an_unmatched_parcel_stands_out_open_or_finished_until_it_is_matched(either: Database) -> None:
    station = Station(either).begin()
    station.scan(UNKNOWN_BOX)
    row = only(station, K.UNMATCHED)
    assert (row.parcel, row.ways[0]) == ("PA-1-000001", Way.OPEN)
    station.scan(CABLE, "DO-C", "DO-OK", "DO-CLOSE")
    row = only(station, K.UNMATCHED)
    assert (row.fact("pieces"), row.ways[0]) == ("1", Way.MATCH)
    assert row.fact("candidate") in ("RMA-3", "RMA-6")
    station.do_as("avi", match_by_number, row.number, "RMA-6")
    assert stand_out(station, K.UNMATCHED) == []


@OnBoth
def test_an_unknown_parcel_that_was_closed_with_nothing_taken_is_not_lost(either: Database) -> None:
    station = Station(either).begin()
    station.scan(UNKNOWN_BOX, "DO-CLOSE")
    if station.bench.parcel is not None:
        station.scan("DO-CLOSE")
    number = only(station, K.UNMATCHED).number
    change(station, ParcelRecord, number, empty=True)
    assert [row.kind for row in stand_out(station)] == [K.EMPTY_BOX]


def test_an_unmatched_parcel_becomes_a_return_without_authorization(station: Station) -> None:
    station.scan(UNKNOWN_BOX, CABLE, "DO-HOLD")
    station.do(make_unauthorized, only(station, K.UNMATCHED).number)
    assert stand_out(station, K.UNMATCHED) == []


def test_a_parcel_that_is_not_ours_waits_for_the_carrier_and_then_is_gone(station: Station) -> None:
    station.scan(UNKNOWN_BOX, CABLE)
    station.do(disown_parcel, only(station, K.UNMATCHED).number)
    assert [row.kind for row in stand_out(station)] == [K.NOT_OURS]
    station.do(send_parcel_back, only(station, K.NOT_OURS).number)
    assert stand_out(station) == []


@OnBoth
def test_more_than_announced_stands_out_until_somebody_looked_at_it(either: Database) -> None:
    station = Station(either).begin()
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-OK", KETTLE, KETTLE)
    row = gone_and_back(station, K.OUTCOME)
    assert row.fact("outcome") == "over"


@OnBoth
def test_an_empty_box_stands_out_and_is_not_told_as_missing_pieces_too(either: Database) -> None:
    station = Station(either).begin()
    station.scan("RR402103114IL", "DO-CLOSE", "DO-CLOSE")
    assert stand_out(station, K.SHORT)[0].number == "RMA-4"
    change(station, ParcelRecord, "RR402103114IL", empty=True)
    assert stand_out(station, K.SHORT) == []
    assert gone_and_back(station, K.EMPTY_BOX).fact("customer") == "שירה אלון"


@OnBoth
def test_missing_pieces_stand_out_once_the_last_box_is_finished(either: Database) -> None:
    station = Station(either).begin()
    station.scan("RR402103114IL", SHIRT, "DO-D", "DO-OK")
    assert stand_out(station) == []
    station.scan("DO-CLOSE", "DO-CLOSE")
    row = gone_and_back(station, K.SHORT)
    assert (row.number, row.fact("missing"), row.parcel) == ("RMA-4", "1", "RR402103114IL")


@OnBoth
def test_a_refused_scan_stands_out_once_with_its_count_and_again_when_it_comes_again(either: Database) -> None:
    station = Station(either).begin()
    for _ in range(3):
        station.clock.forward(seconds=5)
        station.refused("SUMSUM")
    station.refused("DO-OK")
    row = gone_and_back(station, K.REFUSED_SCAN)
    assert (row.fact("scan"), row.fact("count"), row.fact("refusal")) == ("SUMSUM", "3", "UnknownCode")
    station.clock.forward(minutes=1)
    station.refused("SUMSUM")
    assert only(station, K.REFUSED_SCAN).fact("count") == "4"
    station.clock.forward(days=8)
    assert stand_out(station) == []


@OnBoth
def test_a_decision_against_the_recommendation_stands_out_with_its_reason(either: Database) -> None:
    station = Station(either).begin()
    station.scan("RR402101201IL", KETTLE, "DO-A", "DO-RECYCLE", "DO-O-SHOP")
    row = gone_and_back(station, K.OVERRIDE)
    assert (row.fact("chosen"), row.fact("recommended"), row.fact("override")) == ("recycle", "restock", "SHOP")


@OnBoth
def test_a_stated_defect_that_nobody_found_stands_out(either: Database) -> None:
    station = Station(either).begin()
    station.scan("RR402101201IL", KETTLE, "DO-A", "DO-OK")
    assert gone_and_back(station, K.POLICY).fact("stated") == "FAULTY"
    change(station, ItemRecord, "IT-1-000001", dispute="she says it leaks")
    assert only(station, K.POLICY).fact("dispute") == "she says it leaks"


@OnBoth
def test_a_doubtful_serial_stands_out(either: Database) -> None:
    station = Station(either).begin()
    station.scan("RR402104002IL", PHONE, "SN-00000001")
    assert gone_and_back(station, K.SERIAL).fact("serial") == "SN-00000001"


@OnBoth
def test_a_weight_far_from_what_was_announced_stands_out(either: Database) -> None:
    station = Station(either).begin()
    station.scan("RR402101201IL")
    change(station, ParcelRecord, "RR402101201IL", weight_g=1_200, expected_g=1_000)
    assert stand_out(station) == []
    change(station, ParcelRecord, "RR402101201IL", weight_g=1_300)
    assert gone_and_back(station, K.WEIGHT).fact("expected") == "1000"
    change(station, ParcelRecord, "RR402101201IL", weight_g=400)
    assert only(station, K.WEIGHT).fact("weight") == "400"


@OnBoth
def test_without_an_announced_weight_the_pieces_weights_are_summed_where_all_are_known(either: Database) -> None:
    station = Station(either).begin()
    station.scan("RR402100166IL")
    change(station, ParcelRecord, "RR402100166IL", weight_g=5_000)
    assert stand_out(station) == []

    def weigh(work: Work) -> None:
        for line in work.session.query(ParcelRecord).filter_by(number="RR402100166IL").one().rmas:
            for each in line.lines:
                each.product.weight_g = 400

    station.do(weigh)
    assert only(station, K.WEIGHT).fact("expected") == "800"


@OnBoth
def test_a_decision_without_a_needed_photograph_stands_out_while_it_stands(either: Database) -> None:
    station = Station(either).begin()
    station.scan("RR402104002IL", PHONE, "SN-88121733", "DO-D", "DO-OK")
    assert stand_out(station) == []
    station.scan("DO-OK")
    assert "defect" in only(station, K.EVIDENCE).fact("photos")
    station.scan("DO-UNDO")
    assert stand_out(station) == []
    station.scan("DO-OK", "DO-OK")
    gone_and_back(station, K.EVIDENCE)


@OnBoth
def test_a_photograph_that_is_taken_after_all_settles_it(either: Database) -> None:
    station = Station(either).begin()
    station.scan("RR402104002IL", PHONE, "SN-88121733", "DO-D", "DO-OK", "DO-OK")
    item_id = station.item(only(station, K.EVIDENCE).number).id
    facts = {"id": new_id(), "sha256": "0" * 64, "kind": PhotoKind.DEFECT, "item_id": item_id, "width": 1, "height": 1}

    def photograph(work: Work) -> None:
        work.add(PhotoRecord(**facts, taken_at=work.now))

    station.do(photograph)
    assert stand_out(station) == []


@OnBoth
def test_wrong_items_in_three_boxes_of_one_customer_stand_out(either: Database) -> None:
    station = Station(either).begin()
    boxes = [f"RR40210900{number}IL" for number in range(4)]
    announced = [
        expected(f"RMA-9{number}", "KETTLE", tracking=(box,), customer="Dr. No") for number, box in enumerate(boxes)
    ]
    station.do_as("avi", import_expected, announced)
    for number, box in enumerate(boxes, start=1):
        station.scan(box, CABLE, CABLE, "DO-C", "DO-HOLD", "DO-CLOSE", "DO-CLOSE")
        rows = stand_out(station, K.WRONG_ITEMS)
        assert [row.fact("count") for row in rows] == ([str(number)] if number >= 3 else [])
        for row in rows:
            assert row.number == "Dr. No"
            settle(station, row)


@OnBoth
def test_what_nobody_settled_is_history_after_three_months_but_a_hold_stays(either: Database) -> None:
    station = Station(either).begin()
    station.scan("RR402101201IL", KETTLE, "DO-A", "DO-RECYCLE", "DO-O-SHOP", KETTLE, KETTLE, "DO-HOLD")
    assert {row.kind for row in stand_out(station)} == {K.HELD, K.OUTCOME, K.OVERRIDE, K.POLICY}
    station.clock.forward(days=SHOWN_FOR.days + 1)
    assert [row.kind for row in stand_out(station)] == [K.HELD]


@pytest.mark.parametrize("key", ["", "held", "held:NOPE", "nonsense:1", "outcome:IT-1-000001:over:x", "refused-scan:"])
def test_a_key_of_nothing_is_refused(station: Station, key: str) -> None:
    avi: Signature = station.signature("avi")
    assert station.refusal(avi, settle_exception, key) == NotFound("exception", key)
