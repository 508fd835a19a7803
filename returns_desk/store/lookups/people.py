"""Find people and stations."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from returns_desk.store.records import PersonRecord, ShopRecord, StationRecord


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
