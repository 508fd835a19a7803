"""What the lines of a box say: what was announced, line by line and return by return, then what nobody announced."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from returns_desk.desktop.screens.joined import joined
from returns_desk.desktop.screens.panels.names import product_name
from returns_desk.domain.items import NO_PIECE, ReceiptOutcome
from returns_desk.domain.parcels import ParcelState
from returns_desk.domain.snapshots import ExpectedLine, ItemSnapshot, ParcelSnapshot, RmaSnapshot
from returns_desk.wording import Words

_PLATES_SHOWN = 2
_ENDED = (ParcelState.CLOSED, ParcelState.NOT_OURS, ParcelState.SENT_BACK)
_ODD = (ReceiptOutcome.OVER, ReceiptOutcome.UNEXPECTED, ReceiptOutcome.NOT_OURS)


class LineMark(StrEnum):
    """How one line of the box stands."""

    RETURN = "return"  # a heading: whose lines follow
    WAITS = "waits"
    IN_HAND = "in hand"
    DONE = "done"
    ODD = "odd"  # not as announced
    MISSING = "missing"  # the box is closed, and it did not come


@dataclass(frozen=True)
class BoxLine:
    """One line: what it is, the numbers below it, how many came of how many."""

    name: str
    below: str
    count: str
    mark: LineMark

    @property
    def text(self) -> str:
        """Both lines of text."""
        return f"{self.name}\n{self.below}" if self.below else self.name


def box_lines(words: Words, parcel: ParcelSnapshot, in_hand: ItemSnapshot | None) -> tuple[BoxLine, ...]:
    """All lines of a box, each return under a heading when there are several."""
    pieces = [item for item in parcel.items if item.state not in NO_PIECE]
    lines: list[BoxLine] = []
    told: set[str] = set()
    for rma in parcel.rmas:
        if len(parcel.rmas) > 1:
            lines.append(_heading(words, rma))
        for line in rma.lines:
            own = [item for item in pieces if item.id not in told and _belongs(item, line, parcel)]
            told |= {item.id for item in own}
            lines.append(_announced(words, line, own, in_hand, parcel))
    return (*lines, *(_piece(words, item, in_hand) for item in pieces if item.id not in told))


def _belongs(item: ItemSnapshot, line: ExpectedLine, parcel: ParcelSnapshot) -> bool:
    """Whether a piece is told at a line: of its product, and of its return where several are in the box."""
    if item.product.id != line.product.id or item.outcome in _ODD:
        return False
    return len(parcel.rmas) == 1 or not item.rma or item.rma == line.rma


def _heading(words: Words, rma: RmaSnapshot) -> BoxLine:
    vip = words("VIP") if rma.vip else ""
    return BoxLine(joined(words, rma.number, rma.customer, vip), "", "", LineMark.RETURN)


def _announced(
    words: Words, line: ExpectedLine, own: list[ItemSnapshot], in_hand: ItemSnapshot | None, parcel: ParcelSnapshot
) -> BoxLine:
    below = plates(item.number for item in own) or line.product.sku
    count = f"{words.number(line.received)}/{words.number(line.quantity)}"
    return BoxLine(product_name(words, line.product), below, count, _mark(line, own, in_hand, parcel))


def _mark(
    line: ExpectedLine, own: list[ItemSnapshot], in_hand: ItemSnapshot | None, parcel: ParcelSnapshot
) -> LineMark:
    if in_hand is not None and any(item.id == in_hand.id for item in own):
        return LineMark.IN_HAND
    if line.received >= line.quantity:
        return LineMark.DONE
    return LineMark.MISSING if parcel.state in _ENDED or parcel.empty else LineMark.WAITS


def _piece(words: Words, item: ItemSnapshot, in_hand: ItemSnapshot | None) -> BoxLine:
    """A piece that stands in no line, with the word for how it came."""
    odd = item.outcome in _ODD
    below = joined(words, item.number, words.name(item.outcome)) if odd else item.number
    count = f"× {words.number(item.quantity)}" if item.quantity > 1 else item.grade.value if item.grade else ""
    mark = LineMark.ODD if odd else LineMark.WAITS
    if in_hand is not None and item.id == in_hand.id:
        mark = LineMark.IN_HAND
    elif not odd and (item.disposition is not None or item.held):
        mark = LineMark.DONE
    return BoxLine(product_name(words, item.product), below, count, mark)


def plates(numbers: Iterable[str]) -> str:
    """Licence plates on one line: the first ones, and how many more there are."""
    every = tuple(numbers)
    shown = ", ".join(every[:_PLATES_SHOWN])
    return f"{shown} +{len(every) - _PLATES_SHOWN}" if len(every) > _PLATES_SHOWN else shown
