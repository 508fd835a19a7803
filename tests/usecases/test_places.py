"""Where a decided piece goes: suggested, asked for where none is known, changed by a bin's label; never skipped."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from returns_desk.domain.events import ItemDecided, ItemLookedUp, ItemPlaced, PlaceAdded, QuestionAsked, StepUndone
from returns_desk.domain.exceptions import ExceptionKind, ExceptionRow
from returns_desk.domain.grades import Grade
from returns_desk.domain.items import ItemState, StockStatus
from returns_desk.domain.people import OWNER
from returns_desk.domain.place_refusals import (
    NothingToPlace,
    NotToPlace,
    OwnPlace,
    PlaceNotUsed,
    UnknownPlace,
    WrongPlace,
)
from returns_desk.domain.refusals import CannotUndo, NotAllowed
from returns_desk.domain.snapshots import NextStep, QuestionKind
from returns_desk.exchange.rows import PlaceRow
from returns_desk.store.database import Database
from returns_desk.usecases import look_places
from returns_desk.usecases.import_places import drop_place, import_places
from returns_desk.usecases.import_rows import import_products
from returns_desk.usecases.look_exceptions import count_each, exceptions
from returns_desk.usecases.put_away import put_item
from returns_desk.usecases.undo import undo_step
from returns_desk.wording import Words
from returns_desk.wording.band import band
from tests.builders import CABLE, KETTLE, PHONE, SHIRT, TWIN, Station, products, standing
from tests.shops import OnBoth

S = StockStatus
PIECE = "IT-1-000001"
BINS = (
    PlaceRow(2, "A-02-1", status=S.AVAILABLE),
    PlaceRow(3, "A-03-2", "רצפה", S.AVAILABLE, ("kitchen",)),
    PlaceRow(4, "OB-1", status=S.OPEN_BOX),
    PlaceRow(5, "BIN-7"),
    PlaceRow(6, "RTV-1", status=S.SUPPLIER_RETURN),
)


@pytest.fixture
def shop(station: Station) -> Station:
    """A shop with a few bins, whose cables have no place of their own."""
    lay_down(station, BINS)
    homeless(station, "CABLE")
    return station


def lay_down(station: Station, rows: Sequence[PlaceRow]) -> None:
    station.do_as("avi", import_places, rows)


def homeless(station: Station, sku: str) -> None:
    """Take a product's own place away."""
    row = next(row for row in products() if row.sku == sku)
    station.do_as("avi", import_products, [replace(row, place="")])


def stock(station: Station, number: str = PIECE) -> tuple[ItemState, StockStatus, str]:
    item = station.item(number)
    return item.state, item.stock, item.place


def waiting(station: Station) -> list[str]:
    """Pieces that stand out since they have no place."""
    rows = station.desk.read(exceptions, 100, ExceptionKind.NO_PLACE).rows
    counted = {count.kind: count.count for count in station.desk.read(count_each)}[ExceptionKind.NO_PLACE]
    assert counted == len(rows)
    return [row.number for row in rows if isinstance(row, ExceptionRow)]


def sealed_shirt(station: Station) -> tuple[ItemDecided, ...]:
    events = station.scan("RR402103114IL", SHIRT, "DO-A", "DO-OK")
    return tuple(event for event in events if isinstance(event, ItemDecided))


def overridden(station: Station) -> None:
    """Say why, where it is asked."""
    question = station.bench.question
    if question is not None and question.kind is QuestionKind.OVERRIDE_REASON:
        station.scan("DO-O-OTHER")


def undecided_cable(station: Station) -> None:
    """A cable without any place for new goods."""
    station.do_as("avi", import_places, [replace(BINS[0], status=S.QUARANTINE)])
    station.scan("RMA-6", CABLE, "DO-A")


def test_a_piece_with_a_place_goes_there_at_once_and_the_band_says_so(shop: Station) -> None:
    (decided,) = sealed_shirt(shop)
    assert stock(shop) == (ItemState.PLACED, S.AVAILABLE, "A-02-1")
    assert (decided.place, decided.becomes) == ("A-02-1", "available")
    assert shop.bench.question is None
    assert "A-02-1" in band(Words("en"), (decided,), shop.bench).title


def test_a_place_for_its_category_is_suggested_to_what_has_none_of_its_own(shop: Station) -> None:
    row = next(row for row in products() if row.sku == "CABLE")
    shop.do_as("avi", import_products, [replace(row, place="", category="Kitchen")])
    shop.scan("RMA-6", CABLE, "DO-A", "DO-OK")
    assert stock(shop) == (ItemState.PLACED, S.AVAILABLE, "A-03-2")


