"""The upper part of a slip: title, number, ribbon, bars, both sides and the references; small on later pages."""

from returns_desk.documents.kit.barcodes import bars_width, code128, draw_bars, module_dots, printable_code
from returns_desk.documents.kit.bidi import own_direction
from returns_desk.documents.kit.fonts import text_width
from returns_desk.documents.kit.looks import (
    BRAND,
    LABEL,
    NAME,
    NUMBER,
    ROLES,
    SMALL,
    STRONG,
    TEXT,
    TITLE,
    TITLE_AGAIN,
    Style,
)
from returns_desk.documents.kit.page import INNER, MARGIN, WIDTH, Align, Pen
from returns_desk.documents.slips.facts import issue_facts, journey_facts, party_lines
from returns_desk.documents.slips.print import SlipPrint
from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.slips import Ribbon, SlipParty

TOP = 38.0
_DPI = 300  # of an office printer; its 600 and 1200 are whole multiples
_BARS = 34.0
_GAP = 20.0
_STRIP_GAP = 14.0
_COLUMN = (INNER - 2 * _GAP) / 3
_COLOURS = {Ribbon.ORIGINAL: "brand", Ribbon.COPY: "muted", Ribbon.DRAFT: "warning", Ribbon.CANCELLED: "bad"}


def draw_first_head(pen: Pen, slip: SlipPrint) -> float:
    """Draw the whole head of the first page; return where it ends."""
    down = _draw_title(pen, slip)
    pen.rule(MARGIN, down, INNER, 1.6, BRAND)
    down += 13
    along = MARGIN
    ends = [
        _draw_party(pen, slip, (along, down), slip.content.company, slip.label(lambda words: words("From"))),
        _draw_party(
            pen, slip, (along + _COLUMN + _GAP, down), slip.content.partner, slip.label(lambda words: words("To"))
        ),
        _draw_issue(pen, slip, (along + 2 * (_COLUMN + _GAP), down)),
    ]
    return _draw_journey(pen, slip, max(ends) + 11) + 12


def draw_later_head(pen: Pen, slip: SlipPrint) -> float:
    """Draw the one-line head of the second page and on; return where it ends."""
    down = TOP + 8
    along = MARGIN + pen.text(slip.title, (MARGIN, down), NAME) + 8
    along += pen.text(slip.number, (along, down), NAME, code=True) + 8
    _draw_ribbon(pen, slip, (along, down), SMALL)
    partner = own_direction(slip.content.partner.name_in(slip.language))
    room = MARGIN + INNER - along - 90
    shown = partner if text_width(partner, TEXT.face, TEXT.size) <= room else ""
    pen.text(shown, (MARGIN + INNER, down), TEXT, Align.END)
    pen.rule(MARGIN, down + 8, INNER, 1.6, BRAND)
    return down + 16


def draw_watermark(pen: Pen, slip: SlipPrint) -> None:
    """Write across the page, lightly, that a draft or a cancelled paper is not worth anything."""
    if slip.ribbon not in (Ribbon.DRAFT, Ribbon.CANCELLED):
        return
    canvas = pen.canvas
    canvas.saveState()
    canvas.translate(WIDTH / 2, pen.height / 2)
    canvas.rotate(52)
    colour = "#F7EFE4" if slip.ribbon is Ribbon.DRAFT else "#FBE6E6"
    style = Style(TITLE.face, 110, colour)
    shown = slip.ribbon_name
    middle = pen.right_to_left
    pen.right_to_left = False  # the words' own order is found from their letters; the place is the page's middle
    pen.text(shown, (0, pen.height + 30), style, Align.CENTRE)
    pen.right_to_left = middle
    canvas.restoreState()
    pen.forget_ink()


def _draw_title(pen: Pen, slip: SlipPrint) -> float:
    first, *again = slip.both(slip.title_in)
    down = TOP + TITLE.size * 0.8
    pen.text(first, (MARGIN, down), TITLE)
    for title in again:
        down += 16
        pen.text(title, (MARGIN, down), TITLE_AGAIN)
    down += 22
    along = MARGIN + pen.text(slip.number, (MARGIN, down), NUMBER, code=True) + 10
    _draw_ribbon(pen, slip, (along, down), STRONG)
    down += 14
    code = slip.subtitle or slip.words("Uniform file code {code}", code=slip.content.uniform_code)
    pen.text(code, (MARGIN, down), SMALL)
    _draw_bars(pen, slip)
    return down + 11


def _draw_ribbon(pen: Pen, slip: SlipPrint, place: tuple[float, float], style: Style) -> None:
    """Draw the ribbon's words in a pill whose foot line is that of the text beside it."""
    if not slip.marked:
        return
    along, down = place
    width = text_width(slip.ribbon_name, style.face, style.size)
    colour = ROLES[_COLOURS[slip.ribbon]]
    height = style.size + 6
    pen.box((along, down - style.size - 1.6, width + 16, height), stroke=colour, corner=height / 2)
    pen.text(slip.ribbon_name, (along + 8, down - 0.8), style._replace(colour=colour))


def _draw_bars(pen: Pen, slip: SlipPrint) -> None:
    if not printable_code(slip.number):
        return
    bars = code128(slip.number)
    dots = module_dots(_DPI, 0.34)
    width = bars_width(bars, _DPI, dots)
    quiet = 10 * dots * 72 / _DPI
    left = pen.left(MARGIN + INNER - width + quiet, width)
    draw_bars(pen.canvas, bars, (left, pen.up(TOP + _BARS), _BARS), _DPI, dots)
    pen.forget_ink()
    pen.text(slip.number, (MARGIN + INNER - width / 2 + quiet, TOP + _BARS + 11), SMALL, Align.CENTRE, code=True)


def _draw_party(pen: Pen, slip: SlipPrint, place: tuple[float, float], party: SlipParty, label: str) -> float:
    along, down = place
    pen.text(label, (along, down + LABEL.size), LABEL)
    down = pen.block(own_direction(party.name_in(slip.language)), (along, down + 13), _COLUMN, NAME, most=14) + 2
    registered = slip.content.kind is not PartnerKind.SUPPLIER and party is slip.content.partner
    for line in party_lines(slip.words, party, slip.language, registered=registered):
        down = pen.block(line, (along, down), _COLUMN, TEXT)
    return down


def _draw_issue(pen: Pen, slip: SlipPrint, place: tuple[float, float]) -> float:
    """Draw names and values beside each other, all values beginning in one line."""
    along, down = place
    rows = issue_facts(slip)
    labels = [label for name, _, _ in rows for label in name.split("\n")]
    names = min(max((text_width(label, LABEL.face, LABEL.size) for label in labels), default=0) + 10, _COLUMN * 0.55)
    down -= 1.5
    for name, value, code in rows:
        under = pen.block(name, (along, down + 1.2), names - 6, LABEL)
        end = pen.block(value, (along + names, down), _COLUMN - names, STRONG, code=code)
        down = max(under, end) + 2.4
    return down


def _draw_journey(pen: Pen, slip: SlipPrint, down: float) -> float:
    """Draw the facts of the journey four to a row, each name above its value, between two fine lines."""
    rows = journey_facts(slip)
    width = (INNER - 3 * _STRIP_GAP) / 4
    for first in range(0, len(rows), 4):
        pen.rule(MARGIN, down, INNER)
        top = down + 7
        for place, (name, value, code) in enumerate(rows[first : first + 4]):
            along = MARGIN + place * (width + _STRIP_GAP)
            end = pen.block(name, (along, top), width, LABEL)
            down = max(down, pen.block(value, (along, end + 0.5), width, STRONG, code=code))
        down += 5
    return down
