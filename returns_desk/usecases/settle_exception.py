"""Somebody looked at what stands out, and nothing more is to be done; and how that is taken back."""

from returns_desk.domain.events import ExceptionSettled
from returns_desk.domain.exceptions import ExceptionRow, Way
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo, WrongState
from returns_desk.domain.texts import LONGEST_NOTE, kept_text
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.batches import batch_by_number
from returns_desk.store.lookups.odd_entries import settled_by_key
from returns_desk.store.lookups.returns import item_by_number, parcel_by_number, rma_by_number
from returns_desk.store.records import BatchRecord, ItemRecord, ParcelRecord, RmaRecord, SettledRecord
from returns_desk.store.work import Work
from returns_desk.usecases.look_exceptions import exception
from returns_desk.usecases.require import require


def settle_exception(work: Work, key: str, note: str = "") -> None:
    """Put something that stands out away, until something new happens to it; the inverse is ``unsettle``.

    Refuses ``NotFound`` for what stands out no longer, ``WrongState`` for what waits and is settled by its own ways.
    """
    person = require(work, Permission.SETTLE_EXCEPTION)
    row = exception(work, key)
    if Way.SEEN not in row.ways:
        raise WrongState("exception", row.number, row.kind.value)
    kept = kept_text(note, LONGEST_NOTE)
    work.record(
        ExceptionSettled(
            key=key, kind=row.kind.value, number=row.number, how=Way.SEEN.value, note=kept, **_ties(work, row)
        )
    )
    work.add(SettledRecord(id=new_id(), key=key, person_id=person.id, at=work.now, how=Way.SEEN.value, note=kept))


def _ties(work: Work, row: ExceptionRow) -> dict[str, str]:
    """The timelines that tell of it."""
    found: ItemRecord | ParcelRecord | RmaRecord | BatchRecord | None
    match row.subject:
        case "item":
            found = item_by_number(work.session, row.number)
        case "parcel":
            found = parcel_by_number(work.session, row.number)
        case "rma":
            found = rma_by_number(work.session, [row.number])
        case "batch":
            found = batch_by_number(work.session, row.number)
        case _:
            return {}
    return {f"{row.subject}_id": found.id} if found else {}


def unsettle(work: Work, event: ExceptionSettled) -> None:
    """Undo ``settle_exception``: it stands out again. Refuses ``CannotUndo`` when somebody brought it back already."""
    settled = settled_by_key(work.session, event.key)
    if settled is None:
        raise CannotUndo(event.number)
    work.session.delete(settled)