def test_where_no_place_is_known_it_is_asked_and_nothing_is_for_sale(shop: Station) -> None:
    undecided_cable(shop)
    events = shop.scan("DO-OK")
    assert isinstance(events[-1], QuestionAsked)
    assert stock(shop) == (ItemState.DECIDED, S.QUARANTINE, "")
    question = shop.bench.question
    assert question is not None
    assert (question.kind, question.subject) == (QuestionKind.WHICH_PLACE, PIECE)
    assert shop.bench.next_step is NextStep.ANSWER
    assert waiting(shop) == [PIECE]
    (placed,) = shop.scan("a-03-2")
    assert isinstance(placed, ItemPlaced)
    assert stock(shop) == (ItemState.PLACED, S.AVAILABLE, "A-03-2")
    assert (shop.bench.question, waiting(shop)) == (None, [])


def test_any_other_scan_goes_on_and_the_piece_stands_out_until_it_has_a_place(shop: Station) -> None:
    undecided_cable(shop)
    shop.scan("DO-OK")
    shop.scan("DO-NEXT", "RR402101201IL", KETTLE)
    assert stock(shop) == (ItemState.DECIDED, S.QUARANTINE, "")
    assert waiting(shop) == [PIECE]
    shop.scan("DO-D", "DO-OK", PIECE)
    question = shop.bench.question
    assert question is not None
    assert question.kind is QuestionKind.WHICH_PLACE
    shop.scan("BIN-7")
    assert stock(shop) == (ItemState.PLACED, S.AVAILABLE, "BIN-7")
    assert waiting(shop) == []


def test_an_opened_box_is_asked_about_rather_than_put_among_the_new_ones(shop: Station) -> None:
    shop.do_as("avi", drop_place, "OB-1")
    shop.scan("RR402103114IL", SHIRT, "DO-B", "DO-OPENBOX")
    overridden(shop)
    assert stock(shop) == (ItemState.DECIDED, S.QUARANTINE, "")
    wrong = shop.refused("A-02-1")
    assert isinstance(wrong, WrongPlace)
    assert (wrong.holds, wrong.piece) == ("available", "open box")
    assert isinstance(shop.refused("OB-1"), PlaceNotUsed)
    shop.scan("BIN-7")
    assert stock(shop) == (ItemState.PLACED, S.OPEN_BOX, "BIN-7")


def test_another_bins_label_right_after_the_decision_changes_the_place(shop: Station) -> None:
    sealed_shirt(shop)
    (moved,) = shop.scan("A-03-2")
    assert isinstance(moved, ItemPlaced)
    assert (moved.before, moved.place) == ("A-02-1", "A-03-2")
    assert shop.item(PIECE).place == "A-03-2"
    shop.scan("BIN-7")
    assert shop.item(PIECE).place == "BIN-7"
    assert isinstance(shop.refused("OB-1"), WrongPlace)


def test_the_suggested_bins_own_label_only_confirms(shop: Station) -> None:
    sealed_shirt(shop)
    steps = shop.bench.steps
    (told,) = shop.scan("A-02-1")
    assert isinstance(told, ItemLookedUp)
    assert shop.bench.steps == steps


def test_a_placed_pieces_label_and_then_a_bins_moves_it(shop: Station) -> None:
    sealed_shirt(shop)
    shop.scan("DO-NEXT", "RR402101201IL", "DO-NEXT")
    shop.scan(PIECE)
    question = shop.bench.question
    assert question is not None
    assert (question.kind, question.subject) == (QuestionKind.MOVE, PIECE)
    assert shop.bench.next_step is not NextStep.ANSWER, "it is only offered"
    shop.scan("A-03-2")
    assert shop.item(PIECE).place == "A-03-2"
    shop.scan(PIECE, "RR402100166IL")
    assert shop.item(PIECE).place == "A-03-2"


def test_a_bins_label_at_any_other_time_says_what_lies_there(shop: Station) -> None:
    sealed_shirt(shop)
    shop.scan(SHIRT)
    refused = shop.refused("A-02-1")
    assert refused == NothingToPlace("A-02-1", 1, "IT-1-000002")
    shop.scan("DO-A", "DO-OK", "DO-NEXT")
    assert shop.refused("A-02-1") == NothingToPlace("A-02-1", 2)
    assert isinstance(shop.refused("BIN-99"), UnknownPlace)


def test_a_bins_label_is_no_serial_number_unless_that_was_announced(shop: Station) -> None:
    shop.scan("RR402104002IL", PHONE)
    assert isinstance(shop.refused("A-03-2"), NothingToPlace)
    assert shop.item(PIECE).serial == ""
    lay_down(shop, [PlaceRow(2, "SN-88121733")])
    shop.scan("SN-88121733")
    assert shop.item(PIECE).serial == "SN-88121733"


