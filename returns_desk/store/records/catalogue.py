"""What the shop sells, and the suppliers, charities and recyclers it deals with."""

from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.grades import SupplierReason
from returns_desk.domain.money import Money
from returns_desk.domain.snapshots import PartnerSnapshot, ProductSnapshot
from returns_desk.domain.terms import (
    AuthorizationNeed,
    BelowMinimum,
    CreditMode,
    FreightPayer,
    SupplierTerms,
    WindowStart,
)
from returns_desk.store.records.base import STRICT, Key, Name, Record, Text0
from returns_desk.store.types import Choice, Day, Flag, Json, Uid, Whole


class PartnerRecord(Record):
    """A supplier, charity or recycler."""

    __tablename__ = "partners"
    __table_args__ = STRICT

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[PartnerKind] = mapped_column(Choice(PartnerKind))
    name: Mapped[Name]
    name_en: Mapped[Text0]
    company_number: Mapped[Text0]
    address: Mapped[Text0]
    contact: Mapped[Text0]
    phone: Mapped[Text0]
    email: Mapped[Text0]
    language: Mapped[Text0]

    def snapshot(self, terms: "TermsRecord | None" = None) -> PartnerSnapshot:
        """The partner, with the terms that are in force."""
        return PartnerSnapshot(
            id=self.id,
            code=self.code,
            kind=self.kind,
            name=self.name,
            name_en=self.name_en,
            company_number=self.company_number,
            address=self.address,
            contact=self.contact,
            phone=self.phone,
            email=self.email,
            language=self.language or "he",
            terms=terms.snapshot() if terms else None,
        )


class TermsRecord(Record):
    """One version of a supplier's terms."""

    __tablename__ = "terms"
    __table_args__ = (UniqueConstraint("partner_id", "version"), STRICT)

    id: Mapped[Key]
    partner_id: Mapped[str] = mapped_column(Uid, ForeignKey("partners.id"))
    version: Mapped[int] = mapped_column(Whole)
    valid_from: Mapped[date] = mapped_column(Day)
    body: Mapped[dict[str, Any]] = mapped_column(Json)

    def snapshot(self) -> SupplierTerms:
        """The terms as the rules read them."""
        return terms_from(self.body, self.version, self.valid_from)


def terms_body(terms: SupplierTerms) -> dict[str, Any]:
    """Write terms as plain values."""
    body = asdict(terms)
    body.pop("version")
    body.pop("valid_from")
    return body


def terms_from(body: dict[str, Any], version: int, valid_from: date) -> SupplierTerms:
    """Read terms back from plain values."""
    kinds: dict[str, Any] = {
        "defective": CreditMode,
        "not_defective": CreditMode,
        "authorization": AuthorizationNeed,
        "window_from": WindowStart,
        "below_minimum": BelowMinimum,
        "freight_payer": FreightPayer,
        "fee_by_reason": lambda fees: {SupplierReason(code): share for code, share in fees.items()},
    }
    facts = {name: kinds.get(name, lambda as_is: as_is)(value) for name, value in body.items()}
    return SupplierTerms(version=version, valid_from=valid_from, **facts)


class ProductRecord(Record):
    """One thing the shop sells."""

    __tablename__ = "products"
    __table_args__ = STRICT

    id: Mapped[Key]
    sku: Mapped[Name]
    sku_key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[Name]
    name_en: Mapped[Text0]
    category: Mapped[Text0]
    currency: Mapped[Name]
    cost: Mapped[int | None] = mapped_column(Whole)
    price: Mapped[int | None] = mapped_column(Whole)
    supplier_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("partners.id"))
    supplier_sku: Mapped[Text0]
    serialised: Mapped[bool] = mapped_column(Flag, default=False)
    electrical: Mapped[bool] = mapped_column(Flag, default=False)
    weight_g: Mapped[int | None] = mapped_column(Whole)
    place: Mapped[Text0]
    dropped: Mapped[bool] = mapped_column(Flag, default=False)  # no longer in the catalogue; what is here stays
    codes: Mapped[list["ProductCodeRecord"]] = relationship(
        cascade="all, delete-orphan", order_by="ProductCodeRecord.code"
    )

    def snapshot(self) -> ProductSnapshot:
        """The product as the desk shows it."""
        return ProductSnapshot(
            id=self.id,
            sku=self.sku,
            name=self.name,
            name_en=self.name_en,
            codes=tuple(code.code for code in self.codes),
            category=self.category,
            cost=None if self.cost is None else Money(self.cost, self.currency),
            price=None if self.price is None else Money(self.price, self.currency),
            supplier_id=self.supplier_id,
            supplier_sku=self.supplier_sku,
            serialised=self.serialised,
            electrical=self.electrical,
            weight_g=self.weight_g,
            place=self.place,
            dropped=self.dropped,
        )


class ProductCodeRecord(Record):
    """One barcode of a product; two products may share one, then the clerk is asked."""

    __tablename__ = "product_codes"
    __table_args__ = (
        UniqueConstraint("code_key", "product_id"),
        Index("ix_product_codes_product_id", "product_id"),
        STRICT,
    )

    id: Mapped[Key]
    code: Mapped[Name]
    code_key: Mapped[Name]
    product_id: Mapped[str] = mapped_column(Uid, ForeignKey("products.id"))
    pieces: Mapped[int] = mapped_column(Whole, default=1)  # in the carton that carries it
