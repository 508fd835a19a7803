"""Refusals of steps with bins; ``wording.place_refusals`` says them."""

from dataclasses import dataclass

from returns_desk.domain.refusals import DeskError


@dataclass(unsafe_hash=True)
class UnknownPlace(DeskError):
    """There is no place with this code."""

    code: str


@dataclass(unsafe_hash=True)
class WrongPlace(DeskError):
    """The place holds other goods. ``holds`` and ``piece`` are values of ``StockStatus``."""

    code: str
    holds: str
    number: str
    piece: str


@dataclass(unsafe_hash=True)
class PlaceNotUsed(DeskError):
    """The place was dropped: nothing is put there any more."""

    code: str


@dataclass(unsafe_hash=True)
class NothingToPlace(DeskError):
    """A bin's label was scanned while no piece is on its way to one; ``pieces`` lie there."""

    code: str
    pieces: int
    in_hand: str = ""


@dataclass(unsafe_hash=True)
class NotToPlace(DeskError):
    """The piece is not decided yet, or is not here any more. ``state`` is a value of ``ItemState``."""

    number: str
    state: str


@dataclass(unsafe_hash=True)
class OwnPlace(DeskError):
    """Products have the place for their own, so it is still needed; the first of them by SKU."""

    code: str
    products: tuple[str, ...]
