"""The journal: one row an event, one hash chain a station, written in the step's own transaction.

Every column of a row is in its hash, together with the hash of the row before; so a row that is changed, left out or
put in from outside breaks the chain at that place.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, cast

from sqlalchemy import Table, Text, insert, select, type_coerce
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
    columns = [column for column in JournalRecord.__table__.columns if column.name != "at"]
    as_stored = type_coerce(JournalRecord.at, Text()).label("at")  # a moment that was changed may be none any more
    query = select(*columns, as_stored).order_by(JournalRecord.station_id, JournalRecord.seq)
    station, seq, chained = "", 0, ""
    with _broken_text_read(session):
        for row in session.execute(query.execution_options(yield_per=1000)).mappings():
            if row["station_id"] != station:
                station, seq, chained = row["station_id"], 0, ""
            if row["seq"] != seq + 1 or row["prev_hash"] != chained or row["hash"] != _hash(dict(row)):
                yield Break(row["station_id"], row["seq"])
            seq, chained = row["seq"], row["hash"]


@contextmanager
def _broken_text_read(session: Session) -> Iterator[None]:
    """Let text with broken bytes be read as something else than it was, not stop the reading (SQLite only)."""
    driver: Any = session.connection().connection.dbapi_connection
    if not hasattr(driver, "text_factory"):
        yield
        return
    driver.text_factory = lambda raw: raw.decode("utf-8", "replace")
    try:
        yield
    finally:
        driver.text_factory = str


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
