"""A supervisor looks at a submitted batch line by line, and decides; never at one of their own making."""

from dataclasses import dataclass

from returns_desk.domain.batches import BatchState, LineState, state_after_decision
from returns_desk.domain.codes import lookup_key
from returns_desk.domain.events import BatchApproved, BatchRejected, BatchSentBack, LineSentBack
from returns_desk.domain.money import Money
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import BadValue, NotFound, WrongState
from returns_desk.domain.terms import AuthorizationNeed
from returns_desk.domain.texts import LONGEST_NOTE, kept_text
from returns_desk.store.lookups.batches import live_lines
from returns_desk.store.records import BatchLineRecord, BatchRecord, PersonRecord
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import (
    batch_to_change,
    free_items,
    move_batch,
    refuse_unseen,
    seen,
    signed_for,
    totals_of,
)
from returns_desk.usecases.certify_batch import ask_registration
from returns_desk.usecases.issue_slip import issue_slip
from returns_desk.usecases.refuse_harmful import refuse_harmful
from returns_desk.usecases.require import require, require_approver


@dataclass(frozen=True)
class _Approval:
    """What somebody looked at and approves of it: the hash of the lines, for whom, the value, lines left out."""

    seen: str
    giver: PersonRecord | None
    value: Money
    left_out: int


def approve_batch(
    work: Work, number: str, send_back: tuple[str, ...] = (), note: str = "", looked_at: str = ""
) -> None:
    """Approve a submitted batch, all but the pieces named in ``send_back``; its paper is issued with it.

    The pieces sent back wait for another decision. What would be approved, at cost, counts for the limit above which
    only an admin approves; that the rest was left out stands in the journal. No inverse: a numbered paper went out; the
    batch is cancelled instead. Refuses ``NotFound``, ``WrongState`` (also when another supervisor was first),
    ``ChangedMeanwhile`` when its lines are not those of ``looked_at``, and as ``require_approver`` does.
    """
    batch, lines = _submitted(work, number, looked_at)
    note = kept_text(note, LONGEST_NOTE)
    returned = _named(lines, send_back)
    value = Money(sum(line.gross for line in lines if line not in returned), batch.currency)
    approval = _Approval(seen(lines), require_approver(work, batch.submitted_by, value), value, len(returned))
    ask_registration(batch, note)
    for line in lines:
        line.state = LineState.SENT_BACK if line in returned else LineState.APPROVED
    going = [line for line in lines if line.state is LineState.APPROVED]
    needed = bool(batch.terms and batch.terms.snapshot().authorization is not AuthorizationNeed.NO)
    state = state_after_decision((line.state for line in lines), authorization_needed=needed)
    if state is BatchState.SENT_BACK:
        _send_back(work, batch, lines, note)
        return
    refuse_harmful(work, batch, going)
    batch.approved_by, batch.approved_at, batch.decision_note = work.person.id, work.now, note
    move_batch(batch, state)
    _record_sent_back(work, batch, returned, note)
    free_items(work, batch, returned)
    _record_approval(work, batch, going, approval, authorization_needed=needed)
    work.flush()
    issue_slip(work, batch)


def _record_approval(
    work: Work, batch: BatchRecord, going: list[BatchLineRecord], approval: _Approval, *, authorization_needed: bool
) -> None:
    work.record(
        BatchApproved(
            batch_id=batch.id,
            number=batch.number,
            lines=len(going),
            seen=approval.seen,
            expected_minor=totals_of(batch, going).expected.minor,
            currency=batch.currency,
            authorization_needed=authorization_needed,
            value_minor=approval.value.minor,
            left_out=approval.left_out,
            **signed_for(approval.giver),
        )
    )


def send_batch_back(work: Work, number: str, note: str, items: tuple[str, ...] = (), looked_at: str = "") -> None:
    """Send a submitted batch back to its maker, or mark the pieces named in ``items``; a note is needed.

    The inverse is ``submit_batch``. Refuses as ``approve_batch`` does, and ``BadValue`` without a note.
    """
    batch, lines = _submitted(work, number, looked_at)
    note = _needed(note)
    returned = _named(lines, items)
    for line in returned:
        line.state, line.note = LineState.SENT_BACK, note
    _record_sent_back(work, batch, returned, note)
    _send_back(work, batch, lines, note)


def reject_batch(work: Work, number: str, note: str, looked_at: str = "") -> None:
    """Reject a submitted batch for good; its pieces wait for another decision. No inverse: they are decided again."""
    batch, lines = _submitted(work, number, looked_at)
    note = _needed(note)
    giver = require_approver(work, batch.submitted_by)
    move_batch(batch, BatchState.REJECTED)
    batch.decision_note = note
    shown = seen(lines)
    free_items(work, batch, lines)
    work.record(BatchRejected(batch_id=batch.id, number=batch.number, note=note, seen=shown, **signed_for(giver)))


def _record_sent_back(work: Work, batch: BatchRecord, lines: list[BatchLineRecord], note: str) -> None:
    for line in lines:
        work.record(
            LineSentBack(batch_id=batch.id, item_id=line.item_id, number=batch.number, item=line.item.number, note=note)
        )


def _send_back(work: Work, batch: BatchRecord, lines: list[BatchLineRecord], note: str) -> None:
    giver = require_approver(work, batch.submitted_by)
    move_batch(batch, BatchState.SENT_BACK)
    batch.decision_note = note
    if not any(line.state is LineState.SENT_BACK for line in lines):
        for line in lines:
            line.note = note
    work.record(BatchSentBack(batch_id=batch.id, number=batch.number, note=note, seen=seen(lines), **signed_for(giver)))


def _needed(note: str) -> str:
    kept = kept_text(note, LONGEST_NOTE)
    if not kept:
        raise BadValue("note", "")
    return kept


def _submitted(work: Work, number: str, looked_at: str) -> tuple[BatchRecord, list[BatchLineRecord]]:
    require(work, Permission.APPROVE_BATCH)
    batch = batch_to_change(work, number)
    if batch.state is not BatchState.SUBMITTED:
        raise WrongState("batch", batch.number, batch.state.value)
    require_approver(work, batch.submitted_by)
    lines = live_lines(work.session, batch.id, whole=True)
    refuse_unseen(batch, lines, looked_at)
    return batch, lines


def _named(lines: list[BatchLineRecord], items: tuple[str, ...]) -> list[BatchLineRecord]:
    wanted = {lookup_key(item) for item in items}
    found = [line for line in lines if line.item.number in wanted]
    missing = wanted - {line.item.number for line in found}
    if missing:
        raise NotFound("item", sorted(missing)[0])
    return found
