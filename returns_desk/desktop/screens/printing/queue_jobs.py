"""What the window asks of the store thread about the print queue: what is in it, and a job's ways on as steps."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from returns_desk.domain.events import Event
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.snapshots import PersonSnapshot
from returns_desk.domain.snapshots.printing import JobSnapshot
from returns_desk.usecases import look_bench, look_jobs, print_jobs

if TYPE_CHECKING:
    from returns_desk.desk import Desk

_MOST_SHOWN = 100


@dataclass(frozen=True)
class QueueLook:
    """The jobs, open ones first, and who looks at them."""

    person: PersonSnapshot | None
    jobs: tuple[JobSnapshot, ...]


def look_at_jobs(desk: "Desk") -> QueueLook:
    """All that the card shows."""
    return QueueLook(desk.read(look_bench.bench, whole=False).person, desk.read(look_jobs.jobs, _MOST_SHOWN))


def take_way(desk: "Desk", job_id: str, way: str) -> tuple[Event, ...]:
    """Go on with a job, signed by whoever is signed in: ``cancel``, ``reprint``, ``printed`` or ``lost``."""
    match way:
        case "cancel":
            return desk.run(AT_THE_BENCH, print_jobs.cancel_job, job_id).events
        case "printed" | "lost":
            return desk.run(AT_THE_BENCH, print_jobs.settle_unsure, job_id, printed=way == "printed").events
    return desk.run(AT_THE_BENCH, print_jobs.reprint_job, job_id).events
