"""Eyes for paper: two renderers that make dots of a PDF, two readers that make text of the dots, and worse weather.

zbar knows no Data Matrix (nor does any release of it), so a matrix is read by zxing alone; that it is the same matrix
that the bars beside it stand for, and that both renderers draw it, is checked all the same.
"""

import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, groupby
from math import ceil
from typing import Any, NamedTuple

import numpy
import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageFilter, ImageOps
from pyzbar.pyzbar import ZBarSymbol, decode

RENDERERS = ("pdfium", "poppler")
DPIS = (203, 300, 600)
_BARS = zxingcpp.barcode_formats_from_str("Code128,EAN13,EAN8")
_DOTS = zxingcpp.barcode_formats_from_str("DataMatrix")
_ZBAR = [ZBarSymbol.CODE128, ZBarSymbol.EAN13, ZBarSymbol.EAN8]
_SPOT = 0.42  # of a module, as sigma: a scanner's spot is about one module across at half its height
_WIDEST_GAP = 6  # modules: the widest within a symbol is 4, a quiet zone 10
_FINE = 6  # dots to a module, from which on the picture is finer than the spot
_LESS = 0.001  # dots: what a page may be over a whole number of them
_DARK, _LIGHT = 96, 160  # between them a printer might do either


class Box(NamedTuple):
    """A place on a page in dots; right and bottom are the first dots outside."""

    left: int
    top: int
    right: int
    bottom: int

    def grown(self, along: int, down: int, picture: Image.Image) -> "Box":
        """The box with room around it, as far as there is paper."""
        return Box(
            max(0, self.left - along),
            max(0, self.top - down),
            min(picture.width, self.right + along),
            min(picture.height, self.bottom + down),
        )


@dataclass(frozen=True)
class Symbol:
    """A code found on a page: what it says, whether it is a matrix, where it stands in inches from the top left."""

    page: int
    text: str
    matrix: bool
    inches: tuple[float, float, float, float]

    def box(self, dpi: int) -> Box:
        """Where it stands on the page in dots."""
        left, top, right, bottom = self.inches
        return Box(round(left * dpi), round(top * dpi), round(right * dpi), round(bottom * dpi))

    def cut_out(self, page: Image.Image, dpi: int) -> Image.Image:
        """The symbol with its quiet zone, and what else stands as near."""
        box = self.box(dpi).grown(round(0.2 * dpi), round(0.06 * dpi), page)
        return page.crop(box)


def rendered(pdf: bytes, renderer: str, dpi: int) -> tuple[Image.Image, ...]:
    """Every page in grey dots, one to a printer's dot."""
    return _RENDER[renderer](pdf, dpi)


def _by_pdfium(pdf: bytes, dpi: int) -> tuple[Image.Image, ...]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_in_true_size(page, dpi).render(scale=dpi / 72, grayscale=True).to_pil() for page in document)
    finally:
        document.close()


def _in_true_size(page: pypdfium2.PdfPage, dpi: int) -> pypdfium2.PdfPage:
    """Widen a page to whole dots: pypdfium2 would stretch what is on it to them (A4 at 300 dpi is 2480.3 dots wide)."""
    dots = (ceil(side * dpi / 72 - _LESS) - _LESS for side in page.get_size())
    page.set_mediabox(0, 0, *(side * 72 / dpi for side in dots))
    return page


def _by_poppler(pdf: bytes, dpi: int) -> tuple[Image.Image, ...]:
    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm (poppler-utils) is not on this machine")
    made = subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", "-"], input=pdf, capture_output=True, check=True)
    assert not made.stderr, made.stderr.decode()
    return tuple(_pages_of(made.stdout))


def _pages_of(stream: bytes) -> Iterator[Image.Image]:
    """Part a stream of binary PGM pictures."""
    place = 0
    while place < len(stream):
        magic, width, height, _most = stream[place : place + 64].split(maxsplit=4)[:4]
        assert magic == b"P5"
        begin = place + len(b"P5\n%s %s\n255\n" % (width, height))
        place = begin + int(width) * int(height)
        yield Image.frombytes("L", (int(width), int(height)), stream[begin:place])


_RENDER: dict[str, Callable[[bytes, int], tuple[Image.Image, ...]]] = {"pdfium": _by_pdfium, "poppler": _by_poppler}


def found(pages: Sequence[Image.Image], dpi: int) -> tuple[Symbol, ...]:
    """All codes on some pages, with their places."""
    symbols = []
    for number, page in enumerate(pages):
        for formats, matrix in ((_BARS, False), (_DOTS, True)):
            for code in _by_zxing(page, formats):
                corners = [getattr(code.position, name) for name in _CORNERS]
                across, down = [corner.x for corner in corners], [corner.y for corner in corners]
                sides = (min(across) / dpi, min(down) / dpi, (max(across) + 1) / dpi, (max(down) + 1) / dpi)
                symbols.append(Symbol(number, code.text, matrix, sides))
    return tuple(symbols)


_CORNERS = ("top_left", "top_right", "bottom_right", "bottom_left")


def _by_zxing(picture: Image.Image, formats: Any) -> Any:
    """Read at full size, and only then at half: there, askew, zxing was seen to find ``If-&`NA-1`` beside ID-DANA-1."""
    for halved in (False, True):
        read = zxingcpp.read_barcodes(
            picture, formats=formats, text_mode=zxingcpp.TextMode.Plain, try_downscale=halved, try_rotate=halved
        )
        if read:
            return read
    return ()


