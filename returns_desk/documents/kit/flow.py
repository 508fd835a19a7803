"""A paper on its way: heads, blocks and tables one under the other, over as many pages as they need.

Feet are drawn last, when it is known how many pages there are; so nothing is drawn twice to be counted, and what is
costly (a photograph) is fetched only while it is drawn.
"""

from collections.abc import Callable, Sequence

from returns_desk.documents.kit.bidi import broken_lines, without_directions
from returns_desk.documents.kit.dress import Dress
from returns_desk.documents.kit.frame import LATER, Frame, Heading, Stamp
from returns_desk.documents.kit.looks import GROUND, TEXT, Style
from returns_desk.documents.kit.page import MARGIN, SHEETS, Pen
from returns_desk.documents.kit.table import Table
from returns_desk.documents.kit.voices import Voices

Draw = Callable[[Pen, float], object]  # where its top is


_PAD = 10.0  # inside a box


class Flow:
    """Draws down the page from ``down`` on, and begins another one, with its head, where there is no room."""

    def __init__(self, heading: Heading, voices: Voices, stamp: Stamp, dress: Dress) -> None:
        self.voices, self._heading = voices, heading
        self.pen = Pen(
            without_directions(stamp.paper), right_to_left=voices.words.right_to_left, size=SHEETS[dress.look.size]
        )
        self._frame = Frame(self.pen, voices, stamp, dress)
        self.bottom, self.colour = self._frame.bottom, self._frame.colour
        self.down = self._fresh = self._frame.first_head(heading)

    @property
    def room(self) -> float:
        """How much of the page is left."""
        return self.bottom - self.down

    def fits(self, height: float) -> bool:
        """Say whether a later page could hold so much."""
        return height <= self.bottom - LATER

    def begin(self, heading: Heading) -> None:
        """Begin a part of its own on another page, with a whole head."""
        self.pen.hold_page()
        self._heading = heading
        self.down = self._fresh = self._frame.first_head(heading)

    def next_page(self) -> None:
        """Go on at the top of another page."""
        self.pen.hold_page()
        self.down = self._fresh = self._frame.later_head(self._heading)

    def keep_room(self, height: float) -> None:
        """Begin another page unless so much room is left on this one, or nothing stands on it yet."""
        if height > self.room and self.down > self._fresh:
            self.next_page()

    def add(self, height: float, draw: Draw, *, together: float = 0) -> None:
        """Add a block that is never parted; ``together``: how much of what follows must stand on the same page."""
        self.keep_room(height + together)
        draw(self.pen, self.down)
        self.down += height

    def text(self, text: str, style: Style = TEXT, *, after: float = 6, most: int = 40) -> None:
        """Draw a paragraph over the whole width."""
        lines = broken_lines(text, style.face, style.size, self.pen.inner, most) if text else ()
        self.keep_room(style.step * min(2, len(lines)))
        for line in lines:
            self.keep_room(style.step)
            self.pen.text(line, (MARGIN, self.down + style.size), style)
            self.down += style.step
        self.down += after if lines else 0

    def boxed(self, texts: Sequence[tuple[str, Style]], *, after: float = 8) -> None:
        """Draw paragraphs on a quiet ground over the whole width; they are never parted."""
        lines = [
            (line, style)
            for text, style in texts
            for line in broken_lines(text, style.face, style.size, self.pen.inner - 2 * _PAD, 6)
        ]
        height = sum(style.step for _, style in lines) + _PAD + 2
        self.keep_room(height)
        self.pen.box((MARGIN, self.down, self.pen.inner, height), fill=GROUND)
        down = self.down + _PAD / 2
        for line, style in lines:
            self.pen.text(line, (MARGIN + _PAD, down + style.size), style)
            down += style.step
        self.down += height + after

    def table(self, table: Table, *, closing: float = 0) -> None:
        """Draw a table, its head again on every page; so much room stays for ``closing`` under its last row."""
        first = 0
        for turn, count in enumerate(table.shared_out(self.room, self.bottom - LATER, closing)):
            if turn:
                self.next_page()
            if count or not table.rows:
                self.down = table.draw(self.pen, (MARGIN, self.down), first, count)
            first += count

    def finished(self) -> bytes:
        """Draw the feet and return the file."""
        return self.pen.finished(self._frame.foot)
