"""How long after the last key of a scan the program knows it: real key events through the application's filter."""

import os
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from returns_desk.desktop.burst import Pace
from returns_desk.desktop.lasting_constants import keep_constants_alive
from returns_desk.desktop.wedge import Wedge
from returns_desk.desktop.window import make_application
from tests.desktop.typing_by_machine import Keyboard

from .harness import Row, against_limit, report

SCANS = ("RR123456785IL", "7290011234560", "DO-SUPPLIER", "(01)07290011234560(21)88121733(17)271231")
TURNS = 200


def measure() -> list[Row]:
    """From Enter, the last key, to the scan's text, with a field that has the focus."""
    keep_constants_alive()
    app = make_application()
    wedge = Wedge(Pace(35, 100))
    app.installEventFilter(wedge)
    field = QLineEdit()
    field.show()
    field.setFocus()
    heard: list[float] = []
    wedge.scanned.connect(lambda _text: heard.append(perf_counter()))
    keyboard = Keyboard(field)
    times = []
    for turn in range(TURNS):
        keyboard.write(SCANS[turn % len(SCANS)])
        start = perf_counter()
        keyboard.press(int(Qt.Key.Key_Return), "\r")
        times.append((heard[-1] - start) * 1_000)
    app.removeEventFilter(wedge)
    field.close()
    assert len(heard) == TURNS
    assert not field.text()
    return [against_limit("from the last key to the scan, p99", times, share=0.99, limit=2)]


if __name__ == "__main__":
    report("wedge", measure())
