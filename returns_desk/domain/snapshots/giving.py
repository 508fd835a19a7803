"""What screens and lists show of goods for charities and recyclers."""

from dataclasses import dataclass
from datetime import date

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.rules import Stream


@dataclass(frozen=True)
class GivenSnapshot:
    """What is to be said of one batch besides its lines; weights in grams.

    ``by_products`` is what the products weigh, which is proposed until the batch is weighed; ``streams`` says of each
    piece (by its number) which material it counts as; ``devices`` may hold a customer's data, ``unwiped`` still do.
    """

    by_products: tuple[tuple[Stream, int], ...] = ()
    without_weight: int = 0
    streams: tuple[tuple[str, Stream], ...] = ()
    devices: tuple[str, ...] = ()
    unwiped: tuple[str, ...] = ()


@dataclass(frozen=True)
class LandfillRow:
    """What of one material went to charities or recyclers in one month (its first day), instead of to a landfill.

    Measured where the batch was weighed, else by products; ``without_weight`` pieces are in no weight at all.
    """

    month: date
    kind: PartnerKind
    stream: Stream
    weight_g: int
    without_weight: int = 0


@dataclass(frozen=True)
class Landfill:
    """What was kept from landfill, month by month, newest first; ``this_month`` is today's."""

    this_month: date
    rows: tuple[LandfillRow, ...]

    def grams(self, kind: PartnerKind, month: date | None = None) -> int:
        """The weight of one kind of partner, of one month or of all that were asked for."""
        rows = (row for row in self.rows if row.kind is kind and month in (None, row.month))
        return sum(row.weight_g for row in rows)
