"""Prints the labels that wait, beside the work: read on the store thread, sent by the pool, marked on the store thread.

A printer that is off or slow holds nobody up: its labels wait, and are tried again by themselves.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from returns_desk.desktop.alive import while_alive
from returns_desk.domain.events import (
    ItemDecided,
    ItemHeld,
    ItemPickedUp,
    ItemTaken,
    LabelQueued,
    ParcelClosed,
    ParcelReceived,
    ParcelReopened,
    ParcelSetAside,
    StepUndone,
)
from returns_desk.settings import Settings

if TYPE_CHECKING:
    from returns_desk.desk import Desk
    from returns_desk.desktop.runner import Runner
    from returns_desk.desktop.slow_work import Pool
    from returns_desk.usecases.print_labels import LabelJob

_RETRY_MS = 30_000
_BRINGS_LABELS = (
    LabelQueued,
    ItemDecided,
    ItemHeld,
    ItemPickedUp,
    ItemTaken,
    ParcelClosed,
    ParcelReceived,
    ParcelReopened,
    ParcelSetAside,
    StepUndone,
)


@dataclass(frozen=True)
class Tried:
    """What came of one round: ids of labels that the printer took, of those that wait on, and why."""

    taken: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    why: str = ""


class LabelPrinting(QObject):
    """``printed`` tells a ``Tried`` after each round in which there was something to print."""

    printed = Signal(object)

    def __init__(
        self,
        runner: "Runner",
        pool: "Pool",
        home: Path,
        settings: Callable[[], Settings],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner, self._pool, self._home, self._settings = runner, pool, home, settings
        self._busy = self._again = False
        self._retry = QTimer(self, singleShot=True, interval=_RETRY_MS)
        self._retry.timeout.connect(self.print_waiting)

    def hear(self, events: tuple[object, ...]) -> None:
        """Something happened: print if a label is among it, or a piece left the hand, whose label waited for that."""
        if any(isinstance(event, _BRINGS_LABELS) for event in events):
            self.print_waiting()

    def stop(self) -> None:
        """Try nothing more by itself."""
        self._retry.stop()

    def print_waiting(self) -> None:
        """Print all that waits; asked again meanwhile, it looks once more when it is through."""
        self._retry.stop()
        self._again = self._busy
        if not self._busy:
            self._busy = True
            self._runner.do(_look, while_alive(self, self._send), while_alive(self, self._give_up))

    def _send(self, jobs: "tuple[LabelJob, ...]") -> None:
        if not jobs:
            self._end(Tried())
            return
        settings = self._settings()
        home = self._home
        sending = self._pool.begin(lambda _report: _try_to_send(jobs, settings, home), while_alive(self, self._mark))
        every = tuple(job.id for job in jobs)

        def hear_fault(trace: str) -> None:
            self._mark(Tried((), every, trace.strip().splitlines()[-1]))

        sending.failed.connect(while_alive(self, hear_fault), Qt.ConnectionType.QueuedConnection)

    def _mark(self, tried: Tried) -> None:
        self._runner.do(
            lambda desk: _mark(desk, tried),
            while_alive(self, lambda _: self._end(tried)),
            while_alive(self, self._give_up),
        )

    def _give_up(self, _refusal: object) -> None:
        self._end(Tried())

    def _end(self, tried: Tried) -> None:
        self._busy = False
        if tried.taken or tried.left:
            self.printed.emit(tried)
        if tried.left:
            self._retry.start()
        elif self._again or tried.taken:  # more may wait than one look brings
            self.print_waiting()


# imported by the thread that works: what draws labels takes a tenth of a second to load, and the window goes on
def _look(desk: "Desk") -> "tuple[LabelJob, ...]":
    from returns_desk.desktop.label_rounds import look_at_queue  # noqa: PLC0415  see above

    return look_at_queue(desk)


def _try_to_send(jobs: "tuple[LabelJob, ...]", settings: Settings, home: Path) -> Tried:
    from returns_desk.desktop.label_rounds import try_to_send  # noqa: PLC0415  see above

    return Tried(*try_to_send(jobs, settings, home))


def _mark(desk: "Desk", tried: Tried) -> None:
    from returns_desk.desktop.label_rounds import mark_round  # noqa: PLC0415  see above

    mark_round(desk, tried.taken, tried.left, tried.why)
