"""A light table: columns as wide as what they hold, wrapped cells, the head again on every page, no frames.

reportlab's own table would read markup and knows no right-to-left columns; this one draws lines of text at their
places, and the pen turns the columns round.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from returns_desk.documents.kit.bidi import broken_lines, drawn_order
from returns_desk.documents.kit.fonts import text_width
from returns_desk.documents.kit.looks import CELL, INK, LABEL, LINE, Style
from returns_desk.documents.kit.page import Align, Pen

_GAP = 9.0  # between columns
_PAD = 4.5  # above and below the text of a row


class Piece(NamedTuple):
    """Text in one style; a cell is made of pieces, one under the other. ``code``: drawn left to right as it is."""

    text: str
    style: Style = CELL
    code: bool = False


Cell = tuple[Piece, ...]
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Column:
    """One column: its title lines, how wide it may be, and whether it takes the width that is left."""

    titles: tuple[str, ...]
    most: float = 90
    align: Align = Align.START
    grows: bool = False


class _Line(NamedTuple):
    text: str
    style: Style
    code: bool
    down: float


class LaidRow(NamedTuple):
    """A row in lines, ready to be drawn."""

    height: float
    cells: tuple[tuple[_Line, ...], ...]


class Table:
    """Rows laid out for one width; drawn in parts, page after page."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Row], width: float) -> None:
        self._columns = columns
        self._width = width
        self._widths = _fitted(columns, rows, width)
        self._head = tuple(
            tuple(line for title in column.titles for line in broken_lines(title, LABEL.face, LABEL.size, wide))
            for column, wide in zip(columns, self._widths, strict=True)
        )
        self.head_height = max(map(len, self._head)) * LABEL.step + 9
        self.rows = [self._laid(row) for row in rows]

    def _laid(self, row: Row) -> LaidRow:
        height = 0.0
        cells = []
        for cell, width in zip(row, self._widths, strict=True):
            lines = []
            down = _PAD
            for text, style, code in cell:
                for line in broken_lines(text, style.face, style.size, width, 16):
                    lines.append(_Line(line, style, code, down + style.size))
                    down += style.step
            height = max(height, down)
            cells.append(tuple(lines))
        return LaidRow(height + _PAD, tuple(cells))

    def fitting(self, first: int, room: float, *, least: int = 1) -> int:
        """How many rows from ``first`` on fit into a height, the head included; at least ``least`` of them."""
        room -= self.head_height
        count = 0
        for row in self.rows[first:]:
            room -= row.height
            if room < 0 and count >= least:
                break
            count += 1
        return count

    def shared_out(self, room: float, full: float, closing: float = 0) -> list[int]:
        """Share the rows out to what is left of a page and to ``full`` ones: how many stand on each.

        ``closing`` stays whole under the last row, and takes two rows with it to a page of its own where it can.
        """
        counts: list[int] = []
        first = 0
        while first < len(self.rows) or not counts:
            page = full if counts else room
            counts.append(self.fitting(first, page, least=1 if page >= full else 0))
            first += counts[-1]
        count = counts[-1]
        if not closing or self.height_of(first - count, count) + closing <= page:
            return counts
        taken = min(2, count - 1)
        if taken <= 0 or self.height_of(first - taken, taken) + closing > full:
            taken = 0
        return [*counts[:-1], count - taken, taken]

    def height_of(self, first: int, count: int) -> float:
        """How high the head and some rows are."""
        return self.head_height + sum(row.height for row in self.rows[first : first + count])

    def draw(self, pen: Pen, place: tuple[float, float], first: int, count: int) -> float:
        """Draw head and rows with the top at ``place`` (along, down); return where they end."""
        down = self._draw_head(pen, place)
        for row in self.rows[first : first + count]:
            along = place[0]
            for lines, column, width in zip(row.cells, self._columns, self._widths, strict=True):
                end = along + _anchor(column.align, width, pen)
                for line in lines:
                    pen.text(line.text, (end, down + line.down), line.style, column.align, code=line.code)
                along += width + _GAP
            down += row.height
            pen.rule(place[0], down, self._width, 0.5, LINE)
        return down

    def _draw_head(self, pen: Pen, place: tuple[float, float]) -> float:
        along, down = place
        bottom = down + self.head_height
        for lines, column, width in zip(self._head, self._columns, self._widths, strict=True):
            foot = bottom - 6 - (len(lines) - 1) * LABEL.step
            for line in lines:
                pen.text(line, (along + _anchor(column.align, width, pen), foot), LABEL, column.align)
                foot += LABEL.step
            along += width + _GAP
        pen.rule(place[0], bottom, self._width, 0.9, INK)
        return bottom


def _anchor(align: Align, width: float, pen: Pen) -> float:
    """How far into its column the text is hung up."""
    if align is Align.RIGHT:
        align = Align.START if pen.right_to_left else Align.END
    return {Align.START: 0.0, Align.CENTRE: width / 2, Align.END: width}[align]


def _fitted(columns: Sequence[Column], rows: Sequence[Row], width: float) -> list[float]:
    """Give each column what its widest piece needs, up to its limit; growing columns share what is left."""
    widths = [_needed(column, place, rows) for place, column in enumerate(columns)]
    left = width - _GAP * (len(columns) - 1) - sum(widths)
    growing = [place for place, column in enumerate(columns) if column.grows]
    for place in growing:
        widths[place] += left / len(growing)
    return widths


def _needed(column: Column, place: int, rows: Sequence[Row]) -> float:
    if column.grows:
        return 0
    need = max(_title_width(title) for title in column.titles)
    pieces = {piece for row in rows for piece in row[place]}
    widest = max((text_width(drawn_order(text, False), style.face, style.size) for text, style, _ in pieces), default=0)
    return max(need, min(column.most, widest)) + 0.1


def _title_width(title: str) -> float:
    """What a title needs to stand in two lines."""
    words = max((text_width(word, LABEL.face, LABEL.size) for word in title.split(" ")), default=0)
    return max(words, text_width(title, LABEL.face, LABEL.size) * 0.7)
