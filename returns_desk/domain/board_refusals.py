"""Refusals of the board: a batch that is not ready, is not to be turned, or was not seen destroyed."""

from dataclasses import dataclass

from returns_desk.domain.refusals import DeskError


@dataclass(unsafe_hash=True)
class EvidenceMissing(DeskError):
    """The supplier's terms want photographs or serial numbers that are not there.

    ``kinds`` are kinds of photographs, and ``serial number``.
    """

    batch: str
    items: tuple[str, ...]
    kinds: tuple[str, ...]


@dataclass(unsafe_hash=True)
class NothingToTurn(DeskError):
    """No piece of the batch may go the other way."""

    batch: str
    to: str
    items: tuple[str, ...]


@dataclass(unsafe_hash=True)
class WitnessNeeded(DeskError):
    """Goods are destroyed for credit only before a witness."""

    batch: str


@dataclass(unsafe_hash=True)
class WitnessTakesPart(DeskError):
    """Whoever prepared the batch, or destroys it, is no witness of it."""

    batch: str
    witness: str


@dataclass(unsafe_hash=True)
class NotDestroyedHere(DeskError):
    """The supplier wants these goods back, not destroyed."""

    batch: str
