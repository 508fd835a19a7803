"""Sentences for what waits, and is not put away by looking at it."""

from returns_desk.domain.exceptions import ExceptionKind
from returns_desk.domain.refusals import DeskError, WrongState
from returns_desk.wording.words import Words


def exception_refusal(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    """What still waits, and the way on."""
    match refusal:
        case WrongState("exception", number, state):
            return _still_waits(words, number, ExceptionKind(state))
    return None


def _still_waits(words: Words, number: str, kind: ExceptionKind) -> tuple[str, str]:
    ways = {
        ExceptionKind.HELD: words("Scan its label and decide it, or release it"),
        ExceptionKind.UNMATCHED: words("Match it, make it a return, or send it back"),
        ExceptionKind.NOT_OURS: words("Say when the carrier took it, or scan it twice: it is ours after all"),
        ExceptionKind.RECALLED: words("Release it, or scan its label and decide it as the notice says"),
        ExceptionKind.NO_PLACE: words("Say which place, or scan its label and then the place"),
        ExceptionKind.SHORT_CREDIT: words("Go to the batch: dispute it, or write the rest off"),
    }
    return words("{number} still waits: {kind}", number=number, kind=words.name(kind)), ways.get(kind, "")
