"""What goods of a batch would bring if they were given away or recycled instead: as the rule of decisions reckons."""

from dataclasses import dataclass

from returns_desk.domain.money import Money
from returns_desk.domain.rules import RuleInForce, Stream


@dataclass(frozen=True)
class Goods:
    """One line of a batch; ``gross`` is its cost, ``may_be_given`` whether anybody may still have it."""

    gross: Money
    quantity: int = 1
    weight_g: int | None = None  # of one piece
    electrical: bool = False
    may_be_given: bool = True


def worth_of_giving(goods: Goods, rule: RuleInForce) -> Money:
    """The share of the cost that giving away is worth to the shop, less the hands."""
    return goods.gross.share(rule.figures.donation) - _hands(goods, rule, rule.figures.donate_seconds)


def worth_of_recycling(goods: Goods, rule: RuleInForce) -> Money:
    """What it costs: never above zero."""
    stream = rule.figures.stream or (Stream.ELECTRONIC if goods.electrical else Stream.MIXED)
    fee, currency = rule.book.fee(stream), goods.gross.currency
    by_weight = Money(fee.per_kg * goods.quantity, currency).part(goods.weight_g or 0, 1_000)
    least = Money(fee.at_least * goods.quantity, currency)
    return -max(least, by_weight) - _hands(goods, rule, rule.figures.recycle_seconds)


def _hands(goods: Goods, rule: RuleInForce, seconds: int) -> Money:
    return Money(rule.book.hour, goods.gross.currency).part(seconds * goods.quantity, 3_600)
