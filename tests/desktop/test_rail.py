"""The rail's buttons: their keys, and the count of what waits."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from returns_desk.desktop.rail_button import RailButton
from returns_desk.desktop.theme import load_theme
from tests.desktop.benches import a_bench
from tests.desktop.conftest import OpenShell


@pytest.mark.parametrize(("count", "shown"), [(0, ""), (1, "1"), (99, "99"), (100, "99+"), (2_000, "99+")])
def test_a_count_is_written_short_and_heard_with_the_name(qtbot: QtBot, count: int, shown: str) -> None:
    button = RailButton(load_theme("light"), "Exceptions")
    qtbot.addWidget(button)
    button.show_count(count)
    assert button.shown == shown
    assert button.accessibleName() == f"Exceptions {shown}".strip()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_count_stands_at_the_trailing_corner(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    theme = load_theme("light")
    button = RailButton(theme, "Exceptions")
    button.setLayoutDirection(direction)
    button.resize(74, 64)
    qtbot.addWidget(button)
    button.show_count(7)
    picture = button.grab().toImage()
    leading, trailing = (12, 62) if direction == Qt.LayoutDirection.LeftToRight else (62, 12)
    assert picture.pixelColor(trailing, 7).name().upper() == theme["warning"].upper()
    assert picture.pixelColor(leading, 7).name().upper() != theme["warning"].upper()


@pytest.mark.parametrize(
    ("key", "screen"),
    [("1", "desk"), ("2", "batches"), ("3", "items"), ("4", "exceptions"), ("5", "settings")],
)
def test_alt_and_a_digit_lead_to_the_screens_in_their_order(open_shell: OpenShell, key: str, screen: str) -> None:
    shell, _, _ = open_shell(a_bench())
    shown: list[str] = []
    shell.show_screen = shown.append  # type: ignore[method-assign]
    button = shell.findChild(QWidget, f"nav_{screen}")
    assert f"Alt+{key}" in button.toolTip()
    pressed = QKeyEvent(QKeyEvent.Type.KeyPress, ord(key), Qt.KeyboardModifier.AltModifier, key)
    shell.keyPressEvent(pressed)
    assert shown == [screen]
