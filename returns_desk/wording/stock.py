"""Stock in words: what stands in an account, and from where to where a move went."""

from typing import Protocol

from returns_desk.domain.items import StockStatus
from returns_desk.wording.words import Words


class Standing(Protocol):
    """So many in a status at a place."""

    @property
    def stock(self) -> StockStatus:
        """What the shop may do with it."""

    @property
    def place(self) -> str:
        """Where it lies; empty where nobody said."""

    @property
    def quantity(self) -> int:
        """How many."""


class Moved(Protocol):
    """So many that went from one account to another."""

    @property
    def quantity(self) -> int:
        """How many."""

    @property
    def item(self) -> str:
        """The piece's number; empty for what was only expected."""

    @property
    def from_status(self) -> StockStatus:
        """Where it counted before."""

    @property
    def from_place(self) -> str:
        """Where it lay before."""

    @property
    def to_status(self) -> StockStatus:
        """Where it counts now."""

    @property
    def to_place(self) -> str:
        """Where it lies now."""


def say_heap(words: Words, heap: Standing) -> str:
    """How many there are in a status at a place."""
    return f"{say_account(words, heap.stock, heap.place)}: {words.number(heap.quantity)}"


def say_account(words: Words, status: StockStatus, place: str) -> str:
    """A status, and the place where there is one."""
    return words("{status} in {place}", status=words.name(status), place=place) if place else words.name(status)


def say_way(words: Words, move: Moved) -> str:
    """From where to where, with the piece's number where one piece went."""
    before = say_account(words, move.from_status, move.from_place)
    now = say_account(words, move.to_status, move.to_place)
    many = words.number(move.quantity)
    if move.item:
        return words("{item} × {count}: {before} → {now}", item=move.item, count=many, before=before, now=now)
    return words("{count}: {before} → {now}", count=many, before=before, now=now)
