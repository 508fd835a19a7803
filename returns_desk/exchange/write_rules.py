"""A book of rules for decisions as a TOML file that people edit: each figure with what it means beside it.

What is written is read back as the same book. Comments are in the person's language; names and values never are.
"""

from collections.abc import Iterator
from typing import Any

from returns_desk.domain.rule_figures import Figure, in_order, kind_of
from returns_desk.domain.rules import Figures, Rule, RuleBook
from returns_desk.exchange.rule_values import BY_ITSELF, write_amount, write_value
from returns_desk.exchange.toml_out import toml_comment, toml_pair
from returns_desk.wording.words import Words


def write_rules(book: RuleBook, words: Words, currency: str) -> bytes:
    """The file's bytes, in UTF-8. A row of everything also shows, as comments, what it leaves to the program."""
    lines = [*_head(words), *_of_book(book, words, currency)]
    for row in book.rules:
        lines += ["", "[[rule]]", *_of_row(row, words)]
    if not any(row.narrowness for row in book.rules):
        lines += ["", *(toml_comment(line) for line in _example(book, words))]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _head(words: Words) -> Iterator[str]:
    said = (
        words("The rules by which the desk recommends what to do with a returned thing."),
        words("Shares are written in percent, money in the shop's currency, times in seconds for one piece."),
        words("A row without category and supplier counts for everything; there must be one for every day."),
        words("Other rows say only what is different: first the supplier's, over it the category's, over it both."),
        words("Days from when and until when a row counts may be left out; the last day counts."),
        words("Is no beginning given for the whole file, it is the day on which it is imported."),
        words("Before the file is imported: {command}", command="returns-desk rules check"),
    )
    yield from (toml_comment(line) for line in said)
    yield ""


def _of_book(book: RuleBook, words: Words, currency: str) -> Iterator[str]:
    yield toml_pair("valid_from", book.valid_from)
    yield toml_pair("currency", currency)
    yield toml_pair("hour", write_amount(book.hour, currency), words("What an hour of handling costs"))
    for fee in book.fees:
        yield from ("", "[[fee]]")
        yield toml_pair("stream", fee.stream.value, words.name(fee.stream))
        yield toml_pair("per_kg", write_amount(fee.per_kg, currency), words("Recycling fee for a kilogram"))
        yield toml_pair("at_least", write_amount(fee.at_least, currency), words("and at least for one piece"))


def _of_row(row: Rule, words: Words) -> Iterator[str]:
    if not row.narrowness:
        yield toml_comment(words("everything"))
    scope = {"category": row.category, "supplier": row.supplier, "from": row.valid_from, "until": row.valid_until}
    yield from (toml_pair(key, value) for key, value in scope.items() if value)
    for name, value in in_order(row.figures):
        yield _figure(Figure(name), value, words)
    if not row.narrowness:
        named = {name for name, _ in row.figures}
        yield from ("# " + _figure(each, getattr(Figures(), each), words) for each in Figure if each not in named)


def _example(book: RuleBook, words: Words) -> Iterator[str]:
    """A narrower row, where the book has none to learn from."""
    yield words("Another row, as an example")
    yield "[[rule]]"
    yield toml_pair("category", "\N{HORIZONTAL ELLIPSIS}", words("of this category"))
    yield toml_pair("supplier", "\N{HORIZONTAL ELLIPSIS}", words("of this supplier"))
    yield toml_pair("from", book.valid_from)
    yield _figure(Figure.GIVING, False, words)


def _figure(figure: Figure, value: Any, words: Words) -> str:
    meaning = words.name(figure)
    if figure is Figure.STREAM:
        meaning = words("{figure}; {auto}: by the thing itself", figure=meaning, auto=BY_ITSELF)
    return toml_pair(figure.value, write_value(kind_of(figure), value), meaning)
