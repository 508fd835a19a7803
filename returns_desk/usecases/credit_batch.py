"""The credit that comes back for a shipped batch, until nothing more is expected."""

from datetime import date

from returns_desk.domain.batches import BatchState, PartnerKind, credit_state
from returns_desk.domain.events import BatchClosed, CreditRecorded
from returns_desk.domain.money import Money
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import BadValue, WrongState
from returns_desk.domain.texts import kept_text
from returns_desk.store.lookups.batches import credit_by_number, credited_so_far
from returns_desk.store.records import CreditRecord
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import batch_to_change, going_lines, move_batch, totals_of
from returns_desk.usecases.require import require


def record_credit(
    work: Work, number: str, credit: str, amount: Money, at: date | None = None, *, final: bool = False
) -> None:
    """Note a supplier's credit note; ``final``: nothing more will come, so less than expected is short.

    No inverse: a wrong one is put right by a second, negative one. Refuses ``NotFound``, ``WrongState`` (also for
    a charity or recycler, who gives none) and ``BadValue`` (no number, another currency, recorded before).
    """
    require(work, Permission.RECORD_CREDIT)
    batch = batch_to_change(work, number)
    if batch.kind is not PartnerKind.SUPPLIER:
        raise WrongState("batch", batch.number, batch.state.value)
    given = kept_text(credit, 60)
    if not given or credit_by_number(work.session, batch.id, given):
        raise BadValue("credit", credit)
    if amount.currency != batch.currency or amount.minor == 0:
        raise BadValue("amount", str(amount))
    expected = totals_of(batch, going_lines(work, batch)).expected
    so_far = Money(credited_so_far(work.session, batch.id), batch.currency) + amount
    state = credit_state(expected, so_far, final=final)
    move_batch(batch, state)
    work.add(
        CreditRecord(
            batch_id=batch.id, number=given, at=at or work.today, amount=amount.minor, currency=amount.currency
        )
    )
    work.record(
        CreditRecorded(
            batch_id=batch.id,
            number=batch.number,
            credit=given,
            amount_minor=amount.minor,
            currency=amount.currency,
            state=state.value,
        )
    )


def close_batch(work: Work, number: str) -> None:
    """Nothing more is expected. No inverse: a late credit is recorded on a new batch's statement.

    A batch of which a credit is expected closes once it is credited or its short credit is accepted; any other once it
    is shipped. Refuses ``NotFound`` and ``WrongState``.
    """
    require(work, Permission.RECORD_CREDIT)
    batch = batch_to_change(work, number)
    expected = totals_of(batch, going_lines(work, batch)).expected
    if batch.state is BatchState.SHIPPED and expected.minor > 0:
        raise WrongState("batch", batch.number, batch.state.value)
    move_batch(batch, BatchState.CLOSED)
    work.record(BatchClosed(batch_id=batch.id, number=batch.number))
