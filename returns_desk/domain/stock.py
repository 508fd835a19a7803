"""The double-entry stock ledger: accounts, and how what a step changed becomes moves between them.

An account is a product in a status at a place. What leaves one account enters another, in one move with both sides, so
that all accounts together always hold nothing; ``OUTSIDE`` is the other side of what comes from nowhere in the house.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from returns_desk.domain.items import StockStatus


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


def moves_for(changes: Iterable[Change]) -> list[Move]:
    """Turn changes into moves, product by product: what is less in one account is what is more in another.

    A piece's own less and more meet first, then what is left over of the same product, the rest comes from or goes to
    the outside. The order of the changes of different products does not matter; no quantity is lost or made.
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
    less = [_Heap(account, item, -quantity) for (account, item), quantity in sums.items() if quantity < 0]
    more = [_Heap(account, item, quantity) for (account, item), quantity in sums.items() if quantity > 0]
    moves = [*_meet(less, more, same_piece=True), *_meet(less, more, same_piece=False)]
    outside = Account(product_id, StockStatus.OUTSIDE)
    moves += [Move(product_id, heap.left, heap.account, outside, heap.item_id) for heap in less if heap.left]
    moves += [Move(product_id, heap.left, outside, heap.account, heap.item_id) for heap in more if heap.left]
    return [move for move in moves if move.came_from != move.went_to]


def _meet(less: list[_Heap], more: list[_Heap], *, same_piece: bool) -> list[Move]:
    moves = []
    for source, target in product(less, more):
        quantity = min(source.left, target.left)
        if quantity and (not same_piece or source.item_id == target.item_id):
            piece = target.item_id or source.item_id
            moves.append(Move(source.account.product_id, quantity, source.account, target.account, piece))
            source.left -= quantity
            target.left -= quantity
    return moves


def balances(moves: Iterable[Move]) -> dict[Account, int]:
    """What stands in each account after these moves; empty accounts are left out."""
    sums: dict[Account, int] = {}
    for move in moves:
        sums[move.came_from] = sums.get(move.came_from, 0) - move.quantity
        sums[move.went_to] = sums.get(move.went_to, 0) + move.quantity
    return {account: quantity for account, quantity in sums.items() if quantity}
