"""What was found in a picture: codes with their place, or the reason why there is nothing to look at."""

import math
from dataclasses import dataclass
from enum import StrEnum

from returns_desk.domain.scan_facts import PictureError as PictureError
from returns_desk.scanning.symbology import Symbology

Corner = tuple[int, int]


class DecodeMode(StrEnum):
    """How much time a picture is worth."""

    FAST = "fast"  # every frame of a camera
    DEFAULT = "default"  # one picture somebody waits for
    THOROUGH = "thorough"  # until nothing helps any more


@dataclass(frozen=True)
class FoundCode:
    """One code in a picture; corners are pixels of the upright picture, top left first, going round."""

    text: str
    format: Symbology
    engine: str
    corners: tuple[Corner, ...] = ()

    @property
    def height(self) -> float:
        """How far apart the first and the last row that read it are, in pixels; 0 if the place is not known."""
        return math.dist(self.corners[0], self.corners[3]) if len(self.corners) == 4 else 0.0

    def as_json(self) -> dict[str, object]:
        """The code as ``decode --json`` prints it."""
        return {
            "text": self.text,
            "format": self.format.value,
            "engine": self.engine,
            "corners": [list(corner) for corner in self.corners],
        }


@dataclass(frozen=True)
class Decoded:
    """The answer to one picture; ``error`` says why there is none."""

    codes: tuple[FoundCode, ...] = ()
    error: PictureError | None = None
    passes: int = 0  # how many looks it took, for the benchmark

    def as_json(self, picture: str) -> dict[str, object]:
        """The answer as ``decode --json`` prints it for the picture of this name."""
        return {
            "picture": picture,
            "codes": [code.as_json() for code in self.codes],
            "error": self.error.value if self.error else None,
        }
