"""A supplier's statement on paper: what was owed, what was expected and came, what is owed, and how old that is."""

from datetime import datetime

from returns_desk.documents.kit.dress import PLAIN, Dress
from returns_desk.documents.kit.flow import Flow, in_pages
from returns_desk.documents.kit.looks import CELL, CELL_SMALL, CELL_STRONG, NAME, STRONG, SUM
from returns_desk.documents.kit.page import INNER, Align, Stamp
from returns_desk.documents.kit.table import Column, Piece, Row, Table
from returns_desk.documents.names import figures, words_for
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
    """Draw the statement on A4, in ``he`` or ``en``."""
    words = words_for(language, printed_at)
    said = words("Printed {moment} by {name}", moment=words.moment(printed_at), name=printed_by)
    stamp = Stamp(f"{words('Supplier statement')} {statement.code}", said if printed_by else words.moment(printed_at))
    return in_pages(lambda pages: _drawn(statement, words, stamp, pages))


def _drawn(statement: Statement, words: Words, stamp: Stamp, pages: int) -> Flow:
    flow = Flow(words, words("Supplier statement"), statement.code, stamp, pages)
    facts = (
        (words("From day"), words.date(statement.since) if statement.since else words("the first batch")),
        (words("To day"), words.date(statement.until)),
    )
    flow.head(((words("From"), statement.company), (words("To"), statement.partner)), facts)
    for account in statement.sums:
        _draw_account(flow, words, account, several=len(statement.sums) > 1)
    for age in statement.ages:
        flow.keep_room(90)
        flow.text(words("Age of what is open"), NAME)
        flow.table(_ages(words, age))
        if age.reasons:
            flow.text(words("Why credits were short"), NAME)
            flow.table(_reasons(words, age))
    return flow


def _draw_account(flow: Flow, words: Words, account: StatementSum, *, several: bool) -> None:
    if several:
        flow.text(account.closing.currency, NAME)
    flow.sums(((words("Opening balance"), words.money(account.opening)),), STRONG)
    if account.entries:
        flow.table(_entries(words, account))
    else:
        flow.text(words("Nothing happened in these days."))
    flow.keep_room(80)
    flow.sums(
        (
            (words("Expected in these days"), words.money(account.expected)),
            (words("Credited in these days"), words.money(account.credited)),
        ),
        STRONG,
    )
    flow.sums(((words("Balance owed to us"), words.money(account.closing)),), SUM._replace(size=12))


def _entries(words: Words, account: StatementSum) -> Table:
    columns = (
        Column((words("Date"),), 62),
        Column((words("Batch"),), 66),
        Column((words("What"),), grows=True),
        Column((words("Number"),), 92),
        Column((words("Expected"),), 62, Align.RIGHT),
        Column((words("Credited"),), 62, Align.RIGHT),
        Column((words("Balance"),), 66, Align.RIGHT),
    )
    return Table(columns, [_entry(words, entry, balance) for entry, balance in account.entries], INNER)


def _entry(words: Words, entry: Entry, balance: Money) -> Row:
    expects = entry.kind in (EntryKind.SENT, EntryKind.REOPENED)
    amount = figures(entry.amount if expects else -entry.amount)
    why = ", ".join(words.name(reason) for reason in entry.reasons)
    what = (Piece(words.name(entry.kind)), *((Piece(why, CELL_SMALL),) if why else ()))
    return (
        (Piece(words.date(entry.day), CELL, True),),
        (Piece(entry.batch, CELL_STRONG, True),),
        what,
        (Piece(entry.number, CELL, True),),
        (Piece(amount if expects else "", CELL, True),),
        (Piece("" if expects else amount, CELL, True),),
        (Piece(figures(balance), CELL_STRONG, True),),
    )


def _ages(words: Words, age: SupplierAge) -> Table:
    columns = (*(Column((words.name(band),), 90, Align.RIGHT) for band, _ in age.bands), Column(("",), grows=True))
    cells = tuple((Piece(figures(money), CELL_STRONG, True),) for _, money in age.bands)
    return Table(columns, [(*cells, ())], INNER)


def _reasons(words: Words, age: SupplierAge) -> Table:
    columns = (Column((words("Reason"),), 200), Column((words("Missing"),), 90, Align.RIGHT), Column(("",), grows=True))
    rows = [
        ((Piece(words.name(reason)),), (Piece(figures(money), CELL_STRONG, True),), ()) for reason, money in age.reasons
    ]
    return Table(columns, rows, INNER)
