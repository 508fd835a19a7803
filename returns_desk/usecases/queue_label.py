"""Labels on their way to the printer: rows of the print queue, made in the step's own transaction.

A piece's label (its licence plate) is queued when the piece is taken, and is printed as soon as the piece leaves the
hand: by then it mostly has its decision, so one paper says it all. A label that would be wrong since (decided, held or
counted after it was printed) is printed anew; asked for at once (``DO-PRINT``), it does not wait.
"""

from returns_desk.domain.events import LabelQueued
from returns_desk.domain.people import Permission
from returns_desk.domain.print_jobs import PLATE
from returns_desk.domain.printing import JobState, PaperKind
from returns_desk.domain.refusals import ItemFirst, NotFound
from returns_desk.store.lookups.print_queue import (
    LABEL,
    move_job,
    newest_label,
    waiting_label,
)
from returns_desk.store.lookups.returns import item_by_number
from returns_desk.store.records import ItemRecord, ParcelRecord
from returns_desk.store.work import Work
from returns_desk.usecases.add_job import add_job
from returns_desk.usecases.require import require

_PARCEL = PaperKind.PARCEL_LABEL.value


def queue_plate(work: Work, item: ItemRecord) -> None:
    """Let the label of a piece just taken be printed once it leaves the hand; the inverse is ``unqueue_label``."""
    _queue(work, PLATE, item.number, item_id=item.id, parcel_id=item.parcel_id)


def queue_item_label(work: Work, item: ItemRecord) -> None:
    """Let a piece's label say what it is now: a waiting one will, one that is out is printed anew.

    The inverse is ``unqueue_label``, while it still waits.
    """
    if waiting_label(work.session, work.seat.station_id, item.number) is None:
        _queue(work, LABEL, item.number, item_id=item.id, parcel_id=item.parcel_id)


def queue_parcel_label(work: Work, parcel: ParcelRecord) -> None:
    """Let a parcel's own label be printed; the inverse is ``unqueue_label``, while it still waits."""
    _queue(work, _PARCEL, parcel.number, parcel_id=parcel.id)


def print_again(work: Work, number: str = "") -> None:
    """Print a piece's label once more: the one named, the one in hand, or the newest of this station's steps."""
    require(work, Permission.PRINT)
    if number:
        item = item_by_number(work.session, number)
        if item is None:
            raise NotFound("item", number)
    else:
        item = work.get(ItemRecord, work.bench.item_id) or _last_labelled(work)
    if item is None:
        raise ItemFirst()
    waiting = waiting_label(work.session, work.seat.station_id, item.number)
    if waiting is None:
        _queue(work, LABEL, item.number, item_id=item.id, parcel_id=item.parcel_id, again=True)
        return
    waiting.kind = LABEL  # now, also in hand
    work.record(
        LabelQueued(item_id=item.id, parcel_id=item.parcel_id, number=item.number, job_id=waiting.id, again=True)
    )


def unqueue_label(work: Work, event: LabelQueued) -> None:
    """Undo queueing: a label that still waits is not printed. One that is out cannot be called back."""
    move_job(work.session, event.job_id, (JobState.WAITING,), state=JobState.CANCELLED)


def _queue(work: Work, kind: str, number: str, *, item_id: str = "", parcel_id: str = "", again: bool = False) -> None:
    job = add_job(work, kind, number)
    work.record(LabelQueued(item_id=item_id, parcel_id=parcel_id, number=number, job_id=job.id, again=again))


def _last_labelled(work: Work) -> ItemRecord | None:
    job = newest_label(work.session, work.seat.station_id)
    return item_by_number(work.session, job.number) if job else None
