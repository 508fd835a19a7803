"""How long suppliers have owed us: what is open, by days past the day on which the credit was due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from returns_desk.domain.batches import BatchState, PartnerKind
from returns_desk.domain.credits import ShortReason
from returns_desk.domain.money import Money
from returns_desk.domain.snapshots import PartnerSnapshot

_S = BatchState
# a credit is awaited, or what is missing of it is not given up
AWAITED = frozenset({_S.SHIPPED, _S.PENDING_CREDIT, _S.PARTLY_CREDITED, _S.SHORT_CREDIT, _S.DISPUTED})
OWING = PartnerKind.SUPPLIER


class AgeBand(StrEnum):
    """Days past the day on which a credit was due."""

    DUE = "due"  # that day has not passed
    TO_30 = "1-30"
    TO_60 = "31-60"
    TO_90 = "61-90"
    OVER_90 = "over 90"


_LAST_DAYS = ((0, AgeBand.DUE), (30, AgeBand.TO_30), (60, AgeBand.TO_60), (90, AgeBand.TO_90))


def band_of(days: int) -> AgeBand:
    """The band of a credit that is so many days late; before its day they are below zero."""
    return next((band for last, band in _LAST_DAYS if days <= last), AgeBand.OVER_90)


@dataclass(frozen=True)
class OpenCredit:
    """A batch of which a credit is awaited. ``days`` past the day on which it was due."""

    number: str
    partner: PartnerSnapshot
    state: BatchState
    left: date
    due: date
    days: int
    expected: Money
    received: Money
    reasons: tuple[tuple[ShortReason, Money], ...] = ()  # why it is short, and how much of it each time

    @property
    def open(self) -> Money:
        """What is missing still."""
        return self.expected - self.received

    @property
    def band(self) -> AgeBand:
        """How late it is."""
        return band_of(self.days)


@dataclass(frozen=True)
class SupplierAge:
    """All that one supplier owes in one currency, by bands; each sum is there, zero or not."""

    partner: PartnerSnapshot
    batches: int
    bands: tuple[tuple[AgeBand, Money], ...]
    expected: Money
    received: Money
    reasons: tuple[tuple[ShortReason, Money], ...] = ()

    @property
    def open(self) -> Money:
        """What is missing still, in all."""
        return self.expected - self.received


@dataclass(frozen=True)
class CreditTail:
    """Everything that is awaited on a day: batches, the most late first, and the sums of each supplier."""

    day: date
    rows: tuple[OpenCredit, ...]
    suppliers: tuple[SupplierAge, ...]


def tail_of(day: date, rows: Iterable[OpenCredit]) -> CreditTail:
    """Add open credits up by supplier and currency."""
    ordered = sorted(rows, key=lambda row: (-row.days, row.number))
    heaps: dict[tuple[str, str], list[OpenCredit]] = {}
    for row in ordered:
        heaps.setdefault((row.partner.code, row.expected.currency), []).append(row)
    return CreditTail(day, tuple(ordered), tuple(_aged(heap) for _, heap in sorted(heaps.items())))


def _aged(rows: list[OpenCredit]) -> SupplierAge:
    currency = rows[0].expected.currency
    bands = dict.fromkeys(AgeBand, Money(0, currency))
    reasons: dict[ShortReason, Money] = {}
    expected = received = Money(0, currency)
    for row in rows:
        bands[row.band] += row.open
        expected += row.expected
        received += row.received
        for reason, amount in row.reasons:
            reasons[reason] = reasons.get(reason, Money(0, currency)) + amount
    return SupplierAge(
        rows[0].partner, len(rows), tuple(bands.items()), expected, received, tuple(sorted(reasons.items()))
    )
