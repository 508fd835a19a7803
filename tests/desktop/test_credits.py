"""Credits in the window: entered by line or whole, taken back, disputed, given up by two; what all suppliers owe."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QLineEdit

from returns_desk.desk import Desk
from returns_desk.desktop.dialogs.credit_dialog import CreditDialog
from returns_desk.desktop.widgets.table import Table
from returns_desk.domain.batches import BatchState
from returns_desk.domain.credits import ShortReason
from returns_desk.domain.money import Money
from returns_desk.usecases import look_batches
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.credit_batch import record_credit
from returns_desk.usecases.ship_batch import authorize_batch, ship_batch
from tests.desktop.stocked import OpenWindow, Window, numbers, open_window, proven, stocked_template, submit_all

__all__ = ["open_window", "stocked_template"]
S = BatchState
LANGUAGES = pytest.mark.parametrize("language", ["he", "en"])


def biggest(desk: Desk) -> str:
    return max(numbers(desk), key=lambda number: len(desk.read(look_batches.batch, number).lines))


def shipped(desk: Desk) -> None:
    """The biggest batch left the house."""
    submit_all(desk)
    number = biggest(desk)
    desk.run(proven(desk), approve_batch, number)
    desk.run(proven(desk), authorize_batch, number, "RMA-7")
    desk.run(proven(desk), ship_batch, number)


def short(desk: Desk) -> None:
    """Half of its credit came, and no more will."""
    shipped(desk)
    number = biggest(desk)
    half = desk.read(look_batches.batch, number).totals.expected.part(1, 2)
    desk.run(proven(desk), record_credit, number, "CN-1", half, final=True, short_reason=ShortReason.PRICE)


def shown(window: Window) -> str:
    """Show the biggest batch; its number."""
    screen = window.show("batches")
    number = biggest(window.desk)
    screen.show_number(number)
    window.settle()
    return number


def field(dialog: QObject, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, name)
    assert found is not None
    return found


def write(into: QLineEdit, text: str) -> None:
    """As if a person had typed it; keys this fast would be a scanner's."""
    into.setText(text)
    into.textEdited.emit(text)


def go_on(window: Window, dialog: QObject) -> None:
    button = next(child for child in dialog.findChildren(QObject) if child.objectName() == "entry_go_on")
    button.click()  # type: ignore[attr-defined]
    window.settle()


@LANGUAGES
def test_a_credit_is_entered_line_by_line_with_keys(open_window: OpenWindow, language: str) -> None:
    window = open_window(language, prepare=shipped)
    number = shown(window)
    window.part("credit").click()
    dialog = window.dialog()
    assert isinstance(dialog, CreditDialog)
    field(dialog, "credit").setText("CN-1")
    items = [line.item.number for line in window.batch(number).lines]
    dialog.take_scan(items[1].lower())
    amount = field(dialog, "line_amount")
    write(amount, "1.50")
    dialog.take_scan(items[0])
    write(amount, "2.25")
    go_on(window, dialog)
    credit = window.batch(number).credits[0]
    assert (credit.number, credit.amount, len(credit.lines)) == ("CN-1", Money(375), 2)
    assert window.batch(number).row.state is S.PARTLY_CREDITED
    window.part("page_credits").click()
    claims, notes = window.part("claims"), window.part("credit_notes")
    assert isinstance(claims, Table)
    assert claims.isVisible()
    assert notes.rows_model.rows[0].number == "CN-1"


def test_a_short_credit_needs_a_reason_before_the_dialog_closes(open_window: OpenWindow) -> None:
    window = open_window(prepare=shipped)
    number = shown(window)
    window.part("credit").click()
    dialog = window.dialog()
    field(dialog, "credit").setText("CN-1")
    field(dialog, "amount").setText("1.00")
    final = dialog.findChild(QCheckBox, "final")
    assert final is not None
    final.setChecked(True)
    go_on(window, dialog)
    assert dialog.isVisible()
    assert window.batch(number).row.state is S.SHIPPED
    reason = next(child for child in dialog.findChildren(QObject) if child.objectName() == "short_reason")
    reason.show_value("fee")  # type: ignore[attr-defined]
    go_on(window, dialog)
    assert window.batch(number).row.state is S.SHORT_CREDIT


