"""A supplier's statement on paper: what was owed, what was expected and came, what is owed, and how old that is."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from returns_desk.documents.kit.bidi import own_direction
from returns_desk.documents.kit.dress import PLAIN, Dress
from returns_desk.documents.kit.facts import Fact
from returns_desk.documents.kit.figures import figures, in_currency
from returns_desk.documents.kit.flow import Flow
from returns_desk.documents.kit.frame import Heading, Stamp
from returns_desk.documents.kit.looks import CELL, CELL_SMALL, CELL_STRONG, NAME
from returns_desk.documents.kit.page import Align
from returns_desk.documents.kit.parties import both_sides, draw_sides
from returns_desk.documents.kit.sums import Sums
from returns_desk.documents.kit.table import Column, Piece, Row, Table
from returns_desk.documents.kit.voices import Voices
from returns_desk.domain.ageing import SupplierAge
from returns_desk.domain.money import Money
from returns_desk.domain.statements import Entry, EntryKind, Statement, StatementSum
from returns_desk.wording import Words


def render_statement(
    statement: Statement,
    language: str,
    printed_at: datetime,
    printed_by: str,
    *,
    dress: Dress = PLAIN,
    bilingual: bool = False,
) -> bytes:
    """Draw the statement in ``he``, in ``en`` or, where it is bilingual, in both."""
    voices = Voices(language, printed_at, bilingual)
    heading = Heading(
        titles=voices.both(lambda words: words("Supplier statement")),
        number=statement.code,
        beside=own_direction(statement.partner.name_in(language)),
    )
    stamp = Stamp.of(f"{heading.titles[0]} {statement.code}", voices, printed_by)
    flow = Flow(heading, voices, stamp, dress)
    draw_sides(flow, both_sides(flow, statement.company, statement.partner), _facts(voices, statement))
    for account in statement.sums:
        _draw_account(flow, account, several=len(statement.sums) > 1)
    for age in statement.ages:
        _draw_age(flow, age)
    return flow.finished()


def _facts(voices: Voices, statement: Statement) -> tuple[Fact, ...]:
    words = voices.words
    since = words.date(statement.since) if statement.since else words("the first batch")
    return (
        Fact(voices.label(lambda words: words("From day"), "\n"), since, statement.since is not None),
        Fact(voices.label(lambda words: words("To day"), "\n"), words.date(statement.until)),
    )


def _draw_account(flow: Flow, account: StatementSum, *, several: bool) -> None:
    voices = flow.voices

    def fact(say: Callable[[Words], str], money: Money) -> Fact:
        return Fact(voices.label(say), voices.words.money(money))

    if several:
        flow.text(account.closing.currency, NAME)
    _add_sums(flow, Sums((), fact(lambda words: words("Opening balance"), account.opening)))
    if account.entries:
        flow.table(_entries(voices, account, flow.pen.inner))
    else:
        flow.text(voices.label(lambda words: words("Nothing happened in these days.")))
    rows = (
        fact(lambda words: words("Expected in these days"), account.expected),
        fact(lambda words: words("Credited in these days"), account.credited),
    )
    _add_sums(flow, Sums(rows, fact(lambda words: words("Balance owed to us"), account.closing)))


def _add_sums(flow: Flow, sums: Sums) -> None:
    flow.add(sums.height + 24, lambda pen, down: sums.draw(pen, down + 8))


def _draw_age(flow: Flow, age: SupplierAge) -> None:
    voices, width = flow.voices, flow.pen.inner
    _add_named(flow, voices.label(lambda words: words("Age of what is open")), _ages(voices, age, width))
    if age.reasons:
        _add_named(flow, voices.label(lambda words: words("Why credits were short")), _reasons(voices, age, width))


def _add_named(flow: Flow, name: str, table: Table) -> None:
    """Draw a small table under its name, on one page."""
    flow.keep_room(NAME.step + 6 + table.height_of(0, len(table.rows)))
    flow.text(name, NAME)
    flow.table(table)
    flow.down += 12


def _entries(voices: Voices, account: StatementSum, width: float) -> Table:
    both, currency = voices.both, account.closing.currency
    columns = (
        Column(both(lambda words: words("Date")), 62),
        Column(both(lambda words: words("Batch")), 66),
        Column(both(lambda words: words("What")), grows=True),
        Column(both(lambda words: words("Number")), 92),
        Column(in_currency(both(lambda words: words("Expected")), currency), 62, Align.RIGHT),
        Column(in_currency(both(lambda words: words("Credited")), currency), 62, Align.RIGHT),
        Column(in_currency(both(lambda words: words("Balance")), currency), 66, Align.RIGHT),
    )
    return Table(columns, [_entry(voices, entry, balance) for entry, balance in account.entries], width)


def _entry(voices: Voices, entry: Entry, balance: Money) -> Row:
    expects = entry.kind in (EntryKind.SENT, EntryKind.REOPENED)
    amount = figures(entry.amount if expects else -entry.amount)
    why = ", ".join(voices.words.name(reason) for reason in entry.reasons)
    what, *again = voices.both(lambda words: words.name(entry.kind))
    small = [text for text in (*again, why) if text]
    return (
        (Piece(voices.words.date(entry.day), CELL, True),),
        (Piece(entry.batch, CELL_STRONG, True),),
        (Piece(what), *(Piece(text, CELL_SMALL) for text in small)),
        (Piece(entry.number, CELL, True),),
        (Piece(amount if expects else "", CELL, True),),
        (Piece("" if expects else amount, CELL, True),),
        (Piece(figures(balance), CELL_STRONG, True),),
    )


def _ages(voices: Voices, age: SupplierAge, width: float) -> Table:
    columns = [Column(_named(voices, band), 90, Align.RIGHT) for band, _ in age.bands]
    cells = tuple((Piece(figures(money), CELL_STRONG, True),) for _, money in age.bands)
    return Table([*columns, Column(("",), grows=True)], [(*cells, ())], width)


def _reasons(voices: Voices, age: SupplierAge, width: float) -> Table:
    columns = (
        Column(voices.both(lambda words: words("Reason")), 200),
        Column(voices.both(lambda words: words("Missing")), 90, Align.RIGHT),
        Column(("",), grows=True),
    )
    rows = [
        ((Piece(" / ".join(_named(voices, reason))),), (Piece(figures(money), CELL_STRONG, True),), ())
        for reason, money in age.reasons
    ]
    return Table(columns, rows, width)


def _named(voices: Voices, value: StrEnum) -> tuple[str, ...]:
    return voices.both(lambda words: words.name(value))
