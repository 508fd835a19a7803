"""The journal: one row an event, one hash chain a station, written in the step's own transaction.

Every column of a row is in its hash, together with the hash of the row before; so a row that is changed, left out or
put in from outside breaks the chain at that place.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import cast

from sqlalchemy import Table, insert, select
from sqlalchemy.orm import Session

from returns_desk.domain.events import Event, from_body, to_body
from returns_desk.store.ids import new_id
from returns_desk.store.records import JournalRecord
from returns_desk.store.types import canonical, moment_text

# the plain table: the mapped class would split the rows by which of their ties are empty
_INTO = insert(cast(Table, JournalRecord.__table__))
_HEAD = select(JournalRecord.seq, JournalRecord.hash).order_by(JournalRecord.seq.desc()).limit(1)


@dataclass(frozen=True)
class Entry:
    """An event on its way into the journal."""

    event: Event
    person_id: str | None
    undoes_id: str | None = None


@dataclass(frozen=True)
class Break:
    """A place where a chain does not hold."""

    station_id: str
    seq: int


def append(session: Session, station_id: str, step_id: str, at: datetime, entries: Sequence[Entry]) -> None:
    """Add a step's events to the station's chain."""
    head = session.execute(_HEAD.where(JournalRecord.station_id == station_id)).first()
    seq, chained = (head[0], head[1]) if head else (0, "")
    rows = []
    for line, entry in enumerate(entries):
        event = entry.event
        row = {
            "id": new_id(),
            "station_id": station_id,
            "seq": seq + line + 1,
            "at": at,
            "person_id": entry.person_id,
            "kind": type(event).__name__,
            "body": canonical(to_body(event)),
            "parcel_id": event.parcel_id or None,
            "item_id": event.item_id or None,
            "batch_id": event.batch_id or None,
            "rma_id": event.rma_id or None,
            "step_id": step_id,
            "step_line": line,
            "undoes_id": entry.undoes_id,
            "prev_hash": chained,
        }
        chained = row["hash"] = _hash(row)
        rows.append(row)
    session.execute(_INTO, rows)


def _hash(row: dict[str, object]) -> str:
    at = row["at"]
    whole = {**row, "at": moment_text(at) if isinstance(at, datetime) else at}
    whole.pop("hash", None)
    return sha256(canonical(whole).encode()).hexdigest()


def verify(session: Session) -> Iterator[Break]:
    """Walk every chain and yield each place where it does not hold."""
    columns = [column.key for column in JournalRecord.__mapper__.column_attrs]
    station, seq, chained = "", 0, ""
    query = select(JournalRecord).order_by(JournalRecord.station_id, JournalRecord.seq)
    for record in session.scalars(query.execution_options(yield_per=1000)):
        if record.station_id != station:
            station, seq, chained = record.station_id, 0, ""
        row = {column: getattr(record, column) for column in columns}
        if record.seq != seq + 1 or record.prev_hash != chained or record.hash != _hash(row):
            yield Break(record.station_id, record.seq)
        seq, chained = record.seq, record.hash


def event_of(record: JournalRecord) -> Event:
    """Read a journal row back as the event it was."""
    return from_body(
        record.kind,
        json.loads(record.body),
        parcel_id=record.parcel_id or "",
        item_id=record.item_id or "",
        batch_id=record.batch_id or "",
        rma_id=record.rma_id or "",
    )


def step_events(session: Session, step_id: str) -> tuple[Event, ...]:
    """What a step wrote when it was done before; empty when it was not."""
    query = select(JournalRecord).where(JournalRecord.step_id == step_id).order_by(JournalRecord.step_line)
    return tuple(event_of(record) for record in session.scalars(query))
