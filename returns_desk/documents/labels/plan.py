"""A label laid out in whole printer dots: the one plan that PDF, PNG and ZPL are drawn from."""

from dataclasses import dataclass, field

from returns_desk.documents.kit.barcodes import Bars, Matrix
from returns_desk.documents.kit.fonts import Face


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


SIZES = {
    "62": LabelSize(62, 42, 2.5, 6.4, 9.5, 3.1, 6.6),
    "100x50": LabelSize(100, 50, 3, 8, 13, 3.6, 8, 0.5),
    "50x25": LabelSize(50, 25, 1.6, 4.4, 6.6, 2.3, 4.0),
    "100x150": LabelSize(100, 150, 5, 12, 36, 6.6, 17, 0.5),
}


@dataclass(frozen=True)
class Letters:
    """One line of text standing on ``foot``; ``end`` hangs it up by its right edge instead of its left."""

    text: str
    at: int
    foot: int
    size: int
    face: Face
    colour: str
    right_to_left: bool = False
    end: bool = False


@dataclass(frozen=True)
class BarsAt:
    """Bars with the left edge of their quiet zone at ``left``."""

    bars: Bars
    left: int
    top: int
    height: int
    dots: int


@dataclass(frozen=True)
class MatrixAt:
    """A Data Matrix with the corner of its quiet zone at ``left``, ``top``."""

    matrix: Matrix
    left: int
    top: int
    dots: int


@dataclass(frozen=True)
class ShapeAt:
    """A filled shape in a square of ``side`` dots."""

    shape: str
    left: int
    top: int
    side: int
    colour: str


Element = Letters | BarsAt | MatrixAt | ShapeAt


@dataclass
class LabelPlan:
    """A label laid out: its size in dots, the printer's dots per inch, and what stands on it, from back to front."""

    width: int
    height: int
    dpi: int
    elements: list[Element] = field(default_factory=list)
