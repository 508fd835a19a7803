"""Real windows over a real database: the sample shop after a morning's work, with batches that wait."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from returns_desk.desk import Desk
from returns_desk.desktop.shell import Shell
from returns_desk.desktop.window import build_shell
from returns_desk.domain.batches import BatchState
from returns_desk.domain.people import AT_THE_BENCH, Signature
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.snapshots import BatchSnapshot, RmaSnapshot
from returns_desk.settings import Settings
from returns_desk.store.database import open_database
from returns_desk.usecases import look, look_batches
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.fill_sample import fill_sample
from returns_desk.usecases.handle_scan import handle_scan
from returns_desk.usecases.ship_batch import authorize_batch
from returns_desk.usecases.sign_in import prove
from returns_desk.usecases.submit_batch import submit_batch
from tests.desktop.typing_by_machine import Keyboard

DANA, AVI, AVIS_PIN = "ID-DANA-1", "ID-AVI-3", "2580"
MOST_RETURNS = 9


def open_desk(file: Path) -> Desk:
    """The desk of station 2 over a database file."""
    return Desk(open_database(f"sqlite:///{file}"), "2")


def scan(desk: Desk, *codes: str) -> None:
    """Scan; what is refused changes nothing and stops nothing."""
    for code in codes:
        try:
            desk.run(AT_THE_BENCH, handle_scan, code)
        except DeskError:
            continue


def proven(desk: Desk) -> Signature:
    """The supervisor, with badge and PIN."""
    return desk.run(AT_THE_BENCH, prove, AVI, AVIS_PIN).answer


@pytest.fixture(scope="session")
def stocked_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which the clerk took in some returns, all of them faulty, and nothing is submitted yet."""
    file = tmp_path_factory.mktemp("stocked") / "desk.db"
    desk = open_desk(file)
    desk.run(AT_THE_BENCH, fill_sample)
    scan(desk, DANA)
    for rma in desk.read(look.rmas, None, MOST_RETURNS).rows:
        assert isinstance(rma, RmaSnapshot)
        scan(desk, (*rma.tracking, rma.number)[0])
        for line in rma.lines:
            for _ in range(line.quantity):
                scan(desk, line.product.codes[0], line.serial or "88121733", "DO-D", "DO-F-LEAKS", "DO-OK")
        scan(desk, "DO-NEXT")
    desk.close()
    return file


@dataclass
class Window:
    """One window at work: what a test does with it."""

    shell: Shell
    desk: Desk  # a second door to the same database, to look at what was really done
    keys: Keyboard
    home: Path
    qtbot: QtBot

    def show(self, screen: str) -> Any:
        """Bring a screen to the front and wait until it shows something."""
        self.shell.show_screen(screen)
        self.settle()
        return self.shell.inside.screen_shown

    def settle(self) -> None:
        """Wait until the store has answered all that was asked until now, and what that asked for."""
        heard: list[object] = []
        for turn in range(4):
            self.shell.runner.do(lambda _: None, heard.append)
            self.qtbot.waitUntil(lambda turn=turn: len(heard) > turn)

    def part(self, name: str) -> Any:
        """A widget by its object name."""
        found = self.shell.findChild(QWidget, name)
        assert found is not None, name
        return found

    def dialog(self) -> QDialog:
        """The dialog that is open."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
        opened = QApplication.activeModalWidget()
        assert isinstance(opened, QDialog)
        return opened

    def sign(self, badge: str = AVI, pin: str = AVIS_PIN) -> None:
        """Scan a badge and type a PIN into the dialog that asks for them."""
        keys = self._keys_of_dialog()
        keys.scan(badge)
        keys.write(pin, gap=150)
        keys.enter(after=150)
        self.keys.now = keys.now
        self.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        self.settle()

    def type_into_dialog(self, *answers: str) -> None:
        """Type into the fields of the open dialog, Tab between them, Enter at the end."""
        keys = self._keys_of_dialog()
        for place, answer in enumerate(answers):
            if place:
                keys.press(int(Qt.Key.Key_Tab), "\t", after=300)
                self.qtbot.wait(150)
            keys.write(answer, gap=150)
        keys.enter(after=300)
        self.keys.now = keys.now
        self.qtbot.wait(150)
        self.settle()

    def _keys_of_dialog(self) -> Keyboard:
        """The same keyboard, now at the dialog: its times go on."""
        keys = Keyboard(self.dialog())
        keys.now = self.keys.now + 1000
        return keys

    def batch(self, number: str) -> BatchSnapshot:
        """How a batch really stands."""
        return self.desk.read(look_batches.batch, number)


OpenWindow = Callable[..., Window]


@pytest.fixture
def open_window(stocked_template: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[OpenWindow]:
    """Open a window: ``open_window(language, person, prepare)``; ``prepare`` works on the database first."""
    opened: list[Window] = []

    def build(language: str = "en", person: str = AVI, prepare: Callable[[Desk], None] = submit_all) -> Window:
        file = tmp_path / "desk.db"
        shutil.copy(stocked_template, file)
        beside = open_desk(file)
        prepare(beside)
        scan(beside, person)
        settings = Settings(language=language, sounds=False, station="2")
        shell = build_shell(settings, lambda: open_desk(file), tmp_path)
        window = Window(shell, beside, Keyboard(shell), tmp_path, qtbot)
        opened.append(window)
        qtbot.addWidget(shell)
        shell.resize(1280, 720)
        with qtbot.waitSignal(shell.runner.opened):
            shell.show()
        qtbot.waitUntil(lambda: shell.bench is not None)
        shell.activateWindow()
        return window

    yield build
    for window in opened:
        window.shell.close()
        window.desk.close()


def clear_bench(desk: Desk) -> None:
    """Put aside whatever the morning left open."""
    scan(desk, DANA, "DO-HOLD", "DO-CLOSE", "DO-CLOSE", "DO-CLOSE")


def submit_all(desk: Desk, maker: str = DANA) -> None:
    """Let every supplier's batch wait for approval, submitted by the person with this badge."""
    scan(desk, maker)
    for number in numbers(desk):
        desk.run(AT_THE_BENCH, submit_batch, number)


def numbers(desk: Desk) -> list[str]:
    """The suppliers' batches, oldest first."""
    rows = desk.read(look_batches.batches).rows
    found = [str(getattr(row, "number", "")) for row in rows]
    return sorted(number for number in found if number.startswith("SB-"))


def approve_all(desk: Desk) -> None:
    """Every batch approved, and its supplier's number given where one is needed."""
    submit_all(desk)
    for number in numbers(desk):
        who = proven(desk)
        desk.run(who, approve_batch, number)
        if desk.read(look_batches.batch, number).row.state is BatchState.AWAITING_AUTHORIZATION:
            desk.run(who, authorize_batch, number, f"RGA-{number}")
