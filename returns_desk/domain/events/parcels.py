"""What happens to a parcel."""

from dataclasses import dataclass

from returns_desk.domain.events.base import Event


@dataclass(frozen=True, kw_only=True)
class ParcelReceived(Event):
    """A parcel arrived at the bench and is open on it."""

    number: str
    tracking: str
    announced: bool
    rmas: tuple[str, ...] = ()
    carrier: str = ""
    vip: bool = False
    created: bool = False  # the record was made by this step
    state_before: str = ""
    item_in_hand: str = ""


@dataclass(frozen=True, kw_only=True)
class ParcelMatched(Event):
    """A return authorization was found to be in the open parcel."""

    number: str
    rma: str
    state_before: str = ""
    adopted: tuple[str, ...] = ()  # ids of pieces taken before, which fill its lines
    outcomes_before: tuple[str, ...] = ()  # of the adopted ones: how each came, and of which return it was
    authorized: bool = True


@dataclass(frozen=True, kw_only=True)
class ParcelReopened(Event):
    """A parcel that was set aside (or closed, or taken for a stranger's) is on the bench again."""

    number: str
    state_before: str = ""
    item_in_hand: str = ""
    owned: tuple[str, ...] = ()  # ids of the pieces that were a stranger's with it


@dataclass(frozen=True, kw_only=True)
class ParcelSetAside(Event):
    """A parcel left the bench unfinished; it stays in the list of open parcels."""

    number: str
    missing: int = 0
    item_in_hand: str = ""


@dataclass(frozen=True, kw_only=True)
class ParcelClosed(Event):
    """A parcel is finished; ``missing`` pieces were announced and did not come."""

    number: str
    items: int
    missing: int = 0
    state_before: str = ""
    item_in_hand: str = ""
