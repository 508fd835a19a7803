"""Opens the program's one window: first paint first, the store right after it, in its own thread."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from returns_desk.desktop.garbage import GarbageRounds, start_without_rounds
from returns_desk.desktop.runner import Runner
from returns_desk.desktop.shell import Shell
from returns_desk.settings import Settings, save

if TYPE_CHECKING:
    from returns_desk.desk import Desk

FIRST_SIZE = (1280, 720)


def open_window(home: Path, settings: Settings, open_desk: "Callable[[], Desk]") -> int:
    """Run the program until its window is closed; ``open_desk`` is called on the store thread."""
    app = make_application()
    shell = build_shell(settings, open_desk, home)
    shell.settings_changed.connect(lambda changed: save(home, changed))
    shell.painted.connect(lambda: _watch_for_faults(shell, home))
    # a window closed while it still opens is not always counted as the last one
    shell.closed.connect(lambda: QTimer.singleShot(0, app.quit))
    shell.resize(*FIRST_SIZE)
    shell.showMaximized()
    return app.exec()


def _watch_for_faults(shell: Shell, home: Path) -> None:
    """From now on every fault is written down and shown."""
    from returns_desk.desktop.crash_log import CrashLog  # noqa: PLC0415  after the first paint
    from returns_desk.desktop.dialogs.crash import CrashDialog  # noqa: PLC0415  after the first paint

    log = CrashLog(home, shell)
    log.watch()
    log.crashed.connect(lambda trace: CrashDialog(shell.words, trace, str(log.file), shell).open())
    shell.runner.crashed.connect(log.keep)


def make_application() -> QApplication:
    """The Qt application, once a process."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # Fusion: the same on every platform, and the style sheet's ground. Named here, because setStyle() hands the style
    # to Python, which costs the first paint some milliseconds
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("Returns Desk")
    return app


def build_shell(
    settings: Settings, open_desk: "Callable[[], Desk]", home: Path | None = None, *, prints: bool = True
) -> Shell:
    """The window joined to scanner and store, not yet shown; the store is opened after its first paint.

    ``prints``: whether it sends what waits to the printers; a window that is only drawn leaves it waiting.
    """
    start_without_rounds()
    runner = Runner(open_desk)
    shell = Shell(settings, runner, home)
    runner.setParent(shell)
    garbage = GarbageRounds(shell)
    runner.opened.connect(garbage.begin)
    runner.failed.connect(garbage.begin)
    shell.closed.connect(garbage.end)
    shell.painted.connect(lambda: _join_outer_world(shell, prints=prints))
    shell.painted.connect(lambda: _watch_for_beginning(shell))
    shell.painted.connect(runner.start)
    return shell


def _join_outer_world(shell: Shell, *, prints: bool) -> None:
    """From now on scans are heard and labels printed; nobody can have typed into a window that was not there."""
    from returns_desk.desktop.lasting_constants import keep_constants_alive  # noqa: PLC0415  after the first paint
    from returns_desk.desktop.outer_world import join_outer_world  # noqa: PLC0415  after the first paint

    keep_constants_alive()
    join_outer_world(shell, prints=prints)


def _watch_for_beginning(shell: Shell) -> None:
    """Where no shop was begun yet, the first start comes by itself."""
    from returns_desk.desktop.first_look import watch_for_beginning  # noqa: PLC0415  after the first paint

    watch_for_beginning(shell)
