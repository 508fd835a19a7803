"""Recalled goods are stopped: at the scan, when the notice comes later, and however they are decided."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from returns_desk.domain.contents_refusals import InHandElsewhere
from returns_desk.domain.events import StepUndone
from returns_desk.domain.exceptions import ExceptionKind, ExceptionRow, Way
from returns_desk.domain.items import Disposition, HoldReason, ItemState, StockStatus
from returns_desk.domain.recall_refusals import LotFirst, NotToBeGiven
from returns_desk.domain.recalls import RecallCheck
from returns_desk.domain.recommendation import Block
from returns_desk.domain.refusals import CannotUndo, NotFound, OptionBlocked, WrongState
from returns_desk.exchange.rows import RecallRow
from returns_desk.store.database import Database
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.hold_item import end_hold
from returns_desk.usecases.import_recalls import import_recalls
from returns_desk.usecases.import_rows import Taken
from returns_desk.usecases.look_exceptions import exceptions
from returns_desk.usecases.look_recalls import recall
from returns_desk.usecases.new_item import Marks
from returns_desk.usecases.record_serial import record_marks
from returns_desk.usecases.ship_batch import ship_batch
from returns_desk.usecases.submit_batch import cancel_batch, pull_item, submit_batch
from returns_desk.usecases.undo import undo, undo_step
from returns_desk.usecases.withdraw_recall import withdraw_recall
from returns_desk.wording import Words
from returns_desk.wording.band import band
from tests.builders import CABLE, KETTLE, PHONE, SHIRT, Station, standing
from tests.shops import OnBoth

BOX, PIECE = "RR402101201IL", "IT-1-000001"
LOT_L5 = f"(01)0{KETTLE}(10)L5"
LOT_L6 = f"(01)0{KETTLE}(10)L6"


def notice(code: str = KETTLE, number: str = "R-17", **facts: Any) -> RecallRow:
    return RecallRow(2, number, code, **{"reason": "overheats", **facts})


def take_in(station: Station, *rows: RecallRow) -> Taken:
    return station.do_as("avi", import_recalls, rows or (notice(),))


def stood_out(station: Station, kind: ExceptionKind) -> list[ExceptionRow]:
    rows: Sequence[object] = station.desk.read(exceptions, 100, kind).rows
    return [row for row in rows if isinstance(row, ExceptionRow)]


def blocks(station: Station, disposition: Disposition) -> tuple[Block, ...]:
    recommendation = station.bench.recommendation
    assert recommendation is not None
    return recommendation.option(disposition).blocks


@OnBoth
def test_a_recalled_piece_is_taken_and_held_and_leaves_the_hand_free(either: Database) -> None:
    station = Station(either).begin()
    take_in(station, notice(lot="l 5"))
    events = station.scan(BOX, LOT_L5)
    assert type(events[-1]).__name__ == "ItemRecalled"
    item = station.item(PIECE)
    assert item.held
    assert item.hold_code is HoldReason.RECALL
    assert item.hold_reason == "R-17 · L5 · overheats"
    assert (item.recall_check, item.recall) == (RecallCheck.CONCERNED, "R-17")
    assert item.stock is StockStatus.QUARANTINE
    assert station.bench.item is None
    assert station.bench.parcel is not None
    assert [row.number for row in stood_out(station, ExceptionKind.RECALLED)] == [PIECE]
    assert not stood_out(station, ExceptionKind.HELD)


def test_undoing_the_scan_takes_back_the_piece_and_its_hold(station: Station) -> None:
    take_in(station, notice(lot="L5"))
    station.scan(BOX)
    before = standing(station.database)
    station.scan(LOT_L5, "DO-UNDO")
    assert standing(station.database) == before


def test_another_lot_of_a_recalled_product_goes_on_as_any_other(station: Station) -> None:
    take_in(station, notice(lot="L5"))
    station.scan(BOX, LOT_L6, "DO-A")
    assert station.item(PIECE).recall_check is RecallCheck.OTHER
    assert not station.item(PIECE).held
    assert Block.RECALLED not in blocks(station, Disposition.RESTOCK)
    station.scan("DO-OK")
    assert station.item(PIECE).disposition is Disposition.RESTOCK


def test_where_nobody_read_the_lot_it_is_asked_for_before_the_piece_goes_to_anybody(station: Station) -> None:
    take_in(station, notice(lot="L5"))
    events = station.scan(BOX, KETTLE)
    assert events[0].unread == "R-17"  # type: ignore[attr-defined]
    station.scan("DO-A")
    assert blocks(station, Disposition.RESTOCK) == (Block.LOT_UNREAD,)
    for way in ("DO-OK", "DO-RESTOCK", "DO-DONATE"):
        assert station.refused(way) == LotFirst(PIECE, "R-17"), way
    station.scan("(10)L6")
    assert station.item(PIECE).lot == "L6"
    station.scan("DO-OK")
    assert station.item(PIECE).disposition is Disposition.RESTOCK


def test_the_recalled_lot_that_is_read_later_stops_the_piece_and_undo_gives_it_back(station: Station) -> None:
    take_in(station, notice(lot="L5"))
    station.scan(BOX, KETTLE, "DO-A")
    before = standing(station.database)
    station.scan("(10)L5")
    assert station.item(PIECE).held
    assert station.bench.item is None
    station.scan("DO-UNDO")
    assert standing(station.database) == before
    assert station.item(PIECE).recall_check is RecallCheck.UNREAD


def test_a_wrong_lot_that_is_put_right_frees_the_piece(station: Station) -> None:
    take_in(station, notice(lot="L5"))
    station.scan(BOX, LOT_L5)
    station.do(record_marks, Marks(lot="L6"), PIECE)
    item = station.item(PIECE)
    assert (item.held, item.recall_check) == (False, RecallCheck.OTHER)
    station.do(undo)
    assert station.item(PIECE).held
    assert station.item(PIECE).recall_check is RecallCheck.CONCERNED


def test_a_serial_of_the_range_stops_the_piece_when_it_is_read(station: Station) -> None:
    take_in(station, notice(PHONE, serial_from="SN-88121700", serial_to="SN-88121799"))
    station.scan("RR402104002IL", PHONE)
    assert station.item(PIECE).recall_check is RecallCheck.UNREAD
    station.scan("SN-88121733")
    assert station.item(PIECE).held
    assert station.item(PIECE).hold_code is HoldReason.RECALL


def test_nobody_restocks_or_gives_away_what_is_recalled_whoever_asks(station: Station) -> None:
    take_in(station)
    station.scan(BOX, KETTLE, PIECE, "DO-A")
    for person in ("dana", "avi"):
        station.begin(person)
        for way, name in (("DO-RESTOCK", "restock"), ("DO-DONATE", "donate")):
            refusal = station.refused(way)
            assert isinstance(refusal, OptionBlocked), (person, way)
            assert refusal.disposition.startswith(name)
            assert Block.RECALLED.value in refusal.blocks


@pytest.mark.parametrize(
    ("measure", "state"),
    [(Disposition.RECYCLE, StockStatus.RECYCLING), (Disposition.SUPPLIER, StockStatus.SUPPLIER_RETURN)],
)
def test_what_the_notice_says_is_recommended_and_ends_the_hold(
    station: Station, measure: Disposition, state: StockStatus
) -> None:
    take_in(station, notice(measure=measure))
    station.scan(BOX, KETTLE, PIECE, "DO-D")
    recommendation = station.bench.recommendation
    assert recommendation is not None
    assert recommendation.best is not None
    assert recommendation.best.disposition is measure
    station.scan("DO-OK")
    item = station.item(PIECE)
    assert (item.held, item.stock) == (False, state)
    assert not stood_out(station, ExceptionKind.RECALLED)


def test_another_way_than_the_notice_says_asks_why(station: Station) -> None:
    take_in(station, notice(measure=Disposition.RECYCLE))
    station.scan(BOX, KETTLE, PIECE, "DO-D", "DO-SUPPLIER")
    assert station.item(PIECE).disposition is None
    station.scan("DO-O-AGREED")
    assert station.item(PIECE).disposition is Disposition.SUPPLIER


@OnBoth
def test_what_is_in_stock_when_the_notice_comes_is_taken_out_of_it_and_listed(either: Database) -> None:
    station = Station(either).begin()
    station.scan(BOX, KETTLE, "DO-A", "DO-OK")
    assert station.item(PIECE).stock is not StockStatus.QUARANTINE
    before, placed = standing(either), station.item(PIECE)
    station.begin("avi")
    taken = take_in(station)
    assert (taken.added, taken.pieces) == (1, 1)
    item = station.item(PIECE)
    assert (item.state, item.stock, item.disposition) == (ItemState.INSPECTED, StockStatus.QUARANTINE, None)
    assert item.held
    assert item.hold_code is HoldReason.RECALL
    (row,) = stood_out(station, ExceptionKind.RECALLED)
    assert row.fact("place") == placed.place
    assert Way.RELEASE in row.ways
    assert Way.SEEN not in row.ways
    undone = station.desk.run(station.signature("avi"), undo).events[-1]
    assert isinstance(undone, StepUndone)
    assert (undone.undone, undone.number) == ("RecallsTaken", "R-17")  # not only the hold, which went with it
    assert {**standing(either), "benches": []} == {**before, "benches": []}
    assert station.item(PIECE).stock is placed.stock


def test_what_was_restocked_unread_is_taken_out_of_stock_to_be_read(station: Station) -> None:
    station.scan(BOX, KETTLE, "DO-A", "DO-OK")
    take_in(station, notice(lot="L5"))
    item = station.item(PIECE)
    assert (item.recall_check, item.held, item.disposition) == (RecallCheck.UNREAD, True, None)
    station.scan(PIECE, "(10)L6")
    assert (station.item(PIECE).held, station.item(PIECE).recall_check) == (False, RecallCheck.OTHER)


def test_what_gathers_for_a_charity_is_pulled_out_and_what_goes_to_a_supplier_goes_on(station: Station) -> None:
    station.scan("RR402100166IL", SHIRT, "DO-HOLD", CABLE, "DO-B", "DO-DONATE", "DO-O-OTHER")
    given = station.item("IT-1-000002")
    assert given.batch
    station.scan("DO-NEXT", BOX, KETTLE, "DO-D", "DO-OK")
    kettle = station.item("IT-1-000003")
    assert kettle.disposition is Disposition.SUPPLIER
    assert take_in(station, notice(CABLE), notice(KETTLE)).pieces == 1
    assert station.item("IT-1-000002").held
    assert not station.item("IT-1-000002").batch
    assert station.item("IT-1-000003").disposition is Disposition.SUPPLIER
    assert [line.item.number for line in station.batch(given.batch).lines] == []
    assert [row.number for row in stood_out(station, ExceptionKind.RECALLED)] == ["IT-1-000002"]


def test_the_same_notice_again_changes_nothing_and_one_for_goods_nobody_knows_is_taken_and_told(
    station: Station,
) -> None:
    station.scan(BOX, KETTLE)
    assert take_in(station).pieces == 1
    again = take_in(station)
    assert (again.added, again.changed, again.same, again.pieces) == (0, 0, 1, 0)
    strange = take_in(station, notice("4006381333931"))
    assert strange.added == 1
    assert [row.refusal.value for row in strange.told] == ["4006381333931"]


@pytest.mark.parametrize(("code", "named"), [("0" + KETTLE, True), ("ket tle", True), (SHIRT, False)])
def test_a_notice_names_a_product_by_its_code_or_sku_however_it_is_written(
    station: Station, code: str, named: bool
) -> None:
    take_in(station, notice(code))
    station.scan(BOX, KETTLE)
    assert station.item(PIECE).held is named


def test_a_notice_that_somebody_withdrew_is_not_taken_back(station: Station) -> None:
    station.begin("avi").do(import_recalls, [notice()])
    step = station.bench.steps[0].step_id
    station.do_as("noa", withdraw_recall, "R-17")
    assert isinstance(station.refusal(station.signature("avi"), undo_step, step), CannotUndo)


def test_a_withdrawn_notice_frees_nothing_by_itself_but_is_told_and_can_be_brought_back(station: Station) -> None:
    take_in(station)
    station.scan(BOX, KETTLE)
    station.begin("avi")
    before = standing(station.database)
    assert station.do_as("avi", withdraw_recall, "r-17") == 1
    (row,) = stood_out(station, ExceptionKind.RECALLED)
    assert row.fact("check") == RecallCheck.WITHDRAWN.value
    assert station.item(PIECE).held
    assert station.refusal(station.signature("avi"), withdraw_recall, "R-17") == WrongState(
        "recall", "R-17", "withdrawn"
    )
    station.do(undo)
    assert standing(station.database) == before
    assert station.item(PIECE).recall_check is RecallCheck.CONCERNED
    station.do_as("avi", withdraw_recall, "R-17")
    station.do_as("avi", end_hold, PIECE)
    assert not stood_out(station, ExceptionKind.RECALLED)
    station.scan(PIECE, "DO-A")
    assert Block.RECALLED not in blocks(station, Disposition.RESTOCK)


def test_there_is_nothing_to_withdraw_of_a_notice_that_nobody_took_in(station: Station) -> None:
    assert station.refusal(station.signature("avi"), withdraw_recall, "R-99") == NotFound("recall", "R-99")


def test_a_withdrawn_notice_that_comes_again_counts_again(station: Station) -> None:
    take_in(station)
    station.do_as("avi", withdraw_recall, "R-17")
    assert take_in(station).changed == 1
    station.scan(BOX, KETTLE)
    assert station.item(PIECE).recall_check is RecallCheck.CONCERNED


def test_a_notice_shows_its_lines_and_what_it_stops(station: Station) -> None:
    take_in(station, notice(lot="L5"), notice("4006381333931", since=date(2026, 11, 1)))
    station.scan(BOX, LOT_L5)
    shown = station.desk.read(recall, "R-17")
    assert [line.product.sku if line.product else "" for line in shown.lines] == ["KETTLE", ""]
    assert [item.number for item in shown.pieces] == [PIECE]
    assert not shown.withdrawn


def test_taking_a_piece_asks_once_and_no_other_scan_does(station: Station) -> None:
    asked: list[str] = []

    def count(_conn: Any, _cursor: Any, statement: str, *_: object) -> None:
        if "FROM recalls" in statement:
            asked.append(statement)

    event.listen(station.database.engine, "before_cursor_execute", count)
    station.scan(BOX)
    assert not asked
    station.scan(KETTLE)
    assert len(asked) == 1
    station.scan("DO-A", "DO-F-WORN", "(10)L5", "DO-RECYCLE", "DO-O-VALUE")
    assert len(asked) == 1
    event.remove(station.database.engine, "before_cursor_execute", count)


def test_a_part_that_is_split_off_is_recalled_as_the_whole_is(station: Station) -> None:
    take_in(station, notice(SHIRT, lot="L5"))
    station.scan("RR402103114IL", SHIRT, "2", "DO-SPLIT", "1")
    assert {station.item(f"IT-1-00000{n}").recall_check for n in (1, 2)} == {RecallCheck.UNREAD}


def test_past_its_date_a_piece_is_neither_restocked_nor_donated_also_when_it_waited(station: Station) -> None:
    last = station.clock().date()
    station.scan(BOX, f"(01)0{KETTLE}(17){last:%y%m%d}", "DO-A")
    assert Block.EXPIRED not in blocks(station, Disposition.RESTOCK)
    station.scan("DO-HOLD")
    station.clock.forward(days=1)
    events = station.scan(PIECE)
    assert events[-1].expired == last.isoformat()  # type: ignore[attr-defined]
    for way in (Disposition.RESTOCK, Disposition.DONATE):
        assert Block.EXPIRED in blocks(station, way)
    assert isinstance(station.refused("DO-RESTOCK"), OptionBlocked)
    assert isinstance(station.refused("DO-DONATE"), OptionBlocked)


def test_a_date_that_is_typed_counts_as_one_that_was_scanned(station: Station) -> None:
    station.scan(BOX, KETTLE, "DO-A", "(17)201231")
    assert station.item(PIECE).expires == date(2020, 12, 31)
    assert Block.EXPIRED in blocks(station, Disposition.RESTOCK)


@OnBoth
def test_what_goes_past_its_date_on_the_shelf_is_listed_with_its_place(either: Database) -> None:
    station = Station(either).begin()
    last = station.clock().date() + timedelta(days=60)
    station.scan(BOX, f"(01)0{KETTLE}(17){last:%y%m%d}", "DO-A", "DO-OK")
    assert station.item(PIECE).disposition is Disposition.RESTOCK
    assert not stood_out(station, ExceptionKind.EXPIRED)
    station.clock.forward(days=61)
    (row,) = stood_out(station, ExceptionKind.EXPIRED)
    assert (row.number, row.fact("expires")) == (PIECE, last.isoformat())


def given_cable(station: Station, **marks: date) -> str:
    """A cable in a charity's batch; the batch's number."""
    code = f"(01)0{CABLE}" + "".join(f"(17){day:%y%m%d}" for day in marks.values())
    station.scan("RR402100166IL", SHIRT, "DO-HOLD", code, "DO-B", "DO-DONATE", "DO-O-OTHER")
    return station.item("IT-1-000002").batch


def test_a_charitys_batch_does_not_go_on_with_what_was_recalled_since_and_says_what_to_take_out(
    station: Station,
) -> None:
    batch = given_cable(station)
    station.do(submit_batch, batch)
    station.do_as("avi", import_recalls, [notice(CABLE)])
    assert station.item("IT-1-000002").disposition is Disposition.DONATE
    (row,) = stood_out(station, ExceptionKind.RECALLED)
    assert (row.fact("batch"), Way.SEEN in row.ways, Way.RELEASE in row.ways) == (batch, True, False)
    refused = NotToBeGiven(batch, ("IT-1-000002",))
    assert station.refusal(station.signature("avi"), approve_batch, batch) == refused
    station.do(pull_item, batch, "IT-1-000002")
    assert station.item("IT-1-000002").disposition is None
    assert not stood_out(station, ExceptionKind.RECALLED)


def test_an_approved_gift_that_went_past_its_day_does_not_leave_the_house(station: Station) -> None:
    batch = given_cable(station, last=station.clock().date() + timedelta(days=60))
    station.do(submit_batch, batch)
    station.do_as("avi", approve_batch, batch)
    station.clock.forward(days=61)
    assert station.refusal(station.signature("dana"), ship_batch, batch) == NotToBeGiven(batch, ("IT-1-000002",))
    assert [row.fact("batch") for row in stood_out(station, ExceptionKind.EXPIRED)] == [batch]
    station.do_as("avi", cancel_batch, batch)
    assert not stood_out(station, ExceptionKind.EXPIRED)


def test_a_batch_of_recalled_goods_goes_to_its_supplier(station: Station) -> None:
    station.scan(BOX, KETTLE, "DO-D", "DO-OK")
    batch = station.item(PIECE).batch
    station.do_as("avi", import_recalls, [notice()])
    station.do(submit_batch, batch)
    station.do_as("avi", approve_batch, batch)
    assert not stood_out(station, ExceptionKind.RECALLED)


def test_only_a_piece_that_nobody_holds_elsewhere_and_nobody_decided_is_marked_by_its_number(
    station: Station, shop: Database
) -> None:
    other = Station(shop, "2", station.clock).begin("omer")
    station.scan(BOX, KETTLE)
    marks = Marks(expires=date(2027, 1, 1))
    refusal = other.refusal(other.signature("omer"), record_marks, marks, PIECE)
    assert isinstance(refusal, InHandElsewhere)
    assert other.refusal(other.signature("omer"), record_marks, marks, "IT-9-000001") == NotFound("item", "IT-9-000001")
    station.scan("DO-D", "DO-OK")
    assert isinstance(other.refusal(other.signature("omer"), record_marks, marks, PIECE), WrongState)


def test_a_piece_of_a_product_that_nobody_knew_is_stopped_by_its_code(station: Station) -> None:
    station.do_as("avi", import_recalls, [notice("4006381333931")])
    station.scan(BOX, "4006381333931", "4006381333931")
    assert station.item(PIECE).held
    assert station.item(PIECE).recall == "R-17"


@pytest.mark.parametrize("language", ["he", "en"])
def test_the_band_is_red_for_what_is_recalled_and_amber_for_what_is_to_be_read(station: Station, language: str) -> None:
    take_in(station, notice(lot="L5"))
    words = Words(language)
    station.scan(BOX)
    shown = band(words, station.scan(KETTLE), station.bench)
    assert (shown.tone, "R-17" in shown.detail) == ("ask", True)
    shown = band(words, station.scan("(10)L5"), station.bench)
    assert shown.tone == "bad"
    assert "R-17" in shown.title
    assert "L5" in shown.title
    assert PIECE in shown.detail
    shown = band(words, station.scan(PIECE), station.bench)
    assert shown.tone == "bad"
    shown = band(words, station.scan("(10)L6"), station.bench)
    assert (shown.tone, "R-17" in shown.detail) == ("ok", True)
