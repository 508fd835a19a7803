"""Why a batch stands out, in one sentence, and what its next step would be."""

from datetime import date

from returns_desk.domain.exceptions import ExceptionKind, ExceptionRow
from returns_desk.domain.money import Money
from returns_desk.domain.terms import BelowMinimum
from returns_desk.wording.words import Words

K = ExceptionKind


def say_batch_stands_out(words: Words, row: ExceptionRow) -> str:
    """Why it stands out; the kind's name says what it is."""
    match row.kind:
        case K.AUTHORIZATION:
            return _authorization(words, row)
        case K.WINDOW:
            return _window(words, row)
        case K.MINIMUM:
            return _minimum(words, row)
        case K.CREDIT_OVERDUE:
            return words("The credit was due on {day}, {days} days ago", day=_day(words, row, "day"), days=_past(row))
        case K.SHORT_CREDIT:
            return words(
                "{missing} of {expected} did not come",
                missing=_money(row, words),
                expected=_money(row, words, "expected"),
            )
    return words("Left on {day}, and nobody confirmed what came", day=_day(words, row, "shipped"))


def say_batch_step(words: Words, row: ExceptionRow) -> str:
    """What is to be done there."""
    left = int(row.fact("left") or 0)
    match row.kind:
        case K.AUTHORIZATION if left < 0:
            return words("Ask the supplier for a new number")
        case K.AUTHORIZATION:
            return words("Send it in time, or ask for a later last day")
        case K.WINDOW if left < 0:
            return words("Ask the supplier, or take the piece out")
        case K.WINDOW:
            return words("Send it in time, or take the piece out")
        case K.MINIMUM:
            return _below(words, row)
        case K.CREDIT_OVERDUE:
            return words("Record the credit, or remind the supplier")
        case K.SHORT_CREDIT:
            return words("Dispute it, or write the rest off")
    return words("Ask for the certificate and record it")


def partner_of(words: Words, row: ExceptionRow) -> str:
    """To whom the batch goes, in our language, else by the name there is."""
    names = (row.fact("partner"), row.fact("partner_en"))
    return next((name for name in (names[::-1] if words.language == "en" else names) if name), "")


def _authorization(words: Words, row: ExceptionRow) -> str:
    day, left = _day(words, row, "day"), int(row.fact("left") or 0)
    if left < 0:
        return words("The supplier's number {number} ended on {day}", number=row.fact("authorization"), day=day)
    return words(
        "The supplier's number {number} ends on {day}, days left: {days}",
        number=row.fact("authorization"),
        day=day,
        days=left,
    )


def _window(words: Words, row: ExceptionRow) -> str:
    day, left = _day(words, row, "day"), int(row.fact("left") or 0)
    if left < 0:
        return words("The return window of a piece closed on {day}", day=day)
    return words("The return window of a piece closes on {day}, days left: {days}", day=day, days=left)


def _minimum(words: Words, row: ExceptionRow) -> str:
    days = row.fact("days")
    if int(row.fact("missing") or 0):
        return words("{amount} short of the minimum after {days} days", amount=_money(row, words), days=days)
    return words("Pieces short of the minimum: {count}, after {days} days", count=row.fact("pieces"), days=days)


def _below(words: Words, row: ExceptionRow) -> str:
    match BelowMinimum(row.fact("then") or BelowMinimum.SHIP.value):
        case BelowMinimum.DONATE:
            return words("The terms say: donate instead")
        case BelowMinimum.RECYCLE:
            return words("The terms say: recycle instead")
    return words("The terms say: ship anyway")


def _past(row: ExceptionRow) -> int:
    return -int(row.fact("left") or 0)


def _day(words: Words, row: ExceptionRow, name: str) -> str:
    fact = row.fact(name)
    return words.date(date.fromisoformat(fact)) if fact else "—"


def _money(row: ExceptionRow, words: Words, name: str = "missing") -> str:
    return words.money(Money(int(row.fact(name) or 0), row.fact("currency")))
