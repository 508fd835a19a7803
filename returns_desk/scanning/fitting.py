"""Read an EAN-13 or UPC-A too blurred for edges: fit blurred pictures of its digits to the greys of a row.

The decoders look for edges between bars. At one or two pixels a bar, or out of focus, there are none, but the greys
still tell the digits apart: every digit has one of 30 known shapes, and a blur and a growth of the ink turn each into a
known curve. All positions of the code along the row are tried, and the one is taken where all curves fit best.
"""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np

from returns_desk.scanning.bars import Real
from returns_desk.scanning.product_codes import check_digit

_PER_MODULE = 4
_OVERSAMPLED = 16
_LEFT = ("0001101", "0011001", "0010011", "0111101", "0100011",
         "0110001", "0101111", "0111011", "0110111", "0001011")  # fmt: skip
_RIGHT = tuple("".join("10"[int(bit)] for bit in shape) for shape in _LEFT)
_EVEN = tuple(shape[::-1] for shape in _RIGHT)
_PARITIES = ("LLLLLL", "LLGLGG", "LLGGLG", "LLGGGL", "LGLLGG", "LGGLLG", "LGGGLL", "LGLGLG", "LGLGGL", "LGGLGL")
_MODULES = 95
_BLURS = (0.35, 0.6, 0.9, 1.2)  # of a module
_GROWTHS = (-0.12, 0.0, 0.12)
_LEAST_COARSE_FIT = 0.6


class Fit(NamedTuple):
    """A number fitted to one row."""

    number: str  # 13 digits; its check digit is right
    quality: float  # 1 is a perfect fit
    margin: float  # how much worse the next digit fits, where the choice was closest
    start: float  # place of the first bar in the row
    end: float


@dataclass(frozen=True)
class _Shapes:
    """The curves of all digits and guards under one blur and one growth of the ink, ready to be correlated."""

    left: Real  # ten odd digits, then ten even
    right: Real
    begin: Real
    middle: Real
    finish: Real


class _Scores(NamedTuple):
    """How well every digit fits at every place, for many positions of the code at once."""

    left: Real
    right: Real
    guards: Real

    def quality(self) -> Real:
        """The mean fit of twelve digits and three guards."""
        return np.asarray((self.left.max(-1).sum(1) + self.right.max(-1).sum(1) + self.guards) / 15, dtype=np.float64)


def fit_number(profile: Real, start: float, end: float) -> Fit | None:
    """Read the row between about ``start`` and ``end`` in both directions; None if nothing valid fits."""
    last = len(profile) - 1
    turned = _fit_forward(profile[::-1], last - end, last - start)
    fits = [
        _fit_forward(profile, start, end),
        turned and turned._replace(start=last - turned.end, end=last - turned.start),
    ]
    return max((fit for fit in fits if fit), key=lambda fit: fit.quality, default=None)


def _fit_forward(profile: Real, start: float, end: float) -> Fit | None:
    """Read the row from left to right: first roughly where the code is, then exactly, then how blurred."""
    module = (end - start) / _MODULES
    shifts = np.arange(-5, 5.01, 0.5) * module
    starts, ends = (grid.ravel() for grid in np.meshgrid(start + shifts, end + shifts, indexing="ij"))
    quality = _score(_sampled(profile, starts, ends, np.zeros_like(starts)), _shapes()[4]).quality()
    best = np.argsort(-quality)[:4]
    if quality[best[0]] < _LEAST_COARSE_FIT:
        return None
    fine, bends = np.arange(-0.4, 0.41, 0.2) * module, np.array([-0.03, -0.015, 0, 0.015, 0.03])
    grids = [np.meshgrid(starts[k] + fine, ends[k] + fine, bends, indexing="ij") for k in best]
    starts, ends, bent = (np.concatenate([grid[part].ravel() for grid in grids]) for part in range(3))
    rows = _sampled(profile, starts, ends, bent)
    kept = np.argsort(-_score(rows, _shapes()[4]).quality())[:40]
    return _best_fit(rows[kept], starts[kept], ends[kept])


def _best_fit(rows: Real, starts: Real, ends: Real) -> Fit | None:
    """Take the position, blur and growth that fit best; its digits must have the right check digit."""
    chosen, quality = None, 0.0
    for shapes in _shapes():
        scores = _score(rows, shapes)
        qualities = scores.quality()
        place = int(qualities.argmax())
        if qualities[place] > quality:
            quality, chosen = float(qualities[place]), (scores, place)
    if chosen is None:
        return None
    scores, place = chosen
    number, margin = _digits(scores.left[place], scores.right[place])
    if check_digit(number[:-1]) != number[-1]:
        return None
    return Fit(number, quality, margin, float(starts[place]), float(ends[place]))


