"""What is wrong with a book of rules before anybody decides by it: all of it, each fault with its place.

A book that has no fault gives every thing on every day from its beginning exactly one row of everything, and at most
one of each narrower kind.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from returns_desk.domain.rule_faults import RuleFact, RuleFault, Section
from returns_desk.domain.rule_figures import MOST, Figure, FigureKind, is_of_kind, kind_of
from returns_desk.domain.rules import Rule, RuleBook

EARLIEST, LATEST = date(2000, 1, 1), date(2199, 12, 31)
MOST_ROWS, MOST_MONEY = 1_000, 10**9  # minor units
_DAY = timedelta(days=1)
_LONGEST = 80  # signs of a value that is shown
_FIGURES = frozenset(Figure)


@dataclass(frozen=True)
class Known:
    """The categories and the suppliers' codes that the catalogue has; ``today`` where the book is to begin now."""

    categories: tuple[str, ...] = ()
    suppliers: tuple[str, ...] = ()
    today: date | None = None

    def has_category(self, name: str) -> bool:
        """Whether some product is of this category; the rules do not tell capital letters from small ones."""
        return name.casefold() in self._categories

    def has_supplier(self, code: str) -> bool:
        """Whether there is a supplier of this code."""
        return code.casefold() in self._suppliers

    @cached_property
    def _categories(self) -> frozenset[str]:
        return frozenset(map(str.casefold, self.categories))

    @cached_property
    def _suppliers(self) -> frozenset[str]:
        return frozenset(map(str.casefold, self.suppliers))


def rule_faults(book: RuleBook, known: Known) -> tuple[RuleFault, ...]:
    """Everything that is wrong with a book, in the order in which it stands there."""
    return (
        *_of_book(book, known.today),
        *_of_fees(book),
        *_of_rows(book, known),
        *overlaps(book),
        *gaps(book),
    )


def gaps(book: RuleBook) -> tuple[RuleFault, ...]:
    """The days from the book's beginning on which no row of everything counts: the first of each gap.

    None are told while such a row has its dates crossed: nobody knows which days it is meant for.
    """
    rows = _by_beginning(_scopes(book.rules).get(("", ""), []))
    if not rows:
        return (RuleFault(RuleFact.NO_GENERAL, Section.RULE),)
    if any(_crossed(row) for _, row in rows):
        return ()
    missing = []
    day: date | None = book.valid_from
    for place, row in rows:
        if day is not None and _begin(row) > day:
            missing.append(RuleFault(RuleFact.GAP, Section.RULE, place, "from", day.isoformat()))
        day = None if day is None or row.valid_until in (None, date.max) else max(day, _end(row) + _DAY)
    if day is not None:
        missing.append(RuleFault(RuleFact.ENDS, Section.RULE, rows[-1][0], "until", day.isoformat()))
    return tuple(missing)


def overlaps(book: RuleBook) -> tuple[RuleFault, ...]:
    """Rows for the same category and supplier that count on the same day, each named once, at the later of the two."""
    found = []
    for rows in _scopes(book.rules).values():
        for before, after in _neighbours(_by_beginning([placed for placed in rows if not _crossed(placed[1])])):
            if _end(before[1]) >= _begin(after[1]):
                first, second = sorted((before[0], after[0]))
                shared = (_begin(after[1]), min(_end(before[1]), _end(after[1])))
                day = max(shared[0], min(book.valid_from, shared[1])).isoformat()
                found.append(RuleFault(RuleFact.OVERLAP, Section.RULE, second, "", day, other=first))
    return tuple(sorted(found, key=lambda fault: fault.place))


_Placed = tuple[int, Rule]


def _scopes(rules: Iterable[Rule]) -> dict[tuple[str, str], list[_Placed]]:
    """The rows of each category and supplier with their places."""
    scopes: dict[tuple[str, str], list[_Placed]] = {}
    for place, row in enumerate(rules, 1):
        scopes.setdefault((row.category.casefold(), row.supplier.casefold()), []).append((place, row))
    return scopes


def _begin(row: Rule) -> date:
    return row.valid_from or date.min


def _end(row: Rule) -> date:
    return row.valid_until or date.max


def _by_beginning(rows: list[_Placed]) -> list[_Placed]:
    return sorted(rows, key=lambda placed: (_begin(placed[1]), placed[0]))


