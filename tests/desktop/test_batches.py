"""The Batches screen over a real database, worked with real keys: approve, send back, print, ship."""

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton

from returns_desk.desk import Desk
from returns_desk.desktop.dialogs.approval import ApprovalDialog
from returns_desk.desktop.preview import PaperPreview
from returns_desk.domain.batches import BatchState
from returns_desk.domain.items import ItemState
from returns_desk.domain.snapshots import BatchSnapshot
from returns_desk.usecases import look, look_batches
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.ship_batch import authorize_batch
from returns_desk.wording import Words
from tests.desktop.stocked import (
    AVI,
    DANA,
    OpenWindow,
    Window,
    numbers,
    open_window,
    proven,
    stocked_template,
    submit_all,
)
from tests.desktop.typing_by_machine import Keyboard

__all__ = ["open_window", "stocked_template"]

APPROVED = (BatchState.APPROVED, BatchState.AWAITING_AUTHORIZATION)


def shown(window: Window) -> BatchSnapshot:
    batch = window.shell.inside.screen_shown.batch
    assert batch is not None
    return batch


def approve_first(desk: Desk) -> None:
    """One batch approved, and its supplier's number given."""
    submit_all(desk)
    number = numbers(desk)[0]
    who = proven(desk)
    desk.run(who, approve_batch, number)
    desk.run(who, authorize_batch, number, "RMA-7")


def biggest(desk: Desk) -> str:
    return max(numbers(desk), key=lambda number: len(desk.read(look_batches.batch, number).lines))


def press(window: Window, key: int, text: str) -> None:
    window.keys.press(key, text, after=500)
    window.qtbot.wait(150)  # the wedge waits for a scanner's next sign


@pytest.mark.parametrize("language", ["he", "en"])
def test_a_supervisor_approves_with_a_scanned_badge_and_a_typed_pin(open_window: OpenWindow, language: str) -> None:
    window = open_window(language)
    screen = window.show("batches")
    number = shown(window).row.number
    press(window, Qt.Key.Key_A, "a")
    assert number in window.dialog().windowTitle()
    window.sign()
    batch = window.batch(number)
    assert batch.row.state in APPROVED
    assert batch.approved_by is not None
    assert batch.approved_by.name == "אבי כהן"
    assert batch.slip.startswith("SR-")
    assert screen.notice.isVisible()
    assert number in screen.notice.text.text()
    assert shown(window).row.state is batch.row.state


def test_a_approves_also_while_the_keyboard_is_hebrew(open_window: OpenWindow) -> None:
    window = open_window("he")
    window.show("batches")
    press(window, 0x5E9, "ש")
    dialog = window.dialog()
    assert isinstance(dialog, ApprovalDialog)
    dialog.reject()


def test_whoever_submitted_a_batch_is_told_that_another_supervisor_must_approve(open_window: OpenWindow) -> None:
    window = open_window(prepare=lambda desk: submit_all(desk, AVI))
    screen = window.show("batches")
    number = shown(window).row.number
    said = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]
    assert any("another supervisor must approve it" in text for text in said)
    press(window, Qt.Key.Key_A, "a")
    window.sign()
    assert window.batch(number).row.state is BatchState.SUBMITTED
    assert "Whoever prepared a batch cannot approve it" in screen.notice.text.text()


def test_a_wrong_pin_approves_nothing_and_stays_on_the_screen_until_a_key(open_window: OpenWindow) -> None:
    window = open_window()
    screen = window.show("batches")
    number = shown(window).row.number
    press(window, Qt.Key.Key_A, "a")
    window.sign(pin="1111")
    assert window.batch(number).row.state is BatchState.SUBMITTED
    assert screen.notice.isVisible()
    press(window, Qt.Key.Key_Home, "")
    assert not screen.notice.isVisible()


def test_an_unchecked_line_is_sent_back_with_a_note(open_window: OpenWindow) -> None:
    window = open_window()
    number = biggest(window.desk)
    screen = window.show("batches")
    screen.show_number(number)
    window.settle()
    before = shown(window)
    lines = window.part("batch_lines")
    lines.choose(0)
    lines.setFocus()
    press(window, Qt.Key.Key_Space, " ")
    sent_back = before.lines[0].item.number
    assert lines.unchecked() == (sent_back,)
    press(window, Qt.Key.Key_A, "a")
    window.type_into_dialog("wrong box")
    window.sign()
    after = window.batch(number)
    assert after.row.state in APPROVED
    assert [line.item.number for line in after.lines] == [line.item.number for line in before.lines[1:]]
    assert after.decision_note == "wrong box"
    assert window.desk.read(look.item, sent_back).state is ItemState.INSPECTED


def test_the_sum_follows_the_checked_lines(open_window: OpenWindow) -> None:
    window = open_window()
    number = biggest(window.desk)
    screen = window.show("batches")
    screen.show_number(number)
    window.settle()
    count = len(shown(window).lines)
    window.part("batch_lines").checks.toggle(0)
    said = [label.text() for label in screen.findChildren(QLabel) if "credit" in label.text()]
    assert any(f"{count - 1}" in text for text in said)


