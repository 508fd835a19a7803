"""Sums at the end of a paper: names, figures whose points stand in one line, and the last of them large."""

from collections.abc import Sequence

from returns_desk.documents.kit.bidi import broken_lines, drawn_order
from returns_desk.documents.kit.facts import Fact
from returns_desk.documents.kit.fonts import text_width
from returns_desk.documents.kit.looks import INK, STRONG, SUM, TEXT, Style
from returns_desk.documents.kit.page import MARGIN, Align, Pen

WIDTH = 216.0
_GAP = 8.0
_LAST_NAME = SUM._replace(size=11.5)


class Sums:
    """A block at the end of the line; ``last`` stands under a rule. Names that are too long are wrapped."""

    def __init__(self, rows: Sequence[Fact], last: Fact) -> None:
        self._widest = max([_width(last.value, SUM), *(_width(row.value, STRONG) for row in rows)])
        self._rows = [(row, self._lines(row.name, TEXT)) for row in rows]
        self._last = (last, self._lines(last.name, _LAST_NAME))
        self.height = sum(_height(lines) for _, lines in self._rows) + 14 + len(self._last[1]) * _LAST_NAME.step

    def _lines(self, name: str, style: Style) -> tuple[str, ...]:
        return broken_lines(name, style.face, style.size, max(WIDTH - self._widest - _GAP, 40), 3)

    def draw(self, pen: Pen, down: float) -> float:
        """Draw the block with its top at ``down``; return where it ends."""
        along = MARGIN + pen.inner - WIDTH
        end = MARGIN + pen.inner - (self._widest if pen.right_to_left else 0)
        for (_, value, code), lines in self._rows:
            for place, line in enumerate(lines):
                pen.text(line, (along, down + TEXT.size + 3 + place * TEXT.step), TEXT)
            pen.text(value, (end, down + TEXT.size + 3), STRONG, Align.RIGHT, code=code)
            down += _height(lines)
        (_, value, code), lines = self._last
        if self._rows:
            pen.rule(along, down + 6, WIDTH, 1.2, INK)
        for place, line in enumerate(lines):
            pen.text(line, (along, down + 24 + place * _LAST_NAME.step), _LAST_NAME)
        pen.text(value, (end, down + 24), SUM, Align.RIGHT, code=code)
        return down + 14 + len(lines) * _LAST_NAME.step


def _height(lines: Sequence[str]) -> float:
    return len(lines) * TEXT.step + 2.1


def _width(text: str, style: Style) -> float:
    return text_width(drawn_order(text, False), style.face, style.size)
