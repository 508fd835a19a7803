"""A day at the desk on one page: what came, what became of it, which batches go out, and where the papers are."""

from collections.abc import Sequence
from dataclasses import dataclass

from returns_desk.documents.kit.dress import PLAIN, Dress
from returns_desk.documents.kit.looks import BRAND, CELL_STRONG, GROUND, LABEL, NAME, SMALL, SUM, TITLE
from returns_desk.documents.kit.page import INNER, MARGIN, Align, Pen, Stamp, draw_foot
from returns_desk.documents.kit.table import Column, Piece, Table
from returns_desk.wording import Words

_TILE = 58.0
_GAP = 10.0
_ACROSS = 4


@dataclass(frozen=True)
class SummaryRow:
    """One batch on the page."""

    number: str
    partner: str
    state: str
    lines: int
    expected: str
    paper: str


@dataclass(frozen=True)
class DaySummary:
    """All that the page says; everything is in the page's language already."""

    shop: str
    day: str
    figures: tuple[tuple[str, str], ...]  # what, how much
    batches: tuple[SummaryRow, ...]
    notes: tuple[str, ...]


def render_day_summary(summary: DaySummary, language: str, *, dress: Dress = PLAIN) -> bytes:
    """Draw the page as PDF on A4."""
    words = Words(language)
    title = words("A day at the desk")
    pen = Pen(title, right_to_left=words.right_to_left)
    pen.text(title, (MARGIN, 58), TITLE)
    pen.text(f"{summary.shop} · {summary.day}", (MARGIN, 76), SMALL)
    pen.rule(MARGIN, 86, INNER, 1.6, BRAND)
    down = _draw_figures(pen, summary.figures, 102)
    pen.text(words("Batches"), (MARGIN, down + 26), NAME)
    table = _table(words, summary.batches)
    down = table.draw(pen, (MARGIN, down + 36), 0, len(summary.batches))
    down += 26
    pen.text(words("In this folder"), (MARGIN, down), NAME)
    down += 8
    for note in summary.notes:
        down = pen.block(note, (MARGIN, down), INNER, CELL_STRONG) + 3
    draw_foot(pen, Stamp(title, ""), words("Page {page} of {pages}", page=1, pages=1))
    return pen.finished()


def _draw_figures(pen: Pen, figures: Sequence[tuple[str, str]], down: float) -> float:
    """Draw tiles with a figure each, four to a row; give where they end."""
    width = (INNER - (_ACROSS - 1) * _GAP) / _ACROSS
    for place, (name, figure) in enumerate(figures):
        along = MARGIN + place % _ACROSS * (width + _GAP)
        top = down + place // _ACROSS * (_TILE + _GAP)
        pen.box((along, top, width, _TILE), fill=GROUND, corner=5)
        pen.text(name, (along + 12, top + 20), LABEL)
        pen.text(figure, (along + 12, top + 43), SUM)
    rows = -(-len(figures) // _ACROSS)
    return down + rows * (_TILE + _GAP) - _GAP


def _table(words: Words, rows: Sequence[SummaryRow]) -> Table:
    columns = (
        Column((words("Number"),)),
        Column((words("Partner"),), grows=True),
        Column((words("State"),), most=120),
        Column((words("Lines"),), align=Align.RIGHT),
        Column((words("Expected credit"),), align=Align.RIGHT),
        Column((words("Slip"),)),
    )
    cells = [
        (
            (Piece(row.number, CELL_STRONG, True),),
            (Piece(row.partner),),
            (Piece(row.state),),
            (Piece(str(row.lines)),),
            (Piece(row.expected, code=True),),
            (Piece(row.paper, code=True),),
        )
        for row in rows
    ]
    return Table(columns, cells, INNER)
