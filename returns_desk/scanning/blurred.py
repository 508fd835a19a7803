"""Read blurred product codes from a picture by fitting many rows, and believe what several rows agree on."""

from collections import defaultdict

from returns_desk.scanning.bars import Stretch, set_upright, stretches_of_bars
from returns_desk.scanning.decoded import FoundCode
from returns_desk.scanning.enhancing import View
from returns_desk.scanning.fitting import Fit, fit_number
from returns_desk.scanning.symbology import Symbology

ENGINE = "fitting"
LEAST_QUALITY, LEAST_MARGIN = 0.9, 0.03
_ROWS_THAT_AGREE = 3
_ROWS_THAT_SETTLE = 5

_Row = tuple[Stretch, Fit]


def read_blurred(view: View, rows: int) -> list[FoundCode]:
    """Fit up to so many rows; a number counts when three rows have it and far more than any other."""
    bars = set_upright(view)
    agreeing: dict[str, list[_Row]] = defaultdict(list)
    for stretch in stretches_of_bars(bars, rows):
        fit = fit_number(stretch.profile, stretch.start, stretch.end)
        if fit and fit.quality >= LEAST_QUALITY and fit.margin >= LEAST_MARGIN:
            agreeing[fit.number].append((stretch, fit))
            if len(agreeing) == 1 and len(agreeing[fit.number]) == _ROWS_THAT_SETTLE:
                break
    ranked = sorted(agreeing.items(), key=lambda entry: -len(entry[1]))
    if not ranked or len(ranked[0][1]) < _ROWS_THAT_AGREE:
        return []
    if len(ranked) > 1 and len(ranked[0][1]) < 3 * len(ranked[1][1]):
        return []
    return [_code(bars.view, *ranked[0])]


def _code(view: View, number: str, rows: list[_Row]) -> FoundCode:
    """The number, with the corners of the rows it was read from."""
    left = min(fit.start for _, fit in rows)
    right = max(fit.end for _, fit in rows)
    top, bottom = min(stretch.top for stretch, _ in rows), max(stretch.bottom for stretch, _ in rows)
    corners = view.to_original(((left, top), (right, top), (right, bottom), (left, bottom)))
    if number.startswith("0"):
        return FoundCode(number[1:], Symbology.UPC_A, ENGINE, corners)
    return FoundCode(number, Symbology.EAN_13, ENGINE, corners)
