"""What happens to what is inside a box: counted, split, joined, read, looked up, not ours; and to the catalogue."""

from dataclasses import dataclass

from returns_desk.domain.events.base import Event


@dataclass(frozen=True, kw_only=True)
class PiecesCounted(Event):
    """The record in hand stands for so many pieces; ``others`` more fill other announced lines of the product."""

    number: str
    product: str
    product_en: str
    count: int
    before: int
    others: int = 0


@dataclass(frozen=True, kw_only=True)
class ItemSplit(Event):
    """So many of a quantity got a number of their own; ``left`` stayed."""

    number: str
    part: str
    part_id: str
    count: int
    left: int


@dataclass(frozen=True, kw_only=True)
class ItemSplitOff(Event):
    """A number was given to a part of a quantity: the beginning of the part's own timeline."""

    number: str
    of: str
    count: int


@dataclass(frozen=True, kw_only=True)
class ItemsMerged(Event):
    """Another record joined this one, which stands for ``total`` pieces now."""

    number: str
    other: str
    other_id: str
    count: int
    total: int
    state_before: str
    hand_before: str = ""


@dataclass(frozen=True, kw_only=True)
class ItemMerged(Event):
    """A number ended: its pieces count under another one."""

    number: str
    into: str
    into_id: str


@dataclass(frozen=True, kw_only=True)
class SerialRecorded(Event):
    """The serial number of the piece in hand was read; ``check`` is a value of ``SerialCheck``."""

    number: str
    serial: str
    before: str = ""
    fits: bool = True
    check: str = ""
    check_before: str = ""
    earlier: str = ""  # the number under which the same piece came before
    line_before: str = ""  # the announced line that it left for the one with its serial
    unread: str = ""  # number of the notice for which its lot is still to be read
    cleared: str = ""  # of the notice that turned out not to concern it


@dataclass(frozen=True, kw_only=True)
class MarksRecorded(Event):
    """A GS1 code said more of the piece in hand: serial, lot and last day, as they are now and were before."""

    number: str
    marks: tuple[str, ...]
    before: tuple[str, ...]
    check: str = ""
    check_before: str = ""
    earlier: str = ""
    line_before: str = ""
    unread: str = ""  # number of the notice for which its lot or serial is still to be read
    cleared: str = ""  # of the notice that turned out not to concern it
    expired: str = ""  # its last day, where that is past


@dataclass(frozen=True, kw_only=True)
class SerialUnreadable(Event):
    """Somebody said that the serial number of the piece in hand cannot be read."""

    number: str


@dataclass(frozen=True, kw_only=True)
class ItemLookedUp(Event):
    """The licence plate of a piece was scanned that is not to be worked on any more: it is only told about."""

    number: str
    product: str
    product_en: str
    stands: str  # a value of ``ItemState``
    disposition: str = ""
    place: str = ""
    batch: str = ""
    days: int = 0
    recall: str = ""  # number of the notice that stops it
    expired: str = ""  # its last day, where that is past


@dataclass(frozen=True, kw_only=True)
class ItemDisowned(Event):
    """The piece in hand belongs to another shop."""

    number: str
    product: str
    product_en: str
    outcome_before: str
    grade_before: str = ""
    line_before: str = ""
    recommended_before: str = ""


@dataclass(frozen=True, kw_only=True)
class UndecidedHeld(Event):
    """A parcel is left with pieces undecided: they are put on hold, one by one, after this."""

    number: str
    hand_before: str = ""


@dataclass(frozen=True, kw_only=True)
class ParcelFoundEmpty(Event):
    """A parcel was opened and nothing was in it; ``missing`` pieces were announced."""

    number: str
    missing: int = 0


@dataclass(frozen=True, kw_only=True)
class ProductDropped(Event):
    """A product is no longer in the catalogue."""

    sku: str
    product: str
    product_en: str = ""


@dataclass(frozen=True, kw_only=True)
class ProductRestored(Event):
    """A product is in the catalogue again."""

    sku: str
    product: str
    product_en: str = ""
