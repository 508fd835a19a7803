"""Look at batches and at the numbered papers made of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from returns_desk.domain.batches import BatchState, LineState, PartnerKind
from returns_desk.domain.money import Money
from returns_desk.domain.snapshots import BatchLineSnapshot, BatchRow, BatchSnapshot
from returns_desk.store.lookups import batches as lookups
from returns_desk.store.lookups.batch_terms import expected_of, terms_of
from returns_desk.store.lookups.papers import prints_by_paper
from returns_desk.store.records import BatchLineRecord, BatchRecord, DocumentRecord
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import approved_for, batch_of, seen, totals_of
from returns_desk.usecases.look import Page
from returns_desk.usecases.look_giving import given

_OPEN = (BatchState.COLLECTING, BatchState.READY, BatchState.SUBMITTED, BatchState.SENT_BACK)
_NUMBERED = (BatchState.APPROVED, BatchState.AUTHORIZED, BatchState.PACKED)  # the supplier's number still has to last


@dataclass(frozen=True)
class DocumentRow:
    """A numbered paper as one row of a list."""

    number: str
    batch: str
    state: str  # issued | cancelled
    issued_at: datetime
    sha256: str
    copies: int  # prints so far, the original included


def batches(
    work: Work, kind: PartnerKind | None = None, state: str | None = None, limit: int = 200, *, urgent: bool = False
) -> Page:
    """Batches, newest first; ``urgent``: what waits for somebody first, by the days left."""
    records, total = lookups.newest_batches(work.session, kind=kind, state=state, limit=limit)
    sums = lookups.line_sums(work.session, [record.id for record in records])
    rows = [batch_row(work, record, *sums.get(record.id, (0, 0, 0, None))) for record in records]
    if urgent:
        rows.sort(key=_urgency)
    return Page(tuple(rows), total)


def every_batch(work: Work) -> Iterator[BatchRow]:
    """Every batch, newest first, a few hundred at a time."""
    before = None
    while records := lookups.batches_before(work.session, before):
        sums = lookups.line_sums(work.session, [record.id for record in records])
        for record in records:
            yield batch_row(work, record, *sums.get(record.id, (0, 0, 0, None)))
        before = records[-1].id


def _urgency(row: BatchRow) -> tuple[bool, bool, int]:
    days = row.days_left if row.days_left is not None else 10_000
    return row.state not in _OPEN, row.state is not BatchState.SUBMITTED, days


def batch_row(work: Work, record: BatchRecord, lines: int, gross: int, credit: int, ends: date | None) -> BatchRow:
    """A batch by the sums of its lines that go out, in minor units, and the first window of theirs to close."""
    terms = terms_of(record)
    short = terms.minimum_value - gross if terms else 0
    return BatchRow(
        id=record.id,
        number=record.number,
        kind=record.kind,
        partner=replace(record.partner.snapshot(), terms=terms).for_returns,
        state=record.state,
        lines=lines,
        gross=Money(gross, record.currency),
        expected=expected_of(record, gross, credit),
        opened_at=record.opened_at,
        days_left=(ends - work.today).days if ends and record.state in _OPEN else None,
        missing_to_minimum=Money(short, record.currency) if short > 0 and record.state in _OPEN else None,
        mode=record.mode,
        sort=record.sort,
        credit_due=record.credit_due,
        authorization_days=_authorization_days(work, record),
    )


def _authorization_days(work: Work, record: BatchRecord) -> int | None:
    until = record.authorization_until
    return (until - work.today).days if until and record.state in _NUMBERED else None


def batch(work: Work, number: str) -> BatchSnapshot:
    """A batch whole. Refuses ``NotFound``."""
    record = batch_of(work, number)
    lines = lookups.live_lines(work.session, record.id, whole=True)
    going = [line for line in lines if line.state is not LineState.SENT_BACK]
    totals = totals_of(record, going)
    document = lookups.document_of_batch(work.session, record.id)
    ends = min((line.window_ends for line in going if line.window_ends), default=None)
    return BatchSnapshot(
        row=batch_row(work, record, len(going), totals.gross.minor, _credit(going), ends),
        lines=tuple(_line(work, record, line) for line in lines),
        totals=totals,
        **_signed(work, record, lines),
        authorization=record.authorization,
        authorization_until=record.authorization_until,
        carrier=record.carrier,
        waybill=record.waybill,
        driver=record.driver,
        packages=record.packages,
        weight_g=record.weight_g,
        shipped_at=record.shipped_at,
        slip=document.number if document else "",
        credits=tuple(credit.snapshot() for credit in record.credits),
        credited=Money(lookups.credited_so_far(work.session, record.id), record.currency),
        ready_at=record.ready_at,
        delivered_at=record.delivered_at,
        witness=record.witness,
        written_off=Money(record.written_off, record.currency) if record.written_off else None,
        certificate=record.certificate,
        certificate_at=record.certificate_at,
        cartons=tuple(carton.snapshot() for carton in record.cartons),
        streams=tuple((stream.stream, stream.weight_g) for stream in record.streams),
        attachments=tuple(file.snapshot() for file in lookups.attachments_of(work.session, record.id)),
        given=given(work, record, lines),
        plate=record.plate,
    )


def _signed(work: Work, record: BatchRecord, lines: list[BatchLineRecord]) -> dict[str, Any]:
    """Who made and who approved it, for whom, and what there is to look at before that."""
    return {
        "prepared_by": record.preparer.snapshot() if record.preparer else None,
        "submitted_at": record.submitted_at,
        "approved_by": record.approver.snapshot() if record.approver else None,
        "approved_at": record.approved_at,
        "approved_for": approved_for(work, record),
        "decision_note": record.decision_note,
        "seen": seen(lines),
    }


def _credit(lines: list[BatchLineRecord]) -> int:
    return sum(line.credit for line in lines)


def _line(work: Work, record: BatchRecord, line: BatchLineRecord) -> BatchLineSnapshot:
    return BatchLineSnapshot(
        id=line.id,
        position=line.position,
        state=line.state,
        item=line.item.snapshot(),
        reason=line.reason,
        gross=Money(line.gross, record.currency),
        credit=Money(line.credit, record.currency),
        days_left=(line.window_ends - work.today).days if line.window_ends else None,
        note=line.note,
        carton=line.carton.number if line.carton else "",
    )


def documents(work: Work, limit: int = 100, state: str | None = None) -> Page:
    """The numbered papers, newest first; ``state``: issued or cancelled."""
    cancelled = None if state is None else state == "cancelled"
    records, total = lookups.newest_documents(work.session, limit, cancelled=cancelled)
    prints = prints_by_paper(work.session, [record.id for record in records])
    return Page(tuple(_document(work, record, prints.get(record.id, 0)) for record in records), total)


def _document(work: Work, record: DocumentRecord, copies: int) -> DocumentRow:
    owner = work.get(BatchRecord, record.batch_id)
    return DocumentRow(
        number=record.number,
        batch=owner.number if owner else "",
        state="cancelled" if record.cancelled else "issued",
        issued_at=record.issued_at,
        sha256=record.sha256,
        copies=copies,
    )
