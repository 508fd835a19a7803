"""The outlines that tell destinations apart without colour, in a square of side 1 with its corner at the top left."""

from functools import cache
from math import cos, pi, sin

from returns_desk.documents.labels.content import CIRCLE, DIAMOND, HEXAGON, OCTAGON, SQUARE, TRIANGLE

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
    }[shape]


def _round(corners: int, turned: float = 0.0) -> tuple[Point, ...]:
    angles = (turned + 2 * pi * corner / corners for corner in range(corners))
    return tuple((0.5 + 0.5 * cos(angle), 0.5 + 0.5 * sin(angle)) for angle in angles)
