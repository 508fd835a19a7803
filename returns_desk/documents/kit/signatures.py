"""Places to sign: who, and under it lines for name, signature and day."""

from collections.abc import Sequence
from typing import NamedTuple

from returns_desk.documents.kit.bidi import broken_lines
from returns_desk.documents.kit.looks import LABEL, STRONG, Style
from returns_desk.documents.kit.page import MARGIN, Pen

_GAP = 16.0
_ROW = 20.0
_INK = "#8A98A8"


class Signing(NamedTuple):
    """One place to sign; ``titles`` once for each language, ``written``: the name, where it is known."""

    titles: tuple[str, ...]
    rows: tuple[str, ...]
    written: str = ""


def signatures_height(places: Sequence[Signing]) -> float:
    """How much room the places need."""
    titles = max(len(place.titles) for place in places)
    return 20 + (titles - 1) * LABEL.step + max(len(place.rows) for place in places) * _ROW


def draw_signatures(pen: Pen, places: Sequence[Signing], down: float) -> None:
    """Draw the places side by side, with their top at ``down``."""
    width = (pen.inner - (len(places) - 1) * _GAP) / len(places)
    titles = max(len(place.titles) for place in places)
    for place, signing in enumerate(places):
        along = MARGIN + place * (width + _GAP)
        foot = down + 8
        for turn, title in enumerate(signing.titles):
            style = LABEL if turn else STRONG
            pen.text(_short(title, style, width), (along, foot + turn * LABEL.step), style)
        foot += (titles - 1) * LABEL.step
        for row, label in enumerate(signing.rows):
            foot += _ROW
            name = pen.text(label, (along, foot), LABEL)
            pen.rule(along + name + 4, foot + 2, width - name - 4, 0.6, _INK)
            if row == 0 and signing.written:
                pen.text(_short(signing.written, STRONG, width - name - 8), (along + name + 7, foot), STRONG)


def _short(text: str, style: Style, width: float) -> str:
    return broken_lines(text, style.face, style.size, width, 1)[0]
