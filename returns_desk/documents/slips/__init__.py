"""The numbered paper that travels with goods to a supplier, a charity or a recycler, as one PDF.

It is drawn from the frozen content alone: the same content, ribbon and moment give the same bytes.
"""

from datetime import datetime
from typing import Unpack

from returns_desk.documents.kit.dress import Form
from returns_desk.documents.kit.page import HEIGHT, MARGIN, Pen, draw_foot
from returns_desk.documents.kit.table import Table
from returns_desk.documents.slips.close import closing_height, draw_closing
from returns_desk.documents.slips.head import draw_first_head, draw_later_head, draw_watermark
from returns_desk.documents.slips.lines import lines_table
from returns_desk.documents.slips.print import SlipPrint
from returns_desk.domain.slips import Ribbon, SlipContent

__all__ = ["Ribbon", "render_bilingual_slip", "render_slip"]

BOTTOM = HEIGHT - 48
_LATER_TOP = 62.0  # where the table begins on the second page and on


def render_slip(
    content: SlipContent,
    language: str,
    ribbon: Ribbon,
    copy: int,
    printed_at: datetime,
    printed_by: str,
    **form: Unpack[Form],
) -> bytes:
    """Draw a slip on A4 in ``he`` or ``en``; ``copy`` counts copies from 1 and says nothing on other ribbons.

    A moment in UTC is printed as the station's own time, any other as it is.
    """
    return _drawn(SlipPrint(content, language, ribbon, copy, printed_at, printed_by, **form))


def render_bilingual_slip(
    content: SlipContent,
    language: str,
    ribbon: Ribbon,
    copy: int,
    printed_at: datetime,
    printed_by: str,
    **form: Unpack[Form],
) -> bytes:
    """Draw a slip whose title, labels, heads of columns and descriptions stand in both languages, this one first."""
    form["bilingual"] = True
    return _drawn(SlipPrint(content, language, ribbon, copy, printed_at, printed_by, **form))


def _drawn(slip: SlipPrint) -> bytes:
    pen = Pen(f"{slip.title} {slip.number}", right_to_left=slip.words.right_to_left)
    draw_watermark(pen, slip)
    down = draw_first_head(pen, slip)
    table = lines_table(slip)
    pages = shared_out(table, down, closing_height(slip))
    first = 0
    for page, count in enumerate(pages, 1):
        if page > 1:
            pen.next_page()
            draw_watermark(pen, slip)
            down = draw_later_head(pen, slip)
        if count or not table.rows:
            down = table.draw(pen, (MARGIN, down), first, count)
        first += count
        if page == len(pages):
            draw_closing(pen, slip, down, BOTTOM)
        draw_foot(pen, slip.stamp, slip.words("Page {page} of {pages}", page=page, pages=len(pages)))
    return pen.finished()


def shared_out(table: Table, down: float, closing: float) -> list[int]:
    """Share the rows out to pages; the sums and signatures stay whole, and take two lines with them where they can."""
    counts: list[int] = []
    first, top = 0, down
    while True:
        count = table.fitting(first, BOTTOM - top, least=1 if counts else 0)
        counts.append(count)
        first += count
        if first >= len(table.rows):
            break
        top = _LATER_TOP
    if top + table.height_of(first - count, count) + closing <= BOTTOM:
        return counts
    taken = 2 if count > 2 and _LATER_TOP + table.height_of(first - 2, 2) + closing <= BOTTOM else 0
    return [*counts[:-1], count - taken, taken]
