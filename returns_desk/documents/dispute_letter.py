"""The letter about a short credit: line by line what was to come, what came, what is missing, and why they say so."""

from datetime import datetime

from returns_desk.documents.kit.bidi import own_direction
from returns_desk.documents.kit.dress import PLAIN, Dress
from returns_desk.documents.kit.facts import Fact
from returns_desk.documents.kit.figures import figures, in_currency
from returns_desk.documents.kit.flow import Flow
from returns_desk.documents.kit.frame import Heading, Stamp
from returns_desk.documents.kit.looks import CELL, CELL_SMALL, CELL_STRONG, NAME, STRONG, TEXT
from returns_desk.documents.kit.page import Align
from returns_desk.documents.kit.parties import both_sides, draw_sides
from returns_desk.documents.kit.sums import Sums
from returns_desk.documents.kit.table import Column, Piece, Row, Table
from returns_desk.documents.kit.voices import Voices
from returns_desk.domain.credits import ShortReason
from returns_desk.domain.dispute_letters import DisputeLetter, DisputeLine
from returns_desk.domain.money import Money
from returns_desk.wording import Words


def render_dispute_letter(
    letter: DisputeLetter,
    language: str,
    printed_at: datetime,
    printed_by: str,
    *,
    dress: Dress = PLAIN,
    bilingual: bool = False,
) -> bytes:
    """Draw the letter from its frozen content alone: the same content, moment and dress give the same bytes.

    Its lines go by the items' numbers, as on the slip: a line's place in the batch says nothing to a supplier.
    """
    voices = Voices(language, printed_at, bilingual)
    title = voices.words("Dispute letter")
    heading = Heading(
        titles=voices.both(lambda words: words("Dispute letter")),
        number=letter.number,
        beside=own_direction(letter.partner.name_in(language)),
    )
    flow = Flow(heading, voices, Stamp.of(f"{title} {letter.number}", voices, printed_by), dress)
    draw_sides(flow, both_sides(flow, letter.company, letter.partner), _facts(voices, letter))
    _draw_claim(flow, letter)
    flow.table(_lines(voices, letter, flow.pen.inner))
    sums = _sums(voices, letter)
    flow.add(sums.height + 24, lambda pen, down: sums.draw(pen, down + 6))
    _draw_credits(flow, letter)
    _draw_close(flow, letter)
    return flow.finished()


def _draw_claim(flow: Flow, letter: DisputeLetter) -> None:
    missing = letter.money(letter.expected_minor - letter.received_minor)
    for text in flow.voices.both(lambda words: _claim(words, letter)):
        flow.text(text, TEXT, after=3)
    for text in flow.voices.both(lambda words: _asked(words, missing)):
        flow.text(text, STRONG, after=3)
    flow.text(own_direction(letter.note), TEXT, after=3)
    flow.down += 9


def _asked(words: Words, missing: Money) -> str:
    return words(
        "Missing still: {money}. Please credit it, or tell us line by line why not.", money=words.money(missing)
    )


def _draw_credits(flow: Flow, letter: DisputeLetter) -> None:
    if not letter.credits:
        return
    flow.keep_room(60)
    flow.text(flow.voices.label(lambda words: words("Credits received")), NAME)
    flow.table(_credits(flow.voices, letter, flow.pen.inner))
    flow.down += 10


def _draw_close(flow: Flow, letter: DisputeLetter) -> None:
    flow.keep_room(80)
    flow.text(flow.voices.label(lambda words: words("This letter is not an invoice")), TEXT, after=18)
    for text in flow.voices.both(lambda words: _signed(words, letter)):
        flow.text(text, TEXT)


def _signed(words: Words, letter: DisputeLetter) -> str:
    return words("Signed for {shop}: {name}", shop=letter.company.name_in(words.language), name=letter.issued_by)


def _sums(voices: Voices, letter: DisputeLetter) -> Sums:
    def money(minor: int) -> str:
        return voices.words.money(letter.money(minor))

    rows = (
        Fact(voices.label(lambda words: words("Expected credit")), money(letter.expected_minor)),
        Fact(voices.label(lambda words: words("Credited")), money(letter.received_minor)),
    )
    missing = money(letter.expected_minor - letter.received_minor)
    return Sums(rows, Fact(voices.label(lambda words: words("Missing")), missing))


def _claim(words: Words, letter: DisputeLetter) -> str:
    if letter.shipped is None:
        return words("For the goods of batch {number} less was credited than was agreed.", number=letter.batch)
    return words(
        "For the goods of batch {number}, sent on {day}, less was credited than was agreed.",
        number=letter.batch,
        day=words.date(letter.shipped),
    )


def _facts(voices: Voices, letter: DisputeLetter) -> list[Fact]:
    rows = (
        Fact(voices.label(lambda words: words("Issued"), "\n"), voices.words.moment(letter.issued_at)),
        Fact(voices.label(lambda words: words("Batch"), "\n"), letter.batch),
        Fact(voices.label(lambda words: words("Slip"), "\n"), letter.slip),
        Fact(voices.label(lambda words: words("Authorization"), "\n"), letter.authorization),
    )
    return [row for row in rows if row.value]


def _lines(voices: Voices, letter: DisputeLetter, width: float) -> Table:
    both, currency = voices.both, letter.currency
    columns = (
        Column(both(lambda words: words("Item / our SKU")), 80),
        Column(both(lambda words: words("Description")), grows=True),
        Column(in_currency(both(lambda words: words("Expected")), currency), 64, Align.RIGHT),
        Column(in_currency(both(lambda words: words("Received")), currency), 64, Align.RIGHT),
        Column(in_currency(both(lambda words: words("Missing")), currency), 64, Align.RIGHT),
        Column(both(lambda words: words("Their reason")), 96),
    )
    return Table(columns, [_line(voices, letter, line) for line in letter.lines], width)


def _line(voices: Voices, letter: DisputeLetter, line: DisputeLine) -> Row:
    amounts = (line.expected_minor, line.received_minor, line.missing_minor)
    expected, received, missing = (figures(letter.money(minor)) for minor in amounts)
    name, *again = map(own_direction, voices.named(line.description_in)) or ("",)
    return (
        (Piece(line.item, CELL_STRONG, True), Piece(line.sku, CELL_SMALL, True)),
        (Piece(name), *(Piece(other, CELL_SMALL) for other in again)),
        (Piece(expected, CELL, True),),
        (Piece(received, CELL, True),),
        (Piece(missing, CELL_STRONG, True),),
        tuple(Piece(said, CELL_SMALL if place else CELL) for place, said in enumerate(_reasons(voices, line.reason))),
    )


def _reasons(voices: Voices, reason: str) -> tuple[str, ...]:
    """Why less came, in their words; a reason of a newer program stays as it is."""
    if reason and reason not in set(ShortReason):
        return (reason,)
    return voices.both(lambda words: words.name(ShortReason(reason) if reason else ShortReason.NOT_SAID))


def _credits(voices: Voices, letter: DisputeLetter, width: float) -> Table:
    columns = (
        Column(voices.both(lambda words: words("Credit note")), 140),
        Column(voices.both(lambda words: words("Date")), 80),
        Column(in_currency(voices.both(lambda words: words("Amount")), letter.currency), 80, Align.RIGHT),
        Column(("",), grows=True),
    )
    rows = [
        (
            (Piece(credit.number, CELL_STRONG, True),),
            (Piece(voices.words.date(credit.at), CELL, True),),
            (Piece(figures(letter.money(credit.amount_minor)), CELL, True),),
            (),
        )
        for credit in letter.credits
    ]
    return Table(columns, rows, width)