def test_what_goes_to_a_supplier_lies_in_its_cage_and_leaves_it_when_shipped(shop: Station) -> None:
    shop.scan("RR402101201IL", KETTLE, "DO-D", "DO-OK")
    item = shop.item(PIECE)
    assert (item.state, item.stock, item.place, item.batch) == (
        ItemState.BATCHED,
        S.SUPPLIER_RETURN,
        "RTV-1",
        "SB-000001",
    )
    assert isinstance(shop.refused("A-02-1"), WrongPlace), "what is to be sent back is not for sale"
    shop.scan("BIN-7")
    assert stock(shop) == (ItemState.BATCHED, S.SUPPLIER_RETURN, "BIN-7")


def test_without_a_cage_the_batch_is_its_place_and_nothing_is_asked(shop: Station) -> None:
    shop.do_as("avi", drop_place, "RTV-1")
    shop.scan("RR402101201IL", KETTLE, "DO-D", "DO-OK")
    assert stock(shop) == (ItemState.BATCHED, S.SUPPLIER_RETURN, "")
    assert (shop.bench.question, waiting(shop)) == (None, [])


def test_undo_takes_back_the_move_then_the_decision(shop: Station) -> None:
    undecided_cable(shop)
    graded = standing(shop.database)
    shop.scan("DO-OK")
    asked = standing(shop.database)
    shop.scan("A-03-2")
    placed = standing(shop.database)
    shop.scan("BIN-7", "DO-UNDO")
    assert standing(shop.database) == placed
    (undone,) = shop.scan("DO-UNDO")
    assert isinstance(undone, StepUndone)
    assert undone.undone == "ItemPlaced"
    assert standing(shop.database) == asked
    assert stock(shop) == (ItemState.DECIDED, S.QUARANTINE, "")
    shop.scan("DO-UNDO")
    assert standing(shop.database) == graded


def test_undo_while_it_is_asked_where_to_takes_the_decision_back(shop: Station) -> None:
    undecided_cable(shop)
    shop.scan("DO-OK", "DO-UNDO")
    assert shop.item(PIECE).state is ItemState.INSPECTED
    shop.scan("DO-OK", "DO-NO")
    assert (shop.item(PIECE).state, shop.bench.question) == (ItemState.DECIDED, None)
    shop.scan(PIECE, "DO-UNDO")
    assert shop.item(PIECE).state is ItemState.DECIDED, "the question alone was dropped"


def test_a_supervisor_takes_a_move_back_from_the_timeline_unless_it_was_moved_on(shop: Station) -> None:
    sealed_shirt(shop)
    shop.scan("A-03-2")
    first = shop.bench.steps[0].step_id
    shop.scan("BIN-7")
    second = shop.bench.steps[0].step_id
    assert type(shop.refusal(shop.signature("avi"), undo_step, first)).__name__ == "StepTouched"
    shop.do_as("avi", undo_step, second)
    shop.do_as("avi", undo_step, first)
    assert shop.item(PIECE).place == "A-02-1"


def test_an_unknown_bin_is_asked_about_once_and_added_by_whoever_may(shop: Station) -> None:
    shop.begin("avi")
    undecided_cable(shop)
    shop.scan("DO-OK")
    (asked,) = shop.scan("C-09-1")
    assert isinstance(asked, QuestionAsked)
    assert asked.choices == ("C-09-1",)
    assert stock(shop) == (ItemState.DECIDED, S.QUARANTINE, "")
    added, placed = shop.scan("C-09-1")
    assert isinstance(added, PlaceAdded)
    assert isinstance(placed, ItemPlaced)
    assert stock(shop) == (ItemState.PLACED, S.AVAILABLE, "C-09-1")
    shop.scan("DO-UNDO")
    assert isinstance(shop.refusal(OWNER, look_places.place, "C-09-1"), UnknownPlace)
    assert stock(shop) == (ItemState.DECIDED, S.QUARANTINE, "")


def test_an_added_bin_is_for_goods_like_the_first_of_it(shop: Station) -> None:
    row = next(row for row in products() if row.sku == "TWIN-A")
    shop.do_as("avi", import_products, [replace(row, category="toys", codes=("7290011239992",))])
    shop.begin("avi").do_as("avi", import_places, [replace(BINS[0], status=S.QUARANTINE)])
    shop.scan("RMA-6", "7290011239992", "DO-OK", "DO-A", "DO-RESTOCK")
    overridden(shop)
    shop.scan("T-1", "T-1")
    look = shop.desk.read(look_places.place, "T-1")
    assert (look.place.status, look.place.categories, look.pieces) == (S.AVAILABLE, ("toys",), 1)


