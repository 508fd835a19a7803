"""Digits with a piece in hand: one is a grade, two are a quantity, and nothing is given twice."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from returns_desk.desktop.screens.number_keys import WAIT_MS
from returns_desk.desktop.shell import Shell
from returns_desk.domain.grades import Grade
from returns_desk.domain.snapshots import BenchSnapshot, ItemSnapshot, NextStep, ProductSnapshot
from tests.desktop.benches import CABLE, a_bench, a_parcel, an_item, waiting_for_grade
from tests.desktop.conftest import OpenShell
from tests.desktop.fake_desk import FakeDesk
from tests.desktop.typing_by_machine import CONTROL, Keyboard

ADAPTER = replace(CABLE, id="a", sku="ADAPTER")
ESCAPE, ENTER = int(Qt.Key.Key_Escape), int(Qt.Key.Key_Return)


def a_piece(product: ProductSnapshot = ADAPTER) -> ItemSnapshot:
    """One small thing without a serial number."""
    return replace(an_item(), product=product, serial="", number="IT-2-004513")


def small_thing(product: ProductSnapshot = ADAPTER, **changes: object) -> BenchSnapshot:
    """A bench with it in hand; nobody announced an adapter, one cable was."""
    item = replace(a_piece(product), **changes)  # type: ignore[arg-type]
    return a_bench(parcel=a_parcel(item), item=item, step=NextStep.GRADE)


def given(qtbot: QtBot, shell: Shell, desk: FakeDesk, count: int = 1) -> list[str]:
    qtbot.waitUntil(lambda: len(desk.scans) == count and shell.runner.count == 0)
    qtbot.wait(WAIT_MS + 150)
    return desk.scans


def digit(keyboard: Keyboard, sign: str, *, after: int = 200) -> None:
    keyboard.press(ord(sign), sign, after=after)


def test_forty_typed_with_a_piece_in_hand_is_a_quantity(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(small_thing())
    keyboard.write("40", gap=200)
    field = shell.findChild(QLineEdit, "scan_text")
    qtbot.waitUntil(lambda: field.text() == "40" and field.hasFocus())
    keyboard.enter(after=300)
    assert given(qtbot, shell, desk) == ["40"]


def test_three_digits_typed_fast_are_one_quantity(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(small_thing())
    keyboard.write("125", gap=110)
    keyboard.enter(after=110)
    assert given(qtbot, shell, desk) == ["125"]


def test_one_digit_alone_is_a_grade_shown_at_once_and_given_after_a_moment(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(small_thing())
    digit(keyboard, "4")
    qtbot.waitUntil(lambda: shell.findChild(QPushButton, "grade_D").isChecked())
    assert desk.scans == []
    assert given(qtbot, shell, desk) == ["DO-D"]


def test_a_digit_and_enter_within_the_wait_is_a_quantity(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(small_thing())
    digit(keyboard, "4")
    keyboard.enter(after=120)
    assert given(qtbot, shell, desk) == ["4"]


def test_where_one_was_announced_a_digit_and_a_quick_enter_are_grade_and_recommendation(
    open_shell: OpenShell, qtbot: QtBot
) -> None:
    shell, desk, keyboard = open_shell(small_thing(CABLE))
    graded = a_piece(CABLE)
    desk.answers["DO-D"] = a_bench(parcel=a_parcel(graded), item=replace(graded, grade=Grade.D), step=NextStep.DECIDE)
    digit(keyboard, "4")
    keyboard.enter(after=120)
    assert given(qtbot, shell, desk) == ["DO-D"]


@pytest.mark.parametrize("sign", ["6", "9", "0"])
def test_digits_that_are_no_grades_begin_a_number_at_once(open_shell: OpenShell, qtbot: QtBot, sign: str) -> None:
    shell, desk, keyboard = open_shell(small_thing())
    digit(keyboard, sign)
    field = shell.findChild(QLineEdit, "scan_text")
    qtbot.waitUntil(lambda: field.text() == sign and field.hasFocus())
    keyboard.enter(after=300)
    assert given(qtbot, shell, desk) == [sign]


@pytest.mark.parametrize("sign", ["*", "×"])
def test_the_sign_for_times_begins_a_number(open_shell: OpenShell, qtbot: QtBot, sign: str) -> None:
    shell, desk, keyboard = open_shell(small_thing())
    digit(keyboard, sign)
    field = shell.findChild(QLineEdit, "scan_text")
    qtbot.waitUntil(field.hasFocus)
    digit(keyboard, "3")
    keyboard.enter(after=300)
    assert given(qtbot, shell, desk) == ["3"]


def test_a_key_of_the_number_pad_counts_as_any_digit(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(small_thing())
    for sign in "40":
        keyboard.press(ord(sign), sign, Qt.KeyboardModifier.KeypadModifier, after=200)
    keyboard.press(int(Qt.Key.Key_Enter), "\r", Qt.KeyboardModifier.KeypadModifier, after=300)
    assert given(qtbot, shell, desk) == ["40"]


def test_a_key_held_down_is_one_grade(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(small_thing())
    digit(keyboard, "4")
    for _ in range(5):
        keyboard.press(ord("4"), "4", after=30, repeat=True)
    assert given(qtbot, shell, desk) == ["DO-D"]


@pytest.mark.parametrize(("key", "text", "modifiers"), [(ESCAPE, "\x1b", None), (ord("Z"), "\x1a", CONTROL)])
def test_a_grade_that_was_only_pressed_is_taken_back_before_it_counts(
    open_shell: OpenShell, qtbot: QtBot, key: int, text: str, modifiers: Qt.KeyboardModifier | None
) -> None:
    shell, desk, keyboard = open_shell(small_thing())
    digit(keyboard, "4")
    keyboard.press(key, text, modifiers or Qt.KeyboardModifier.NoModifier, after=150)
    qtbot.wait(WAIT_MS + 200)
    assert desk.scans == []
    assert not shell.findChild(QPushButton, "grade_D").isChecked()


def test_a_scan_right_after_a_digit_goes_behind_its_grade(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(small_thing())
    digit(keyboard, "2")
    keyboard.write("DO-HOLD", gap=10, after=200)
    keyboard.enter()
    assert given(qtbot, shell, desk, 2) == ["DO-B", "DO-HOLD"]


def test_another_key_gives_the_grade_first(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(small_thing())
    digit(keyboard, "2")
    keyboard.press(int(Qt.Key.Key_F10), "", after=150)
    assert given(qtbot, shell, desk, 2) == ["DO-B", "DO-HOLD"]


def test_a_scrap_of_a_scan_is_neither_grade_nor_quantity(open_shell: OpenShell, qtbot: QtBot) -> None:
    """A code cut in two by a stumbling scanner ends in a few digits: they must not count pieces."""
    _, desk, keyboard = open_shell(small_thing())
    keyboard.scan("40")
    qtbot.wait(WAIT_MS + 200)
    assert desk.scans == []


def test_two_keys_struck_at_once_without_enter_give_nothing(open_shell: OpenShell, qtbot: QtBot) -> None:
    _, desk, keyboard = open_shell(small_thing())
    keyboard.write("12", gap=5)
    qtbot.wait(WAIT_MS + 200)
    assert desk.scans == []


@pytest.mark.parametrize(
    "bench",
    [waiting_for_grade(), small_thing(quantity=40), small_thing(grade=Grade.B)],
    ids=["with a serial", "counted", "graded"],
)
def test_nobody_waits_where_no_quantity_can_be_meant(open_shell: OpenShell, qtbot: QtBot, bench: BenchSnapshot) -> None:
    shell, desk, keyboard = open_shell(bench)
    digit(keyboard, "4")
    qtbot.waitUntil(lambda: desk.scans == ["DO-D"], timeout=300)
    qtbot.waitUntil(lambda: shell.runner.count == 0)


def test_digits_are_the_same_on_a_keyboard_set_to_hebrew(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(small_thing(), language="he")
    keyboard.write("40", gap=200)
    keyboard.enter(after=300)
    assert given(qtbot, shell, desk) == ["40"]
