"""The Desk screen over a bench: what is shown, and which scan every key and button stands for."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from returns_desk.desktop.screens.bench_view import BenchView
from returns_desk.desktop.screens.panels.decision_card import DecisionCard
from returns_desk.desktop.shell import Shell
from returns_desk.domain.items import HoldReason
from returns_desk.domain.parcels import ParcelState
from returns_desk.domain.recommendation import Block
from returns_desk.domain.refusals import UnknownCode
from returns_desk.domain.snapshots import BenchSnapshot, NextStep, Question, QuestionKind, WaitingParcel
from returns_desk.wording import Words
from tests.desktop.benches import (
    a_bench,
    a_parcel,
    an_item,
    signed_out,
    waiting_for_answer,
    waiting_for_decision,
    waiting_for_grade,
)
from tests.desktop.conftest import OpenShell
from tests.desktop.fake_desk import FakeDesk
from tests.desktop.typing_by_machine import CONTROL

OVERRIDE = Question(QuestionKind.OVERRIDE_REASON, "donate", ("AGREED", "STOCK"))


def answered(qtbot: QtBot, shell: Shell, desk: FakeDesk, count: int) -> None:
    qtbot.waitUntil(lambda: len(desk.scans) == count and shell.runner.count == 0)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("grade_A", "DO-A"),
        ("grade_X", "DO-X"),
        ("finding_leaks", "DO-F-LEAKS"),
        ("disposition_restock", "DO-RESTOCK"),
        ("disposition_supplier", "DO-SUPPLIER"),
        ("disposition_donate", "DO-DONATE"),
        ("disposition_recycle", "DO-RECYCLE"),
        ("hold", "DO-HOLD"),
        ("undo", "DO-UNDO"),
        ("next", "DO-NEXT"),
        ("close", "DO-CLOSE"),
        ("print", "DO-PRINT"),
    ],
)
def test_every_button_gives_the_scan_of_the_command_sheet(
    open_shell: OpenShell, qtbot: QtBot, name: str, code: str
) -> None:
    shell, desk, _ = open_shell(waiting_for_decision())
    button = shell.findChild(QPushButton, name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    answered(qtbot, shell, desk, 1)
    assert desk.scans == [code]


@pytest.mark.parametrize(
    ("key", "text", "modifiers", "code"),
    [
        (Qt.Key.Key_1, "1", None, "DO-A"),
        (Qt.Key.Key_5, "5", None, "DO-E"),
        (Qt.Key.Key_X, "x", None, "DO-X"),
        (0x5E1, "ס", None, "DO-X"),  # the same key while the keyboard is set to Hebrew
        (Qt.Key.Key_F5, "", None, "DO-RESTOCK"),
        (Qt.Key.Key_F6, "", None, "DO-SUPPLIER"),
        (Qt.Key.Key_F7, "", None, "DO-DONATE"),
        (Qt.Key.Key_F8, "", None, "DO-RECYCLE"),
        (Qt.Key.Key_F10, "", None, "DO-HOLD"),
        (Qt.Key.Key_F12, "", None, "DO-NEXT"),
        (Qt.Key.Key_Return, "\r", None, "DO-OK"),
        (Qt.Key.Key_Z, "\x1a", CONTROL, "DO-UNDO"),
        (0x5D6, "ז", CONTROL, "DO-UNDO"),
        (Qt.Key.Key_P, "\x10", CONTROL, "DO-PRINT"),
    ],
)
def test_every_key_gives_the_scan_of_the_command_sheet(
    open_shell: OpenShell, qtbot: QtBot, key: int, text: str, modifiers: Qt.KeyboardModifier | None, code: str
) -> None:
    shell, desk, keyboard = open_shell(waiting_for_decision())
    keyboard.press(int(key), text, modifiers or Qt.KeyboardModifier.NoModifier)
    answered(qtbot, shell, desk, 1)
    assert desk.scans == [code]


def test_the_digits_of_a_scan_give_no_grades(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(waiting_for_grade())
    keyboard.scan("12345")
    answered(qtbot, shell, desk, 1)
    assert desk.scans == ["12345"]


def test_while_no_grade_is_due_a_digit_begins_a_code_typed_by_hand(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(a_bench())
    field = shell.findChild(QLineEdit, "scan_text")
    keyboard.write("4711", gap=200)
    qtbot.waitUntil(lambda: field.text() == "4711")
    keyboard.enter(after=300)
    answered(qtbot, shell, desk, 1)
    assert desk.scans == ["4711"]


def test_the_recommended_way_is_marked_and_the_blocked_one_says_why(open_shell: OpenShell) -> None:
    shell, _, _ = open_shell(waiting_for_decision())
    best = shell.findChild(QPushButton, "disposition_supplier")
    blocked = shell.findChild(QPushButton, "disposition_restock")
    assert (best.property("chosen"), blocked.property("chosen")) == ("true", "false")
    assert "84.60" in best.accessibleDescription()
    assert "Blocked" in blocked.accessibleDescription()


def test_a_question_stands_where_the_decision_was_and_its_keys_answer_it(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(waiting_for_answer(OVERRIDE))
    assert not shell.findChild(QPushButton, "disposition_donate").isVisible()
    keyboard.press(int(Qt.Key.Key_2), "2")
    answered(qtbot, shell, desk, 1)
    assert desk.scans == ["DO-O-STOCK"]


def test_escape_drops_a_question(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(waiting_for_answer(OVERRIDE))
    keyboard.press(int(Qt.Key.Key_Escape), "\x1b")
    answered(qtbot, shell, desk, 1)
    assert desk.scans == ["DO-UNDO"]


def test_a_yes_or_no_question_is_answered_with_enter(open_shell: OpenShell, qtbot: QtBot) -> None:
    question = Question(QuestionKind.REOPEN, "PA-2-000001")
    shell, desk, keyboard = open_shell(a_bench(question=question, step=NextStep.ANSWER))
    assert "PA-2-000001" in " ".join(label.text() for label in shell.findChildren(QLabel) if label.isVisible())
    keyboard.enter(after=500)
    answered(qtbot, shell, desk, 1)
    assert desk.scans == ["DO-OK"]


def test_the_item_in_hand_shows_its_grade_and_findings_and_pressing_changes_nothing_by_itself(
    open_shell: OpenShell, qtbot: QtBot
) -> None:
    shell, desk, _ = open_shell(waiting_for_decision())
    graded, finding = shell.findChild(QPushButton, "grade_D"), shell.findChild(QPushButton, "finding_leaks")
    assert (graded.isChecked(), finding.isChecked()) == (True, False)
    qtbot.mouseClick(finding, Qt.MouseButton.LeftButton)
    assert not finding.isChecked()
    answered(qtbot, shell, desk, 1)


@pytest.mark.parametrize("bench", [signed_out(), a_bench(), waiting_for_grade(), waiting_for_decision()])
def test_every_control_that_can_be_seen_has_a_name_for_a_screen_reader(
    open_shell: OpenShell, bench: BenchSnapshot
) -> None:
    shell, _, _ = open_shell(bench)
    controls = [one for kind in (QPushButton, QLineEdit) for one in shell.findChildren(kind) if one.isVisible()]
    assert [one.objectName() for one in controls if not one.accessibleName()] == []


def test_nothing_from_the_store_is_read_as_markup(open_shell: OpenShell) -> None:
    shell, _, _ = open_shell(waiting_for_decision())
    labels = shell.findChildren(QLabel)
    marked = [label.text() for label in labels if label.text() and label.textFormat() != Qt.TextFormat.PlainText]
    assert marked == []


def test_a_badge_is_never_shown(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(signed_out())
    keyboard.scan("ID-DANA-1")
    answered(qtbot, shell, desk, 1)
    assert "DANA" not in shell.findChild(QLineEdit, "scan_text").text()


def test_a_refusal_is_not_overrun_by_scans_that_were_on_their_way(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(a_bench())
    band = shell.findChild(QWidget, "band")
    desk.answers["RR000"] = UnknownCode("RR000")
    desk.gate.clear()
    for code in ("RR000", "RR111", "RR222"):
        keyboard.scan(code)
    desk.gate.set()
    answered(qtbot, shell, desk, 3)
    assert band.property("tone") == "bad"
    keyboard.scan("RR333")
    answered(qtbot, shell, desk, 4)
    assert band.property("tone") != "bad"


def test_a_key_of_a_person_takes_a_kept_refusal_off_the_screen(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(a_bench())
    band = shell.findChild(QWidget, "band")
    desk.answers["RR000"] = UnknownCode("RR000")
    desk.gate.clear()
    for code in ("RR000", "RR111"):
        keyboard.scan(code)
    desk.gate.set()
    answered(qtbot, shell, desk, 2)
    keyboard.press(int(Qt.Key.Key_Down), "", after=600)
    qtbot.waitUntil(lambda: band.property("tone") != "bad")


def test_two_items_of_a_parcel_are_listed_with_what_is_in_hand(open_shell: OpenShell) -> None:
    item = an_item()
    shell, _, _ = open_shell(a_bench(parcel=a_parcel(item), item=item, step=NextStep.GRADE))
    model = shell.findChild(QWidget, "expected_items").model()  # type: ignore[attr-defined]
    said = [model.index(row, column).data() for row in range(model.rowCount()) for column in range(2)]
    assert said == ["Wireless headphones WH-300\nIT-2-004512", "0/1", "USB-C cable 2m\nUSB-C-2M", "1/1"]


def test_a_double_click_on_an_awaited_parcel_opens_it(qtbot: QtBot, open_shell: OpenShell) -> None:
    waiting = WaitingParcel("RR123456785IL", ParcelState.ANNOUNCED, "מיכל אברהמי", True, ("אוזניות",), ("Headphones",))
    shell, desk, _ = open_shell(replace(a_bench(), parcels_waiting=(waiting,)))
    table = shell.findChild(QTableView, "waiting_parcels")
    assert table.isVisible()
    assert [table.model().index(0, column).data() for column in range(4)][1] in ("Headphones", "אוזניות")
    table.doubleClicked.emit(table.model().index(0, 0))
    answered(qtbot, shell, desk, 1)
    assert desk.scans == ["RR123456785IL"]


@pytest.mark.parametrize("language", ["he", "en"])
def test_a_question_with_many_answers_leaves_no_room_behind(open_shell: OpenShell, qtbot: QtBot, language: str) -> None:
    shell, _, _ = open_shell(waiting_for_decision(), language=language)
    view, card = shell.findChild(BenchView), shell.findChild(DecisionCard)
    qtbot.wait(20)
    before = card.height()
    shell.desk.show_bench(waiting_for_answer(Question(QuestionKind.HOLD_REASON, "IT-2-004512", tuple(HoldReason))))
    qtbot.wait(20)
    shell.desk.show_bench(waiting_for_decision())
    qtbot.waitUntil(lambda: card.height() == before)
    assert view.verticalScrollBar().maximum() == 0


def test_in_a_short_window_one_ground_stands_against_a_way_and_all_of_them_are_told_of_it(
    open_shell: OpenShell, qtbot: QtBot
) -> None:
    bench = waiting_for_decision()
    assert bench.recommendation is not None
    grounds = (Block.CONDITION_NOT_TAKEN, Block.UNSAFE, Block.WINDOW_UNKNOWN)
    options = tuple(replace(one, blocks=grounds) for one in bench.recommendation.options)
    shell, _, _ = open_shell(replace(bench, recommendation=replace(bench.recommendation, options=options)))
    way = shell.findChild(QPushButton, "disposition_supplier")
    shown = " ".join(label.text() for label in way.findChildren(QLabel))
    assert "+2" in shown
    assert Words("en").name(Block.UNSAFE) not in shown
    assert Words("en").name(Block.UNSAFE) in way.accessibleDescription()
    qtbot.waitUntil(lambda: shell.findChild(BenchView).verticalScrollBar().maximum() == 0)
