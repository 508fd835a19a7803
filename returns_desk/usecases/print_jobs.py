"""What people do to jobs of the print queue: let them be, print them all the same, print once more, look and say."""

from typing import Any

from returns_desk.domain.events import JobCancelled, JobPrintedAgain, JobSettled, JobWaitsAgain
from returns_desk.domain.people import Permission
from returns_desk.domain.print_jobs import paper_kind, row_kinds
from returns_desk.domain.printing import JobState
from returns_desk.domain.printing_refusals import JobStands
from returns_desk.domain.refusals import NotFound
from returns_desk.store.lookups.print_queue import last_copy_of, move_job
from returns_desk.store.records import PrintJobRecord
from returns_desk.store.work import Work
from returns_desk.usecases.add_job import add_job
from returns_desk.usecases.queue_paper import NUMBERED, belongs_to, register_again
from returns_desk.usecases.require import allow

_AFRESH: dict[str, Any] = {
    "state": JobState.WAITING,
    "trouble": None,
    "last_error": "",
    "tries": 0,
    "printer": "",
    "receipt": "",
    "next_try_at": None,
    "sent_at": None,
}


def cancel_job(work: Work, job_id: str) -> None:
    """Let a job that waits not be printed; the inverse is ``let_wait_again``.

    Refuses ``NotFound``, ``JobStands`` (it is being sent, printed, perhaps printed, cancelled already).
    """
    allow(work, Permission.PRINT)
    job = _job(work, job_id)
    if not move_job(work.session, job.id, (JobState.WAITING,), state=JobState.CANCELLED, next_try_at=None):
        raise JobStands(job.number, job.state)
    work.record(JobCancelled(**_of(work, job)))


def let_wait_again(work: Work, event: JobCancelled) -> None:
    """Undo cancelling; what waits or is printed by now is as it should be."""
    move_job(work.session, event.job_id, (JobState.CANCELLED,), **_AFRESH)


def reprint_job(work: Work, job_id: str) -> str:
    """Print something once more; gives the job's id.

    A label comes out marked as a copy, of a numbered paper the next copy is registered. What was cancelled was never
    printed: the very job waits again, and what rests after a failed try is tried at once. No inverse but cancelling.
    Refuses ``NotFound``, ``JobStands`` (it is being sent, or nobody looked yet whether it is on paper).
    """
    allow(work, Permission.PRINT)
    job = _job(work, job_id)
    if job.state in (JobState.CANCELLED, JobState.WAITING):
        cancelled = job.state is JobState.CANCELLED
        if not move_job(work.session, job.id, (job.state,), **_AFRESH):
            raise JobStands(job.number, job.state)
        if cancelled:
            work.record(JobWaitsAgain(**_of(work, job)))
        return job.id
    if job.state is not JobState.PRINTED:
        raise JobStands(job.number, job.state)
    kind = paper_kind(job.kind)
    copy, what = _one_more(work, job)
    again = add_job(work, kind.value, job.number, what, copies=job.copies, copy=copy)
    work.record(JobPrintedAgain(copy=copy, **(_of(work, job) | {"job_id": again.id})))
    return again.id


def settle_unsure(work: Work, job_id: str, *, printed: bool) -> None:
    """Say whether what was perhaps printed is on paper; where it is not, it waits again, marked as a copy.

    No inverse: whoever said it had the paper in hand, or not. Refuses ``NotFound``, ``JobStands``.
    """
    allow(work, Permission.PRINT)
    job = _job(work, job_id)
    if job.state is not JobState.UNSURE:
        raise JobStands(job.number, job.state)
    values: dict[str, Any] = {"state": JobState.PRINTED, "trouble": None, "printed_at": work.now}
    copy = 0
    if not printed:
        copy, what = _one_more(work, job)
        values = {**_AFRESH, "copy": copy, "what": what}
    if not move_job(work.session, job.id, (JobState.UNSURE,), **values):
        raise JobStands(job.number, job.state)
    work.record(JobSettled(printed=printed, copy=copy, **_of(work, job)))


def _job(work: Work, job_id: str) -> PrintJobRecord:
    """A job, by its id. Refuses ``NotFound``."""
    key = job_id.replace("-", "").strip().lower()
    known = len(key) == 32 and all(sign in "0123456789abcdef" for sign in key)
    job = work.get(PrintJobRecord, key) if known else None
    if job is None:
        raise NotFound("job", job_id)
    return job


def _one_more(work: Work, job: PrintJobRecord) -> tuple[int, dict[str, Any]]:
    """Which copy it comes out as, and what it is drawn from; a numbered paper's print is registered."""
    kind = paper_kind(job.kind)
    if kind.is_label:
        work.flush()
        return last_copy_of(work.session, job.number, row_kinds((kind,))) + 1, dict(job.what)
    if kind in NUMBERED and job.what.get("copy") is not None:
        what = register_again(work, kind, job.number, job.what)
        return what["copy"] or 0, what
    return 0, dict(job.what)


def _of(work: Work, job: PrintJobRecord) -> dict[str, Any]:
    """The facts that every event of a job has."""
    kind = paper_kind(job.kind)
    return {"number": job.number, "paper": kind.value, "job_id": job.id, **belongs_to(work, kind, job.number)}
