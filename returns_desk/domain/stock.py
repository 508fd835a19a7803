"""The double-entry stock ledger: accounts, and how what a step changed becomes moves between them.

An account is a product in a status at a place. What leaves one account enters another, in one move with both sides, so
that all accounts together always hold nothing; ``OUTSIDE`` is the other side of what comes from nowhere in the house.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from returns_desk.domain.grades import Grade
from returns_desk.domain.items import Disposition, StockStatus

# What the shop may sell: nothing undecided, held or damaged is ever counted there.
FOR_SALE = frozenset({StockStatus.AVAILABLE, StockStatus.OPEN_BOX})
SOUND = frozenset({Grade.A, Grade.B, Grade.C})
# Where nothing lies on a shelf: what is yet to come, what left, and everybody else's.
PLACELESS = frozenset({StockStatus.OUTSIDE, StockStatus.EXPECTED, StockStatus.GONE})


class Account(NamedTuple):
    """One heap: so many of a product in a status at a place."""

    product_id: str
    status: StockStatus
    place: str = ""


class Change(NamedTuple):
    """So many more (or fewer, below zero) stand in an account; ``item_id`` is the piece, none for what is expected."""

    account: Account
    quantity: int
    item_id: str | None = None


@dataclass(frozen=True)
class Move:
    """So many of one product went from one account to another."""

    product_id: str
    quantity: int
    came_from: Account
    went_to: Account
    item_id: str | None = None


def account_of(product_id: str, status: StockStatus, place: str) -> Account:
    """The account in which a piece counts; what left the house lies at no place any more."""
    return Account(product_id, status, "" if status in PLACELESS else place)


def may_be_sold(disposition: Disposition | None, grade: Grade | None, *, held: bool) -> bool:
    """Whether a piece may be counted among what the shop sells, as new or as open box."""
    return disposition is Disposition.RESTOCK and grade in SOUND and not held


def moves_for(changes: Iterable[Change]) -> list[Move]:
    """Turn changes into moves, product by product: what is less in one account is what is more in another.

    A piece's own less and more meet first, then what is left over of the same product, the rest comes from or goes to
    the outside. The order of the changes does not matter; no quantity is lost or made.
    """
    by_product: dict[str, dict[tuple[Account, str | None], int]] = {}
    for change in changes:
        sums = by_product.setdefault(change.account.product_id, {})
        key = (change.account, change.item_id)
        sums[key] = sums.get(key, 0) + change.quantity
    return [move for product_id, sums in by_product.items() for move in _paired(product_id, sums)]


@dataclass
class _Heap:
    """What is still to be paired of one account's less or more."""

    account: Account
    item_id: str | None
    left: int


def _paired(product_id: str, sums: dict[tuple[Account, str | None], int]) -> list[Move]:
    """Pair the heaps of one product, walking once over each side: a step may bring thousands of them."""
    less, more = _heaps(sums, -1), _heaps(sums, 1)
    moves = [move for item in less.keys() & more.keys() for move in _meet(less[item], more[item])]
    moves.sort(key=lambda move: move.item_id or "")
    gone, come = _all(less), _all(more)
    moves += _meet(gone, come)
    outside = Account(product_id, StockStatus.OUTSIDE)
    moves += [Move(product_id, heap.left, heap.account, outside, heap.item_id) for heap in gone if heap.left]
    moves += [Move(product_id, heap.left, outside, heap.account, heap.item_id) for heap in come if heap.left]
    return [move for move in moves if move.came_from != move.went_to]


def _heaps(sums: dict[tuple[Account, str | None], int], sign: int) -> dict[str | None, list[_Heap]]:
    """The heaps of one side, piece by piece, always in the same order."""
    heaps: dict[str | None, list[_Heap]] = {}
    for (account, item), quantity in sorted(sums.items(), key=lambda each: (each[0][1] or "", each[0][0])):
        if quantity * sign > 0:
            heaps.setdefault(item, []).append(_Heap(account, item, quantity * sign))
    return heaps


def _all(heaps: dict[str | None, list[_Heap]]) -> list[_Heap]:
    return [heap for several in heaps.values() for heap in several]


def _meet(less: list[_Heap], more: list[_Heap]) -> list[Move]:
    """Let one side flow into the other, first into first, until one of them is used up."""
    moves = []
    targets = iter([heap for heap in more if heap.left])
    target = next(targets, None)
    for source in less:
        while source.left and target is not None:
            quantity = min(source.left, target.left)
            piece = target.item_id or source.item_id
            moves.append(Move(source.account.product_id, quantity, source.account, target.account, piece))
            source.left -= quantity
            target.left -= quantity
            if not target.left:
                target = next(targets, None)
    return moves
