"""The paper that corrects a slip whose goods left: what is taken off it, and the sums before and after.

It is drawn as slips are, from its frozen content alone: the same content, print and moment give the same bytes.
"""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple, Unpack

from returns_desk.documents.kit.bidi import own_direction
from returns_desk.documents.kit.dress import Form
from returns_desk.documents.kit.flow import Flow
from returns_desk.documents.kit.looks import CELL, CELL_STRONG, LABEL, STRONG, TEXT
from returns_desk.documents.kit.page import MARGIN, Align
from returns_desk.documents.kit.table import Column, Piece, Table
from returns_desk.documents.slips.head import begun
from returns_desk.documents.slips.lines import lines_table
from returns_desk.documents.slips.print import SlipPrint
from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.corrections import Correction
from returns_desk.domain.papers import DocumentKind
from returns_desk.domain.slips import Ribbon, SlipContent, SlipReferences, SlipTotals
from returns_desk.wording import Words

_FOOT = 58.0  # "not an invoice" and who issued it


def render_correction(  # one print, in the words of slips
    content: Correction, language: str, copy: int, printed_at: datetime, printed_by: str, **form: Unpack[Form]
) -> bytes:
    """Draw a correcting document in ``he`` or ``en``; ``copy`` 0 is the original, then copy 1, 2, ..."""
    ribbon = Ribbon.COPY if copy else Ribbon.ORIGINAL
    paper = SlipPrint(_as_slip(content), language, ribbon, copy, printed_at, printed_by, named=correction_title, **form)
    flow = begun(paper)
    _draw_note(flow, paper, content)
    sums = _sums(paper, content, flow.pen.inner * 0.66)
    flow.table(lines_table(paper, flow.pen.inner), closing=sums.height_of(0, len(sums.rows)) + _FOOT)
    _draw_closing(flow, paper, content, sums)
    return flow.finished()


def correction_title(words: Words) -> str:
    """What the paper is called."""
    return words.name(DocumentKind.CORRECTION)


def _as_slip(content: Correction) -> SlipContent:
    return SlipContent(
        kind=content.kind,
        number=content.number,
        batch=content.batch,
        company=content.company,
        partner=content.partner,
        issued_at=content.issued_at,
        references=SlipReferences(authorization=content.authorization),
        lines=content.lines,
        totals=content.taken_off,
        currency=content.currency,
    )


def _draw_note(flow: Flow, paper: SlipPrint, content: Correction) -> None:
    """Draw which slip is corrected and why."""
    said = paper.voices.both(
        lambda words: words("These lines are taken off slip {slip}: the goods did not leave.", slip=content.slip)
    )
    why = paper.words("Why: {note}", note=content.note)
    flow.boxed([*((text, STRONG) for text in said), (why, TEXT)], after=8)


def _sums(paper: SlipPrint, content: Correction, width: float) -> Table:
    """Each sum as it stood on the slip, what is taken off, and what it is now."""
    names: tuple[Callable[[Words], str], ...] = (
        lambda words: words("Sums"),
        lambda words: words("On the slip"),
        lambda words: words("Taken off"),
        lambda words: words("From now on"),
    )
    columns = [
        Column(paper.voices.both(name), align=Align.RIGHT if place else Align.START, grows=not place)
        for place, name in enumerate(names)
    ]
    stands = (content.before, content.taken_off, content.after)
    rows = []
    for row in _rows(paper, content):
        style = CELL_STRONG if row.last else CELL
        cells = ((Piece(row.say(totals), style, True),) for totals in stands)
        rows.append(((Piece(paper.label(row.name), style),), *cells))
    return Table(columns, rows, width)


class _Sum(NamedTuple):
    name: Callable[[Words], str]
    say: Callable[[SlipTotals], str]
    last: bool = False


def _rows(paper: SlipPrint, content: Correction) -> list[_Sum]:
    words = paper.words

    def money(minor: int) -> str:
        return words.money(content.money(minor))

    rows = [
        _Sum(lambda w: w("Lines"), lambda sums: words.number(sums.lines)),
        _Sum(lambda w: w("Units"), lambda sums: words.number(sums.units)),
    ]
    if content.kind is not PartnerKind.SUPPLIER:
        return [*rows, _Sum(lambda w: w("Value at cost"), lambda sums: money(sums.gross_minor), True)]
    return [
        *rows,
        _Sum(lambda w: w("Value"), lambda sums: money(sums.gross_minor)),
        _Sum(lambda w: w("Handling fee"), lambda sums: money(sums.fee_minor)),
        _Sum(lambda w: w("Freight"), lambda sums: money(sums.freight_minor)),
        _Sum(lambda w: w("Expected credit"), lambda sums: money(sums.expected_minor), True),
    ]


def _draw_closing(flow: Flow, paper: SlipPrint, content: Correction, sums: Table) -> None:
    pen = flow.pen
    down = sums.draw(pen, (MARGIN, flow.down + 12), 0, len(sums.rows)) + 20
    pen.text(paper.label(lambda words: words("This paper is not an invoice")), (MARGIN, down), STRONG)
    name = own_direction(content.issued_by)
    pen.block(paper.words("Issued by {name}", name=name), (MARGIN, down + 9), pen.inner, LABEL, most=1)
