"""A book of rules as it is typed: texts, whole or half, and the book they make; what reads as nothing is told.

Pure, so that every key typed may ask for the book anew.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from returns_desk.desktop.dialogs.entry import read_day
from returns_desk.domain.money import Money, parse_money
from returns_desk.domain.rule_faults import RuleFact, RuleFault, Section
from returns_desk.domain.rule_figures import Figure, FigureKind, kind_of
from returns_desk.domain.rules import Figures, Rule, RuleBook, Stream, StreamFee, rule_in_force
from returns_desk.wording import Words

Texts = dict[str, str]
PLACES = ("category", "supplier", "from", "until")
YES, NO = "yes", "no"
BY_KIND = "auto"  # no stream of its own: the thing's kind says it
_NOTHING = object()
_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{0,6})?", re.ASCII)


@dataclass
class TypedBook:
    """The texts of a book's fields and of its rows; what a row leaves out is empty."""

    book: Texts = field(default_factory=dict)
    rows: list[Texts] = field(default_factory=list)

    def copy(self) -> "TypedBook":
        """The same texts once more."""
        return TypedBook(dict(self.book), [dict(row) for row in self.rows])


def type_book(words: Words, book: RuleBook, currency: str) -> TypedBook:
    """A book as texts."""

    def amount(minor: int) -> str:
        return str(Money(minor, currency))

    texts = {"hour": amount(book.hour), "valid_from": words.date(book.valid_from)}
    for fee in book.fees:
        per_kg, at_least = fee_names(fee.stream)
        texts |= {per_kg: amount(fee.per_kg), at_least: amount(fee.at_least)}
    return TypedBook(texts, [type_rule(words, rule) for rule in book.rules])


def type_rule(words: Words, rule: Rule) -> Texts:
    """A row as texts."""
    texts = {"category": rule.category, "supplier": rule.supplier}
    texts["from"] = words.date(rule.valid_from) if rule.valid_from else ""
    texts["until"] = words.date(rule.valid_until) if rule.valid_until else ""
    return texts | {name: type_figure(name, value) for name, value in rule.figures}


def type_figure(name: str, value: Any) -> str:
    """A figure as it is typed."""
    match kind_of(Figure(name)):
        case FigureKind.SHARE:
            return f"{Decimal(value) / 100:f}"
        case FigureKind.YES_NO:
            return YES if value else NO
        case FigureKind.STREAM:
            return value.value if value else BY_KIND
        case _:
            return str(value)


def read_book(typed: TypedBook, version: int, currency: str, today: date) -> tuple[RuleBook, tuple[RuleFault, ...]]:
    """The book that the texts make, and what reads as nothing: those figures are left out."""
    reader = _Reader(currency)
    of_book = RuleFault(RuleFact.NOT_A_DATE)
    day = reader.day(typed.book.get("valid_from", ""), replace(of_book, name="valid_from")) or today
    hour = reader.money(typed.book.get("hour", ""), replace(of_book, name="hour"))
    fees: list[StreamFee] = []
    for stream in Stream:
        if any(typed.book.get(name) for name in fee_names(stream)):
            fees.append(reader.fee(typed.book, stream, len(fees) + 1))
    rules = tuple(reader.rule(place, texts) for place, texts in enumerate(typed.rows, 1))
    return RuleBook(version, day, hour, tuple(fees), rules), tuple(reader.faults)


def fee_names(stream: Stream) -> tuple[str, str]:
    """The two fields of what a stream costs."""
    return f"{stream.value}_per_kg", f"{stream.value}_at_least"


def inherited(book: RuleBook, number: int, today: date) -> Figures:
    """What counts for a row where it says nothing itself: what the wider rows and the program say."""
    row = book.rules[number]
    wider = tuple(rule for rule in book.rules if rule.narrowness < row.narrowness)
    day = max(today, row.valid_from) if row.valid_from else today
    return rule_in_force(replace(book, rules=wider), row.category, row.supplier, day).figures


class _Reader:
    """Reads texts one by one and notes what reads as nothing."""

    def __init__(self, currency: str) -> None:
        self._currency = currency
        self.faults: list[RuleFault] = []

    def rule(self, place: int, texts: Texts) -> Rule:
        """One row; ``place`` counts from 1."""
        at = RuleFault(RuleFact.NOT_A_NUMBER, Section.RULE, place)
        typed = (name.value for name in Figure if texts.get(name))
        figures = ((name, self.figure(texts[name], replace(at, name=name))) for name in typed)
        return Rule(
            texts.get("category", ""),
            texts.get("supplier", ""),
            self.day(texts.get("from", ""), replace(at, name="from")),
            self.day(texts.get("until", ""), replace(at, name="until")),
            tuple((name, value) for name, value in figures if value is not _NOTHING),
        )

    def figure(self, text: str, at: RuleFault) -> Any:
        """A figure's value, ``_NOTHING`` where it reads as nothing."""
        match kind_of(Figure(at.name)):
            case FigureKind.YES_NO:
                return text == YES
            case FigureKind.STREAM:
                return None if text == BY_KIND else Stream(text)
            case FigureKind.SHARE:
                read = self._number(text, 2, replace(at, fact=RuleFact.NOT_A_SHARE))
            case _:
                read = self._number(text, 0, at)
        return _NOTHING if read is None else read

    def _number(self, text: str, digits: int, at: RuleFault) -> int | None:
        """A number in units of its last digit."""
        read = read_number(text, digits)
        if read is None:
            self.faults.append(replace(at, value=text))
        return None if read is None else int(read.scaleb(digits))

    def day(self, text: str, at: RuleFault) -> date | None:
        """A day as either language writes it."""
        read = read_day(text) if text else None
        if text and read is None:
            self.faults.append(replace(at, fact=RuleFact.NOT_A_DATE, value=text))
        return date.fromisoformat(read) if read else None

    def money(self, text: str, at: RuleFault) -> int:
        """An amount in minor units; nothing typed is nothing."""
        try:
            return parse_money(text, self._currency).minor if text else 0
        except ValueError:
            self.faults.append(replace(at, fact=RuleFact.NOT_MONEY, value=text))
            return 0

    def fee(self, texts: Texts, stream: Stream, place: int) -> StreamFee:
        """What a stream costs."""
        at = RuleFault(RuleFact.NOT_MONEY, Section.FEE, place)
        per_kg, at_least = (
            self.money(texts.get(name, ""), replace(at, name=short))
            for name, short in zip(fee_names(stream), ("per_kg", "at_least"), strict=True)
        )
        return StreamFee(stream, per_kg, at_least)


def read_number(text: str, digits: int) -> Decimal | None:
    """A number with at most so many digits behind its point."""
    bare = text.removesuffix("%").strip().replace(",", ".").replace("\N{MINUS SIGN}", "-")
    read = Decimal(bare) if _NUMBER.fullmatch(bare) else None
    return read if read is not None and read == round(read, digits) else None
