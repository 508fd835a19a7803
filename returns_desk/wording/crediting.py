"""What is said of credits: what happened to one, and why one is refused or asked about."""

from returns_desk.domain import credit_refusals as r
from returns_desk.domain import events as e
from returns_desk.domain.batches import BatchState
from returns_desk.domain.credits import ShortReason
from returns_desk.domain.money import Money
from returns_desk.domain.refusals import DeskError
from returns_desk.wording.words import Words


def say_credit_event(words: Words, event: object) -> str | None:
    """One sentence; ``None`` for events of other families."""
    match event:
        case e.CreditRecorded():
            return _recorded(words, event)
        case e.CreditReversed(number=number, credit=credit):
            return words(
                "Credit {credit} for {number} taken back: {money} ({state})",
                credit=credit,
                number=number,
                money=words.money(Money(event.amount_minor, event.currency)),
                state=words.name(BatchState(event.state)),
            )
        case e.CreditDisputed(number=number, letter=letter):
            missing = words.money(Money(event.open_minor, event.currency))
            return words("{number} disputed by letter {letter}: {money}", number=number, letter=letter, money=missing)
        case e.CreditWrittenOff(number=number):
            return words(
                "{money} of {number} written off, signed by {name} too: {note}",
                money=words.money(Money(event.amount_minor, event.currency)),
                number=number,
                name=(event.second_en or event.second) if words.language == "en" else event.second,
                note=event.note,
            )
    return None


def _recorded(words: Words, event: e.CreditRecorded) -> str:
    said = words(
        "Credit {credit} for {number}: {money} ({state})",
        credit=event.credit,
        number=event.number,
        money=words.money(Money(event.amount_minor, event.currency)),
        state=words.name(BatchState(event.state)),
    )
    if event.short_reason:
        said = f"{said} · {words.name(ShortReason(event.short_reason))}"
    return said


def credit_refusal(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    """The fact and the way on; ``None`` for refusals of other families."""
    match refusal:
        case r.CreditNotPositive(amount):
            return (
                words("A credit of {amount} is none", amount=amount),
                words("A credit that was recorded wrong is taken back"),
            )
        case r.OtherCurrency(given, batch):
            return words("The credit is in {given}, the batch in {currency}", given=given, currency=batch), ""
        case r.CreditKnown(credit, batch):
            return (
                words("Credit {credit} of this supplier was recorded before, for {batch}", credit=credit, batch=batch),
                words("If it was wrong, take it back first"),
            )
        case r.NotInBatch(item, batch):
            return words("{item} did not go out with {batch}", item=item, batch=batch), ""
        case r.CreditInFuture(day):
            return words("{day} is yet to come", day=words.date(day)), ""
    return _of_amounts(words, refusal)


def _of_amounts(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    match refusal:
        case r.LinesDoNotAddUp(lines, whole):
            return (
                words(
                    "The lines add up to {lines}, not to {whole}", lines=words.money(lines), whole=words.money(whole)
                ),
                "",
            )
        case r.MoreThanExpected(credit, amount, missing):
            return (
                words(
                    "Credit {credit} is {amount}, and only {open} is open",
                    credit=credit,
                    amount=words.money(amount),
                    open=words.money(missing),
                ),
                words("If it is right, say that more came than was expected"),
            )
        case r.ShortReasonMissing(missing):
            return (
                words("{money} is missing for good", money=words.money(missing)),
                words("Say why the supplier credited less"),
            )
        case r.ShortReasonTooSoon():
            return (
                words("A reason for less is given once nothing more will come"),
                words("Say that nothing more will come, or leave the reason out"),
            )
    return None
