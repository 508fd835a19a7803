"""Prints the labels that wait, beside the work: read on the store thread, sent by the pool, marked on the store thread.

A printer that is off or slow holds nobody up: its labels wait, and are tried again by themselves.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from returns_desk.desktop.alive import while_alive
from returns_desk.domain.events import LabelQueued
from returns_desk.domain.people import OWNER
from returns_desk.exchange.printers import printer_of
from returns_desk.outbox import Sent, send_jobs
from returns_desk.settings import Settings
from returns_desk.usecases.print_labels import LabelJob, mark_all, waiting_labels

if TYPE_CHECKING:
    from returns_desk.desk import Desk
    from returns_desk.desktop.runner import Runner
    from returns_desk.desktop.slow_work import Pool

_RETRY_MS = 30_000


@dataclass(frozen=True)
class _Tried:
    """What came of one round."""

    taken: tuple[str, ...]
    left: tuple[str, ...]
    why: str


class LabelPrinting(QObject):
    """``printed`` tells a ``Sent`` after each round."""

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
        """Something happened: print if a label is among it."""
        if any(isinstance(event, LabelQueued) for event in events):
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
            self._runner.do(look_at_queue, while_alive(self, self._send), while_alive(self, self._give_up))

    def _send(self, jobs: tuple[LabelJob, ...]) -> None:
        if not jobs:
            self._end(Sent())
            return
        settings = self._settings()
        home = self._home
        sending = self._pool.begin(lambda _report: _try_to_send(jobs, settings, home), while_alive(self, self._mark))
        every = tuple(job.id for job in jobs)
        sending.failed.connect(lambda trace: self._mark(_Tried((), every, trace.strip().splitlines()[-1])))

    def _mark(self, tried: _Tried) -> None:
        self._runner.do(
            lambda desk: desk.run(OWNER, mark_all, tried.taken, tried.left, tried.why),
            while_alive(self, lambda _: self._end(Sent(len(tried.taken), len(tried.left), tried.why))),
            while_alive(self, self._give_up),
        )

    def _give_up(self, _refusal: object) -> None:
        self._end(Sent())

    def _end(self, sent: Sent) -> None:
        self._busy = False
        if sent.printed or sent.failed:
            self.printed.emit(sent)
        if sent.failed:
            self._retry.start()
        elif self._again:
            self.print_waiting()


def look_at_queue(desk: "Desk") -> tuple[LabelJob, ...]:
    """What waits for this station's printer, oldest first."""
    return desk.read(waiting_labels)


def _try_to_send(jobs: tuple[LabelJob, ...], settings: Settings, home: Path) -> _Tried:
    taken, why = send_jobs(jobs, printer_of(settings, home), settings, settings.language)
    return _Tried(taken, tuple(job.id for job in jobs[len(taken) :]), why)
