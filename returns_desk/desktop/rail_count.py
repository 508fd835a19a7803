"""Counts for the rail what stands out: a moment after the last step, so that no scan ever waits for it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.runner import Runner

if TYPE_CHECKING:
    from returns_desk.desk import Desk
    from returns_desk.domain.snapshots import BenchSnapshot

_PAUSE_MS = 700


class RailCount(QObject):
    """``counted`` tells the number."""

    counted = Signal(int)

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._stopped = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)

    def ask_soon(self, bench: "BenchSnapshot | None") -> None:
        """Count once it is quiet, for whoever sits here; before a shop is begun there is nothing to count.

        What is answered while the window closes counts nothing any more.
        """
        if not self._stopped and bench is not None and bench.person is not None:
            self._pause.start()

    def stop(self) -> None:
        """Count no more."""
        self._stopped = True
        self._pause.stop()

    def _ask(self) -> None:
        if self._runner.is_open:
            self._runner.do(_count, while_alive(self, self.counted.emit))


def _count(desk: "Desk") -> int:
    from returns_desk.desktop.screens.exception_jobs import count_exceptions  # noqa: PLC0415  not before the first paint

    return count_exceptions(desk)
