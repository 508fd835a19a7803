"""What a label says, whatever it is printed on: made from an item or a parcel."""

from dataclasses import dataclass

from returns_desk.documents.kit.bidi import own_direction
from returns_desk.documents.names import disposition_name
from returns_desk.domain.items import Disposition, StockStatus
from returns_desk.domain.snapshots import ItemSnapshot, ParcelSnapshot
from returns_desk.wording import Words

CIRCLE, TRIANGLE, DIAMOND, HEXAGON, OCTAGON, SQUARE = "circle", "triangle", "diamond", "hexagon", "octagon", "square"
_SHAPES = {
    Disposition.RESTOCK: (CIRCLE, "restock"),
    Disposition.SUPPLIER: (TRIANGLE, "supplier"),
    Disposition.DONATE: (DIAMOND, "donate"),
    Disposition.RECYCLE: (HEXAGON, "recycle"),
}


@dataclass(frozen=True)
class Mark:
    """A destination that is told apart by shape, letter and word, and by colour only besides."""

    shape: str
    letter: str
    word: str
    role: str


@dataclass(frozen=True)
class LabelContent:
    """The parts of a label; ``facts`` are printed as far as there is room, the first first."""

    number: str
    name: str
    mark: Mark
    place: str = ""
    grade: str = ""
    facts: tuple[str, ...] = ()


def label_content(thing: ItemSnapshot | ParcelSnapshot, words: Words) -> LabelContent:
    """Choose what goes on the label of an item or of a parcel."""
    return _of_item(thing, words) if isinstance(thing, ItemSnapshot) else _of_parcel(thing, words)


def _of_item(item: ItemSnapshot, words: Words) -> LabelContent:
    facts = (
        words.name(item.stock) if item.stock is StockStatus.OPEN_BOX else "",
        _quantity(item, words),
        words("SKU {sku}", sku=item.product.sku) if item.product.sku else "",
        words("Serial {serial}", serial=item.serial) if item.serial else "",
        words("Return {rma}", rma=item.rma) if item.rma else "",
        words("Parcel {number}", number=item.parcel) if item.parcel else "",
        words("Received {moment}", moment=words.moment(item.received_at)),
    )
    return LabelContent(
        number=item.number,
        name=own_direction(item.product.name_in(words.language)),
        mark=_mark(item, words),
        place=item.batch or item.place or item.product.place,
        grade=item.grade.value if item.grade else "",
        facts=tuple(fact for fact in facts if fact),
    )


def _quantity(item: ItemSnapshot, words: Words) -> str:
    if item.carton:
        return words("Sealed carton of {count}", count=item.quantity)
    return words("{count} units", count=item.quantity) if item.quantity > 1 else ""


def _mark(item: ItemSnapshot, words: Words) -> Mark:
    word = disposition_name(words, item.disposition, held=item.held)
    if item.held:
        return Mark(OCTAGON, words("H for hold")[0], word, "bad")
    if item.disposition is None:
        return Mark(SQUARE, "?", word, "muted")
    letter = {
        Disposition.RESTOCK: words("R for restock"),
        Disposition.SUPPLIER: words("S for supplier"),
        Disposition.DONATE: words("D for donate"),
        Disposition.RECYCLE: words("Y for recycle"),
    }[item.disposition][0]
    return Mark(*_SHAPES[item.disposition][:1], letter, word, _SHAPES[item.disposition][1])


def _of_parcel(parcel: ParcelSnapshot, words: Words) -> LabelContent:
    rmas = [words("Return {rma}", rma=rma.number) for rma in parcel.rmas]
    expected = sum(line.quantity for line in parcel.expected)
    facts = (
        *rmas,
        words("{count} units announced", count=expected) if expected else words("Unannounced"),
        parcel.tracking if parcel.tracking != parcel.number else "",
        parcel.carrier,
    )
    arrived = words.date(parcel.arrived_at.date()) if parcel.arrived_at else ""
    customers = dict.fromkeys(rma.customer for rma in parcel.rmas if rma.customer)
    return LabelContent(
        number=parcel.number,
        name=", ".join(customers),
        mark=Mark(SQUARE, words("P for parcel")[0], words("Parcel"), "brand"),
        place=arrived,
        facts=tuple(fact for fact in facts if fact),
    )