def zxing_bars(picture: Image.Image) -> set[str]:
    """Bars that zxing reads."""
    return {code.text for code in _by_zxing(picture, _BARS)}


def zxing_dots(picture: Image.Image) -> set[str]:
    """Matrices that zxing reads."""
    return {code.text for code in _by_zxing(picture, _DOTS)}


def zbar_bars(picture: Image.Image) -> set[str]:
    """Bars that zbar reads; it says FNC1 as the group separator."""
    return {code.data.decode("ascii").strip("\x1d") for code in decode(picture, _ZBAR)}


READERS: dict[str, Callable[[Image.Image], set[str]]] = {"zxing": zxing_bars, "zbar": zbar_bars}


def readers_of(symbol: Symbol) -> dict[str, Callable[[Image.Image], set[str]]]:
    """Who can read a symbol."""
    return {"zxing": zxing_dots} if symbol.matrix else READERS


# ---- worse weather


def pale(picture: Image.Image) -> Image.Image:
    """Half the contrast: a worn ribbon, thin toner."""
    return picture.point(lambda light: 128 + light // 2)


def turned(picture: Image.Image) -> Image.Image:
    """Three degrees askew, on white."""
    framed = ImageOps.expand(picture, border=max(8, picture.height // 8), fill=255)
    return framed.rotate(3, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def with_dead_dot(picture: Image.Image, column: int, module: float) -> Image.Image:
    """One dot of the print head never prints, seen by a scanner whose spot is one module across.

    The spot is part of the matter: dot by dot, a bar with a white line in it is two bars, and no eye is that sharp.
    Coarse dots are doubled first, because a scanner does not look in step with the printer's dots.
    """
    broken = picture.copy()
    broken.paste(255, (column, 0, column + 1, broken.height))
    times = 2 if module < _FINE else 1
    larger = broken.resize((broken.width * times, broken.height * times), Image.Resampling.NEAREST)
    return larger.filter(ImageFilter.GaussianBlur(_SPOT * module * times))


def with_dead_row(picture: Image.Image) -> Image.Image:
    """A line across the paper stays white: a jump of the paper."""
    broken = picture.copy()
    broken.paste(255, (0, broken.height // 2, broken.width, broken.height // 2 + 1))
    return broken


# ---- dots and margins


def ink_box(page: Image.Image) -> Box:
    """What of a page is not white."""
    box = ImageOps.invert(page.point(lambda light: 255 if light > 250 else light)).getbbox()
    assert box is not None, "the page is empty"
    return Box(*box)


@cache
def _signs() -> bytes:
    """Black, white, and what a printer might do either with."""
    return bytes(0 if light < _DARK else 255 if light > _LIGHT else 128 for light in range(256))


class Runs(NamedTuple):
    """One level line of dots through a symbol: lengths of black and white in turn, and the white on either side."""

    before: int
    lengths: tuple[int, ...]
    after: int
    grey: int

    @property
    def module(self) -> int:
        """Dots of the finest line."""
        return min(self.lengths)


def runs_in(line: bytes, first: int, last: int) -> Runs:
    """The runs of the symbol that stands from ``first`` to ``last`` in a line of grey dots.

    Grey dots count as black and are told. What stands beyond a gap wider than any within the symbol is not of it.
    """
    signs = line.translate(_signs())
    merged = [(light, len(list(group))) for light, group in groupby(sign == 255 for sign in signs)]
    starts = [0, *accumulate(length for _, length in merged)]
    within = [length for start, (_, length) in zip(starts, merged, strict=False) if first <= start + 2 <= last - length]
    assert len(within) > 2, "no bars in this line"
    middle = (first + last) // 2
    gaps = [place for place, (light, length) in enumerate(merged) if light and length > _WIDEST_GAP * min(within)]
    before = max((place for place in gaps if starts[place] < middle), default=None)
    after = min((place for place in gaps if starts[place] >= middle), default=None)
    assert before is not None, "no white before the bars"
    assert after is not None, "no white behind the bars"
    lengths = tuple(length for _, length in merged[before + 1 : after])
    assert lengths, "no bars in the middle of this line"
    grey = signs[starts[before] : starts[after]].count(128)
    return Runs(merged[before][1], lengths, merged[after][1], grey)


def level_runs(symbol: Symbol, page: Image.Image, dpi: int) -> Iterator[Runs]:
    """Runs of some lines through the bars of a symbol, with the white around it."""
    box = symbol.box(dpi)
    room = box.grown(round(0.5 * dpi), 0, page)
    dots = numpy.asarray(page)
    high = box.bottom - box.top
    for row in range(box.top + high // 6, box.bottom - high // 6, max(1, high // 5)):
        yield runs_in(dots[row, room.left : room.right].tobytes(), box.left - room.left, box.right - room.left)


def matrix_dots(symbol: Symbol, page: Image.Image, dpi: int) -> Any:
    """The dots of a matrix from its first black row and column to its last."""
    box = symbol.box(dpi).grown(6, 6, page)
    dots = numpy.asarray(page)[box.top : box.bottom, box.left : box.right]
    dark = dots < 128
    return dots[numpy.ix_(dark.any(axis=1), dark.any(axis=0))]


def module_of(symbol: Symbol, page: Image.Image, dpi: int) -> int:
    """How many dots the finest line has; the upper edge of a matrix is black and white in turn."""
    if symbol.matrix:
        return int(numpy.argmax(matrix_dots(symbol, page, dpi)[0] >= 128))
    return next(level_runs(symbol, page, dpi)).module
