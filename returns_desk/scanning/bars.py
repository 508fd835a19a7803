"""Find where bars stand in a picture, without reading them: the way they lie, and stretches of rows full of edges.

For codes so small or blurred that the decoders see no edges any more: what is left is that along one direction the
grey changes all the time and across it hardly.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from returns_desk.scanning.enhancing import Real, View

_CELL = 16  # pixels of the cells whose direction is measured
_CLASSES = 30  # directions, six degrees each
_LEAST_LENGTH = 70  # pixels: fewer cannot hold the 95 modules of an EAN
_LARGEST_SIDE = 900
_BANDS = 48
_LEAST_EDGE = 1.5


@dataclass(frozen=True)
class Stretch:
    """A stretch of a row of pixels, a few rows averaged, that is full of edges."""

    profile: Real  # darkness along the whole row
    start: int
    end: int
    top: int  # rows of the turned view it was averaged from
    bottom: int
    energy: float


@dataclass(frozen=True)
class UprightBars:
    """A view turned so that most bars stand upright, and which of its pixels are not the white around it."""

    view: View
    inside: NDArray[np.bool_]


def set_upright(view: View) -> UprightBars:
    """Turn a view so that most bars stand upright, no larger than needed."""
    longest = max(view.image.size)
    small = view if longest <= _LARGEST_SIDE else view.scaled(_LARGEST_SIDE / longest)
    angle = _main_angle(np.asarray(small.image, dtype=np.float32))
    if abs(angle) <= 1:
        return UprightBars(small, np.ones((small.image.height, small.image.width), dtype=np.bool_))
    covered = View(Image.new("L", small.image.size, 0)).turned(angle)  # what is turned in from outside is white
    return UprightBars(small.turned(angle), np.asarray(covered.image) == 0)


def stretches_of_bars(bars: UprightBars, most: int) -> list[Stretch]:
    """List the stretches that look most like upright bars, the strongest first."""
    dark = 255 - np.asarray(bars.view.image, dtype=np.float32)
    tall = max(4, dark.shape[0] // _BANDS)
    rows = dark.shape[0] // tall
    if not rows or dark.shape[1] < _LEAST_LENGTH:
        return []
    inside = bars.inside[:, 1:] & bars.inside[:, :-1]
    across = np.abs(np.diff(dark, axis=1)) * inside
    along = np.abs(np.diff(dark, axis=0, append=dark[-1:]))[:, :-1] * inside
    edges = np.maximum(_averaged(across, rows, tall) - _averaged(along, rows, tall), 0)
    profiles = _averaged(dark, rows, tall)
    found: dict[tuple[int, int, int], Stretch] = {}
    for row in range(rows):
        for start, end in _full_of_edges(edges[row]):
            energy = float(edges[row, start:end].mean()) * min(end - start, 400)
            stretch = Stretch(profiles[row], start, end, row * tall, (row + 1) * tall, energy)
            found.setdefault((row, start // 3, end // 3), stretch)
    return sorted(found.values(), key=lambda stretch: -stretch.energy)[:most]


def _main_angle(grey: Real) -> float:
    """The direction, in degrees, across which the grey changes most steadily."""
    right, down = grey[1:-1, 2:] - grey[1:-1, :-2], grey[2:, 1:-1] - grey[:-2, 1:-1]
    height, width = (right.shape[0] // _CELL) * _CELL, (right.shape[1] // _CELL) * _CELL
    if not height or not width:
        return 0.0

    def in_cells(values: Real) -> Real:
        """Sum over each cell."""
        cells = values[:height, :width].reshape(height // _CELL, _CELL, width // _CELL, _CELL)
        return np.asarray(cells.sum(axis=(1, 3)), dtype=np.float32)

    squares, downs, both = in_cells(right * right), in_cells(down * down), in_cells(right * down)
    turn = np.arctan2(2 * both, squares - downs) / 2
    coherence = np.hypot(squares - downs, 2 * both) / (squares + downs + 1000)
    weight = np.sqrt(squares + downs) * coherence**4
    classes = (np.degrees(turn).ravel() % 180 / (180 / _CLASSES)).astype(np.intp) % _CLASSES
    counts = np.bincount(classes, weight.ravel(), minlength=_CLASSES)
    strongest = int((counts + (np.roll(counts, 1) + np.roll(counts, -1)) / 2).argmax())
    middle = (strongest + 0.5) * (180 / _CLASSES)
    near = weight * (np.abs((np.degrees(turn) - middle + 90) % 180 - 90) < 9)
    return math.degrees(math.atan2(float((near * np.sin(2 * turn)).sum()), float((near * np.cos(2 * turn)).sum())) / 2)


def _averaged(values: Real, rows: int, tall: int) -> Real:
    """The mean of every few rows."""
    return np.asarray(values[: rows * tall].reshape(rows, tall, -1).mean(axis=1), dtype=np.float32)


def _full_of_edges(edges: Real) -> list[tuple[int, int]]:
    """The stretches of one row where edges follow each other closely, at two widths of looking."""
    found: list[tuple[int, int]] = []
    for width in (max(7, len(edges) // 40), max(9, len(edges) // 20)):
        smooth = np.convolve(edges, np.ones(width) / width, "same")
        strong = float(np.percentile(smooth, 95))
        if strong >= _LEAST_EDGE:
            found += _runs(smooth > max(1.0, 0.3 * strong), width)
    return found


def _runs(marked: NDArray[np.bool_], gap: int) -> list[tuple[int, int]]:
    """Runs of marked places, joined over gaps, that are long enough for a code."""
    places = np.flatnonzero(marked)
    if not len(places):
        return []
    breaks = np.flatnonzero(np.diff(places) > gap)
    starts = places[np.concatenate(([0], breaks + 1))]
    ends = places[np.concatenate((breaks, [len(places) - 1]))]
    return [(int(a), int(b)) for a, b in zip(starts, ends, strict=True) if b - a >= _LEAST_LENGTH]
