"""What a supplier still owes for a batch is given up, by two: the one who asks for it, and another who signs."""

from returns_desk.domain.approval_refusals import OverApprovalLimit
from returns_desk.domain.batches import BatchState
from returns_desk.domain.delegations import approval_limit, reaches
from returns_desk.domain.events import CreditWrittenOff
from returns_desk.domain.money import Money
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import BadValue, OwnWork, WrongState
from returns_desk.domain.texts import LONGEST_NOTE, kept_text
from returns_desk.store.lookups.batches import credited_so_far
from returns_desk.store.lookups.credits import credits_of_batches
from returns_desk.store.records import BatchRecord, PersonRecord
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import batch_to_change, going_lines, move_batch, seen, totals_of
from returns_desk.usecases.require import require, require_second


def write_off_batch(work: Work, number: str, note: str) -> None:
    """Give up what is still open of a batch's credit; the amount is kept, and why.

    Two sign: whoever asks for it, and a second person with badge and PIN who neither prepared the batch nor recorded
    one of its credits. What is worth more than a supervisor may approve is signed by an admin. No inverse: a late
    credit is recorded all the same, and then what is missing is open again. Refuses ``NotFound``, ``WrongState`` (also
    where nothing is open), ``BadValue`` without a note, ``ApprovalNeeded``, ``OwnWork``,
    ``NotAllowed``, ``OverApprovalLimit``.
    """
    maker = require(work, Permission.RECORD_CREDIT)
    batch = batch_to_change(work, number)
    lines = going_lines(work, batch)
    expected = totals_of(batch, lines).expected
    missing = expected - Money(credited_so_far(work.session, batch.id), batch.currency)
    move_batch(batch, BatchState.WRITTEN_OFF)
    if missing.minor <= 0:
        raise WrongState("batch", batch.number, batch.state.value)
    kept = kept_text(note, LONGEST_NOTE)
    if not kept:
        raise BadValue("note", "")
    second = require_second(work, Permission.WRITE_OFF, maker)
    _refuse_makers(work, batch, second)
    _refuse_over_limit(work, second, missing)
    batch.written_off, batch.written_off_by = missing.minor, second.id
    work.record(
        CreditWrittenOff(
            batch_id=batch.id,
            number=batch.number,
            amount_minor=missing.minor,
            currency=missing.currency,
            note=kept,
            second=second.name,
            second_en=second.name_en,
            second_id=second.id,
            seen=seen(lines),
        )
    )


def _refuse_makers(work: Work, batch: BatchRecord, second: PersonRecord) -> None:
    """Whoever made the claim, or noted what came of it, is never the one who gives it up."""
    recorded = {credit.recorded_by for credit in credits_of_batches(work.session, [batch.id])[batch.id]}
    if second.id in recorded | {batch.submitted_by}:
        raise OwnWork(Permission.WRITE_OFF)


def _refuse_over_limit(work: Work, second: PersonRecord, missing: Money) -> None:
    limit = approval_limit(work.shop.limits_now(), work.shop.currency, missing)
    if limit is not None and not reaches(second.role, limit):
        raise OverApprovalLimit(missing, limit)
