"""Prints what waits, beside the work: one drain for each printer, its jobs in their order.

Each job is taken on the store thread, sent by a thread of a pool of its own, and marked on the store thread before the
next is taken. So a printer that hangs holds up neither a scan nor another printer; one that took nothing is tried again
by itself, when its pause is over.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.clock import Clock
from returns_desk.desktop.slow_work import Pool
from returns_desk.domain.events import (
    DocumentPrinted,
    ItemDecided,
    ItemHeld,
    ItemPickedUp,
    ItemTaken,
    JobPrintedAgain,
    JobSettled,
    JobWaitsAgain,
    LabelQueued,
    PaperQueued,
    ParcelClosed,
    ParcelReceived,
    ParcelReopened,
    ParcelSetAside,
    StepUndone,
)
from returns_desk.settings import Settings

if TYPE_CHECKING:
    from returns_desk.desk import Desk
    from returns_desk.desktop.print_rounds import Beginning, Lane
    from returns_desk.desktop.runner import Runner

_LEAST_MS, _MOST_MS, _BUSY_MS = 500, 600_000, 30_000
_THREADS = 8  # printers beside each other
_BRINGS_PAPER = (
    DocumentPrinted,  # a numbered paper's job has no other event
    JobPrintedAgain,
    JobSettled,
    JobWaitsAgain,
    LabelQueued,
    PaperQueued,
    ItemDecided,  # a piece's first label waits while the piece is in hand
    ItemHeld,
    ItemPickedUp,
    ItemTaken,
    ParcelClosed,
    ParcelReceived,
    ParcelReopened,
    ParcelSetAside,
    StepUndone,
)


class PrintDrain(QObject):
    """``ended`` tells a ``Drained`` when a printer has had all, or takes no more; ``changed``: look at the queue."""

    ended = Signal(object)
    changed = Signal()

    def __init__(
        self,
        runner: "Runner",
        home: Path,
        settings: Callable[[], Settings],
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner, self._home, self._settings, self._clock = runner, home, settings, clock
        self._pool = Pool(_THREADS)
        self._lanes: set[Lane] = set()  # as the store thread knows them, too: it may be asked to leave them all
        self._beginning = self._again = self._at_once = self._stopped = False
        self._wake = QTimer(self, singleShot=True)
        self._wake.timeout.connect(self.print_waiting)

    def hear(self, events: tuple[object, ...]) -> None:
        """Something happened: print if a paper is among it, or a piece left the hand, whose label waited for that."""
        if any(isinstance(event, _BRINGS_PAPER) for event in events):
            self.print_waiting()

    def try_now(self) -> None:
        """Print also what rests after a try that failed."""
        self._at_once = True
        self.print_waiting()

    def print_waiting(self) -> None:
        """Begin wherever there is work; asked again meanwhile, it looks once more when it is through."""
        if self._stopped:
            return
        self._again = self._beginning
        if self._beginning:
            return
        self._beginning = True
        self._wake.stop()
        settings, home, lanes, at_once = self._settings(), self._home, self._lanes, self._at_once
        self._at_once = False
        self._runner.do(
            lambda desk: _begin(desk, settings, home, lanes, at_once=at_once),
            while_alive(self, self._on_begun),
            while_alive(self, self._give_up),
        )

    def stop(self) -> None:
        """Wait for what is being sent, and let it be marked; nothing more is taken. Before the store thread ends."""
        self._stopped = True
        self._wake.stop()
        self._pool.close()
        lanes = self._lanes
        self._runner.do(lambda desk: _leave_all(desk, lanes))

    def _on_begun(self, beginning: "Beginning") -> None:
        self._beginning = False
        for lane in beginning.lanes:
            self._send(lane)
        self._wake_at(beginning.again_at, busy=beginning.busy)
        if self._again:
            self.print_waiting()

    def _send(self, lane: "Lane") -> None:
        if self._stopped:  # what was taken is given back
            return
        sending = self._pool.begin(lambda _report: lane.send(), while_alive(self, lambda _: self._mark(lane)))
        # a fault of ours: nobody knows how far it came, which the next start finds out
        sending.failed.connect(
            while_alive(self, lambda _: self._lanes.discard(lane)), Qt.ConnectionType.QueuedConnection
        )

    def _mark(self, lane: "Lane") -> None:
        if self._stopped:
            return
        leave, lanes = lane.place.settings.routes != self._settings().routes, self._lanes
        failed = lane.sent is not None and lane.sent.trouble is not None
        self._runner.do(
            lambda desk: _go_on(desk, lane, lanes, leave=leave),
            while_alive(self, lambda lane: self._on_marked(lane, failed=failed)),
            while_alive(self, lambda _: self._lanes.discard(lane)),
        )

    def _on_marked(self, lane: "Lane", *, failed: bool) -> None:
        if failed or lane.end is not None:
            self.changed.emit()
        if lane.end is None:
            self._send(lane)
            return
        self.ended.emit(lane.end)
        self.print_waiting()  # more may have come; what rests is tried again

    def _give_up(self, _refusal: object) -> None:
        self._beginning = False
        self._wake_at(None, busy=True)

    def _wake_at(self, moment: datetime | None, *, busy: bool) -> None:
        waits = [_BUSY_MS] if busy else []
        if moment is not None:
            waits.append(int((moment - self._clock()).total_seconds() * 1000) + 1)
        if waits and not self._stopped:
            self._wake.start(min(max(min(waits), _LEAST_MS), _MOST_MS))


# imported by the thread that works: what draws papers takes a tenth of a second to load, and the window goes on
def _begin(desk: "Desk", settings: Settings, home: Path, lanes: "set[Lane]", *, at_once: bool) -> "Beginning":
    from returns_desk.desktop.print_rounds import begin_printing  # noqa: PLC0415  see above
    from returns_desk.desktop.system_printer import station_printer  # noqa: PLC0415  see above
    from returns_desk.outbox import Place  # noqa: PLC0415  see above

    place = Place(settings, home, settings.language, station_printer)
    beginning = begin_printing(desk, place, {lane.printer for lane in lanes}, at_once=at_once)
    lanes.update(beginning.lanes)
    return beginning


def _go_on(desk: "Desk", lane: "Lane", lanes: "set[Lane]", *, leave: bool) -> "Lane":
    from returns_desk.desktop.print_rounds import go_on  # noqa: PLC0415  see above

    go_on(desk, lane, leave=leave)
    if lane.end is not None:
        lanes.discard(lane)
    return lane


def _leave_all(desk: "Desk", lanes: "set[Lane]") -> None:
    from returns_desk.desktop.print_rounds import leave_off  # noqa: PLC0415  see above

    for lane in tuple(lanes):
        leave_off(desk, lane)
