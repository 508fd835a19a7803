"""The Exceptions screen over a real database: what stands out is settled by keys, in both languages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from returns_desk.desk import Desk
from returns_desk.domain.exceptions import ExceptionKind, ExceptionRow
from returns_desk.domain.items import HOLD_ANSWERS, HoldReason
from returns_desk.usecases import look
from returns_desk.usecases.hold_item import end_hold
from returns_desk.usecases.look_exceptions import exceptions
from returns_desk.usecases.settle_exception import settle_exception
from returns_desk.wording import Words
from tests.desktop.stocked import DANA, OpenWindow, Window, clear_bench, open_window, proven, scan, stocked_template

__all__ = ["open_window", "stocked_template"]

K = ExceptionKind
UNKNOWN_BOX, CABLE = "JD014600006281234567", "7290011231088"


def odd_morning(desk: Desk) -> None:
    """An unknown parcel with a piece on hold, and a scan that nobody knows, twice."""
    clear_bench(desk)
    scan(desk, UNKNOWN_BOX, CABLE, "DO-C", "DO-HOLD", "DO-H-PARTS", "DO-NEXT", "SUMSUMX", "SUMSUMX")


def standing(desk: Desk, kind: ExceptionKind) -> list[ExceptionRow]:
    return [row for row in desk.read(exceptions, 100, kind).rows if isinstance(row, ExceptionRow)]


def choose(window: Window, kind: ExceptionKind) -> ExceptionRow:
    """Go to the first row of this kind by keys, from wherever the list stands."""
    screen = window.shell.inside.screen_shown
    rows = window.part("exception_table").rows_model.rows
    wanted = next(row for row in rows if row.kind is kind)
    if screen.row is None:
        press(window, Qt.Key.Key_Down)
    away = rows.index(wanted) - rows.index(screen.row)
    for _ in range(abs(away)):
        window.keys.press(int(Qt.Key.Key_Down if away > 0 else Qt.Key.Key_Up), "", after=500)
    window.qtbot.waitUntil(lambda: screen.row == wanted)
    window.settle()
    assert isinstance(wanted, ExceptionRow)
    return wanted


def press(window: Window, key: Qt.Key, text: str = "") -> None:
    window.keys.press(int(key), text, after=500)
    window.qtbot.wait(120)
    window.settle()


def said(window: Window) -> str:
    notice = window.part("notice")
    shown = window.shell.inside.screen_shown.notice
    assert notice is not None
    return str(shown.text.text()).replace("\u2068", "").replace("\u2069", "") if shown.isVisible() else ""


@pytest.mark.parametrize("language", ["he", "en"])
def test_everything_that_stands_out_is_listed_and_counted_on_the_rail(open_window: OpenWindow, language: str) -> None:
    window = open_window(language, prepare=odd_morning)
    screen = window.show("exceptions")
    shown = window.part("exception_table").rows_model.rows
    assert {row.kind for row in shown} >= {K.HELD, K.UNMATCHED, K.REFUSED_SCAN}
    window.qtbot.waitUntil(lambda: window.part("nav_exceptions").count == len(shown))
    assert screen.row == shown[0]
    assert str(len(shown)) in window.part("kind_all").text()
    markup = [label.text() for label in screen.findChildren(QLabel) if label.textFormat() != Qt.TextFormat.PlainText]
    assert not [text for text in markup if text]


@pytest.mark.parametrize("language", ["he", "en"])
def test_a_hold_gets_another_reason_another_owner_and_an_end_by_keys_alone(
    open_window: OpenWindow, language: str
) -> None:
    window = open_window(language, prepare=odd_morning)
    window.show("exceptions")
    number = choose(window, K.HELD).number
    press(window, Qt.Key.Key_2, "2")
    reasons = [reason for reason in HOLD_ANSWERS if reason is not HoldReason.PARTS]
    press(window, Qt.Key.Key_3, "3")
    assert window.desk.read(look.item, number).hold_code is reasons[2]
    press(window, Qt.Key.Key_3, "3")
    press(window, Qt.Key.Key_1, "1")
    assert window.desk.read(look.item, number).hold_owner
    press(window, Qt.Key.Key_4, "4")
    assert not window.desk.read(look.item, number).held
    assert number in said(window)
    window.keys.press(int(Qt.Key.Key_Z), "\x1a", Qt.KeyboardModifier.ControlModifier, after=500)
    window.qtbot.wait(120)
    window.settle()
    assert window.desk.read(look.item, number).held


@pytest.mark.parametrize("language", ["he", "en"])
def test_a_refused_scan_is_looked_at_with_a_note_and_gone(open_window: OpenWindow, language: str) -> None:
    window = open_window(language, prepare=odd_morning)
    window.show("exceptions")
    assert choose(window, K.REFUSED_SCAN).fact("count") == "2"
    press(window, Qt.Key.Key_Return, "\r")
    window.type_into_dialog("old label")
    window.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    window.settle()
    assert standing(window.desk, K.REFUSED_SCAN) == []
    assert "old label" in said(window)


def test_an_unmatched_parcel_is_matched_to_its_candidate_by_one_key(open_window: OpenWindow) -> None:
    window = open_window(prepare=odd_morning)
    screen = window.show("exceptions")
    row = choose(window, K.UNMATCHED)
    best = screen._look.candidates[0]
    assert best.number == row.fact("candidate")
    press(window, Qt.Key.Key_Return, "\r")
    assert standing(window.desk, K.UNMATCHED) == []
    assert best.number in [rma.number for rma in window.desk.read(look.parcel, row.number).rmas]


def test_a_parcel_that_is_not_ours_is_sent_back_and_the_carrier_takes_it(open_window: OpenWindow) -> None:
    window = open_window(prepare=odd_morning)
    window.show("exceptions")
    choose(window, K.UNMATCHED)
    window.part("way_send_back").click()
    window.settle()
    choose(window, K.NOT_OURS)
    press(window, Qt.Key.Key_1, "1")
    assert standing(window.desk, K.NOT_OURS) == []


def test_a_parcel_becomes_a_return_without_authorization(open_window: OpenWindow) -> None:
    window = open_window(prepare=odd_morning)
    window.show("exceptions")
    number = choose(window, K.UNMATCHED).number
    window.part("way_unauthorized").click()
    window.settle()
    assert [rma.authorized for rma in window.desk.read(look.parcel, number).rmas] == [False]


def test_a_held_piece_is_opened_at_the_desk(open_window: OpenWindow) -> None:
    window = open_window(prepare=odd_morning)
    window.show("exceptions")
    number = choose(window, K.HELD).number
    press(window, Qt.Key.Key_Return, "\r")
    assert window.shell.inside.screen_name == "desk"
    window.qtbot.waitUntil(lambda: window.shell.bench.item is not None)
    assert window.shell.bench.item.number == number


def test_a_scanned_plate_opens_the_desk(open_window: OpenWindow) -> None:
    window = open_window(prepare=odd_morning)
    window.show("exceptions")
    number = choose(window, K.HELD).number
    window.keys.now += 1000
    window.keys.scan(number)
    window.settle()
    assert window.shell.inside.screen_name == "desk"


def test_a_clerk_may_look_and_sees_why_not_more(open_window: OpenWindow) -> None:
    window = open_window(person=DANA, prepare=odd_morning)
    screen = window.show("exceptions")
    choose(window, K.REFUSED_SCAN)
    assert not window.part("way_seen").isEnabled()
    press(window, Qt.Key.Key_Return, "\r")
    assert QApplication.activeModalWidget() is None
    assert any("supervisor" in label.text() for label in screen.view.findChildren(QLabel) if label.isVisible())
    choose(window, K.UNMATCHED)
    assert window.part("way_send_back").isEnabled()


@pytest.mark.parametrize("language", ["he", "en"])
def test_left_and_right_choose_a_kind_as_the_language_runs(open_window: OpenWindow, language: str) -> None:
    window = open_window(language, prepare=odd_morning)
    screen = window.show("exceptions")
    press(window, Qt.Key.Key_Left if language == "he" else Qt.Key.Key_Right)
    assert {row.kind for row in window.part("exception_table").rows_model.rows} == {screen.row.kind}
    assert window.part("kind_held").isChecked()
    press(window, Qt.Key.Key_Right if language == "he" else Qt.Key.Key_Left)
    assert window.part("kind_all").isChecked()


def settle_all(desk: Desk) -> None:
    """Look at everything, and take every hold off."""
    for row in desk.read(exceptions, 300).rows:
        assert isinstance(row, ExceptionRow)
        if row.kind is K.HELD:
            desk.run(proven(desk), end_hold, row.number)
        else:
            desk.run(proven(desk), settle_exception, row.key)


@pytest.mark.parametrize("language", ["he", "en"])
def test_where_nothing_stands_out_the_screen_says_what_that_means(open_window: OpenWindow, language: str) -> None:
    window = open_window(language, prepare=settle_all)
    screen = window.show("exceptions")
    shown = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]
    assert Words(language)("Nothing waits for anybody") in shown
    assert window.part("nav_exceptions").count == 0


@pytest.mark.parametrize("language", ["he", "en"])
@pytest.mark.parametrize("size", [(1280, 720), (960, 600)])
def test_no_button_is_cut_off(open_window: OpenWindow, language: str, size: tuple[int, int]) -> None:
    window = open_window(language, prepare=odd_morning)
    screen = window.show("exceptions")
    window.shell.resize(*size)
    for kind in (K.HELD, K.UNMATCHED, K.REFUSED_SCAN):
        choose(window, kind)
        window.qtbot.wait(50)
        for button in screen.view.findChildren(QPushButton):
            if button.isVisible():
                assert button.height() >= button.heightForWidth(button.width()) > 0 or button.height() >= 44
                assert fits(button, screen.view)


def fits(inner: QWidget, outer: QWidget) -> bool:
    left = inner.mapTo(outer, inner.rect().topLeft()).x()
    return left >= 0 and left + inner.width() <= outer.width()
