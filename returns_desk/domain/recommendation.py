"""What to do with an item, ranked by what it brings, each option with its money and what blocks it.

First version of the rule: an option is either possible or blocked for reasons that are named; among the possible ones
the highest net wins. A sealed or as-new thing sells again at (a share of) its price, so restock leads for A and B; a
faulty one brings the supplier's credit while the terms take it; a used, safe, working one is given away; what nobody
takes is recycled.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from returns_desk.domain.grades import Finding, FoundReason, Grade, SupplierReason
from returns_desk.domain.grades import StatedReason as Stated
from returns_desk.domain.items import Disposition
from returns_desk.domain.money import Money
from returns_desk.domain.reasons import supplier_reason
from returns_desk.domain.terms import CreditMode, FreightPayer, SupplierTerms

RULE_VERSION = 1


class Block(StrEnum):
    """Why an option is not open."""

    GRADE = "grade"
    NOT_OURS = "not ours"
    UNSAFE = "unsafe"
    EXPIRED = "expired"
    NO_SUPPLIER = "no supplier"
    NO_TERMS = "no terms known"
    CONDITION_NOT_TAKEN = "condition not taken"
    OPENED_NOT_TAKEN = "opened not taken"
    DESTROY_IN_FIELD = "destroy in field"
    WINDOW_CLOSED = "window closed"
    WINDOW_UNKNOWN = "window unknown"
    NO_COST = "no cost known"
    SERIAL_MISSING = "serial missing"
    NO_CHARITY = "no charity"
    PERSONAL_DATA = "personal data"  # it goes nowhere before it is wiped
    LOCKED = "locked"


# What a supplier may waive on the telephone; every other block stands, whatever the reason given.
WAIVABLE = frozenset({Block.CONDITION_NOT_TAKEN, Block.OPENED_NOT_TAKEN, Block.WINDOW_CLOSED, Block.WINDOW_UNKNOWN})


class Ground(StrEnum):
    """What speaks for an open option, shown after its money."""

    SELLS_AS_NEW = "sells as new"
    SELLS_OPEN_BOX = "sells as open box"
    WITHIN_WINDOW = "within window"
    SAFE_AND_WORKING = "safe and working"
    ELECTRONIC_WASTE = "electronic waste"
    MATERIAL = "material"


@dataclass(frozen=True)
class Rates:
    """Figures of the shop: shares in basis points, costs in minor units of the shop's currency for one piece."""

    open_box_bp: int = 8_500
    restock_handling: int = 150
    supplier_handling: int = 330
    donate_handling: int = 100
    recycle_handling: int = 60
    recycle_fee: int = 50
    recycle_fee_electronic: int = 150


@dataclass(frozen=True)
class Case:
    """All that the rule looks at, for one item on one day."""

    grade: Grade
    today: date
    currency: str = "ILS"
    findings: tuple[Finding, ...] = ()
    stated: Stated | None = None
    found: FoundReason | None = None  # said by the inspector; none: by the rule
    quantity: int = 1
    cost: int | None = None  # minor units a piece
    price: int | None = None
    electrical: bool = False
    serialised: bool = False
    serial: str = ""
    expires: date | None = None
    has_supplier: bool = False
    terms: SupplierTerms | None = None
    purchased: date | None = None
    delivered: date | None = None
    charity: bool = True
    rates: Rates = Rates()

    def money(self, minor: int) -> Money:
        """Wrap minor units a piece, times the quantity."""
        return Money(minor, self.currency) * self.quantity


@dataclass(frozen=True)
class Option:
    """One disposition with what it brings, what it costs and what stands against it."""

    disposition: Disposition
    recovery: Money
    cost: Money
    blocks: tuple[Block, ...] = ()
    ground: Ground | None = None
    days_left: int | None = None
    window_days: int | None = None
    reason: SupplierReason | None = None

    @property
    def net(self) -> Money:
        """Expected recovery less cost."""
        return self.recovery - self.cost

    @property
    def open(self) -> bool:
        """Whether nothing blocks it."""
        return not self.blocks


@dataclass(frozen=True)
class Recommendation:
    """The options in their fixed order and the one the rule would take (``None`` when every one is blocked)."""

    options: tuple[Option, ...]
    best: Disposition | None
    rule_version: int = RULE_VERSION

    def option(self, disposition: Disposition) -> Option:
        """The option of one disposition."""
        return next(option for option in self.options if option.disposition is disposition)


def recommend(case: Case) -> Recommendation:
    """Rank the four dispositions; on equal net the earlier of restock, supplier, donate, recycle wins.

    What could be sold again but whose worth nobody knows is restocked, not given away.
    """
    options = (_restock(case), _supplier(case), _donate(case), _recycle(case))
    possible = [option for option in options if option.open]
    if case.price is None and case.cost is None and options[0].open:
        possible = [options[0]]
    best = max(possible, key=lambda option: option.net.minor).disposition if possible else None
    return Recommendation(options, best)


