"""Sizes of labels: four that were tried on paper, and any other whose measures follow from theirs by rule."""

import re
from dataclasses import dataclass
from functools import lru_cache

from returns_desk.domain.refusals import BadValue

WIDEST, HIGHEST = 210, 300  # mm
LEAST = ((20, 40), (25, 15), (40, 12))  # on less, a code leaves no room for a number that can be read
_WIDE = 100  # mm: from here on bars have the modules that GS1 wants on logistic labels
_ROOMY_WIDTH, _ROOMY_HEIGHT = 90, 100  # mm
_FREE = re.compile(r"([0-9]{1,3}(?:\.[0-9])?)[x×*]([0-9]{1,3}(?:\.[0-9])?)")


@dataclass(frozen=True)
class LabelSize:
    """Paper in millimetres, with the sizes of what is on it."""

    width: float
    height: float
    margin: float
    number: float  # height of the letters of the number
    bars: float
    name: float
    band: float
    module: float = 0.36  # of the bars, where there is room for it

    @property
    def roomy(self) -> bool:
        """Whether both sides of a journey have room on it, with an SSCC below them."""
        return self.width >= _ROOMY_WIDTH and self.height >= _ROOMY_HEIGHT


SIZES = {
    "62": LabelSize(62, 42, 2.5, 6.4, 9.5, 3.1, 6.6),
    "100x50": LabelSize(100, 50, 3, 8, 13, 3.6, 8, 0.5),
    "50x25": LabelSize(50, 25, 1.6, 4.4, 6.6, 2.3, 4.0),
    "100x150": LabelSize(100, 150, 5, 12, 36, 6.6, 17, 0.5),
}
LABEL_SIZES = tuple(SIZES)


@lru_cache(maxsize=256)
def label_size(text: str) -> LabelSize:
    """The size that ``62``, ``100x50`` or any other ``WxH`` in mm names.

    Refuses ``BadValue`` for what is no size, and for paper too small or too large for a label.
    """
    plain = text.strip().lower()
    if plain in SIZES:
        return SIZES[plain]
    found = _FREE.fullmatch(plain)
    if found is None:
        raise BadValue("label_size", text)
    width, height = map(float, found.groups())
    if not any(width >= least and height >= low for least, low in LEAST) or width > WIDEST or height > HIGHEST:
        raise BadValue("label_size", text)
    return SIZES.get(f"{width:g}x{height:g}") or _by_rule(width, height)


def _by_rule(width: float, height: float) -> LabelSize:
    """The measures of the four tried sizes lie on these lines: by the height, and on narrow paper by the width."""
    return LabelSize(
        width=width,
        height=height,
        margin=max(1.0, min(0.06 * height, 0.05 * width)),
        number=min(0.16 * height, 0.12 * width),
        bars=min(36.0, max(3.5, 0.25 * height)),
        name=min(0.06 * height + 0.7, 0.066 * width),
        band=min(0.16 * height, 0.17 * width),
        module=0.5 if width >= _WIDE else 0.36,
    )
