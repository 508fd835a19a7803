"""A box was opened and nothing was in it: that is noted, and the box is closed with all of it missing."""

from returns_desk.domain.contents_refusals import NotEmpty
from returns_desk.domain.events import ParcelFoundEmpty
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import NoParcelOpen
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.store.records import ParcelRecord
from returns_desk.store.work import Work
from returns_desk.usecases.ask import ask, asked
from returns_desk.usecases.bench_steps import parcel_of
from returns_desk.usecases.finish_parcel import close_with, contents_of
from returns_desk.usecases.require import require


def note_empty_box(work: Work) -> None:
    """Note that nothing is in the open parcel, after asking once; the inverse is ``unnote_empty_box``.

    Refuses ``NoParcelOpen``; ``NotEmpty`` once a piece was taken out of it.
    """
    require(work, Permission.RECEIVE)
    parcel = work.get(ParcelRecord, work.bench.parcel_id)
    if parcel is None:
        raise NoParcelOpen()
    contents = contents_of(work, parcel)
    if contents.items:
        raise NotEmpty(parcel.number, tuple(item.number for item in contents.items))
    if not asked(work, QuestionKind.EMPTY_BOX, parcel.number):
        ask(work, QuestionKind.EMPTY_BOX, parcel.number, choices=(str(contents.missing),))
        return
    parcel.empty = True
    close_with(work, parcel, contents)
    work.record(ParcelFoundEmpty(parcel_id=parcel.id, number=parcel.number, missing=contents.missing))


def unnote_empty_box(work: Work, event: ParcelFoundEmpty) -> None:
    """Undo ``note_empty_box``: the box may hold something after all."""
    parcel_of(work, event.parcel_id).empty = False
