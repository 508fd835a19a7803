"""Announced returns, the boxes that arrive, and the pieces taken out of them."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from returns_desk.domain.grades import Finding, Grade, StatedReason, WantedOutcome
from returns_desk.domain.items import Disposition, ItemState, OverrideReason, ReceiptOutcome, StockStatus
from returns_desk.domain.money import Money
from returns_desk.domain.parcels import ParcelState
from returns_desk.domain.snapshots import ExpectedLine, ItemSnapshot, ParcelSnapshot, RmaSnapshot
from returns_desk.store.records.base import STRICT, Key, Name, Record, Text0, Versioned
from returns_desk.store.records.catalogue import ProductRecord
from returns_desk.store.types import Choice, Day, Flag, Json, Moment, Uid, Whole

if TYPE_CHECKING:
    from returns_desk.store.records.batches import BatchRecord


class RmaRecord(Record):
    """The customer's announced return."""

    __tablename__ = "rmas"
    __table_args__ = (Index("ix_rmas_order_no", "order_no"), STRICT)

    id: Mapped[Key]
    number: Mapped[Name]
    number_key: Mapped[str] = mapped_column(unique=True)
    state: Mapped[Name]
    customer: Mapped[Text0]
    phone: Mapped[Text0]
    vip: Mapped[bool] = mapped_column(Flag, default=False)
    order_no: Mapped[Text0]
    channel: Mapped[Text0]
    announced: Mapped[date | None] = mapped_column(Day)
    purchased: Mapped[date | None] = mapped_column(Day)
    delivered: Mapped[date | None] = mapped_column(Day)
    expires: Mapped[date | None] = mapped_column(Day)
    stated: Mapped[StatedReason | None] = mapped_column(Choice(StatedReason))
    wanted: Mapped[WantedOutcome] = mapped_column(Choice(WantedOutcome), default=WantedOutcome.REFUND)
    note: Mapped[Text0]
    lines: Mapped[list["RmaLineRecord"]] = relationship(order_by="RmaLineRecord.id", back_populates="rma")
    parcels: Mapped[list["ParcelRecord"]] = relationship(
        secondary="parcel_rmas", back_populates="rmas", order_by="ParcelRecord.id", viewonly=True
    )

    def snapshot(self) -> RmaSnapshot:
        """The announced return with its lines."""
        return RmaSnapshot(
            id=self.id,
            number=self.number,
            state=self.state,
            customer=self.customer,
            phone=self.phone,
            vip=self.vip,
            order=self.order_no,
            channel=self.channel,
            announced=self.announced,
            delivered=self.delivered,
            expires=self.expires,
            stated=self.stated,
            wanted=self.wanted,
            tracking=tuple(parcel.tracking for parcel in self.parcels if parcel.tracking),
            lines=tuple(line.snapshot(self.number) for line in self.lines),
            note=self.note,
        )


class RmaLineRecord(Versioned, Record):
    """One announced product; what was received never exceeds what was announced (more is *over*, without a line)."""

    __tablename__ = "rma_lines"
    __table_args__ = (
        CheckConstraint("received >= 0 AND received <= quantity", name="received_within_announced"),
        Index("ix_rma_lines_rma_id", "rma_id"),
        Index("ix_rma_lines_serial", "serial"),
        STRICT,
    )

    id: Mapped[Key]
    rma_id: Mapped[str] = mapped_column(Uid, ForeignKey("rmas.id"))
    product_id: Mapped[str] = mapped_column(Uid, ForeignKey("products.id"))
    quantity: Mapped[int] = mapped_column(Whole)
    received: Mapped[int] = mapped_column(Whole, default=0)
    serial: Mapped[Text0]
    product: Mapped[ProductRecord] = relationship()
    rma: Mapped[RmaRecord] = relationship(back_populates="lines")

    def snapshot(self, rma: str) -> ExpectedLine:
        """The line against what was taken so far."""
        return ExpectedLine(self.id, rma, self.product.snapshot(), self.quantity, self.received, self.serial)


