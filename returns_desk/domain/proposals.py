"""What to do with a batch that gathers: send it now, wait, or give its goods away instead, with the money of each.

A minimum is worth waiting for while there is time; the supplier's first window and the days that the terms give end it.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from returns_desk.domain.money import Money
from returns_desk.domain.terms import AuthorizationNeed, BelowMinimum, SupplierTerms

_DAYS_TO_SEND = 7  # packing, a supervisor, the carrier
_DAYS_TO_BE_AUTHORIZED = 7  # more: until the supplier gave its number
_DAYS_WITHOUT_TERMS = 21


class Advice(StrEnum):
    """What is proposed for a batch."""

    SEND = "send now"
    DESTROY = "destroy now"  # here, for credit
    WAIT = "wait"
    DONATE = "donate instead"
    RECYCLE = "recycle instead"


class Why(StrEnum):
    """What a proposal rests on first."""

    EMPTY = "empty"
    WINDOW_CLOSED = "window closed"  # the first of them
    WINDOW_NEAR = "window near"
    MINIMUM_MET = "minimum met"
    LONG_ENOUGH = "long enough"  # it waited as many days as it was to
    BELOW_MINIMUM = "below minimum"  # for as many days, and the terms say what then
    BRINGS_MORE = "brings more"
    MINIMUM_OPEN = "minimum open"
    GATHERS = "gathers"


@dataclass(frozen=True)
class BatchFacts:
    """All that is looked at. ``days_left`` to the first window that closes, below 0 once it did; ``None``: none does.

    ``giving`` and ``recycling`` are what these goods would bring there, less the work; ``None`` where they may not go.
    """

    expected: Money
    lines: int = 1
    destroyed: bool = False  # here: nothing travels
    days_left: int | None = None
    first_credit: Money | None = None  # of the goods whose window closes first
    minimum: int = 0  # minor units
    value_missing: int = 0  # minor units
    quantity_missing: int = 0
    has_minimum: bool = False
    waited_days: int = 0
    minimum_wait_days: int = _DAYS_WITHOUT_TERMS
    below_minimum: BelowMinimum = BelowMinimum.SHIP
    gathers_daily: int | None = None  # minor units; none: not known yet
    authorization_needed: bool = False
    giving: Money | None = None
    recycling: Money | None = None

    @property
    def below(self) -> bool:
        """Whether something is missing to the minimum."""
        return self.value_missing > 0 or self.quantity_missing > 0

    @property
    def days_to_send(self) -> int:
        """How long before the first window closes the batch must be begun with."""
        return _DAYS_TO_SEND + (_DAYS_TO_BE_AUTHORIZED if self.authorization_needed else 0)

    @property
    def days_to_wait(self) -> int:
        """How long it may still wait: until the terms' days are over, or its first window is near."""
        days = self.minimum_wait_days - self.waited_days
        return days if self.days_left is None else min(days, self.days_left - self.days_to_send)


@dataclass(frozen=True)
class Proposal:
    """What to do, for what reason. ``money`` is what it brings; ``risk`` what waiting (longer) puts at stake.

    ``days`` is how long it may still wait, ``value_missing`` and ``quantity_missing`` what lacks to the minimum.
    """

    advice: Advice
    why: Why
    money: Money
    risk: Money
    days: int = 0
    value_missing: Money | None = None
    quantity_missing: int = 0
    instead: Money | None = None  # what giving it away is worth, where that may be


def propose(facts: BatchFacts) -> Proposal:
    """Say what to do with a batch that nobody submitted yet."""
    advice, why = _advice(facts)
    money = {Advice.DONATE: facts.giving, Advice.RECYCLE: facts.recycling}.get(advice) or facts.expected
    return Proposal(
        advice,
        why,
        money,
        _risk(facts, advice),
        max(0, facts.days_to_wait),
        Money(facts.value_missing, facts.expected.currency) if facts.value_missing > 0 else None,
        max(0, facts.quantity_missing),
        facts.giving,
    )


def facts_of_terms(terms: SupplierTerms | None, gross: int, pieces: int) -> dict[str, Any]:
    """What a supplier's terms say of goods at this cost; without terms there is no minimum and nobody to ask."""
    if terms is None:
        return {}
    return {
        "minimum": terms.minimum_value,
        "value_missing": max(0, terms.minimum_value - gross),
        "quantity_missing": max(0, terms.minimum_quantity - pieces),
        "has_minimum": bool(terms.minimum_value or terms.minimum_quantity),
        "minimum_wait_days": terms.minimum_wait_days,
        "below_minimum": terms.below_minimum,
        "authorization_needed": terms.authorization is not AuthorizationNeed.NO,
    }


def _advice(facts: BatchFacts) -> tuple[Advice, Why]:
    if not facts.lines:
        return Advice.WAIT, Why.EMPTY
    why = _why_now(facts)
    if why is None:
        return Advice.WAIT, Why.MINIMUM_OPEN if facts.below else Why.GATHERS
    if facts.below and facts.below_minimum is not BelowMinimum.SHIP:
        away = _away(facts)
        if away is not None:
            return away, Why.BELOW_MINIMUM
    best = _away(facts, donate_first=True)
    if best is not None and _worth(facts, best).minor > facts.expected.minor:
        return best, Why.BRINGS_MORE
    return (Advice.DESTROY if facts.destroyed else Advice.SEND), why


def _why_now(facts: BatchFacts) -> Why | None:
    """Why nothing is gained by waiting longer; ``None`` while something is."""
    if facts.days_left is not None and facts.days_left < 0:
        return Why.WINDOW_CLOSED
    if facts.days_left is not None and facts.days_left <= facts.days_to_send:
        return Why.WINDOW_NEAR
    if facts.has_minimum and not facts.below:
        return Why.MINIMUM_MET
    if facts.waited_days >= facts.minimum_wait_days:
        return Why.BELOW_MINIMUM if facts.below else Why.LONG_ENOUGH
    return None


def _away(facts: BatchFacts, *, donate_first: bool = False) -> Advice | None:
    """Where the goods go instead: as the terms say, else the other way; ``None`` where nobody may have them."""
    open_ways = {Advice.DONATE: facts.giving, Advice.RECYCLE: facts.recycling}
    wanted = [Advice.DONATE, Advice.RECYCLE]
    if not donate_first and facts.below_minimum is BelowMinimum.RECYCLE:
        wanted.reverse()
    return next((way for way in wanted if open_ways[way] is not None), None)


def _worth(facts: BatchFacts, advice: Advice) -> Money:
    worth = facts.giving if advice is Advice.DONATE else facts.recycling
    return worth if worth is not None else Money(0, facts.expected.currency)


def _risk(facts: BatchFacts, advice: Advice) -> Money:
    """What waiting puts at stake.

    While it is proposed: the share of the credit that is lost where the minimum is not there in time, by what came in a
    day so far. Once it is not: the credit of the goods whose window closes first.
    """
    none = Money(0, facts.expected.currency)
    if advice is not Advice.WAIT:
        return facts.first_credit or none
    at_stake = facts.below_minimum is not BelowMinimum.SHIP and facts.value_missing > 0
    if not at_stake or facts.gathers_daily is None or facts.expected.minor <= 0:
        return none
    short = max(0, facts.value_missing - facts.gathers_daily * max(0, facts.days_to_wait))
    return facts.expected.part(short, facts.minimum)
