"""A book of rules for decisions as lines that people read, one row after the other."""

from collections.abc import Iterator

from returns_desk.domain.money import Money
from returns_desk.domain.rule_figures import Figure
from returns_desk.domain.rules import Figures, Rule, RuleBook
from returns_desk.domain.snapshots.rule_books import BookState, RuleBookSnapshot
from returns_desk.wording.figures import write_figure
from returns_desk.wording.words import Words


def say_version(words: Words, shown: RuleBookSnapshot) -> str:
    """Which version it is, from when on it counts, and whether it does."""
    facts = {
        "version": shown.book.version,
        "day": words.date(shown.book.valid_from),
        "state": words.name(shown.state),
    }
    if shown.made_at is None:
        return words("Version {version}, as the program brings it: {state}", **facts)
    if shown.ends is not None and shown.state is not BookState.REPLACED:
        ends = words.date(shown.ends)
        return words("Version {version} from {day}, {state}, until another begins on {ends}", ends=ends, **facts)
    return words("Version {version} from {day}: {state}", **facts)


def say_book(words: Words, book: RuleBook, currency: str) -> Iterator[str]:
    """What stands in a book: the cost of an hour, the fees, each row with its figures."""
    yield words("What an hour of handling costs: {amount}", amount=words.money(Money(book.hour, currency)))
    for fee in book.fees:
        yield words(
            "Recycling, {stream}: {per_kg} for a kilogram, at least {at_least} for a piece",
            stream=words.name(fee.stream),
            per_kg=words.money(Money(fee.per_kg, currency)),
            at_least=words.money(Money(fee.at_least, currency)),
        )
    for number, row in enumerate(book.rules, 1):
        yield words("row {row}: {scope}", row=number, scope=say_row_scope(words, row))
        yield from (f"    {line}" for line in _figures(words, row))


def _figures(words: Words, row: Rule) -> Iterator[str]:
    """The figures of a row; a row of everything also says what it leaves to the program."""
    named = dict(row.figures)
    for figure in Figure:
        if figure in named:
            yield say_named_figure(words, figure, named[figure])
        elif not row.narrowness:
            said = say_named_figure(words, figure, getattr(Figures(), figure))
            yield words("{figure} (as the program brings it)", figure=said)


def say_named_figure(words: Words, name: str, value: object) -> str:
    """A figure by its name, with its value."""
    return f"{words.name(Figure(name))}: {write_figure(words, name, value)}"


def say_row_scope(words: Words, row: Rule) -> str:
    """For what a row counts, and on which days."""
    scope = " · ".join(filter(None, (row.category, row.supplier))) or words("everything")
    begins = words("from {day}", day=words.date(row.valid_from)) if row.valid_from else ""
    ends = words("until {day}", day=words.date(row.valid_until)) if row.valid_until else ""
    return ", ".join(filter(None, (scope, begins, ends)))
