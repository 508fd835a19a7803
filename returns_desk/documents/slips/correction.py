"""The paper that corrects a slip whose goods left: what is taken off it, and the sums before and after.

It is drawn as slips are, from its frozen content alone: the same content, print and moment give the same bytes.
"""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple, Unpack

from returns_desk.documents.kit.bidi import broken_lines, own_direction
from returns_desk.documents.kit.dress import Form
from returns_desk.documents.kit.looks import CELL, CELL_STRONG, GROUND, LABEL, STRONG, TEXT
from returns_desk.documents.kit.page import INNER, MARGIN, Align, Pen, draw_foot
from returns_desk.documents.kit.table import Column, Piece, Table
from returns_desk.documents.slips import shared_out
from returns_desk.documents.slips.head import draw_first_head, draw_later_head
from returns_desk.documents.slips.lines import lines_table
from returns_desk.documents.slips.print import SlipPrint
from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.corrections import Correction
from returns_desk.domain.papers import DocumentKind
from returns_desk.domain.slips import Ribbon, SlipContent, SlipReferences, SlipTotals
from returns_desk.wording import Words

_SUMS = INNER * 0.66
_FOOT = 58.0  # "not an invoice" and who issued it


def render_correction(  # one print, in the words of slips
    content: Correction, language: str, copy: int, printed_at: datetime, printed_by: str, **form: Unpack[Form]
) -> bytes:
    """Draw a correcting document on A4 in ``he`` or ``en``; ``copy`` 0 is the original, then copy 1, 2, ..."""
    ribbon = Ribbon.COPY if copy else Ribbon.ORIGINAL
    paper = SlipPrint(_as_slip(content), language, ribbon, copy, printed_at, printed_by, named=correction_title, **form)
    sums = _sums(paper, content)
    pen = Pen(f"{paper.title} {paper.number}", right_to_left=paper.words.right_to_left)
    down = _draw_note(pen, paper, content, draw_first_head(pen, paper))
    table = lines_table(paper)
    pages = shared_out(table, down, sums.height_of(0, len(sums.rows)) + _FOOT)
    first = 0
    for page, count in enumerate(pages, 1):
        if page > 1:
            pen.next_page()
            down = draw_later_head(pen, paper)
        if count:
            down = table.draw(pen, (MARGIN, down), first, count)
        first += count
        if page == len(pages):
            _draw_closing(pen, paper, content, sums, down + 12)
        draw_foot(pen, paper.stamp, paper.words("Page {page} of {pages}", page=page, pages=len(pages)))
    return pen.finished()


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


def _draw_note(pen: Pen, paper: SlipPrint, content: Correction, down: float) -> float:
    """Draw which slip is corrected and why; return where it ends."""
    said = [
        words("These lines are taken off slip {slip}: the goods did not leave.", slip=content.slip)
        for words in paper.voices
    ]
    lines = [line for text in said for line in broken_lines(text, STRONG.face, STRONG.size, INNER - 20, 3)]
    why = broken_lines(paper.words("Why: {note}", note=content.note), TEXT.face, TEXT.size, INNER - 20, 6)
    pen.box((MARGIN, down, INNER, 12 + len(lines) * STRONG.step + len(why) * TEXT.step), fill=GROUND)
    top = down + 6
    for rows, style in ((lines, STRONG), (why, TEXT)):
        for line in rows:
            pen.text(line, (MARGIN + 10, top + style.size), style)
            top += style.step
    return top + 14


def _sums(paper: SlipPrint, content: Correction) -> Table:
    """Each sum as it stood on the slip, what is taken off, and what it is now."""
    names: tuple[Callable[[Words], str], ...] = (
        lambda words: words("Sums"),
        lambda words: words("On the slip"),
        lambda words: words("Taken off"),
        lambda words: words("From now on"),
    )
    columns = [
        Column(tuple(dict.fromkeys(paper.both(name))), align=Align.RIGHT if place else Align.START, grows=not place)
        for place, name in enumerate(names)
    ]
    stands = (content.before, content.taken_off, content.after)
    rows = []
    for row in _rows(paper, content):
        style = CELL_STRONG if row.last else CELL
        cells = ((Piece(row.say(totals), style, True),) for totals in stands)
        rows.append(((Piece(paper.label(row.name), style),), *cells))
    return Table(columns, rows, _SUMS)


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


def _draw_closing(pen: Pen, paper: SlipPrint, content: Correction, sums: Table, down: float) -> None:
    down = sums.draw(pen, (MARGIN, down), 0, len(sums.rows)) + 20
    pen.text(paper.label(lambda words: words("This paper is not an invoice")), (MARGIN, down), STRONG)
    name = own_direction(content.issued_by)
    pen.text(paper.words("Issued by {name}", name=name), (MARGIN, down + 16), LABEL)
