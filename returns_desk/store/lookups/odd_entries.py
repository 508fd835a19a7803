"""Find in the journal what somebody should look at: refused scans, and decisions made without a needed photograph."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Text, bindparam, cast, exists, func, literal, select
from sqlalchemy.orm import Session, aliased

from returns_desk.domain.exceptions import ExceptionKind, prefix_of
from returns_desk.domain.items import NO_PIECE
from returns_desk.store.lookups.returns import whole_item
from returns_desk.store.records import ItemRecord, JournalRecord, PhotoRecord, SettledRecord, StationRecord
from returns_desk.store.records.standing_out import REFUSED, WITHOUT_PHOTOS
from returns_desk.store.types import Moment

_YES = True  # compared as the number it is kept as, in either database


@dataclass(frozen=True)
class RefusedOften:
    """One refusal of one scan at one station: how often, and when last; ``body`` is the event as it was written."""

    body: str
    station_id: str
    station: str
    count: int
    last: datetime


def refused_scans(session: Session, since: datetime) -> list[RefusedOften]:
    """What was refused since a moment, the same of one station told once; newest first."""
    last = func.max(JournalRecord.at)
    query = (
        select(JournalRecord.body, JournalRecord.station_id, StationRecord.name, func.count(), last)
        .join(StationRecord, StationRecord.id == JournalRecord.station_id)
        .where(REFUSED, JournalRecord.at > since)
        .group_by(JournalRecord.body, JournalRecord.station_id, StationRecord.name)
        .order_by(last.desc())
    )
    return [RefusedOften(*row) for row in session.execute(query)]


def without_photographs(session: Session, since: datetime, limit: int) -> list[tuple[ItemRecord, JournalRecord, str]]:
    """Pieces that were decided without a needed photograph, with the decision's entry and the key; newest first."""
    query = decided_without_photographs().limit(limit).options(*whole_item())
    return [(item, entry, key) for item, entry, key in session.execute(query, {"since": since})]


def settled_among(session: Session, keys: Collection[str]) -> set[str]:
    """Which of these keys somebody settled."""
    return set(session.scalars(select(SettledRecord.key).where(SettledRecord.key.in_(keys)))) if keys else set()


def settled_by_key(session: Session, key: str) -> SettledRecord | None:
    """What was noted when somebody settled it."""
    return session.scalar(select(SettledRecord).where(SettledRecord.key == key))


@cache
def decided_without_photographs() -> Any:
    """Decisions that stand, asked for with ``since``: none taken back, none made anew, nothing photographed since."""
    entry, later, main, undoing = JournalRecord, *(aliased(JournalRecord) for _ in range(3))
    key = literal(f"{prefix_of(ExceptionKind.EVIDENCE)}:", Text) + ItemRecord.number
    key = key + literal(":", Text) + cast(entry.seq, Text)
    taken_back = select(main.id).join(undoing, undoing.undoes_id == main.id).where(main.step_id == entry.step_id)
    decided_anew = exists().where(later.item_id == entry.item_id, later.kind == "ItemDecided", later.at > entry.at)
    photographed = exists().where(
        PhotoRecord.item_id == ItemRecord.id, PhotoRecord.removed != _YES, PhotoRecord.taken_at > entry.at
    )
    return (
        select(ItemRecord, entry, key)
        .join(entry, entry.item_id == ItemRecord.id)
        .where(
            WITHOUT_PHOTOS,
            entry.at > bindparam("since", type_=Moment()),
            ItemRecord.disposition.is_not(None),
            ItemRecord.state.not_in(NO_PIECE),
            ~taken_back.correlate(entry).exists(),
            ~decided_anew.correlate(entry),
            ~photographed,
            ~exists().where(SettledRecord.key == key),
        )
        .order_by(entry.at.desc())
    )
