"""A supplier's statement as a workbook to reckon with: one row for each move, then how old what is open is."""

from collections.abc import Iterator

from returns_desk.domain.statements import EntryKind, Statement, StatementSum
from returns_desk.exchange.whole_file import Target
from returns_desk.exchange.write_table import Cell, write_xlsx
from returns_desk.wording import Words

Row = tuple[Cell, ...]


def write_statement(statement: Statement, words: Words, target: Target) -> None:
    """Write one sheet, from right to left in Hebrew; amounts are numbers, and text never runs as a formula."""
    columns = (
        words("Date"),
        words("Batch"),
        words("What"),
        words("Number"),
        words("Reason"),
        words("Expected"),
        words("Credited"),
        words("Balance"),
        words("Currency"),
    )
    write_xlsx(columns, _rows(statement, words), target, right_to_left=words.right_to_left)


def _rows(statement: Statement, words: Words) -> Iterator[Row]:
    for account in statement.sums:
        yield from _account(statement, words, account)
    for age in statement.ages:
        yield ()
        yield (None, None, words("Age of what is open"))
        for band, money in age.bands:
            yield (None, None, words.name(band), None, None, None, None, money, money.currency)
        for reason, money in age.reasons:
            said = words("Why credits were short")
            yield (None, None, said, None, words.name(reason), None, None, money, money.currency)


def _account(statement: Statement, words: Words, account: StatementSum) -> Iterator[Row]:
    currency = account.closing.currency
    yield (statement.since, None, words("Opening balance"), None, None, None, None, account.opening, currency)
    for entry, balance in account.entries:
        expects = entry.kind in (EntryKind.SENT, EntryKind.REOPENED)
        yield (
            entry.day,
            entry.batch,
            words.name(entry.kind),
            entry.number,
            ", ".join(words.name(reason) for reason in entry.reasons),
            entry.amount if expects else None,
            None if expects else -entry.amount,
            balance,
            currency,
        )
    yield (
        statement.until,
        None,
        words("Closing balance"),
        None,
        None,
        account.expected,
        account.credited,
        account.closing,
        currency,
    )
