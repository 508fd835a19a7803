"""Goods for charities and recyclers: what they are made of, what was wiped off them, how much left the house."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from returns_desk.domain.grades import Finding
from returns_desk.domain.rules import Figures, Stream

HEAVIEST = 100_000_000  # grams of one material in one batch
_OFF_BY = 100  # times what the products weigh, or less than a hundredth of it: grams taken for kilograms


class WipeHow(StrEnum):
    """How what a customer left on a device was taken off it."""

    RESET = "factory reset"
    ERASED = "erased"  # by a program that writes over everything
    REMOVED = "storage removed"
    SHREDDED = "shredded"  # with the device: it can only be recycled


@dataclass(frozen=True)
class Weighed:
    """What one line weighs by its product, in grams; ``None`` where nobody knows."""

    stream: Stream
    grams: int | None
    pieces: int = 1


def sums_by_stream(lines: Iterable[Weighed]) -> dict[Stream, int]:
    """Add up what is known, in the order of the streams."""
    found: dict[Stream, int] = {}
    for line in lines:
        found[line.stream] = found.get(line.stream, 0) + (line.grams or 0)
    return {stream: found[stream] for stream in Stream if found.get(stream)}


def pieces_without_weight(lines: Iterable[Weighed]) -> int:
    """How many pieces nobody knows the weight of."""
    return sum(line.pieces for line in lines if line.grams is None)


def absurd_weight(measured: Mapping[Stream, int], by_products: Mapping[Stream, int]) -> bool:
    """Whether what was measured is so far from what the products weigh that it was mistyped."""
    known, found = sum(by_products.values()), sum(measured.values())
    return bool(known) and not known <= found * _OFF_BY <= known * _OFF_BY * _OFF_BY


def may_hold_data(figures: Figures, *, electrical: bool, serialised: bool) -> bool:
    """Whether a thing is a device that a customer may have left something on."""
    return figures.holds_data and electrical and serialised


def still_to_wipe(findings: Iterable[str], wiped: str, *, device: bool, given: bool) -> bool:
    """Whether a piece goes to nobody yet: data was seen on it, or it is a device nobody wiped.

    ``wiped`` is a value of ``WipeHow``, or empty. A shredded one is not ``given`` away.
    """
    shredded_gift = given and wiped == WipeHow.SHREDDED
    return Finding.PERSONAL_DATA in findings or (device and not wiped) or shredded_gift
