"""What happens to a parcel's belonging: it is announced late, made a return of, disowned, described."""

from dataclasses import dataclass

from returns_desk.domain.events.base import Event


@dataclass(frozen=True, kw_only=True)
class ReturnMade(Event):
    """A return without authorization was made at the desk, of an order or of the pieces in a parcel."""

    number: str
    customer: str = ""
    order: str = ""
    lines: int = 0


@dataclass(frozen=True, kw_only=True)
class AnnouncementCame(Event):
    """A parcel that is here already was announced; ``adopted``: ids of its pieces that fill announced lines."""

    number: str
    rma: str
    adopted: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ParcelDisowned(Event):
    """A parcel is not ours: it waits for the carrier who takes it back."""

    number: str
    state_before: str
    items: tuple[str, ...] = ()  # ids
    outcomes_before: tuple[str, ...] = ()  # of the items, in their order
    lay_open: bool = False  # on this station's bench


@dataclass(frozen=True, kw_only=True)
class ParcelSentBack(Event):
    """The carrier took a parcel back that is not ours; it left the house with all that is in it."""

    number: str
    items: int = 0


@dataclass(frozen=True, kw_only=True)
class ParcelDescribed(Event):
    """Something was noted of a parcel's outside: the names of the facts, as they were and as they are."""

    number: str
    names: tuple[str, ...]
    before: tuple[str, ...]
    now: tuple[str, ...]
