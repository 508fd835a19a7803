"""Real key events through the filter: scans reach nobody but the wedge, people's keys whom they were meant for."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputDevice, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from returns_desk.desktop.burst import Pace
from returns_desk.desktop.wedge import Wedge
from tests.desktop.typing_by_machine import CONTROL, Keyboard

PAUSE = 100


class Bench(QWidget):
    """A window with a field and a button, that remembers every key nobody else took."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.button = QPushButton("press")
        self.presses = 0
        self.keys: list[str] = []
        self.scans: list[str] = []
        self.wedge: Wedge | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.button)
        self.button.clicked.connect(self._on_click)

    def _on_click(self) -> None:
        self.presses += 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(event.text() or Qt.Key(event.key()).name)


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench()
    qtbot.addWidget(made)
    wedge = made.wedge = Wedge(Pace(35, PAUSE), made)
    wedge.scanned.connect(made.scans.append)
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(wedge)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    yield made
    app.removeEventFilter(wedge)


@pytest.fixture
def keyboard(bench: Bench) -> Keyboard:
    return Keyboard(bench)


def settle(qtbot: QtBot) -> None:
    """Wait until keys that were held are judged."""
    qtbot.wait(PAUSE + 80)


def test_a_scan_is_told_once_and_reaches_nobody_else(bench: Bench, keyboard: Keyboard) -> None:
    keyboard.scan("7290011234563")
    assert (bench.scans, bench.keys) == (["7290011234563"], [])


def test_a_scan_never_lands_in_the_field_that_has_the_focus(bench: Bench, keyboard: Keyboard, qtbot: QtBot) -> None:
    bench.field.setFocus()
    bench.field.setText("kettle")
    keyboard.scan("RR123456785IL")
    settle(qtbot)
    assert (bench.scans, bench.field.text()) == (["RR123456785IL"], "kettle")


def test_what_a_person_types_into_a_field_is_all_there_in_order(bench: Bench, keyboard: Keyboard, qtbot: QtBot) -> None:
    bench.field.setFocus()
    keyboard.write("hand made 12", gap=120)
    settle(qtbot)
    assert (bench.scans, bench.field.text()) == ([], "hand made 12")


def test_somebody_who_types_very_fast_loses_nothing_either(bench: Bench, keyboard: Keyboard, qtbot: QtBot) -> None:
    bench.field.setFocus()
    keyboard.write("fast hands", gap=60)
    settle(qtbot)
    assert (bench.scans, bench.field.text()) == ([], "fast hands")


def test_two_keys_pressed_together_in_a_field_both_arrive(bench: Bench, keyboard: Keyboard, qtbot: QtBot) -> None:
    bench.field.setFocus()
    keyboard.write("ab", gap=5)
    settle(qtbot)
    assert bench.field.text() == "ab"


def test_a_single_key_of_a_person_is_handed_on(bench: Bench, keyboard: Keyboard, qtbot: QtBot) -> None:
    keyboard.press(int(Qt.Key.Key_4), "4")
    assert bench.keys == []
    settle(qtbot)
    assert bench.keys == ["4"]


def test_a_key_and_then_enter_of_a_person_are_both_handed_on(bench: Bench, keyboard: Keyboard, qtbot: QtBot) -> None:
    keyboard.press(int(Qt.Key.Key_4), "4")
    keyboard.enter(after=85)
    settle(qtbot)
    assert bench.keys == ["4", "\r"]


def test_a_scrap_too_short_for_a_code_does_nothing(bench: Bench, keyboard: Keyboard, qtbot: QtBot) -> None:
    keyboard.scan("45")
    settle(qtbot)
    assert (bench.scans, bench.keys) == ([], [])


def test_a_scanner_without_an_end_key_is_heard_by_its_silence(bench: Bench, keyboard: Keyboard, qtbot: QtBot) -> None:
    keyboard.write("RMA-20418")
    settle(qtbot)
    assert bench.scans == ["RMA-20418"]


def test_tab_ends_a_scan_too_and_moves_no_focus(bench: Bench, keyboard: Keyboard) -> None:
    bench.field.setFocus()
    keyboard.write("RMA-20418")
    keyboard.press(int(Qt.Key.Key_Tab), "\t")
    assert bench.scans == ["RMA-20418"]
    assert bench.field.hasFocus()


def test_the_line_feed_after_the_enter_of_a_scan_is_swallowed(bench: Bench, keyboard: Keyboard, qtbot: QtBot) -> None:
    keyboard.scan("RMA-20418")
    keyboard.enter()
    settle(qtbot)
    assert (bench.scans, bench.keys) == (["RMA-20418"], [])


def test_scans_right_after_each_other_stay_apart_and_in_order(bench: Bench, keyboard: Keyboard) -> None:
    for number in range(20):
        keyboard.write(f"PA-2-{number:06d}", after=12)
        keyboard.enter()
    assert bench.scans == [f"PA-2-{number:06d}" for number in range(20)]


def test_keys_that_a_busy_window_gets_late_and_all_at_once_are_judged_by_their_own_times(
    bench: Bench, keyboard: Keyboard, qtbot: QtBot
) -> None:
    bench.field.setFocus()
    keyboard.write("typed", gap=200)  # delivered in one go, but typed over a second
    settle(qtbot)
    assert (bench.scans, bench.field.text()) == ([], "typed")