def test_more_than_expected_is_asked_about_and_goes_on(open_window: OpenWindow) -> None:
    window = open_window(prepare=shipped)
    number = shown(window)
    window.part("credit").click()
    dialog = window.dialog()
    field(dialog, "credit").setText("CN-1")
    field(dialog, "amount").setText("99999")
    go_on(window, dialog)
    asked = window.dialog()
    assert "99,999.00" in asked.windowTitle()
    assert window.batch(number).credits == ()
    right = asked.findChild(QCheckBox, "above")
    assert right is not None
    right.setChecked(True)
    go_on(window, asked)
    assert window.batch(number).row.state is S.CREDITED


@LANGUAGES
def test_a_credit_is_taken_back_with_its_button(open_window: OpenWindow, language: str) -> None:
    window = open_window(language, prepare=short)
    number = shown(window)
    window.part("page_credits").click()
    window.part("credit_notes").choose(0)
    window.part("reverse_credit").click()
    asked = window.dialog()
    sure = asked.findChild(QCheckBox, "sure")
    assert sure is not None
    sure.setChecked(True)
    go_on(window, asked)
    assert window.batch(number).row.state is S.PENDING_CREDIT
    assert len(window.batch(number).credits) == 2
    window.part("credit_notes").choose(0)
    assert not window.part("reverse_credit").isEnabled()


def test_a_dispute_issues_its_letter_which_is_looked_at_and_printed_into_a_file(open_window: OpenWindow) -> None:
    window = open_window(prepare=short)
    number = shown(window)
    window.part("dispute").click()
    window.type_into_dialog("too little")
    assert window.batch(number).row.state is S.DISPUTED
    window.part("print_letter").click()
    preview = window.dialog()
    window.qtbot.waitUntil(lambda: preview.page_count == 1)
    preview.print_paper()
    window.qtbot.waitUntil(lambda: len(list((window.home / "papers").glob("DL-*.pdf"))) == 1)
    preview.accept()


def test_a_write_off_is_signed_by_another_than_whoever_sits_there(open_window: OpenWindow) -> None:
    window = open_window(prepare=short)
    number = shown(window)
    window.part("write_off").click()
    window.type_into_dialog("too small")
    window.sign()  # Avi himself
    assert window.batch(number).row.state is S.SHORT_CREDIT
    window.part("write_off").click()
    window.type_into_dialog("too small")
    window.sign("ID-NOA-4", "1470")
    assert window.batch(number).row.state is S.WRITTEN_OFF


class _Opened(QObject):
    """Takes the place of the system's viewer."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.files.append(url.toLocalFile())


@LANGUAGES
def test_what_all_suppliers_owe_is_shown_with_statements(open_window: OpenWindow, language: str) -> None:
    opened = _Opened()
    QDesktopServices.setUrlHandler("file", opened, "take")  # type: ignore[call-overload]
    try:
        window = open_window(language, prepare=short)
        number = shown(window)
        window.part("tab_credits").click()
        window.settle()
        assert window.part("credit_tail").isVisible()
        assert window.part("supplier_ages").rows_model.rows[0].batches == 1
        assert window.part("open_credits").rows_model.rows[0].number == number
        assert window.part("short_reasons").isVisible()
        window.part("statement_xlsx").click()
        window.qtbot.waitUntil(lambda: any(file.endswith("xlsx") for file in opened.files))
        window.part("statement_pdf").click()
        preview = window.dialog()
        window.qtbot.waitUntil(lambda: preview.page_count == 1)
        preview.accept()
        assert all(Path(file).stat().st_size > 1_000 for file in opened.files)
        window.part("open_credits").choose(0)
        window.part("show_credit_batch").click()
        window.settle()
        assert not window.part("credit_tail").isVisible()
        assert window.shell.inside.screen_shown.batch.row.number == number
    finally:
        QDesktopServices.unsetUrlHandler("file")
