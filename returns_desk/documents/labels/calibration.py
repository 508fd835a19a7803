"""Labels to measure a label printer with: a rule, the corners, and every width of bars at the printer's own dots.

What has no room on the first label goes on to the next, so that a small label leaves nothing out but what is wider
than its paper.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from returns_desk.documents.kit.barcodes import Matrix
from returns_desk.documents.kit.bidi import broken_lines
from returns_desk.documents.kit.fonts import Face, text_width
from returns_desk.documents.labels.measures import (
    RULE_MM,
    Symbol,
    corners,
    every_symbol,
    rule_across,
    rule_down,
    to_dots,
)
from returns_desk.documents.labels.plan import BarsAt, LabelPlan, Letters, MatrixAt
from returns_desk.wording import Words

_BLACK = "#000000"
_LEAST_BARS_MM, _MOST_BARS_MM = 4.0, 12.0
_MARK_MM, _ASIDE_MM, _TEXT_MM = 2.0, 1.6, 2.2


class Room(NamedTuple):
    """Where symbols and words may stand, in dots."""

    left: int
    top: int
    right: int
    low: int


def plan_calibration(size: tuple[float, float], dpi: int, words: Words) -> tuple[LabelPlan, ...]:
    """As many labels as it takes; ``size`` is width and height in mm."""
    first, beside, room = _first(size, dpi, words)
    labels, waiting = [first], list(every_symbol(dpi))
    waiting, beside = put_symbols(first, beside, waiting)
    waiting, room = put_symbols(first, room._replace(top=max(room.top, beside.top)), waiting)
    while waiting:
        plan, whole = _blank(size, dpi)
        left, below = put_symbols(plan, whole, waiting)
        if len(left) == len(waiting):  # wider than the paper
            break
        labels.append(plan)
        room = below
        waiting = left
    put_words(labels[-1], room, what_to_do(words), to_dots(_TEXT_MM, dpi), words)
    return tuple(labels)


def what_to_do(words: Words) -> tuple[str, ...]:
    """What to do with what is printed, and when it is not as it should be."""
    return (
        words("Measure the rules: what they say in millimetres must be so on paper."),
        words(
            "If a rule is too long or too short, print again with the scale at 100 % (“Actual size”), never “Fit to "
            "page”; for labels set the label's size in the printer's driver too."
        ),
        words(
            "Scan every code. If a width is not read, clean the print head and choose other dots per inch for this "
            "printer in the settings."
        ),
        words("All four corners must be whole: what is outside them gets lost."),
    )


def _first(size: tuple[float, float], dpi: int, words: Words) -> tuple[LabelPlan, Room, Room]:
    """The label with the rules; there is room beside the one that goes down, and maybe below it."""
    plan, room = _blank(size, dpi)
    said = words("Calibration: {dpi} dpi, {width} × {height} mm", dpi=dpi, width=f"{size[0]:g}", height=f"{size[1]:g}")
    letters = to_dots(_TEXT_MM, dpi)
    inset, aside = room.left + to_dots(5.2, dpi), to_dots(_MARK_MM + 0.8, dpi)
    at = plan.width - room.left - aside if words.right_to_left else room.left + aside
    plan.elements.append(
        Letters(
            said, at, room.top + letters, letters, Face.MEDIUM, _BLACK, words.right_to_left, end=words.right_to_left
        )
    )
    foot = room.top + letters + to_dots(7.5, dpi)
    across = _whole_rule(plan.width - room.left - inset - to_dots(2, dpi), dpi)
    under = foot + to_dots(1, dpi)  # two rules, each with its own end
    down = _whole_rule(room.low - under - to_dots(0.5, dpi), dpi)
    plan.elements += [*rule_across(inset, foot, across, dpi), *rule_down(inset, under, down, dpi)]
    beside = Room(inset + to_dots(1, dpi), foot + to_dots(1.5, dpi), room.right, room.low)
    return plan, beside, room._replace(top=under + to_dots(down + 2, dpi))


def _whole_rule(room: int, dpi: int) -> int:
    """100 mm, or as many whole ones as there is room for, to five."""
    return min(RULE_MM, int(room * 25.4 / dpi) // 5 * 5)


def _blank(size: tuple[float, float], dpi: int) -> tuple[LabelPlan, Room]:
    plan = LabelPlan(to_dots(size[0], dpi), to_dots(size[1], dpi), dpi)
    margin = to_dots(max(1.0, min(0.05 * size[1], 3.0)), dpi)
    plan.elements += [
        *corners((plan.width, plan.height), 0, dpi, _MARK_MM),
        *corners((plan.width, plan.height), margin, dpi, _MARK_MM),
    ]
    inside = margin + to_dots(_ASIDE_MM, dpi)  # what is printed keeps off the corners
    return plan, Room(inside, inside, plan.width - inside, plan.height - inside)


def put_symbols(plan: LabelPlan, room: Room, symbols: Sequence[Symbol]) -> tuple[list[Symbol], Room]:
    """Put symbols in rows as long as there is room below; gives those that have none, and the room that is left."""
    dpi, top = plan.dpi, room.top
    letters, gap, width = to_dots(1.9, dpi), to_dots(1.2, dpi), room.right - room.left
    waiting = [symbol for symbol in symbols if symbol.width <= width]
    too_wide = [symbol for symbol in symbols if symbol.width > width]
    while waiting:
        row = _row(waiting, room.right - room.left, gap, lambda symbol: _taken(symbol, letters, dpi))
        height = _height(row, room.low - top - letters - gap, dpi)
        if not height:
            break
        left = room.left
        for symbol in row:
            plan.elements += _placed(symbol, left, top, height, letters, dpi)
            left += _taken(symbol, letters, dpi) + gap
        waiting = waiting[len(row) :]
        top += height + letters + gap
    return [*waiting, *too_wide], room._replace(top=top)


def _row(symbols: list[Symbol], width: int, gap: int, taken: Callable[[Symbol], int]) -> list[Symbol]:
    """As many of one sort as stand side by side, at least one."""
    row: list[Symbol] = []
    for symbol in symbols:
        if row and (width < taken(symbol) or isinstance(symbol.drawn, Matrix) != isinstance(row[0].drawn, Matrix)):
            break
        row.append(symbol)
        width -= taken(symbol) + gap
    return row


def _taken(symbol: Symbol, letters: int, dpi: int) -> int:
    """How wide it is with what stands under it."""
    return max(symbol.width, round(text_width(symbol.said(dpi), Face.REGULAR, letters)))


def _height(row: list[Symbol], room: int, dpi: int) -> int:
    """How high a row is; 0 where it has no room."""
    if isinstance(row[0].drawn, Matrix):
        height = max(symbol.width for symbol in row)
        return height if height <= room else 0
    return min(room, to_dots(_MOST_BARS_MM, dpi)) if room >= to_dots(_LEAST_BARS_MM, dpi) else 0


def _placed(
    symbol: Symbol, left: int, top: int, height: int, letters: int, dpi: int
) -> tuple[BarsAt | MatrixAt, Letters]:
    foot = top + height + letters
    said = Letters(symbol.said(dpi), left, foot, letters, Face.REGULAR, _BLACK)
    if isinstance(symbol.drawn, Matrix):
        return MatrixAt(symbol.drawn, left, top + height - symbol.width, symbol.dots), said
    return BarsAt(symbol.drawn, left, top, height, symbol.dots), said


def put_words(plan: LabelPlan, room: Room, lines: Iterable[str], size: int, words: Words) -> int:
    """Write sentences from the top of the room downwards, whole ones, as many as have room; gives where they end."""
    foot, rtl = room.top, words.right_to_left
    for sentence in lines:
        broken = broken_lines(sentence, Face.REGULAR, size, room.right - room.left)
        if foot + len(broken) * round(size * 1.35) > room.low:
            break
        for line in broken:
            foot += round(size * 1.35)
            at = room.right if rtl else room.left
            plan.elements.append(Letters(line, at, foot, size, Face.REGULAR, _BLACK, rtl, end=rtl))
    return foot