def test_a_clerk_is_told_and_the_belt_goes_on(shop: Station) -> None:
    undecided_cable(shop)
    shop.scan("DO-OK", "C-09-1")
    question = shop.bench.question
    assert question is not None
    assert question.choices == ("C-09-1",)
    said = band(Words("en"), (QuestionAsked(kind=question.kind, subject=PIECE, choices=question.choices),), shop.bench)
    assert "supervisor" in said.detail
    assert shop.refused("C-09-1") == UnknownPlace("C-09-1")
    assert isinstance(shop.refusal(OWNER, look_places.place, "C-09-1"), UnknownPlace)
    shop.scan("DO-NEXT", "RR402101201IL", KETTLE)
    assert waiting(shop) == [PIECE]


@pytest.mark.parametrize("number", [PIECE, "it-1-000001"])
def test_a_piece_is_put_into_a_bin_by_its_number(shop: Station, number: str) -> None:
    sealed_shirt(shop)
    shop.do(put_item, number, "bin-7")
    assert shop.item(PIECE).place == "BIN-7"


def test_what_is_not_decided_or_gone_is_not_put_away(shop: Station) -> None:
    shop.scan("RR402103114IL", SHIRT)
    refusal = shop.refusal(shop.signature("dana"), put_item, PIECE, "A-02-1")
    assert refusal == NotToPlace(PIECE, "received")


def test_another_inspection_takes_a_piece_out_of_its_bin_and_undo_puts_it_back(shop: Station) -> None:
    undecided_cable(shop)
    shop.scan("DO-OK", "BIN-7", PIECE, "DO-AGAIN")
    assert stock(shop) == (ItemState.RECEIVED, S.QUARANTINE, "")
    shop.scan("DO-UNDO")
    assert stock(shop) == (ItemState.PLACED, S.AVAILABLE, "BIN-7")


def test_a_decision_without_a_place_is_inspected_again_too(shop: Station) -> None:
    undecided_cable(shop)
    shop.scan("DO-OK", PIECE, "DO-AGAIN")
    assert (stock(shop)[0], waiting(shop)) == (ItemState.RECEIVED, [])
    shop.scan("DO-UNDO")
    assert (stock(shop)[0], waiting(shop)) == (ItemState.DECIDED, [PIECE])


def test_a_list_of_places_is_taken_in_again_and_again(shop: Station) -> None:
    taken = shop.do_as("avi", import_places, BINS)
    assert (taken.added, taken.changed, taken.same) == (0, 0, len(BINS))
    taken = shop.do_as("avi", import_places, [PlaceRow(2, "a-03-2", unsaid=frozenset({"status", "categories"}))])
    assert taken.changed == 1
    place = shop.desk.read(look_places.place, "A-03-2").place
    assert (place.code, place.name, place.status, place.categories) == ("A-03-2", "", S.AVAILABLE, ("kitchen",))


@pytest.mark.parametrize(
    ("code", "fact"), [("DO-OK", "own code"), ("IT-1-000001", "own code"), (TWIN, "products code")]
)
def test_a_code_that_means_something_else_is_no_place(shop: Station, code: str, fact: str) -> None:
    taken = shop.do_as("avi", import_places, [PlaceRow(9, code), PlaceRow(10, "Z-1")])
    assert [(row.line, row.refusal.fact) for row in taken.refused] == [(9, fact)]
    assert taken.added == 1


def test_a_place_is_dropped_once_no_product_calls_it_its_own(shop: Station) -> None:
    assert shop.refusal(shop.signature("avi"), drop_place, "A-02-1") == OwnPlace("A-02-1", ("SHIRT",))
    assert isinstance(shop.refusal(shop.signature("dana"), drop_place, "BIN-7"), NotAllowed)
    shop.do_as("avi", drop_place, "BIN-7")
    assert isinstance(shop.refusal(shop.signature("avi"), drop_place, "BIN-7"), PlaceNotUsed)
    sealed_shirt(shop)
    assert isinstance(shop.refused("BIN-7"), PlaceNotUsed)
    lay_down(shop, [BINS[3]])
    shop.scan("BIN-7")
    assert shop.item(PIECE).place == "BIN-7"


def test_a_dropped_place_that_a_product_calls_its_own_is_used_again(shop: Station) -> None:
    shop.do_as("avi", drop_place, "BIN-7")
    row = next(row for row in products() if row.sku == "CABLE")
    shop.do_as("avi", import_products, [replace(row, place="BIN-7")])
    shop.scan("RMA-6", CABLE, "DO-A", "DO-OK")
    assert stock(shop) == (ItemState.PLACED, S.AVAILABLE, "BIN-7")
    assert not shop.desk.read(look_places.place, "BIN-7").place.dropped


