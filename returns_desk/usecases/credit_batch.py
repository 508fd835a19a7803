"""The credits that come back for a batch, for single lines or for the whole, until nothing more is expected."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypedDict, Unpack

from returns_desk.domain.batches import BatchState, LineState, PartnerKind, credit_state
from returns_desk.domain.codes import lookup_key
from returns_desk.domain.credit_refusals import (
    CreditInFuture,
    CreditKnown,
    CreditNotPositive,
    LinesDoNotAddUp,
    MoreThanExpected,
    NotInBatch,
    OtherCurrency,
    ShortReasonMissing,
    ShortReasonTooSoon,
)
from returns_desk.domain.credits import ShortReason
from returns_desk.domain.events import BatchClosed, CreditRecorded, CreditReversed
from returns_desk.domain.money import Money
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import BadValue, NotFound, WrongState
from returns_desk.domain.texts import LONGEST_NOTE, kept_text
from returns_desk.store.finder import find_also
from returns_desk.store.lookups.batches import credit_by_number, credited_so_far
from returns_desk.store.lookups.catalogue import lock_partner
from returns_desk.store.lookups.credits import credits_of_batches, standing_by_number
from returns_desk.store.records import BatchLineRecord, BatchRecord, CreditLineRecord, CreditRecord
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import batch_to_change, going_lines, move_batch, totals_of
from returns_desk.usecases.certify_batch import ask_certificate
from returns_desk.usecases.require import require

_S = BatchState


class CreditFacts(TypedDict, total=False):
    """What may be said of a credit besides number, amount and day; see ``record_credit``."""

    final: bool
    lines: Mapping[str, Money]
    short_reason: ShortReason | None
    short_reasons: Mapping[str, ShortReason]
    above: bool


@dataclass(frozen=True)
class _Note:
    """A credit note as somebody reads it to us."""

    number: str
    amount: Money
    at: date
    final: bool = False
    lines: Mapping[str, Money] = field(default_factory=dict)
    short_reason: ShortReason | None = None
    short_reasons: Mapping[str, ShortReason] = field(default_factory=dict)
    above: bool = False

    @property
    def says_why(self) -> bool:
        """Whether a reason is given for what is missing."""
        return bool(self.short_reason or self.short_reasons)


def record_credit(
    work: Work,
    number: str,
    credit: str,
    amount: Money | None = None,
    at: date | None = None,
    **facts: Unpack[CreditFacts],
) -> None:
    """Note a supplier's credit note, dated today if not ``at``; the inverse is ``reverse_credit``.

    ``lines`` says what it gives for which piece (``amount`` is their sum), without them it is for the whole batch.
    ``final``: nothing more will come, so less than expected is short; then ``short_reason`` says why, or
    ``short_reasons`` for single pieces. More than is open is recorded only with ``above``. What was written off is
    open again once a late credit comes. Refuses ``NotFound``, ``WrongState`` (also for a charity or recycler, who
    gives none), ``BadValue`` without a number, and what stands in ``credit_refusals``.
    """
    require(work, Permission.RECORD_CREDIT)
    batch = batch_to_change(work, number)
    if batch.kind is not PartnerKind.SUPPLIER:
        raise WrongState("batch", batch.number, batch.state.value)
    lines = facts.get("lines") or {}
    whole = amount or Money(sum(line.minor for line in lines.values()), batch.currency)
    note = _Note(kept_text(credit, 60), whole, at or work.today, **facts)
    _check(work, batch, note)
    going = going_lines(work, batch)
    pieces = _pieces(batch, going, (*lines, *note.short_reasons))
    expected = totals_of(batch, going).expected
    so_far = Money(credited_so_far(work.session, batch.id), batch.currency)
    _compare(note, expected - so_far, pieces)
    reopened = _move(batch, credit_state(expected, so_far + whole, final=note.final))
    _keep(work, batch, note, pieces)
    _tell(work, batch, note, expected - so_far, reopened)


def reverse_credit(work: Work, number: str, credit: str) -> None:
    """Take a credit back that was recorded wrong; both stay in the books, and its number may be recorded again.

    The batch stands where the credits that are left put it; what was written off is open again. The inverse is
    ``record_credit``. Refuses ``NotFound`` (also what was taken back before, or only takes back), ``WrongState``.
    """
    person = require(work, Permission.RECORD_CREDIT)
    batch = batch_to_change(work, number)
    notes = credits_of_batches(work.session, [batch.id])[batch.id]
    gone = {each.reverses for each in notes}
    left = [each for each in notes if not each.reverses and each.id not in gone]
    wrong = next((each for each in left if each.number == kept_text(credit, 60)), None)
    if wrong is None:
        raise NotFound("credit", credit)
    left.remove(wrong)
    reopened = _move(batch, _state_by(batch, left, totals_of(batch, going_lines(work, batch)).expected))
    work.add(
        CreditRecord(
            batch_id=batch.id,
            number=_free_number(work, batch, f"{wrong.number}-R"),
            at=work.today,
            amount=-wrong.amount,
            currency=wrong.currency,
            reverses=wrong.id,
            recorded_at=work.now,
            recorded_by=person.id,
        )
    )
    work.record(
        CreditReversed(
            batch_id=batch.id,
            number=batch.number,
            credit=wrong.number,
            amount_minor=wrong.amount,
            currency=wrong.currency,
            state=batch.state.value,
            reopened_minor=reopened,
        )
    )


def close_batch(work: Work, number: str, note: str = "") -> None:
    """Nothing more is expected. No inverse: a late credit is recorded on a new batch's statement.

    A batch of which a credit is expected closes once it is credited, or what is missing was written off; any other
    once it is shipped, and its recipient's certificate came, or the note says why not. Refuses ``NotFound``,
    ``WrongState``, ``NoCertificate``.
    """
    require(work, Permission.RECORD_CREDIT)
    batch = batch_to_change(work, number)
    expected = totals_of(batch, going_lines(work, batch)).expected
    if batch.state in (_S.SHIPPED, _S.PENDING_CREDIT) and expected.minor > 0:
        raise WrongState("batch", batch.number, batch.state.value)
    move_batch(batch, _S.CLOSED)
    ask_certificate(batch, note)
    work.record(BatchClosed(batch_id=batch.id, number=batch.number, note=kept_text(note, LONGEST_NOTE)))


def _check(work: Work, batch: BatchRecord, note: _Note) -> None:
    """Refuse a credit that cannot be right whatever its batch expects."""
    if not note.number:
        raise BadValue("credit", note.number)
    lock_partner(work.session, batch.partner_id)  # another station may be recording it for another batch just now
    known = standing_by_number(work.session, batch.partner_id, note.number)
    if known is not None:
        of = work.get(BatchRecord, known.batch_id)
        raise CreditKnown(note.number, of.number if of else "")
    amounts = (note.amount, *note.lines.values())
    for money in amounts:
        if money.currency != batch.currency:
            raise OtherCurrency(money.currency, batch.currency)
        if money.minor <= 0:
            raise CreditNotPositive(str(money))
    given = Money(sum(money.minor for money in note.lines.values()), batch.currency)
    if note.lines and given != note.amount:
        raise LinesDoNotAddUp(given, note.amount)
    if note.at > work.today:
        raise CreditInFuture(note.at)


def _compare(note: _Note, missing: Money, pieces: Mapping[str, BatchLineRecord]) -> None:
    """Refuse what has to be said first: more than is open, or than a piece can bring; why less came for good."""
    for item, given in note.lines.items():
        if given.minor > pieces[item].credit and not note.above:
            raise MoreThanExpected(pieces[item].item.number, given, Money(pieces[item].credit, given.currency))
    if note.amount.minor > missing.minor and not note.above:
        raise MoreThanExpected(note.number, note.amount, missing)
    if note.says_why and not note.final:
        raise ShortReasonTooSoon()
    if note.final and note.amount.minor < missing.minor and not note.says_why:
        raise ShortReasonMissing(missing - note.amount)


def _pieces(batch: BatchRecord, going: list[BatchLineRecord], items: tuple[str, ...]) -> dict[str, BatchLineRecord]:
    """The lines of the pieces that are named, by their names. Refuses ``NotInBatch``."""
    lines = {line.item.number: line for line in going if line.state is not LineState.SENT_BACK}
    named: dict[str, BatchLineRecord] = {}
    for item in items:
        line = lines.get(lookup_key(item))
        if line is None or (line in named.values() and item not in named):
            raise NotInBatch(item, batch.number)
        named[item] = line
    return named


def _keep(work: Work, batch: BatchRecord, note: _Note, pieces: dict[str, BatchLineRecord]) -> None:
    """Write the credit down; one with this number that was taken back makes room for it."""
    earlier = credit_by_number(work.session, batch.id, note.number)
    if earlier is not None:
        earlier.number = _free_number(work, batch, f"{note.number}-X")
        work.flush()
    credit = work.add(
        CreditRecord(
            batch_id=batch.id,
            number=note.number,
            at=note.at,
            amount=note.amount.minor,
            currency=note.amount.currency,
            short_reason=note.short_reason,
            recorded_at=work.now,
            recorded_by=work.person.id,
        )
    )
    work.flush()
    for item, line in pieces.items():
        given = note.lines.get(item)
        work.add(
            CreditLineRecord(
                credit_id=credit.id,
                line_id=line.id,
                amount=given.minor if given else 0,
                short_reason=note.short_reasons.get(item),
            )
        )


def _tell(work: Work, batch: BatchRecord, note: _Note, missing: Money, reopened: int) -> None:
    find_also(work.session, batch.id, note.number)
    work.record(
        CreditRecorded(
            batch_id=batch.id,
            number=batch.number,
            credit=note.number,
            amount_minor=note.amount.minor,
            currency=note.amount.currency,
            state=batch.state.value,
            lines=len(note.lines),
            short_reason=note.short_reason.value if note.short_reason else "",
            above=note.amount.minor > missing.minor,
            reopened_minor=reopened,
        )
    )


def _move(batch: BatchRecord, then: BatchState) -> int:
    """Move a batch to where its credits put it; gives what of a write-off is open again by that, in minor units."""
    still_disputed = batch.state is _S.DISPUTED and then is _S.SHORT_CREDIT
    if not still_disputed:
        move_batch(batch, then)
    reopened, batch.written_off, batch.written_off_by = batch.written_off, 0, None
    return reopened


def _state_by(batch: BatchRecord, left: list[CreditRecord], expected: Money) -> BatchState:
    """Where credits that are left put a batch; a reason that less came is only ever given for good."""
    if not left:
        return _S.PENDING_CREDIT
    received = Money(sum(credit.amount for credit in left), batch.currency)
    final = any(credit.short_reason or any(line.short_reason for line in credit.lines) for credit in left)
    return credit_state(expected, received, final=final)


def _free_number(work: Work, batch: BatchRecord, wanted: str) -> str:
    """A number that no credit of the batch has."""
    number, count = wanted, 1
    while credit_by_number(work.session, batch.id, number):
        count += 1
        number = f"{wanted}{count}"
    return number
