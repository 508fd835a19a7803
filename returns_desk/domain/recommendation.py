"""What to do with an item, ranked by what it brings, each option with its money and what blocks it.

An option is either open or blocked for reasons that are named; among the open ones the highest net wins. Net is the sum
of the option's parts: what comes in (a share of the price, a credit) less what it costs (handling, freight, fees), each
part rounded once to the whole minor unit, so that nothing is lost between the parts and their sum.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from returns_desk.domain.grades import Finding, FoundReason, Grade, SupplierReason
from returns_desk.domain.grades import StatedReason as Stated
from returns_desk.domain.items import Disposition, StockStatus
from returns_desk.domain.money import Money
from returns_desk.domain.rules import BUILT_IN_RULE, RuleInForce, Stream
from returns_desk.domain.terms import SupplierTerms


class Block(StrEnum):
    """Why an option is not open."""

    GRADE = "grade"
    NOT_OURS = "not ours"
    UNSAFE = "unsafe"
    EXPIRED = "expired"
    SHORT_DATED = "short dated"  # fewer days are left than the shop asks for
    RECALLED = "recalled"
    LOT_UNREAD = "lot unread"  # a notice may concern it: its lot or serial is still to be read
    HYGIENE = "hygiene"  # opened goods of a kind that nobody else may use
    NOT_GIVEN = "not given"  # the shop gives nothing of this kind away
    NO_SUPPLIER = "no supplier"
    NO_TERMS = "no terms known"
    CONDITION_NOT_TAKEN = "condition not taken"
    OPENED_NOT_TAKEN = "opened not taken"
    WINDOW_CLOSED = "window closed"
    WINDOW_UNKNOWN = "window unknown"
    NO_COST = "no cost known"
    SERIAL_MISSING = "serial missing"
    SERIAL_UNREADABLE = "serial unreadable"
    PHOTOS_MISSING = "photos missing"
    NO_CHARITY = "no charity"
    PERSONAL_DATA = "personal data"  # it goes nowhere before it is wiped
    LOCKED = "locked"


# What a supplier may waive on the telephone; every other block stands, whatever the reason given.
WAIVABLE = frozenset(
    {
        Block.CONDITION_NOT_TAKEN,
        Block.OPENED_NOT_TAKEN,
        Block.WINDOW_CLOSED,
        Block.WINDOW_UNKNOWN,
        Block.SERIAL_UNREADABLE,
    }
)
# What the clerk can do something about, here and now.
CURABLE = frozenset({Block.PHOTOS_MISSING, Block.SERIAL_MISSING, Block.LOT_UNREAD})


class Ground(StrEnum):
    """What speaks for an open option, shown after its money."""

    SELLS_AS_NEW = "sells as new"
    SELLS_OPEN_BOX = "sells as open box"
    WITHIN_WINDOW = "within window"
    FAULTY_WITHIN_WINDOW = "faulty within window"
    SAFE_AND_WORKING = "safe and working"
    ELECTRONIC_WASTE = "electronic waste"
    MATERIAL = "material"


class PartKind(StrEnum):
    """What one part of an option's money is; costs are negative amounts."""

    PRICE = "price"  # the share of the price at which it sells
    CREDIT = "credit"  # the share of the cost that the supplier credits
    RESTOCKING_FEE = "restocking fee"  # that the supplier keeps of it
    RISK = "risk"  # the share that, by this supplier's own credits, does not come
    MINIMUM = "minimum"  # the share that is lost if the batch does not reach the supplier's minimum
    DONATION = "donation"
    HANDLING = "handling"
    DESTROYING = "destroying"  # here, for the supplier's credit
    FREIGHT = "freight"
    RECYCLING_FEE = "recycling fee"


_COSTS = frozenset({PartKind.HANDLING, PartKind.DESTROYING, PartKind.FREIGHT, PartKind.RECYCLING_FEE})
_CREDIT = frozenset({PartKind.CREDIT, PartKind.RESTOCKING_FEE})


@dataclass(frozen=True)
class Part:
    """One part of an option's money."""

    kind: PartKind
    amount: Money


