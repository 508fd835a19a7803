"""What suppliers owe, for the books: a row for each line of every slip whose goods left, and of what corrects one."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time

from returns_desk.domain.corrections import Correction
from returns_desk.domain.debit_notes import DebitLine, debit_lines
from returns_desk.domain.money import Money
from returns_desk.domain.papers import DocumentKind
from returns_desk.domain.refusals import BadValue
from returns_desk.domain.slips import UNIFORM_CODES, SlipContent
from returns_desk.exchange.write_table import Cell
from returns_desk.store.lookups.debit_notes import debit_papers
from returns_desk.store.records import BatchRecord
from returns_desk.store.work import Work
from returns_desk.usecases.export_rows import Write

COLUMNS = (
    "document", "uniform_code", "date", "corrects", "batch", "supplier", "supplier_name", "supplier_number",
    "our_number", "item", "sku", "supplier_sku", "quantity", "cost", "not_credited", "fee", "freight", "expected",
    "currency", "state",
)  # fmt: skip


def export_debit_notes(work: Work, write: Write, since: str = "") -> None:
    """Every line since a day (YYYY-MM-DD) of this station, oldest paper first; what a correction takes off is negative.

    Looks only, so that there is no inverse. Refuses ``BadValue`` for what is no day.
    """
    write(COLUMNS, _rows(work, _beginning(since.strip())))


def _beginning(since: str) -> datetime | None:
    if not since:
        return None
    try:
        return datetime.combine(date.fromisoformat(since), time()).astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        raise BadValue("since", since) from None


def _rows(work: Work, since: datetime | None) -> Iterator[Sequence[Cell]]:
    for document, batch in debit_papers(work.session, since):
        terms = batch.terms.snapshot() if batch.terms else None
        if document.kind is DocumentKind.CORRECTION:
            paper = Correction.from_json(document.content)
            lines = debit_lines(paper.lines, paper.taken_off, terms, paper.currency)
            yield from (_row(paper, batch, document.issued_at, line) for line in lines)
        else:
            slip = SlipContent.from_json(document.content)
            left_at = batch.shipped_at or batch.delivered_at or document.issued_at
            lines = debit_lines(slip.lines, slip.totals, terms, slip.currency)
            yield from (_row(slip, batch, left_at, line) for line in lines)


def _row(paper: SlipContent | Correction, batch: BatchRecord, at: datetime, row: DebitLine) -> Sequence[Cell]:
    """One line; what a correction takes off counts below zero."""
    corrects = paper.slip if isinstance(paper, Correction) else ""
    sign = -1 if corrects else 1
    sums = (row.cost, row.not_credited, row.fee, row.freight, row.expected)
    return (
        paper.number, UNIFORM_CODES[paper.kind], at.astimezone().date(), corrects, batch.number, batch.partner.code,
        paper.partner.name, paper.partner.company_number, paper.company.company_number, row.line.item, row.line.sku,
        row.line.supplier_sku, sign * row.line.quantity,
        *(Money(sign * money.minor, money.currency) for money in sums), paper.currency, batch.state.value,
    )  # fmt: skip
