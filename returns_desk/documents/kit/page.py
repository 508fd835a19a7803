"""A page and the pen that draws on it: places are counted from the side on which reading starts, and from the top.

So one layout serves both directions: ``along`` 0 is the left edge in English and the right edge in Hebrew. Nothing here
reads markup; text from people is drawn sign by sign.
"""

from dataclasses import dataclass
from enum import Enum
from functools import cache
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from returns_desk.documents.kit.bidi import broken_lines, drawn_order
from returns_desk.documents.kit.fonts import register_fonts, text_width
from returns_desk.documents.kit.looks import INK, LINE, SMALL, Style

rl_config.trustedSchemes = ["data"]
rl_config.trustedHosts = []
rl_config.useA85 = 0  # plain deflate: smaller files, drawn sooner

MARGIN = 40.0
WIDTH: float = A4[0]
HEIGHT: float = A4[1]
INNER = WIDTH - 2 * MARGIN


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


@dataclass(frozen=True)
class Stamp:
    """What every page says at its foot: the paper, and when and by whom it was printed (ready sentences)."""

    paper: str
    printed: str


class Pen:
    """Draws on one PDF, page by page."""

    def __init__(self, title: str, *, right_to_left: bool, size: tuple[float, float] = A4) -> None:
        register_fonts()
        self._file = BytesIO()
        self.width, self.height = size
        self.right_to_left = right_to_left
        self.canvas = Canvas(self._file, pagesize=size, invariant=1, pageCompression=1)
        self.canvas.setTitle(title)
        self.canvas.setCreator("Returns Desk")
        if right_to_left:
            self.canvas.setViewerPreference("Direction", "R2L")
        self._written: tuple[str, float] | None = None
        self._filled = ""

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

    def forget_ink(self) -> None:
        """Take up ink and letters anew: somebody drew on the canvas directly, or a page began."""
        self._written, self._filled = None, ""

    def next_page(self) -> None:
        """Finish this page and begin another."""
        self.canvas.showPage()
        self.forget_ink()

    def finished(self) -> bytes:
        """Finish the last page and return the file."""
        self.canvas.showPage()
        self.canvas.save()
        return self._file.getvalue()


def draw_foot(pen: Pen, stamp: Stamp, page_of: str) -> None:
    """Draw the foot of an A4 page: which paper, which page of how many, when and by whom it was printed."""
    down = pen.height - 26
    pen.rule(MARGIN, down - 11, INNER)
    third = INNER / 3
    pen.text(broken_lines(stamp.paper, SMALL.face, SMALL.size, third + 20, 1)[0], (MARGIN, down), SMALL)
    pen.text(page_of, (WIDTH / 2, down), SMALL._replace(colour=INK), Align.CENTRE)
    pen.text(broken_lines(stamp.printed, SMALL.face, SMALL.size, third, 1)[0], (MARGIN + INNER, down), SMALL, Align.END)
