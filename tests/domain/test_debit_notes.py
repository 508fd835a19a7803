"""The books' lines of a slip add up to the slip's sums, to the agora, whatever the terms."""

from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.batches import LineSum, batch_totals
from returns_desk.domain.debit_notes import debit_lines
from returns_desk.domain.grades import SupplierReason
from returns_desk.domain.money import Money
from returns_desk.domain.slips import SlipLine, SlipTotals
from returns_desk.domain.terms import FreightPayer, SupplierTerms, expected_credit

REASONS = st.sampled_from(list(SupplierReason))
SHARES = st.integers(0, 10_000)
TERMS = st.builds(
    SupplierTerms,
    credit_bp=SHARES,
    fee_bp=SHARES,
    fee_by_reason=st.dictionaries(REASONS, SHARES, max_size=3),
    freight_payer=st.sampled_from(list(FreightPayer)),
    freight_bp=st.integers(0, 3_000),
)
GOODS = st.lists(st.tuples(st.integers(0, 500_000), REASONS), max_size=12)


def slip(goods: list[tuple[int, SupplierReason]], terms: SupplierTerms | None) -> tuple[list[SlipLine], SlipTotals]:
    sums = batch_totals((LineSum(Money(gross), reason) for gross, reason in goods), terms, "ILS")
    lines = [
        SlipLine(
            place,
            f"IT-1-{place:06}",
            reason=reason.value,
            value_minor=gross,
            credit_minor=expected_credit(Money(gross), terms, reason).minor if terms else 0,
        )
        for place, (gross, reason) in enumerate(goods, 1)
    ]
    return lines, SlipTotals(
        len(lines), len(lines), sums.gross.minor, sums.fee.minor, sums.freight.minor, sums.expected.minor
    )


@given(GOODS, st.none() | TERMS, st.booleans())
def test_the_lines_add_up_to_the_slip(
    goods: list[tuple[int, SupplierReason]], terms: SupplierTerms | None, known: bool
) -> None:
    lines, totals = slip(goods, terms)
    rows = debit_lines(lines, totals, terms if known else None, "ILS")
    if not rows:
        return
    assert sum(row.cost.minor for row in rows) == totals.gross_minor
    assert sum(row.fee.minor for row in rows) == totals.fee_minor
    assert sum(row.freight.minor for row in rows) == totals.freight_minor
    assert sum(row.expected.minor for row in rows) == totals.expected_minor
    for row in rows:
        assert row.not_credited + row.fee + row.freight + row.expected == row.cost


def test_each_line_has_the_fee_of_its_own_reason() -> None:
    terms = SupplierTerms(credit_bp=9_000, fee_by_reason={SupplierReason.EXCESS_INVENTORY: 1_500})
    lines, totals = slip(
        [(10_000, SupplierReason.EXCESS_INVENTORY), (10_000, SupplierReason.RETURNED_DEFECTIVE)], terms
    )
    rows = debit_lines(lines, totals, terms, "ILS")
    assert [(row.fee.minor, row.not_credited.minor, row.expected.minor) for row in rows] == [
        (1_350, 1_000, 7_650),
        (0, 1_000, 9_000),
    ]
