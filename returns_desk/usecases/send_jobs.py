"""What the outbox asks of the store while it sends: take the next job, note what came of it. No person signs this.

A job is on the disk as being sent before its first byte leaves, and as printed right after the printer acknowledged it.
So what a crash left as being sent may be on paper or not: nothing else may.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from returns_desk.domain.print_jobs import Sent, paper_kind
from returns_desk.domain.printing import JobState, PaperKind, Route, Trouble, pause_after
from returns_desk.domain.refusals import BadValue, DeskError, NotFound
from returns_desk.store.lookups import print_queue as lookups
from returns_desk.store.records import PrintJobRecord
from returns_desk.store.work import Work
from returns_desk.usecases.paper import Paper
from returns_desk.usecases.print_papers import paper_of

_LONGEST = timedelta(minutes=10)  # that one job is being sent
_SPOILED = (DeskError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)  # frozen text of no sense


@dataclass(frozen=True)
class Wanted:
    """Which jobs a printer may take: kinds of rows, by which it is known, who sends, and where each kind goes.

    ``at_once``: also what rests after a failed try. ``after``: younger than this one; ``sender`` is one drain's own.
    """

    kinds: tuple[str, ...]
    printer: str
    sender: str
    routes: dict[PaperKind, Route]
    language: str
    at_once: bool = False
    after: str = ""


@dataclass(frozen=True)
class Claimed:
    """One job that is ours to send; without a paper it cannot be drawn, for ``wrong``."""

    id: str
    kind: PaperKind
    number: str
    made_at: datetime
    copies: int
    copy: int
    paper: Paper | None
    wrong: str = ""


@dataclass(frozen=True)
class LeftBehind:
    """A job that was being sent when its program ended."""

    id: str
    kind: PaperKind
    name: str
    printer: str


@dataclass(frozen=True)
class StillWaiting:
    """What a printer has still to do: how many jobs, and what the oldest one rests for."""

    count: int = 0
    trouble: Trouble | None = None
    said: str = ""
    next_try_at: datetime | None = None


def claim_job(work: Work, wanted: Wanted) -> Claimed | None:
    """Take the next job, and bring all that it is drawn from; none when there is none, or the printer rests.

    What is gone meanwhile (a piece put back, joined, taken away) is cancelled on the way. No inverse: it is sent.
    """
    while (job := _next(work, wanted)) is not None:
        values = {"printer": wanted.printer, "receipt": wanted.sender, "sent_at": work.now}
        ours = job.state is JobState.SENDING
        if not ours and not lookups.move_job(
            work.session, job.id, (JobState.WAITING,), state=JobState.SENDING, **values
        ):
            continue  # cancelled meanwhile
        claimed = _read(work, job, wanted)
        if claimed is not None:
            return claimed
        spoiled = {"state": JobState.CANCELLED, "trouble": Trouble.NOT_DRAWN, "receipt": "", "sent_at": None}
        lookups.move_job(work.session, job.id, (JobState.SENDING,), **spoiled)
    return None


def mark_sent(work: Work, sent: Sent) -> None:
    """Note what came of sending a job. No inverse: it is on paper, or waits on.

    What the printer acknowledged is printed, whatever was noted of it meanwhile.
    """
    job = work.get(PrintJobRecord, sent.job_id)
    if job is None:
        return
    before = (JobState.SENDING, JobState.UNSURE) if sent.state is JobState.PRINTED else (JobState.SENDING,)
    said = sent.said[:300]
    values: dict[str, Any] = {"state": sent.state, "trouble": sent.trouble, "last_error": said, "receipt": sent.receipt}
    if sent.state is JobState.PRINTED:
        values |= {"printed_at": work.now, "next_try_at": None}
    elif sent.trouble is not None:
        tries = job.tries + 1
        values |= {"tries": tries, "next_try_at": work.now + pause_after(tries)}
    if sent.state is JobState.WAITING:
        values["sent_at"] = None
    lookups.move_job(work.session, sent.job_id, before, **values)


def left_behind(work: Work, printer: str, sender: str) -> tuple[LeftBehind, ...]:
    """What this station was sending to a printer, by somebody else than this sender; looks only."""
    jobs = lookups.jobs_being_sent(work.session, work.seat.station_id)
    return tuple(
        LeftBehind(job.id, paper_kind(job.kind), job_name(job.number, job.id), job.printer)
        for job in jobs
        if job.printer == printer and job.receipt != sender and _is_over(job, sender, work.now)
    )


def _is_over(job: PrintJobRecord, sender: str, now: datetime) -> bool:
    """Whether whoever sent it sends no more: on this machine its lock says so, on another only time does."""
    here = job.receipt.partition(" ")[0] == sender.partition(" ")[0]
    return here or job.sent_at is None or now - job.sent_at > _LONGEST


def printers_with_work(work: Work) -> tuple[frozenset[str], frozenset[str]]:
    """The kinds of rows of which something is to be printed, and the printers to which something was being sent."""
    station = work.seat.station_id
    being_sent = {job.printer for job in lookups.jobs_being_sent(work.session, station)}
    return frozenset(lookups.kinds_waiting(work.session, station)), frozenset(being_sent)


def what_is_left(work: Work, kinds: Sequence[str]) -> StillWaiting:
    """How much of these kinds is still to be printed, and why its oldest was not; looks only."""
    station = work.seat.station_id
    count = lookups.count_jobs(work.session, station, kinds) if kinds else 0
    head = lookups.next_job(work.session, station, kinds, None) if count else None
    if head is None:
        return StillWaiting()
    return StillWaiting(count, head.trouble, head.last_error, head.next_try_at)


def job_name(number: str, job_id: str) -> str:
    """What a job is called at the printer: no other has this name."""
    return f"{number} {job_id[-12:]}"


def _next(work: Work, wanted: Wanted) -> PrintJobRecord | None:
    """The next job; one that an earlier try of this very step took already is still ours."""
    station = work.seat.station_id
    for job in lookups.jobs_being_sent(work.session, station):
        if job.printer == wanted.printer:
            return job if job.receipt == wanted.sender else None
    now = None if wanted.at_once else work.now
    head = lookups.next_job(work.session, station, wanted.kinds, now, wanted.after)
    return None if head is not None and now is not None and _rests(head, wanted.printer, now) else head


def _rests(head: PrintJobRecord, printer: str, now: datetime) -> bool:
    """Whether a printer did not take its oldest job, and is not asked again yet; another printer may be."""
    return head.printer == printer and head.next_try_at is not None and head.next_try_at > now


def _read(work: Work, job: PrintJobRecord, wanted: Wanted) -> Claimed | None:
    """All that a job is drawn from; none for what is gone."""
    kind = paper_kind(job.kind)
    route = wanted.routes.get(kind, Route())
    ours = wanted.language if kind.is_label and kind is not PaperKind.CARTON_LABEL else ""  # else its reader's
    what = {**job.what, "copy": job.copy, "language": job.what.get("language") or route.language or ours}
    claimed = Claimed(job.id, kind, job.number, job.made_at, job.copies or route.copies, job.copy, None)
    try:
        if not kind.is_label:
            what |= {"copy": job.what.get("copy"), "size": job.what.get("size", route.size)}
        return replace(claimed, paper=paper_of(work, kind, job.number, what))
    except NotFound:
        return None
    except BadValue as wrong:
        return replace(claimed, wrong=f"{wrong.name} {wrong.value}".strip())
    except _SPOILED as wrong:
        return replace(claimed, wrong=f"{type(wrong).__name__} {wrong}".strip())
