"""A day at the desk on one page: what came, what became of it, which batches go out, and where the papers are."""

from collections.abc import Sequence
from dataclasses import dataclass

from returns_desk.documents.kit.dress import PLAIN, Dress
from returns_desk.documents.kit.flow import Flow
from returns_desk.documents.kit.frame import Heading, Stamp
from returns_desk.documents.kit.looks import CELL_STRONG, GROUND, LABEL, NAME, SUM
from returns_desk.documents.kit.page import MARGIN, Align, Pen
from returns_desk.documents.kit.table import Column, Piece, Table
from returns_desk.documents.kit.voices import UNDATED, Voices
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
    """Draw the page as PDF; many batches take more pages."""
    voices = Voices(language, UNDATED)
    words = voices.words
    title = words("A day at the desk")
    flow = Flow(Heading((title,), note=f"{summary.shop} · {summary.day}"), voices, Stamp(title, ""), dress)
    flow.down = _draw_figures(flow.pen, summary.figures, flow.down) + 16
    flow.text(words("Batches"), NAME, after=2)
    flow.table(_table(words, summary.batches, flow.pen.inner))
    flow.down += 16
    flow.text(words("In this folder"), NAME)
    for note in summary.notes:
        flow.text(note, CELL_STRONG, after=3)
    return flow.finished()


def _draw_figures(pen: Pen, figures: Sequence[tuple[str, str]], down: float) -> float:
    """Draw tiles with a figure each, four to a row; give where they end."""
    width = (pen.inner - (_ACROSS - 1) * _GAP) / _ACROSS
    for place, (name, figure) in enumerate(figures):
        along = MARGIN + place % _ACROSS * (width + _GAP)
        top = down + place // _ACROSS * (_TILE + _GAP)
        pen.box((along, top, width, _TILE), fill=GROUND, corner=5)
        pen.block(name, (along + 12, top + 20 - LABEL.size), width - 16, LABEL, most=1)
        pen.block(figure, (along + 12, top + 43 - SUM.size), width - 16, SUM, most=1)
    rows = -(-len(figures) // _ACROSS)
    return down + rows * (_TILE + _GAP) - _GAP


def _table(words: Words, rows: Sequence[SummaryRow], width: float) -> Table:
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
    return Table(columns, cells, width)
