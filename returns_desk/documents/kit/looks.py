"""Colours and sizes of letters on paper: the program's roles, sparingly, so that a grey laser prints them as well."""

from typing import NamedTuple

from returns_desk.documents.kit.fonts import Face
from returns_desk.domain.paper_look import BRAND

INK = "#0F1B2D"
MUTED = "#5A6B80"
LINE = "#DCE3EA"
GROUND = "#F4F6F8"
WHITE = "#FFFFFF"
ROLES = {
    "ink": INK,
    "muted": MUTED,
    "brand": BRAND,
    "ok": "#146C43",
    "warning": "#8A4B00",
    "bad": "#A4161A",
    "restock": "#146C43",
    "supplier": "#1B4DB1",
    "donate": "#7A2BA8",
    "recycle": "#8A4B00",
}


class Style(NamedTuple):
    """How a line of letters looks; ``leading`` is from one line to the next, in points."""

    face: Face
    size: float
    colour: str = INK
    leading: float = 0

    @property
    def step(self) -> float:
        """From one line to the next."""
        return self.leading or self.size * 1.32


TITLE = Style(Face.BOLD, 21)
TITLE_AGAIN = Style(Face.MEDIUM, 11.5, MUTED)
NUMBER = Style(Face.BOLD, 13)
NAME = Style(Face.BOLD, 11)
TEXT = Style(Face.REGULAR, 9)
STRONG = Style(Face.MEDIUM, 9)
LABEL = Style(Face.MEDIUM, 7.5, MUTED)
SMALL = Style(Face.REGULAR, 7.5, MUTED)
CELL = Style(Face.REGULAR, 8.5)
CELL_MUTED = Style(Face.REGULAR, 8.5, MUTED)
CELL_STRONG = Style(Face.MEDIUM, 8.5)
CELL_SMALL = Style(Face.REGULAR, 7, MUTED)
SUM = Style(Face.BOLD, 13)
