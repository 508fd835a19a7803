"""A page and the pen that draws on it: places are counted from the side on which reading starts, and from the top.

So one layout serves both directions: ``along`` 0 is the left edge in English and the right edge in Hebrew. Nothing here
reads markup; text from people is drawn sign by sign.
"""

from collections.abc import Callable
from enum import Enum
from functools import cache
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfgen.canvas import Canvas

from returns_desk.documents.kit.bidi import broken_lines, drawn_order
from returns_desk.documents.kit.fonts import register_fonts, text_width
from returns_desk.documents.kit.looks import LINE, Style
from returns_desk.domain.paper_look import PaperSize

rl_config.trustedSchemes = ["data"]
rl_config.trustedHosts = []
rl_config.useA85 = 0  # plain deflate: smaller files, drawn sooner

MARGIN = 40.0
SHEETS: dict[PaperSize, tuple[float, float]] = {PaperSize.A4: A4, PaperSize.LETTER: LETTER}


@cache
def _ink(colour: str) -> Color:
    """A colour of the program; reportlab takes its time to read one."""
    return HexColor(colour)


class Align(Enum):
    """Where a line of text stands in its place; ``RIGHT`` is for figures, in both directions."""

    START = "start"
    END = "end"
    CENTRE = "centre"
    RIGHT = "right"


class Pen:
    """Draws on one PDF, page by page."""

    def __init__(self, title: str, *, right_to_left: bool, size: tuple[float, float] = A4) -> None:
        register_fonts()
        self._file = BytesIO()
        self.width, self.height = size
        self.inner = self.width - 2 * MARGIN
        self.right_to_left = right_to_left
        self.canvas = Canvas(self._file, pagesize=size, invariant=1, pageCompression=1)
        self.canvas.setTitle(title)
        self.canvas.setCreator("Returns Desk")
        if right_to_left:
            self.canvas.setViewerPreference("Direction", "R2L")
        self._written: tuple[str, float] | None = None
        self._filled = ""
        self._held: list[dict[str, Any]] = []

    def left(self, along: float, width: float = 0) -> float:
        """The left edge on paper of something ``width`` wide that starts at ``along``."""
        return self.width - along - width if self.right_to_left else along

    def up(self, down: float) -> float:
        """The height on paper, from the bottom, of a place counted from the top."""
        return self.height - down

    def text(
        self, text: str, place: tuple[float, float], style: Style, align: Align = Align.START, *, code: bool = False
    ) -> float:
        """Draw one line with its foot at ``place`` (along, down), codes and amounts as they are; return its width."""
        shown = drawn_order(text, self.right_to_left and not code)
        width = text_width(shown, style.face, style.size)
        self._take(style)
        self.canvas.drawString(self._start(place[0], width, align), self.height - place[1], shown)
        return width

    def _start(self, along: float, width: float, align: Align) -> float:
        if align is Align.RIGHT:
            align = Align.START if self.right_to_left else Align.END
        if align is Align.END:
            along -= width
        elif align is Align.CENTRE:
            along -= width / 2
        return self.width - along - width if self.right_to_left else along

    def _take(self, style: Style) -> None:
        """Change ink and letters only when they differ: a long table has thousands of cells in the same ones."""
        if self._written != style[:2]:
            self._written = style[:2]
            self.canvas.setFont(style.face.value, style.size)
        if self._filled != style.colour:
            self._filled = style.colour
            self.canvas.setFillColor(_ink(style.colour))

    def block(
        self, text: str, place: tuple[float, float], width: float, style: Style, *, code: bool = False, most: int = 5
    ) -> float:
        """Draw text in at most ``most`` lines of ``width``, the first with its top at ``place``; return the end."""
        down = place[1]
        for line in broken_lines(text, style.face, style.size, width, most):
            self.text(line, (place[0], down + style.size), style, code=code)
            down += style.step
        return down

    def rule(self, along: float, down: float, length: float, thick: float = 0.6, colour: str = LINE) -> None:
        """Draw a level line."""
        self.canvas.setStrokeColor(_ink(colour))
        self.canvas.setLineWidth(thick)
        left = self.left(along, length)
        self.canvas.line(left, self.up(down), left + length, self.up(down))

    def box(
        self, place: tuple[float, float, float, float], *, fill: str = "", stroke: str = "", corner: float = 3
    ) -> None:
        """Draw a box with round corners; ``place`` is along, down, width, height."""
        along, down, width, height = place
        if fill:
            self.canvas.setFillColor(_ink(fill))
            self._filled = ""
        if stroke:
            self.canvas.setStrokeColor(_ink(stroke))
            self.canvas.setLineWidth(0.8)
        left = self.left(along, width)
        self.canvas.roundRect(left, self.up(down + height), width, height, corner, stroke=bool(stroke), fill=bool(fill))

    def across(self, text: str, style: Style) -> None:
        """Write large across the middle of the page, from its lower left to its upper right."""
        self.canvas.saveState()
        self.canvas.translate(self.width / 2, self.height / 2)
        self.canvas.rotate(52)
        self._take(style)
        self.canvas.drawCentredString(0, -style.size / 4, drawn_order(text, False))
        self.canvas.restoreState()
        self.forget_ink()

    def forget_ink(self) -> None:
        """Take up ink and letters anew: somebody drew on the canvas directly, or a page began."""
        self._written, self._filled = None, ""

    def next_page(self) -> None:
        """Finish this page and begin another."""
        self.canvas.showPage()
        self.forget_ink()

    def hold_page(self) -> None:
        """Begin another page; this one is finished with all others, when it is known how many they are."""
        self._held.append(dict(vars(self.canvas)))
        self.canvas._startPage()
        self.forget_ink()

    def finished(self, foot: Callable[[int, int], object] | None = None) -> bytes:
        """Finish every page and return the file; ``foot`` draws the last of each held one: its place, and of how many.

        reportlab has no way to come back to a page: its canvas is put back as it was on that page.
        """
        self._held.append(dict(vars(self.canvas)))
        for page, state in enumerate(self._held, 1):
            vars(self.canvas).update(state)
            self.forget_ink()
            if foot is not None:
                foot(page, len(self._held))
            self.canvas.showPage()
        self.canvas.save()
        return self._file.getvalue()
