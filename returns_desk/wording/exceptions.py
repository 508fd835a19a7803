"""Why something stands out, in one sentence, and the facts that one wants to see beside it."""

import json
from collections.abc import Callable

from returns_desk.domain import refusals as r
from returns_desk.domain.exceptions import ExceptionKind, ExceptionRow, Way
from returns_desk.domain.grades import StatedReason, WantedOutcome
from returns_desk.domain.items import Disposition, OverrideReason, ReceiptOutcome, SerialCheck
from returns_desk.domain.money import Money
from returns_desk.domain.people import Permission
from returns_desk.domain.photos import PhotoKind
from returns_desk.domain.policies import PolicyConflict
from returns_desk.wording.batch_exceptions import say_batch_stands_out
from returns_desk.wording.events_exceptions import say_hold_reason
from returns_desk.wording.recalls import say_expired_piece, say_recalled_piece
from returns_desk.wording.refusals import say_refusal
from returns_desk.wording.words import Words


def say_why(words: Words, row: ExceptionRow) -> str:
    """Why it stands out; the kind's name says what it is."""
    return _WHY[row.kind](words, row)


def product_in(words: Words, row: ExceptionRow) -> str:
    """The thing's name in our language, else the one there is."""
    return (row.product_en or row.product) if words.language == "en" else (row.product or row.product_en)


def owner_in(words: Words, row: ExceptionRow) -> str:
    """Who is to settle it; a hold of nobody waits for any supervisor."""
    name = (row.owner_en or row.owner) if words.language == "en" else (row.owner or row.owner_en)
    if row.kind is ExceptionKind.HELD or (row.kind is ExceptionKind.RECALLED and Way.RELEASE in row.ways):
        return name or words("Any supervisor")
    return name


def _held(words: Words, row: ExceptionRow) -> str:
    return say_hold_reason(words, row.fact("code"), row.fact("note")) or words("Nobody said why")


def _unmatched(words: Words, row: ExceptionRow) -> str:
    if row.fact("candidate"):
        number, sure = row.fact("candidate"), words.percent(int(row.fact("sure")) * 100)
        who = row.fact("candidate_customer")
        if who:
            return words("Perhaps {number} of {customer}, {sure} sure", number=number, customer=who, sure=sure)
        return words("Perhaps {number}, {sure} sure", number=number, sure=sure)
    if row.fact("sender"):
        return words("From {sender}", sender=" ".join(row.fact("sender").split()))
    return words("Nobody announced it")


def _not_ours(words: Words, row: ExceptionRow) -> str:
    if row.fact("carrier"):
        return words("{carrier} is to take it back", carrier=row.fact("carrier"))
    return words("The carrier is to take it back")


def _outcome(words: Words, row: ExceptionRow) -> str:
    return words.name(ReceiptOutcome(row.fact("outcome")))


def _empty(words: Words, row: ExceptionRow) -> str:
    if row.fact("customer"):
        return words("Nothing was in the box of {customer}", customer=row.fact("customer"))
    return words("Nothing was in the box")


def _short(words: Words, row: ExceptionRow) -> str:
    return words("Missing: {count} ({customer})", count=row.fact("missing"), customer=row.fact("customer") or "—")


def _refused(words: Words, row: ExceptionRow) -> str:
    fact = say_refusal(words, refusal_of(row))[0]
    count = int(row.fact("count") or 1)
    return words("{fact} · {count} times", fact=fact, count=count) if count > 1 else fact


def refusal_of(row: ExceptionRow) -> r.DeskError:
    """The refusal that the journal kept, as it was raised; what we do not know is told bare."""
    made = getattr(r, row.fact("refusal"), None)
    facts = json.loads(row.fact("facts") or "{}")
    if not isinstance(made, type) or not issubclass(made, r.DeskError):
        return r.DeskError()
    if "permission" in facts:
        facts["permission"] = Permission(facts["permission"])
    known = {name: tuple(fact) if isinstance(fact, list) else fact for name, fact in facts.items()}
    try:
        return made(**known)
    except TypeError:
        return r.DeskError()


