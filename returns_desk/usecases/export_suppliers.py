"""Suppliers, charities and recyclers as a table: the columns that import takes, each supplier with its newest terms."""

from collections.abc import Sequence
from typing import Any

from returns_desk.domain.money import Money
from returns_desk.domain.term_fields import TermField, TermKind, kind_of
from returns_desk.domain.terms import SupplierTerms
from returns_desk.exchange.read_suppliers import COLUMNS, TERMS
from returns_desk.exchange.write_table import Cell
from returns_desk.store.lookups.catalogue import partners
from returns_desk.store.lookups.terms import all_versions
from returns_desk.store.records import PartnerRecord
from returns_desk.store.work import Work
from returns_desk.usecases.export_rows import Write


def export_suppliers(work: Work, write: Write) -> None:
    """Every partner, by its code."""
    versions = all_versions(work.session)
    currency = work.shop.currency
    write(
        COLUMNS,
        (
            (*_about(partner), *_terms(newest[0].snapshot() if newest else None, currency))
            for partner in partners(work.session)
            for newest in [versions.get(partner.id)]
        ),
    )


def _about(partner: PartnerRecord) -> Sequence[Cell]:
    return (
        partner.code, partner.kind.value, partner.name, partner.name_en, partner.company_number, partner.address,
        partner.contact, partner.phone, partner.email, partner.language,
    )  # fmt: skip


def _terms(terms: SupplierTerms | None, currency: str) -> Sequence[Cell]:
    if terms is None:
        return ("",) * len(TERMS)
    fields = (TermField(name) for name in TERMS)
    return tuple(_cell(kind_of(field), getattr(terms, field.attribute), currency) for field in fields)


def _cell(kind: TermKind, value: Any, currency: str) -> Cell:
    """A value as import reads it: money as a number, shares in percent."""
    match kind:
        case TermKind.AMOUNT:
            return Money(value, currency)
        case TermKind.SHARE:
            return _percent(value)
        case TermKind.FEES:
            return " ".join(f"{reason.value}={_percent(share)}" for reason, share in value.items())
        case TermKind.YES_NO:
            return "yes" if value else "no"
        case TermKind.CHOICE:
            return str(value.value)
    written: Cell = value
    return written


def _percent(basis_points: int) -> str:
    return f"{basis_points / 100:g}"
