"""The customer's side in the window: what the policy says, and five outcomes by one key or press each."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from returns_desk.desktop.screens.bench_view import BenchView
from returns_desk.domain.grades import WantedOutcome
from returns_desk.domain.money import Money
from returns_desk.domain.snapshots import BenchSnapshot
from returns_desk.wording import Words
from returns_desk.wording.policies import short_verdict
from tests.desktop.arrivals import VERDICT, judged
from tests.desktop.benches import waiting_for_grade
from tests.desktop.conftest import OpenShell
from tests.desktop.typing_by_machine import CONTROL

CODES = ["DO-C-REFUND", "DO-C-EXCHANGE", "DO-C-CREDIT", "DO-C-REPAIR", "DO-C-NONE"]


def agreed() -> BenchSnapshot:
    bench = judged()
    assert bench.item is not None
    item = replace(bench.item, agreed=WantedOutcome.REFUND, agreed_amount=Money(24055), dispute="Came like this")
    return replace(bench, item=item)


def test_the_verdict_is_told_with_its_day_its_fee_and_the_last_day_for_the_money(open_shell: OpenShell) -> None:
    said = short_verdict(Words("en"), VERDICT).replace("\u2068", "").replace("\u2069", "")
    said = said.replace("\N{NO-BREAK SPACE}", " ")
    assert said == "Day 6 of 14 · fee ₪8.45 · refund by 2026-12-06"
    shell, _, _ = open_shell(judged())
    told = [label for label in shell.findChildren(QLabel) if label.property("part") == "verdict"]
    assert [(label.property("tone"), label.isVisible()) for label in told] == [("ok", True)]


@pytest.mark.parametrize(("place", "code"), list(enumerate(CODES, start=1)))
def test_an_outcome_is_agreed_by_its_key_or_by_one_press(
    open_shell: OpenShell, qtbot: QtBot, place: int, code: str
) -> None:
    shell, desk, keyboard = open_shell(judged())
    keyboard.press(int(Qt.Key.Key_0) + place, "", CONTROL)
    qtbot.waitUntil(lambda: desk.scans == [code] and shell.runner.count == 0)
    buttons = ["refund", "exchange", "store_credit", "repair", "none"]
    qtbot.mouseClick(shell.findChild(QPushButton, f"outcome_{buttons[place - 1]}"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.scans == [code, code] and shell.runner.count == 0)


def test_what_was_asked_is_marked_and_pressing_agrees_nothing_by_itself(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, _ = open_shell(judged())
    asked, other = (shell.findChild(QPushButton, f"outcome_{name}") for name in ("exchange", "refund"))
    assert (asked.property("asked"), other.property("asked")) == ("true", "false")
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    assert not other.isChecked()
    qtbot.waitUntil(lambda: len(desk.scans) == 1 and shell.runner.count == 0)


def test_the_agreed_outcome_stands_with_its_amount(open_shell: OpenShell) -> None:
    shell, _, _ = open_shell(agreed())
    button = shell.findChild(QPushButton, "outcome_refund")
    assert button.isChecked()
    assert "240.55" in button.text()


def test_nothing_is_agreed_before_the_grade(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(waiting_for_grade())
    assert not shell.findChild(QPushButton, "outcome_refund").isEnabled()
    keyboard.press(int(Qt.Key.Key_1), "", CONTROL)
    qtbot.wait(150)
    assert desk.scans == []


def test_a_dispute_is_noted_for_the_piece_that_was_in_hand(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, _ = open_shell(agreed())
    shell.resize(1600, 1000)
    qtbot.mouseClick(shell.findChild(QPushButton, "customer_dispute"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shell.findChild(QLineEdit, "dispute") is not None)
    field = shell.findChild(QLineEdit, "dispute")
    assert field.text() == "Came like this"
    field.setText("Never switched on")
    shell.findChild(QPushButton, "entry_go_on").click()
    qtbot.waitUntil(lambda: len(desk.steps) == 1 and shell.runner.count == 0)
    assert desk.steps == [("note_dispute", "Never switched on", "IT-2-004512")]


def test_another_amount_is_asked_for_by_agreeing_once_more(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, _ = open_shell(agreed())
    shell.resize(1600, 1000)
    qtbot.mouseClick(shell.findChild(QPushButton, "customer_amount"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.scans == ["DO-C-REFUND"] and shell.runner.count == 0)


@pytest.mark.parametrize("language", ["he", "en"])
def test_the_customers_line_fits_the_smallest_station(open_shell: OpenShell, qtbot: QtBot, language: str) -> None:
    shell, _, _ = open_shell(agreed(), language=language)
    view = shell.findChild(BenchView)
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() == 0)
