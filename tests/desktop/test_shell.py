"""The window as a whole: language and direction, scans before the store is open, closing, trouble."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from returns_desk.desktop.screens.bench_view import BenchView
from returns_desk.desktop.shell import Shell
from returns_desk.desktop.window import build_shell
from returns_desk.domain.refusals import StoreRefused
from returns_desk.domain.snapshots import Question, QuestionKind
from returns_desk.settings import Settings
from tests.desktop.benches import a_bench, signed_out, waiting_for_answer, waiting_for_decision
from tests.desktop.conftest import OpenShell
from tests.desktop.fake_desk import FakeDesk
from tests.desktop.typing_by_machine import Keyboard


def left_of(shell: Shell, name: str) -> int:
    widget = shell.findChild(QWidget, name)
    return widget.mapTo(shell, widget.rect().topLeft()).x()


def test_hebrew_mirrors_the_window_but_not_the_code_field(open_shell: OpenShell) -> None:
    shell, _, _ = open_shell(waiting_for_decision(), language="he")
    assert shell.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert left_of(shell, "rail") > 1000
    assert left_of(shell, "grade_A") > left_of(shell, "grade_E")
    assert shell.findChild(QLineEdit, "scan_text").layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_english_runs_left_to_right(open_shell: OpenShell) -> None:
    shell, _, _ = open_shell(waiting_for_decision())
    assert left_of(shell, "rail") == 0
    assert left_of(shell, "grade_A") < left_of(shell, "grade_E")


def test_the_language_button_changes_everything_at_once_and_is_remembered(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, _, _ = open_shell(waiting_for_decision())
    changed: list[Settings] = []
    shell.settings_changed.connect(changed.append)
    shell.findChild(QToolButton, "language").click()
    assert changed[0].language == "he"
    assert QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert "דנה לוי" in shell.findChild(QLabel, "person").text()
    qtbot.waitUntil(lambda: left_of(shell, "rail") > 1000)


def test_the_theme_button_goes_through_the_themes(open_shell: OpenShell) -> None:
    shell, _, _ = open_shell(signed_out())
    changed: list[Settings] = []
    shell.settings_changed.connect(changed.append)
    for _ in range(3):
        shell.findChild(QToolButton, "theme").click()
    assert [settings.theme for settings in changed] == ["dark", "contrast", "light"]


def test_scans_before_the_store_is_open_are_kept_and_shown_as_a_count(qtbot: QtBot) -> None:
    desk = FakeDesk(a_bench())
    shell = build_shell(Settings(language="en", sounds=False), lambda: desk)  # type: ignore[arg-type, return-value]
    qtbot.addWidget(shell)
    shell.painted.disconnect()
    shell.show()
    keyboard = Keyboard(shell)
    for number in range(5):
        keyboard.scan(f"RR00{number}")
    assert "5" in shell.findChild(QLabel, "waiting").text()
    shell.runner.start()
    qtbot.waitUntil(lambda: shell.runner.count == 0)
    assert desk.scans == [f"RR00{number}" for number in range(5)]
    assert shell.findChild(QLabel, "saved").isVisible()
    shell.close()


def test_two_hundred_scans_at_once_are_all_done_in_order(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(a_bench())
    codes = [f"PA-2-{number:06d}" for number in range(200)]
    for code in codes:
        keyboard.write(code, gap=1, after=5)
        keyboard.enter(after=1)
    qtbot.waitUntil(lambda: shell.runner.count == 0, timeout=20_000)
    assert desk.scans == codes
    assert desk.threads == {"store"}


def test_closing_right_after_a_scan_loses_nothing(open_shell: OpenShell) -> None:
    shell, desk, keyboard = open_shell(a_bench())
    keyboard.scan("RR123456785IL")
    shell.close()
    assert desk.scans == ["RR123456785IL"]


def test_a_database_that_cannot_be_used_is_said_in_the_band(qtbot: QtBot) -> None:
    def refuse() -> None:
        raise StoreRefused("newer")

    shell = build_shell(Settings(language="en", sounds=False), refuse)  # type: ignore[arg-type]
    qtbot.addWidget(shell)
    with qtbot.waitSignal(shell.runner.failed):
        shell.show()
    assert shell.findChild(QWidget, "band").property("tone") == "bad"
    shell.close()


@pytest.mark.parametrize("language", ["he", "en"])
def test_the_whole_desk_fits_the_smallest_station_without_scrolling(open_shell: OpenShell, language: str) -> None:
    shell, _, _ = open_shell(waiting_for_decision(), language=language)
    QApplication.processEvents()
    view = shell.findChild(BenchView)
    assert view.verticalScrollBar().maximum() == 0
    undo = shell.findChild(QWidget, "undo")
    assert undo.mapTo(shell, undo.rect().bottomLeft()).y() <= shell.height()
    assert undo.height() >= 44


def test_a_clerk_who_is_signed_out_sees_no_other_screens(open_shell: OpenShell) -> None:
    shell, _, _ = open_shell(signed_out())
    buttons = [button for button in shell.findChildren(QToolButton) if button.objectName().startswith("nav_")]
    assert [button.isEnabled() for button in buttons][:1] == [True]
    assert not any(button.isEnabled() for button in buttons[1:])


def test_the_modules_of_the_first_paint_know_neither_use_cases_nor_store() -> None:
    """Start-up speed is measured: what the first paint imports is kept small by this list."""
    code = (
        "import sys, returns_desk.desktop.window;"
        "print([n for n in sys.modules if n.startswith(('sqlalchemy', 'returns_desk.usecases', 'returns_desk.store'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert done.stdout.strip() == "[]"


def test_alt_and_a_digit_choose_a_screen_also_while_somebody_types(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, _, keyboard = open_shell(waiting_for_decision())
    keyboard.press(int(Qt.Key.Key_F2), after=500)
    field = shell.findChild(QLineEdit, "scan_text")
    qtbot.waitUntil(field.hasFocus)
    keyboard.write("k", after=500)
    qtbot.waitUntil(lambda: field.text() == "k")
    keyboard.press(int(Qt.Key.Key_3), "3", Qt.KeyboardModifier.AltModifier, after=500)
    qtbot.waitUntil(lambda: shell.inside.screen_name == "items")
    assert field.text() == "k"
    keyboard.press(int(Qt.Key.Key_1), "1", Qt.KeyboardModifier.AltModifier, after=500)
    qtbot.waitUntil(lambda: shell.inside.screen_name == "desk")


def test_escape_leaves_the_typing_field_and_means_nothing_behind_it(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(waiting_for_answer(Question(QuestionKind.EMPTY_BOX, "PA-2-000001", ("2",))))
    keyboard.press(int(Qt.Key.Key_F2), after=500)
    field = shell.findChild(QLineEdit, "scan_text")
    qtbot.waitUntil(field.hasFocus)
    keyboard.write("k", after=500)
    qtbot.waitUntil(lambda: field.text() == "k")
    keyboard.press(int(Qt.Key.Key_Escape), after=500)
    qtbot.waitUntil(lambda: not field.hasFocus())
    assert (field.text(), desk.scans) == ("", [])
