"""The band across the top of the desk: what was understood, and what comes next."""

from dataclasses import dataclass

from returns_desk.domain import events as e
from returns_desk.domain.events import Event
from returns_desk.domain.items import ItemState, ReceiptOutcome
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.snapshots import BenchSnapshot, NextStep, Question, QuestionKind
from returns_desk.wording.arrival import arrival_detail
from returns_desk.wording.check_words import say_check, say_check_answers
from returns_desk.wording.contents import contents_detail, contents_title, contents_tone
from returns_desk.wording.events import say_event
from returns_desk.wording.events_customers import customer_detail
from returns_desk.wording.events_photos import say_photos_asked
from returns_desk.wording.events_places import place_detail, place_title
from returns_desk.wording.options import say_recommendation
from returns_desk.wording.recalls import recall_detail, recall_title, recall_tone
from returns_desk.wording.refusals import say_refusal
from returns_desk.wording.ways import say_way_named
from returns_desk.wording.words import Words

_ASIDE = (e.LabelQueued, e.BatchOpened, e.HoldReleased)


@dataclass(frozen=True)
class Band:
    """What stands in the band. ``tone``: ok (green, high), ask (amber), bad (red, low), idle (nothing happened)."""

    tone: str
    title: str
    detail: str


def band(words: Words, happened: tuple[Event, ...] | DeskError, bench: BenchSnapshot) -> Band:
    """Say how the last step went and what comes next."""
    if isinstance(happened, DeskError):
        fact, way_on = say_refusal(words, happened)
        return Band("bad", fact, way_on or next_step(words, bench))
    main = _main_event(happened)
    if main is None:
        title = words("Ready") if bench.person else words("Scan your badge")
        return Band("idle", title, next_step(words, bench))
    return Band(_tone(main), say_check(words, _asked(main, bench)) or _title(words, main), _detail(words, main, bench))


def next_step(words: Words, bench: BenchSnapshot) -> str:
    """What the clerk is to do now, with the recommendation when one is due."""
    if bench.next_step is NextStep.DECIDE and bench.recommendation is not None:
        advised = bench.recommendation.advised
        if advised is None:
            return words("Nothing can be recommended: hold it (F10)")
        return say_recommendation(words, advised)
    if bench.next_step is NextStep.SCAN_SERIAL and bench.item is not None and bench.item.grade is not None:
        return words("Next: scan the serial number; if nobody can read it: DO-NOSERIAL")
    return words.name(bench.next_step)


def _asked(event: Event, bench: BenchSnapshot) -> Question | None:
    """The question that lies on the bench since this event."""
    return bench.question if isinstance(event, e.QuestionAsked) else None


def _main_event(happened: tuple[Event, ...]) -> Event | None:
    """The event that the step was for: the last one that is not a mere consequence."""
    weighty = [event for event in happened if not isinstance(event, _ASIDE)]
    chosen = weighty or list(happened)
    return chosen[-1] if chosen else None


def _tone(event: Event) -> str:
    told = recall_tone(event) or contents_tone(event)
    if told is not None:
        return told
    match event:
        case e.QuestionAsked() | e.ParcelReceived(announced=False) | e.CheckAnswered(passed=False):
            return "ask"
        case e.ItemTaken(outcome=outcome) if outcome in (ReceiptOutcome.OVER, ReceiptOutcome.UNEXPECTED):
            return "ask"
        case e.ParcelClosed(missing=missing) if missing:
            return "ask"
        case e.ParcelSetAside() | e.ItemLookedUp(stands=ItemState.DECIDED):
            return "ask"
    return "ok"


def _title(words: Words, event: Event) -> str:
    if isinstance(event, e.QuestionAsked) and event.kind == QuestionKind.TAKE_UNEXPECTED:
        outcome = words.name(ReceiptOutcome(event.choices[0])) if event.choices else ""
        return words("Found {code}: {outcome}", code=event.subject, outcome=outcome)
    if isinstance(event, e.QuestionAsked) and event.kind == QuestionKind.OVERRIDE_REASON:
        return words("{option} instead of the recommendation: why?", option=say_way_named(words, event.subject))
    if isinstance(event, e.QuestionAsked) and event.kind == QuestionKind.HOLD_REASON:
        return words("{number} is on hold: why?", number=event.subject)
    for family in (recall_title, place_title, contents_title):
        said = family(words, event)
        if said:
            return said
    return say_event(words, event)


def _detail(words: Words, event: Event, bench: BenchSnapshot) -> str:
    for family in (recall_detail, arrival_detail, place_detail, contents_detail, customer_detail, _question_detail):
        told = family(words, event, bench)
        if told is not None:
            return told
    if isinstance(event, e.ParcelReceived) and not event.announced:
        return words("Nobody announced it. Go on: scan what is inside. It can be matched later.")
    return next_step(words, bench)


def _question_detail(words: Words, event: Event, bench: BenchSnapshot) -> str | None:
    match event:
        case e.QuestionAsked(kind=QuestionKind.CHECK):
            return say_check_answers(words, bench.question)
        case e.QuestionAsked(kind=QuestionKind.HOLD_REASON):
            return words("Scan why or press its number; or simply go on, it waits for the supervisor")
        case e.QuestionAsked(kind=QuestionKind.OVERRIDE_REASON):
            return words("Scan a reason or press its number; any other scan drops the question")
        case e.QuestionAsked(kind=QuestionKind.WHICH_PRODUCT):
            return words("Two products carry this code: press the number of the right one")
        case e.QuestionAsked(kind=QuestionKind.CLOSE_SHORT, choices=choices):
            return words("Missing: {count}. Enter or the same scan closes; any other scan goes on", count=choices[0])
        case e.QuestionAsked(kind=QuestionKind.PHOTOS_MISSING, choices=choices):
            return say_photos_asked(words, choices)
        case e.QuestionAsked():
            return words("Enter or the same scan again: yes. Any other scan: no")
    return None
