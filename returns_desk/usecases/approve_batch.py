"""A supervisor looks at a submitted batch line by line, and decides; never at one of their own making."""

from returns_desk.domain.batches import BatchState, LineState, state_after_decision
from returns_desk.domain.codes import lookup_key
from returns_desk.domain.events import BatchApproved, BatchRejected, BatchSentBack, LineSentBack
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import BadValue, NotFound, OwnWork, WrongState
from returns_desk.domain.terms import AuthorizationNeed
from returns_desk.domain.texts import LONGEST_NOTE, kept_text
from returns_desk.store.lookups.batches import live_lines
from returns_desk.store.records import BatchLineRecord, BatchRecord
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import batch_to_change, free_items, move_batch, seen, totals_of
from returns_desk.usecases.issue_slip import issue_slip
from returns_desk.usecases.refuse_harmful import refuse_harmful
from returns_desk.usecases.require import require


def approve_batch(work: Work, number: str, send_back: tuple[str, ...] = (), note: str = "") -> None:
    """Approve a submitted batch, all but the pieces named in ``send_back``; its paper is issued with it.

    The pieces sent back wait for another decision. No inverse: a numbered paper went out; the batch is cancelled
    instead. Refuses ``NotFound``, ``WrongState`` (also when another supervisor was first), ``OwnWork``,
    ``NotAllowed``, ``ApprovalNeeded``.
    """
    batch, lines = _submitted(work, number)
    note = kept_text(note, LONGEST_NOTE)
    returned = _named(lines, send_back)
    for line in lines:
        line.state = LineState.SENT_BACK if line in returned else LineState.APPROVED
    going = [line for line in lines if line.state is LineState.APPROVED]
    needed = bool(batch.terms and batch.terms.snapshot().authorization is not AuthorizationNeed.NO)
    state = state_after_decision((line.state for line in lines), authorization_needed=needed)
    if state is BatchState.SENT_BACK:
        _send_back(work, batch, lines, note)
        return
    refuse_harmful(work, batch, going)
    move_batch(batch, state)
    batch.approved_by, batch.approved_at, batch.decision_note = work.person.id, work.now, note
    _record_sent_back(work, batch, returned, note)
    free_items(work, batch, returned)
    work.record(
        BatchApproved(
            batch_id=batch.id,
            number=batch.number,
            lines=len(going),
            seen=seen(going),
            expected_minor=totals_of(batch, going).expected.minor,
            currency=batch.currency,
            authorization_needed=needed,
        )
    )
    work.flush()
    issue_slip(work, batch)


def send_batch_back(work: Work, number: str, note: str, items: tuple[str, ...] = ()) -> None:
    """Send a submitted batch back to its maker, or mark the pieces named in ``items``; a note is needed.

    The inverse is ``submit_batch``. Refuses as ``approve_batch`` does, and ``BadValue`` without a note.
    """
    batch, lines = _submitted(work, number)
    note = _needed(note)
    returned = _named(lines, items)
    for line in returned:
        line.state, line.note = LineState.SENT_BACK, note
    _record_sent_back(work, batch, returned, note)
    _send_back(work, batch, lines, note)


def reject_batch(work: Work, number: str, note: str) -> None:
    """Reject a submitted batch for good; its pieces wait for another decision. No inverse: they are decided again."""
    batch, lines = _submitted(work, number)
    note = _needed(note)
    move_batch(batch, BatchState.REJECTED)
    batch.decision_note = note
    free_items(work, batch, lines)
    work.record(BatchRejected(batch_id=batch.id, number=batch.number, note=note))


def _record_sent_back(work: Work, batch: BatchRecord, lines: list[BatchLineRecord], note: str) -> None:
    for line in lines:
        work.record(
            LineSentBack(batch_id=batch.id, item_id=line.item_id, number=batch.number, item=line.item.number, note=note)
        )


def _send_back(work: Work, batch: BatchRecord, lines: list[BatchLineRecord], note: str) -> None:
    move_batch(batch, BatchState.SENT_BACK)
    batch.decision_note = note
    if not any(line.state is LineState.SENT_BACK for line in lines):
        for line in lines:
            line.note = note
    work.record(BatchSentBack(batch_id=batch.id, number=batch.number, note=note))


def _needed(note: str) -> str:
    kept = kept_text(note, LONGEST_NOTE)
    if not kept:
        raise BadValue("note", "")
    return kept


def _submitted(work: Work, number: str) -> tuple[BatchRecord, list[BatchLineRecord]]:
    person = require(work, Permission.APPROVE_BATCH)
    batch = batch_to_change(work, number)
    if batch.state is not BatchState.SUBMITTED:
        raise WrongState("batch", batch.number, batch.state.value)
    if batch.submitted_by == person.id:
        raise OwnWork()
    return batch, live_lines(work.session, batch.id)


def _named(lines: list[BatchLineRecord], items: tuple[str, ...]) -> list[BatchLineRecord]:
    wanted = {lookup_key(item) for item in items}
    found = [line for line in lines if line.item.number in wanted]
    missing = wanted - {line.item.number for line in found}
    if missing:
        raise NotFound("item", sorted(missing)[0])
    return found
