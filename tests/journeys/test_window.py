"""A day through the window by real key events: scans in, rows and a numbered slip out, in Hebrew and in English."""

import pytest
from PySide6.QtCore import Qt

from returns_desk.desk import Desk
from returns_desk.domain.batches import BatchState
from returns_desk.domain.exceptions import ExceptionKind
from returns_desk.domain.grades import Grade
from returns_desk.domain.items import Disposition, ItemState, StockStatus
from returns_desk.domain.people import OWNER
from returns_desk.domain.snapshots import ItemSnapshot
from returns_desk.exchange.rows import ExpectedRow
from returns_desk.usecases import look
from returns_desk.usecases.import_expected import import_expected
from returns_desk.usecases.look_exceptions import exceptions
from returns_desk.usecases.verify_books import verify_books
from tests.desktop.stocked import AVI, OpenWindow, Window, clear_bench
from tests.desktop.stocked import scan as answer_all
from tests.documents.papers import codes, pictures

CLERK, PARCEL, KETTLE = "ID-OMER-2", "RR402101201IL", "7290011232016"


def scan(window: Window, *texts: str) -> None:
    """Type scans as a scanner does, and wait for each answer."""
    for text in texts:
        window.keys.scan(text)
        window.settle()


def go_to_batches(window: Window, number: str) -> None:
    """Alt+2, then the batch."""
    window.keys.press(int(Qt.Key.Key_2), "2", Qt.KeyboardModifier.AltModifier, after=500)
    window.qtbot.waitUntil(lambda: window.shell.inside.screen_name == "batches")
    window.settle()
    window.shell.inside.screen_shown.show_number(number)
    window.settle()


def newest_item(window: Window) -> ItemSnapshot:
    item = window.desk.read(look.items, None, 1).rows[0]
    assert isinstance(item, ItemSnapshot)
    return item


@pytest.mark.parametrize("language", ["he", "en"])
def test_from_a_scanned_badge_to_an_approved_and_printed_slip(open_window: OpenWindow, language: str) -> None:
    window = open_window(language, person=CLERK, prepare=clear_bench)
    scan(window, CLERK, PARCEL, KETTLE, "DO-F-LEAKS", "DO-D")
    window.keys.press(int(Qt.Key.Key_Return), "\r", after=500)  # Enter takes the recommendation
    window.qtbot.waitUntil(lambda: newest_item(window).disposition is not None)
    item = newest_item(window)
    assert (item.grade, item.disposition, item.state) == (Grade.D, Disposition.SUPPLIER, ItemState.BATCHED)
    go_to_batches(window, item.batch)
    window.qtbot.mouseClick(window.part("submit"), Qt.MouseButton.LeftButton)
    window.settle()
    assert window.batch(item.batch).row.state is BatchState.SUBMITTED
    scan(window, AVI)
    go_to_batches(window, item.batch)
    window.keys.press(int(Qt.Key.Key_A), "a", after=500)
    window.sign()
    batch = window.batch(item.batch)
    assert batch.prepared_by is not None
    assert batch.approved_by is not None
    assert (batch.prepared_by.name_en, batch.approved_by.name_en) == ("Omer Peretz", "Avi Cohen")
    window.qtbot.mouseClick(window.part("print_slip"), Qt.MouseButton.LeftButton)
    slips = window.home / "papers"
    window.qtbot.waitUntil(lambda: bool(list(slips.glob(f"{batch.slip}-original-*.pdf"))))
    page = pictures(next(slips.glob("*.pdf")).read_bytes(), 203)[0]
    assert batch.slip in codes(page)
    assert window.desk.read(verify_books) == ()


@pytest.mark.parametrize("language", ["he", "en"])
def test_every_step_of_a_parcel_is_taken_back_by_ctrl_z(open_window: OpenWindow, language: str) -> None:
    window = open_window(language, person=CLERK, prepare=lambda _desk: None)
    before = window.desk.read(look.parcel, PARCEL)
    scan(window, PARCEL, KETTLE, "DO-F-LEAKS", "DO-D", "DO-OK")
    for _ in range(5):
        window.keys.press(int(Qt.Key.Key_Z), "z", Qt.KeyboardModifier.ControlModifier, after=500)
        window.qtbot.wait(150)
        window.settle()
    assert window.desk.read(look.parcel, PARCEL) == before
    assert window.desk.read(verify_books) == ()


BOX = "BOX-77120"


def bring_a_fan(desk: Desk) -> None:
    """Leave the box that is open, and announce another with a fan in it."""
    answer_all(desk, "ID-DANA-1", "DO-CLOSE", "DO-OK", "DO-OK")
    desk.run(OWNER, import_expected, [ExpectedRow(2, "RMA-77120", "Dana", "FN-40", 1, tracking=(BOX,))])


@pytest.mark.parametrize("language", ["he", "en"])
def test_a_piece_without_a_place_is_asked_about_placed_and_moved_by_scans(
    open_window: OpenWindow, language: str
) -> None:
    window = open_window(language, person=CLERK, prepare=bring_a_fan)
    scan(window, BOX, "7290011236021", "DO-B", "DO-OK")  # the sample shop has no place for opened boxes of its kind
    assert (newest_item(window).state, newest_item(window).stock) == (ItemState.DECIDED, StockStatus.QUARANTINE)
    window.keys.press(int(Qt.Key.Key_Return), "\r", after=500)  # says nothing: a bin is to be scanned
    scan(window, "B-14-2")
    assert newest_item(window).place == "", "an opened box never lies among the new ones"
    scan(window, "OB-C-1")
    item = newest_item(window)
    assert (item.state, item.stock, item.place) == (ItemState.PLACED, StockStatus.OPEN_BOX, "OB-C-1")
    scan(window, "DO-NEXT", item.number, "OB-D-1")
    assert newest_item(window).place == "OB-D-1"
    assert window.desk.read(verify_books) == ()


@pytest.mark.parametrize("language", ["he", "en"])
def test_what_has_no_place_is_given_one_in_exceptions_and_moved_in_items(
    open_window: OpenWindow, language: str
) -> None:
    window = open_window(language, person=CLERK, prepare=bring_a_fan)
    scan(window, BOX, "7290011236021", "DO-B", "DO-OK", "DO-NEXT")
    number = newest_item(window).number
    screen = window.show("exceptions")
    rows = window.desk.read(exceptions, 10, ExceptionKind.NO_PLACE).rows
    assert [getattr(row, "number", "") for row in rows] == [number]
    screen._choose_kind(ExceptionKind.NO_PLACE)
    window.settle()
    screen._take(screen.view.act(1))
    window.type_into_dialog("OB-C-1")
    assert newest_item(window).place == "OB-C-1"
    assert window.desk.read(exceptions, 10, ExceptionKind.NO_PLACE).rows == ()
    window.show("items").show_number(number)
    window.settle()
    window.part("put_in_place").click()
    window.type_into_dialog("OB-D-1")
    assert newest_item(window).place == "OB-D-1"
