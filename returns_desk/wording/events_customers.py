"""A sentence for what is agreed with customers, and for what the shop lays down."""

from datetime import date

from returns_desk.domain import events as e
from returns_desk.domain.grades import WantedOutcome
from returns_desk.domain.money import Money
from returns_desk.domain.policies import PolicyCode
from returns_desk.domain.snapshots import BenchSnapshot, QuestionKind
from returns_desk.wording.words import Words


def say_customer_event(words: Words, event: object) -> str | None:
    """What was agreed or noted; none for any other event."""
    match event:
        case e.OutcomeAgreed():
            return _agreed(words, event)
        case e.DisputeNoted(number=number, text=""):
            return words("{number}: nothing is disputed any more", number=number)
        case e.DisputeNoted(number=number, text=text):
            return words("{number}, the customer disputes: {text}", number=number, text=text)
        case e.PolicySet(code=code, version=version, valid_from=day):
            return words(
                "Policy {policy}, version {version}, from {day}",
                policy=words.name(PolicyCode(code)),
                version=version,
                day=words.date(date.fromisoformat(day)),
            )
        case e.LimitsSet():
            return words("The limits were changed")
    return None


def customer_detail(words: Words, event: object, bench: BenchSnapshot) -> str | None:
    """What can be done about the money that was agreed or is asked for; none for any other event."""
    match event:
        case e.QuestionAsked(kind=QuestionKind.AGREE_AMOUNT):
            return words("Type the amount and press Enter")
        case e.OutcomeAgreed() if bench.question is not None and bench.question.kind is QuestionKind.AGREE_AMOUNT:
            return words("Another amount? Type it and press Enter. Any other scan goes on")
    return None


def _agreed(words: Words, event: e.OutcomeAgreed) -> str:
    outcome = words.name(WantedOutcome(event.outcome))
    second = (event.second_en or event.second) if words.language == "en" else (event.second or event.second_en)
    if not event.with_money:
        return words("{number}, agreed: {outcome}", number=event.number, outcome=outcome)
    amount = words.money(Money(event.amount_minor, event.currency))
    if second:
        return words(
            "{number}, agreed: {outcome} {amount}, signed by {person} too",
            number=event.number,
            outcome=outcome,
            amount=amount,
            person=second,
        )
    return words("{number}, agreed: {outcome} {amount}", number=event.number, outcome=outcome, amount=amount)
