"""``list jobs``: the print queue as rows of a list."""

from returns_desk.cli.call import Call
from returns_desk.desk import Desk
from returns_desk.domain.printing import JobState, Trouble
from returns_desk.domain.snapshots.printing import JobSnapshot
from returns_desk.usecases.look import Page
from returns_desk.usecases.look_jobs import jobs
from returns_desk.wording import Words

Facts = dict[str, object]


def jobs_page(desk: Desk, state: str | None, limit: int) -> Page:
    """The print queue: what is not through, oldest first, then what was done last; or what stands in one state."""
    rows = desk.read(jobs, limit, JobState(state) if state else None)
    return Page(rows, len(rows))


def job_row(call: Call, job: JobSnapshot) -> Facts:
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
        "why_not": call.clean(_why_not(call.words, job)),
        "next_try_at": job.next_try_at,
        "sent_at": job.sent_at,
        "printed_at": job.printed_at,
        "receipt": job.receipt,
    }


def say_trouble(words: Words, trouble: Trouble | None, said: str) -> str:
    """Why a printer did not take a job, with its own words."""
    if trouble is None:
        return said or "—"
    named = words.name(trouble)
    return words("{what} ({said})", what=named, said=said) if said else named


def _why_not(words: Words, job: JobSnapshot) -> str:
    """Why it is not on paper yet; nothing where there is no reason but its turn."""
    if job.held_back:
        return words("Printed when the piece leaves the hand")
    return say_trouble(words, job.trouble, job.said) if job.trouble is not None else ""
