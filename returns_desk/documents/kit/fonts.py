"""The one family of letters on paper: registered once, measured from a cache, every sign checked before it is drawn.

A font that lacks a sign prints nothing and says nothing, so a sign that Heebo does not have becomes U+25A1, a box, and
is logged once. Heebo's own empty box (glyph 0) serves as that sign.
"""

import logging
import unicodedata
from enum import StrEnum
from functools import cache, lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from returns_desk.resources import resource

log = logging.getLogger(__name__)
BOX = "\u25a1"
_MARKS = frozenset({"Mn", "Me"})  # points over and under letters, and the selectors of emoji
_DIRECTING = "\u2066\u2067\u2068\u2069"  # isolates direct the line; they are taken out when it is put into order


class Face(StrEnum):
    """The three weights; the value is the name of the file and of the font inside a PDF."""

    REGULAR = "Heebo-Regular"
    MEDIUM = "Heebo-Medium"
    BOLD = "Heebo-Bold"


def font_file(face: Face) -> str:
    """Where the face's file is, for those who draw pixels themselves."""
    return str(resource("fonts", f"{face.value}.ttf"))


@cache
def _font(face: Face) -> TTFont:
    """Load and register a face, and let its empty box stand for U+25A1."""
    font = TTFont(face.value, font_file(face))
    font.face.charToGlyph.setdefault(ord(BOX), 0)
    font.face.charWidths.setdefault(ord(BOX), font.face.defaultWidth)
    pdfmetrics.registerFont(font)
    return font


def register_fonts() -> None:
    """Make the faces known to reportlab; asking again costs nothing."""
    for face in Face:
        _font(face)


@cache
def _advances(face: Face) -> dict[str, float]:
    """Widths of one em = 1 by sign; isolates take no room."""
    widths = {chr(code): width / 1000 for code, width in _font(face).face.charWidths.items()}
    return widths | dict.fromkeys(_DIRECTING, 0.0)


@lru_cache(maxsize=8_192)
def text_ems(text: str, face: Face) -> float:
    """How wide a line is at size 1, remembered: the same words come again on every page."""
    advances = _advances(face)
    box = advances[BOX]
    return sum([advances.get(sign, box) for sign in text])


def text_width(text: str, face: Face, size: float) -> float:
    """How wide a line of drawable text is, in the unit of ``size``."""
    return text_ems(text, face) * size


@cache
def _reported(sign: str) -> str:
    log.info("no glyph for U+%04X, a box is printed", ord(sign))
    return BOX


def _replacement(sign: str) -> str:
    """What stands for a sign without a glyph: a blank for blanks, nothing for unseen signs, else the box."""
    category = unicodedata.category(sign)
    if category.startswith("Z") or sign in "\t\n\r":
        return " "
    if sign in _DIRECTING:
        return sign
    return "" if category in ("Cc", "Cf") else _reported(sign)


@lru_cache(maxsize=8_192)
def drawable(text: str) -> str:
    """The text as it can be printed: composed, without points over letters, a box for every sign there is no glyph for.

    Direction marks and overrides that people typed go; isolates, which the program puts in, stay.
    """
    if text.isascii() and text.isprintable():
        return text
    known = _advances(Face.REGULAR)
    composed = unicodedata.normalize("NFC", text)
    signs = (sign for sign in composed if unicodedata.category(sign) not in _MARKS)
    return "".join(
        sign if sign in known and (sign.isprintable() or sign == "\xa0") else _replacement(sign) for sign in signs
    )
