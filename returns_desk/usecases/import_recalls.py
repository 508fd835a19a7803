"""Notices of recalled goods are taken in, again and again; one is withdrawn; what is concerned in the house is stopped.

A line whose product nobody knows is taken all the same: the goods may still come.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from returns_desk.domain.codes import lookup_key, product_key
from returns_desk.domain.events import RecallsTaken, RecallWithdrawn
from returns_desk.domain.import_facts import RowFact
from returns_desk.domain.items import Disposition
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo, NotFound, RowRefused, WrongState
from returns_desk.exchange.rows import RecallRow, RefusedRow
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.recalls import products_named, recalls_among, recalls_of_number
from returns_desk.store.records import RecallRecord
from returns_desk.store.work import Work
from returns_desk.usecases.import_rows import Taken, may_import, write_facts
from returns_desk.usecases.recall_pieces import recall_pieces, stand_all_again
from returns_desk.usecases.require import require

_Key = tuple[str, str, str, str, str]


def import_recalls(work: Work, rows: Sequence[RecallRow]) -> Taken:
    """Take lines of notices in, and stop every piece in the house that they concern; the inverse is ``drop_recalls``.

    A line that was withdrawn and comes again counts again. ``told`` of the answer are lines of unknown products.
    """
    may_import(work, Permission.SET_RULES)
    known = {_key_of(line): line for line in recalls_among(work.session, {product_key(row.code) for row in rows})}
    added: list[str] = []
    before: list[dict[str, Any]] = []
    for row in rows:
        line = known.get(_key(row))
        if line is None:
            line = known[_key(row)] = work.add(RecallRecord(id=new_id(), **_names(row), **_facts(row)))
            added.append(line.id)
            continue
        stood = _as_texts(line)
        if write_facts(line, _facts(row)):
            before.append(stood)
    work.flush()
    named = products_named(work.session, {row.code for row in rows})
    if added or before:
        numbers = tuple(dict.fromkeys(row.number for row in rows))
        work.record(RecallsTaken(numbers=numbers, added=tuple(added), before=tuple(before)))
    pieces = recall_pieces(work, _together(named))
    strangers = tuple(
        RefusedRow(row.line, RowRefused(RowFact.UNKNOWN_PRODUCT, "code", row.code))
        for row in rows
        if product_key(row.code) not in named
    )
    same = len(rows) - len(added) - len(before)
    return Taken(len(added), len(before), same, told=strangers, pieces=pieces)


def drop_recalls(work: Work, event: RecallsTaken) -> None:
    """Undo ``import_recalls``, after the pieces that it stopped. Refuses ``CannotUndo`` once a line is gone."""
    codes = set()
    for line_id in event.added:
        line = _line(work, line_id)
        codes.add(line.code)
        work.session.delete(line)
    for stood in event.before:
        line = _line(work, stood["id"])
        codes.add(line.code)
        line.reason, line.withdrawn = stood["reason"], stood["withdrawn"]
        line.measure = Disposition(stood["measure"]) if stood["measure"] else None
        line.since = date.fromisoformat(stood["since"]) if stood["since"] else None
    work.flush()
    stand_all_again(work, _together(products_named(work.session, codes)))


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


def _line(work: Work, line_id: str) -> RecallRecord:
    line = work.get(RecallRecord, line_id)
    if line is None:
        raise CannotUndo("")
    return line


def _products_of(work: Work, lines: Sequence[RecallRecord]) -> set[str]:
    return _together(products_named(work.session, {line.code for line in lines}))


def _together(named: dict[str, set[str]]) -> set[str]:
    return {product_id for ids in named.values() for product_id in ids}


def _key(row: RecallRow) -> _Key:
    serials = lookup_key(row.serial_from), lookup_key(row.serial_to)
    return row.number, product_key(row.code), lookup_key(row.lot), *serials


def _key_of(line: RecallRecord) -> _Key:
    return line.number, line.code_key, line.lot_key, line.serial_from, line.serial_to


def _names(row: RecallRow) -> dict[str, str]:
    """What tells a line from every other."""
    return {
        "number": row.number,
        "code": row.code,
        "code_key": product_key(row.code),
        "lot_key": lookup_key(row.lot),
        "serial_from": lookup_key(row.serial_from),
        "serial_to": lookup_key(row.serial_to),
    }


def _facts(row: RecallRow) -> dict[str, Any]:
    return {"reason": row.reason, "measure": row.measure, "since": row.since, "withdrawn": False}


def _as_texts(line: RecallRecord) -> dict[str, Any]:
    """What a line said before it was changed, as an event keeps it."""
    return {
        "id": line.id,
        "reason": line.reason,
        "measure": line.measure.value if line.measure else "",
        "since": line.since.isoformat() if line.since else "",
        "withdrawn": line.withdrawn,
    }
