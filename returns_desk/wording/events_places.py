"""Sentences about bins: where a piece goes, that it was moved, what the desk asks when no bin is known."""

from returns_desk.domain import events as e
from returns_desk.domain.events import Event
from returns_desk.domain.items import ItemState
from returns_desk.domain.people import Permission, may
from returns_desk.domain.snapshots import BenchSnapshot, QuestionKind
from returns_desk.wording.ways import say_way_decided
from returns_desk.wording.words import Words


def say_place_event(words: Words, event: object) -> str | None:
    """What happened to bins, or to pieces between them; ``None`` for all else."""
    match event:
        case e.ItemPlaced(number=number, place=place, before=before) if before:
            return words("{number}: from {before} to {place}", number=number, before=before, place=place)
        case e.ItemPlaced(number=number, place=place):
            return words("{number} lies in {place}", number=number, place=place)
        case e.PlaceAdded(code=code):
            return words("{place} is a place now", place=code)
        case e.PlaceDropped(code=code, pieces=0):
            return words("{place} is used no longer", place=code)
        case e.PlaceDropped(code=code, pieces=pieces):
            return words("{place} is used no longer; pieces that still lie there: {count}", place=code, count=pieces)
    return None


def place_title(words: Words, event: Event) -> str | None:
    """What the band says in large letters: the way of the piece; ``None`` for all else."""
    match event:
        case e.ItemDecided(place=place, photos_missing=()) if place:
            return _to_place(words, event)
        case e.ItemPlaced(place=place, number=number):
            return words("In {place}: {number}", place=place, number=number)
        case e.ItemLookedUp(stands=ItemState.DECIDED, number=number):
            return words("{number} has no place yet. Scan the label of a place", number=number)
        case e.QuestionAsked(kind=QuestionKind.WHICH_PLACE, choices=(code,)):
            return words("No place {code} is known", code=code)
        case e.QuestionAsked(kind=QuestionKind.WHICH_PLACE, subject=number):
            return words("Where to with {number}? Scan the label of a place", number=number)
    return None


def place_detail(words: Words, event: Event, bench: BenchSnapshot) -> str | None:
    """What the band says below it; ``None`` for nothing."""
    match event:
        case e.QuestionAsked(kind=QuestionKind.WHICH_PLACE, choices=(_,)):
            if bench.person is not None and may(bench.person.role, Permission.SET_RULES):
                return words("The same scan again adds it; or scan another place")
            return words("Scan another place; a supervisor can add this one. Any other scan goes on")
        case e.QuestionAsked(kind=QuestionKind.WHICH_PLACE):
            return words("It is not for sale before it has a place. Any other scan goes on; it waits under Exceptions")
    return None


def _to_place(words: Words, event: e.ItemDecided) -> str:
    place, number, decision = event.place, event.number, say_way_decided(words, event)
    if event.batch:
        return words(
            "To {place}: {number}, {decision}, batch {batch}",
            place=place,
            number=number,
            decision=decision,
            batch=event.batch,
        )
    return words("To {place}: {number}, {decision}", place=place, number=number, decision=decision)
