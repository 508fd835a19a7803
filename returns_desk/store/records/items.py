"""The pieces taken out of boxes, the inspections of them that are filed away, and photographs as evidence."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from returns_desk.domain.checklists import CheckAnswer
from returns_desk.domain.giving import WipeHow
from returns_desk.domain.grades import Finding, FoundReason, Grade, Liability, StatedReason, WantedOutcome
from returns_desk.domain.items import (
    Disposition,
    HoldReason,
    ItemState,
    OverrideReason,
    ReceiptOutcome,
    SerialCheck,
    StockStatus,
)
from returns_desk.domain.money import Money
from returns_desk.domain.photos import PhotoKind
from returns_desk.domain.policies import PolicyConflict
from returns_desk.domain.reasons import found_reason
from returns_desk.domain.recalls import RecallCheck
from returns_desk.domain.snapshots import ItemSnapshot
from returns_desk.store.records.base import STRICT, Key, Name, Record, Text0, Versioned
from returns_desk.store.records.catalogue import ProductRecord
from returns_desk.store.records.parcels import ParcelRecord
from returns_desk.store.records.people import PersonRecord
from returns_desk.store.records.returns import RmaRecord
from returns_desk.store.records.standing_out import (
    AGAINST_POLICY,
    HELD_ITEM,
    LIES_SOMEWHERE,
    ODD_OUTCOME,
    ODD_SERIAL,
    OVERRIDDEN,
    RECALLED,
    WITH_LAST_DAY,
)
from returns_desk.store.types import Choice, Day, Flag, Json, Moment, Uid, Whole

if TYPE_CHECKING:
    from returns_desk.store.records.batches import BatchRecord


class ItemRecord(Versioned, Record):
    """One physical piece, or a quantity of identical, unserialised ones."""

    __tablename__ = "items"
    __table_args__ = (
        Index("ix_items_parcel_id", "parcel_id"),
        Index("ix_items_rma_id", "rma_id"),
        Index("ix_items_batch_id", "batch_id"),
        Index("ix_items_state", "state"),
        Index("ix_items_product_id", "product_id"),
        Index("ix_items_serial", "serial"),
        Index("ix_items_held", "received_at", sqlite_where=HELD_ITEM, postgresql_where=HELD_ITEM),
        Index("ix_items_outcome", "outcome", "received_at", sqlite_where=ODD_OUTCOME, postgresql_where=ODD_OUTCOME),
        Index("ix_items_override", "received_at", sqlite_where=OVERRIDDEN, postgresql_where=OVERRIDDEN),
        Index("ix_items_serial_check", "received_at", sqlite_where=ODD_SERIAL, postgresql_where=ODD_SERIAL),
        Index("ix_items_place", "place", sqlite_where=LIES_SOMEWHERE, postgresql_where=LIES_SOMEWHERE),
        Index("ix_items_policy", "received_at", sqlite_where=AGAINST_POLICY, postgresql_where=AGAINST_POLICY),
        Index("ix_items_recalled", "received_at", sqlite_where=RECALLED, postgresql_where=RECALLED),
        Index("ix_items_expires", "expires", sqlite_where=WITH_LAST_DAY, postgresql_where=WITH_LAST_DAY),
        STRICT,
    )

    id: Mapped[Key]
    number: Mapped[str] = mapped_column(unique=True)
    state: Mapped[ItemState] = mapped_column(Choice(ItemState), active_history=True)
    outcome: Mapped[ReceiptOutcome] = mapped_column(Choice(ReceiptOutcome))
    product_id: Mapped[str] = mapped_column(Uid, ForeignKey("products.id"), active_history=True)
    parcel_id: Mapped[str] = mapped_column(Uid, ForeignKey("parcels.id"))
    rma_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("rmas.id"))
    line_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("rma_lines.id"))
    quantity: Mapped[int] = mapped_column(Whole, default=1, active_history=True)
    carton: Mapped[bool] = mapped_column(Flag, default=False)  # sealed and untouched, handled as one thing
    serial: Mapped[Text0]
    lot: Mapped[Text0]
    expires: Mapped[date | None] = mapped_column(Day)
    wiped_at: Mapped[datetime | None] = mapped_column(Moment)  # a device: what a customer left on it is gone
    wiped_by: Mapped[str | None] = mapped_column(Uid, ForeignKey("people.id"))
    wiped_how: Mapped[Text0]
    recall_check: Mapped[RecallCheck] = mapped_column(Choice(RecallCheck), default=RecallCheck.NONE, server_default="")
    recall: Mapped[Text0]  # number of the notice that says it
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
    stock: Mapped[StockStatus] = mapped_column(Choice(StockStatus), default=StockStatus.QUARANTINE, active_history=True)
    place: Mapped[str] = mapped_column(Text, default="", server_default="", active_history=True)
    found: Mapped[FoundReason | None] = mapped_column(Choice(FoundReason))  # said by the inspector; none: by the rule
    liability: Mapped[Liability | None] = mapped_column(Choice(Liability))
    answers: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)
    serial_check: Mapped[SerialCheck] = mapped_column(Choice(SerialCheck), default=SerialCheck.NONE)
    inspector_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("people.id"))
    began_at: Mapped[datetime | None] = mapped_column(Moment)  # of the inspection that stands here
    inspected_at: Mapped[datetime | None] = mapped_column(Moment)
    second_look: Mapped[bool] = mapped_column(Flag, default=False)  # somebody else is to look at it
    hold_code: Mapped[HoldReason | None] = mapped_column(Choice(HoldReason))
    hold_owner_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("people.id"))
    held_at: Mapped[datetime | None] = mapped_column(Moment)
    agreed: Mapped[WantedOutcome | None] = mapped_column(Choice(WantedOutcome))
    agreed_amount: Mapped[int | None] = mapped_column(Whole)
    agreed_fee: Mapped[int | None] = mapped_column(Whole)
    agreed_by_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("people.id"))
    agreed_at: Mapped[datetime | None] = mapped_column(Moment)
    agreed_against: Mapped[PolicyConflict] = mapped_column(Choice(PolicyConflict), default=PolicyConflict.NONE)
    dispute: Mapped[Text0]
    batch_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("batches.id"))
    received_at: Mapped[datetime] = mapped_column(Moment)
    product: Mapped[ProductRecord] = relationship()
    parcel: Mapped[ParcelRecord] = relationship(back_populates="items")
    rma: Mapped[RmaRecord | None] = relationship()
    batch: Mapped["BatchRecord | None"] = relationship()
    inspector: Mapped[PersonRecord | None] = relationship(foreign_keys=[inspector_id])
    hold_owner: Mapped[PersonRecord | None] = relationship(foreign_keys=[hold_owner_id])
    wiper: Mapped[PersonRecord | None] = relationship(foreign_keys=[wiped_by])

    def snapshot(self) -> ItemSnapshot:
        """The piece with the numbers of all it belongs to."""
        return ItemSnapshot(
            id=self.id,
            number=self.number,
            state=self.state,
            outcome=self.outcome,
            product=self.product.snapshot(),
            quantity=self.quantity,
            carton=self.carton,
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
            net=self._money(self.net),
            **self._inspected(),
            **self._settled(),
        )

    def _inspected(self) -> dict[str, Any]:
        """What the inspection says besides grade and findings."""
        findings = tuple(Finding(code) for code in self.findings)
        return {
            "found": self.found or (found_reason(findings, self.grade, self.stated) if self.grade else None),
            "liability": self.liability,
            "answers": tuple(CheckAnswer(**answer) for answer in self.answers),
            "serial_check": self.serial_check,
            "inspector": self.inspector.name if self.inspector else "",
            "inspector_en": self.inspector.name_en if self.inspector else "",
            "second_look": self.second_look,
            "recall_check": self.recall_check,
            "recall": self.recall,
            "wiped": WipeHow(self.wiped_how) if self.wiped_how else None,
            "wiped_at": self.wiped_at,
            "wiped_by": self.wiper.name if self.wiper else "",
            "wiped_by_en": self.wiper.name_en if self.wiper else "",
        }

    def _settled(self) -> dict[str, Any]:
        """What holds it up, and what was agreed with the customer."""
        owner = self.hold_owner
        return {
            "hold_code": self.hold_code,
            "hold_owner": owner.name if owner else "",
            "hold_owner_en": owner.name_en if owner else "",
            "agreed": self.agreed,
            "agreed_amount": self._money(self.agreed_amount),
            "agreed_fee": self._money(self.agreed_fee),
            "agreed_against": self.agreed_against,
            "dispute": self.dispute,
        }

    def _money(self, minor: int | None) -> Money | None:
        return None if minor is None else Money(minor, self.currency)


class InspectionRecord(Record):
    """An inspection that another followed: filed away as it was, for ever. The one that counts stands on the piece."""

    __tablename__ = "inspections"
    __table_args__ = (UniqueConstraint("item_id", "position"), STRICT)

    id: Mapped[Key]
    item_id: Mapped[str] = mapped_column(Uid, ForeignKey("items.id"))
    position: Mapped[int] = mapped_column(Whole)  # 1 is the first
    person_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("people.id"))
    began_at: Mapped[datetime | None] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
    body: Mapped[dict[str, Any]] = mapped_column(Json)  # the fields of the piece that an inspection says


class PhotoRecord(Record):
    """One photograph of a piece or a box; the picture itself lies on the photo shelf under its fingerprint."""

    __tablename__ = "photos"
    __table_args__ = (
        Index("ix_photos_item_id", "item_id"),
        Index("ix_photos_parcel_id", "parcel_id"),
        Index("ix_photos_sha256", "sha256"),
        STRICT,
    )

    id: Mapped[Key]
    sha256: Mapped[Name]
    kind: Mapped[PhotoKind] = mapped_column(Choice(PhotoKind))
    parcel_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("parcels.id"))
    item_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("items.id"))
    person_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("people.id"))
    station_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("stations.id"))
    taken_at: Mapped[datetime] = mapped_column(Moment)
    width: Mapped[int] = mapped_column(Whole)
    height: Mapped[int] = mapped_column(Whole)
    removed: Mapped[bool] = mapped_column(Flag, default=False)
