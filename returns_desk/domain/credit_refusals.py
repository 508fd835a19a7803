"""Refusals about credits: an amount, a number, a day or a line that cannot be right, or is asked about first."""

from dataclasses import dataclass
from datetime import date

from returns_desk.domain.money import Money
from returns_desk.domain.refusals import DeskError


@dataclass(unsafe_hash=True)
class CreditNotPositive(DeskError):
    """A credit, or what it gives for a line, is nothing or less."""

    amount: str


@dataclass(unsafe_hash=True)
class OtherCurrency(DeskError):
    """A credit is in another currency than its batch."""

    given: str
    batch: str


@dataclass(unsafe_hash=True)
class CreditKnown(DeskError):
    """This supplier's credit with this number was recorded before, for a batch."""

    credit: str
    batch: str


@dataclass(unsafe_hash=True)
class NotInBatch(DeskError):
    """A credit names a piece that is not among those that went out with the batch."""

    item: str
    batch: str


@dataclass(unsafe_hash=True)
class CreditInFuture(DeskError):
    """A credit's day is yet to come."""

    day: date


@dataclass(unsafe_hash=True)
class LinesDoNotAddUp(DeskError):
    """What a credit gives for its lines is not what it gives in all."""

    lines: Money
    whole: Money


@dataclass(unsafe_hash=True)
class MoreThanExpected(DeskError):
    """More came than was open: asked about before it is recorded. ``open`` may be below zero."""

    credit: str
    amount: Money
    open: Money


@dataclass(unsafe_hash=True)
class ShortReasonMissing(DeskError):
    """Nothing more will come and some is missing: why has to be said."""

    missing: Money


@dataclass(unsafe_hash=True)
class ShortReasonTooSoon(DeskError):
    """A reason why less came is said of what is missing for good, not while more may come."""
