"""What was agreed with a supplier, as it counts for one of its batches."""

from datetime import date, timedelta

from returns_desk.domain.batches import BatchMode, PartnerKind
from returns_desk.domain.money import Money
from returns_desk.domain.terms import SupplierTerms
from returns_desk.store.records import BatchRecord


def terms_of(batch: BatchRecord) -> SupplierTerms | None:
    """A batch's terms; where its goods are destroyed here nothing travels, so no freight is ours."""
    terms = batch.terms.snapshot() if batch.terms else None
    return terms.destroyed_here if terms and batch.mode is BatchMode.DESTROY else terms


def credit_due(batch: BatchRecord, day: date) -> date | None:
    """When a supplier's credit is due for goods that it has, or that were destroyed, since a day."""
    terms = terms_of(batch) if batch.kind is PartnerKind.SUPPLIER else None
    return day + timedelta(days=terms.credit_days) if terms else None


def expected_of(batch: BatchRecord, gross: int, credit: int) -> Money:
    """What a batch should bring: the credits of its lines less the freight of the whole; without terms nothing."""
    terms = terms_of(batch)
    if terms is None:
        return Money(0, batch.currency)
    return Money(credit, batch.currency) - terms.freight(Money(gross, batch.currency))
