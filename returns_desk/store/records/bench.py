"""A scanning station and what lies on its bench."""

from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from returns_desk.store.records.base import STRICT, Key, Record, Versioned
from returns_desk.store.records.items import ItemRecord
from returns_desk.store.records.parcels import ParcelRecord
from returns_desk.store.records.people import PersonRecord
from returns_desk.store.types import Json, Uid


class StationRecord(Record):
    """One scanning station; its code is the middle part of the numbers it gives."""

    __tablename__ = "stations"
    __table_args__ = STRICT

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(unique=True)


class BenchRecord(Versioned, Record):
    """Who works at a station, on which parcel and item; a row, so that quick scans and power cuts cannot confuse it."""

    __tablename__ = "benches"
    __table_args__ = (
        Index("ix_benches_parcel_id", "parcel_id", unique=True),  # nothing lies on two benches
        Index("ix_benches_item_id", "item_id", unique=True),
        STRICT,
    )

    station_id: Mapped[str] = mapped_column(Uid, ForeignKey("stations.id"), primary_key=True)
    person_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("people.id"))
    parcel_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("parcels.id"))
    item_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("items.id"))
    question: Mapped[dict[str, Any] | None] = mapped_column(Json)
    person: Mapped[PersonRecord | None] = relationship()
    parcel: Mapped[ParcelRecord | None] = relationship()
    item: Mapped[ItemRecord | None] = relationship()
