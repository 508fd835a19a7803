"""Somebody looked at what stands out, and nothing more is to be done; and how that is taken back."""

from returns_desk.domain.events import ExceptionSettled
from returns_desk.domain.exceptions import Way
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo, WrongState
from returns_desk.domain.texts import LONGEST_NOTE, kept_text
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.odd_entries import settled_by_key
from returns_desk.store.records import SettledRecord
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
    work.record(ExceptionSettled(key=key, kind=row.kind.value, number=row.number, how=Way.SEEN.value, note=kept))
    work.add(SettledRecord(id=new_id(), key=key, person_id=person.id, at=work.now, how=Way.SEEN.value, note=kept))


def unsettle(work: Work, event: ExceptionSettled) -> None:
    """Undo ``settle_exception``: it stands out again. Refuses ``CannotUndo`` when somebody brought it back already."""
    settled = settled_by_key(work.session, event.key)
    if settled is None:
        raise CannotUndo(event.number)
    work.session.delete(settled)
