"""What the books need of each line of a slip: its cost, and how that comes to the credit that is expected.

Cost = what is not credited + fee + freight + expected, line by line; the sums are the slip's, to the minor unit.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from returns_desk.domain.credits import share_out
from returns_desk.domain.grades import SupplierReason
from returns_desk.domain.money import Money
from returns_desk.domain.slips import SlipLine, SlipTotals
from returns_desk.domain.terms import SupplierTerms, expected_credit


@dataclass(frozen=True)
class DebitLine:
    """One line of a slip for the books."""

    line: SlipLine
    cost: Money
    not_credited: Money
    fee: Money
    freight: Money
    expected: Money


def debit_lines(
    lines: Sequence[SlipLine], totals: SlipTotals, terms: SupplierTerms | None, currency: str
) -> list[DebitLine]:
    """Share the sums that stand on a slip over its lines, as its terms reckon them."""
    weighed = [_credit_and_fee(line, terms, currency) for line in lines]
    brought = [credit for credit, _ in weighed]
    fees = share_out(Money(totals.fee_minor, currency), [fee for _, fee in weighed])
    whole = share_out(Money(totals.expected_minor + totals.freight_minor, currency), brought)
    freights = share_out(Money(totals.freight_minor, currency), brought)
    return [
        DebitLine(line, cost, cost - fee - credit, fee, freight, credit - freight)
        for line, fee, credit, freight in zip(lines, fees, whole, freights, strict=True)
        for cost in (Money(line.value_minor, currency),)
    ]


def _credit_and_fee(line: SlipLine, terms: SupplierTerms | None, currency: str) -> tuple[int, int]:
    """What a line brings before freight, and the fee on it, in minor units; by its terms where they are known."""
    if terms is None or line.reason not in set(SupplierReason):
        return line.credit_minor, max(0, line.value_minor - line.credit_minor)
    gross = Money(line.value_minor, currency)
    credit = expected_credit(gross, terms, SupplierReason(line.reason))
    return credit.minor, (gross.share(terms.credit_bp) - credit).minor