def test_no_control_sign_in_a_barcode_reaches_a_shortcut_or_a_button(
    bench: Bench, keyboard: Keyboard, qtbot: QtBot
) -> None:
    bench.button.setFocus()
    keyboard.write("AB", gap=8)
    for letter in "OPZQ ":
        keyboard.press(ord(letter), chr(ord(letter) & 0x1F), CONTROL, after=8)
    keyboard.press(int(Qt.Key.Key_Escape), "\x1b", after=8)
    keyboard.press(int(Qt.Key.Key_Space), " ", after=8)
    keyboard.press(int(Qt.Key.Key_F5), "", after=8)
    keyboard.enter(after=8)
    settle(qtbot)
    assert (bench.presses, bench.keys) == (0, [])
    assert bench.scans == ["AB\x0f\x10\x1a\x11\x00\x1b "]


def test_a_barcode_that_begins_with_a_control_sign_fires_nothing(
    bench: Bench, keyboard: Keyboard, qtbot: QtBot
) -> None:
    keyboard.press(int(Qt.Key.Key_P), "\x10", CONTROL, after=500)
    keyboard.write("ABC", gap=8, after=8)
    keyboard.enter(after=8)
    settle(qtbot)
    assert (bench.scans, bench.keys) == (["\x10ABC"], [])


def test_the_group_separator_inside_a_scan_is_kept(bench: Bench, keyboard: Keyboard) -> None:
    keyboard.write("10LOT7")
    keyboard.press(int(Qt.Key.Key_BracketRight), "\x1d", CONTROL, after=8)
    keyboard.write("21SER9", after=8)
    keyboard.enter(after=8)
    assert bench.scans == ["10LOT7\x1d21SER9"]


def test_space_of_a_person_still_presses_a_button_once(bench: Bench, keyboard: Keyboard, qtbot: QtBot) -> None:
    bench.button.setFocus()
    keyboard.press(int(Qt.Key.Key_Space), " ")
    settle(qtbot)
    assert bench.presses == 1


def test_a_key_held_down_repeats_without_becoming_a_scan(bench: Bench, keyboard: Keyboard, qtbot: QtBot) -> None:
    bench.field.setFocus()
    keyboard.write("x")
    for _ in range(9):
        keyboard.press(int(Qt.Key.Key_X), "x", after=30, repeat=True)
    settle(qtbot)
    assert (bench.scans, bench.field.text()) == ([], "x" * 10)


def test_a_pin_from_a_fast_keypad_stays_in_its_field(bench: Bench, keyboard: Keyboard, qtbot: QtBot) -> None:
    bench.field.setEchoMode(QLineEdit.EchoMode.Password)
    bench.field.setFocus()
    keyboard.write("2580")
    settle(qtbot)
    assert (bench.scans, bench.field.text()) == ([], "2580")


def test_a_scan_of_ten_thousand_signs_is_heard_as_one_and_cut(bench: Bench, keyboard: Keyboard) -> None:
    keyboard.scan("9" * 10_000, gap=1)
    assert [len(scan) for scan in bench.scans] == [5_000]


def test_the_next_scan_after_typing_is_heard(bench: Bench, keyboard: Keyboard, qtbot: QtBot) -> None:
    bench.field.setFocus()
    keyboard.write("note", gap=120)
    keyboard.write("7290011234563", after=600)
    keyboard.enter()
    settle(qtbot)
    assert (bench.scans, bench.field.text()) == (["7290011234563"], "note")


def another_keyboard(bench: Bench, number: int) -> Keyboard:
    kind = QInputDevice.DeviceType.Keyboard
    return Keyboard(bench, QInputDevice(f"scanner {number}", number, kind, parent=bench))


def test_two_scanners_that_type_at_the_same_time_do_not_mix(bench: Bench) -> None:
    one, other = another_keyboard(bench, 71), another_keyboard(bench, 72)
    for first, second in zip("7290011234563", "PA-2-00000412", strict=True):
        one.write(first, after=8)
        other.write(second, after=8)
    other.enter()
    one.enter()
    assert bench.scans == ["PA-2-00000412", "7290011234563"]
    assert bench.keys == []


def test_a_scan_while_somebody_types_on_another_keyboard_takes_no_letter_of_theirs(
    bench: Bench, keyboard: Keyboard, qtbot: QtBot
) -> None:
    scanner = another_keyboard(bench, 71)
    bench.field.setFocus()
    keyboard.write("le", gap=120)
    scanner.now = keyboard.now
    scanner.write("RMA-20", after=10)
    keyboard.write("ft", gap=120, after=120)
    scanner.write("418", after=10)
    scanner.enter()
    settle(qtbot)
    assert (bench.scans, bench.field.text()) == (["RMA-20418"], "left")


def test_another_pace_counts_from_the_next_key(qtbot: QtBot, bench: Bench, keyboard: Keyboard) -> None:
    keyboard.write("RMA-1", gap=60)
    settle(qtbot)
    assert bench.wedge is not None
    bench.wedge.set_pace(Pace(70, 200))
    keyboard.write("RMA-2", gap=60)
    keyboard.enter(after=60)
    assert bench.scans == ["RMA-2"]
