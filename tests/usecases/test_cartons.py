"""Sealed cartons: one scan takes all that is in them, one decision stands for all, and whatever opens them ends it."""

import pytest

from returns_desk.domain.contents_refusals import OneByOne, OpenCartonFirst
from returns_desk.domain.events import CartonFound, CartonOpened
from returns_desk.domain.grades import Grade
from returns_desk.domain.items import StockStatus
from returns_desk.domain.refusals import BadValue, NotGradedYet
from returns_desk.domain.snapshots import NextStep, QuestionKind
from returns_desk.scanning.product_codes import check_digit
from returns_desk.store.work import Work
from returns_desk.usecases.import_expected import import_expected
from returns_desk.usecases.import_rows import import_products
from returns_desk.usecases.verify_books import verify_books
from tests.builders import CABLE, PHONE, SHIRT, Station, expected, products, rows, standing

BOX = "RR402105005IL"


def carton_of(code: str, indicator: str = "1") -> str:
    """The code that a carton of a product bears."""
    payload = indicator + code[:12]
    return payload + check_digit(payload)


CARTON, OF_PHONES, OF_SHIRTS = carton_of(CABLE), carton_of(PHONE), carton_of(SHIRT)


def announce(station: Station, *quantities: int, sku: str = "CABLE") -> None:
    """Announce one box with a return for each quantity of one thing."""
    returns = [expected(f"RMA-7{n}", sku, quantity, tracking=(BOX,)) for n, quantity in enumerate(quantities)]
    station.do_as("avi", import_expected, returns)


def list_cartons(station: Station) -> None:
    """Say in the catalogue how many are in a carton of cables and of telephones."""
    known = {"CABLE": (CARTON, 40), "PHONE": (OF_PHONES, 10), "SHIRT": (OF_SHIRTS, 40)}

    def take(work: Work) -> None:
        rows_ = [
            product.__class__(**{**product.__dict__, "carton_codes": (code,), "carton_pieces": pieces})
            for product in products()
            for code, pieces in [known.get(product.sku, ("", 0))]
            if code
        ]
        import_products(work, rows_)

    station.do_as("noa", take)


def test_a_cartons_code_takes_all_that_is_in_it_sealed_and_as_new(station: Station) -> None:
    announce(station, 40, sku="SHIRT")
    list_cartons(station)
    events = station.scan(BOX, OF_SHIRTS)
    assert [event.count for event in events if isinstance(event, CartonFound)] == [40]
    item = station.bench.item
    assert item is not None
    assert (item.quantity, item.carton, item.grade) == (40, True, Grade.A)
    assert station.bench.next_step is NextStep.DECIDE
    station.scan("DO-OK")
    assert station.bench.next_step is NextStep.NEXT_PARCEL
    assert station.item("IT-1-000001").quantity == 40
    assert station.desk.read(verify_books) == ()


def test_the_code_of_a_single_piece_still_takes_one(station: Station) -> None:
    announce(station, 40)
    list_cartons(station)
    station.scan(BOX, CABLE)
    item = station.bench.item
    assert item is not None
    assert (item.quantity, item.carton, item.grade) == (1, False, None)


def test_a_carton_is_handled_as_one_thing_so_it_brings_more_than_forty_loose_pieces(station: Station) -> None:
    announce(station, 80, sku="SHIRT")
    list_cartons(station)
    station.scan(BOX, OF_SHIRTS, "DO-OK", SHIRT, "40", "DO-A", "DO-OK")
    carton, loose = station.item("IT-1-000001").net, station.item("IT-1-000002").net
    assert carton is not None
    assert loose is not None
    assert carton.minor > loose.minor
    assert station.desk.read(verify_books) == ()


def test_forty_pieces_move_through_the_stock_as_forty(station: Station) -> None:
    announce(station, 40, sku="SHIRT")
    list_cartons(station)
    station.scan(BOX, OF_SHIRTS, "DO-ASNEW")
    assert station.item("IT-1-000001").stock is StockStatus.AVAILABLE
    moved = rows(station.database, "SELECT sum(quantity) FROM stock_moves WHERE to_status = 'available'")
    assert moved == [(40,)]


