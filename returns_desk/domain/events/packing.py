"""What happens between a supplier's number and the goods' arrival: cartons are packed, clocks run out."""

from dataclasses import dataclass

from returns_desk.domain.events.base import Event


@dataclass(frozen=True, kw_only=True)
class CartonBegun(Event):
    """A carton was begun for a batch."""

    number: str
    batch: str
    sscc: str = ""


@dataclass(frozen=True, kw_only=True)
class ItemPacked(Event):
    """A piece went into a carton."""

    number: str
    carton: str
    carton_id: str = ""


@dataclass(frozen=True, kw_only=True)
class ItemUnpacked(Event):
    """A piece was taken out of a carton again."""

    number: str
    carton: str
    carton_id: str = ""


@dataclass(frozen=True, kw_only=True)
class CartonClosed(Event):
    """A carton is full and weighed; ``size_mm`` is length, width, height, or 0 where not measured."""

    number: str
    carton_id: str
    weight_g: int
    length_mm: int = 0
    width_mm: int = 0
    height_mm: int = 0


@dataclass(frozen=True, kw_only=True)
class CartonReopened(Event):
    """A closed carton was opened again; what it weighed, and where its batch stood, are kept for the way back."""

    number: str
    carton_id: str
    weight_g: int
    length_mm: int = 0
    width_mm: int = 0
    height_mm: int = 0
    state_before: str = ""


@dataclass(frozen=True, kw_only=True)
class CartonRemoved(Event):
    """An empty carton was taken away; its numbers are not given again."""

    number: str
    carton_id: str
    position: int
    sscc: str = ""


@dataclass(frozen=True, kw_only=True)
class AuthorizationAsked(Event):
    """The supplier's number counts no more: another one is asked for."""

    number: str
    authorization: str
    until: str = ""
    state_before: str = ""


@dataclass(frozen=True, kw_only=True)
class BatchDelivered(Event):
    """The partner has the goods."""

    number: str
    at: str
    credit_due: str = ""
    due_before: str = ""


@dataclass(frozen=True, kw_only=True)
class PrefixSet(Event):
    """The shop has another GS1 company prefix, or none."""

    prefix: str
    before: str = ""
