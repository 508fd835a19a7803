"""What happens to photographs."""

from dataclasses import dataclass

from returns_desk.domain.events.base import Event


@dataclass(frozen=True, kw_only=True)
class PhotoAdded(Event):
    """A photograph of a piece or a parcel was kept; ``number`` is the piece's or the parcel's."""

    number: str
    shows: str
    photo_id: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class PhotoKnown(Event):
    """The very same picture was brought once more; it is kept once."""

    number: str
    shows: str
    photo_id: str


@dataclass(frozen=True, kw_only=True)
class PhotoRemoved(Event):
    """A photograph counts no longer; the picture itself stays on the shelf."""

    number: str
    shows: str
    photo_id: str
    sha256: str
