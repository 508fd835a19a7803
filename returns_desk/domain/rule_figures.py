"""Each figure of the rules by its name: what kind of value it is, and what values it may have."""

from collections.abc import Iterable
from dataclasses import fields
from enum import StrEnum
from typing import Any

from returns_desk.domain.rules import Figures, Rule, RuleBook, Stream


class Figure(StrEnum):
    """Everything that a row can say, in the order in which people read it; the values are names of ``Figures``."""

    AS_NEW_A = "as_new_a"
    AS_NEW_B = "as_new_b"
    OPEN_BOX_A = "open_box_a"
    OPEN_BOX_B = "open_box_b"
    OPEN_BOX_C = "open_box_c"
    RESALE_OPENED = "resale_opened"
    GIVING = "giving"
    DONATION = "donation"
    SHELF_DAYS = "shelf_days"
    CREDIT_CHANCE = "credit_chance"
    CREDIT_WEIGHT = "credit_weight"
    STREAM = "stream"
    HOLDS_DATA = "holds_data"
    RESTOCK_SECONDS = "restock_seconds"
    OPEN_BOX_SECONDS = "open_box_seconds"
    SUPPLIER_SECONDS = "supplier_seconds"
    DONATE_SECONDS = "donate_seconds"
    RECYCLE_SECONDS = "recycle_seconds"


class FigureKind(StrEnum):
    """How a figure is written and within what bounds; the least is always 0."""

    SHARE = "share"  # basis points
    YES_NO = "yes or no"
    DAYS = "days"
    COUNT = "count"
    SECONDS = "seconds"
    STREAM = "stream"  # or none: by the thing itself


MOST = {FigureKind.SHARE: 10_000, FigureKind.DAYS: 3_650, FigureKind.COUNT: 1_000, FigureKind.SECONDS: 86_400}
_F = Figure
_ORDER = {figure.value: at for at, figure in enumerate(Figure)}
_KINDS = {
    FigureKind.YES_NO: (_F.RESALE_OPENED, _F.GIVING, _F.HOLDS_DATA),
    FigureKind.DAYS: (_F.SHELF_DAYS,),
    FigureKind.COUNT: (_F.CREDIT_WEIGHT,),
    FigureKind.STREAM: (_F.STREAM,),
    FigureKind.SECONDS: tuple(figure for figure in Figure if figure.endswith("_seconds")),
}
_BY_FIGURE = {figure: kind for kind, figures in _KINDS.items() for figure in figures}


def kind_of(figure: Figure) -> FigureKind:
    """What kind of value a figure is; all that is nothing else is a share."""
    return _BY_FIGURE.get(figure, FigureKind.SHARE)


def is_of_kind(figure: Figure, value: object) -> bool:
    """Whether a value is of the figure's kind at all, be it within bounds or not."""
    match kind_of(figure):
        case FigureKind.YES_NO:
            return isinstance(value, bool)
        case FigureKind.STREAM:
            return value is None or isinstance(value, Stream)
    return isinstance(value, int) and not isinstance(value, bool)


def in_order(figures: Iterable[tuple[str, Any]]) -> tuple[tuple[str, Any], ...]:
    """The figures of a row in the order in which people read them, wherever they come from."""
    return tuple(sorted(figures, key=lambda named: _ORDER.get(named[0], len(_ORDER))))


def spelled_out(book: RuleBook) -> RuleBook:
    """The same book with every figure named in its rows of everything, to be read and edited; it means the same."""
    rows = tuple(row if row.narrowness else _whole(row) for row in book.rules)
    return RuleBook(book.version, book.valid_from, book.hour, book.fees, rows)


def _whole(row: Rule) -> Rule:
    named = dict(row.figures)
    figures = ((each.name, named.get(each.name, each.default)) for each in fields(Figures))
    return Rule(row.category, row.supplier, row.valid_from, row.valid_until, tuple(figures))
