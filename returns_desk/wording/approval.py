"""Sentences about approval: for whom it was signed, who signs for whom."""

from datetime import date

from returns_desk.domain import events as e
from returns_desk.domain.snapshots import PersonSnapshot
from returns_desk.wording.words import Words


def say_delegation_event(words: Words, event: object) -> str | None:
    """Who signs for whom from now on, or no longer; none for any other event."""
    match event:
        case e.RightDelegated(first=first, last=last):
            return words(
                "{taker} signs for {giver}, {first} to {last}",
                taker=_named(words, event, "taker"),
                giver=_named(words, event, "giver"),
                first=words.date(date.fromisoformat(first)),
                last=words.date(date.fromisoformat(last)),
            )
        case e.DelegationRevoked():
            taker, giver = _named(words, event, "taker"), _named(words, event, "giver")
            return words("{taker} signs for {giver} no longer", taker=taker, giver=giver)
    return None


def with_signing(words: Words, event: object, said: str) -> str:
    """What was decided of a batch, and what was left out of it and for whom it was signed, where there is such."""
    if not isinstance(event, e.BatchApproved | e.BatchSentBack | e.BatchRejected | e.BatchCancelled):
        return said
    parts = [said]
    if isinstance(event, e.BatchApproved) and event.left_out:
        parts.append(words("lines sent back: {count}", count=event.left_out))
    if event.giver:
        parts.append(words("signed for {giver}", giver=_named(words, event, "giver")))
    return " · ".join(parts)


def say_signs_for(words: Words, givers: tuple[PersonSnapshot, ...]) -> str:
    """For whom somebody signs today."""
    names = ", ".join((each.name_en or each.name) if words.language == "en" else each.name for each in givers)
    return words("You sign for {giver} today, with your own badge and PIN.", giver=names)


def say_giver(words: Words, names: tuple[str, str]) -> str:
    """Whose right the one who signed used, by the name in either language; empty for their own."""
    name, name_en = names
    return (name_en or name) if words.language == "en" else (name or name_en)


def _named(words: Words, event: object, fact: str) -> str:
    name, name_en = getattr(event, fact, ""), getattr(event, f"{fact}_en", "")
    return str((name_en or name) if words.language == "en" else (name or name_en))
