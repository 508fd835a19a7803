"""The page of weights, certificate and devices on a recycler's batch, worked in a real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from returns_desk.desk import Desk
from returns_desk.domain.batches import BatchState
from returns_desk.domain.giving import WipeHow
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.rules import Stream
from returns_desk.usecases import look, look_batches
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.ship_batch import ship_batch
from returns_desk.usecases.submit_batch import submit_batch
from returns_desk.usecases.wipe_item import wipe_item
from tests.desktop.stocked import (
    DANA,
    OpenWindow,
    Window,
    clear_bench,
    open_window,
    proven,
    scan,
    stocked_template,
)

__all__ = ["open_window", "stocked_template"]

BATCH = "RB-000001"


def recycle(desk: Desk) -> None:
    """Broken earbuds without an announcement, decided for the recycler."""
    clear_bench(desk)
    scan(desk, "RR909090909IL", "7290011231019", "EB20-700541", "DO-E", "DO-RECYCLE", "DO-O-OTHER", "DO-CLOSE")


def recycled_and_shipped(desk: Desk) -> None:
    recycle(desk)
    desk.run(AT_THE_BENCH, wipe_item, device(desk), WipeHow.SHREDDED)
    desk.run(AT_THE_BENCH, submit_batch, BATCH)
    desk.run(proven(desk), approve_batch, BATCH)
    desk.run(AT_THE_BENCH, ship_batch, BATCH)


def device(desk: Desk) -> str:
    return desk.read(look_batches.batch, BATCH).lines[0].item.number


def open_page(window: Window) -> None:
    screen = window.show("batches")
    screen.show_number(BATCH)
    window.settle()
    window.part("page_giving").click()
    window.settle()


@pytest.mark.parametrize("language", ["he", "en"])
def test_a_scanned_device_is_noted_as_wiped(open_window: OpenWindow, language: str) -> None:
    window = open_window(language, DANA, recycle)
    open_page(window)
    number = device(window.desk)
    window.part("wipe_how").show_value(WipeHow.SHREDDED.value)
    window.keys.scan(number)
    window.settle()
    item = window.desk.read(look.item, number)
    assert (item.wiped, item.wiped_by) == (WipeHow.SHREDDED, "דנה לוי")
    assert not window.part("wipe").isEnabled()


def test_a_chosen_device_is_noted_by_a_button(open_window: OpenWindow) -> None:
    window = open_window("en", DANA, recycle)
    open_page(window)
    window.part("device_table").choose(0)
    window.part("wipe").click()
    window.settle()
    assert window.desk.read(look.item, device(window.desk)).wiped is WipeHow.RESET


def test_a_batch_is_not_submitted_before_its_device_is_wiped(open_window: OpenWindow) -> None:
    window = open_window("en", DANA, recycle)
    open_page(window)
    window.part("submit").click()
    window.settle()
    assert device(window.desk) in window.part("batches_screen").notice.text.text()
    assert window.batch(BATCH).row.state is BatchState.COLLECTING


@pytest.mark.parametrize("language", ["he", "en"])
def test_what_the_scale_says_is_typed_in_and_a_certificate_ends_it(open_window: OpenWindow, language: str) -> None:
    window = open_window(language, prepare=recycled_and_shipped)
    open_page(window)
    electronic = window.part("stream_electronic")
    assert electronic.placeholderText() == "0.058"
    electronic.setText("much")
    window.part("weigh").click()
    assert window.batch(BATCH).streams == ()
    electronic.setText("0,05")
    window.part("stream_plastic").setText("0.012")
    window.part("weigh").click()
    window.settle()
    assert window.batch(BATCH).streams == ((Stream.ELECTRONIC, 50), (Stream.PLASTIC, 12))
    assert "0.06" in window.part("landfill").text()
    window.part("certify").click()
    window.type_into_dialog("C-4711")
    assert window.batch(BATCH).certificate == "C-4711"
    assert not electronic.isEnabled()
    window.part("close_batch").click()
    window.settle()
    assert window.batch(BATCH).row.state is BatchState.CLOSED


def test_closing_without_a_certificate_asks_why(open_window: OpenWindow) -> None:
    window = open_window("en", prepare=recycled_and_shipped)
    open_page(window)
    window.part("close_batch").click()
    window.type_into_dialog("none below five kilograms")
    assert window.batch(BATCH).row.state is BatchState.CLOSED


def test_a_suppliers_batch_has_no_such_page(open_window: OpenWindow) -> None:
    window = open_window("en", prepare=recycle)
    screen = window.show("batches")
    button = window.part("page_giving")
    assert isinstance(button, QPushButton)
    assert not button.isVisible()
    assert not window.part("landfill").isVisible()
    screen.show_number(BATCH)
    window.settle()
    assert button.isVisible()
    assert screen.findChild(QPushButton, "tab_recycler").isChecked()
    assert window.part("landfill").isVisible()
    assert Qt.TextFormat.PlainText is window.part("landfill").textFormat()


def test_a_recyclers_batch_tells_value_not_credit(open_window: OpenWindow) -> None:
    window = open_window("en", prepare=recycle)
    screen = window.show("batches")
    assert window.part("page_credits").isVisible()
    screen.show_number(BATCH)
    window.settle()
    lines = window.part("batch_lines")
    across = Qt.Orientation.Horizontal
    shown = [n for n in range(lines.model().columnCount()) if not lines.isColumnHidden(n)]
    assert lines.model().headerData(shown[-1], across, Qt.ItemDataRole.DisplayRole) == "Value"
    assert not window.part("page_credits").isVisible()
