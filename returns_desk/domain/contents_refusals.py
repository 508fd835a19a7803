"""Refusals of steps with the pieces in a box, and of older steps; ``wording.contents`` says them."""

from dataclasses import dataclass, field

from returns_desk.domain.events import Event
from returns_desk.domain.refusals import CannotUndo, DeskError


@dataclass(unsafe_hash=True)
class OneByOne(DeskError):
    """Each piece has its own serial number, so that it is no quantity."""

    number: str


@dataclass(unsafe_hash=True)
class CountedAlready(DeskError):
    """An earlier count filled other announced lines too: it is taken back before it is made again."""

    number: str


@dataclass(unsafe_hash=True)
class CannotMerge(DeskError):
    """Two records do not become one. ``differs``: same, product, lot, parcel, return, condition, hold, outcome."""

    number: str
    other: str
    differs: str


@dataclass(unsafe_hash=True)
class InHandElsewhere(DeskError):
    """The piece is in hand at another station."""

    number: str
    station: str


@dataclass(unsafe_hash=True)
class SerialFirst(DeskError):
    """A piece with a serial number is decided once that was read."""

    number: str


@dataclass(unsafe_hash=True)
class SerialNotAsked(DeskError):
    """The piece needs no serial number, or has it already."""

    number: str


@dataclass(unsafe_hash=True)
class SerialTwice(DeskError):
    """The serial number was read in this very box today: the same piece, read twice."""

    serial: str
    number: str


@dataclass(unsafe_hash=True)
class OnlyOne(DeskError):
    """A single piece cannot be split."""

    number: str


@dataclass(unsafe_hash=True)
class NotEmpty(DeskError):
    """A box out of which pieces were taken is not empty."""

    parcel: str
    items: tuple[str, ...]


@dataclass(unsafe_hash=True)
class StepTouched(CannotUndo):
    """The step cannot be taken back: a later one went on with the same thing, or with the same bench."""

    later: Event | None = field(default=None, hash=False)


@dataclass(unsafe_hash=True)
class AtItsStation(DeskError):
    """A box is taken back onto the bench of the station at which it lay."""

    what: str
    station: str


@dataclass(unsafe_hash=True)
class AlreadyUndone(DeskError):
    """The step was taken back before."""

    what: str


@dataclass(unsafe_hash=True)
class OpenCartonFirst(DeskError):
    """Who is to get the carton asks for the serial number of each piece in it."""

    number: str