class ParcelRecord(Versioned, Record):
    """One box; ``tracking_key`` is what scans are compared with."""

    __tablename__ = "parcels"
    __table_args__ = (
        Index("ix_parcels_tracking_key", "tracking_key"),
        Index("ix_parcels_state", "state", "id"),
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
            items=tuple(item.snapshot() for item in self.items if item.state is not ItemState.PUT_BACK),
        )


class ParcelRmaRecord(Record):
    """Which authorization is in which box: many to many."""

    __tablename__ = "parcel_rmas"
    __table_args__ = (Index("ix_parcel_rmas_rma_id", "rma_id"), STRICT)

    parcel_id: Mapped[str] = mapped_column(Uid, ForeignKey("parcels.id"), primary_key=True)
    rma_id: Mapped[str] = mapped_column(Uid, ForeignKey("rmas.id"), primary_key=True)


class ItemRecord(Versioned, Record):
    """One physical piece, or a quantity of identical, unserialised ones."""

    __tablename__ = "items"
    __table_args__ = (
        Index("ix_items_parcel_id", "parcel_id"),
        Index("ix_items_batch_id", "batch_id"),
        Index("ix_items_state", "state"),
        Index("ix_items_serial", "serial"),
        STRICT,
    )

    id: Mapped[Key]
    number: Mapped[str] = mapped_column(unique=True)
    state: Mapped[ItemState] = mapped_column(Choice(ItemState))
    outcome: Mapped[ReceiptOutcome] = mapped_column(Choice(ReceiptOutcome))
    product_id: Mapped[str] = mapped_column(Uid, ForeignKey("products.id"))
    parcel_id: Mapped[str] = mapped_column(Uid, ForeignKey("parcels.id"))
    rma_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("rmas.id"))
    line_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("rma_lines.id"))
    quantity: Mapped[int] = mapped_column(Whole, default=1)
    serial: Mapped[Text0]
    lot: Mapped[Text0]
    expires: Mapped[date | None] = mapped_column(Day)
    grade: Mapped[Grade | None] = mapped_column(Choice(Grade))
    findings: Mapped[list[str]] = mapped_column(Json, default=list)
    stated: Mapped[StatedReason | None] = mapped_column(Choice(StatedReason))
    note: Mapped[Text0]
    recommended: Mapped[Disposition | None] = mapped_column(Choice(Disposition))
    disposition: Mapped[Disposition | None] = mapped_column(Choice(Disposition))
    override: Mapped[OverrideReason | None] = mapped_column(Choice(OverrideReason))
    net: Mapped[int | None] = mapped_column(Whole)
    currency: Mapped[Name]
    held: Mapped[bool] = mapped_column(Flag, default=False)
    hold_reason: Mapped[Text0]
    stock: Mapped[StockStatus] = mapped_column(Choice(StockStatus), default=StockStatus.QUARANTINE)
    place: Mapped[Text0]
    batch_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("batches.id"))
    received_at: Mapped[datetime] = mapped_column(Moment)
    product: Mapped[ProductRecord] = relationship()
    parcel: Mapped[ParcelRecord] = relationship(back_populates="items")
    rma: Mapped[RmaRecord | None] = relationship()
    batch: Mapped["BatchRecord | None"] = relationship()

    def snapshot(self) -> ItemSnapshot:
        """The piece with the numbers of all it belongs to."""
        return ItemSnapshot(
            id=self.id,
            number=self.number,
            state=self.state,
            outcome=self.outcome,
            product=self.product.snapshot(),
            quantity=self.quantity,
            parcel=self.parcel.number,
            rma=self.rma.number if self.rma else "",
            customer=self.rma.customer if self.rma else "",
            serial=self.serial,
            lot=self.lot,
            expires=self.expires,
            grade=self.grade,
            findings=tuple(Finding(code) for code in self.findings),
            stated=self.stated,
            disposition=self.disposition,
            recommended=self.recommended,
            held=self.held,
            hold_reason=self.hold_reason,
            stock=self.stock,
            place=self.place,
            batch=self.batch.number if self.batch else "",
            received_at=self.received_at,
            note=self.note,
            net=None if self.net is None else Money(self.net, self.currency),
        )