def test_a_carton_of_a_known_product_is_recognised_and_its_number_asked(station: Station) -> None:
    announce(station, 40)
    station.scan(BOX, CARTON)
    question = station.bench.question
    assert question is not None
    assert (question.kind, question.subject) == (QuestionKind.CARTON_PIECES, "IT-1-000001")
    station.scan("40")
    item = station.bench.item
    assert item is not None
    assert (item.quantity, item.carton, item.grade) == (40, True, Grade.A)


def test_a_variable_measure_is_no_carton(station: Station) -> None:
    announce(station, 40)
    station.scan(BOX, carton_of(CABLE, "9"))
    question = station.bench.question
    assert question is not None
    assert question.kind is QuestionKind.TAKE_UNKNOWN


def test_a_logistic_label_says_what_is_in_it_and_how_many(station: Station) -> None:
    announce(station, 40)
    station.scan(BOX, f"]C1020{CABLE}3740")
    item = station.bench.item
    assert item is not None
    assert (item.quantity, item.carton) == (40, True)


def test_more_in_a_carton_than_announced_is_asked_about_and_counts_as_loose_pieces(station: Station) -> None:
    announce(station, 25)
    list_cartons(station)
    station.scan(BOX, CARTON)
    question = station.bench.question
    assert question is not None
    assert (question.kind, question.choices) == (QuestionKind.TAKE_OVER, ("15",))
    station.scan("DO-OK")
    assert rows(station.database, "SELECT quantity, carton, outcome FROM items ORDER BY number") == [
        (25, 0, "expected"),
        (15, 0, "over"),
    ]


def test_a_carton_that_nobody_announced_is_asked_about_and_keeps_its_pieces(station: Station) -> None:
    list_cartons(station)
    station.scan("RR402103114IL", CARTON)
    assert station.bench.question is not None
    station.scan("DO-OK")
    item = station.bench.item
    assert item is not None
    assert (item.quantity, item.carton, item.outcome.value) == (40, True, "unexpected")


def test_the_pieces_in_hand_are_said_to_be_a_carton_and_are_not_any_more(station: Station) -> None:
    announce(station, 40)
    station.scan(BOX, CABLE, "40", "DO-CARTON")
    item = station.bench.item
    assert item is not None
    assert (item.carton, item.grade) == (True, Grade.A)
    events = station.scan("DO-CARTON")
    assert any(isinstance(event, CartonOpened) for event in events)
    item = station.bench.item
    assert item is not None
    assert (item.quantity, item.carton, item.grade) == (40, False, Grade.A)


def test_of_one_piece_it_is_asked_how_many_the_carton_holds(station: Station) -> None:
    announce(station, 40)
    station.scan(BOX, CABLE, "DO-CARTON")
    assert station.bench.question is not None
    assert isinstance(station.refused("1"), BadValue)
    station.scan("DO-CARTON", "40")
    assert rows(station.database, "SELECT quantity, carton FROM items") == [(40, 1)]


def test_another_grade_opens_a_carton(station: Station) -> None:
    announce(station, 40)
    list_cartons(station)
    station.scan(BOX, CARTON, "DO-B")
    item = station.bench.item
    assert item is not None
    assert (item.quantity, item.carton, item.grade) == (40, False, Grade.B)
    station.scan("DO-UNDO")
    item = station.bench.item
    assert item is not None
    assert (item.quantity, item.carton, item.grade) == (40, True, Grade.A)


def test_a_split_opens_a_carton(station: Station) -> None:
    announce(station, 40)
    list_cartons(station)
    station.scan(BOX, CARTON, "DO-SPLIT", "3")
    assert rows(station.database, "SELECT quantity, carton FROM items ORDER BY number") == [(37, 0), (3, 0)]
    station.scan("DO-UNDO")
    assert rows(station.database, "SELECT quantity, carton FROM items WHERE state != 'put back'") == [(40, 1)]


