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


class StockStatus(StrEnum):
    """What the shop may do with the piece; undecided or damaged goods are never available."""

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
    ItemState.RECEIVED: frozenset({ItemState.INSPECTED, ItemState.PUT_BACK}),
    ItemState.INSPECTED: frozenset({ItemState.INSPECTED, ItemState.RECEIVED, ItemState.DECIDED}),
    ItemState.DECIDED: frozenset({ItemState.PLACED, ItemState.BATCHED, ItemState.INSPECTED}),
    ItemState.PLACED: frozenset({ItemState.INSPECTED}),
    ItemState.BATCHED: frozenset({ItemState.INSPECTED, ItemState.GONE}),
    ItemState.GONE: frozenset(),
    ItemState.PUT_BACK: frozenset(),
}


def item_may_move(now: ItemState, then: ItemState) -> bool:
    """Say whether an item may go from one state to another in one step."""
    return then in ITEM_MOVES[now]


def stock_status(disposition: Disposition | None, *, sealed: bool, held: bool = False) -> StockStatus:
    """What a disposition makes of the piece; without one, or on hold, it stays in quarantine."""
    if disposition is None or held:
        return StockStatus.QUARANTINE
    return {
        Disposition.RESTOCK: StockStatus.AVAILABLE if sealed else StockStatus.OPEN_BOX,
        Disposition.SUPPLIER: StockStatus.SUPPLIER_RETURN,
        Disposition.DONATE: StockStatus.DONATION,
        Disposition.RECYCLE: StockStatus.RECYCLING,
    }[disposition]
