"""The letter about a short credit: line by line what was to come, what came, what is missing, and why they say so."""

from datetime import datetime

from returns_desk.documents.kit.bidi import own_direction
from returns_desk.documents.kit.dress import PLAIN, Dress
from returns_desk.documents.kit.flow import Flow, in_pages
from returns_desk.documents.kit.looks import CELL, CELL_SMALL, CELL_STRONG, NAME, STRONG, SUM, TEXT
from returns_desk.documents.kit.page import INNER, Align, Stamp
from returns_desk.documents.kit.table import Column, Piece, Row, Table
from returns_desk.documents.names import figures, words_for
from returns_desk.domain.credits import ShortReason
from returns_desk.domain.dispute_letters import DisputeLetter, DisputeLine
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
    """Draw the letter on A4 from its frozen content alone: the same content and moment give the same bytes."""
    words = words_for(language, printed_at)
    said = words("Printed {moment} by {name}", moment=words.moment(printed_at), name=printed_by)
    stamp = Stamp(f"{words('Dispute letter')} {letter.number}", said if printed_by else words.moment(printed_at))
    return in_pages(lambda pages: _drawn(letter, words, stamp, pages))


def _drawn(letter: DisputeLetter, words: Words, stamp: Stamp, pages: int) -> Flow:
    flow = Flow(words, words("Dispute letter"), letter.number, stamp, pages)
    flow.head(((words("From"), letter.company), (words("To"), letter.partner)), _facts(words, letter))
    missing = letter.money(letter.expected_minor - letter.received_minor)
    flow.text(_claim(words, letter), TEXT, after=3)
    flow.text(
        words("Missing still: {money}. Please credit it, or tell us line by line why not.", money=words.money(missing)),
        STRONG,
    )
    flow.text(own_direction(letter.note), TEXT, after=12)
    flow.table(_lines(words, letter))
    flow.sums(
        (
            (words("Expected credit"), words.money(letter.money(letter.expected_minor))),
            (words("Credited"), words.money(letter.money(letter.received_minor))),
        ),
        STRONG,
    )
    flow.sums(((words("Missing"), words.money(missing)),), SUM)
    if letter.credits:
        flow.text(words("Credits received"), NAME)
        flow.table(_credits(words, letter))
    flow.keep_room(60)
    flow.text(words("This letter is not an invoice"), TEXT, after=18)
    flow.text(
        words("Signed for {shop}: {name}", shop=letter.company.name_in(words.language), name=letter.issued_by), TEXT
    )
    return flow


def _claim(words: Words, letter: DisputeLetter) -> str:
    if letter.shipped is None:
        return words("For the goods of batch {number} less was credited than was agreed.", number=letter.batch)
    return words(
        "For the goods of batch {number}, sent on {day}, less was credited than was agreed.",
        number=letter.batch,
        day=words.date(letter.shipped),
    )


def _facts(words: Words, letter: DisputeLetter) -> tuple[tuple[str, str], ...]:
    rows = (
        (words("Issued"), words.moment(letter.issued_at)),
        (words("Batch"), letter.batch),
        (words("Slip"), letter.slip),
        (words("Authorization"), letter.authorization),
    )
    return tuple(row for row in rows if row[1])


def _lines(words: Words, letter: DisputeLetter) -> Table:
    columns = (
        Column(("#",), 24, Align.RIGHT),
        Column((words("Item / our SKU"),), 80),
        Column((words("Description"),), grows=True),
        Column((words("Expected"),), 64, Align.RIGHT),
        Column((words("Received"),), 64, Align.RIGHT),
        Column((words("Missing"),), 64, Align.RIGHT),
        Column((words("Their reason"),), 96),
    )
    return Table(columns, [_line(words, letter, line) for line in letter.lines], INNER)


def _line(words: Words, letter: DisputeLetter, line: DisputeLine) -> Row:
    amounts = (line.expected_minor, line.received_minor, line.missing_minor)
    expected, received, missing = (figures(letter.money(minor)) for minor in amounts)
    known = set(ShortReason)
    reason = words.name(ShortReason(line.reason)) if line.reason in known else line.reason
    return (
        (Piece(str(line.position), CELL, True),),
        (Piece(line.item, CELL_STRONG, True), Piece(line.sku, CELL_SMALL, True)),
        (Piece(own_direction(line.description_in(words.language))),),
        (Piece(expected, CELL, True),),
        (Piece(received, CELL, True),),
        (Piece(missing, CELL_STRONG, True),),
        (Piece(reason or words.name(ShortReason.NOT_SAID)),),
    )


def _credits(words: Words, letter: DisputeLetter) -> Table:
    columns = (
        Column((words("Credit note"),), 140),
        Column((words("Date"),), 80),
        Column((words("Amount"),), 80, Align.RIGHT),
        Column(("",), grows=True),
    )
    rows = [
        (
            (Piece(credit.number, CELL_STRONG, True),),
            (Piece(words.date(credit.at), CELL, True),),
            (Piece(figures(letter.money(credit.amount_minor)), CELL, True),),
            (),
        )
        for credit in letter.credits
    ]
    return Table(columns, rows, INNER)
