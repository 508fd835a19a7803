"""Why less came than was expected, and how an amount for a whole batch is shared over its lines."""

from collections.abc import Sequence
from enum import StrEnum

from returns_desk.domain.money import Money


class ShortReason(StrEnum):
    """Why a supplier credited less, as the supplier says it."""

    PRICE = "price"  # a lower price than ours was taken
    QUANTITY = "quantity"  # fewer pieces were counted
    CONDITION = "condition"  # refused as it is
    LATE = "late"  # the window was closed
    NO_AUTHORIZATION = "no authorization"
    FEE = "fee"  # a higher fee than agreed
    FREIGHT = "freight"
    NOT_SAID = "not said"


def share_out(amount: Money, weights: Sequence[int]) -> list[Money]:
    """Share an amount by weights, to the minor unit: each part is rounded with all before it, so nothing is lost.

    Where all weights are zero every one counts the same; without weights there is nothing to share.
    """
    whole = sum(weights)
    if not whole:
        weights, whole = [1] * len(weights), len(weights)
    parts: list[Money] = []
    upto, given = 0, Money(0, amount.currency)
    for weight in weights:
        upto += weight
        reached = amount.part(upto, whole)
        parts.append(reached - given)
        given = reached
    return parts


def expected_of_lines(gains: Sequence[Money], freight: Money) -> list[Money]:
    """What each line should bring once the freight, which the supplier keeps of the whole, is shared over them."""
    shares = share_out(freight, [gain.minor for gain in gains])
    return [gain - share for gain, share in zip(gains, shares, strict=True)]


def share_credit(amount: Money, expected: Sequence[Money], received: Sequence[Money]) -> list[Money]:
    """Share a credit that names no lines: first over what is open, what is more than that as lines were expected.

    One below zero (older versions put a wrong credit right so) is taken from what came.
    """
    if amount.minor < 0:
        return share_out(amount, [max(0, came.minor) for came in received])
    open_now = [max(0, due.minor - came.minor) for due, came in zip(expected, received, strict=True)]
    more = amount - Money(sum(open_now), amount.currency)
    if more.minor <= 0:
        return share_out(amount, open_now)
    rest = share_out(more, [max(0, due.minor) for due in expected])
    return [Money(part, amount.currency) + other for part, other in zip(open_now, rest, strict=True)]
