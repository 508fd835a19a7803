"""The boxes that arrive, and which announced returns are in them."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from returns_desk.domain.items import NO_PIECE
from returns_desk.domain.parcels import OuterCondition, ParcelState
from returns_desk.domain.snapshots import ParcelSnapshot
from returns_desk.store.records.base import STRICT, Key, Record, Text0, Versioned
from returns_desk.store.records.returns import RmaRecord
from returns_desk.store.records.standing_out import EMPTY_PARCEL, OWN_NUMBER, WEIGHED_PARCEL
from returns_desk.store.types import Choice, Flag, Moment, Uid, Whole

if TYPE_CHECKING:
    from returns_desk.store.records.items import ItemRecord


class ParcelRecord(Versioned, Record):
    """One box; ``tracking_key`` is what scans are compared with."""

    __tablename__ = "parcels"
    __table_args__ = (
        Index("ix_parcels_tracking_key", "tracking_key"),
        Index("ix_parcels_sscc_key", "sscc_key"),
        Index("ix_parcels_state", "state", "id"),
        Index("ix_parcels_own_number", "arrived_at", sqlite_where=OWN_NUMBER, postgresql_where=OWN_NUMBER),
        Index("ix_parcels_empty", "arrived_at", sqlite_where=EMPTY_PARCEL, postgresql_where=EMPTY_PARCEL),
        Index("ix_parcels_weighed", "arrived_at", sqlite_where=WEIGHED_PARCEL, postgresql_where=WEIGHED_PARCEL),
        STRICT,
    )

    id: Mapped[Key]
    number: Mapped[str] = mapped_column(unique=True)
    tracking: Mapped[Text0]
    tracking_key: Mapped[Text0]
    carrier: Mapped[Text0]
    state: Mapped[ParcelState] = mapped_column(Choice(ParcelState))
    arrived_at: Mapped[datetime | None] = mapped_column(Moment)
    station_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("stations.id"))
    person_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("people.id"))
    sscc: Mapped[Text0]
    sscc_key: Mapped[Text0]
    sender: Mapped[Text0]  # as printed on the box
    condition: Mapped[OuterCondition | None] = mapped_column(Choice(OuterCondition))
    weight_g: Mapped[int | None] = mapped_column(Whole)
    expected_g: Mapped[int | None] = mapped_column(Whole)  # as announced; else the sum of the announced pieces
    box_no: Mapped[int | None] = mapped_column(Whole)
    box_count: Mapped[int | None] = mapped_column(Whole)
    empty: Mapped[bool] = mapped_column(Flag, default=False)  # opened, and nothing was in it
    rmas: Mapped[list[RmaRecord]] = relationship(secondary="parcel_rmas", order_by="RmaRecord.number")
    items: Mapped[list["ItemRecord"]] = relationship(order_by="ItemRecord.id", back_populates="parcel", viewonly=True)

    def outline(self) -> ParcelSnapshot:
        """The box alone, without looking into it."""
        return ParcelSnapshot(self.id, self.number, self.state, self.tracking, self.carrier, self.arrived_at, (), ())

    def snapshot(self) -> ParcelSnapshot:
        """The box with its authorizations and the pieces taken out of it."""
        return ParcelSnapshot(
            id=self.id,
            number=self.number,
            state=self.state,
            tracking=self.tracking,
            carrier=self.carrier,
            arrived_at=self.arrived_at,
            rmas=tuple(rma.snapshot() for rma in self.rmas),
            items=tuple(item.snapshot() for item in self.items if item.state not in NO_PIECE),
            sscc=self.sscc,
            sender=self.sender,
            condition=self.condition,
            weight_g=self.weight_g,
            expected_g=self.expected_g,
            box_no=self.box_no,
            box_count=self.box_count,
            empty=self.empty,
        )


class ParcelRmaRecord(Record):
    """Which authorization is in which box: many to many."""

    __tablename__ = "parcel_rmas"
    __table_args__ = (Index("ix_parcel_rmas_rma_id", "rma_id"), STRICT)

    parcel_id: Mapped[str] = mapped_column(Uid, ForeignKey("parcels.id"), primary_key=True)
    rma_id: Mapped[str] = mapped_column(Uid, ForeignKey("rmas.id"), primary_key=True)
