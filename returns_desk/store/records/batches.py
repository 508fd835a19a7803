"""Goods that go out together, line by line, and the credit that comes back."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from returns_desk.domain.batches import BatchMode, BatchState, GoodsSort, LineState, PartnerKind
from returns_desk.domain.credits import ShortReason
from returns_desk.domain.grades import SupplierReason
from returns_desk.domain.money import Money
from returns_desk.domain.papers import AttachmentKind
from returns_desk.domain.rules import Stream
from returns_desk.domain.snapshots import AttachmentSnapshot, CartonSnapshot, CreditLineSnapshot, CreditSnapshot
from returns_desk.store.records.base import STRICT, Count, Key, Name, Record, Text0, Versioned
from returns_desk.store.records.catalogue import PartnerRecord, TermsRecord
from returns_desk.store.records.items import ItemRecord
from returns_desk.store.records.people import PersonRecord
from returns_desk.store.records.standing_out import UNCERTIFIED
from returns_desk.store.types import Choice, Day, Flag, Moment, Uid, Whole

# Its migration gives PostgreSQL the same condition; saying it here would load that dialect at every start, 30 ms.
_LIVE = text("state IN ('in', 'approved', 'sent back')")


class BatchRecord(Versioned, Record):
    """Goods on their way to one partner."""

    __tablename__ = "batches"
    __table_args__ = (
        Index("ix_batches_partner_id_state", "partner_id", "state"),
        Index("ix_batches_state", "state"),
        Index("ix_batches_authorization", "authorization"),
        Index("ix_batches_without_certificate", "shipped_at", sqlite_where=UNCERTIFIED, postgresql_where=UNCERTIFIED),
        STRICT,
    )

    id: Mapped[Key]
    number: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[PartnerKind] = mapped_column(Choice(PartnerKind))
    partner_id: Mapped[str] = mapped_column(Uid, ForeignKey("partners.id"))
    terms_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("terms.id"))
    state: Mapped[BatchState] = mapped_column(Choice(BatchState))
    mode: Mapped[BatchMode] = mapped_column(Choice(BatchMode), default=BatchMode.SEND)
    sort: Mapped[GoodsSort] = mapped_column(Choice(GoodsSort), default=GoodsSort.ANY)
    currency: Mapped[Name]
    opened_at: Mapped[datetime] = mapped_column(Moment)
    ready_at: Mapped[datetime | None] = mapped_column(Moment)
    submitted_at: Mapped[datetime | None] = mapped_column(Moment)
    submitted_by: Mapped[str | None] = mapped_column(Uid, ForeignKey("people.id"))
    approved_at: Mapped[datetime | None] = mapped_column(Moment)
    approved_by: Mapped[str | None] = mapped_column(Uid, ForeignKey("people.id"))
    decision_note: Mapped[Text0]
    authorization: Mapped[Text0]
    authorization_until: Mapped[date | None] = mapped_column(Day)
    carrier: Mapped[Text0]
    waybill: Mapped[Text0]
    driver: Mapped[Text0]
    plate: Mapped[Text0]  # of the vehicle
    packages: Mapped[Count]
    weight_g: Mapped[int | None] = mapped_column(Whole)
    shipped_at: Mapped[datetime | None] = mapped_column(Moment)
    delivered_at: Mapped[datetime | None] = mapped_column(Moment)  # or destroyed here
    witness: Mapped[Text0]  # who saw the goods destroyed
    credit_due: Mapped[date | None] = mapped_column(Day)
    disputed_at: Mapped[datetime | None] = mapped_column(Moment)
    written_off: Mapped[Count]  # minor units
    written_off_by: Mapped[str | None] = mapped_column(Uid, ForeignKey("people.id"))
    certificate: Mapped[Text0]  # the recipient's own number for what it received
    certificate_at: Mapped[date | None] = mapped_column(Day)
    partner: Mapped[PartnerRecord] = relationship()
    terms: Mapped[TermsRecord | None] = relationship()
    preparer: Mapped[PersonRecord | None] = relationship(foreign_keys=[submitted_by])
    approver: Mapped[PersonRecord | None] = relationship(foreign_keys=[approved_by])
    lines: Mapped[list["BatchLineRecord"]] = relationship(
        order_by="BatchLineRecord.position", back_populates="batch", viewonly=True
    )
    credits: Mapped[list["CreditRecord"]] = relationship(order_by="CreditRecord.id", viewonly=True)
    cartons: Mapped[list["CartonRecord"]] = relationship(order_by="CartonRecord.position", viewonly=True)
    streams: Mapped[list["BatchStreamRecord"]] = relationship(order_by="BatchStreamRecord.stream", viewonly=True)


class BatchLineRecord(Record):
    """One item in one batch; an item is in at most one live line anywhere."""

    __tablename__ = "batch_lines"
    __table_args__ = (
        UniqueConstraint("batch_id", "position"),
        Index("ix_batch_lines_item_live", "item_id", unique=True, sqlite_where=_LIVE),
        Index("ix_batch_lines_batch_id_window_ends", "batch_id", "window_ends"),
        Index("ix_batch_lines_item_id", "item_id"),
        STRICT,
    )

    id: Mapped[Key]
    batch_id: Mapped[str] = mapped_column(Uid, ForeignKey("batches.id"))
    item_id: Mapped[str] = mapped_column(Uid, ForeignKey("items.id"))
    position: Mapped[int] = mapped_column(Whole)
    state: Mapped[LineState] = mapped_column(Choice(LineState))
    reason: Mapped[SupplierReason] = mapped_column(Choice(SupplierReason))
    gross: Mapped[int] = mapped_column(Whole)
    credit: Mapped[int] = mapped_column(Whole)
    window_ends: Mapped[date | None] = mapped_column(Day)
    note: Mapped[Text0]
    carton_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("cartons.id"))
    batch: Mapped[BatchRecord] = relationship(back_populates="lines")
    item: Mapped[ItemRecord] = relationship()
    carton: Mapped["CartonRecord | None"] = relationship(viewonly=True)


class CreditRecord(Record):
    """One credit note of a supplier; its number counts once per batch. One that ``reverses`` takes another back."""

    __tablename__ = "credits"
    __table_args__ = (UniqueConstraint("batch_id", "number"), Index("ix_credits_number", "number"), STRICT)

    id: Mapped[Key]
    batch_id: Mapped[str] = mapped_column(Uid, ForeignKey("batches.id"))
    number: Mapped[Name]
    at: Mapped[date] = mapped_column(Day)
    amount: Mapped[int] = mapped_column(Whole)
    currency: Mapped[Name]
    short_reason: Mapped[ShortReason | None] = mapped_column(Choice(ShortReason))
    reverses: Mapped[str | None] = mapped_column(Uid, ForeignKey("credits.id"))
    recorded_at: Mapped[datetime | None] = mapped_column(Moment)
    recorded_by: Mapped[str | None] = mapped_column(Uid, ForeignKey("people.id"))
    reversed_credit: Mapped["CreditRecord | None"] = relationship(remote_side="CreditRecord.id", viewonly=True)
    lines: Mapped[list["CreditLineRecord"]] = relationship(order_by="CreditLineRecord.id", viewonly=True)

    def snapshot(self) -> CreditSnapshot:
        """The credit as it came."""
        return CreditSnapshot(
            number=self.number,
            at=self.at,
            amount=Money(self.amount, self.currency),
            lines=tuple(
                CreditLineSnapshot(line.line_id, Money(line.amount, self.currency), line.short_reason)
                for line in self.lines
            ),
            short_reason=self.short_reason,
            reverses=self.reversed_credit.number if self.reversed_credit else "",
        )


class CreditLineRecord(Record):
    """What one credit note gave for one line of its batch."""

    __tablename__ = "credit_lines"
    __table_args__ = (UniqueConstraint("credit_id", "line_id"), Index("ix_credit_lines_line_id", "line_id"), STRICT)

    id: Mapped[Key]
    credit_id: Mapped[str] = mapped_column(Uid, ForeignKey("credits.id"))
    line_id: Mapped[str] = mapped_column(Uid, ForeignKey("batch_lines.id"))
    amount: Mapped[int] = mapped_column(Whole)
    short_reason: Mapped[ShortReason | None] = mapped_column(Choice(ShortReason))


class CartonRecord(Record):
    """One box that goods leave in; ``number`` is our own, ``sscc`` stands where the shop has a company prefix."""

    __tablename__ = "cartons"
    __table_args__ = (UniqueConstraint("batch_id", "position"), Index("ix_cartons_sscc", "sscc"), STRICT)

    id: Mapped[Key]
    batch_id: Mapped[str] = mapped_column(Uid, ForeignKey("batches.id"))
    position: Mapped[int] = mapped_column(Whole)
    number: Mapped[str] = mapped_column(unique=True)
    sscc: Mapped[Text0]
    weight_g: Mapped[int | None] = mapped_column(Whole)
    length_mm: Mapped[Count]
    width_mm: Mapped[Count]
    height_mm: Mapped[Count]
    closed_at: Mapped[datetime | None] = mapped_column(Moment)

    def snapshot(self) -> CartonSnapshot:
        """The box as the desk shows it."""
        return CartonSnapshot(
            number=self.number,
            position=self.position,
            sscc=self.sscc,
            weight_g=self.weight_g or 0,
            size_mm=(self.length_mm, self.width_mm, self.height_mm),
            closed=self.closed_at is not None,
        )


class BatchStreamRecord(Record):
    """How much of one material a recycler took with a batch."""

    __tablename__ = "batch_streams"
    __table_args__ = (UniqueConstraint("batch_id", "stream"), STRICT)

    id: Mapped[Key]
    batch_id: Mapped[str] = mapped_column(Uid, ForeignKey("batches.id"))
    stream: Mapped[Stream] = mapped_column(Choice(Stream))
    weight_g: Mapped[int] = mapped_column(Whole)


class AttachmentRecord(Record):
    """A file from outside that belongs to a batch; the file itself lies on the shelf under its fingerprint."""

    __tablename__ = "attachments"
    __table_args__ = (Index("ix_attachments_batch_id", "batch_id"), STRICT)

    id: Mapped[Key]
    batch_id: Mapped[str] = mapped_column(Uid, ForeignKey("batches.id"))
    kind: Mapped[AttachmentKind] = mapped_column(Choice(AttachmentKind))
    name: Mapped[Name]
    media: Mapped[Name]
    sha256: Mapped[Name]
    size: Mapped[int] = mapped_column(Whole)
    at: Mapped[datetime] = mapped_column(Moment)
    person_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("people.id"))
    removed: Mapped[bool] = mapped_column(Flag, default=False)

    def snapshot(self) -> AttachmentSnapshot:
        """The file as the desk shows it."""
        return AttachmentSnapshot(self.id, self.kind, self.name, self.media, self.sha256, self.size, self.at)
