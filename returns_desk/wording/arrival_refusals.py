"""Sentences for refusals of steps with parcels and what returns they are."""

from returns_desk.domain import arrival_refusals as r
from returns_desk.domain.refusals import DeskError
from returns_desk.wording.words import Words


def arrival_refusal(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    """The fact, and what to do about it."""
    match refusal:
        case r.AlreadyMatched(number, rma):
            return words("{rma} is in parcel {number} already", rma=rma, number=number), words("Nothing was changed")
        case r.IsOurs(number, rmas):
            return (
                words("Parcel {number} holds {rmas}: it is ours", number=number, rmas=", ".join(rmas)),
                words("Undo the match first, if it is wrong"),
            )
        case r.PiecesDecided(number, items):
            return (
                words("Pieces of parcel {number} are decided: {items}", number=number, items=", ".join(items)),
                words("Undo their decisions first, or send back single items"),
            )
        case r.NothingToReturn(number):
            return (
                words("Nothing of {number} waits for a return", number=number),
                words("Scan what is inside first"),
            )
        case r.NothingToChoose(number):
            return words("There is no answer {number} now", number=number), words("Scan again, or go on")
    return None
