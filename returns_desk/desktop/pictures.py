"""Draws the real window into pictures without a screen: for the demo, the README and the handbook."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication

from returns_desk.desktop.places import places
from returns_desk.desktop.shell import Shell
from returns_desk.desktop.window import build_shell, make_application
from returns_desk.settings import Settings

if TYPE_CHECKING:
    from returns_desk.desk import Desk

SIZE = (1440, 900)
_MOST_LOOKS, _LOOK_MS = 60, 50
_ROUNDS = 3  # a screen may ask the store again for what its first answer chose


def draw_screens(
    open_desk: "Callable[[], Desk]",
    folder: Path,
    language: str,
    scans: Sequence[str] = (),
    theme: str = "light",
    photos: Path | None = None,
) -> tuple[Path, ...]:
    """Draw every screen the rail offers as ``<screen>_<language>.png``; ``scans`` are done first, as if by a scanner.

    ``open_desk`` is called on a thread of its own and its desk is closed at the end. Other screens than the desk are
    drawn only if somebody is signed in by then.
    """
    if QGuiApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # whatever this computer has: nothing shall flash up
    make_application()
    settings = Settings(language=language, sounds=False, theme=theme, photos=str(photos or ""))
    shell = build_shell(settings, open_desk, folder, prints=False)
    try:
        return _draw_all(shell, folder, language, scans)
    finally:
        shell.close()
        shell.deleteLater()


def _draw_all(shell: Shell, folder: Path, language: str, scans: Sequence[str]) -> tuple[Path, ...]:
    faults: list[object] = []
    shell.runner.failed.connect(faults.append)
    shell.runner.crashed.connect(faults.append)
    shell.resize(*SIZE)
    shell.show()
    shell.runner.start()
    for scan in scans:
        shell.take_scan(scan)
    drawn = []
    for place in places(shell.words):
        _wait_for_store(shell, faults)
        if place.name == "desk" or (shell.bench is not None and shell.bench.person is not None):
            shell.show_screen(place.name)
            _wait_for_store(shell, faults)
            _wait_for_photographs(shell)
            drawn.append(draw(shell, folder / f"{place.name}_{language}.png"))
    return tuple(drawn)


def draw(shell: Shell, path: Path) -> Path:
    """Draw the window as it stands."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not shell.grab().save(str(path)):
        raise OSError(f"cannot write {path}")
    return path


def _wait_for_store(shell: Shell, faults: list[object]) -> None:
    """Let the store answer all that was asked so far; a fault of it ends the drawing."""
    loop = QEventLoop()  # no loop of the program runs here: drawing is a command of its own
    shell.runner.failed.connect(loop.quit)
    shell.runner.crashed.connect(loop.quit)
    for _ in range(_ROUNDS):
        shell.runner.do(_nothing, lambda _none: loop.quit())
        if not faults:
            loop.exec()
    if faults:
        raise RuntimeError(str(faults[0]))


def _wait_for_photographs(shell: Shell) -> None:
    """Let the pictures come that the screen asked for, as long as somebody would wait for them."""
    for _ in range(_MOST_LOOKS):
        if shell.photographs is None or not shell.photographs.thumbnails.awaited:
            return
        loop = QEventLoop()
        QTimer.singleShot(_LOOK_MS, loop.quit)
        loop.exec()


def _nothing(_desk: "Desk") -> None:
    """A job that only waits for its turn."""
