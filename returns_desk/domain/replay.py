"""Ask other rules about decisions that were made: what would be advised now, and is that money won or lost.

Both ways, the one advised then and the one advised now, are weighed by the **new** figures: the same yardstick. To hold
a net by the new figures against one by the old would call every change of a figure a gain or a loss, though nothing is
done otherwise because of it. A way that the new rules block is weighed as if it were open: it was gone. What both ways
were worth by the figures of then is told beside it; where the two disagree in sign, the change hangs on who is right
about the figures. Where every way is blocked, the piece waits on hold and brings nothing.

The book is asked as if it had been in force from its first day on: rows count on the decision's own day, or on the
book's first day for what was decided before it. The case itself stays as it was on its day.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from datetime import date
from heapq import heappush, heappushpop
from typing import Any

from returns_desk.domain.decisions import case_from
from returns_desk.domain.items import StockStatus
from returns_desk.domain.money import Money
from returns_desk.domain.options import recommend
from returns_desk.domain.recommendation import Case, Recommendation
from returns_desk.domain.rules import RuleBook, RuleInForce, rule_in_force
from returns_desk.domain.terms import SupplierTerms

Way = StockStatus | None  # none: every way is blocked, and the piece waits
LARGEST = 20  # single decisions that are shown


@dataclass(frozen=True, slots=True)
class KeptDecision:
    """One decision as it was kept; ``nets`` are what every way would have brought, by the figures of then."""

    id: str
    item: str  # its number
    category: str
    advised: Way
    chosen: StockStatus
    overridden: bool
    currency: str
    nets: Mapping[str, int]
    facts: Mapping[str, Any]
    terms: SupplierTerms | None = None


@dataclass(frozen=True)
class Sums:
    """What decisions bring: as they were advised and as they would be, by the new figures and by those of then."""

    currency: str
    decisions: int = 0
    changed: int = 0
    was: int = 0
    would: int = 0
    was_then: int = 0
    would_then: int = 0

    @property
    def difference(self) -> Money:
        """Won, or lost where it is negative, by the new figures."""
        return Money(self.would - self.was, self.currency)

    @property
    def difference_then(self) -> Money:
        """The same by the figures of then."""
        return Money(self.would_then - self.was_then, self.currency)


@dataclass(frozen=True)
class Turn:
    """All decisions that turn from one way to another."""

    was: Way
    would: Way
    sums: Sums


@dataclass(frozen=True)
class CategoryTurned:
    """All decisions on goods of one category; those that stay as they are count in ``sums.decisions`` only."""

    category: str
    sums: Sums


@dataclass(frozen=True)
class DecisionTurned:
    """One decision that turns."""

    item: str
    category: str
    was: Way
    would: Way
    difference: Money
    difference_then: Money


@dataclass(frozen=True)
class Replayed:
    """What a replay found. ``agreed``: overrides that the new rules would have advised themselves."""

    version: int
    decisions: int
    changed: int
    turns: tuple[Turn, ...]
    categories: tuple[CategoryTurned, ...]
    largest: tuple[DecisionTurned, ...]
    totals: tuple[Sums, ...]  # of all decisions, one for each currency
    overrides: int = 0
    agreed: int = 0
    stopped: bool = False  # before all that was asked for was looked at


@dataclass
class _Adding:
    """Sums while they grow."""

    decisions: int = 0
    changed: int = 0
    was: int = 0
    would: int = 0
    was_then: int = 0
    would_then: int = 0

    def add(self, changed: int, was: int, would: int, was_then: int, would_then: int) -> None:
        self.decisions += 1
        self.changed += changed
        self.was += was
        self.would += would
        self.was_then += was_then
        self.would_then += would_then

    def sums(self, currency: str) -> Sums:
        return Sums(currency, *astuple(self))


def _most_first(turn: Turn) -> tuple[int, str, str, str]:
    return -turn.sums.decisions, str(turn.was), str(turn.would), turn.sums.currency


class Replay:
    """Takes decisions, in pieces if need be, and adds up what other rules would have made of them."""

    def __init__(self, book: RuleBook) -> None:
        self._book = book
        self._dated = any(rule.valid_from or rule.valid_until for rule in book.rules)
        self._rules: dict[tuple[str, str, date], RuleInForce] = {}
        self._turns: defaultdict[tuple[Way, Way, str], _Adding] = defaultdict(_Adding)
        self._categories: defaultdict[tuple[str, str], _Adding] = defaultdict(_Adding)
        self._totals: defaultdict[str, _Adding] = defaultdict(_Adding)
        self._largest: list[tuple[int, str, DecisionTurned]] = []
        self._overrides = self._agreed = 0

    def take(self, decisions: Iterable[KeptDecision]) -> None:
        """Ask the book about each of them."""
        for decision in decisions:
            case = case_from(decision.facts, decision.terms)
            self._add(decision, recommend(case, self._rule(case)))

    def result(self, *, stopped: bool = False) -> Replayed:
        """What came of all that was taken so far."""
        turns = [Turn(was, would, adding.sums(money)) for (was, would, money), adding in self._turns.items()]
        categories = [CategoryTurned(name, adding.sums(money)) for (name, money), adding in self._categories.items()]
        categories.sort(key=lambda each: (-each.sums.changed, each.category, each.sums.currency))
        totals = tuple(adding.sums(currency) for currency, adding in sorted(self._totals.items()))
        return Replayed(
            version=self._book.version,
            decisions=sum(sums.decisions for sums in totals),
            changed=sum(sums.changed for sums in totals),
            turns=tuple(sorted(turns, key=_most_first)),
            categories=tuple(categories),
            largest=tuple(each for _, _, each in sorted(self._largest, key=lambda entry: (-entry[0], entry[1]))),
            totals=totals,
            overrides=self._overrides,
            agreed=self._agreed,
            stopped=stopped,
        )

    def _rule(self, case: Case) -> RuleInForce:
        """The figures for a case, worked out once for all goods of its kind."""
        first = self._book.valid_from
        key = (case.category, case.supplier, max(case.today, first) if self._dated else first)
        rule = self._rules.get(key)
        if rule is None:
            rule = self._rules[key] = rule_in_force(self._book, *key)
        return rule

    def _add(self, decision: KeptDecision, now: Recommendation) -> None:
        advised, was, nets = now.advised, decision.advised, decision.nets
        would = advised.becomes if advised else None
        money = (
            now.becoming(was).net.minor if was else 0,
            advised.net.minor if advised else 0,
            nets.get(was, 0) if was else 0,
            nets.get(would, 0) if would else 0,
        )
        changed = was is not would
        self._totals[decision.currency].add(changed, *money)
        self._categories[decision.category, decision.currency].add(changed, *money)
        if changed:
            self._turns[was, would, decision.currency].add(changed, *money)
            self._keep_large(decision, would, money)
        if decision.overridden:
            self._overrides += 1
            self._agreed += would is decision.chosen

    def _keep_large(self, decision: KeptDecision, would: Way, money: tuple[int, int, int, int]) -> None:
        difference = money[1] - money[0]
        size = abs(difference)
        if len(self._largest) >= LARGEST and size < self._largest[0][0]:
            return
        turned = DecisionTurned(
            decision.item,
            decision.category,
            decision.advised,
            would,
            Money(difference, decision.currency),
            Money(money[3] - money[2], decision.currency),
        )
        entry = (size, decision.id, turned)
        if len(self._largest) < LARGEST:
            heappush(self._largest, entry)
        else:
            heappushpop(self._largest, entry)
