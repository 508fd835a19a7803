"""Work that takes longer than a moment (paper, imports, reports): a small pool, with progress and a stop.

Such work gets no ``Desk``: what it needs from the store was read before, as snapshots.
"""

import traceback
from collections.abc import Callable
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

Answer = TypeVar("Answer")
POOL_THREADS = 2


class Stopped(Exception):
    """Raised inside the work when the person pressed stop."""


class SlowWork(QObject):
    """One piece of slow work, seen from the window's thread."""

    progressed = Signal(int, int)  # done, of
    done = Signal(object)
    stopped = Signal()
    failed = Signal(str)  # a traceback

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()

    def stop(self) -> None:
        """Ask the work to end at its next report of progress."""
        self._stop.set()

    def report(self, done: int, of: int) -> None:
        """Called by the work now and then; raises ``Stopped`` once the person pressed stop."""
        if self._stop.is_set():
            raise Stopped
        self.progressed.emit(done, of)


class _Run(QRunnable):
    def __init__(self, slow: SlowWork, work: Callable[[Callable[[int, int], None]], Any]) -> None:
        super().__init__()
        self._slow, self._work = slow, work

    def run(self) -> None:
        try:
            answer = self._work(self._slow.report)
        except Stopped:
            self._slow.stopped.emit()
        except Exception:  # noqa: BLE001  a fault of ours: shown whole
            self._slow.failed.emit(traceback.format_exc())
        else:
            self._slow.done.emit(answer)


class Pool:
    """The threads for slow work; ``close`` waits for them."""

    def __init__(self, threads: int = POOL_THREADS) -> None:
        self._threads = QThreadPool()
        self._threads.setMaxThreadCount(threads)
        self._running: set[SlowWork] = set()

    def begin(self, work: Callable[[Callable[[int, int], None]], Answer], done: Callable[[Answer], None]) -> SlowWork:
        """Start work that gets a function to report progress with; ``done`` hears its answer on the window's thread."""
        slow = SlowWork()
        self._running.add(slow)
        slow.done.connect(done, Qt.ConnectionType.QueuedConnection)
        for ended in (slow.done, slow.stopped, slow.failed):
            ended.connect(lambda *_: self._running.discard(slow), Qt.ConnectionType.QueuedConnection)
        self._threads.start(_Run(slow, work))
        return slow

    def close(self) -> None:
        """Stop what runs and wait until it has ended."""
        for slow in self._running:
            slow.stop()
        self._threads.waitForDone()
