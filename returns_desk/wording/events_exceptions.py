"""A sentence for what happens to pieces that wait, and to what somebody should look at."""

from returns_desk.domain import events as e
from returns_desk.domain.exceptions import ExceptionKind
from returns_desk.domain.items import HoldReason
from returns_desk.wording.words import Words


def say_hold_reason(words: Words, code: HoldReason | str | None, note: str = "") -> str:
    """Why a piece waits: the reason's name, with the note where there is one."""
    name = words.name(HoldReason(code)) if code else ""
    return " · ".join(part for part in (name, note) if part)


def say_hold_event(words: Words, event: object) -> str | None:
    """What happened to a hold; none for any other event."""
    match event:
        case e.ItemHeld(number=number, code=code, reason=note) if code or note:
            return words("{number} is on hold: {reason}", number=number, reason=say_hold_reason(words, code, note))
        case e.ItemHeld(number=number):
            return words("{number} is on hold", number=number)
        case e.HoldExplained(number=number, code=code, reason=note):
            return words("{number} is on hold: {reason}", number=number, reason=say_hold_reason(words, code, note))
        case e.HoldGiven(number=number, owner_id=""):
            return words("{number} waits for any supervisor", number=number)
        case e.HoldGiven(number=number, owner=owner, owner_en=owner_en):
            name = (owner_en or owner) if words.language == "en" else (owner or owner_en)
            return words("{number} waits for {person}", number=number, person=name)
        case e.HoldReleased(number=number) | e.HoldEnded(number=number):
            return words("{number} is on hold no longer", number=number)
    return None


def say_settled_event(words: Words, event: object) -> str | None:
    """What happened to something that stood out; none for any other event."""
    match event:
        case e.ExceptionSettled(kind=kind, number=number, note=note) if note:
            what = words.name(ExceptionKind(kind))
            return words("{number} was looked at ({what}): {note}", number=number, what=what, note=note)
        case e.ExceptionSettled(kind=kind, number=number):
            return words("{number} was looked at ({what})", number=number, what=words.name(ExceptionKind(kind)))
    return None