def test_a_move_is_not_taken_back_once_the_piece_was_decided_anew(shop: Station) -> None:
    sealed_shirt(shop)
    shop.scan("BIN-7")
    step = shop.bench.steps[0].step_id
    shop.scan(PIECE, "DO-AGAIN")
    refusal = shop.refusal(shop.signature("avi"), undo_step, step)
    assert isinstance(refusal, CannotUndo) or type(refusal).__name__ == "StepTouched"


def test_places_are_listed_with_how_many_pieces_lie_there(shop: Station) -> None:
    sealed_shirt(shop)
    looks = [look for look in shop.desk.read(look_places.places).rows if isinstance(look, look_places.PlaceLook)]
    assert {look.place.code: look.pieces for look in looks} == {
        "A-02-1": 1,
        "A-03-2": 0,
        "BIN-7": 0,
        "OB-1": 0,
        "RTV-1": 0,
    }
    assert [item.number for item in shop.desk.read(look_places.place, "a-02-1").items] == [PIECE]


@OnBoth
def test_a_piece_goes_from_bin_to_bin_in_either_database(either: Database) -> None:
    station = Station(either).begin()
    lay_down(station, BINS)
    homeless(station, "CABLE")
    undecided_cable(station)
    station.scan("DO-OK")
    assert waiting(station) == [PIECE]
    station.scan("A-03-2", "BIN-7", "DO-UNDO")
    assert stock(station) == (ItemState.PLACED, S.AVAILABLE, "A-03-2")
    looks = station.desk.read(look_places.places).rows
    assert {look.place.code: look.pieces for look in looks if isinstance(look, look_places.PlaceLook) and look.pieces}
    assert [item.number for item in station.desk.read(look_places.place, "A-03-2").items] == [PIECE]
    assert station.refused("A-02-1") == WrongPlace("A-02-1", "quarantine", PIECE, "available")
    assert station.refusal(station.signature("avi"), drop_place, "A-02-1") == OwnPlace("A-02-1", ("SHIRT",))
    station.do_as("avi", drop_place, "OB-1")
    station.scan("DO-NEXT", "RR402101201IL", KETTLE, "DO-D", "DO-OK")
    assert station.item("IT-1-000002").place == "RTV-1"


def test_a_products_own_place_that_holds_something_else_is_not_suggested(shop: Station) -> None:
    lay_down(shop, [replace(BINS[0], status=S.OPEN_BOX), PlaceRow(7, "NEW-1", status=S.AVAILABLE)])
    (decided,) = sealed_shirt(shop)
    assert decided.place == "NEW-1"
    assert stock(shop) == (ItemState.PLACED, S.AVAILABLE, "NEW-1")


def test_a_place_is_called_as_its_label_has_it_however_the_product_spells_it(shop: Station) -> None:
    row = next(row for row in products() if row.sku == "SHIRT")
    shop.do_as("avi", import_products, [replace(row, place="a-02-1")])
    sealed_shirt(shop)
    assert stock(shop)[2] == "A-02-1"
    assert shop.desk.read(look_places.place, "A-02-1").pieces == 1


def test_a_decision_that_came_back_says_what_the_piece_becomes_in_its_bin(shop: Station) -> None:
    undecided_cable(shop)
    lay_down(shop, [replace(BINS[2], status=S.QUARANTINE)])
    shop.scan("DO-OK", "DO-NO")
    shop.scan(PIECE, "DO-AGAIN", "DO-B", "DO-OPENBOX")
    overridden(shop)
    assert stock(shop) == (ItemState.DECIDED, S.QUARANTINE, "")
    while shop.item(PIECE).grade is not Grade.A or shop.item(PIECE).state is not ItemState.DECIDED:
        shop.scan("DO-UNDO")
    shop.do(put_item, PIECE, "A-03-2")
    assert stock(shop) == (ItemState.PLACED, S.AVAILABLE, "A-03-2")


def test_a_bin_that_a_list_named_since_is_not_taken_back(shop: Station) -> None:
    shop.begin("avi")
    undecided_cable(shop)
    shop.scan("DO-OK", "C-09-1", "C-09-1")
    step = shop.bench.steps[0].step_id
    lay_down(shop, [PlaceRow(2, "C-09-1", "מדף", S.AVAILABLE)])
    assert isinstance(shop.refusal(shop.signature("avi"), undo_step, step), CannotUndo)
