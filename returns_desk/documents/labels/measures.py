"""What a calibration shows: rules with ticks, marks in the corners, and every width of bars with a code of its own."""

from collections.abc import Iterator
from typing import NamedTuple

from returns_desk.documents.kit.barcodes import Bars, Matrix, code128, data_matrix, ean, gs1_128, module_dots
from returns_desk.documents.kit.fonts import Face, text_width
from returns_desk.documents.labels.plan import BoxAt, Element, Letters

RULE_MM = 100
ARTICLE, CARTON = "2950000000013", "00072900000000000018"  # of nobody: a number kept for use inside, a company of zeros
_FINEST_MM, _USUAL_MM, _WIDEST_MM = 0.25, 0.36, 0.5
_MATRIX_MM = (0.33, 0.5, 0.75, 1.0)
_TICK_MM = {10: 4.0, 5: 3.0, 1: 2.0}
_LINE_MM, _MARK_MM, _FIGURE_MM = 0.2, 6.0, 2.4


class Symbol(NamedTuple):
    """One code in one width; ``kind`` is how people call it, ``dots`` the printer's dots of one module."""

    kind: str
    drawn: Bars | Matrix
    dots: int

    @property
    def width(self) -> int:
        """How many dots it takes from white to white."""
        return self.drawn.width * self.dots

    def said(self, dpi: int) -> str:
        """What stands under it: its kind, its text, and how wide one module is."""
        return f"{self.kind} · {self.dots} · {self.dots * 25.4 / dpi:.2f} mm"


def to_dots(millimetres: float, dpi: int) -> int:
    """The whole dots nearest to a length."""
    return round(millimetres * dpi / 25.4)


def every_symbol(dpi: int) -> tuple[Symbol, ...]:
    """Every width of bars that the program prints at so many dots per inch, then the sizes of Data Matrix."""
    first, last = module_dots(dpi, _FINEST_MM), module_dots(dpi, _WIDEST_MM)
    own = [Symbol(f"X{dots}", code128(f"X{dots}"), dots) for dots in range(first, last + 1)]
    article = Symbol("EAN-13", ean(ARTICLE), module_dots(dpi, _USUAL_MM))
    carton = Symbol("SSCC", gs1_128(CARTON), last)
    sizes = dict.fromkeys(module_dots(dpi, side) for side in _MATRIX_MM)
    return (*own, article, carton, *(Symbol(f"M{dots}", data_matrix(f"M{dots}"), dots) for dots in sizes))


def rule_across(left: int, foot: int, length: int, dpi: int) -> Iterator[Element]:
    """A level rule of ``length`` mm whose ticks stand on ``foot``; from edge to edge of its end ticks it is exact."""
    line = max(1, to_dots(_LINE_MM, dpi))
    for at, tick in _ticks(length):
        place, height = left + to_dots(at, dpi), to_dots(tick, dpi)
        yield BoxAt(place, foot - height, line, height)
        if at % 10 == 0:
            size = to_dots(_FIGURE_MM, dpi)
            middle = round(text_width(str(at), Face.REGULAR, size) / 2)
            yield _figure(str(at), place + line // 2 - middle, foot - height - size // 4, size)
    yield BoxAt(left, foot, to_dots(length, dpi) + line, line)


def rule_down(left: int, top: int, length: int, dpi: int) -> Iterator[Element]:
    """The same from above to below, its ticks to the left of ``left``."""
    line = max(1, to_dots(_LINE_MM, dpi))
    for at, tick in _ticks(length):
        place, width = top + to_dots(at, dpi), to_dots(tick, dpi)
        yield BoxAt(left - width, place, width, line)
        if at % 10 == 0:
            size = to_dots(_FIGURE_MM, dpi)
            beside = round(text_width(str(at), Face.REGULAR, size)) + size // 4
            yield _figure(str(at), left - width - beside, place + size // 3, size)
    yield BoxAt(left, top, line, to_dots(length, dpi) + line)


def _figure(text: str, at: int, foot: int, size: int) -> Letters:
    return Letters(text, at, foot, size, Face.REGULAR, "#000000")


def _ticks(length: int) -> Iterator[tuple[int, float]]:
    for at in range(length + 1):
        yield at, next(tick for every, tick in _TICK_MM.items() if at % every == 0)


def corners(size: tuple[int, int], inset: int, dpi: int, mark_mm: float = _MARK_MM) -> Iterator[BoxAt]:
    """An angle in each corner, ``inset`` dots from the paper's edge, its outer sides exactly there."""
    thick, long = max(2, to_dots(_LINE_MM * 1.5, dpi)), to_dots(mark_mm, dpi)
    right, low = size[0] - inset, size[1] - inset
    for across, beside in ((inset, inset), (right - long, right - thick)):
        for down, under in ((inset, inset), (low - long, low - thick)):
            yield BoxAt(across, under, long, thick)
            yield BoxAt(beside, down, thick, long)
