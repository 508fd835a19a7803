"""Papers and labels on their way to a printer: each is a row of the print queue, made in the step's own transaction.

A numbered paper's print is registered in the same transaction, and the row keeps which print it is: drawn again after
a power cut, it is the same original, or the same copy.
"""

from collections.abc import Mapping
from typing import Any

from returns_desk.domain.events import JobWaitsAgain, LabelQueued, PaperQueued
from returns_desk.domain.people import Permission
from returns_desk.domain.printing import JobState, PaperKind
from returns_desk.store.lookups.batches import batch_by_number
from returns_desk.store.lookups.cartons import carton_by_number
from returns_desk.store.lookups.print_queue import jobs_of_number, move_job
from returns_desk.store.lookups.returns import item_by_number, parcel_by_number
from returns_desk.store.records import PrintJobRecord
from returns_desk.store.work import Work
from returns_desk.usecases.add_job import add_job
from returns_desk.usecases.batch_papers import partner_language
from returns_desk.usecases.issue_document import print_document
from returns_desk.usecases.issue_slip import print_slip
from returns_desk.usecases.paper import printing_name
from returns_desk.usecases.print_papers import paper_of
from returns_desk.usecases.require import allow

NUMBERED = (PaperKind.SLIP, PaperKind.CORRECTION, PaperKind.DISPUTE_LETTER)
TARGET = "print queue"  # of a registered print, before it is known which printer takes it


def queue_paper(
    work: Work, kind: PaperKind, number: str, what: Mapping[str, Any] | None = None, copies: int = 0
) -> str:
    """Let a paper or label be printed at this station; gives the job's id. ``copies`` 0: as many as the route says.

    ``what`` as in ``paper_of``; of a slip also ``again`` and ``reason``, for a second original. The original of a
    numbered paper whose job was cancelled before it came out is what the next print is. The inverse is ``cancel_job``
    while it waits; a print that was registered stays so. Refuses as ``paper_of`` and ``print_slip`` do.
    """
    allow(work, Permission.PRINT)
    asked = dict(what or {})
    if kind in NUMBERED:
        return _queue_numbered(work, kind, number, asked, copies)
    paper = paper_of(work, kind, number, asked)
    if kind.is_label:
        job = add_job(work, kind.value, paper.thing.number if paper.thing else number, asked, copies=copies)
        work.record(LabelQueued(number=job.number, job_id=job.id, **belongs_to(work, kind, job.number)))
        return job.id
    job = add_job(work, kind.value, number, signed(work, asked), copies=copies)
    told = PaperQueued(number=job.number, paper=kind.value, job_id=job.id, **belongs_to(work, kind, number))
    work.record(told)
    return job.id


def register_again(work: Work, kind: PaperKind, number: str, what: Mapping[str, Any]) -> dict[str, Any]:
    """Register one more print of a numbered paper; gives ``what`` for it. Inner step of printing a job again."""
    asked = {name: value for name, value in what.items() if name not in ("again", "reason")}
    return _registered(work, kind, number, asked)[1]


def belongs_to(work: Work, kind: PaperKind, number: str) -> dict[str, Any]:
    """The ties of a paper's event: whose timeline it stands in."""
    match kind:
        case PaperKind.ITEM_LABEL | PaperKind.HOLD_LABEL | PaperKind.DAMAGE_LABEL:
            item = item_by_number(work.session, number)
            return {"item_id": item.id, "parcel_id": item.parcel_id or ""} if item else {}
        case PaperKind.PARCEL_LABEL:
            parcel = parcel_by_number(work.session, number)
            return {"parcel_id": parcel.id} if parcel else {}
        case PaperKind.CARTON_LABEL:
            box = carton_by_number(work.session, number)
            return {"batch_id": box.batch_id} if box else {}
        case PaperKind.BIN_LABEL | PaperKind.SHEET | PaperKind.STATEMENT:
            return {}
    batch = batch_by_number(work.session, number)
    return {"batch_id": batch.id} if batch else {}


def signed(work: Work, asked: Mapping[str, Any]) -> dict[str, Any]:
    """What a paper says of this print: when, and by whom; so that it is the same paper whenever it is drawn."""
    name, name_en = printing_name(work)
    return {**asked, "at": work.now.isoformat(), "by": name, "by_en": name_en}


def _queue_numbered(work: Work, kind: PaperKind, number: str, asked: dict[str, Any], copies: int) -> str:
    lost = None if asked.get("again") else _cancelled_original(work, kind, number)
    if lost is not None:
        language = str(asked.get("language") or lost.what.get("language", ""))
        values = {"what": {**lost.what, **asked, "language": language}, "station_id": work.seat.station_id}
        if move_job(work.session, lost.id, (JobState.CANCELLED,), state=JobState.WAITING, copies=copies, **values):
            ties = belongs_to(work, kind, lost.number)
            work.record(JobWaitsAgain(number=lost.number, paper=kind.value, job_id=lost.id, **ties))
            return lost.id
    named, what = _registered(work, kind, number, asked)
    job = add_job(work, kind.value, named, what, copies=copies, copy=what["copy"] or 0)
    if what["copy"] is None:  # a draft: nothing else tells of it
        ties = belongs_to(work, kind, named)
        work.record(PaperQueued(number=named, paper=kind.value, job_id=job.id, **ties))
    return job.id


def _registered(work: Work, kind: PaperKind, number: str, asked: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The number of the very paper, and ``what`` of its print: registered, with its place among the prints."""
    copy: int | None
    if kind is PaperKind.SLIP:
        language = str(asked.get("language") or partner_language(work, number))
        again = bool(asked.pop("again", False))
        printed = print_slip(work, number, language, TARGET, again=again, reason=str(asked.pop("reason", "")))
        named, copy = printed.content.number or printed.content.batch, printed.copy
    else:
        one = paper_of(work, kind, number, asked)
        language = str(asked.get("language") or one.language)
        document, copy = print_document(work, one.number, language, TARGET)
        named = document.number
    return named, signed(work, {**asked, "language": language, "copy": copy})


def _cancelled_original(work: Work, kind: PaperKind, number: str) -> PrintJobRecord | None:
    """The original that nobody let come out, of this very paper or of the batch's."""
    named = paper_of(work, kind, number).number
    for job in jobs_of_number(work.session, named, kind.value):
        if job.state is JobState.CANCELLED and job.what.get("copy") == 0 and job.sent_at is None:
            return job
    return None
