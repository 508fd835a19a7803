"""What the shop reckons with when it decides: shares of the price, times, fees, chances, as a table with versions.

A book of rules has rows. The row of everything (no category, no supplier) gives what differs from the figures that this
program brings; a row for a supplier, for a category, or for both says only what is different there. Where several rows
fit, the narrower one wins, figure by figure: everything < supplier < category < category and supplier.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any


class Stream(StrEnum):
    """The kind of material a recycler takes, each at a price of its own."""

    ELECTRONIC = "electronic"
    BATTERIES = "batteries"
    TEXTILE = "textile"
    PAPER = "paper"
    PLASTIC = "plastic"
    GLASS = "glass"
    METAL = "metal"
    CHEMICAL = "chemical"
    MIXED = "mixed"


@dataclass(frozen=True)
class StreamFee:
    """What recycling costs: minor units a kilogram, and at least so many a piece."""

    stream: Stream
    per_kg: int = 0
    at_least: int = 0


@dataclass(frozen=True)
class Figures:
    """All that is reckoned with for one piece. Shares are basis points (1/100 of a percent), times seconds a piece.

    A share of 0 says that things of this grade are not sold that way.
    """

    as_new_a: int = 10_000
    as_new_b: int = 0
    open_box_a: int = 8_500
    open_box_b: int = 8_500
    open_box_c: int = 0
    resale_opened: bool = True  # not: opened goods of this kind reach nobody's hands again (hygiene)
    giving: bool = True  # not: things of this kind are not given away
    donation: int = 0  # what giving away is worth to the shop, as a share of the cost
    shelf_days: int = 0  # days that must be left before its last day, to be sold or given away
    credit_chance: int = 10_000  # the share of an expected credit that comes, before the supplier's own are known
    credit_weight: int = 5  # how many of the supplier's own settled batches weigh as much as that
    stream: Stream | None = None  # none: electronic for electrical things, else mixed
    holds_data: bool = True  # electrical things with a serial number: what a customer left on them is wiped first
    restock_seconds: int = 90
    open_box_seconds: int = 90
    supplier_seconds: int = 198
    donate_seconds: int = 60
    recycle_seconds: int = 36

    def stream_of(self, *, electrical: bool) -> Stream:
        """The stream that a thing is recycled with."""
        return self.stream or (Stream.ELECTRONIC if electrical else Stream.MIXED)


@dataclass(frozen=True)
class Rule:
    """One row: where and when it counts, and which figures are different there.

    ``valid_until`` is its last day; without it the row stands for good.
    """

    category: str = ""
    supplier: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    figures: tuple[tuple[str, Any], ...] = ()  # names of ``Figures`` with their values

    @property
    def key(self) -> str:
        """The row's name: what decisions and overrides are counted by."""
        start = self.valid_from.isoformat() if self.valid_from else ""
        return "/".join((self.category, self.supplier, start))

    @property
    def narrowness(self) -> int:
        """0 for everything, 1 for a supplier, 2 for a category, 3 for both."""
        return 2 * bool(self.category) + bool(self.supplier)

    def fits(self, category: str, supplier: str, day: date) -> bool:
        """Whether the row counts for a thing of this category and supplier on a day."""
        return (
            (not self.category or self.category.casefold() == category.casefold())
            and (not self.supplier or self.supplier.casefold() == supplier.casefold())
            and (self.valid_from is None or self.valid_from <= day)
            and (self.valid_until is None or day <= self.valid_until)
        )


@dataclass(frozen=True)
class RuleBook:
    """One version of the table, in force from a day on; ``hour`` is what an hour of handling costs, in minor units."""

    version: int = 1
    valid_from: date = date(2000, 1, 1)
    hour: int = 6_000
    fees: tuple[StreamFee, ...] = (StreamFee(Stream.ELECTRONIC, at_least=150), StreamFee(Stream.MIXED, at_least=50))
    rules: tuple[Rule, ...] = (Rule(),)

    def fee(self, stream: Stream) -> StreamFee:
        """What a stream costs; one without a line of its own costs what the mixed one costs."""
        named = {fee.stream: fee for fee in self.fees}
        return named.get(stream) or named.get(Stream.MIXED) or StreamFee(stream)


@dataclass(frozen=True)
class RuleInForce:
    """The figures that count for one thing on one day, and the narrowest row among those that gave them."""

    book: RuleBook
    figures: Figures = Figures()
    key: str = "//"

    @property
    def version(self) -> int:
        """The version of the book."""
        return self.book.version


BUILT_IN = RuleBook()  # counts until the shop lays down a book of its own, which is version 2
BUILT_IN_RULE = RuleInForce(BUILT_IN)


def rule_in_force(book: RuleBook, category: str, supplier: str, day: date) -> RuleInForce:
    """Lay the fitting rows over one another, narrowest last."""
    fitting = sorted((rule for rule in book.rules if rule.fits(category, supplier, day)), key=lambda r: r.narrowness)
    changes = {name: value for rule in fitting for name, value in rule.figures}
    return RuleInForce(book, replace(Figures(), **changes), fitting[-1].key if fitting else "//")
