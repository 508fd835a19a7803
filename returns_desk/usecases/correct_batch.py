"""A piece stands on a slip and never left: a numbered paper corrects the slip, and the piece is here again."""

from dataclasses import replace

from returns_desk.domain.batches import BatchState, LineState
from returns_desk.domain.claims import standing_credits
from returns_desk.domain.codes import lookup_key
from returns_desk.domain.correction_refusals import CreditedAlready, LineCredited, NotCorrected
from returns_desk.domain.corrections import CORRECTABLE, Correction
from returns_desk.domain.events import BatchClosed, BatchCorrected, LineCorrected
from returns_desk.domain.papers import DocumentKind
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import BadValue, NotFound, OwnWork
from returns_desk.domain.slips import SlipContent
from returns_desk.domain.texts import LONGEST_NOTE, kept_text
from returns_desk.store.lookups.batches import credited_so_far, document_of_batch
from returns_desk.store.records import BatchLineRecord, BatchRecord
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import batch_to_change, going_lines, move_batch, seen
from returns_desk.usecases.decide_item import reconsider
from returns_desk.usecases.issue_document import issue_document
from returns_desk.usecases.issue_slip import slip_content
from returns_desk.usecases.require import require

_EARLY = frozenset(BatchState) - CORRECTABLE - {
    BatchState.WRITTEN_OFF, BatchState.CREDITED, BatchState.CLOSED, BatchState.CANCELLED, BatchState.REJECTED
}  # fmt: skip


def correct_batch(work: Work, number: str, items: tuple[str, ...], note: str) -> str:
    """Take pieces off a slip whose goods left; gives the number of the paper that says so.

    The pieces are on our shelf again and wait for another decision; what is expected is less by them. With the last
    line the batch is closed. Whoever prepared the batch does not correct it. No inverse: a numbered paper went out; a
    piece that did leave is decided and sent again. Refuses ``NotFound``, ``NotCorrected``, ``OwnWork``, ``BadValue``
    without pieces or a note, ``LineCredited``, ``CreditedAlready``, ``WrongState``.
    """
    person = require(work, Permission.CORRECT_BATCH)
    batch = batch_to_change(work, number)
    _refuse_state(batch)
    if batch.submitted_by == person.id:
        raise OwnWork(Permission.CORRECT_BATCH)
    kept = kept_text(note, LONGEST_NOTE)
    if not kept:
        raise BadValue("note", "")
    shown = seen(going_lines(work, batch))
    lines = _named(work, batch, items)
    _refuse_credited(batch, lines)
    before = slip_content(work, batch, "")
    for line in lines:
        _take_off(work, batch, line, kept)
    batch.version += 1  # its lines are others: sums that were kept for it count no longer
    work.flush()
    after = slip_content(work, batch, "")
    _settle(work, batch, after)
    content = _content(work, batch, before, after, kept)
    return _issue(work, batch, content, shown)


def _refuse_state(batch: BatchRecord) -> None:
    if batch.state not in CORRECTABLE:
        raise NotCorrected(batch.number, "early" if batch.state in _EARLY else "late")


def _named(work: Work, batch: BatchRecord, items: tuple[str, ...]) -> list[BatchLineRecord]:
    """The lines of the pieces that are named. Refuses ``BadValue`` without any, ``NotFound``."""
    wanted = {lookup_key(item) for item in items}
    if not wanted:
        raise BadValue("item", "")
    found = [line for line in going_lines(work, batch) if line.item.number in wanted]
    missing = wanted - {line.item.number for line in found}
    if missing:
        raise NotFound("item", sorted(missing)[0])
    return found


def _refuse_credited(batch: BatchRecord, lines: list[BatchLineRecord]) -> None:
    """What a supplier paid for by name did reach it; the credit is taken back first. Refuses ``LineCredited``."""
    items = {line.id: line.item.number for line in lines}
    for credit in standing_credits([record.snapshot() for record in batch.credits]):
        for given in credit.lines:
            if given.line in items and given.amount.minor:
                raise LineCredited(items[given.line], credit.number)


def _take_off(work: Work, batch: BatchRecord, line: BatchLineRecord, note: str) -> None:
    line.state, line.note = LineState.CORRECTED, note
    reconsider(work, line.item)
    work.record(LineCorrected(batch_id=batch.id, item_id=line.item_id, number=batch.number, item=line.item.number))


def _settle(work: Work, batch: BatchRecord, after: SlipContent) -> None:
    """Where the batch stands with what is left of it. Refuses ``CreditedAlready``, ``WrongState``."""
    received = credited_so_far(work.session, batch.id)
    if received > after.totals.expected_minor:
        raise CreditedAlready(batch.number)
    if not after.lines:
        move_batch(batch, BatchState.CLOSED)
        work.record(BatchClosed(batch_id=batch.id, number=batch.number))
    elif received and received == after.totals.expected_minor:
        move_batch(batch, BatchState.CREDITED)


def _content(work: Work, batch: BatchRecord, before: SlipContent, after: SlipContent, note: str) -> Correction:
    left = {line.item for line in after.lines}
    slip = document_of_batch(work.session, batch.id)
    return Correction(
        kind=batch.kind,
        number="",
        slip=slip.number if slip else "",
        batch=batch.number,
        company=before.company,
        partner=before.partner,
        issued_at=work.now,
        issued_by=work.person.name,
        note=note,
        lines=tuple(line for line in before.lines if line.item not in left),
        before=before.totals,
        after=after.totals,
        authorization=batch.authorization,
        currency=batch.currency,
        look=before.look,
    )


def _issue(work: Work, batch: BatchRecord, content: Correction, shown: str) -> str:
    document = issue_document(work, batch, DocumentKind.CORRECTION, lambda number: replace(content, number=number))
    work.record(
        BatchCorrected(
            batch_id=batch.id,
            number=batch.number,
            document=document.number,
            slip=content.slip,
            lines=len(content.lines),
            expected_minor=content.after.expected_minor,
            currency=content.currency,
            note=content.note,
            seen=shown,
        )
    )
    return document.number
