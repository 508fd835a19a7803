"""What happens to bins, and to pieces between them."""

from dataclasses import dataclass

from returns_desk.domain.events.base import Event


@dataclass(frozen=True, kw_only=True)
class ItemPlaced(Event):
    """The piece was put into a place; ``before`` is where it lay until then, empty for nowhere."""

    number: str
    place: str
    before: str = ""
    stock: str = ""
    state_before: str = ""
    stock_before: str = ""


@dataclass(frozen=True, kw_only=True)
class PlaceAdded(Event):
    """A place was made known by scanning its label."""

    code: str
    status: str = ""
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PlaceDropped(Event):
    """A place is used no longer; what lies there stays."""

    code: str
    pieces: int = 0
