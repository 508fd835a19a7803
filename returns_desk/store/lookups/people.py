"""Find people, stations and what waits at a station's printer."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from returns_desk.store.records import PersonRecord, PrintJobRecord, ShopRecord, StationRecord


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
    """What waits for a station's printer, oldest first."""
    query = (
        select(PrintJobRecord)
        .where(PrintJobRecord.station_id == station_id, PrintJobRecord.state == "waiting")
        .order_by(PrintJobRecord.id)
        .limit(limit)
    )
    return list(session.scalars(query))


def count_jobs(session: Session, station_id: str) -> int:
    """How much waits for a station's printer."""
    query = select(func.count()).select_from(PrintJobRecord)
    return session.scalar(query.where(PrintJobRecord.station_id == station_id, PrintJobRecord.state == "waiting")) or 0
