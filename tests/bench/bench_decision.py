"""From a grade, a finding or a quantity to the painted recommendation: the window's share against one frame of 60 Hz.

The window's share begins when the store's answer arrives in the GUI's thread; the other figures begin at the key, and
hold the store's step and the time in which a key might still be the beginning of a scan. At each size and in both
languages the real window over a real database file.
"""

import os
import shutil
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from tempfile import mkdtemp
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from returns_desk.desk import Desk
from returns_desk.desktop.lasting_constants import keep_constants_alive
from returns_desk.desktop.screens.panels.decision_card import DecisionCard
from returns_desk.desktop.shell import Shell
from returns_desk.desktop.station import Reply, take_scan
from returns_desk.desktop.window import build_shell, make_application
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.settings import Settings
from returns_desk.store.database import FILE_NAME, open_database
from returns_desk.usecases.fill_sample import fill_sample
from tests.desktop.typing_by_machine import Keyboard

from .harness import Row, against_limit, quantile, report

FRAME_MS = 1_000 / 60
BOX, CABLE = "RR402100166IL", "7290011231088"
GRADES = ("DO-A", "DO-D", "DO-B", "DO-E", "DO-C")
FINDINGS = ("DO-F-UNSAFE",)
WARM, TURNS, KEYS = 10, 200, 40
SIZES = ((1280, 720), (1920, 1080))


class _Painted(QObject):
    """Counts how often a card was painted."""

    def __init__(self, card: DecisionCard) -> None:
        super().__init__(card)
        self.times = 0
        card.installEventFilter(self)

    def eventFilter(self, _card: QObject, event: QEvent) -> bool:  # noqa: N802
        self.times += event.type() is QEvent.Type.Paint
        return False


class _Window:
    """The window of a station with one piece in hand."""

    def __init__(self, app: QApplication, file: Path, language: str, size: tuple[int, int]) -> None:
        self._app = app
        self.desk = Desk(open_database(f"sqlite:///{file}"), "2")
        self.shell: Shell = build_shell(
            Settings(language=language, sounds=False, station="2"), lambda: self.desk, file.parent
        )
        self.shell.resize(*size)
        self.shell.show()
        self._number = 0
        self.wait(lambda: self.shell.bench is not None)
        for text in ("ID-DANA-1", BOX, CABLE, "DO-B"):
            self.show(self.answer(text))
        self.painted = _Painted(self.shell.findChild(DecisionCard))
        self.keys = Keyboard(self.shell)

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the window live until something is so."""
        while not until():
            self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self._app.processEvents()

    def answer(self, text: str) -> Reply:
        """What the store says to a scan."""
        self._number += 1
        return take_scan(self.desk, self._number, text)

    def show(self, reply: Reply) -> None:
        """Give an answer to the window, as the store's thread does."""
        self.shell.scans._on_reply(reply)
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as the window's own loop does
        self._app.processEvents()

    def from_answer(self, text: str) -> float:
        """Milliseconds from an answer's coming to the card's paint."""
        reply = self.answer(text)
        assert reply.refusal is None, reply
        before, start = self.painted.times, perf_counter()
        self.show(reply)
        took = (perf_counter() - start) * 1_000
        assert self.painted.times > before, f"{text} changed nothing that is seen"
        return took

    def from_key(self, digit: str) -> float:
        """Milliseconds from a key to the card's paint with the grade of that key."""
        before, start = self.painted.times, perf_counter()
        self.keys.write(digit)
        self.wait(lambda: self.painted.times > before)
        return (perf_counter() - start) * 1_000

    def close(self) -> None:
        """Leave it."""
        self.shell.close()
        self.desk.close()


def _measure(app: QApplication, home: Path, language: str, size: tuple[int, int]) -> list[Row]:
    file = home / FILE_NAME
    own = Path(mkdtemp(dir=home)) / FILE_NAME
    shutil.copy(file, own)
    window = _Window(app, own, language, size)
    name = f"{language}, {size[0]}x{size[1]}"
    rows = []
    for what, codes in (("grade", GRADES), ("finding", FINDINGS)):
        window.show(window.answer("DO-B"))
        times = [window.from_answer(code) for code in islice(cycle(codes), WARM + TURNS)][WARM:]
        rows.append(against_limit(f"{what}, answer to paint, p99, {name}", times, share=0.99, limit=FRAME_MS))
    keyed = [window.from_key(digit) for digit in islice(cycle("14253"), WARM + KEYS)][WARM:]
    rows.append(Row(f"grade, key to paint, {name}", quantile(keyed, 0.5), None, quantile(keyed, 0.99)))
    window.close()
    return rows


def measure() -> list[Row]:
    """Grades and findings, at the smallest and at the usual size, in both languages."""
    keep_constants_alive()
    app = make_application()
    home = Path(mkdtemp(prefix="returns-desk-bench-"))
    desk = Desk(open_database(f"sqlite:///{home / FILE_NAME}"), "2")
    desk.run(AT_THE_BENCH, fill_sample)
    desk.close()
    rows = [row for size in SIZES for language in ("he", "en") for row in _measure(app, home, language, size)]
    shutil.rmtree(home)
    return rows


if __name__ == "__main__":
    report("decision", measure())
