"""Notices of recalled goods are taken in, again and again; what is concerned in the house is stopped.

A line whose product nobody knows is taken all the same: the goods may still come. The inverse is in
``withdraw_recall``: undo brings that module, and the first scan should not wait for what reads tables.
"""

from collections.abc import Sequence
from typing import Any

from returns_desk.domain.codes import lookup_key, product_key
from returns_desk.domain.events import RecallsTaken
from returns_desk.domain.import_facts import RowFact
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import RowRefused
from returns_desk.exchange.rows import RecallRow, RefusedRow
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.recalls import products_named, recalls_among
from returns_desk.store.records import RecallRecord
from returns_desk.store.work import Work
from returns_desk.usecases.import_rows import Taken, may_import, write_facts
from returns_desk.usecases.recall_pieces import recall_pieces
from returns_desk.usecases.withdraw_recall import all_of

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
    pieces = recall_pieces(work, all_of(named))
    strangers = tuple(
        RefusedRow(row.line, RowRefused(RowFact.UNKNOWN_PRODUCT, "code", row.code))
        for row in rows
        if product_key(row.code) not in named
    )
    same = len(rows) - len(added) - len(before)
    return Taken(len(added), len(before), same, told=strangers, pieces=pieces)


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
