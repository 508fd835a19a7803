"""One code on a sheet: as a card, as a row, or as a badge."""

from dataclasses import dataclass

from returns_desk.documents.kit.barcodes import (
    Bars,
    bars_width,
    code128,
    data_matrix,
    draw_bars,
    draw_matrix,
    ean,
    gs1_128,
)
from returns_desk.documents.kit.bidi import broken_lines, own_direction
from returns_desk.documents.kit.fonts import Face, text_width
from returns_desk.documents.kit.looks import LINE, ROLES, SMALL, STRONG, Style
from returns_desk.documents.kit.page import MARGIN, Align, Pen

DPI = 300
CARD_HEIGHT, ROW_HEIGHT = 83.0, 70.0
BADGE = (242.6, 153.0)  # 85.6 x 54 mm
_WORD = Style(Face.BOLD, 14)
_BADGE_NAME = Style(Face.BOLD, 20)
_MATRIX_DOTS = 8


@dataclass(frozen=True)
class SheetCode:
    """A code with its words in the sheet's language and in the other one.

    ``role`` names a colour of the program; ``symbology`` is ``code128``, ``gs1-128``, ``ean`` or ``datamatrix``.
    """

    code: str
    words: str
    role: str = "ink"
    also: str = ""
    symbology: str = "code128"

    @property
    def bars(self) -> Bars:
        """The code's bars; a Data Matrix has those of its text in Code 128."""
        return {"ean": ean, "gs1-128": gs1_128}.get(self.symbology, code128)(self.code)


def fits(code: SheetCode, width: float) -> bool:
    """Say whether the code's bars fit into a card of this width in modules that every scanner reads."""
    return bars_width(code.bars, DPI, 3) <= width


def draw_card(pen: Pen, code: SheetCode, place: tuple[float, float], width: float) -> None:
    """Draw a card with its top at ``place``: a bar of colour, the word, the other language, the code."""
    along, down = place
    pen.box((along, down, width, CARD_HEIGHT - 8), stroke=LINE, corner=4)
    pen.box((along, down, 4, CARD_HEIGHT - 8), fill=ROLES[code.role], corner=1.5)
    _draw_word(pen, code.words, (along + 12, down + 18), _WORD._replace(colour=ROLES[code.role]), width - 20)
    _draw_bars(pen, code, (along + 5, down + 25), (width - 6, 34))
    shown = pen.text(code.code, (along + width - 8, down + 69), SMALL, Align.END, code=True)
    also = broken_lines(own_direction(code.also), SMALL.face, SMALL.size, width - shown - 28, 1)[0]
    pen.text(also, (along + 12, down + 69), SMALL)


def draw_row(pen: Pen, code: SheetCode, down: float) -> None:
    """Draw a row of a page to try: words at the start, the symbol on the far side."""
    half = pen.inner * 0.5
    _draw_word(pen, code.words, (MARGIN, down + 22), STRONG._replace(size=11), half)
    pen.block(code.also, (MARGIN, down + 27), half - 10, SMALL)
    if code.symbology == "datamatrix":
        _draw_matrix(pen, code, MARGIN + pen.inner * 0.75, down + 5)
    else:
        _draw_bars(pen, code, (MARGIN + half, down + 8), (half, 38))
    shown = code.code.replace("\x1d", " ")
    pen.text(shown, (MARGIN + pen.inner * 0.75, down + 57), SMALL, Align.CENTRE, code=True)
    pen.rule(MARGIN, down + ROW_HEIGHT - 4, pen.inner)


def draw_badge(pen: Pen, code: SheetCode, place: tuple[float, float]) -> None:
    """Draw a badge the size of a bank card: a band of colour, the name, the role, the code."""
    along, down = place
    width, height = BADGE
    pen.box((along, down, width, height), stroke=LINE, corner=9)
    pen.box((along + 16, down + 16, 34, 5), fill=ROLES[code.role], corner=2.5)
    _draw_word(pen, code.words, (along + 16, down + 46), _BADGE_NAME, width - 32)
    pen.text(
        broken_lines(code.also, STRONG.face, 11, width - 32, 1)[0], (along + 16, down + 64), STRONG._replace(size=11)
    )
    _draw_bars(pen, code, (along + 4, down + 80), (width - 8, 44))
    pen.text(code.code, (along + width / 2, down + 137), SMALL, Align.CENTRE, code=True)


def _draw_word(pen: Pen, text: str, place: tuple[float, float], style: Style, room: float) -> None:
    """Draw a line of text, smaller where it would be too long, cut where it would be too small."""
    size = style.size
    while size > 7 and text_width(text, style.face, size) > room:
        size -= 0.5
    pen.text(broken_lines(text, style.face, size, room, 1)[0], place, style._replace(size=size))


def _draw_bars(pen: Pen, code: SheetCode, place: tuple[float, float], room: tuple[float, float]) -> None:
    """Draw the code in the middle of ``room`` (width, height), in the widest module that fits, at most 0.34 mm."""
    bars = code.bars
    dots = next((dots for dots in (4, 3) if bars_width(bars, DPI, dots) <= room[0]), 2)
    width = bars_width(bars, DPI, dots)
    left = pen.left(place[0] + (room[0] - width) / 2, width)
    draw_bars(pen.canvas, bars, (left, pen.up(place[1] + room[1]), room[1]), DPI, dots)
    pen.forget_ink()


def _draw_matrix(pen: Pen, code: SheetCode, middle: float, down: float) -> None:
    matrix = data_matrix(code.code)
    dots = min(_MATRIX_DOTS, int(44 * DPI / 72 / matrix.width))
    side = matrix.width * dots * 72 / DPI
    draw_matrix(pen.canvas, matrix, (pen.left(middle - side / 2, side), pen.up(down)), DPI, dots)
    pen.forget_ink()
