"""The pieces of a parcel that was taken for a stranger's, and is ours after all."""

from returns_desk.domain.grades import Grade
from returns_desk.domain.items import ReceiptOutcome
from returns_desk.domain.refusals import CannotUndo
from returns_desk.store.lookups.returns import items_of_parcel
from returns_desk.store.records import ParcelRecord
from returns_desk.store.work import Work


def own_pieces(work: Work, parcel: ParcelRecord) -> tuple[str, ...]:
    """Let pieces that were a stranger's with their parcel wait for a return again; give their ids.

    A piece that was seen not to be ours by itself (grade X) stays so, and all stay on hold until somebody decides. The
    inverse is ``disown_pieces``.
    """
    owned = [
        item
        for item in items_of_parcel(work.session, parcel.id)
        if item.outcome is ReceiptOutcome.NOT_OURS and item.grade is not Grade.X
    ]
    for item in owned:
        item.outcome = ReceiptOutcome.UNANNOUNCED
    return tuple(item.id for item in owned)


def disown_pieces(work: Work, parcel: ParcelRecord, owned: tuple[str, ...]) -> None:
    """Undo ``own_pieces``. Refuses ``CannotUndo`` once one of them found its return, or was decided."""
    for item in items_of_parcel(work.session, parcel.id):
        if item.id not in owned:
            continue
        if item.outcome is not ReceiptOutcome.UNANNOUNCED or item.disposition is not None:
            raise CannotUndo(item.number)
        item.outcome = ReceiptOutcome.NOT_OURS
