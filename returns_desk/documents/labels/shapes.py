"""The outlines that tell destinations apart without colour, in a square of side 1 with its corner at the top left."""

from functools import cache
from math import cos, pi, sin

from returns_desk.documents.labels.marks import (
    BURST,
    CIRCLE,
    DIAMOND,
    HEXAGON,
    HOUSE,
    OCTAGON,
    SQUARE,
    TRAY,
    TRIANGLE,
)

Point = tuple[float, float]


@cache
def shape_points(shape: str) -> tuple[Point, ...]:
    """Corners of a shape; a circle has 48."""
    return {
        CIRCLE: _round(48),
        OCTAGON: _round(8, turned=pi / 8),
        HEXAGON: _round(6),
        DIAMOND: ((0.5, -0.06), (1.06, 0.5), (0.5, 1.06), (-0.06, 0.5)),
        TRIANGLE: ((-0.08, 0.02), (1.08, 0.02), (0.5, 1.1)),
        SQUARE: ((0, 0), (1, 0), (1, 1), (0, 1)),
        BURST: _rays(12),
        TRAY: ((-0.06, 0.06), (1.06, 0.06), (0.84, 0.98), (0.16, 0.98)),
        HOUSE: ((0.5, -0.06), (1.02, 0.3), (1.02, 1), (-0.02, 1), (-0.02, 0.3)),
    }[shape]


def _round(corners: int, turned: float = 0.0) -> tuple[Point, ...]:
    angles = (turned + 2 * pi * corner / corners for corner in range(corners))
    return tuple((0.5 + 0.5 * cos(angle), 0.5 + 0.5 * sin(angle)) for angle in angles)


def _rays(rays: int) -> tuple[Point, ...]:
    """A star whose rays are short, so that a letter has room in it."""
    reach = ((0.56 if corner % 2 else 0.42, pi * corner / rays) for corner in range(2 * rays))
    return tuple((0.5 + far * cos(angle), 0.5 + far * sin(angle)) for far, angle in reach)
