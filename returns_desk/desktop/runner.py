"""The one door from a screen to a use case: one store thread that works in order, one small pool for slow work.

The window never waits for the disk. Jobs are given from the window's thread at any time, also before the store is
open: they wait in order and are counted. Answers come back on the window's thread, and what happened is told once, by
one signal, to every screen.
"""

import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from returns_desk.desk import Desk
    from returns_desk.domain.refusals import DeskError

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class _Job:
    """Something for the store thread, and who hears how it went."""

    work: "Callable[[Desk], Any]"
    answered: Callable[[Any], None] | None
    refused: "Callable[[DeskError], None] | None"
    counted: bool


@dataclass(frozen=True)
class _Move:
    """From here on the jobs are for another desk."""

    desk: "Desk"


@dataclass(frozen=True)
class _Ended:
    """One job's end, on its way back to the window's thread."""

    job: _Job
    answer: Any = None
    refusal: "DeskError | None" = None
    crash: str = ""


class Runner(QObject):
    """Runs jobs on the store. Jobs get the ``Desk``; only frozen snapshots may come back from them."""

    opened = Signal()
    failed = Signal(object)  # the DeskError for which the store cannot be used
    moved = Signal()  # jobs given from now on are done on another desk
    happened = Signal(tuple)  # events, once, after their commit
    waiting = Signal(int)  # steps given and not yet answered
    refused = Signal(object)  # a DeskError that no caller took
    crashed = Signal(str)  # a traceback: something nobody expected
    _told = Signal(object)

    def __init__(self, open_desk: "Callable[[], Desk]", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_desk = open_desk
        self._jobs: SimpleQueue[_Job | _Move | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._count = 0
        self._is_open = False
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    @property
    def is_open(self) -> bool:
        """Whether the store is open and takes jobs."""
        return self._is_open

    @property
    def count(self) -> int:
        """Steps given and not yet answered."""
        return self._count

    def start(self) -> None:
        """Open the store, in its own thread; jobs given until then are kept. A second start does nothing."""
        if self._thread is not None:
            return
        self._thread = threading.Thread(target=self._work_through, name="store")
        self._thread.start()

    def do(
        self,
        work: "Callable[[Desk], Answer]",
        answered: Callable[[Answer], None] | None = None,
        refused: "Callable[[DeskError], None] | None" = None,
        *,
        counted: bool = False,
    ) -> None:
        """Queue a job; ``answered`` or ``refused`` is called later, on the window's thread.

        ``counted`` jobs (steps, not looks) are told by ``waiting`` until they are answered.
        """
        if counted:
            self._set_count(self._count + 1)
        self._jobs.put(_Job(work, answered, refused, counted))

    def tell(self, events: tuple[object, ...]) -> None:
        """Say what happened, from the answer of a job that ran a use case itself."""
        if events:
            self.happened.emit(events)

    def move_to(self, desk: "Desk") -> None:
        """Work on another desk; jobs given before are still done on the old one, which is then closed.

        Where no store could be opened, this one is, and what waited is done on it.
        """
        if self._is_open:
            self._jobs.put(_Move(desk))
            self.moved.emit()
            return
        if self._thread is not None:
            self._thread.join()  # it has ended, for it could not open its store
            self._thread = None
        self._open_desk = lambda: desk
        self.start()

    def stop(self) -> None:
        """Finish the jobs that were given, then end the store thread."""
        if self._thread is None:
            return
        self._jobs.put(None)
        self._thread.join()
        self._thread = None

    def _work_through(self) -> None:
        """The store thread: open, then one job after the other until told to stop."""
        from returns_desk.domain.refusals import DeskError  # noqa: PLC0415  the first paint waits for no refusal

        try:
            desk = self._open_desk()
        except DeskError as refusal:
            self._told.emit(refusal)
            return
        except Exception:  # noqa: BLE001  a fault of ours: shown whole, nothing goes on as if nothing were
            self._told.emit(traceback.format_exc())
            return
        self._told.emit(None)
        while (job := self._jobs.get()) is not None:
            if isinstance(job, _Move):
                desk.close()
                desk = job.desk
                continue
            self._told.emit(_run(desk, job))
        desk.close()

    def _on_told(self, message: object) -> None:
        """Back on the window's thread."""
        match message:
            case None:
                self._is_open = True
                self.opened.emit()
            case str():
                self.crashed.emit(message)
            case _Ended():
                if message.job.counted:
                    self._set_count(self._count - 1)
                self._deliver(message)
            case _:
                self.failed.emit(message)

    def _deliver(self, ended: _Ended) -> None:
        if ended.crash:
            self.crashed.emit(ended.crash)
        elif ended.refusal is not None:
            (ended.job.refused or self.refused.emit)(ended.refusal)
        elif ended.job.answered is not None:
            ended.job.answered(ended.answer)

    def _set_count(self, count: int) -> None:
        self._count = count
        self.waiting.emit(count)


def _run(desk: "Desk", job: _Job) -> _Ended:
    from returns_desk.domain.refusals import DeskError  # noqa: PLC0415  the first paint waits for no refusal

    try:
        return _Ended(job, job.work(desk))
    except DeskError as refusal:
        return _Ended(job, refusal=refusal)
    except Exception:  # noqa: BLE001  a fault of ours: rolled back by the desk, shown whole
        return _Ended(job, crash=traceback.format_exc())
