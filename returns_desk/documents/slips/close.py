"""The lower part of a slip's last page: sums, what the letters mean, "not an invoice", and four places to sign."""

from returns_desk.documents.kit.bidi import broken_lines, drawn_order
from returns_desk.documents.kit.fonts import text_width
from returns_desk.documents.kit.looks import GROUND, INK, LABEL, SMALL, STRONG, SUM, TEXT, Style
from returns_desk.documents.kit.page import INNER, MARGIN, Align, Pen
from returns_desk.documents.names import grade_name
from returns_desk.documents.slips.facts import Fact, weight
from returns_desk.documents.slips.print import SlipPrint
from returns_desk.documents.slips.streams import draw_streams, streams_height
from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.slips import Ribbon
from returns_desk.wording import Words

_SUMS = 216.0
_STEP = 14.0
_LAST = 28.0
_SIGN_GAP = 16.0
_SIGN_ROW = 20.0
SIGN_HEIGHT = 20 + 4 * _SIGN_ROW
_NOTES = 118  # the most that the notes beside the sums take


def closing_height(slip: SlipPrint) -> float:
    """How much room the sums and the signatures need."""
    sums = len(_counts(slip)) * _STEP + len(_amounts(slip)) * _STEP + _LAST + 20
    return max(sums, _NOTES + streams_height(slip)) + SIGN_HEIGHT + 14


def draw_closing(pen: Pen, slip: SlipPrint, down: float, bottom: float) -> None:
    """Draw the sums from ``down`` on and the signatures so that they end at ``bottom``."""
    _draw_notes(pen, slip, down + 14)
    draw_sums(pen, slip, down + 8)
    _draw_signatures(pen, slip, bottom - SIGN_HEIGHT)


def _counts(slip: SlipPrint) -> list[Fact]:
    words, totals, refs = slip.words, slip.content.totals, slip.content.references
    rows: list[Fact] = [
        (slip.label(lambda words: words("Lines")), words.number(totals.lines), True),
        (slip.label(lambda words: words("Units")), words.number(totals.units), True),
        (slip.label(lambda words: words("Packages")), words.number(refs.packages) if refs.packages else "", True),
        (slip.label(lambda words: words("Gross weight")), weight(words, refs.weight_g), False),
    ]
    return [row for row in rows if row[1]]


def _amounts(slip: SlipPrint) -> list[Fact]:
    """Sums above the last one; what does not change it is left out."""
    if slip.content.kind is not PartnerKind.SUPPLIER:
        return []
    totals, words = slip.content.totals, slip.words
    kept = totals.gross_minor - totals.fee_minor - totals.freight_minor - totals.expected_minor
    taken = [
        (slip.label(lambda words: words("Not credited by the terms")), -kept),
        (slip.label(lambda words: words("Handling fee")), -totals.fee_minor),
        (slip.label(lambda words: words("Freight")), -totals.freight_minor),
    ]
    rows = [(slip.label(lambda words: words("Value")), totals.gross_minor), *(row for row in taken if row[1])]
    return [(name, words.money(slip.content.money(minor)), True) for name, minor in rows]


def _last_sum(slip: SlipPrint) -> Fact:
    totals = slip.content.totals
    if slip.content.kind is PartnerKind.SUPPLIER:
        name, minor = slip.label(lambda words: words("Expected credit")), totals.expected_minor
    else:
        name, minor = slip.label(lambda words: words("Value at cost")), totals.gross_minor
    return name, slip.words.money(slip.content.money(minor)), True


def draw_sums(pen: Pen, slip: SlipPrint, down: float) -> None:
    """Draw names at the start of the block and figures right-aligned, so that the points stand in one line."""
    along = MARGIN + INNER - _SUMS
    end = MARGIN + INNER - (_widest(slip) if pen.right_to_left else 0)
    for name, value, code in _counts(slip) + _amounts(slip):
        down += _STEP
        pen.text(name, (along, down), TEXT)
        pen.text(value, (end, down), STRONG, Align.RIGHT, code=code)
    name, value, code = _last_sum(slip)
    pen.rule(along, down + 9, _SUMS, 1.2, INK)
    pen.text(name, (along, down + _LAST), SUM._replace(size=11.5))
    pen.text(value, (end, down + _LAST), SUM, Align.RIGHT, code=code)


def _widest(slip: SlipPrint) -> float:
    """Width of the widest figure: in Hebrew the right edge of the figures is that far from the margin."""
    last = _width(_last_sum(slip)[1], SUM)
    return max([last, *(_width(value, STRONG) for _, value, _ in _counts(slip) + _amounts(slip))])


def _draw_notes(pen: Pen, slip: SlipPrint, down: float) -> None:
    width = INNER - _SUMS - 40
    invoice = " / ".join(_not_an_invoice(words) for words in slip.voices)
    pen.box((MARGIN, down, width, 24), fill=GROUND)
    pen.text(invoice, (MARGIN + 10, down + 15.5), STRONG)
    down += 34
    if slip.ribbon is Ribbon.DRAFT:
        down = pen.block(slip.words("A draft: the number is given at approval."), (MARGIN, down), width, TEXT) + 3
    if slip.ribbon is Ribbon.CANCELLED:
        down = pen.block(slip.words("Cancelled: the number stays used."), (MARGIN, down), width, TEXT) + 3
    if slip.content.approved_for:
        names = {"name": slip.content.approved_by, "giver": slip.content.approved_for}
        down = pen.block(slip.words("{name} approved for {giver}", **names), (MARGIN, down), width, TEXT) + 3
    for grade in sorted({line.grade for line in slip.content.lines if line.grade}):
        down = pen.block(f"\u2066{grade}\u2069 · {grade_name(slip.words, grade)}", (MARGIN, down), width, SMALL)
    draw_streams(pen, slip, (MARGIN, down), width)


def _not_an_invoice(words: Words) -> str:
    return words("This paper is not an invoice")


def _draw_signatures(pen: Pen, slip: SlipPrint, down: float) -> None:
    width = (INNER - 3 * _SIGN_GAP) / 4
    content = slip.content
    for place, (title, rows) in enumerate(_signatures(slip)):
        along = MARGIN + place * (width + _SIGN_GAP)
        pen.text(title, (along, down + 8), STRONG)
        written = (content.prepared_by, content.approved_by, content.references.driver, "")[place]
        for row, label in enumerate(rows):
            foot = down + 8 + (row + 1) * _SIGN_ROW
            name = pen.text(label, (along, foot), LABEL)
            pen.rule(along + name + 4, foot + 2, width - name - 4, 0.6, "#8A98A8")
            if row == 0 and written:
                pen.text(_short(written, width - name - 8), (along + name + 7, foot), STRONG)


def _signatures(slip: SlipPrint) -> list[tuple[str, tuple[str, ...]]]:
    words = slip.words
    name, sign, day = words("Name"), words("Signature"), words("Date")
    receiver = {
        PartnerKind.SUPPLIER: words("Received by the supplier"),
        PartnerKind.CHARITY: words("Received by the charity"),
        PartnerKind.RECYCLER: words("Received by the recycler"),
    }[slip.content.kind]
    return [
        (words("Prepared by"), (name, sign, day)),
        (words("Approved by"), (name, sign, day)),
        (words("Taken by the carrier"), (name, words("Number plate"), sign, day)),
        (receiver, (name, sign, day)),
    ]


def _width(text: str, style: Style) -> float:
    return text_width(drawn_order(text, False), style.face, style.size)


def _short(text: str, width: float) -> str:
    return broken_lines(text, STRONG.face, STRONG.size, width, 1)[0]
