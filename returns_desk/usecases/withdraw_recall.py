"""A notice counts no longer: it is withdrawn, or its import is taken back."""

from collections.abc import Sequence
from datetime import date

from returns_desk.domain.events import RecallsTaken, RecallWithdrawn
from returns_desk.domain.items import Disposition
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo, NotFound, WrongState
from returns_desk.store.lookups.recalls import products_named, recalls_of_number
from returns_desk.store.records import RecallRecord
from returns_desk.store.work import Work
from returns_desk.usecases.recall_pieces import stand_all_again
from returns_desk.usecases.require import require


def withdraw_recall(work: Work, number: str) -> int:
    """Let a notice count no longer; how many pieces wait for it still. The inverse is ``reinstate_recall``.

    What is on hold because of it stays so until a supervisor releases it: it is told that the notice is withdrawn.
    Refuses ``NotFound``, ``WrongState`` (withdrawn already).
    """
    require(work, Permission.SET_RULES)
    lines = recalls_of_number(work.session, number)
    if not lines:
        raise NotFound("recall", number)
    standing = [line for line in lines if not line.withdrawn]
    if not standing:
        raise WrongState("recall", lines[0].number, "withdrawn")
    for line in standing:
        line.withdrawn = True
    work.flush()
    pieces = stand_all_again(work, _products_of(work, standing))
    work.record(RecallWithdrawn(number=lines[0].number, lines=tuple(line.id for line in standing), pieces=pieces))
    return pieces


def reinstate_recall(work: Work, event: RecallWithdrawn) -> None:
    """Undo ``withdraw_recall``: its pieces are stopped again. Refuses ``CannotUndo`` once it was taken in anew."""
    lines = [_line(work, line_id) for line_id in event.lines]
    if not all(line.withdrawn for line in lines):
        raise CannotUndo(event.number)
    for line in lines:
        line.withdrawn = False
    work.flush()
    stand_all_again(work, _products_of(work, lines))


def drop_recalls(work: Work, event: RecallsTaken) -> None:
    """Undo ``import_recalls``, after the pieces that it stopped.

    Refuses ``CannotUndo`` once a line is gone or withdrawn.
    """
    codes = set()
    for line_id in event.added:
        line = _standing(work, line_id)
        codes.add(line.code)
        work.session.delete(line)
    for stood in event.before:
        line = _standing(work, stood["id"])
        codes.add(line.code)
        line.reason, line.withdrawn = stood["reason"], stood["withdrawn"]
        line.measure = Disposition(stood["measure"]) if stood["measure"] else None
        line.since = date.fromisoformat(stood["since"]) if stood["since"] else None
    work.flush()
    stand_all_again(work, all_of(products_named(work.session, codes)))


def _line(work: Work, line_id: str) -> RecallRecord:
    line = work.get(RecallRecord, line_id)
    if line is None:
        raise CannotUndo("")
    return line


def _standing(work: Work, line_id: str) -> RecallRecord:
    line = _line(work, line_id)
    if line.withdrawn:
        raise CannotUndo(line.number)
    return line


def _products_of(work: Work, lines: Sequence[RecallRecord]) -> set[str]:
    return all_of(products_named(work.session, {line.code for line in lines}))


def all_of(named: dict[str, set[str]]) -> set[str]:
    """The products that any of these codes names."""
    return {product_id for ids in named.values() for product_id in ids}