def _neighbours(rows: list[_Placed]) -> Iterator[tuple[_Placed, _Placed]]:
    """Each row with the one before it that lasts longest."""
    longest = rows[:1]
    for row in rows[1:]:
        yield longest[0], row
        if _end(row[1]) > _end(longest[0][1]):
            longest = [row]


def _crossed(row: Rule) -> bool:
    return row.valid_from is not None and row.valid_until is not None and row.valid_until < row.valid_from


def _of_book(book: RuleBook, today: date | None) -> Iterator[RuleFault]:
    yield from _of_day(book.valid_from, Section.BOOK, 0, "valid_from")
    if today is not None and book.valid_from < today:
        yield RuleFault(RuleFact.PAST, name="valid_from", value=book.valid_from.isoformat())
    yield from _of_amount(book.hour, MOST_MONEY, RuleFault(RuleFact.NEGATIVE, name="hour"))
    if len(book.rules) > MOST_ROWS:
        yield RuleFault(RuleFact.TOO_MANY, Section.RULE, 0, value=str(MOST_ROWS))


def _of_fees(book: RuleBook) -> Iterator[RuleFault]:
    seen = set()
    for place, fee in enumerate(book.fees, 1):
        at = RuleFault(RuleFact.STREAM_TWICE, Section.FEE, place, "stream", fee.stream.value)
        if fee.stream in seen:
            yield at
        seen.add(fee.stream)
        for name, amount in (("per_kg", fee.per_kg), ("at_least", fee.at_least)):
            yield from _of_amount(amount, MOST_MONEY, RuleFault(RuleFact.NEGATIVE, Section.FEE, place, name))


def _of_rows(book: RuleBook, known: Known) -> Iterator[RuleFault]:
    for place, row in enumerate(book.rules, 1):
        if row.category and not known.has_category(row.category):
            yield RuleFault(RuleFact.UNKNOWN_CATEGORY, Section.RULE, place, "category", row.category)
        if row.supplier and not known.has_supplier(row.supplier):
            yield RuleFault(RuleFact.UNKNOWN_SUPPLIER, Section.RULE, place, "supplier", row.supplier)
        for name, day in (("from", row.valid_from), ("until", row.valid_until)):
            yield from _of_day(day, Section.RULE, place, name)
        if _crossed(row):
            yield RuleFault(RuleFact.CROSSED, Section.RULE, place, "until", str(row.valid_until))
        yield from _of_figures(row, place)


def _of_figures(row: Rule, place: int) -> Iterator[RuleFault]:
    for name, times in Counter(name for name, _ in row.figures).items():
        if times > 1:
            yield RuleFault(RuleFact.FIGURE_TWICE, Section.RULE, place, name)
    for name, value in row.figures:
        at = RuleFault(RuleFact.WRONG_KIND, Section.RULE, place, name, _shown(value))
        if name not in _FIGURES:
            yield replace(at, fact=RuleFact.UNKNOWN_FIGURE, value=" ".join(Figure))
        else:
            yield from _of_figure(Figure(name), value, at)


def _of_figure(figure: Figure, value: object, at: RuleFault) -> Iterator[RuleFault]:
    kind = kind_of(figure)
    if not is_of_kind(figure, value):
        stream = kind is FigureKind.STREAM and isinstance(value, str)
        fact = RuleFact.UNKNOWN_STREAM if stream else RuleFact.WRONG_KIND
        yield replace(at, fact=fact)
    elif kind in MOST and isinstance(value, int):
        yield from _of_amount(value, MOST[kind], at)


def _of_amount(amount: object, most: int, at: RuleFault) -> Iterator[RuleFault]:
    """What is wrong with a whole number, at the place that ``at`` names; ``value`` is the number, or the most."""
    if isinstance(amount, bool) or not isinstance(amount, int):
        yield replace(at, fact=RuleFact.WRONG_KIND, value=_shown(amount))
    elif amount < 0:
        yield replace(at, fact=RuleFact.NEGATIVE, value=_shown(amount))
    elif amount > most:
        yield replace(at, fact=RuleFact.TOO_MUCH, value=_shown(amount))


def _shown(value: object) -> str:
    """What stands there, as far as it can be shown: Python writes no number of thousands of digits."""
    return "\N{HORIZONTAL ELLIPSIS}" if isinstance(value, int) and abs(value) > 10**18 else str(value)[:_LONGEST]


def _of_day(day: date | None, section: Section, place: int, name: str) -> Iterator[RuleFault]:
    if day is not None and not EARLIEST <= day <= LATEST:
        yield RuleFault(RuleFact.FAR, section, place, name, day.isoformat())
