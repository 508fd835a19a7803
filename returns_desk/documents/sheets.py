"""Sheets of codes to be scanned from paper: the desk's commands, badges, and a page to try a scanner with.

What the codes are is not known here: whoever asks for a sheet hands over codes with their words and colours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from returns_desk.documents.kit.dress import PLAIN, Dress
from returns_desk.documents.kit.flow import Draw, Flow
from returns_desk.documents.kit.frame import Heading, Stamp
from returns_desk.documents.kit.looks import NAME, SMALL
from returns_desk.documents.kit.page import MARGIN, Pen
from returns_desk.documents.kit.voices import UNDATED, Voices
from returns_desk.documents.sheet_cells import (
    BADGE,
    CARD_HEIGHT,
    ROW_HEIGHT,
    SheetCode,
    draw_badge,
    draw_card,
    draw_row,
    fits,
)
from returns_desk.wording import Words

__all__ = ["SheetCode", "SheetSection", "render_badges", "render_command_sheet", "render_scan_me"]

_GAP = 10.0
_HEADING = 24.0


@dataclass(frozen=True)
class SheetSection:
    """Codes that belong together, under one heading, with a sentence on what to do with them."""

    title: str
    codes: tuple[SheetCode, ...]
    note: str = ""


class _Block(NamedTuple):
    """Something that stays whole on a page."""

    height: float
    draw: Draw


def render_command_sheet(sections: Sequence[SheetSection], language: str, *, dress: Dress = PLAIN) -> bytes:
    """Command codes, each on a card with its word in big letters, the other language, and its colour."""
    words = Words(language)
    flow = _begun(words("Command sheet"), language, dress)
    for section in sections:
        _draw_section(flow, section, _card_rows(section.codes, flow.pen.inner), whole=True)
    return flow.finished()


def render_scan_me(sections: Sequence[SheetSection], language: str, *, dress: Dress = PLAIN) -> bytes:
    """Rows of words, code and caption, to try with a real scanner; ``also`` of a code is its caption."""
    words = Words(language)
    flow = _begun(words("Codes to try with a scanner"), language, dress)
    for section in sections:
        _draw_section(flow, section, list(map(_row, section.codes)))
    return flow.finished()


def render_badges(badges: Sequence[SheetCode], language: str, *, dress: Dress = PLAIN) -> bytes:
    """Badges the size of a bank card, two to a row; ``words`` is the name, ``also`` what the person is."""
    words = Words(language)
    flow = _begun(words("Badges"), language, dress)
    for first in range(0, len(badges), 2):
        flow.add(*_badges(badges[first : first + 2]))
    return flow.finished()


def _begun(title: str, language: str, dress: Dress) -> Flow:
    """Begin a sheet, which says neither when nor by whom it was printed: it hangs on a wall for years."""
    return Flow(Heading((title,)), Voices(language, UNDATED), Stamp(title, ""), dress)


def _draw_section(flow: Flow, section: SheetSection, rows: list[_Block], *, whole: bool = False) -> None:
    """Draw heading and rows; the heading never stands alone, and a ``whole`` section on one page if one can hold it."""
    if not rows:
        return
    heading = _HEADING + (SMALL.step + 2 if section.note else 0)
    others = sum(row.height for row in rows[1:]) if whole else 0.0

    def draw(pen: Pen, down: float) -> None:
        pen.block(section.title, (MARGIN, down + 3), pen.inner, NAME, most=1)
        pen.block(section.note, (MARGIN, down + 19), pen.inner, SMALL, most=1)

    flow.add(heading, draw, together=rows[0].height + (others if flow.fits(heading + rows[0].height + others) else 0))
    for row in rows:
        flow.add(*row)


def _card_rows(codes: Sequence[SheetCode], inner: float) -> list[_Block]:
    """Three cards to a row, or two where a code is too long for that."""
    across = 3 if all(fits(code, _card_width(3, inner) - 6) for code in codes) else 2
    width = _card_width(across, inner)
    return [_cards(codes[first : first + across], width) for first in range(0, len(codes), across)]


def _card_width(across: int, inner: float) -> float:
    return (inner - (across - 1) * _GAP) / across


def _cards(codes: Sequence[SheetCode], width: float) -> _Block:
    def draw(pen: Pen, down: float) -> None:
        for place, code in enumerate(codes):
            draw_card(pen, code, (MARGIN + place * (width + _GAP), down), width)

    return _Block(CARD_HEIGHT, draw)


def _row(code: SheetCode) -> _Block:
    return _Block(ROW_HEIGHT, lambda pen, down: draw_row(pen, code, down))


def _badges(badges: Sequence[SheetCode]) -> _Block:
    def draw(pen: Pen, down: float) -> None:
        for place, badge in enumerate(badges):
            draw_badge(pen, badge, (MARGIN + place * (BADGE[0] + 24), down))

    return _Block(BADGE[1] + 24, draw)
