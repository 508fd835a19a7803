"""All that a numbered slip says: the value that is frozen at issue and printed from for as long as it is kept.

A slip is never printed from today's tables: names, terms and prices change, and the paper that travelled with the
goods does not. So its whole content is one plain value with a canonical JSON text (sorted keys, no blanks), and the
SHA-256 of that text is what the journal keeps.
"""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.frozen import canonical_text, known_facts
from returns_desk.domain.money import Money
from returns_desk.domain.paper_look import PaperLook

UNIFORM_CODES = {PartnerKind.SUPPLIER: "610", PartnerKind.CHARITY: "820", PartnerKind.RECYCLER: "820"}


class Ribbon(StrEnum):
    """What a print of a slip is worth: one original, then numbered copies."""

    DRAFT = "draft"
    ORIGINAL = "original"
    COPY = "copy"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class SlipParty:
    """One side of the paper: the shop, or the partner that takes the goods."""

    name: str
    name_en: str = ""
    company_number: str = ""
    address: str = ""
    address_en: str = ""
    contact: str = ""
    phone: str = ""
    email: str = ""

    def name_in(self, language: str) -> str:
        """The name in a language, else the one there is."""
        return (self.name_en or self.name) if language == "en" else (self.name or self.name_en)

    def address_in(self, language: str) -> str:
        """The address in a language, else the one there is."""
        return (self.address_en or self.address) if language == "en" else (self.address or self.address_en)


@dataclass(frozen=True)
class SlipReferences:
    """Other people's numbers for the same goods, and how they travel. Weight is gross, in grams; 0 is not weighed."""

    authorization: str = ""
    authorization_until: date | None = None
    purchase_order: str = ""
    supplier_document: str = ""  # the supplier's own delivery note or invoice
    certificate: str = ""  # the recycler's certificate
    carrier: str = ""
    waybill: str = ""
    driver: str = ""
    packages: int = 0
    weight_g: int = 0
    sscc: tuple[str, ...] = ()


@dataclass(frozen=True)
class SlipLine:
    """One item on the paper. ``reason`` is an X12 1293 code, ``outcome`` is credit, replacement or repair."""

    position: int
    item: str
    sku: str = ""
    supplier_sku: str = ""
    gtin: str = ""
    description: str = ""
    description_en: str = ""
    serial: str = ""
    lot: str = ""
    quantity: int = 1
    grade: str = ""
    reason: str = ""
    outcome: str = ""
    value_minor: int = 0
    credit_minor: int = 0
    weight_g: int = 0
    stream: str = ""  # of material, on a charity's or recycler's paper
    wiped: str = ""  # a device: how what a customer left on it was taken off, on which day (ISO), by whom
    wiped_on: str = ""
    wiped_by: str = ""

    def description_in(self, language: str) -> str:
        """The description in a language, else the one there is."""
        if language == "en":
            return self.description_en or self.description
        return self.description or self.description_en


@dataclass(frozen=True)
class SlipStream:
    """What goes out of one material, in grams."""

    stream: str
    weight_g: int


@dataclass(frozen=True)
class SlipTotals:
    """Sums at the foot, in minor units: expected = gross - what is not credited - fee - freight."""

    lines: int = 0
    units: int = 0
    gross_minor: int = 0
    fee_minor: int = 0
    freight_minor: int = 0
    expected_minor: int = 0


@dataclass(frozen=True)
class SlipContent:
    """A slip whole. ``number`` is empty for a draft: numbers are given at issue."""

    kind: PartnerKind
    number: str
    batch: str
    company: SlipParty
    partner: SlipParty
    issued_at: datetime | None = None
    shipping_date: date | None = None
    prepared_by: str = ""
    approved_by: str = ""
    references: SlipReferences = field(default_factory=SlipReferences)
    lines: tuple[SlipLine, ...] = ()
    totals: SlipTotals = field(default_factory=SlipTotals)
    currency: str = "ILS"
    destroyed: bool = False  # the goods are destroyed here, for credit: only this paper travels
    streams: tuple[SlipStream, ...] = ()
    approved_for: str = ""  # whose right the approver used; empty: their own
    weighed: bool = False  # not: the streams are what the products weigh
    look: PaperLook = field(default_factory=PaperLook)  # of the shop's papers on the day of issue
    version: int = 1

    @property
    def uniform_code(self) -> str:
        """Document code of the Israeli uniform file: 610 purchase return, 820 general stock issue."""
        return UNIFORM_CODES[self.kind]

    def money(self, minor: int) -> Money:
        """An amount of this slip, in its currency."""
        return Money(minor, self.currency)

    def to_json(self) -> str:
        """Write the canonical text: sorted keys, no blanks, times in UTC; the same content gives the same text."""
        return canonical_text(self)

    @classmethod
    def from_json(cls, text: str) -> "SlipContent":
        """Read a canonical text back; facts that a newer program wrote are left out."""
        facts = json.loads(text)
        return cls(
            **known_facts(cls, facts)
            | {
                "kind": PartnerKind(facts["kind"]),
                "company": SlipParty(**known_facts(SlipParty, facts["company"])),
                "partner": SlipParty(**known_facts(SlipParty, facts["partner"])),
                "issued_at": _read_moment(facts.get("issued_at")),
                "shipping_date": _read_day(facts.get("shipping_date")),
                "references": _read_references(facts.get("references", {})),
                "lines": tuple(SlipLine(**known_facts(SlipLine, line)) for line in facts.get("lines", ())),
                "streams": tuple(SlipStream(**known_facts(SlipStream, each)) for each in facts.get("streams", ())),
                "look": PaperLook.from_facts(facts.get("look", {})),
                "totals": SlipTotals(**known_facts(SlipTotals, facts.get("totals", {}))),
            }
        )

    def sha256(self) -> str:
        """The fingerprint of the canonical text, as 64 hexadecimal digits."""
        return hashlib.sha256(self.to_json().encode("utf-8")).hexdigest()


def _read_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _read_moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _read_references(facts: dict[str, Any]) -> SlipReferences:
    read = {"authorization_until": _read_day(facts.get("authorization_until")), "sscc": tuple(facts.get("sscc", ()))}
    return SlipReferences(**known_facts(SlipReferences, facts) | read)
