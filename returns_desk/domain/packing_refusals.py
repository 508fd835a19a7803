"""Refusals about cartons and the supplier's own number."""

from dataclasses import dataclass

from returns_desk.domain.refusals import DeskError


@dataclass(unsafe_hash=True)
class NothingTravels(DeskError):
    """The goods of this batch are destroyed here; nothing is packed or shipped."""

    number: str


@dataclass(unsafe_hash=True)
class NotOfBatch(DeskError):
    """The piece is in no line of the batch that is packed; ``other`` is the batch that it is in."""

    number: str
    batch: str
    other: str = ""


@dataclass(unsafe_hash=True)
class LineSentBackRefused(DeskError):
    """The piece was sent back by the supervisor, and does not travel."""

    number: str


@dataclass(unsafe_hash=True)
class InCarton(DeskError):
    """The piece is in a carton already; ``same``: in the very one that is packed."""

    number: str
    carton: str
    same: bool = False


@dataclass(unsafe_hash=True)
class NotInCarton(DeskError):
    """The piece is not in this carton."""

    number: str
    carton: str


@dataclass(unsafe_hash=True)
class CartonShut(DeskError):
    """The carton is closed: nothing goes in or out."""

    carton: str


@dataclass(unsafe_hash=True)
class CartonOpen(DeskError):
    """The carton is not closed."""

    carton: str


@dataclass(unsafe_hash=True)
class CartonEmpty(DeskError):
    """Nothing is in the carton."""

    carton: str


@dataclass(unsafe_hash=True)
class CartonFull(DeskError):
    """Pieces are in the carton, so it cannot be taken away."""

    carton: str


@dataclass(unsafe_hash=True)
class CartonUnweighed(DeskError):
    """A carton cannot be closed without its weight."""

    carton: str


@dataclass(unsafe_hash=True)
class NoCarton(DeskError):
    """A piece was scanned while no carton of the batch is open."""

    batch: str


@dataclass(unsafe_hash=True)
class NotAllPacked(DeskError):
    """The batch cannot be packed: these pieces are in no carton, these cartons are not closed."""

    number: str
    unpacked: tuple[str, ...] = ()
    open_cartons: tuple[str, ...] = ()


@dataclass(unsafe_hash=True)
class AuthorizationUsed(DeskError):
    """The supplier gave this number before, for another batch."""

    authorization: str
    batch: str


@dataclass(unsafe_hash=True)
class AuthorizationOver(DeskError):
    """The last day of the supplier's number is past already. ``day`` as ISO."""

    day: str


@dataclass(unsafe_hash=True)
class NoMoreUnits(DeskError):
    """All shipping unit numbers of the company prefix are used up."""

    prefix: str
