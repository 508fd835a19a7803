"""``list jobs``: the print queue as rows of a list."""

from returns_desk.cli.call import Call
from returns_desk.desk import Desk
from returns_desk.domain.printing import JobState
from returns_desk.domain.snapshots.printing import JobSnapshot
from returns_desk.usecases.look import Page
from returns_desk.usecases.look_jobs import jobs

Facts = dict[str, object]


def jobs_page(desk: Desk, state: str | None, limit: int) -> Page:
    """The print queue: what is not through, oldest first, then what was done last; or what stands in one state."""
    rows = desk.read(jobs, limit, JobState(state) if state else None)
    return Page(rows, len(rows))


def job_row(_call: Call, job: JobSnapshot) -> Facts:
    """One job of the print queue."""
    return {
        "id": job.id,
        "number": job.number,
        "kind": job.kind,
        "state": job.state,
        "held_back": job.held_back,
        "made_at": job.made_at,
        "person": job.person,
        "station": job.station,
        "printer": job.printer,
        "copies": job.copies,
        "copy": job.copy,
        "tries": job.tries,
        "trouble": job.trouble,
        "said": job.said,
        "next_try_at": job.next_try_at,
        "sent_at": job.sent_at,
        "printed_at": job.printed_at,
        "receipt": job.receipt,
    }
