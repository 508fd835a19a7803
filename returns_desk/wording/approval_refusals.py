"""Sentences for what stands in the way of an approval."""

from returns_desk.domain import approval_refusals as a
from returns_desk.domain import refusals as r
from returns_desk.domain.delegations import DelegationState
from returns_desk.wording.words import Words


def approval_refusal(words: Words, refusal: r.DeskError) -> tuple[str, str] | None:
    """The fact and the way on; none for any other refusal."""
    match refusal:
        case a.OverApprovalLimit(amount, limit):
            return (
                words(
                    "{amount} would be approved; a supervisor approves up to {limit}",
                    amount=words.money(amount),
                    limit=words.money(limit),
                ),
                words("An administrator must approve it"),
            )
        case a.SignsForMaker(name, name_en):
            fact = words("{name} prepared the batch, and you sign for {name}", name=_name(words, name, name_en))
            return fact, words("Another supervisor must look at it")
        case r.ChangedMeanwhile("batch", number) if number:
            return (
                words("The lines of {number} are not those that were looked at", number=number),
                words("Look at them again, then decide"),
            )
    return _of_delegation(words, refusal)


def _of_delegation(words: Words, refusal: r.DeskError) -> tuple[str, str] | None:
    match refusal:
        case a.DelegationNotInForce():
            return _not_in_force(words, refusal), words("Ask a supervisor")
        case a.NoPinYet(name, name_en):
            return (
                words("{name} has no PIN, and cannot sign for anybody", name=_name(words, name, name_en)),
                words("An administrator gives a PIN"),
            )
        case r.WrongState("delegation", number, state) if state in set(DelegationState):
            name = words.name(DelegationState(state))
            return words("{name} signs for nobody by it any more: {state}", name=number, state=name), ""
        case r.BadValue("delegate", value):
            return words("Nobody signs for themselves: {name}", name=value), words("Scan somebody else's badge")
        case r.BadValue("last", value):
            return (
                words("These days do not fit: {day}", day=value),
                words("The last day is today or later, not before the first, at most a year after it"),
            )
    return None


def _not_in_force(words: Words, refusal: a.DelegationNotInForce) -> str:
    facts = {
        "name": _name(words, refusal.name, refusal.name_en),
        "first": words.date(refusal.first),
        "last": words.date(refusal.last),
    }
    match refusal.stands:
        case DelegationState.AHEAD:
            return words("You sign for {name} only from {first} on", **facts)
        case DelegationState.REVOKED:
            return words("You sign for {name} no longer: it was revoked", **facts)
    return words("You signed for {name} until {last}", **facts)


def _name(words: Words, name: str, name_en: str) -> str:
    return (name_en or name) if words.language == "en" else (name or name_en)
