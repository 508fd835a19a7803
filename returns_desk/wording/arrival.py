"""Sentences for what happens to a parcel's belonging, and for what the desk asks of it."""

from returns_desk.domain import events as e
from returns_desk.domain.events import Event
from returns_desk.domain.parcels import OuterCondition, ParcelState
from returns_desk.domain.snapshots import BenchSnapshot, QuestionKind
from returns_desk.wording.candidates import say_choice
from returns_desk.wording.words import Words

_SAID = 3  # candidates that the band has room for


def say_arrival_event(words: Words, event: object) -> str | None:
    """What happened, in one sentence."""
    match event:
        case e.ParcelMatched(number=number, rma=rma, authorized=False):
            return words("Return without authorization {rma}, in parcel {number}", rma=rma, number=number)
        case e.ReturnMade(number=number, order=order) if order:
            return words("Return without authorization {rma} made of order {order}", rma=number, order=order)
        case e.ReturnMade(number=number):
            return words("Return without authorization {rma} made", rma=number)
        case e.AnnouncementCame(number=number, rma=rma):
            return words("Parcel {number} was announced after it came: {rma}", number=number, rma=rma)
        case e.ParcelDisowned(number=number):
            return words("Parcel {number} is not ours: it waits for the carrier", number=number)
        case e.ParcelSentBack(number=number):
            return words("The carrier took parcel {number} back", number=number)
        case e.ParcelDescribed(number=number):
            return words("Parcel {number}: {facts}", number=number, facts=_described(words, event))
    return None


def arrival_detail(words: Words, event: Event, bench: BenchSnapshot) -> str | None:
    """What the band says below a question about a parcel."""
    match event:
        case e.QuestionAsked(kind=QuestionKind.WHICH_RETURN, choices=choices):
            return _which(words, choices, bench)
        case e.QuestionAsked(kind=QuestionKind.REOPEN, choices=(rma, *_)):
            return words("Enter or the same scan again: open it. DO-1: it is another box of {rma}", rma=rma)
        case e.QuestionAsked(kind=QuestionKind.REOPEN) if _of_a_stranger(bench):
            return words("It was put aside as not ours. Enter or the same scan again: it is ours after all")
        case e.QuestionAsked(kind=QuestionKind.NOT_OURS):
            return words("Somebody looked at what is inside. Enter or the same scan again: it goes back")
        case e.ParcelDisowned():
            return words("Put it with what the carrier takes; scan the next parcel")
    return None


def _of_a_stranger(bench: BenchSnapshot) -> bool:
    return bench.question is not None and bench.question.marks[:1] == (ParcelState.NOT_OURS,)


def _which(words: Words, choices: tuple[str, ...], bench: BenchSnapshot) -> str:
    known = {candidate.number: candidate for candidate in bench.candidates}
    lines = [say_choice(words, known[choice]) if choice in known else choice for choice in choices[:_SAID]]
    said = "; ".join(f"{number}: {line}" for number, line in enumerate(lines, start=1))
    if len(choices) == 1:
        return words("{choice}. Enter or DO-1: yes", choice=lines[0])
    return words("Scan it, or press its number (DO-1 …). {choices}", choices=said)


def _described(words: Words, event: e.ParcelDescribed) -> str:
    return ", ".join(_fact(words, name, now) for name, now in zip(event.names, event.now, strict=False))


def _fact(words: Words, name: str, now: str) -> str:
    if not now:
        return words("{fact} taken back", fact=_named(words, name))
    if name == "condition" and now in set(OuterCondition):
        now = words.name(OuterCondition(now))
    elif name == "weight_g":
        now = words("{count} g", count=now)
    return words("{part}: {value}", part=_named(words, name), value=now)


def _named(words: Words, name: str) -> str:
    return {
        "sender": words("sender"),
        "condition": words("condition of the box"),
        "weight_g": words("weight"),
        "box_no": words("box number"),
        "box_count": words("number of boxes"),
        "sscc": words("SSCC"),
    }.get(name, name)
