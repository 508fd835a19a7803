"""Opens the program's one window: first paint first, the store right after it, in its own thread."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from returns_desk.desktop.burst import Pace
from returns_desk.desktop.crash_log import CrashLog
from returns_desk.desktop.dialogs.crash import CrashDialog
from returns_desk.desktop.runner import Runner
from returns_desk.desktop.shell import Shell
from returns_desk.desktop.wedge import Wedge
from returns_desk.settings import Settings, save

if TYPE_CHECKING:
    from returns_desk.desk import Desk

FIRST_SIZE = (1280, 720)


def open_window(home: Path, settings: Settings, open_desk: "Callable[[], Desk]") -> int:
    """Run the program until its window is closed; ``open_desk`` is called on the store thread."""
    app = make_application()
    log = CrashLog(home)
    log.watch()
    shell = build_shell(settings, open_desk, home)
    shell.settings_changed.connect(lambda changed: save(home, changed))
    log.crashed.connect(lambda trace: CrashDialog(shell.words, trace, str(log.file), shell).open())
    shell.runner.crashed.connect(log.keep)
    shell.resize(*FIRST_SIZE)
    shell.showMaximized()
    return app.exec()


def make_application() -> QApplication:
    """The Qt application, once a process."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Returns Desk")
    app.setStyle("Fusion")  # the same on every platform, and the style sheet's ground
    return app


def build_shell(settings: Settings, open_desk: "Callable[[], Desk]", home: Path | None = None) -> Shell:
    """The window joined to scanner and store, not yet shown; the store is opened after its first paint."""
    runner = Runner(open_desk)
    shell = Shell(settings, runner, home)
    runner.setParent(shell)
    shell.painted.connect(runner.start)
    wedge = Wedge(Pace(settings.scan_gap_ms, settings.scan_pause_ms), shell)
    wedge.scanned.connect(shell.take_scan)
    wedge.pressed.connect(shell.scans.acknowledge)
    app = make_application()
    app.installEventFilter(wedge)
    shell.closed.connect(lambda: app.removeEventFilter(wedge))
    return shell
