"""A paper that runs on over pages by itself: head, texts and tables one under the other, the foot says which page."""

from collections.abc import Callable

from returns_desk.documents.kit.bidi import own_direction
from returns_desk.documents.kit.looks import BRAND, LABEL, NAME, NUMBER, SMALL, TEXT, TITLE, Style
from returns_desk.documents.kit.page import HEIGHT, INNER, MARGIN, Align, Pen, Stamp, draw_foot
from returns_desk.documents.kit.table import Table
from returns_desk.documents.slips.facts import party_lines
from returns_desk.domain.slips import SlipParty
from returns_desk.wording import Words

_BOTTOM = HEIGHT - 52
_TOP = 40.0
_GAP = 24.0


class Flow:
    """Draws down the page and begins another where there is no room; ``pages`` is how many there are in all."""

    def __init__(self, words: Words, title: str, number: str, stamp: Stamp, pages: int) -> None:
        self.words, self._title, self._number, self._stamp, self._pages = words, title, number, stamp, pages
        self.pen = Pen(f"{title} {number}", right_to_left=words.right_to_left)
        self.down = _TOP
        self.page = 1

    def head(self, sides: tuple[tuple[str, SlipParty], ...], facts: tuple[tuple[str, str], ...]) -> None:
        """Draw title and number, who writes to whom, and what else stands in the head (name, value)."""
        pen, width = self.pen, (INNER - 2 * _GAP) / 3
        pen.text(self._title, (MARGIN, _TOP + TITLE.size * 0.8), TITLE)
        pen.text(self._number, (MARGIN, _TOP + 42), NUMBER, code=True)
        pen.rule(MARGIN, _TOP + 52, INNER, 1.6, BRAND)
        ends = []
        for place, (label, party) in enumerate(sides):
            along, down = MARGIN + place * (width + _GAP), _TOP + 64
            pen.text(label, (along, down + LABEL.size), LABEL)
            down = pen.block(own_direction(party.name_in(self.words.language)), (along, down + 12), width, NAME) + 2
            for line in party_lines(self.words, party, self.words.language):
                down = pen.block(line, (along, down), width, TEXT)
            ends.append(down)
        along, down = MARGIN + len(sides) * (width + _GAP), _TOP + 64
        for name, value in facts:
            pen.text(name, (along, down + LABEL.size), LABEL)
            down = pen.block(value, (along, down + 9), width, TEXT, code=True) + 3
        self.down = max([*ends, down]) + 12

    def keep_room(self, height: float) -> None:
        """Begin another page unless so much room is left on this one."""
        if self.down + height > _BOTTOM:
            self._foot()
            self.pen.next_page()
            self.page += 1
            self.pen.text(f"{self._title} {self._number}", (MARGIN, _TOP), SMALL)
            self.pen.rule(MARGIN, _TOP + 7, INNER, 1.2, BRAND)
            self.down = _TOP + 16

    def text(self, text: str, style: Style = TEXT, *, after: float = 6, most: int = 40) -> None:
        """Draw a paragraph over the whole width."""
        self.keep_room(style.step * 2)
        self.down = self.pen.block(text, (MARGIN, self.down), INNER, style, most=most) + after

    def table(self, table: Table, *, after: float = 10) -> None:
        """Draw a table in as many parts as it takes."""
        first = 0
        while first < len(table.rows):
            self.keep_room(table.height_of(first, 1))
            count = table.fitting(first, _BOTTOM - self.down)
            self.down = table.draw(self.pen, (MARGIN, self.down), first, count)
            first += count
        self.down += after

    def sums(self, rows: tuple[tuple[str, str], ...], style: Style) -> None:
        """Draw names and amounts at the end of the line, one under the other."""
        for name, value in rows:
            self.keep_room(style.step + 4)
            self.down += style.step + 3
            self.pen.text(name, (MARGIN + INNER - 240, self.down), style)
            self.pen.text(value, (MARGIN + INNER, self.down), style, Align.END, code=True)
        self.down += 10

    def finished(self) -> bytes:
        """Draw the last foot and return the file."""
        self._foot()
        return self.pen.finished()

    def _foot(self) -> None:
        draw_foot(self.pen, self._stamp, self.words("Page {page} of {pages}", page=self.page, pages=self._pages))


def in_pages(draw: Callable[[int], Flow]) -> bytes:
    """Draw twice: how many pages there are is known only at the end."""
    return draw(draw(0).page).finished()
