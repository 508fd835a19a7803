"""Read the journal: last steps of a station, the timeline of a thing, wrong PINs of a person."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from returns_desk.store.records import JournalRecord, PersonRecord, StationRecord

_NEWS = 200  # entries: whoever is further behind reads all again anyway
_TIES = {"parcel": "parcel_id", "item": "item_id", "batch": "batch_id", "rma": "rma_id"}


def newest_entries(session: Session, station_id: str, kinds: Sequence[str], limit: int) -> list[JournalRecord]:
    """The last entries of these kinds at a station, newest first."""
    query = select(JournalRecord).where(JournalRecord.station_id == station_id, JournalRecord.kind.in_(kinds))
    return list(session.scalars(query.order_by(JournalRecord.seq.desc()).limit(limit)))


def newest_of_station(session: Session, station_id: str) -> JournalRecord | None:
    """The last entry of a station, whatever it is."""
    query = select(JournalRecord).where(JournalRecord.station_id == station_id)
    return session.scalar(query.order_by(JournalRecord.seq.desc()).limit(1))


def undone_among(session: Session, step_ids: Iterable[str]) -> set[str]:
    """Which of these steps were taken back."""
    main, undoing = aliased(JournalRecord), aliased(JournalRecord)
    query = select(main.step_id).join(undoing, undoing.undoes_id == main.id)
    return set(session.scalars(query.where(main.step_id.in_(set(step_ids)))))


def newest_standing(session: Session, station_id: str, person_id: str, kinds: Sequence[str]) -> JournalRecord | None:
    """The last entry of these kinds by a person at a station whose step was not taken back."""
    main, undoing = aliased(JournalRecord), aliased(JournalRecord)
    taken_back = select(main.id).join(undoing, undoing.undoes_id == main.id)
    query = (
        select(JournalRecord)
        .where(
            JournalRecord.station_id == station_id,
            JournalRecord.person_id == person_id,
            JournalRecord.kind.in_(kinds),
            ~taken_back.where(main.step_id == JournalRecord.step_id).exists(),
        )
        .order_by(JournalRecord.seq.desc())
        .limit(1)
    )
    return session.scalar(query)


def entries_of_step(session: Session, step_id: str) -> list[JournalRecord]:
    """All entries that one step wrote, in order."""
    query = select(JournalRecord).where(JournalRecord.step_id == step_id)
    return list(session.scalars(query.order_by(JournalRecord.step_line)))


def later_on_same(session: Session, main: JournalRecord, kinds: Sequence[str]) -> JournalRecord | None:
    """The newest standing entry of these kinds after another one, about the same piece, box or batch."""
    later = or_(
        JournalRecord.at > main.at,
        and_(JournalRecord.station_id == main.station_id, JournalRecord.seq > main.seq),
    )
    return _newest_standing(session, main, kinds, and_(later, or_(*_about_same(session, main))))


def later_at_bench(session: Session, main: JournalRecord, kinds: Sequence[str]) -> JournalRecord | None:
    """The newest standing entry of these kinds after another one at its station."""
    later = and_(JournalRecord.station_id == main.station_id, JournalRecord.seq > main.seq)
    return _newest_standing(session, main, kinds, later)


def _newest_standing(
    session: Session, but: JournalRecord, kinds: Sequence[str], wanted: ColumnElement[bool]
) -> JournalRecord | None:
    undoing, other = aliased(JournalRecord), aliased(JournalRecord)
    undone = select(other.id).join(undoing, undoing.undoes_id == other.id)
    query = select(JournalRecord).where(
        JournalRecord.step_id != but.step_id,
        JournalRecord.kind.in_(kinds),
        wanted,
        ~undone.where(other.step_id == JournalRecord.step_id).exists(),
    )
    return session.scalar(query.order_by(JournalRecord.at.desc(), JournalRecord.seq.desc()).limit(1))


def _about_same(session: Session, main: JournalRecord) -> list[ColumnElement[bool]]:
    """What ties an entry to the things of a step: a box by its own entries, or by all where the step brought it."""
    items = {entry.item_id for entry in entries_of_step(session, main.step_id)} - {None}
    same: list[ColumnElement[bool]] = [JournalRecord.item_id.in_(items)]
    if main.kind == "ParcelReceived":
        same.append(JournalRecord.parcel_id == main.parcel_id)
    elif main.parcel_id and not main.item_id:
        same.append(and_(JournalRecord.parcel_id == main.parcel_id, JournalRecord.item_id.is_(None)))
    if main.batch_id and not main.item_id:
        same.append(and_(JournalRecord.batch_id == main.batch_id, JournalRecord.item_id.is_(None)))
    return same


def newest_of_item(session: Session, item_id: str, kind: str) -> JournalRecord | None:
    """The last entry of a kind about one piece."""
    query = select(JournalRecord).where(JournalRecord.item_id == item_id, JournalRecord.kind == kind)
    return session.scalar(query.order_by(JournalRecord.at.desc(), JournalRecord.seq.desc()).limit(1))


def newest_of_batch(session: Session, batch_id: str, kind: str) -> JournalRecord | None:
    """The last entry of a kind about one batch."""
    query = select(JournalRecord).where(JournalRecord.batch_id == batch_id, JournalRecord.kind == kind)
    return session.scalar(query.order_by(JournalRecord.at.desc(), JournalRecord.seq.desc()).limit(1))


def timeline(session: Session, tie: str, subject_id: str) -> list[tuple[JournalRecord, PersonRecord | None, str]]:
    """Entries of one thing in the order they happened, each with its person and station. ``tie``: parcel, ..."""
    query = (
        select(JournalRecord, PersonRecord, StationRecord.name)
        .outerjoin(PersonRecord, PersonRecord.id == JournalRecord.person_id)
        .join(StationRecord, StationRecord.id == JournalRecord.station_id)
        .where(getattr(JournalRecord, _TIES[tie]) == subject_id)
        .order_by(JournalRecord.at, JournalRecord.seq)
    )
    return [(entry, person, station) for entry, person, station in session.execute(query)]


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


def chain_ends(session: Session, but: str) -> dict[str, int]:
    """How far the journal of every station but one reaches; found by index, however long the journal is."""
    end = select(func.max(JournalRecord.seq)).where(JournalRecord.station_id == StationRecord.id).scalar_subquery()
    rows = session.execute(select(StationRecord.id, end).where(StationRecord.id != but))
    return {station: seq or 0 for station, seq in rows}


def entries_behind(session: Session, seen: Mapping[str, int]) -> list[JournalRecord]:
    """What stations wrote behind the places that were seen, in the order it happened; the first ones of very many."""
    if not seen:
        return []
    grown = ((JournalRecord.station_id == station) & (JournalRecord.seq > seq) for station, seq in seen.items())
    query = select(JournalRecord).where(or_(*grown)).order_by(JournalRecord.at, JournalRecord.seq)
    return list(session.scalars(query.limit(_NEWS)))
