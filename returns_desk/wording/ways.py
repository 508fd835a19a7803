"""The name of a way that a question or a refusal keeps; the two ways into the stock are told apart."""

from returns_desk.domain.events import ItemDecided
from returns_desk.domain.items import StockStatus
from returns_desk.domain.ways import way_named
from returns_desk.wording.marks import say
from returns_desk.wording.words import Words

_STOCK = {StockStatus.AVAILABLE: say("Restock as new"), StockStatus.OPEN_BOX: say("Restock as open box")}


def say_way_named(words: Words, name: str) -> str:
    """A way by the name that a question keeps."""
    disposition, becomes = way_named(name)
    return words(_STOCK[becomes]) if becomes in _STOCK else words.name(disposition)


def say_way_decided(words: Words, event: ItemDecided) -> str:
    """The way that was taken; open box is named: it is sold at another price."""
    is_open_box = event.becomes == StockStatus.OPEN_BOX
    return say_way_named(words, event.becomes if is_open_box else event.disposition)
