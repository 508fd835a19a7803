"""The shop itself and the people who work in it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from returns_desk.domain.delegations import Term
from returns_desk.domain.paper_look import PaperLook
from returns_desk.domain.people import Role
from returns_desk.domain.policies import Limits
from returns_desk.domain.snapshots import Company, PersonSnapshot
from returns_desk.store.records.base import STRICT, Key, Name, Record, Text0
from returns_desk.store.types import Choice, Day, Flag, Json, Moment, Uid


class ShopRecord(Record):
    """The one shop of this database: its paper, its currency, its limits."""

    __tablename__ = "shop"
    __table_args__ = STRICT

    id: Mapped[Key]
    name: Mapped[Name]
    name_en: Mapped[Text0]
    company_number: Mapped[Text0]
    address: Mapped[Text0]
    address_en: Mapped[Text0]
    phone: Mapped[Text0]
    email: Mapped[Text0]
    currency: Mapped[Name]
    gs1_prefix: Mapped[Text0]  # the shop's GS1 company prefix, for SSCCs; empty: it has none
    limits: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    look: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)  # of its papers, as far as it is not the usual
    started_at: Mapped[datetime] = mapped_column(Moment)

    def snapshot(self) -> Company:
        """The shop as its paper names it."""
        return Company(
            name=self.name,
            company_number=self.company_number,
            address=self.address,
            phone=self.phone,
            email=self.email,
            currency=self.currency,
            name_en=self.name_en,
            address_en=self.address_en,
            look=self.look_now(),
        )

    def look_now(self) -> PaperLook:
        """How the shop's papers look."""
        return PaperLook.from_facts(self.look)

    def limits_now(self) -> Limits:
        """What clerks may do alone, and what is suspicious."""
        return Limits(**self.limits)


class PersonRecord(Record):
    """Somebody who works at the desk; badge and PIN are kept as hashes only."""

    __tablename__ = "people"
    __table_args__ = STRICT

    id: Mapped[Key]
    badge_hash: Mapped[str] = mapped_column(unique=True)
    name: Mapped[Name]
    name_en: Mapped[Text0]
    role: Mapped[Role] = mapped_column(Choice(Role))
    pin_hash: Mapped[Text0]
    language: Mapped[Text0]
    active: Mapped[bool] = mapped_column(Flag, default=True)

    def snapshot(self) -> PersonSnapshot:
        """The person as others may see them."""
        return PersonSnapshot(self.id, self.name, self.role, self.active, self.language, self.name_en)


class DelegationRecord(Record):
    """Somebody signs for somebody else, from one day to another."""

    __tablename__ = "delegations"
    __table_args__ = (Index("ix_delegations_to_id", "to_id"), STRICT)

    id: Mapped[Key]
    from_id: Mapped[str] = mapped_column(Uid, ForeignKey("people.id"))
    to_id: Mapped[str] = mapped_column(Uid, ForeignKey("people.id"))
    valid_from: Mapped[date] = mapped_column(Day)
    valid_until: Mapped[date] = mapped_column(Day)
    revoked: Mapped[bool] = mapped_column(Flag, default=False)
    made_at: Mapped[datetime] = mapped_column(Moment)

    @property
    def term(self) -> Term:
        """When it is valid."""
        return Term(self.valid_from, self.valid_until, self.revoked)
