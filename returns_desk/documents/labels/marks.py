"""What tells labels apart on any printer: a shape, a letter and a word, and a colour only besides.

A tote has the mark of what belongs in it, so that a piece's label and its tote are matched by their shapes.
"""

from dataclasses import dataclass

from returns_desk.documents.names import disposition_name
from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.items import Disposition, StockStatus
from returns_desk.domain.snapshots import ItemSnapshot
from returns_desk.wording import Words

CIRCLE, TRIANGLE, DIAMOND, HEXAGON, OCTAGON, SQUARE = "circle", "triangle", "diamond", "hexagon", "octagon", "square"
BURST, TRAY, HOUSE = "burst", "tray", "house"
_SHAPES = {
    Disposition.RESTOCK: CIRCLE,
    Disposition.SUPPLIER: TRIANGLE,
    Disposition.DONATE: DIAMOND,
    Disposition.RECYCLE: HEXAGON,
}
_FOR_PARTNER = {
    PartnerKind.SUPPLIER: Disposition.SUPPLIER,
    PartnerKind.CHARITY: Disposition.DONATE,
    PartnerKind.RECYCLER: Disposition.RECYCLE,
}
_ROLES = {
    StockStatus.AVAILABLE: "restock",
    StockStatus.OPEN_BOX: "restock",
    StockStatus.SUPPLIER_RETURN: "supplier",
    StockStatus.DONATION: "donate",
    StockStatus.RECYCLING: "recycle",
    StockStatus.QUARANTINE: "bad",
}


@dataclass(frozen=True)
class Mark:
    """A kind of label or a destination; ``loud``: its whole band is dark, for what nobody may overlook."""

    shape: str
    letter: str
    word: str
    role: str
    loud: bool = False


def item_mark(item: ItemSnapshot, words: Words) -> Mark:
    """Where a piece goes; a held one nowhere."""
    word = disposition_name(words, item.disposition, held=item.held)
    if item.held:
        return Mark(OCTAGON, words("H for hold")[0], word, "bad")
    if item.disposition is None:
        return Mark(SQUARE, "?", word, "muted")
    return _disposition_mark(item.disposition, word, words)


def _disposition_mark(way: Disposition, word: str, words: Words, *, loud: bool = False) -> Mark:
    letter = {
        Disposition.RESTOCK: words("R for restock"),
        Disposition.SUPPLIER: words("S for supplier"),
        Disposition.DONATE: words("D for donate"),
        Disposition.RECYCLE: words("Y for recycle"),
    }[way][0]
    return Mark(_SHAPES[way], letter, word, way.value, loud)


def parcel_mark(words: Words) -> Mark:
    """A box that came."""
    return Mark(SQUARE, words("P for parcel")[0], words("Parcel"), "brand")


def carton_mark(words: Words) -> Mark:
    """A box that leaves."""
    return Mark(HOUSE, words("C for carton")[0], words("Carton"), "brand")


def hold_mark(words: Words) -> Mark:
    """Nobody may move this on."""
    return Mark(OCTAGON, words("H for hold")[0], words("Hold"), "bad", loud=True)


def damage_mark(words: Words) -> Mark:
    """This is damaged."""
    return Mark(BURST, words("F for faulty")[0], words("Damaged"), "warning", loud=True)


def tote_mark(kind: PartnerKind, words: Words) -> Mark:
    """What belongs in a tote."""
    way = _FOR_PARTNER[kind]
    return _disposition_mark(way, disposition_name(words, way), words, loud=True)


def bin_mark(status: StockStatus | None, words: Words) -> Mark:
    """A place, with what may lie there."""
    word = words.name(status) if status else words("Any goods")
    return Mark(TRAY, words("B for bin")[0], word, _ROLES.get(status, "ink") if status else "ink")
