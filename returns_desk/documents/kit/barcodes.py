"""Bars and dots that scan: modules from the libraries, drawn by us as whole printer dots.

Every text is checked before a library sees it: python-barcode puts the right check digit in place of a wrong one and
says nothing. One rectangle is drawn per run of modules, 0.1 dot narrower on each side, so that no renderer lets it
touch a dot that is not its own.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any

import numpy
import zxingcpp
from barcode.codex import Code128, Gs1_128
from barcode.ean import EuropeanArticleNumber8, EuropeanArticleNumber13

from returns_desk.domain.refusals import BadValue, WrongCheckDigit

QUIET = 10  # modules of white on each side of the bars
MATRIX_QUIET = 2
_INSET = 0.1
_LONGEST = 48
_FIGURES_99 = [105, 99]  # the start of pairs of figures, and the pair


@dataclass(frozen=True)
class Bars:
    """One symbol as modules, ``1`` black; quiet zones are not among them but belong to ``width``."""

    text: str
    modules: str
    gs1: bool = False  # begins with FNC1, which no printer adds by itself

    @property
    def width(self) -> int:
        """Modules from white to white, quiet zones included."""
        return len(self.modules) + 2 * QUIET

    @property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """Black runs as (first module, number of modules); the left quiet zone is counted."""
        return _runs(self.modules, QUIET)


@dataclass(frozen=True)
class Matrix:
    """A Data Matrix as rows of modules, ``1`` black."""

    text: str
    rows: tuple[str, ...]

    @property
    def width(self) -> int:
        """Modules from white to white, the quiet zone included; the symbol is square."""
        return len(self.rows[0]) + 2 * MATRIX_QUIET

    @property
    def runs(self) -> tuple[tuple[int, int, int], ...]:
        """Black runs as (row, first module, number of modules), the quiet zone counted."""
        lines = enumerate(self.rows)
        return tuple((row + MATRIX_QUIET, *run) for row, line in lines for run in _runs(line, MATRIX_QUIET))


def _runs(modules: str, first: int) -> tuple[tuple[int, int], ...]:
    found = []
    for sign, group in groupby(modules):
        length = len(list(group))
        if sign == "1":
            found.append((first, length))
        first += length
    return tuple(found)


def _checked(text: str) -> str:
    """Let through what every scanner can type: 1 to 48 printable ASCII signs."""
    if not (0 < len(text) <= _LONGEST and text.isascii() and text.isprintable()):
        raise BadValue("code", text)
    return text


def printable_code(text: str) -> bool:
    """Say whether a text can be printed as Code 128."""
    return 0 < len(text) <= _LONGEST and text.isascii() and text.isprintable()


class _Code128(Code128):  # type: ignore[misc]
    """WORKAROUND(python-barcode): it takes a 99 at the beginning for a change to figures, and leaves it out."""

    def _try_to_optimize(self, encoded: list[int]) -> list[int]:
        if encoded[:2] == _FIGURES_99:
            return encoded
        return list(super()._try_to_optimize(encoded))


@lru_cache(maxsize=1024)
def code128(text: str) -> Bars:
    """Code 128 of a text; raise ``BadValue`` for what is not 1 to 48 printable ASCII signs."""
    return Bars(text, str(_Code128(_checked(text)).build()[0]))


@lru_cache(maxsize=64)
def gs1_128(text: str) -> Bars:
    """GS1-128 of element strings, parted by the group separator (0x1D); raise ``BadValue`` like ``code128``."""
    _checked(text.replace("\x1d", ""))
    return Bars(text, str(Gs1_128(text.replace("\x1d", Gs1_128.FNC1_CHAR)).build()[0]), gs1=True)


@lru_cache(maxsize=1024)
def ean(text: str) -> Bars:
    """EAN-13 (UPC-A with a zero in front) or EAN-8; raise ``WrongCheckDigit`` or, for other lengths, ``BadValue``."""
    digits = f"0{text}" if len(text) == 12 else text
    if len(digits) not in (8, 13) or not (digits.isascii() and digits.isdigit()):
        raise BadValue("code", text)
    weighted = sum(int(digit) * (3, 1)[place % 2] for place, digit in enumerate(reversed(digits[:-1])))
    if (10 - weighted % 10) % 10 != int(digits[-1]):
        raise WrongCheckDigit(text)
    kind = EuropeanArticleNumber13 if len(digits) == 13 else EuropeanArticleNumber8
    return Bars(text, str(kind(digits[:-1]).build()[0]).replace("G", "1"))


@lru_cache(maxsize=1024)
def data_matrix(text: str) -> Matrix:
    """A Data Matrix of a text, through zxing-cpp's writer; raise ``BadValue`` like ``code128``."""
    symbol = zxingcpp.create_barcode(_checked(text), zxingcpp.BarcodeFormat.DataMatrix)
    dots = numpy.asarray(symbol.to_image(scale=1, add_quiet_zones=False))
    return Matrix(text, tuple("".join("0" if value else "1" for value in row) for row in dots.tolist()))


def module_dots(dpi: int, preferred_mm: float = 0.36) -> int:
    """Whole printer dots for one module: 3 at 203 dpi, 4 at 300 dpi, 9 at 600 dpi."""
    return max(1, round(preferred_mm * dpi / 25.4))


def bars_width(bars: Bars, dpi: int, dots: int) -> float:
    """How wide the symbol is on paper in points, quiet zones included."""
    return bars.width * dots * 72 / dpi


def draw_bars(canvas: Any, bars: Bars, place: tuple[float, float, float], dpi: int, dots: int) -> None:
    """Draw on a reportlab canvas; ``place`` is left, bottom (both moved to whole dots) and height in points."""
    dot = 72 / dpi
    left, bottom, height = (round(value / dot) for value in place)
    path = canvas.beginPath()
    for start, length in bars.runs:
        path.rect((left + start * dots + _INSET) * dot, bottom * dot, (length * dots - 2 * _INSET) * dot, height * dot)
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1)


def draw_matrix(canvas: Any, matrix: Matrix, place: tuple[float, float], dpi: int, dots: int) -> None:
    """Draw on a reportlab canvas; ``place`` is left and top in points, moved to whole dots."""
    dot = 72 / dpi
    left, top = (round(value / dot) for value in place)
    path = canvas.beginPath()
    side = dots - 2 * _INSET
    for row, start, length in matrix.runs:
        bottom = (top - (row + 1) * dots + _INSET) * dot
        path.rect((left + start * dots + _INSET) * dot, bottom, (length * dots - 2 * _INSET) * dot, side * dot)
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1)
