"""A label laid out in whole printer dots: the one plan that PDF, PNG and ZPL are drawn from."""

from dataclasses import dataclass, field

from returns_desk.documents.kit.barcodes import Bars, Matrix
from returns_desk.documents.kit.fonts import Face


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


@dataclass(frozen=True)
class BoxAt:
    """A filled box of whole dots: a rule's tick, a mark in a corner, a step of grey."""

    left: int
    top: int
    width: int
    height: int
    colour: str = "#000000"


Element = Letters | BarsAt | MatrixAt | ShapeAt | BoxAt


@dataclass
class LabelPlan:
    """A label laid out: its size in dots, the printer's dots per inch, and what stands on it, from back to front."""

    width: int
    height: int
    dpi: int
    elements: list[Element] = field(default_factory=list)
