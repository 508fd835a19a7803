"""What a packing list and a carton's label say: a batch's paper, parted by cartons."""

from dataclasses import dataclass

from returns_desk.domain.slips import SlipContent, SlipLine


@dataclass(frozen=True)
class PackedCarton:
    """One carton with its lines; ``place`` counts from 1. Weight in grams, size in millimetres, 0: not measured."""

    number: str
    place: int
    sscc: str = ""
    weight_g: int = 0
    size_mm: tuple[int, int, int] = (0, 0, 0)
    lines: tuple[SlipLine, ...] = ()

    @property
    def units(self) -> int:
        """How many pieces are in it."""
        return sum(line.quantity for line in self.lines)


@dataclass(frozen=True)
class PackingList:
    """A batch by cartons; ``content`` is its paper's, with both sides and the references."""

    content: SlipContent
    cartons: tuple[PackedCarton, ...]
    plate: str = ""

    @property
    def weight_g(self) -> int:
        """What all cartons weigh; 0 as long as one was not weighed."""
        weights = [carton.weight_g for carton in self.cartons]
        return sum(weights) if all(weights) else 0


@dataclass(frozen=True)
class CartonLabel:
    """One carton's label: the list it belongs to, and which of its cartons it is; ``language`` is the recipient's."""

    listed: PackingList
    carton: PackedCarton
    language: str

    @property
    def number(self) -> str:
        """The carton's own number."""
        return self.carton.number
