"""Windows on the sample shop whose labels and papers go to printers of the test's."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from returns_desk.app import desk_opener
from returns_desk.desktop.shell import Shell
from returns_desk.desktop.window import build_shell
from returns_desk.domain.printing import LABELS, Route
from returns_desk.settings import Settings

CLERK = "ID-DANA-1"
ONE_PIECE = ("RR402101201IL", "7290011232016", "DO-D", "DO-OK")
LONG = 30_000


@contextmanager
def station(home: Path, qtbot: QtBot, routes: dict[str, Route], language: str = "en") -> Iterator[Shell]:
    """A window with a clerk signed in, closed at the end."""
    settings = Settings(language=language, sounds=False, station="1", routes=routes)
    shell = build_shell(settings, desk_opener(home, settings, sample=True), home)
    qtbot.addWidget(shell)
    shell.resize(1280, 720)
    with qtbot.waitSignal(shell.runner.opened, timeout=LONG):
        shell.show()
    shell.take_scan(CLERK)
    qtbot.waitUntil(lambda: shell.bench is not None and shell.bench.person is not None, timeout=LONG)
    yield shell
    shell.close()


def labels_to(address: str) -> dict[str, Route]:
    """All labels to one printer."""
    return {LABELS: Route(address)}


def scan(shell: Shell, qtbot: QtBot, *codes: str) -> None:
    """Scan, and wait for the last answer."""
    for code in codes:
        shell.take_scan(code)
    qtbot.waitUntil(lambda: shell.runner.count == 0, timeout=LONG)


def mark_of(shell: Shell) -> str:
    """What the mark in the top bar says; empty while it is not there."""
    mark = shell.inside.bar.findChild(QToolButton, "print_mark")
    return plain(mark.text()) if mark is not None and not mark.isHidden() else ""


def press(shell: Shell, name: str) -> None:
    """Press a button that may be pressed."""
    button = shell.findChild(QPushButton, name)
    assert button.isEnabled(), name
    button.click()


def plain(text: str) -> str:
    """A text without the signs that part what is written from left to right."""
    return text.replace("\u2068", "").replace("\u2069", "")