def _digits(left: Real, right: Real) -> tuple[str, float]:
    """The best digits, the first one from the parities of the left half; and the closest choice among them."""
    odd, even = left[:, :10], left[:, 10:]
    totals = sorted(
        (sum(float((odd if parity == "L" else even)[place].max()) for place, parity in enumerate(parities)), first)
        for first, parities in enumerate(_PARITIES)
    )
    first = totals[-1][1]
    halves = [(odd if parity == "L" else even)[place] for place, parity in enumerate(_PARITIES[first])] + list(right)
    ordered = np.sort(np.stack(halves), axis=1)
    margin = min(float((ordered[:, -1] - ordered[:, -2]).min()), totals[-1][0] - totals[-2][0])
    return str(first) + "".join(str(int(half.argmax())) for half in halves), margin


def _sampled(profile: Real, starts: Real, ends: Real, bends: Real) -> Real:
    """The row's greys at four places a module, from one module before the code to one behind, for all positions.

    ``bends`` moves the middle against the ends: a code on a bottle, or seen from the side.
    """
    along = (np.arange(0, (_MODULES + 2) * _PER_MODULE) / _PER_MODULE - 1 + 0.5 / _PER_MODULE) / _MODULES
    lengths = (ends - starts)[:, None]
    places = starts[:, None] + lengths * along + bends[:, None] * lengths * (along * (1 - along))
    places = np.clip(places, 0, len(profile) - 1.001)
    before = places.astype(np.intp)
    share = places - before
    return np.asarray(profile[before] * (1 - share) + profile[before + 1] * share, dtype=np.float64)


def _score(rows: Real, shapes: _Shapes) -> _Scores:
    """Correlate the sampled rows with the curves of all digits and guards."""
    count, one = len(rows), _PER_MODULE
    left = rows[:, 4 * one : 46 * one].reshape(count, 6, 7 * one)
    right = rows[:, 51 * one : 93 * one].reshape(count, 6, 7 * one)
    guards = (
        _normal(rows[:, : 4 * one]) @ shapes.begin
        + _normal(rows[:, 46 * one : 51 * one]) @ shapes.middle
        + _normal(rows[:, 93 * one : 97 * one]) @ shapes.finish
    )
    return _Scores(_normal(left) @ shapes.left.T, _normal(right) @ shapes.right.T, guards)


def _normal(curves: Real) -> Real:
    """Curves without brightness and contrast."""
    centred = curves - curves.mean(axis=-1, keepdims=True)
    return np.asarray(centred / np.maximum(np.linalg.norm(centred, axis=-1, keepdims=True), 1e-3), dtype=np.float64)


@cache
def _shapes() -> tuple[_Shapes, ...]:
    """The curves under all blurs and growths; the fifth is the one a usual photograph has."""
    return tuple(_shaped(blur, growth) for blur in _BLURS for growth in _GROWTHS)


def _shaped(blur: float, growth: float) -> _Shapes:
    """The curves under one blur and growth; what stands before and behind a digit is known and blurs into it."""
    return _Shapes(
        left=_normal(np.stack([_curve("101", shape, "001", blur, growth) for shape in _LEFT + _EVEN])),
        right=_normal(np.stack([_curve("010", shape, "110", blur, growth) for shape in _RIGHT])),
        begin=_normal(_curve("000", "0101", "0", blur, growth)),
        middle=_normal(_curve("11", "01010", "1", blur, growth)),
        finish=_normal(_curve("0", "1010", "000", blur, growth)),
    )


def _curve(before: str, bits: str, behind: str, blur: float, growth: float) -> Real:
    """The darkness of printed bits, with ink spread and out of focus."""
    ink = np.repeat(np.array([float(bit) for bit in before + bits + behind]), _OVERSAMPLED)
    for _ in range(round(abs(growth) * _OVERSAMPLED)):
        spread = np.maximum if growth > 0 else np.minimum
        ink = spread(ink, spread(np.roll(ink, 1), np.roll(ink, -1)))
    width = blur * _OVERSAMPLED
    reach = int(3 * width) + 1
    bell = np.exp(-((np.arange(-reach, reach + 1) / width) ** 2) / 2)
    soft = np.convolve(ink, bell / bell.sum(), "same")
    start = len(before) * _OVERSAMPLED
    wanted = soft[start : start + len(bits) * _OVERSAMPLED]
    return np.asarray(wanted.reshape(-1, _OVERSAMPLED // _PER_MODULE).mean(axis=1), dtype=np.float64)
