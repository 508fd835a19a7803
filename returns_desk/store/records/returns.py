"""Announced returns and their lines."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from returns_desk.domain.grades import StatedReason, WantedOutcome
from returns_desk.domain.snapshots import ExpectedLine, RmaSnapshot
from returns_desk.store.records.base import STRICT, Key, Name, Record, Text0, Versioned
from returns_desk.store.records.catalogue import ProductRecord
from returns_desk.store.records.standing_out import SHORT_RMA, WAITING_LINE
from returns_desk.store.types import Choice, Day, Flag, Uid, Whole

if TYPE_CHECKING:
    from returns_desk.store.records.parcels import ParcelRecord


class RmaRecord(Record):
    """The customer's announced return."""

    __tablename__ = "rmas"
    __table_args__ = (
        Index("ix_rmas_order_no", "order_no"),
        Index("ix_rmas_phone_key", "phone_key"),
        Index("ix_rmas_short", "id", sqlite_where=SHORT_RMA, postgresql_where=SHORT_RMA),
        STRICT,
    )

    id: Mapped[Key]
    number: Mapped[Name]
    number_key: Mapped[str] = mapped_column(unique=True)
    state: Mapped[Name]
    customer: Mapped[Text0]
    phone: Mapped[Text0]
    phone_key: Mapped[Text0]  # what a typed telephone number is compared with
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
    asn: Mapped[Text0]
    authorized: Mapped[bool] = mapped_column(Flag, default=True)  # not: made at the desk for what nobody announced
    protected: Mapped[bool] = mapped_column(Flag, default=False)  # has the longer right of the law
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
            lines=tuple(line.snapshot(self.number) for line in self.lines if line.quantity),
            note=self.note,
            purchased=self.purchased,
            authorized=self.authorized,
            protected=self.protected,
        )


class RmaLineRecord(Versioned, Record):
    """One announced product; what was received never exceeds what was announced (more is *over*, without a line)."""

    __tablename__ = "rma_lines"
    __table_args__ = (
        CheckConstraint("received >= 0 AND received <= quantity", name="received_within_announced"),
        Index("ix_rma_lines_rma_id", "rma_id"),
        Index("ix_rma_lines_serial", "serial"),
        Index("ix_rma_lines_waiting", "product_id", sqlite_where=WAITING_LINE, postgresql_where=WAITING_LINE),
        STRICT,
    )

    id: Mapped[Key]
    rma_id: Mapped[str] = mapped_column(Uid, ForeignKey("rmas.id"))
    product_id: Mapped[str] = mapped_column(Uid, ForeignKey("products.id"), active_history=True)
    quantity: Mapped[int] = mapped_column(Whole, active_history=True)
    received: Mapped[int] = mapped_column(Whole, default=0, active_history=True)
    serial: Mapped[Text0]
    price: Mapped[int | None] = mapped_column(Whole)  # what the customer paid for one, in the product's currency
    product: Mapped[ProductRecord] = relationship()
    rma: Mapped[RmaRecord] = relationship(back_populates="lines")

    def snapshot(self, rma: str) -> ExpectedLine:
        """The line against what was taken so far."""
        return ExpectedLine(self.id, rma, self.product.snapshot(), self.quantity, self.received, self.serial)
