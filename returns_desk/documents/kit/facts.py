"""Names with their values: in a column beside a paper's sides, or as a strip across the page."""

from collections.abc import Sequence
from typing import NamedTuple

from returns_desk.documents.kit.bidi import broken_lines
from returns_desk.documents.kit.flow import Flow
from returns_desk.documents.kit.fonts import text_width
from returns_desk.documents.kit.looks import LABEL, STRONG
from returns_desk.documents.kit.page import MARGIN, Pen

_ACROSS = 4
_GAP = 14.0
_LINES = 5  # of one name or value


class Fact(NamedTuple):
    """A name and its value; ``code``: the value is drawn left to right as it is."""

    name: str
    value: str
    code: bool = True


def draw_facts(pen: Pen, facts: Sequence[Fact], place: tuple[float, float], width: float) -> float:
    """Draw names and values beside each other, all values beginning in one line; return where they end."""
    along, down = place
    labels = [line for fact in facts for line in fact.name.split("\n")]
    names = min(max((text_width(label, LABEL.face, LABEL.size) for label in labels), default=0) + 10, width * 0.55)
    down -= 1.5
    for name, value, code in facts:
        under = pen.block(name, (along, down + 1.2), names - 6, LABEL)
        end = pen.block(value, (along + names, down), width - names, STRONG, code=code)
        down = max(under, end) + 2.4
    return down


def draw_strip(flow: Flow, facts: Sequence[Fact]) -> None:
    """Draw facts four to a row, each name above its value, under fine lines; a row is never parted."""
    pen = flow.pen
    width = (pen.inner - (_ACROSS - 1) * _GAP) / _ACROSS
    for first in range(0, len(facts), _ACROSS):
        row = facts[first : first + _ACROSS]
        flow.keep_room(max(_height(fact, width) for fact in row))
        pen.rule(MARGIN, flow.down, pen.inner)
        top = flow.down + 7
        for place, (name, value, code) in enumerate(row):
            along = MARGIN + place * (width + _GAP)
            end = pen.block(name, (along, top), width, LABEL)
            flow.down = max(flow.down, pen.block(value, (along, end + 0.5), width, STRONG, code=code))
        flow.down += 5


def _height(fact: Fact, width: float) -> float:
    texts = ((fact.name, LABEL), (fact.value, STRONG))
    return 13 + sum(
        len(broken_lines(text, style.face, style.size, width, _LINES)) * style.step for text, style in texts
    )
