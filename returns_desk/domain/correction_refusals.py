"""Why what left the house is not corrected, or no copy of it goes ahead."""

from dataclasses import dataclass

from returns_desk.domain.refusals import DeskError


@dataclass(unsafe_hash=True)
class LineCredited(DeskError):
    """The supplier gave a credit for this very line already."""

    item: str
    credit: str


@dataclass(unsafe_hash=True)
class CreditedAlready(DeskError):
    """More came for the batch already than would be expected of what is left of it."""

    number: str


@dataclass(unsafe_hash=True)
class NotCorrected(DeskError):
    """A batch in this state is not corrected. ``fact``: early (it never left), late (its money is settled)."""

    number: str
    fact: str


@dataclass(unsafe_hash=True)
class NoSlipYet(DeskError):
    """A copy is asked for of a slip that was not issued, or is void."""

    number: str