def _not_for_people(case: Case) -> tuple[Block, ...]:
    """Blocks that keep a thing from going to anybody's hands again."""
    blocks = []
    if case.grade is Grade.E or any(not finding.safe and finding is not Finding.EXPIRED for finding in case.findings):
        blocks.append(Block.UNSAFE)
    if Finding.EXPIRED in case.findings or (case.expires and case.expires < case.today):
        blocks.append(Block.EXPIRED)
    if Finding.LOCKED in case.findings:
        blocks.append(Block.LOCKED)
    return tuple(blocks)


def _ours(case: Case) -> tuple[Block, ...]:
    """Blocks that keep a thing from leaving the desk at all."""
    if case.grade is Grade.X:
        return (Block.NOT_OURS,)
    return (Block.PERSONAL_DATA,) if Finding.PERSONAL_DATA in case.findings else ()


def _restock(case: Case) -> Option:
    sealed = case.grade is Grade.A
    price = case.price if case.price is not None else case.cost or 0
    recovery = case.money(price) if sealed else case.money(price).share(case.rates.open_box_bp)
    blocks = _ours(case) or ((() if case.grade in (Grade.A, Grade.B) else (Block.GRADE,)) + _not_for_people(case))
    ground = Ground.SELLS_AS_NEW if sealed else Ground.SELLS_OPEN_BOX
    return Option(Disposition.RESTOCK, recovery, case.money(case.rates.restock_handling), blocks, ground)


def _supplier(case: Case) -> Option:
    reason = supplier_reason(case.findings, case.stated, case.grade, case.found)
    handling = case.money(case.rates.supplier_handling)
    nothing = Money(0, case.currency)
    terms = case.terms
    if case.grade is Grade.X or not case.has_supplier or terms is None:
        blocks = _ours(case) or ((Block.NO_TERMS,) if case.has_supplier else (Block.NO_SUPPLIER,))
        return Option(Disposition.SUPPLIER, nothing, handling, blocks, reason=reason)
    gross = case.money(case.cost or 0)
    credit = expected_credit(gross, terms, reason)
    freight = gross.share(terms.freight_bp) if terms.freight_payer is FreightPayer.US else nothing
    ends = terms.window_ends(purchased=case.purchased, delivered=case.delivered, returned=case.today)
    return Option(
        Disposition.SUPPLIER,
        credit,
        handling + freight,
        _supplier_blocks(case, terms, ends),
        Ground.WITHIN_WINDOW,
        days_left=(ends - case.today).days if ends else None,
        window_days=terms.window_days,
        reason=reason,
    )


def _supplier_blocks(case: Case, terms: SupplierTerms, ends: date | None) -> tuple[Block, ...]:
    mode = terms.mode(case.grade)
    against = (
        (Block.CONDITION_NOT_TAKEN, mode is CreditMode.NONE),
        (Block.DESTROY_IN_FIELD, mode is CreditMode.DESTROY),
        (Block.PERSONAL_DATA, Finding.PERSONAL_DATA in case.findings),
        (
            Block.OPENED_NOT_TAKEN,
            mode is not CreditMode.NONE
            and case.grade.opened
            and not case.grade.defective
            and not terms.opened_accepted,
        ),
        (Block.WINDOW_UNKNOWN, ends is None),
        (Block.WINDOW_CLOSED, ends is not None and ends < case.today),
        (Block.NO_COST, case.cost is None),
        (Block.SERIAL_MISSING, terms.serials_needed and case.serialised and not case.serial),
    )
    return tuple(block for block, stands in against if stands)


def expected_credit(gross: Money, terms: SupplierTerms, reason: SupplierReason) -> Money:
    """Credit for goods at cost ``gross``: the credited share less the fee on that share, each rounded once."""
    credited = gross.share(terms.credit_bp)
    return credited - credited.share(terms.fee_for(reason))


def _donate(case: Case) -> Option:
    blocks = _ours(case) or (
        ((Block.GRADE,) if case.grade.defective else ())
        + _not_for_people(case)
        + (() if case.charity else (Block.NO_CHARITY,))
    )
    nothing = Money(0, case.currency)
    return Option(Disposition.DONATE, nothing, case.money(case.rates.donate_handling), blocks, Ground.SAFE_AND_WORKING)


def _recycle(case: Case) -> Option:
    fee = case.rates.recycle_fee_electronic if case.electrical else case.rates.recycle_fee
    ground = Ground.ELECTRONIC_WASTE if case.electrical else Ground.MATERIAL
    cost = case.money(case.rates.recycle_handling + fee)
    return Option(Disposition.RECYCLE, Money(0, case.currency), cost, _ours(case), ground)
