"""The life of one returned piece: its states, its moves, its receipt outcome and its disposition."""

from enum import StrEnum


class ItemState(StrEnum):
    """Where an item stands; an *expected* piece is a line of a return authorization until it leaves its box."""

    RECEIVED = "received"
    INSPECTED = "inspected"
    DECIDED = "decided"
    PLACED = "placed"
    BATCHED = "batched"
    GONE = "gone"
    PUT_BACK = "put back"  # its receipt was undone; the number stays used
    MERGED = "merged"  # its pieces count under another number; this one stays used


# Records that stand for no piece any more: they are in no count, list or sum.
NO_PIECE = frozenset({ItemState.PUT_BACK, ItemState.MERGED})


class ReceiptOutcome(StrEnum):
    """How what came compares with what was announced."""

    EXPECTED = "expected"
    OVER = "over"
    UNEXPECTED = "unexpected"  # another product than announced
    UNANNOUNCED = "unannounced"  # nothing was announced for this parcel
    NOT_OURS = "not ours"


class Disposition(StrEnum):
    """What becomes of an item. Hold is a wait, not a disposition."""

    RESTOCK = "restock"
    SUPPLIER = "supplier"
    DONATE = "donate"
    RECYCLE = "recycle"


class HoldReason(StrEnum):
    """Why a piece waits in quarantine; the value is the code behind ``DO-H-``."""

    SUPERVISOR = "SUPERVISOR"
    SECOND_LOOK = "LOOK"
    CUSTOMER = "CUSTOMER"
    PARTS = "PARTS"
    POLICY = "POLICY"
    NOT_OURS = "NOTOURS"
    SAFETY = "SAFETY"
    RECALL = "RECALL"
    UNDECIDED = "LATER"  # its parcel was closed before anybody decided
    OTHER = "OTHER"


# What a clerk is asked; a recall says itself why the piece waits.
HOLD_ANSWERS = tuple(reason for reason in HoldReason if reason is not HoldReason.RECALL)


class SerialCheck(StrEnum):
    """What is known of a piece's serial number, against the announcement, the sale and earlier returns."""

    NONE = ""  # the product has none, or nobody read it yet
    UNKNOWN = "unknown"  # read; nothing is known to hold it against
    FITS = "fits"
    OTHER = "other than announced"
    NEVER_SOLD = "never sold"
    RETURNED_BEFORE = "returned before"
    UNREADABLE = "unreadable"  # the clerk says that it cannot be read

    @property
    def suspicious(self) -> bool:
        """Whether somebody should look at it."""
        return self in (SerialCheck.OTHER, SerialCheck.NEVER_SOLD, SerialCheck.RETURNED_BEFORE)


class StockStatus(StrEnum):
    """What the shop may do with the piece; undecided or damaged goods are never available.

    ``OUTSIDE`` is the other side of the books: customers, from whom pieces come that nobody expected.
    """

    OUTSIDE = "outside"
    EXPECTED = "expected"
    QUARANTINE = "quarantine"
    AVAILABLE = "available"
    OPEN_BOX = "open box"
    SUPPLIER_RETURN = "supplier return"
    DONATION = "donation"
    RECYCLING = "recycling"
    GONE = "gone"


class OverrideReason(StrEnum):
    """Why a clerk chose another disposition than recommended; the value is the code behind ``DO-O-``."""

    SUPPLIER_AGREED = "AGREED"
    NEEDED_IN_STOCK = "STOCK"
    NOT_WORTH_IT = "VALUE"
    WORSE_THAN_GRADE = "WORSE"
    BETTER_THAN_GRADE = "BETTER"
    SHOP_INSTRUCTION = "SHOP"
    OTHER = "OTHER"


ITEM_MOVES: dict[ItemState, frozenset[ItemState]] = {
    ItemState.RECEIVED: frozenset({ItemState.INSPECTED, ItemState.PUT_BACK, ItemState.MERGED, ItemState.GONE}),
    ItemState.INSPECTED: frozenset(
        {ItemState.INSPECTED, ItemState.RECEIVED, ItemState.DECIDED, ItemState.MERGED, ItemState.GONE}
    ),
    ItemState.DECIDED: frozenset({ItemState.PLACED, ItemState.BATCHED, ItemState.INSPECTED}),
    ItemState.PLACED: frozenset({ItemState.INSPECTED}),
    ItemState.BATCHED: frozenset({ItemState.INSPECTED, ItemState.GONE}),
    ItemState.GONE: frozenset(),
    ItemState.PUT_BACK: frozenset(),
    ItemState.MERGED: frozenset({ItemState.RECEIVED, ItemState.INSPECTED}),
}


def item_may_move(now: ItemState, then: ItemState) -> bool:
    """Say whether an item may go from one state to another in one step."""
    return then in ITEM_MOVES[now]
