"""Two hundred scans at a millisecond a key while the disk is held by somebody else: none lost, in order, and drawn on.

Never a clock: what is counted are the window's paints and the turns of its event loop.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pysqlite3 import dbapi2 as sqlite3  # the store's own: two SQLite libraries in one process see no locks
from pytestqt.qtbot import QtBot

from returns_desk.app import desk_opener
from returns_desk.desktop.shell import Shell
from returns_desk.desktop.window import build_shell
from returns_desk.settings import Settings
from returns_desk.store.database import FILE_NAME
from tests.desktop.typing_by_machine import Keyboard

SCANS = 200


class Dot(QWidget):
    """A dot that counts how often it is drawn."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.resize(4, 4)
        self.paints = 0
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.paints += 1


@pytest.fixture
def shell(sample_home: Path, qtbot: QtBot) -> Iterator[Shell]:
    settings = Settings(language="en", sounds=False, station="1")
    made = build_shell(settings, desk_opener(sample_home, settings, sample=True), sample_home)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    with qtbot.waitSignal(made.runner.opened, timeout=30_000):
        made.show()
    made.activateWindow()
    made.take_scan("ID-DANA-1")
    qtbot.waitUntil(lambda: made.bench is not None and made.bench.person is not None, timeout=30_000)
    qtbot.waitUntil(lambda: made.runner.count == 0, timeout=30_000)
    yield made
    made.close()


def scans_in(file: Path) -> list[str]:
    """The codes that the journal says were refused, in its order: each scan leaves its own."""
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as beside:
        found = beside.execute(
            "SELECT json_extract(body, '$.scan') FROM journal WHERE kind = 'Refused' ORDER BY seq"
        ).fetchall()
    beside.close()
    return [scan for (scan,) in found]


def test_scans_given_while_another_program_writes_are_all_done_in_order_and_the_window_goes_on(
    shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    dot, turns, keyboard = Dot(shell), [0], Keyboard(shell)
    beat = QTimer(shell, interval=1)
    beat.timeout.connect(lambda: (turns.__setitem__(0, turns[0] + 1), dot.update()))
    beat.start()
    other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    codes = [f"DO-F-NONE{number:03d}" for number in range(SCANS)]
    for code in codes:
        keyboard.write(code, gap=1, after=3)
        keyboard.enter(after=1)
    given = shell.runner.count
    paints, beats = dot.paints, turns[0]
    qtbot.waitUntil(lambda: turns[0] - beats >= 50, timeout=30_000)
    held, painted = shell.runner.count, dot.paints - paints
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: shell.runner.count == 0, timeout=120_000)
    beat.stop()
    assert given == SCANS
    assert held == SCANS, "the disk was held, and yet a scan was answered"
    assert painted >= 25, "the window stood still while the disk was held"
    assert scans_in(tmp_path / FILE_NAME) == codes
