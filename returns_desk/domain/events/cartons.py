"""What happens to sealed cartons: found untouched, opened."""

from dataclasses import dataclass

from returns_desk.domain.events.base import Event


@dataclass(frozen=True, kw_only=True)
class CartonFound(Event):
    """The record in hand is a sealed carton of so many pieces, which nobody touched."""

    number: str
    product: str
    product_en: str
    count: int


@dataclass(frozen=True, kw_only=True)
class CartonOpened(Event):
    """A sealed carton is one no more; ``count`` of its ``before`` pieces stay under its number."""

    number: str
    product: str
    product_en: str
    count: int
    before: int
