"""Suppliers with the terms they give, and the charities and recyclers that take the rest."""

from collections.abc import Callable
from pathlib import Path

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.check_terms import term_faults
from returns_desk.domain.grades import SupplierReason
from returns_desk.domain.import_facts import RowFact
from returns_desk.domain.refusals import RowRefused
from returns_desk.domain.terms import (
    AuthorizationNeed,
    BelowMinimum,
    CreditMode,
    FreightPayer,
    SupplierTerms,
    WindowStart,
)
from returns_desk.exchange.mapping import Mapping
from returns_desk.exchange.reading import Family, Import, Seen, read_family
from returns_desk.exchange.record import Record, basis_points, one_of
from returns_desk.exchange.rows import Reading, SupplierRow

TERMS = (
    "valid_from",
    "defective",
    "not_defective",
    "authorization",
    "authorization_days",
    "window_days",
    "window_from",
    "minimum_value",
    "minimum_quantity",
    "minimum_wait_days",
    "below_minimum",
    "credit_percent",
    "fee_percent",
    "fee_by_reason",
    "freight_payer",
    "freight_percent",
    "opened_accepted",
    "photos_needed",
    "serials_needed",
    "credit_days",
    "separate_defective",
    "packing",
    "return_address",
    "terms_contact",
    "terms_email",
    "terms_language",
)
COLUMNS = (
    "code",
    "kind",
    "name",
    "name_en",
    "company_number",
    "address",
    "contact",
    "phone",
    "email",
    "language",
    *TERMS,
)
_USUAL = SupplierTerms()


def read_suppliers(path: Path, wanted: Import) -> Reading[SupplierRow]:
    """Read partners of all three kinds; what a supplier's terms leave blank is as usual.

    Terms that are blank altogether are not known: nothing is guessed, and those a supplier had stay. Terms that no
    batch could go by are refused with their row.
    """
    return read_family(path, Family("suppliers", COLUMNS, ("code", "name"), _begin), wanted)


def _begin(_mapping: Mapping) -> Callable[[Record], SupplierRow]:
    seen = Seen()

    def make(record: Record) -> SupplierRow:
        row = _supplier(record)
        seen.once(row.code, record.line)
        return row

    return make


def _supplier(record: Record) -> SupplierRow:
    kind = record.choice("kind", PartnerKind, PartnerKind.SUPPLIER)
    return SupplierRow(
        line=record.line,
        code=record.key("code", needed=True),
        kind=kind,
        name=record.text("name", needed=True),
        name_en=record.text("name_en"),
        company_number=record.key("company_number"),
        address=record.text("address"),
        contact=record.text("contact"),
        phone=record.key("phone"),
        email=record.address("email"),
        language=record.language("language") or "he",
        terms=_terms(record) if kind is PartnerKind.SUPPLIER else None,
        unsaid=record.unsaid,
    )


def _terms(record: Record) -> SupplierTerms | None:
    if not any(record.text(name) for name in TERMS):
        return None
    minimum = record.money("minimum_value")
    terms = SupplierTerms(
        valid_from=record.day("valid_from") or _USUAL.valid_from,
        defective=record.choice("defective", CreditMode, _USUAL.defective),
        not_defective=record.choice("not_defective", CreditMode, _USUAL.not_defective),
        authorization=record.choice("authorization", AuthorizationNeed, _USUAL.authorization),
        authorization_days=record.whole("authorization_days", least=0, default=_USUAL.authorization_days),
        window_days=record.whole("window_days", least=0, default=_USUAL.window_days),
        window_from=record.choice("window_from", WindowStart, _USUAL.window_from),
        minimum_value=minimum.minor if minimum else _USUAL.minimum_value,
        minimum_quantity=record.whole("minimum_quantity", least=0, default=_USUAL.minimum_quantity),
        minimum_wait_days=record.whole("minimum_wait_days", least=0, default=_USUAL.minimum_wait_days),
        below_minimum=record.choice("below_minimum", BelowMinimum, _USUAL.below_minimum),
        credit_bp=record.share("credit_percent", default=_USUAL.credit_bp),
        fee_bp=record.share("fee_percent", default=_USUAL.fee_bp),
        fee_by_reason=_fees(record),
        freight_payer=record.choice("freight_payer", FreightPayer, _USUAL.freight_payer),
        freight_bp=record.share("freight_percent", default=_USUAL.freight_bp),
        opened_accepted=record.flag("opened_accepted", default=_USUAL.opened_accepted),
        photos_needed=record.flag("photos_needed", default=_USUAL.photos_needed),
        serials_needed=record.flag("serials_needed", default=_USUAL.serials_needed),
        credit_days=record.whole("credit_days", least=0, default=_USUAL.credit_days),
        separate_defective=record.flag("separate_defective", default=_USUAL.separate_defective),
        packing=record.text("packing"),
        return_address=record.text("return_address"),
        contact=record.text("terms_contact"),
        email=record.address("terms_email"),
        language=record.language("terms_language"),
    )
    for fault in term_faults(terms):
        raise RowRefused(RowFact.TERMS, fault.name, fault.fact.value)
    return terms


def _fees(record: Record) -> dict[SupplierReason, int]:
    """Read ``EI=10 PF=7.5``: percentages by the reason's X12 code."""
    fees = {}
    for word in record.words("fee_by_reason"):
        reason, _, percent = word.partition("=")
        fees[one_of(SupplierReason, reason, "fee_by_reason")] = basis_points(percent, "fee_by_reason")
    return fees
