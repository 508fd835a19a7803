"""Refusals about goods that must not get to anybody: called back, or past their last day."""

from dataclasses import dataclass

from returns_desk.domain.refusals import DeskError


@dataclass(unsafe_hash=True)
class LotFirst(DeskError):
    """A notice may concern the piece: it goes to nobody before its lot or serial was read."""

    number: str
    notice: str


@dataclass(unsafe_hash=True)
class NotToBeGiven(DeskError):
    """Pieces of a charity's batch were called back, or went past their day, since they were decided."""

    batch: str
    items: tuple[str, ...]
