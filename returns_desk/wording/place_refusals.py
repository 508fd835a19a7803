"""Sentences for refusals of steps with bins."""

from enum import StrEnum
from typing import TypeVar

from returns_desk.domain import place_refusals as r
from returns_desk.domain.items import ItemState, StockStatus
from returns_desk.domain.refusals import DeskError
from returns_desk.wording.words import Words

Named = TypeVar("Named", bound=StrEnum)
_MOST_NAMED = 4


def place_refusal(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    """The fact, and what to do about it."""
    match refusal:
        case r.UnknownPlace(code):
            return words("No place {code} is known", code=code), words(
                "Scan another place; a supervisor can add places in Settings"
            )
        case r.WrongPlace(code, holds, number, piece):
            held, own = _name(words, StockStatus, holds), _name(words, StockStatus, piece)
            fact = words("{place} is for other goods: {holds}", place=code, holds=held)
            return fact, words("{number} is: {status}. Scan another place", number=number, status=own)
        case r.PlaceNotUsed(code):
            return words("{place} is used no longer", place=code), words("Scan another place")
        case r.NotToPlace(number, state):
            said = words("{number} stands at: {state}", number=number, state=_name(words, ItemState, state))
            return said, words("Only what is decided and still here is put in a place")
    return _of_label(words, refusal)


def _of_label(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    match refusal:
        case r.NothingToPlace(code, pieces, in_hand) if in_hand:
            fact = words("{place} is a place, pieces there: {count}", place=code, count=pieces)
            return fact, words("Decide {number} first, then scan the place", number=in_hand)
        case r.NothingToPlace(code, pieces):
            fact = words("{place} is a place, pieces there: {count}", place=code, count=pieces)
            return fact, words("To move an item, scan its label first, then the place")
        case r.OwnPlace(code, products):
            named = ", ".join(products[:_MOST_NAMED]) + ("…" if len(products) > _MOST_NAMED else "")
            fact = words("Products have {place} for their own: {products}", place=code, products=named)
            return fact, words("Give them another place first: import products")
    return None


def _name(words: Words, kind: type[Named], value: str) -> str:
    return words.name(kind(value)) if value in set(kind) else value