@dataclass(frozen=True)
class Case:
    """All that the rule looks at, for one item on one day. Money in minor units of ``currency`` for one piece."""

    grade: Grade
    today: date
    currency: str = "ILS"
    findings: tuple[Finding, ...] = ()
    stated: Stated | None = None
    found: FoundReason | None = None  # said by the inspector; none: by the rule
    quantity: int = 1
    carton: bool = False  # a sealed carton, handled as one thing
    cost: int | None = None
    price: int | None = None
    category: str = ""
    supplier: str = ""  # its code
    electrical: bool = False
    weight_g: int | None = None
    serialised: bool = False
    serial: str = ""
    serial_unreadable: bool = False  # said by the clerk: nothing can be done about it here
    expires: date | None = None
    recalled: bool = False
    lot_unread: bool = False  # a recall may concern it
    measure: Disposition | None = None  # what the notice says becomes of what is recalled
    has_supplier: bool = False
    terms: SupplierTerms | None = None
    purchased: date | None = None
    delivered: date | None = None
    photos_missing: bool = False  # that the supplier asks for
    waiting_value: int = 0  # cost of what waits in the supplier's open batch already
    gathers_daily: int | None = None  # cost of what comes for this supplier on a day; none: not known yet
    credits_seen: int = 0  # settled batches of this supplier
    credits_share: int = 0  # sum of what came of what was expected of each, in basis points
    charity: bool = True

    def money(self, minor: int) -> Money:
        """Wrap minor units a piece, times the quantity."""
        return Money(minor * self.quantity, self.currency)


@dataclass(frozen=True)
class Option:
    """One way for the item: what it becomes in the stock, its money part by part, what stands against it."""

    becomes: StockStatus
    parts: tuple[Part, ...]
    blocks: tuple[Block, ...] = ()
    ground: Ground | None = None
    days_left: int | None = None
    window_days: int | None = None
    reason: SupplierReason | None = None
    chance: int | None = None  # of the credit, in basis points
    credits_seen: int = 0  # settled batches that it was learnt from
    minimum_missing: Money | None = None  # to the supplier's minimum, this piece counted in
    stream: Stream | None = None  # that a recycler takes it as
    destroyed: bool = False  # here, for the supplier's credit: it does not travel

    @property
    def disposition(self) -> Disposition:
        """What becomes of the item, in the trade's four words."""
        return DISPOSITION_OF[self.becomes]

    @property
    def recovery(self) -> Money:
        """What is expected to come in."""
        return self._sum(lambda kind: kind not in _COSTS)

    @property
    def cost(self) -> Money:
        """What it costs to go this way; not negative."""
        return -self._sum(lambda kind: kind in _COSTS)

    @property
    def credit(self) -> Money:
        """What the supplier owes by the terms, whatever the chances."""
        return self._sum(lambda kind: kind in _CREDIT)

    @property
    def net(self) -> Money:
        """Expected recovery less cost: the sum of all parts."""
        return Money(sum(part.amount.minor for part in self.parts), self.parts[0].amount.currency)

    @property
    def open(self) -> bool:
        """Whether nothing blocks it."""
        return not self.blocks

    @property
    def curable(self) -> bool:
        """Whether it is blocked, but only by what the clerk can do something about."""
        return bool(self.blocks) and CURABLE.issuperset(self.blocks)

    def _sum(self, wanted: Callable[[PartKind], bool]) -> Money:
        currency = self.parts[0].amount.currency
        return Money(sum(part.amount.minor for part in self.parts if wanted(part.kind)), currency)


DISPOSITION_OF = {
    StockStatus.AVAILABLE: Disposition.RESTOCK,
    StockStatus.OPEN_BOX: Disposition.RESTOCK,
    StockStatus.SUPPLIER_RETURN: Disposition.SUPPLIER,
    StockStatus.DONATION: Disposition.DONATE,
    StockStatus.RECYCLING: Disposition.RECYCLE,
}


@dataclass(frozen=True)
class Recommendation:
    """The options in their fixed order and the one the rule takes (``None`` when every one is blocked).

    ``first`` is an option that would bring more, were it not for what the clerk can do at once: take photographs.
    """

    options: tuple[Option, ...]
    best: Option | None
    first: Option | None = None
    rule: RuleInForce = BUILT_IN_RULE
    case: Case | None = None  # what the rule was asked

    @property
    def advised(self) -> Option | None:
        """What the desk leads the clerk to."""
        return self.first or self.best

    def option(self, disposition: Disposition) -> Option:
        """The option that a disposition means: of as new and open box the open one, then the one that brings more."""
        ways = [option for option in self.options if option.disposition is disposition]
        return max(ways, key=lambda option: (option.open, option.net.minor))

    def becoming(self, status: StockStatus) -> Option:
        """The option that makes this of the piece."""
        return next(option for option in self.options if option.becomes is status)


def choose(options: tuple[Option, ...], *, worth_known: bool = True) -> tuple[Option | None, Option | None]:
    """The open option with the highest net, and a curable one that would bring more still.

    On equal net the earlier one wins. What could be sold again but whose worth nobody knows is restocked, not given
    away.
    """
    best = max((option for option in options if option.open), key=lambda option: option.net.minor, default=None)
    first = max((option for option in options if option.curable), key=lambda option: option.net.minor, default=None)
    if not worth_known:
        sold = [one for one in options if one.disposition is Disposition.RESTOCK and (one.open or one.curable)]
        if sold:
            return (sold[0], None) if sold[0].open else (best, sold[0])
    return best, first if first and (best is None or first.net.minor > best.net.minor) else None
