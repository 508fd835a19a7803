"""How it stands with one supplier over a time: what was expected, what came, what was given up, what is owed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from returns_desk.domain.ageing import SupplierAge
from returns_desk.domain.credits import ShortReason
from returns_desk.domain.money import Money
from returns_desk.domain.slips import SlipParty


class EntryKind(StrEnum):
    """What moved what a supplier owes; on one day in this order."""

    SENT = "sent"  # a credit is expected from then on
    CREDIT = "credit"
    REVERSAL = "reversal"  # of a credit that was recorded wrong
    REOPENED = "reopened"  # what was written off is open again
    WRITE_OFF = "write-off"
    CLOSED = "closed"  # what was left when a batch closed

    @property
    def order(self) -> int:
        """Its place among what happened on one day."""
        return list(EntryKind).index(self)


@dataclass(frozen=True)
class Entry:
    """One line of the account: ``amount`` is above zero where the supplier owes more by it."""

    day: date
    batch: str
    kind: EntryKind
    amount: Money
    number: str = ""  # of the slip or the credit
    reasons: tuple[ShortReason, ...] = ()


@dataclass(frozen=True)
class StatementSum:
    """The account in one currency; each entry stands with the balance after it."""

    opening: Money
    entries: tuple[tuple[Entry, Money], ...]
    closing: Money
    expected: Money
    credited: Money


@dataclass(frozen=True)
class Statement:
    """A statement whole."""

    company: SlipParty
    partner: SlipParty
    code: str
    language: str
    since: date | None
    until: date
    made_at: datetime
    sums: tuple[StatementSum, ...]
    ages: tuple[SupplierAge, ...]


def statement_of(entries: Iterable[Entry], currency: str, since: date | None, until: date) -> StatementSum:
    """Add entries up, oldest first: what was before ``since`` is the opening balance, what is after ``until`` left."""
    zero = Money(0, currency)
    opening = balance = expected = credited = zero
    shown = []
    for entry in entries:
        if entry.day > until:
            continue
        balance += entry.amount
        if since is not None and entry.day < since:
            opening = balance
            continue
        expected += entry.amount if entry.kind is EntryKind.SENT else zero
        credited -= entry.amount if entry.kind in (EntryKind.CREDIT, EntryKind.REVERSAL) else zero
        shown.append((entry, balance))
    return StatementSum(opening, tuple(shown), balance, expected, credited)
