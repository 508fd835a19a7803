"""The lower part of a slip's last page: sums, what the letters mean, "not an invoice", and four places to sign."""

from returns_desk.documents.kit.bidi import broken_lines
from returns_desk.documents.kit.facts import Fact
from returns_desk.documents.kit.figures import weight
from returns_desk.documents.kit.flow import Flow
from returns_desk.documents.kit.looks import GROUND, SMALL, STRONG, TEXT, Style
from returns_desk.documents.kit.page import MARGIN, Pen
from returns_desk.documents.kit.signatures import Signing, draw_signatures, signatures_height
from returns_desk.documents.kit.sums import WIDTH, Sums
from returns_desk.documents.names import grade_name
from returns_desk.documents.slips.print import SlipPrint
from returns_desk.documents.slips.streams import draw_streams, streams_height
from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.slips import Ribbon
from returns_desk.wording import Words

_BOX = 10.0  # around "not an invoice"
_ABOVE = 14.0


class Closing:
    """Measured first: it is never parted, and ends at the foot of the page."""

    def __init__(self, slip: SlipPrint, inner: float) -> None:
        self._slip, self._width = slip, inner - WIDTH - 40
        self._sums = slip_sums(slip)
        self._signings = _signings(slip)
        self._invoice = self._lines(slip.label(lambda words: words("This paper is not an invoice")), STRONG, 2 * _BOX)
        self._notes = [(line, style) for text, style in _notes(slip) for line in self._lines(text, style)]

    def _lines(self, text: str, style: Style, less: float = 0) -> tuple[str, ...]:
        return broken_lines(text, style.face, style.size, self._width - less, 5)

    @property
    def height(self) -> float:
        """How much room it needs."""
        notes = self._box + 10 + sum(style.step for _, style in self._notes) + streams_height(self._slip)
        return _ABOVE + max(self._sums.height, notes) + 14 + signatures_height(self._signings)

    @property
    def _box(self) -> float:
        return len(self._invoice) * STRONG.step + 12

    def draw(self, flow: Flow) -> None:
        """Draw the sums where the lines end, and the signatures so that they end with the page."""
        top = flow.down + _ABOVE
        self._draw_notes(flow.pen, top)
        self._sums.draw(flow.pen, top - 6)
        draw_signatures(flow.pen, self._signings, flow.bottom - signatures_height(self._signings))

    def _draw_notes(self, pen: Pen, down: float) -> None:
        pen.box((MARGIN, down, self._width, self._box), fill=GROUND)
        for place, line in enumerate(self._invoice):
            pen.text(line, (MARGIN + _BOX, down + 6.5 + STRONG.size + place * STRONG.step), STRONG)
        down += self._box + 10
        for line, style in self._notes:
            pen.text(line, (MARGIN, down + style.size), style)
            down += style.step
        draw_streams(pen, self._slip, (MARGIN, down), self._width)


def slip_sums(slip: SlipPrint) -> Sums:
    """How many, how heavy, and what it is worth; what does not change the last sum is left out."""
    return Sums([row for row in (*_counts(slip), *_amounts(slip)) if row.value], _last_sum(slip))


def _counts(slip: SlipPrint) -> list[Fact]:
    words, totals, refs = slip.words, slip.content.totals, slip.content.references
    return [
        Fact(slip.label(lambda words: words("Lines")), words.number(totals.lines)),
        Fact(slip.label(lambda words: words("Units")), words.number(totals.units)),
        Fact(slip.label(lambda words: words("Packages")), words.number(refs.packages) if refs.packages else ""),
        Fact(slip.label(lambda words: words("Gross weight")), weight(words, refs.weight_g), False),
    ]


def _amounts(slip: SlipPrint) -> list[Fact]:
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
    return [Fact(name, words.money(slip.content.money(minor))) for name, minor in rows]


def _last_sum(slip: SlipPrint) -> Fact:
    totals = slip.content.totals
    if slip.content.kind is PartnerKind.SUPPLIER:
        name, minor = slip.label(lambda words: words("Expected credit")), totals.expected_minor
    else:
        name, minor = slip.label(lambda words: words("Value at cost")), totals.gross_minor
    return Fact(name, slip.words.money(slip.content.money(minor)))


def _notes(slip: SlipPrint) -> list[tuple[str, Style]]:
    """What stands beside the sums: what a print without worth means, who approved for whom, what the grades mean."""
    content, words = slip.content, slip.words
    said = {
        Ribbon.DRAFT: words("A draft: the number is given at approval."),
        Ribbon.CANCELLED: words("Cancelled: the number stays used."),
    }.get(slip.ribbon, "")
    names = {"name": content.approved_by, "giver": content.approved_for}
    lent = words("{name} approved for {giver}", **names) if content.approved_for else ""
    grades = sorted({line.grade for line in content.lines if line.grade})
    meant = [(f"\u2066{grade}\u2069 · {grade_name(words, grade)}", SMALL) for grade in grades]
    return [(text, TEXT) for text in (said, lent) if text] + meant


def _signings(slip: SlipPrint) -> tuple[Signing, ...]:
    content, words, both = slip.content, slip.words, slip.voices.both
    rows = (words("Name"), words("Signature"), words("Date"))
    first = (
        Signing(both(lambda words: words("Prepared by")), rows, content.prepared_by),
        Signing(both(lambda words: words("Approved by")), rows, content.approved_by),
    )
    if content.destroyed:
        return (
            *first,
            Signing(both(lambda words: words("Destroyed by")), rows),
            Signing(both(lambda words: words("Witness")), rows),
        )
    carried = (rows[0], words("Number plate"), *rows[1:])
    return (
        *first,
        Signing(both(lambda words: words("Taken by the carrier")), carried, content.references.driver),
        Signing(both(lambda words: _receiver(words, content.kind)), rows),
    )


def _receiver(words: Words, kind: PartnerKind) -> str:
    return {
        PartnerKind.SUPPLIER: words("Received by the supplier"),
        PartnerKind.CHARITY: words("Received by the charity"),
        PartnerKind.RECYCLER: words("Received by the recycler"),
    }[kind]
