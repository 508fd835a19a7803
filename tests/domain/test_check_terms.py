"""A supplier's terms looked through: what fits has no fault, and every fault names its field."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.check_terms import EARLIEST, LATEST, MOST, Before, term_faults
from returns_desk.domain.grades import SupplierReason
from returns_desk.domain.rule_faults import RuleFact
from returns_desk.domain.term_faults import TermFact
from returns_desk.domain.term_fields import TermField, TermKind, TermSection, fields_of, kind_of
from returns_desk.domain.terms import AuthorizationNeed, BelowMinimum, CreditMode, FreightPayer, SupplierTerms
from tests.domain.term_strategies import FITTING

TODAY = date(2026, 11, 22)


def facts(before: Before | None = None, **changed: Any) -> list[tuple[str, str]]:
    """What is wrong with terms that are as usual but for some fields."""
    found = term_faults(replace(SupplierTerms(), **changed), before)
    return [(fault.fact, f"{fault.name}.{fault.inside}".rstrip(".")) for fault in found]


def test_every_field_of_the_terms_is_in_the_table_once() -> None:
    ours = {field.attribute for field in TermField}
    assert ours == set(SupplierTerms.__dataclass_fields__) - {"version"}
    assert sorted(f for section in TermSection for f in fields_of(section)) == sorted(
        set(TermField) - {TermField.VALID_FROM}
    )
    assert {kind_of(field) for field in TermField} == set(TermKind)


@given(FITTING)
def test_terms_within_the_bounds_have_no_fault(terms: SupplierTerms) -> None:
    assert term_faults(terms) == ()


@given(
    FITTING,
    st.sampled_from([field for field in TermField if kind_of(field) in MOST and kind_of(field) is not TermKind.FEES]),
    st.integers(1, 10**12),
    st.booleans(),
)
def test_a_number_outside_its_bounds_is_a_fault_at_its_field(
    terms: SupplierTerms, field: TermField, far: int, below: bool
) -> None:
    wrong = -far if below else MOST[kind_of(field)] + far
    found = term_faults(replace(terms, **{field.attribute: wrong}))
    assert (RuleFact.NEGATIVE if below else TermFact.TOO_MUCH, field.value) in [(one.fact, one.name) for one in found]


@given(FITTING, st.integers(-400, 400), st.integers(-400, 400))
def test_the_next_version_begins_today_or_later_and_not_before_the_newest(
    terms: SupplierTerms, begins: int, newest: int
) -> None:
    day, other = TODAY + timedelta(days=begins), TODAY + timedelta(days=newest)
    found = term_faults(replace(terms, valid_from=day), Before(TODAY, other))
    assert (not found) == (day >= TODAY and day >= other)
    assert term_faults(replace(terms, valid_from=day), Before(TODAY)) == (), "the first ones may be older than today"


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"valid_from": EARLIEST - timedelta(days=1)}, (RuleFact.FAR, "valid_from")),
        ({"valid_from": LATEST + timedelta(days=1)}, (RuleFact.FAR, "valid_from")),
        ({"fee_by_reason": {SupplierReason.POOR_FIT: 10_001}}, (TermFact.TOO_MUCH, "fee_by_reason.PF")),
        ({"fee_by_reason": {SupplierReason.POOR_FIT: -1}}, (RuleFact.NEGATIVE, "fee_by_reason.PF")),
        ({"credit_bp": 0}, (TermFact.NO_CREDIT, "credit_percent")),
        ({"window_days": 0}, (TermFact.NO_WINDOW, "window_days")),
        ({"minimum_value": 30_000, "minimum_wait_days": 0}, (TermFact.NO_WAIT, "minimum_wait_days")),
        ({"minimum_quantity": 3, "minimum_wait_days": 0}, (TermFact.NO_WAIT, "minimum_wait_days")),
        ({"freight_bp": 100}, (TermFact.FREIGHT_PAID, "freight_percent")),
        (
            {"authorization": AuthorizationNeed.YES, "authorization_days": 0},
            (TermFact.NO_AUTHORIZATION_DAYS, "authorization_days"),
        ),
        (
            {"defective": CreditMode.NONE, "authorization": AuthorizationNeed.INSPECTION},
            (TermFact.NOTHING_TAKEN, "authorization"),
        ),
        ({"defective": CreditMode.NONE, "minimum_value": 1}, (TermFact.NOTHING_TAKEN, "minimum_value")),
        ({"email": "returns at home"}, (TermFact.NOT_AN_ADDRESS, "terms_email")),
        ({"email": "a@b.example, c@d.example"}, (TermFact.NOT_AN_ADDRESS, "terms_email")),
        ({"language": "fr"}, (TermFact.NOT_A_CHOICE, "terms_language")),
        ({"packing": "x" * 301}, (TermFact.TOO_LONG, "packing")),
        ({"return_address": "Haifa\x1b[2J"}, (TermFact.STEERING, "return_address")),
        ({"contact": "\ud800"}, (TermFact.STEERING, "terms_contact")),
    ],
)
def test_what_does_not_fit_is_named_with_its_field(changed: dict[str, Any], fault: tuple[str, str]) -> None:
    assert facts(**changed) == [fault]


def test_all_that_is_wrong_is_told_at_once() -> None:
    found = facts(Before(TODAY, TODAY), valid_from=TODAY - timedelta(days=1), window_days=-1, language="xx", fee_bp=-2)
    assert [fact for fact, _ in found] == [TermFact.PAST, RuleFact.NEGATIVE, RuleFact.NEGATIVE, TermFact.NOT_A_CHOICE]


def test_the_two_suppliers_of_the_issue_fit() -> None:
    assert facts(minimum_value=30_000, minimum_wait_days=21, below_minimum=BelowMinimum.SHIP) == []
    assert facts(defective=CreditMode.DESTROY, freight_payer=FreightPayer.US, freight_bp=200) == []
