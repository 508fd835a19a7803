"""Three reasons of one return: the customer's, the inspector's, the supplier's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.grades import Finding, FoundReason, Grade, Liability, StatedReason, SupplierReason
from returns_desk.domain.parcels import OuterCondition
from returns_desk.domain.reasons import found_reason, suggested_liability, supplier_reason

findings = st.lists(st.sampled_from(Finding), unique=True, max_size=4).map(tuple)
stated_reasons = st.none() | st.sampled_from(StatedReason)
grades = st.sampled_from(Grade)


@given(findings, grades, stated_reasons)
def test_every_piece_has_a_found_reason_and_one_for_the_supplier(
    found: tuple[Finding, ...], grade: Grade, stated: StatedReason | None
) -> None:
    assert found_reason(found, grade, stated) in FoundReason
    assert supplier_reason(found, stated, grade) in SupplierReason


@given(findings, stated_reasons, grades, st.sampled_from(FoundReason))
def test_every_reason_that_an_inspector_says_maps_to_one_for_the_supplier(
    found: tuple[Finding, ...], stated: StatedReason | None, grade: Grade, said: FoundReason
) -> None:
    assert supplier_reason(found, stated, grade, said) in SupplierReason


@given(findings.filter(bool), stated_reasons, grades)
def test_what_was_found_counts_before_what_the_customer_said(
    found: tuple[Finding, ...], stated: StatedReason | None, grade: Grade
) -> None:
    assert supplier_reason(found, stated, grade) is supplier_reason(found[:1], None, Grade.A)
    assert found_reason(found, grade, stated) is found_reason(found[:1], Grade.A)


@given(findings, stated_reasons, grades)
def test_saying_what_the_rule_says_changes_nothing(
    found: tuple[Finding, ...], stated: StatedReason | None, grade: Grade
) -> None:
    ruled = found_reason(found, grade, stated)
    assert supplier_reason(found, stated, grade, ruled) is supplier_reason(found, stated, grade)


@pytest.mark.parametrize(
    ("found", "grade", "stated", "reason", "sent"),
    [
        ((Finding.LEAKS,), Grade.D, StatedReason.FAULTY, FoundReason.FAULTY, SupplierReason.POOR_WORKMANSHIP),
        ((), Grade.D, None, FoundReason.FAULTY, SupplierReason.RETURNED_DEFECTIVE),
        ((), Grade.D, StatedReason.DAMAGED, FoundReason.DAMAGED_ON_THE_WAY, SupplierReason.DEFECTIVE_PACKAGING),
        ((), Grade.B, StatedReason.WRONG_SIZE, FoundReason.NO_FAULT, SupplierReason.POOR_FIT),
        ((), Grade.B, StatedReason.CHANGED_MIND, FoundReason.NO_FAULT, SupplierReason.EXCESS_INVENTORY),
        ((), Grade.B, StatedReason.FAULTY, FoundReason.NO_FAULT, SupplierReason.EXCESS_INVENTORY),
        ((Finding.STAINED,), Grade.C, None, FoundReason.USED, SupplierReason.EXCESSIVE_WEAR),
        ((), Grade.X, None, FoundReason.WRONG_ITEM, SupplierReason.WRONG_GOODS),
    ],
)
def test_the_reasons_of_usual_pieces(
    found: tuple[Finding, ...], grade: Grade, stated: StatedReason | None, reason: FoundReason, sent: SupplierReason
) -> None:
    assert found_reason(found, grade, stated) is reason
    assert supplier_reason(found, stated, grade) is sent


@given(st.sampled_from(FoundReason), st.none() | st.sampled_from(OuterCondition), stated_reasons)
def test_somebody_answers_wherever_something_is_wrong(
    found: FoundReason, condition: OuterCondition | None, stated: StatedReason | None
) -> None:
    assert (suggested_liability(found, condition, stated) is None) == (found is FoundReason.NO_FAULT)


@pytest.mark.parametrize(
    ("found", "condition", "stated", "who"),
    [
        (FoundReason.FAULTY, OuterCondition.INTACT, StatedReason.FAULTY, Liability.SUPPLIER),
        (FoundReason.FAULTY, OuterCondition.WET, StatedReason.DAMAGED, Liability.CARRIER),
        (FoundReason.DAMAGED_ON_THE_WAY, OuterCondition.INTACT, None, Liability.WAREHOUSE),
        (FoundReason.DAMAGED_ON_THE_WAY, None, None, Liability.CARRIER),
        (FoundReason.INCOMPLETE, OuterCondition.OPENED, None, Liability.CARRIER),
        (FoundReason.WRONG_ITEM, None, StatedReason.WRONG_ITEM, Liability.WAREHOUSE),
        (FoundReason.USED, None, None, Liability.CUSTOMER),
    ],
)
def test_who_answers_for_usual_pieces(
    found: FoundReason, condition: OuterCondition | None, stated: StatedReason | None, who: Liability
) -> None:
    assert suggested_liability(found, condition, stated) is who
