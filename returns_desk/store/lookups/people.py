"""Find people, stations and what waits at a station's printer."""

from sqlalchemy import ColumnElement, Select, and_, func, not_, select
from sqlalchemy.orm import Session

from returns_desk.domain.printing import JobState
from returns_desk.store.records import (
    BenchRecord,
    ItemRecord,
    PersonRecord,
    PrintJobRecord,
    ShopRecord,
    StationRecord,
)

PLATE, LABEL = "item plate", "item label"  # a piece's first label, and one that is printed at once


def person_by_badge(session: Session, badge_hash: str) -> PersonRecord | None:
    """The person with this badge."""
    return session.scalar(select(PersonRecord).where(PersonRecord.badge_hash == badge_hash))


def all_people(session: Session) -> list[PersonRecord]:
    """Everybody, by name."""
    return list(session.scalars(select(PersonRecord).order_by(PersonRecord.name)))


def shop_exists(session: Session) -> bool:
    """Whether this database was made for a shop already."""
    return session.scalar(select(func.count()).select_from(ShopRecord)) == 1


def station_by_name(session: Session, name: str) -> StationRecord | None:
    """The station with this name."""
    return session.scalar(select(StationRecord).where(StationRecord.name == name))


def count_stations(session: Session) -> int:
    """How many stations there are."""
    return session.scalar(select(func.count()).select_from(StationRecord)) or 0


def waiting_jobs(session: Session, station_id: str, limit: int = 100) -> list[PrintJobRecord]:
    """What a station's printer is to print now, oldest first."""
    query = select(PrintJobRecord).where(_to_print(station_id)).order_by(PrintJobRecord.id).limit(limit)
    return list(session.scalars(query))


def count_jobs(session: Session, station_id: str) -> int:
    """How much a station's printer is to print now."""
    return session.scalar(select(func.count()).select_from(PrintJobRecord).where(_to_print(station_id))) or 0


def waiting_label(session: Session, station_id: str, number: str) -> PrintJobRecord | None:
    """The label of a piece that is not printed yet at a station."""
    query = _labels(station_id).where(PrintJobRecord.number == number, PrintJobRecord.state == JobState.WAITING)
    return session.scalar(query)


def newest_label(session: Session, station_id: str) -> PrintJobRecord | None:
    """The last label of a piece that a station was to print."""
    return session.scalar(_labels(station_id))


def _labels(station_id: str) -> Select[PrintJobRecord]:
    query = select(PrintJobRecord).where(
        PrintJobRecord.station_id == station_id, PrintJobRecord.kind.in_((LABEL, PLATE))
    )
    return query.order_by(PrintJobRecord.id.desc()).limit(1)


def _to_print(station_id: str) -> ColumnElement[bool]:
    """What waits, but for the first label of the piece in hand: it is printed once the piece leaves the hand."""
    in_hand = select(ItemRecord.number).join(BenchRecord, BenchRecord.item_id == ItemRecord.id)
    held_back = and_(
        PrintJobRecord.kind == PLATE, PrintJobRecord.number.in_(in_hand.where(BenchRecord.station_id == station_id))
    )
    return and_(PrintJobRecord.station_id == station_id, PrintJobRecord.state == JobState.WAITING, not_(held_back))
