"""Refusals of the inspection: what is no answer, and whose eyes do not count twice."""

from dataclasses import dataclass

from returns_desk.domain.refusals import DeskError


@dataclass(unsafe_hash=True)
class NotAnAnswer(DeskError):
    """The text answers no check of this kind. ``kind`` is a value of ``checklists.CheckKind``."""

    code: str
    value: str
    kind: str


@dataclass(unsafe_hash=True)
class NoSuchCheck(DeskError):
    """The list of the piece's category holds no check with this code."""

    code: str


@dataclass(unsafe_hash=True)
class NothingAsked(DeskError):
    """A yes, a no or a number of a choice came while the desk asks nothing."""


@dataclass(unsafe_hash=True)
class SameEyes(DeskError):
    """Whoever inspected a piece first is not the one who gives its second look."""

    number: str


@dataclass(unsafe_hash=True)
class SecondLookNeeded(DeskError):
    """The piece is decided only after somebody else looked at it."""

    number: str
