"""Refusals of steps with parcels and what returns they are; ``wording.arrival`` says them."""

from dataclasses import dataclass

from returns_desk.domain.refusals import DeskError


@dataclass(unsafe_hash=True)
class AlreadyMatched(DeskError):
    """The parcel holds this return already."""

    number: str
    rma: str


@dataclass(unsafe_hash=True)
class IsOurs(DeskError):
    """A parcel with returns of ours in it is not sent back as a stranger's."""

    number: str
    rmas: tuple[str, ...]


@dataclass(unsafe_hash=True)
class PiecesDecided(DeskError):
    """Pieces of the parcel are decided: their decisions are taken back before it leaves the house."""

    number: str
    items: tuple[str, ...]


@dataclass(unsafe_hash=True)
class NothingToReturn(DeskError):
    """A return cannot be made: the parcel holds no piece that waits for one, or nothing is left of the order."""

    number: str


@dataclass(unsafe_hash=True)
class NothingToChoose(DeskError):
    """A choice was made by its number while nothing is asked, or nothing that has so many answers."""

    number: int
