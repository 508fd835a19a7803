"""What the window's printing does on the store thread: begin at each printer that has work, go on there, leave off."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from returns_desk.domain.print_jobs import Sent
from returns_desk.domain.printing import JobState
from returns_desk.outbox import Drain, Drained, Place, Task, drains_due
from returns_desk.usecases.look_jobs import jobs
from returns_desk.usecases.send_jobs import Claimed

if TYPE_CHECKING:
    from returns_desk.desk import Desk

_MOST = 200


@dataclass(eq=False)
class Lane:
    """One printer at which we print: the job that is ours, and what came of sending it, until that is noted.

    Used by one thread at a time: taken and noted by that of the store, sent by the pool.
    """

    drain: Drain
    place: Place  # the settings by which it prints
    task: Task | None = None
    sent: Sent | None = None
    end: Drained | None = None

    @property
    def printer(self) -> str:
        """Its address."""
        return self.drain.line.printer

    def send(self) -> None:
        """Send the job; may take long."""
        if self.task is not None:
            self.sent = self.drain.send(self.task)


@dataclass(frozen=True)
class Beginning:
    """Where printing began; when to look again, for what rests until then or is in other hands (``busy``)."""

    lanes: tuple[Lane, ...] = ()
    again_at: datetime | None = None
    busy: bool = False


def begin_printing(desk: "Desk", place: Place, printing: Collection[str], *, at_once: bool) -> Beginning:
    """Begin at every printer that has work and at which we do not print yet.

    ``at_once``: also what rests after a try that failed.
    """
    free = [drain for drain in drains_due(desk, place, at_once=at_once) if drain.line.printer not in printing]
    ours = [Lane(drain, place) for drain in free if drain.begin()]
    begun = tuple(lane for lane in ours if _take_first(desk, lane))
    return Beginning(begun, next_try(desk) if len(begun) < len(free) else None, len(ours) < len(free))


def _take_first(desk: "Desk", lane: Lane) -> bool:
    lane.task = lane.drain.claim(desk)
    if lane.task is None:
        lane.drain.end(desk)
    return lane.task is not None


def go_on(desk: "Desk", lane: Lane, *, leave: bool) -> Lane:
    """Note what came of a job and take the next; ``end`` says how it went where there is none, or we are to leave."""
    if lane.sent is not None and not leave:
        lane.task, lane.sent = lane.drain.claim(desk, lane.sent), None
        if lane.task is not None:
            return lane
    leave_off(desk, lane)
    return lane


def leave_off(desk: "Desk", lane: Lane) -> None:
    """Take nothing more: note what was sent, give back what was taken and not sent, let the printer go."""
    if lane.end is not None:
        return
    if lane.sent is not None:
        lane.drain.mark(desk, lane.sent)
    elif isinstance(lane.task, Claimed):
        lane.drain.mark(desk, Sent(lane.task.id, JobState.WAITING))
    lane.task = lane.sent = None
    lane.end = lane.drain.end(desk)


def next_try(desk: "Desk") -> datetime | None:
    """When the first of those that rest is tried again."""
    return min((job.next_try_at for job in desk.read(jobs, _MOST) if job.next_try_at is not None), default=None)
