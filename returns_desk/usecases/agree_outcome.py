"""What the customer gets: agreed by the clerk, over the limit or outside the policy by two; no money moves here.

It is a promise that others carry out. The policy warns and never decides: outside of it a second person signs.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from returns_desk.domain.events import DisputeNoted, OutcomeAgreed
from returns_desk.domain.grades import WITH_MONEY, WantedOutcome
from returns_desk.domain.items import NO_PIECE
from returns_desk.domain.money import Money, parse_money
from returns_desk.domain.people import Permission
from returns_desk.domain.policies import PolicyConflict, PolicyVerdict, Verdict
from returns_desk.domain.refusals import BadValue, CannotUndo, GradeFirst, NotFound, WrongState
from returns_desk.domain.snapshots import Question, QuestionKind
from returns_desk.domain.texts import LONGEST_NOTE, kept_text
from returns_desk.store.lookups.returns import item_by_number
from returns_desk.store.records import ItemRecord, PersonRecord
from returns_desk.store.work import Work
from returns_desk.usecases.apply_policy import judge_item
from returns_desk.usecases.ask import ask
from returns_desk.usecases.bench_steps import item_in_hand, item_of
from returns_desk.usecases.require import require, require_second


@dataclass(frozen=True)
class _Promise:
    """What the customer gets, the fee that is taken off (minor units), and how both stand against the policy."""

    outcome: WantedOutcome
    amount: Money | None
    fee: int | None
    against: PolicyConflict

    @property
    def minor(self) -> int | None:
        """The amount in minor units."""
        return self.amount.minor if self.amount else None


def agree_outcome(work: Work, outcome: WantedOutcome, amount: Money | None = None, number: str = "") -> None:
    """Agree what the customer gets for the piece in hand, or the one with this number; the inverse is ``unagree``.

    Without an ``amount`` it is what the policy grants. Refuses ``ItemFirst``, ``NotFound``, ``GradeFirst``,
    ``WrongState``, ``BadValue`` (an amount that is none, or none for money); over the clerk's limit or outside the
    policy ``ApprovalNeeded`` until somebody else signs too, ``OwnWork`` when that is the maker.
    """
    maker = require(work, Permission.AGREE_OUTCOME)
    item = _graded(work, number)
    verdict = judge_item(work, item)
    promise = _promise(item, outcome, verdict, amount)
    two = _needs_two(work, verdict, promise.amount)
    second = require_second(work, Permission.AGREE_OVER_LIMIT, maker) if two else None
    _record(work, item, promise, verdict, second)
    item.agreed, item.agreed_amount, item.agreed_fee = outcome, promise.minor, promise.fee
    item.agreed_by_id, item.agreed_at, item.agreed_against = maker.id, work.now, promise.against


def unagree(work: Work, event: OutcomeAgreed) -> None:
    """Undo ``agree_outcome``. Refuses ``CannotUndo`` once something else was agreed for the piece."""
    item = item_of(work, event.item_id)
    amount = event.amount_minor if event.with_money else None
    if item.agreed != event.outcome or item.agreed_amount != amount:
        raise CannotUndo(item.number)
    before = event.before
    item.agreed = WantedOutcome(before["agreed"]) if before["agreed"] else None
    item.agreed_amount, item.agreed_fee, item.agreed_by_id = before["amount"], before["fee"], before["by"] or None
    item.agreed_at = datetime.fromisoformat(before["at"]) if before["at"] else None
    item.agreed_against = PolicyConflict(before["against"])


def agree_by_scan(work: Work, outcome: WantedOutcome) -> None:
    """Agree an outcome at the amount that the policy grants, at once; an amount typed after it changes that.

    Where the policy cannot tell one it is asked for. The inverse, and what is refused, as of ``agree_outcome``.
    """
    require(work, Permission.AGREE_OUTCOME)
    verdict = judge_item(work, _graded(work, ""))
    if outcome not in WITH_MONEY:
        agree_outcome(work, outcome)
    elif verdict is None or verdict.refund is None:
        ask(work, QuestionKind.AGREE_AMOUNT, outcome.value)
    else:
        _agree_and_ask(work, outcome, verdict.refund)


def agree_amount(work: Work, question: Question, amount: str) -> None:
    """An amount was typed while ``AGREE_AMOUNT`` was asked; it may be typed again. ``amount``: a plain decimal number.

    The inverse, and what is refused, as of ``agree_outcome``.
    """
    require(work, Permission.AGREE_OUTCOME)
    _agree_and_ask(work, WantedOutcome(question.subject), parse_money(amount, item_in_hand(work).currency))


def keep_amount(work: Work, question: Question) -> None:
    """The amount that was agreed is right; one that was never said is asked for again. No inverse: nothing changes."""
    if not question.choices:
        ask(work, question.kind, question.subject)


def _agree_and_ask(work: Work, outcome: WantedOutcome, amount: Money) -> None:
    ask(work, QuestionKind.AGREE_AMOUNT, outcome.value, (str(amount),))
    agree_outcome(work, outcome, amount)


def note_dispute(work: Work, text: str, number: str = "") -> None:
    """Note what the customer does not accept, of the piece in hand or the one with this number; nothing ends it.

    The inverse is ``unnote_dispute``. Refuses ``ItemFirst``, ``NotFound``.
    """
    require(work, Permission.AGREE_OUTCOME)
    item = _piece(work, number)
    kept = kept_text(text, LONGEST_NOTE)
    work.record(
        DisputeNoted(
            item_id=item.id,
            parcel_id=item.parcel_id,
            rma_id=item.rma_id or "",
            number=item.number,
            text=kept,
            before=item.dispute,
        )
    )
    item.dispute = kept


def unnote_dispute(work: Work, event: DisputeNoted) -> None:
    """Undo ``note_dispute``. Refuses ``CannotUndo`` once something else was noted."""
    item = item_of(work, event.item_id)
    if item.dispute != event.text:
        raise CannotUndo(item.number)
    item.dispute = event.before


def _piece(work: Work, number: str) -> ItemRecord:
    item = item_by_number(work.session, number) if number else item_in_hand(work)
    if item is None:
        raise NotFound("item", number)
    return item


def _graded(work: Work, number: str) -> ItemRecord:
    item = _piece(work, number)
    if item.state in NO_PIECE:
        raise WrongState("item", item.number, item.state.value)
    if item.grade is None:
        raise GradeFirst(item.number)
    return item


def _promise(item: ItemRecord, outcome: WantedOutcome, verdict: PolicyVerdict | None, amount: Money | None) -> _Promise:
    agreed = _amount(item, outcome, verdict, amount)
    against = verdict.conflict(outcome, agreed) if verdict else PolicyConflict.NONE
    return _Promise(outcome, agreed, _fee(verdict, agreed), against)


def _amount(
    item: ItemRecord, outcome: WantedOutcome, verdict: PolicyVerdict | None, amount: Money | None
) -> Money | None:
    """The money of an outcome: what was said, else what the policy grants; none where no money is promised."""
    if outcome not in WITH_MONEY:
        if amount is not None:
            raise BadValue("amount", str(amount))
        return None
    chosen = amount or (verdict.refund if verdict else None)
    if chosen is None or chosen.minor <= 0 or chosen.currency != item.currency:
        raise BadValue("amount", "" if chosen is None else str(chosen))
    return chosen


def _needs_two(work: Work, verdict: PolicyVerdict | None, amount: Money | None) -> bool:
    """Whether one signature is too few: too much for a clerk, more than was paid, or outside the policy."""
    if amount is None:
        return False
    limit = work.shop.limits_now().clerk_amount
    if amount.minor > limit or amount.currency != work.shop.currency:
        return True
    if verdict is None:
        return False
    paid = verdict.price
    return verdict.verdict is Verdict.WARN or (paid is not None and amount.minor > paid.minor)


def _fee(verdict: PolicyVerdict | None, amount: Money | None) -> int | None:
    """The fee that the customer pays: the policy's, or what is left of it where more is given back."""
    if amount is None or verdict is None or verdict.fee is None or verdict.price is None:
        return None
    return min(verdict.fee.minor, max(0, verdict.price.minor - amount.minor))


def _record(
    work: Work, item: ItemRecord, promise: _Promise, verdict: PolicyVerdict | None, second: PersonRecord | None
) -> None:
    work.record(
        OutcomeAgreed(
            item_id=item.id,
            parcel_id=item.parcel_id,
            rma_id=item.rma_id or "",
            number=item.number,
            outcome=promise.outcome.value,
            with_money=promise.amount is not None,
            amount_minor=promise.minor or 0,
            fee_minor=promise.fee or 0,
            currency=item.currency,
            policy=verdict.policy.value if verdict else "",
            policy_version=verdict.version if verdict else 0,
            verdict=verdict.verdict.value if verdict else "",
            against=promise.against.value,
            second=second.name if second else "",
            second_en=second.name_en if second else "",
            second_id=second.id if second else "",
            before=_standing(item),
        )
    )


def _standing(item: ItemRecord) -> dict[str, Any]:
    """What was agreed until now, as the journal keeps it."""
    return {
        "agreed": item.agreed.value if item.agreed else "",
        "amount": item.agreed_amount,
        "fee": item.agreed_fee,
        "by": item.agreed_by_id or "",
        "at": item.agreed_at.isoformat() if item.agreed_at else "",
        "against": item.agreed_against.value,
    }
