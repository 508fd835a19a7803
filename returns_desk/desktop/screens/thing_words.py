"""How things that were found read: what kind they are, where they stand, what still waits."""

from enum import StrEnum

from returns_desk.domain.batches import BatchState
from returns_desk.domain.items import Disposition, ItemState
from returns_desk.domain.parcels import ParcelState, RmaState
from returns_desk.domain.snapshots import Found, ItemSnapshot
from returns_desk.wording import Words

ICONS = {
    "item": "scan-barcode",
    "parcel": "package",
    "rma": "clipboard-check",
    "batch": "boxes",
    "product": "package-open",
}
_STATES: dict[str, tuple[type[StrEnum], ...]] = {
    "item": (Disposition, ItemState),
    "parcel": (ParcelState,),
    "batch": (BatchState,),
}


def say_kind(words: Words, kind: str) -> str:
    """What kind of thing it is."""
    return {
        "item": words("Item"),
        "parcel": words("Parcel"),
        "rma": words("Return"),
        "batch": words("Batch"),
        "product": words("Product"),
    }.get(kind, kind)


def title_of(words: Words, found: Found) -> str:
    """The name of a thing in the screen's language, else the name there is."""
    return (found.title_en or found.title) if words.language == "en" else (found.title or found.title_en)


def say_state(words: Words, found: Found) -> str:
    """Where a found thing stands."""
    if found.state == "held":
        return words("On hold")
    if found.kind == "rma":
        return say_rma_state(words, found.state)
    for kind in _STATES.get(found.kind, ()):
        if found.state in set(kind):
            return words.name(kind(found.state))
    return found.state


def tone_of(found: Found) -> str:
    """The tone of a found thing's chip: an item's way has its own colour."""
    if found.kind == "item":
        is_way = found.state in set(Disposition)
        return "ask" if found.state == "held" else found.state if is_way else ""
    return "ok" if found.state in ("closed", "credited") else ""


def say_rma_state(words: Words, state: str) -> str:
    """How far an announced return has come."""
    return words.name(RmaState(state)) if state in set(RmaState) else state


def waits_for(words: Words, item: ItemSnapshot) -> str:
    """What has not happened to a piece yet; empty once it came to its end."""
    if item.held:
        return words("Waits: it is on hold")
    match item.state:
        case ItemState.RECEIVED:
            return words("Waits: inspection, decision")
        case ItemState.INSPECTED:
            return words("Waits: decision")
        case ItemState.BATCHED if item.disposition is Disposition.SUPPLIER:
            return words("Waits: approval, shipping, credit")
        case ItemState.BATCHED:
            return words("Waits: approval, shipping")
        case ItemState.GONE if item.disposition is Disposition.SUPPLIER:
            return words("Waits: credit")
    return ""
