"""Read the journal: last steps of a station, the timeline of a thing, wrong PINs of a person."""

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from returns_desk.store.records import JournalRecord, PersonRecord, StationRecord

_TIES = {"parcel": "parcel_id", "item": "item_id", "batch": "batch_id", "rma": "rma_id"}


def newest_entries(
    session: Session, station_id: str, kinds: Sequence[str], limit: int, *, person_id: str | None = None
) -> list[JournalRecord]:
    """The last entries of these kinds at a station, newest first."""
    query = select(JournalRecord).where(JournalRecord.station_id == station_id, JournalRecord.kind.in_(kinds))
    if person_id:
        query = query.where(JournalRecord.person_id == person_id)
    return list(session.scalars(query.order_by(JournalRecord.seq.desc()).limit(limit)))


def undone_among(session: Session, entry_ids: Sequence[str]) -> set[str]:
    """Which of these entries were taken back."""
    query = select(JournalRecord.undoes_id).where(JournalRecord.undoes_id.in_(entry_ids))
    return {undone for undone in session.scalars(query) if undone}


def entries_of_step(session: Session, step_id: str) -> list[JournalRecord]:
    """All entries that one step wrote, in order."""
    query = select(JournalRecord).where(JournalRecord.step_id == step_id)
    return list(session.scalars(query.order_by(JournalRecord.step_line)))


def timeline(session: Session, tie: str, subject_id: str) -> list[tuple[JournalRecord, str, str]]:
    """Entries of one thing in the order they happened, each with person's and station's name. ``tie``: parcel, ..."""
    query = (
        select(JournalRecord, PersonRecord.name, StationRecord.name)
        .outerjoin(PersonRecord, PersonRecord.id == JournalRecord.person_id)
        .join(StationRecord, StationRecord.id == JournalRecord.station_id)
        .where(getattr(JournalRecord, _TIES[tie]) == subject_id)
        .order_by(JournalRecord.at, JournalRecord.seq)
    )
    return [(entry, person or "", station) for entry, person, station in session.execute(query)]


def wrong_pins(session: Session, person_id: str, since: datetime) -> list[datetime]:
    """When a person's PIN was given wrong since a moment, oldest first, counted from the last right one."""
    query = (
        select(JournalRecord)
        .where(
            JournalRecord.kind.in_(("Refused", "PinProven")),
            JournalRecord.person_id == person_id,
            JournalRecord.at >= since,
        )
        .order_by(JournalRecord.at, JournalRecord.seq)
    )
    wrong: list[datetime] = []
    for entry in session.scalars(query):
        if entry.kind == "PinProven":
            wrong = []
        elif json.loads(entry.body)["refusal"] == "WrongPin":
            wrong.append(entry.at)
    return wrong


def whole_journal(session: Session, limit: int | None = None) -> list[tuple[JournalRecord, str, str]]:
    """Every entry with person and station, newest first."""
    query = (
        select(JournalRecord, PersonRecord.name, StationRecord.name)
        .outerjoin(PersonRecord, PersonRecord.id == JournalRecord.person_id)
        .join(StationRecord, StationRecord.id == JournalRecord.station_id)
        .order_by(JournalRecord.at.desc(), JournalRecord.seq.desc())
        .limit(limit)
    )
    return [(entry, person or "", station) for entry, person, station in session.execute(query)]
