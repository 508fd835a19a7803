"""Goods that go out together, as lists and screens show them."""

from dataclasses import dataclass
from datetime import date, datetime

from returns_desk.domain.batches import BatchState, LineState, PartnerKind, Totals
from returns_desk.domain.grades import SupplierReason
from returns_desk.domain.money import Money
from returns_desk.domain.snapshots.things import ItemSnapshot, PartnerSnapshot, PersonSnapshot


@dataclass(frozen=True)
class BatchLineSnapshot:
    """One item in a batch."""

    id: str
    position: int
    state: LineState
    item: ItemSnapshot
    reason: SupplierReason
    gross: Money
    credit: Money
    days_left: int | None
    note: str = ""


@dataclass(frozen=True)
class CreditSnapshot:
    """One credit that came from a supplier."""

    number: str
    at: date
    amount: Money


@dataclass(frozen=True)
class BatchRow:
    """A batch as one row of a list."""

    id: str
    number: str
    kind: PartnerKind
    partner: PartnerSnapshot
    state: BatchState
    lines: int
    gross: Money
    expected: Money
    opened_at: datetime
    days_left: int | None
    missing_to_minimum: Money | None


@dataclass(frozen=True)
class BatchSnapshot:
    """A batch whole."""

    row: BatchRow
    lines: tuple[BatchLineSnapshot, ...]
    totals: Totals
    prepared_by: PersonSnapshot | None
    submitted_at: datetime | None
    approved_by: PersonSnapshot | None
    approved_at: datetime | None
    decision_note: str
    authorization: str
    authorization_until: date | None
    carrier: str
    waybill: str
    driver: str
    packages: int
    weight_g: int | None
    shipped_at: datetime | None
    slip: str  # the numbered document, empty before issue
    credits: tuple[CreditSnapshot, ...]
    credited: Money
