"""Photographs as evidence: what each shows, and the copy of its facts that leaves the store."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST_SIDE = 1_600  # pixels of a kept photograph


class PhotoKind(StrEnum):
    """What a photograph shows."""

    LABEL = "label"
    BOX = "box"
    FRONT = "front"
    BACK = "back"
    DEFECT = "defect"
    SERIAL = "serial"
    MISSING = "missing"


# What shows the parcel rather than one piece of it.
OF_PARCEL = frozenset({PhotoKind.LABEL, PhotoKind.BOX})


@dataclass(frozen=True)
class KeptPicture:
    """A picture that lies on the photo shelf: the name it is kept under, and its size in pixels."""

    sha256: str
    width: int
    height: int


@dataclass(frozen=True)
class PhotoSnapshot:
    """One photograph of a piece or a box; ``sha256`` names the picture itself, which is kept once."""

    id: str
    sha256: str
    kind: PhotoKind
    width: int
    height: int
    taken_at: datetime
    parcel: str = ""
    item: str = ""
    person: str = ""
