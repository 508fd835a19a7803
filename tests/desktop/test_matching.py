"""A parcel that nobody announced, in the window: its candidates, their keys, and the grades that keep their digits."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTableView
from pytestqt.qtbot import QtBot

from returns_desk.desktop.screens.bench_view import BenchView
from returns_desk.desktop.shell import Shell
from tests.desktop.arrivals import asked_which_return, unknown_parcel, unknown_with_piece
from tests.desktop.conftest import OpenShell
from tests.desktop.fake_desk import FakeDesk


def settled(qtbot: QtBot, shell: Shell, done: int, desk: FakeDesk) -> None:
    qtbot.waitUntil(lambda: len(desk.scans) + len(desk.steps) == done and shell.runner.count == 0)


def cells(table: QTableView) -> list[list[str]]:
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def test_candidates_are_told_with_their_key_their_grounds_and_how_sure_they_are(open_shell: OpenShell) -> None:
    shell, _, _ = open_shell(unknown_parcel())
    table = shell.findChild(QTableView, "candidates")
    assert table.isVisible()
    first, second, third = cells(table)
    assert (first[0], first[1], first[4]) == ("1", "RMA-20431", "92%")
    assert "VIP" in first[2]
    assert "Kettle KX-17" in second[3]
    assert "SO-87002" in third[1]


@pytest.mark.parametrize(
    ("key", "text", "step"),
    [
        (Qt.Key.Key_1, "1", ("match_by_number", "PA-2-000318", "RMA-20431")),
        (Qt.Key.Key_3, "3", ("make_unauthorized", "PA-2-000318", "SO-87002")),
    ],
)
def test_a_digit_matches_the_open_parcel_to_what_was_shown(
    open_shell: OpenShell, qtbot: QtBot, key: Qt.Key, text: str, step: tuple[str, ...]
) -> None:
    shell, desk, keyboard = open_shell(unknown_parcel())
    keyboard.press(int(key), text)
    settled(qtbot, shell, 1, desk)
    assert (desk.steps, desk.scans) == ([step], [])


@pytest.mark.parametrize(
    ("key", "text", "code"),
    [
        (Qt.Key.Key_R, "r", "DO-NORMA"),
        (0x5E8, "ר", "DO-NORMA"),  # the same key while the keyboard is set to Hebrew
        (Qt.Key.Key_N, "n", "DO-NOTOURS"),
        (0x5DE, "מ", "DO-NOTOURS"),
    ],
)
def test_the_other_ways_have_keys_that_are_scans(
    open_shell: OpenShell, qtbot: QtBot, key: int, text: str, code: str
) -> None:
    shell, desk, keyboard = open_shell(unknown_parcel())
    keyboard.press(int(key), text)
    settled(qtbot, shell, 1, desk)
    assert desk.scans == [code]


def test_later_leaves_the_candidates_and_shows_the_inspection(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(unknown_parcel())
    keyboard.press(int(Qt.Key.Key_0), "0")
    table = shell.findChild(QTableView, "candidates")
    qtbot.waitUntil(lambda: not table.isVisible())
    assert shell.findChild(QPushButton, "choose_return").isVisible()
    assert shell.findChild(QPushButton, "grade_A").isVisible()
    assert desk.scans == []


def test_while_a_piece_waits_for_its_grade_digits_are_grades_and_m_opens_the_candidates(
    open_shell: OpenShell, qtbot: QtBot
) -> None:
    shell, desk, keyboard = open_shell(unknown_with_piece())
    table = shell.findChild(QTableView, "candidates")
    assert not table.isVisible()
    assert shell.findChild(QPushButton, "grade_A").isVisible()
    keyboard.press(int(Qt.Key.Key_X), "x")
    settled(qtbot, shell, 1, desk)
    assert desk.scans == ["DO-X"]
    keyboard.press(0x5E6, "צ")  # M
    qtbot.waitUntil(table.isVisible)
    keyboard.press(int(Qt.Key.Key_2), "2")
    settled(qtbot, shell, 2, desk)
    assert desk.steps == [("match_by_number", "PA-2-000318", "RMA-20388")]


def test_escape_closes_the_candidates_beside_a_piece(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(unknown_with_piece())
    table = shell.findChild(QTableView, "candidates")
    qtbot.mouseClick(shell.findChild(QPushButton, "choose_return"), Qt.MouseButton.LeftButton)
    assert table.isVisible()
    keyboard.press(int(Qt.Key.Key_Escape), "\x1b")
    qtbot.waitUntil(lambda: not table.isVisible())
    assert desk.scans == []


def test_a_question_for_the_return_is_answered_by_the_scan_of_a_choice(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(asked_which_return())
    assert not shell.findChild(QPushButton, "match_later").isVisible()
    keyboard.press(int(Qt.Key.Key_3), "3")
    settled(qtbot, shell, 1, desk)
    assert desk.scans == ["DO-3"]


def test_a_question_for_the_return_is_dropped_with_escape(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(asked_which_return())
    keyboard.press(int(Qt.Key.Key_Escape), "\x1b")
    settled(qtbot, shell, 1, desk)
    assert desk.scans == ["DO-UNDO"]


def test_a_click_on_a_candidate_chooses_it(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, _ = open_shell(asked_which_return())
    table = shell.findChild(QTableView, "candidates")
    table.clicked.emit(table.model().index(1, 1))
    settled(qtbot, shell, 1, desk)
    assert desk.scans == ["DO-2"]


@pytest.mark.parametrize("language", ["he", "en"])
def test_the_candidates_fit_the_smallest_station(open_shell: OpenShell, qtbot: QtBot, language: str) -> None:
    for bench in (unknown_parcel(), unknown_with_piece()):
        shell, _, _ = open_shell(bench, language=language)
        view = shell.findChild(BenchView)
        qtbot.waitUntil(lambda view=view: view.verticalScrollBar().maximum() == 0)
