"""A batch is made ready: nothing more flows into it, and what its supplier wants to see is there."""

from returns_desk.domain.batches import BatchState, LineState
from returns_desk.domain.events import BatchReady, BatchReopened
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo, NothingInBatch, WrongState
from returns_desk.store.lookups.batches import live_lines
from returns_desk.store.records import BatchRecord
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import batch_to_change, move_batch
from returns_desk.usecases.prove_batch import refuse_unproved
from returns_desk.usecases.require import require


def ready_batch(work: Work, number: str) -> None:
    """Close a batch to what is decided from now on, which gathers in the next one; the inverse is ``reopen_batch``.

    Refuses ``NotFound``, ``WrongState``, ``NothingInBatch``, ``EvidenceMissing``.
    """
    require(work, Permission.SUBMIT_BATCH)
    batch = batch_to_change(work, number)
    make_ready(work, batch)
    lines = sum(line.state is LineState.IN for line in live_lines(work.session, batch.id))
    work.record(BatchReady(batch_id=batch.id, number=batch.number, lines=lines))


def reopen_batch(work: Work, number: str) -> None:
    """Let a batch that is ready gather again. The inverse is ``ready_batch``. Refuses ``NotFound``, ``WrongState``."""
    require(work, Permission.SUBMIT_BATCH)
    batch = batch_to_change(work, number)
    if batch.state is not BatchState.READY:
        raise WrongState("batch", batch.number, batch.state.value)
    _gather_again(batch)
    work.record(BatchReopened(batch_id=batch.id, number=batch.number))


def unmake_ready(work: Work, event: BatchReady) -> None:
    """Undo ``ready_batch``. Refuses ``CannotUndo`` once the batch went on."""
    batch = work.get(BatchRecord, event.batch_id)
    assert batch is not None
    if batch.state is not BatchState.READY:
        raise CannotUndo(batch.number)
    _gather_again(batch)


def make_ready(work: Work, batch: BatchRecord) -> None:
    """Nothing more flows into a batch. Refuses ``WrongState``, ``NothingInBatch``, ``EvidenceMissing``."""
    move_batch(batch, BatchState.READY)
    if not any(line.state is LineState.IN for line in live_lines(work.session, batch.id)):
        raise NothingInBatch(batch.number)
    refuse_unproved(work, batch)
    batch.ready_at = work.now


def _gather_again(batch: BatchRecord) -> None:
    move_batch(batch, BatchState.COLLECTING)
    batch.ready_at = None