def test_send_back_asks_a_note_and_a_signature(open_window: OpenWindow) -> None:
    window = open_window()
    window.show("batches")
    number = shown(window).row.number
    press(window, Qt.Key.Key_R, "r")
    window.type_into_dialog("")
    assert window.dialog().isVisible()  # without a note it does not go on
    window.type_into_dialog("photos are missing")
    window.sign()
    assert window.batch(number).row.state is BatchState.SENT_BACK
    assert window.batch(number).decision_note == "photos are missing"


def test_a_clerk_sees_that_approving_is_a_supervisors_and_may_take_the_batch_back(open_window: OpenWindow) -> None:
    window = open_window(person=DANA)
    window.show("batches")
    number = shown(window).row.number
    assert not window.part("approve").isEnabled()
    assert "approve batches" in window.part("approve").accessibleDescription()
    press(window, Qt.Key.Key_A, "a")
    assert QApplication.activeModalWidget() is None
    window.shell.inside.screen_shown._take("withdraw")
    window.settle()
    assert window.batch(number).row.state is BatchState.COLLECTING


def test_several_checked_batches_are_approved_with_one_pin(open_window: OpenWindow) -> None:
    window = open_window()
    screen = window.show("batches")
    table = window.part("batch_table")
    for row in (0, 1):
        table.checks.toggle(row)
    chosen = [row.number for row in table.checks.rows[:2]]
    window.part("approve_checked").click()
    window.sign()
    assert all(window.batch(number).row.state in APPROVED for number in chosen)
    assert all(number in screen.notice.text.text() for number in chosen)


def test_one_refused_batch_does_not_stop_the_others(open_window: OpenWindow) -> None:
    window = open_window()
    screen = window.show("batches")
    table = window.part("batch_table")
    for row in (0, 1):
        table.checks.toggle(row)
    first, second = (row.number for row in table.checks.rows[:2])
    window.desk.run(proven(window.desk), approve_batch, first)  # another station was faster
    window.part("approve_checked").click()
    window.sign()
    assert window.batch(second).row.state in APPROVED
    assert first in screen.notice.text.text()


def test_urgent_batches_stand_first(open_window: OpenWindow) -> None:
    window = open_window()
    window.show("batches")
    days = [row.days_left for row in window.part("batch_table").checks.rows if row.days_left is not None]
    assert days == sorted(days)
    assert days


def test_a_scanned_batch_number_shows_the_batch_and_other_scans_go_to_the_desk(open_window: OpenWindow) -> None:
    window = open_window()
    window.show("batches")
    number = numbers(window.desk)[-1]
    window.keys.scan(number)
    window.settle()
    assert shown(window).row.number == number
    window.keys.scan("RR402101201IL")
    window.settle()
    assert window.shell.inside.screen_name == "desk"


def test_an_empty_list_teaches(open_window: OpenWindow) -> None:
    window = open_window()
    screen = window.show("batches")
    window.part("tab_charity").click()
    window.settle()
    said = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]
    assert Words("en")("No batch for a charity yet") in said


def test_looking_at_a_slip_registers_nothing(open_window: OpenWindow) -> None:
    window = open_window(prepare=approve_first)
    screen = window.show("batches")
    screen.show_number(numbers(window.desk)[0])
    window.settle()
    window.part("preview_slip").click()
    dialog = window.dialog()
    assert isinstance(dialog, PaperPreview)
    window.qtbot.waitUntil(lambda: dialog.page_count == 1)
    dialog.choose_language("en")
    window.settle()
    window.qtbot.waitUntil(lambda: dialog.language == "en" and dialog.page_count == 1)
    papers = window.desk.read(look_batches.documents).rows
    assert [paper.copies for paper in papers if paper.state == "issued"] == [0]
    dialog.accept()


def test_without_a_printer_the_original_and_then_a_copy_are_saved(open_window: OpenWindow) -> None:
    window = open_window(prepare=approve_first)
    screen = window.show("batches")
    screen.show_number(numbers(window.desk)[0])
    window.settle()
    slip = shown(window).slip
    for count in (1, 2):
        window.part("print_slip").click()
        window.qtbot.waitUntil(lambda count=count: len(list((window.home / "papers").glob("*.pdf"))) == count)
        window.settle()
    names = sorted(path.name for path in (window.home / "papers").glob("*.pdf"))
    assert names == [f"{slip}-copy-1-he.pdf", f"{slip}-original-he.pdf"]
    assert len(PdfReader(window.home / "papers" / names[0]).pages) == 1
    window.qtbot.waitUntil(lambda: names[0].removesuffix(".pdf") in screen.notice.text.text())


