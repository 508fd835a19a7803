"""The buttons of something that stands out: one a way, or one an answer where a way asks further; keys 1 to 9."""

from dataclasses import dataclass

from returns_desk.desktop.screens.exception_jobs import ExceptionsLook
from returns_desk.desktop.screens.panels.names import person_name
from returns_desk.domain.candidates import ReturnCandidate
from returns_desk.domain.exceptions import WAY_NEEDS, ExceptionRow, Way
from returns_desk.domain.items import HOLD_ANSWERS
from returns_desk.domain.snapshots import PersonSnapshot
from returns_desk.wording import Words
from returns_desk.wording.batch_exceptions import say_batch_step
from returns_desk.wording.candidates import say_candidate
from returns_desk.wording.rights import say_why_not

ASKING = (Way.OWNER, Way.REASON)  # their answers take the place of the ways
_MOST_CANDIDATES = 4


@dataclass(frozen=True)
class Act:
    """One button; ``answer`` is what a way is taken with, ``why_not`` greys it out."""

    way: Way
    title: str
    detail: str = ""
    answer: str = ""
    why_not: str = ""


def acts_for(words: Words, look: ExceptionsLook, asking: Way | None = None) -> tuple[Act, ...]:
    """The buttons, the first of them the one that Enter presses."""
    if look.row is None:
        return ()
    match asking:
        case Way.OWNER:
            return _owners(words, look)
        case Way.REASON:
            return _reasons(words, look.row, look.person)
    acts: list[Act] = []
    for way in look.row.ways:
        detail = say_batch_step(words, look.row) if way is Way.BATCH else ""
        acts += _candidates(words, look) if way is Way.MATCH else [_act(words, way, look.person, detail)]
    return tuple(acts)


def _act(words: Words, way: Way, person: PersonSnapshot | None, detail: str = "") -> Act:
    return Act(way, words.name(way), detail, why_not=_why_not(words, way, person))


def _why_not(words: Words, way: Way, person: PersonSnapshot | None) -> str:
    return say_why_not(words, person, WAY_NEEDS[way])


def _candidates(words: Words, look: ExceptionsLook) -> list[Act]:
    """One button for each return that the parcel may be, best first."""
    return [_candidate(words, each, look.person) for each in look.candidates[:_MOST_CANDIDATES]]


def _candidate(words: Words, found: ReturnCandidate, person: PersonSnapshot | None) -> Act:
    sure = words.percent(found.sure * 100)
    named = " · ".join(part for part in (found.number, found.customer) if part)
    why = " · ".join(part for part in (words("{share} sure", share=sure), say_candidate(words, found)) if part)
    way = Way.UNAUTHORIZED if found.kind == "order" else Way.MATCH
    title = words("Match to {which}", which=named) if way is Way.MATCH else words("Return of {which}", which=named)
    return Act(way, title, why, found.number, _why_not(words, way, person))


def _owners(words: Words, look: ExceptionsLook) -> tuple[Act, ...]:
    why_not = _why_not(words, Way.OWNER, look.person)
    anybody = Act(Way.OWNER, words("Any supervisor"), why_not=why_not)
    named = (Act(Way.OWNER, person_name(words, each), answer=each.id, why_not=why_not) for each in look.owners)
    return (*named, anybody)


def _reasons(words: Words, row: ExceptionRow, person: PersonSnapshot | None) -> tuple[Act, ...]:
    why_not = _why_not(words, Way.REASON, person)
    others = (reason for reason in HOLD_ANSWERS if reason.value != row.fact("code"))
    return tuple(Act(Way.REASON, words.name(reason), answer=reason.value, why_not=why_not) for reason in others)
