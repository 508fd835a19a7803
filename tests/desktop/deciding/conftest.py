"""The page of the rules in the real window, with the sample shop behind it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from returns_desk.app import desk_opener
from returns_desk.desktop.screens.deciding.page import DecidingPage
from returns_desk.desktop.shell import Shell
from returns_desk.desktop.widgets.pick import Pick
from returns_desk.desktop.widgets.table import Table
from returns_desk.desktop.window import build_shell
from returns_desk.settings import Settings
from tests.desktop.typing_by_machine import Keyboard

_SLOW = 400  # milliseconds between a person's keys

OpenRules = Callable[..., "Rules"]


def plain(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "").replace("\N{NO-BREAK SPACE}", " ")


class Rules:
    """The page as a person has it before them: what it says, and keys and clicks into it."""

    tab = "settings_deciding"

    def __init__(self, shell: Shell, qtbot: QtBot) -> None:
        self.shell, self._qtbot = shell, qtbot
        self._keyboard = Keyboard(shell)

    def open(self) -> None:
        """Go to the page and wait until it shows the rules."""
        self.shell.findChild(QToolButton, "nav_settings").click()
        self.shell.findChild(QPushButton, self.tab).click()
        self._qtbot.waitUntil(lambda: self.page.board.look is not None, timeout=30_000)
        self.rest()

    @property
    def page(self) -> Any:
        (page,) = self.shell.inside.findChildren(DecidingPage)
        return page

    def rest(self) -> None:
        """Wait until everything that was asked is answered and drawn."""
        for _ in range(3):
            done: list[bool] = []
            self.shell.runner.do(lambda _desk, done=done: True, done.append)
            self._qtbot.waitUntil(lambda done=done: bool(done), timeout=30_000)

    def find(self, kind: type[Any], name: str) -> Any:
        (found,) = self.page.findChildren(kind, name)
        return found

    def press(self, name: str) -> None:
        """Click a button that can be clicked."""
        button = self.find(QPushButton, name)
        assert button.isEnabled(), button.toolTip()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.rest()

    def enabled(self, name: str) -> bool:
        return bool(self.find(QPushButton, name).isEnabled())

    def key(self, part: QWidget, key: int, text: str = "") -> None:
        """Press a key there, as slowly as a person."""
        part.setFocus()
        self._keyboard.press(key, text, after=_SLOW)

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds: keys are held back for a moment, since a scanner's may follow."""
        self._qtbot.waitUntil(holds, timeout=30_000)

    def type(self, name: str, text: str) -> None:
        """Type into a field in place of what stands in it."""
        line = self.find(QLineEdit, name)
        line.setFocus()
        line.selectAll()
        self._keyboard.press(int(Qt.Key.Key_Delete), after=_SLOW)
        self._keyboard.write(text, gap=_SLOW, after=_SLOW)
        self.until(lambda: line.text() == text)

    def pick(self, name: str, value: str) -> None:
        """Pick a value by keys: to the top, then down to it."""
        pick = self.find(Pick, name)
        pick.setFocus()
        self._keyboard.press(int(Qt.Key.Key_Home), after=_SLOW)
        for _ in range(pick.findData(value)):
            self._keyboard.press(int(Qt.Key.Key_Down), after=_SLOW)
        self.until(lambda: pick.value == value)

    def choose_in_list(self, name: str, value: str) -> None:
        """Open a list by a key, go down to a value and take it with Enter."""
        pick = self.find(Pick, name)
        number = pick.findData(value)
        self.key(pick, int(Qt.Key.Key_Down))
        self.until(lambda: pick.view().isVisible())
        keyboard = Keyboard(pick.view().window())
        for _ in range(number):
            keyboard.press(int(Qt.Key.Key_Down), after=_SLOW)
        self.until(lambda: pick.view().currentIndex().row() == number)
        keyboard.press(int(Qt.Key.Key_Return), "\r", after=_SLOW)
        self.until(lambda: not pick.view().isVisible())

    def rows(self, table: str = "rule_table") -> list[list[str]]:
        """What a table says."""
        model = self.find(Table, table).rows_model
        return [[plain(column.text(row)) for column in model.columns] for row in model.rows]

    def said(self, name: str) -> str:
        """What stands on a card or label, in the order of its labels."""
        part: QWidget = self.find(QWidget, name)
        labels = [part] if isinstance(part, QLabel) else part.findChildren(QLabel)
        return " | ".join(plain(one.text()) for one in labels if one.text() and one.isVisibleTo(self.page))

    @property
    def notice(self) -> str:
        return plain(self.shell.inside.screen_shown.notice.text.text())

    @property
    def advised(self) -> str:
        """The way that the example is advised to go."""
        ways = self.page.findChildren(QWidget)
        (name,) = (one.accessibleName() for one in ways if one.property("way") == "advised")
        return str(name.split(",")[0])


RulesT = TypeVar("RulesT", bound=Rules)


@pytest.fixture
def open_rules(sample_home: Path, qtbot: QtBot) -> Iterator[OpenRules]:
    yield from opened(sample_home, qtbot, Rules)


def opened(sample_home: Path, qtbot: QtBot, page: type[RulesT]) -> Iterator[Callable[..., RulesT]]:
    """What opens a page of Settings in a window of its own, with somebody signed in."""
    shells: list[Shell] = []

    def build(badge: str = "ID-NOA-4", language: str = "en", *scans: str) -> RulesT:
        settings = Settings(language=language, sounds=False, station="1")
        made = build_shell(settings, desk_opener(sample_home, settings, sample=True), sample_home)
        shells.append(made)
        qtbot.addWidget(made)
        made.resize(1280, 720)
        with qtbot.waitSignal(made.runner.opened, timeout=30_000):
            made.show()
        made.activateWindow()
        for scan in (badge, *scans):
            made.take_scan(scan)
        qtbot.waitUntil(lambda: made.bench is not None and made.bench.person is not None, timeout=30_000)
        found = page(made, qtbot)
        found.rest()
        found.open()
        return found

    yield build
    for made in shells:
        made.close()