def test_a_batch_is_packed_shipped_credited_short_and_closed(open_window: OpenWindow) -> None:
    window = open_window(prepare=approve_first)
    screen = window.show("batches")
    number = numbers(window.desk)[0]
    screen.show_number(number)
    window.settle()
    window.part("pack").click()
    window.type_into_dialog("2")  # over the 1 that stood there
    assert window.batch(number).packages == 2
    window.part("ship").click()
    window.type_into_dialog("Israel Post", "RR77")
    assert (window.batch(number).carrier, window.batch(number).waybill) == ("Israel Post", "RR77")
    assert window.batch(number).row.state is BatchState.SHIPPED
    window.part("credit").click()
    dialog = window.dialog()
    for name, text in (("credit", "CN-1"), ("amount", "1.00")):
        field = next(child for child in dialog.children() if child.objectName() == name)
        field.setText(text)
    next(child for child in dialog.children() if child.objectName() == "final").setChecked(True)
    next(child for child in dialog.children() if child.objectName() == "short_reason").show_value("price")
    next(child for child in dialog.children() if child.objectName() == "entry_go_on").click()
    window.settle()
    assert window.batch(number).row.state is BatchState.SHORT_CREDIT
    assert window.part("dispute").isVisible()  # it is not closed as it is


def test_an_approved_batch_is_packed_and_shipped_by_its_keys(open_window: OpenWindow) -> None:
    window = open_window("he", prepare=approve_first)
    screen = window.show("batches")
    number = numbers(window.desk)[0]
    screen.show_number(number)
    window.settle()
    press(window, 0x5E4, "פ")
    window.type_into_dialog("2")
    press(window, Qt.Key.Key_S, "s")
    window.type_into_dialog("Israel Post", "RR77")
    assert window.batch(number).row.state is BatchState.SHIPPED


def test_keys_up_and_down_choose_a_batch(open_window: OpenWindow) -> None:
    window = open_window()
    window.show("batches")
    rows = window.part("batch_table").checks.rows
    press(window, Qt.Key.Key_Down, "")
    window.settle()
    assert shown(window).row.number == rows[1].number


def test_every_table_cell_says_its_text_to_a_screen_reader(open_window: OpenWindow) -> None:
    window = open_window()
    window.show("batches")
    model = window.part("batch_lines").model()
    index: QModelIndex = model.index(0, 1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == shown(window).lines[0].item.number


def test_a_waybill_is_scanned_into_the_field_and_not_to_the_desk(open_window: OpenWindow) -> None:
    window = open_window(prepare=approve_first)
    screen = window.show("batches")
    number = numbers(window.desk)[0]
    screen.show_number(number)
    window.settle()
    window.part("ship").click()
    dialog = window.dialog()
    waybill = dialog.findChild(QLineEdit, "waybill")
    waybill.setFocus()
    Keyboard(dialog).scan("RR123456785IL")
    assert waybill.text() == "RR123456785IL"
    assert window.shell.inside.screen_name == "batches"
    window.keys.now += 5000
    window.type_into_dialog("")
    assert window.batch(number).waybill == "RR123456785IL"


def test_a_scan_goes_on_behind_a_slip_that_is_only_looked_at(open_window: OpenWindow) -> None:
    window = open_window(prepare=approve_first)
    window.show("batches")
    window.part("preview_slip").click()
    keys = Keyboard(window.dialog())
    window.settle()
    keys.scan("RR402101201IL")
    window.settle()
    assert QApplication.activeModalWidget() is None
    assert window.shell.inside.screen_name == "desk"


def test_a_slip_is_saved_where_the_person_says(open_window: OpenWindow) -> None:
    window = open_window("he", prepare=approve_first)
    screen = window.show("batches")
    screen.show_number(numbers(window.desk)[0])
    window.settle()
    window.part("preview_slip").click()
    preview = window.dialog()
    window.settle()
    preview.findChild(QPushButton, "paper_save").click()
    asking = window.dialog()
    assert isinstance(asking, QFileDialog)
    wanted = window.home / "החזרה לספק.pdf"
    asking.fileSelected.emit(str(wanted))
    asking.reject()
    window.qtbot.waitUntil(wanted.exists)
    assert wanted.read_bytes().startswith(b"%PDF")
    papers = window.desk.read(look_batches.documents).rows
    assert [paper.copies for paper in papers if paper.state == "issued"] == [1]
    preview.reject()


def test_a_second_original_needs_a_reason_and_a_supervisor(open_window: OpenWindow) -> None:
    window = open_window(prepare=approve_first)
    screen = window.show("batches")
    screen.show_number(numbers(window.desk)[0])
    window.settle()
    slip = shown(window).slip
    window.part("print_slip").click()
    first = window.home / "papers" / f"{slip}-original-he.pdf"
    window.qtbot.waitUntil(first.exists)
    drawn = first.stat().st_mtime_ns
    screen._take("second_original")
    window.type_into_dialog("torn by the driver")
    window.sign()
    window.qtbot.waitUntil(lambda: first.stat().st_mtime_ns != drawn or len(list(first.parent.iterdir())) == 2)
    window.settle()


def test_another_language_while_a_batch_is_open_shows_the_same_screen(open_window: OpenWindow) -> None:
    window = open_window("he")
    window.show("batches")
    window.part("language").click()
    window.settle()
    assert window.shell.inside.screen_name == "batches"
    assert shown(window).row.number in [row.number for row in window.part("batch_table").checks.rows]
    assert window.part("approve").accessibleName() == "Approve batch"