@pytest.mark.parametrize("scans", [(CARTON,), (CABLE, "40", "DO-CARTON"), (CARTON, "DO-CARTON", "DO-CARTON", "DO-C")])
def test_each_step_with_a_carton_is_taken_back_whole(station: Station, scans: tuple[str, ...]) -> None:
    announce(station, 40)
    list_cartons(station)
    station.scan(BOX)
    before = [standing(station.database)]
    for text in scans:
        station.scan(text)
        before.append(standing(station.database))
    for stood in reversed(before[:-1]):
        station.scan("DO-UNDO")
        assert standing(station.database) == stood
    assert station.desk.read(verify_books) == ()


def test_a_carton_read_twice_is_one_carton(station: Station) -> None:
    announce(station, 80)
    list_cartons(station)
    station.scan(BOX, CARTON)
    assert isinstance(station.refused(CARTON), NotGradedYet)


def test_nobody_reads_serial_numbers_through_a_carton(station: Station) -> None:
    announce(station, 10, sku="PHONE")
    list_cartons(station)
    station.scan(BOX, OF_PHONES)
    item = station.bench.item
    assert item is not None
    assert (item.quantity, item.carton, item.serial) == (10, True, "")
    assert station.bench.next_step is NextStep.DECIDE
    station.scan("DO-OK")
    assert station.item("IT-1-000001").disposition is not None


def test_a_supplier_who_wants_serial_numbers_gets_no_sealed_carton(station: Station) -> None:
    announce(station, 10, sku="PHONE")
    list_cartons(station)
    station.scan(BOX, OF_PHONES, "DO-SUPPLIER")
    assert isinstance(station.refused("DO-O-AGREED"), OpenCartonFirst)


def test_an_opened_carton_of_serial_numbers_leaves_one_piece_and_awaits_the_others(station: Station) -> None:
    announce(station, 10, sku="PHONE")
    list_cartons(station)
    station.scan(BOX, OF_PHONES, "DO-CARTON")
    item = station.bench.item
    assert item is not None
    assert (item.quantity, item.carton) == (1, False)
    assert station.bench.next_step is NextStep.SCAN_SERIAL
    assert [line.received for line in station.rma("RMA-70").lines] == [1]
    station.scan("DO-UNDO")
    assert [line.received for line in station.rma("RMA-70").lines] == [10]


def test_pieces_with_serial_numbers_that_several_lines_share_are_scanned_one_by_one(station: Station) -> None:
    announce(station, 4, 6, sku="PHONE")
    list_cartons(station)
    station.scan(BOX)
    assert isinstance(station.refused(OF_PHONES), OneByOne)
    assert rows(station.database, "SELECT count(*) FROM items") == [(0,)]


def test_a_carton_code_of_an_earlier_file_stays_where_a_new_one_has_no_such_column(station: Station) -> None:
    announce(station, 40)
    list_cartons(station)

    def again(work: Work) -> None:
        silent = frozenset({"carton_code", "carton_pieces"})
        import_products(work, [row.__class__(**{**row.__dict__, "unsaid": silent}) for row in products()])

    station.do_as("noa", again)
    station.scan(BOX, CARTON)
    item = station.bench.item
    assert item is not None
    assert item.quantity == 40


def test_a_code_becomes_a_cartons_and_a_pieces_again(station: Station) -> None:
    list_cartons(station)
    found = rows(station.database, "SELECT pieces FROM product_codes WHERE pieces > 1 ORDER BY pieces")
    assert found == [(10,), (40,), (40,)]
    station.do_as("noa", import_products, products())
    assert rows(station.database, "SELECT count(*) FROM product_codes WHERE pieces > 1") == [(0,)]
    station.scan("RR402103114IL", SHIRT)