def _override(words: Words, row: ExceptionRow) -> str:
    chosen, reason = words.name(Disposition(row.fact("chosen"))), words.name(OverrideReason(row.fact("override")))
    if not row.fact("recommended"):
        return words("{chosen}, nothing was recommended: {reason}", chosen=chosen, reason=reason)
    recommended = words.name(Disposition(row.fact("recommended")))
    return words("{chosen} instead of {recommended}: {reason}", chosen=chosen, recommended=recommended, reason=reason)


def _policy(words: Words, row: ExceptionRow) -> str:
    if row.fact("dispute"):
        return words("Dispute: {text}", text=row.fact("dispute"))
    match row.fact("against"):
        case PolicyConflict.OVER:
            return words("More than the policy grants: {agreed}", agreed=_agreed(words, row))
        case PolicyConflict.UNDER:
            return words("Less than the policy grants: {agreed}", agreed=_agreed(words, row))
    stated = row.fact("stated")
    name = words.name(StatedReason(stated)) if stated else ""
    return words("The customer said: {reason}. It was not found", reason=name)


def _agreed(words: Words, row: ExceptionRow) -> str:
    name = words.name(WantedOutcome(row.fact("agreed"))) if row.fact("agreed") else ""
    amount = row.fact("amount")
    money = words.money(Money(int(amount), row.fact("currency"))) if amount else ""
    return " ".join(part for part in (name, money) if part)


def _serial(words: Words, row: ExceptionRow) -> str:
    said = words.name(SerialCheck(row.fact("check")))
    return words("{what}: {serial}", what=said, serial=row.fact("serial")) if row.fact("serial") else said


def _weight(words: Words, row: ExceptionRow) -> str:
    weight, expected = int(row.fact("weight")), int(row.fact("expected"))
    share = words.percent(round((weight - expected) * 10_000 / expected / 100) * 100)
    return words(
        "{weight} g, expected {expected} g ({share})",
        weight=words.number(weight),
        expected=words.number(expected),
        share=share,
    )


def _wrong_items(words: Words, row: ExceptionRow) -> str:
    return words("Another thing than announced in {count} boxes", count=row.fact("count"))


def _evidence(words: Words, row: ExceptionRow) -> str:
    known = {kind.value: kind for kind in PhotoKind}
    names = [words.name(known[kind]) for kind in row.fact("photos").split(",") if kind in known]
    return words("Decided without: {photos}", photos=", ".join(names))


def _no_place(words: Words, row: ExceptionRow) -> str:
    return words("Decided, and in no place: nobody can sell it yet")


_WHY: dict[ExceptionKind, Callable[[Words, ExceptionRow], str]] = {
    ExceptionKind.RECALLED: say_recalled_piece,
    ExceptionKind.EXPIRED: say_expired_piece,
    ExceptionKind.HELD: _held,
    ExceptionKind.UNMATCHED: _unmatched,
    ExceptionKind.NOT_OURS: _not_ours,
    ExceptionKind.OUTCOME: _outcome,
    ExceptionKind.EMPTY_BOX: _empty,
    ExceptionKind.SHORT: _short,
    ExceptionKind.REFUSED_SCAN: _refused,
    ExceptionKind.OVERRIDE: _override,
    ExceptionKind.POLICY: _policy,
    ExceptionKind.SERIAL: _serial,
    ExceptionKind.WEIGHT: _weight,
    ExceptionKind.WRONG_ITEMS: _wrong_items,
    ExceptionKind.EVIDENCE: _evidence,
    ExceptionKind.NO_PLACE: _no_place,
    ExceptionKind.AUTHORIZATION: say_batch_stands_out,
    ExceptionKind.WINDOW: say_batch_stands_out,
    ExceptionKind.MINIMUM: say_batch_stands_out,
    ExceptionKind.CREDIT_OVERDUE: say_batch_stands_out,
    ExceptionKind.SHORT_CREDIT: say_batch_stands_out,
    ExceptionKind.CERTIFICATE: say_batch_stands_out,
}
