"""A batch is ready: it waits for a supervisor; its maker may take it back until somebody decided."""

from returns_desk.domain.batches import BatchState, LineState
from returns_desk.domain.codes import lookup_key
from returns_desk.domain.events import BatchCancelled, BatchSubmitted, BatchWithdrawn
from returns_desk.domain.people import Permission, may
from returns_desk.domain.refusals import CannotUndo, NotFound, NothingInBatch, WrongState
from returns_desk.domain.texts import LONGEST_NOTE, kept_text
from returns_desk.store.lookups.batches import live_lines
from returns_desk.store.records import BatchRecord
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import batch_to_change, free_items, move_batch, seen, signed_for
from returns_desk.usecases.issue_slip import void_slip
from returns_desk.usecases.prove_batch import refuse_unproved
from returns_desk.usecases.ready_batch import make_ready
from returns_desk.usecases.refuse_harmful import refuse_harmful
from returns_desk.usecases.require import givers, require

_APPROVED = (BatchState.APPROVED, BatchState.AWAITING_AUTHORIZATION, BatchState.AUTHORIZED, BatchState.PACKED)


def submit_batch(work: Work, number: str) -> None:
    """Let a batch wait for a supervisor; the inverse is ``withdraw_batch``.

    Lines that were sent back stay behind and their pieces wait for another decision. Refuses ``NotFound``,
    ``WrongState``, ``NothingInBatch``, ``EvidenceMissing``, ``NotToBeGiven``.
    """
    person = require(work, Permission.SUBMIT_BATCH)
    batch = batch_to_change(work, number)
    before = batch.state
    if before is BatchState.COLLECTING:
        make_ready(work, batch)
    else:
        refuse_unproved(work, batch)
    move_batch(batch, BatchState.SUBMITTED)
    lines = live_lines(work.session, batch.id)
    going = [line for line in lines if line.state is LineState.IN]
    if not going:
        raise NothingInBatch(batch.number)
    refuse_harmful(work, batch, going)
    free_items(work, batch, [line for line in lines if line.state is LineState.SENT_BACK])
    batch.submitted_by, batch.submitted_at = person.id, work.now
    work.record(
        BatchSubmitted(
            batch_id=batch.id, number=batch.number, lines=len(going), seen=seen(going), state_before=before.value
        )
    )


def withdraw_batch(work: Work, number: str) -> None:
    """Take a submitted batch back before anybody decided. The inverse is ``submit_batch``. Refuses ``WrongState``."""
    require(work, Permission.SUBMIT_BATCH)
    batch = batch_to_change(work, number)
    move_batch(batch, BatchState.COLLECTING)
    _gathers_again(batch)
    work.record(BatchWithdrawn(batch_id=batch.id, number=batch.number))


def _gathers_again(batch: BatchRecord) -> None:
    batch.ready_at = batch.submitted_by = batch.submitted_at = None


def withdraw_submission(work: Work, event: BatchSubmitted) -> None:
    """Undo ``submit_batch``. Refuses ``CannotUndo`` once a supervisor decided, or another submitted it anew."""
    batch = work.get(BatchRecord, event.batch_id)
    assert batch is not None
    if batch.state is not BatchState.SUBMITTED or batch.submitted_by != work.person_id:
        raise CannotUndo(batch.number)
    batch.state = BatchState(event.state_before)
    batch.submitted_by = batch.submitted_at = None
    if batch.state.takes_lines:
        batch.ready_at = None


def pull_item(work: Work, number: str, item: str) -> None:
    """Take one piece out of a batch that is not approved yet; it waits for another decision.

    No inverse of its own: deciding the piece again puts it back. Refuses ``NotFound`` and ``WrongState``.
    """
    require(work, Permission.SUBMIT_BATCH)
    batch = batch_to_change(work, number)
    if batch.state not in (BatchState.COLLECTING, BatchState.READY, BatchState.SUBMITTED, BatchState.SENT_BACK):
        raise WrongState("batch", batch.number, batch.state.value)
    line = next((line for line in live_lines(work.session, batch.id) if line.item.number == lookup_key(item)), None)
    if line is None:
        raise NotFound("item", item)
    free_items(work, batch, [line])
    if batch.state is BatchState.SUBMITTED:  # what was submitted is not what is there now
        batch.state = BatchState.COLLECTING
        _gathers_again(batch)
        work.record(BatchWithdrawn(batch_id=batch.id, number=batch.number))


def cancel_batch(work: Work, number: str, note: str = "") -> None:
    """Give a batch up before it leaves the house; its pieces wait for another decision.

    No inverse: the pieces are decided again. Once it was approved only a supervisor may, and its paper is void. Refuses
    ``WrongState`` after shipping.
    """
    batch = batch_to_change(work, number)
    approved = batch.state in _APPROVED
    person = require(work, Permission.APPROVE_BATCH if approved else Permission.SUBMIT_BATCH)
    borrowed = approved and not may(person.role, Permission.APPROVE_BATCH)
    giver = next(iter(givers(work, person)), None) if borrowed else None
    lines = live_lines(work.session, batch.id, whole=True)
    shown = seen(lines)
    move_batch(batch, BatchState.CANCELLED)
    free_items(work, batch, lines)
    void_slip(work, batch)
    batch.decision_note = kept_text(note, LONGEST_NOTE)
    work.record(
        BatchCancelled(
            batch_id=batch.id,
            number=batch.number,
            note=batch.decision_note,
            seen=shown,
            approved=approved,
            **signed_for(giver),
        )
    )
