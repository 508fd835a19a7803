"""Read an EAN-13 or UPC-A too blurred for edges: fit blurred pictures of its digits to the greys of a row.

The decoders look for edges between bars. At one or two pixels a bar, or out of focus, there are none, but the greys
still tell the digits apart: every digit has one of 30 known shapes, and a blur and a growth of the ink turn each into a
known curve. All positions of the code along the row are tried, and the one is taken where all curves fit best.
"""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from returns_desk.scanning.enhancing import Real
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


class _Windows(NamedTuple):
    """Sampled rows cut into digits and guards, each without its brightness and contrast."""

    left: Real
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
        return np.asarray((self.left.max(-1).sum(1) + self.right.max(-1).sum(1) + self.guards) / 15, dtype=np.float32)


class _Positions(NamedTuple):
    """Where the code may lie in the row: many starts and ends, and how much its middle is moved against them."""

    starts: Real
    ends: Real
    bends: Real

    def chosen(self, places: NDArray[np.intp]) -> "_Positions":
        """Some of them."""
        return _Positions(self.starts[places], self.ends[places], self.bends[places])


def fit_number(profile: Real, start: float, end: float) -> Fit | None:
    """Read the row between about ``start`` and ``end``, forwards or backwards; None if nothing valid fits.

    First roughly where the code is and which way it reads, then exactly, then how blurred it is.
    """
    rough = _rough_positions(start, end)
    rows = _sampled(profile, rough)
    forwards = _score(_cut(rows), _usual_shapes()).quality()
    backwards = _score(_cut(rows[:, ::-1]), _usual_shapes()).quality()
    turned = bool(backwards.max() > forwards.max())
    quality = backwards if turned else forwards
    if quality.max() < _LEAST_COARSE_FIT:
        return None
    fine = _fine_positions(rough.chosen(np.argsort(-quality)[:4]), (end - start) / _MODULES)
    rows = _sampled(profile, fine)
    windows = _cut(rows[:, ::-1] if turned else rows)
    kept = np.argsort(-_score(windows, _usual_shapes()).quality())[:40]
    return _best_fit(_Windows(*(part[kept] for part in windows)), fine.chosen(kept))


def _rough_positions(start: float, end: float) -> _Positions:
    """Both ends moved by up to five modules."""
    shifts = np.arange(-5, 5.01, 0.5) * (end - start) / _MODULES
    starts, ends = (grid.ravel() for grid in np.meshgrid(start + shifts, end + shifts, indexing="ij"))
    return _Positions(starts.astype(np.float32), ends.astype(np.float32), np.zeros(len(starts), np.float32))


def _fine_positions(rough: _Positions, module: float) -> _Positions:
    """Around the best rough positions, fractions of a module and the bends of bottles and slanted views."""
    shifts, bends = np.arange(-0.4, 0.41, 0.2) * module, np.array([-0.03, -0.015, 0, 0.015, 0.03])
    grids = [
        np.meshgrid(start + shifts, end + shifts, bends, indexing="ij")
        for start, end in zip(rough.starts, rough.ends, strict=True)
    ]
    return _Positions(*(np.concatenate([grid[part].ravel() for grid in grids]) for part in range(3)))


def _best_fit(windows: _Windows, positions: _Positions) -> Fit | None:
    """Take the position, blur and growth that fit best; its digits must have the right check digit."""
    tried = [_score(windows, shapes) for shapes in _shapes()]
    qualities = np.stack([scores.quality() for scores in tried])
    blur, place = divmod(int(qualities.argmax()), qualities.shape[1])
    number, margin = _digits(tried[blur].left[place], tried[blur].right[place])
    if check_digit(number[:-1]) != number[-1]:
        return None
    return Fit(
        number, float(qualities[blur, place]), margin, float(positions.starts[place]), float(positions.ends[place])
    )


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


def _sampled(profile: Real, positions: _Positions) -> Real:
    """The row's greys at four places a module, from one module before the code to one behind, for all positions."""
    along = (np.arange(0, (_MODULES + 2) * _PER_MODULE) / _PER_MODULE - 1 + 0.5 / _PER_MODULE) / _MODULES
    lengths = (positions.ends - positions.starts)[:, None]
    bent = along + positions.bends[:, None] * (along * (1 - along))
    places = np.clip(positions.starts[:, None] + lengths * bent, 0, len(profile) - 1.001).astype(np.float32)
    before = places.astype(np.intp)
    low = profile[before]
    return np.asarray(low + (profile[before + 1] - low) * (places - before), dtype=np.float32)


def _cut(rows: Real) -> _Windows:
    """Cut sampled rows into twelve digits and three guards."""
    count, one = len(rows), _PER_MODULE
    return _Windows(
        left=_normal(rows[:, 4 * one : 46 * one].reshape(count, 6, 7 * one)),
        right=_normal(rows[:, 51 * one : 93 * one].reshape(count, 6, 7 * one)),
        begin=_normal(rows[:, : 4 * one]),
        middle=_normal(rows[:, 46 * one : 51 * one]),
        finish=_normal(rows[:, 93 * one : 97 * one]),
    )


def _score(windows: _Windows, shapes: _Shapes) -> _Scores:
    """Correlate cut rows with the curves of all digits and guards."""
    guards = windows.begin @ shapes.begin + windows.middle @ shapes.middle + windows.finish @ shapes.finish
    return _Scores(windows.left @ shapes.left.T, windows.right @ shapes.right.T, guards)


def _normal(curves: Real) -> Real:
    """Curves without brightness and contrast."""
    centred = curves - curves.mean(axis=-1, keepdims=True)
    lengths = np.sqrt(np.einsum("...i,...i->...", centred, centred))[..., None]
    return np.asarray(centred / np.maximum(lengths, 1e-3), dtype=np.float32)


def _usual_shapes() -> _Shapes:
    """The curves of a usual photograph, for finding the place."""
    return _shapes()[4]


@cache
def _shapes() -> tuple[_Shapes, ...]:
    """The curves under all blurs and growths."""
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
    return np.asarray(wanted.reshape(-1, _OVERSAMPLED // _PER_MODULE).mean(axis=1), dtype=np.float32)
