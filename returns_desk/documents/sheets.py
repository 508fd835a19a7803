"""Sheets of codes to be scanned from paper: the desk's commands, badges, and a page to try a scanner with.

What the codes are is not known here: whoever asks for a sheet hands over codes with their words and colours.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from returns_desk.documents.kit.dress import PLAIN, Dress
from returns_desk.documents.kit.looks import BRAND, NAME, SMALL, TITLE
from returns_desk.documents.kit.page import HEIGHT, INNER, MARGIN, Pen, Stamp, draw_foot
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

_TOP, _BOTTOM = 82.0, HEIGHT - 44
_GAP = 10.0
_HEADING = 24.0


@dataclass(frozen=True)
class SheetSection:
    """Codes that belong together, under one heading, with a sentence on what to do with them."""

    title: str
    codes: tuple[SheetCode, ...]
    note: str = ""


class _Block(NamedTuple):
    """Something that stays whole on a page; ``draw`` gets the pen and where its top is."""

    height: float
    draw: Callable[[Pen, float], None]


def render_command_sheet(sections: Sequence[SheetSection], language: str, *, dress: Dress = PLAIN) -> bytes:
    """Command codes on A4, each on a card with its word in big letters, the other language, and its colour."""
    words = Words(language)
    blocks = [block for section in sections for block in _together(_section(section, _card_rows(section.codes)))]
    return _drawn(words, words("Command sheet"), blocks)


def render_scan_me(sections: Sequence[SheetSection], language: str, *, dress: Dress = PLAIN) -> bytes:
    """Rows of words, code and caption on A4, to try with a real scanner; ``also`` of a code is its caption."""
    words = Words(language)
    blocks = [block for section in sections for block in _section(section, list(map(_row, section.codes)))]
    return _drawn(words, words("Codes to try with a scanner"), blocks)


def render_badges(badges: Sequence[SheetCode], language: str, *, dress: Dress = PLAIN) -> bytes:
    """Badges the size of a bank card on A4, two to a row; ``words`` is the name, ``also`` what the person is."""
    words = Words(language)
    return _drawn(words, words("Badges"), [_badges(badges[first : first + 2]) for first in range(0, len(badges), 2)])


def _section(section: SheetSection, rows: list[_Block]) -> list[_Block]:
    """Put the heading in one block with the first row, so that it never stands alone at the foot of a page."""
    if not rows:
        return []
    first, *others = rows
    heading = _HEADING + (SMALL.step + 2 if section.note else 0)

    def draw(pen: Pen, down: float) -> None:
        pen.text(section.title, (MARGIN, down + 14), NAME)
        pen.block(section.note, (MARGIN, down + 19), INNER, SMALL)
        first.draw(pen, down + heading)

    return [_Block(heading + first.height, draw), *others]


def _together(blocks: list[_Block]) -> list[_Block]:
    """Keep a section on one page, where one page is enough for it."""
    height = sum(block.height for block in blocks)
    if not blocks or height > _BOTTOM - _TOP:
        return blocks

    def draw(pen: Pen, down: float) -> None:
        for block in blocks:
            block.draw(pen, down)
            down += block.height

    return [_Block(height, draw)]


def _card_rows(codes: Sequence[SheetCode]) -> list[_Block]:
    """Three cards to a row, or two where a code is too long for that."""
    across = 3 if all(fits(code, _card_width(3) - 6) for code in codes) else 2
    return [_cards(codes[first : first + across], across) for first in range(0, len(codes), across)]


def _card_width(across: int) -> float:
    return (INNER - (across - 1) * _GAP) / across


def _cards(codes: Sequence[SheetCode], across: int) -> _Block:
    width = _card_width(across)

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


def _drawn(words: Words, title: str, blocks: Sequence[_Block]) -> bytes:
    """Share the blocks out to pages and draw them, each page with its head and foot."""
    pages: list[list[_Block]] = [[]]
    room = _BOTTOM - _TOP
    for block in blocks:
        if pages[-1] and block.height > room:
            pages.append([])
            room = _BOTTOM - _TOP
        pages[-1].append(block)
        room -= block.height
    pen = Pen(title, right_to_left=words.right_to_left)
    for number, page in enumerate(pages, 1):
        if number > 1:
            pen.next_page()
        pen.text(title, (MARGIN, 54), TITLE)
        pen.rule(MARGIN, 66, INNER, 1.6, BRAND)
        down = _TOP
        for block in page:
            block.draw(pen, down)
            down += block.height
        draw_foot(pen, Stamp(title, ""), words("Page {page} of {pages}", page=number, pages=len(pages)))
    return pen.finished()
