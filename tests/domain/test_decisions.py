"""What is kept of a decision reads back as it was, today and of any age."""

import json
from dataclasses import fields, replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.decisions import as_it_was, case_from, explained, facts_of, nets_of, terms_named
from returns_desk.domain.grades import Finding, FoundReason, Grade, StatedReason
from returns_desk.domain.items import StockStatus
from returns_desk.domain.money import Money
from returns_desk.domain.options import recommend
from returns_desk.domain.recommendation import Block, Case, Option, Part, PartKind
from returns_desk.domain.terms import SupplierTerms

DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))
MINOR = st.integers(0, 10**9)
TERMS = st.builds(SupplierTerms, version=st.integers(1, 9))
CASES = st.builds(
    Case,
    findings=st.lists(st.sampled_from(Finding), max_size=3, unique=True).map(tuple),
    cost=st.none() | MINOR,
    price=st.none() | MINOR,
    quantity=st.integers(1, 99),
    today=DAYS,
    expires=st.none() | DAYS,
    purchased=st.none() | DAYS,
    delivered=st.none() | DAYS,
    weight_g=st.none() | st.integers(0, 10**6),
    waiting_value=MINOR,
    gathers_daily=st.none() | MINOR,
    credits_seen=st.integers(0, 50),
    credits_share=st.integers(0, 500_000),
    terms=st.none() | TERMS,
)


@given(CASES)
def test_a_case_that_was_kept_is_the_case_that_was_asked(case: Case) -> None:
    kept = json.loads(json.dumps(facts_of(case)))
    again = case_from(kept, case.terms)
    assert again == case
    for field in fields(Case):  # what is a code must be one again: rules ask for its identity
        assert type(getattr(again, field.name)) is type(getattr(case, field.name)), field.name
    assert list(map(type, again.findings)) == list(map(type, case.findings))
    assert terms_named(kept) == ((case.supplier, case.terms.version) if case.terms else None)


@given(CASES)
def test_every_option_reads_back_from_the_journal_as_it_was(case: Case) -> None:
    asked = recommend(case)
    for option in asked.options:
        assert as_it_was(json.loads(json.dumps(explained(option))), case.currency) == option
    assert nets_of(asked) == {option.becomes.value: option.net.minor for option in asked.options}


def test_a_decision_of_the_first_day_reads_the_same_for_ever() -> None:
    """The defaults of ``Case`` are part of what is on the disk: whoever changes one changes this, and old decisions."""
    kept = {"grade": "D", "today": "2026-11-22", "cost": 6100, "supplier": "GALIL", "terms": 2, "findings": ["NOPOWER"]}
    terms = SupplierTerms(version=2)
    assert case_from(kept, terms) == Case(
        Grade.D,
        date(2026, 11, 22),
        currency="ILS",
        findings=(Finding.NO_POWER,),
        cost=6100,
        supplier="GALIL",
        terms=terms,
        quantity=1,
        charity=True,
        waiting_value=0,
        photos_missing=False,
        has_supplier=False,
    )


def test_what_no_rule_looks_at_any_more_is_passed_over() -> None:
    case = Case(Grade.A, date(2026, 11, 22), stated=StatedReason.LATE, found=FoundReason.USED)
    assert case_from(facts_of(case) | {"shoe_size": 43}) == case


def test_a_kept_case_is_short_and_names_no_customer() -> None:
    case = Case(
        Grade.D, date(2026, 11, 22), cost=6_100, price=12_900, category="Kitchen", supplier="GALIL", electrical=True,
        has_supplier=True, terms=SupplierTerms(version=3), delivered=date(2026, 11, 1), waiting_value=12_000,
    )  # fmt: skip
    assert len(json.dumps(facts_of(case))) < 300
    assert not {field.name for field in fields(Case)} & {"customer", "name", "phone", "address", "order"}


def test_what_the_version_before_kept_is_read_with_one_sum_on_either_side() -> None:
    kept = {"disposition": "supplier", "recovery": 5_795, "cost": 330, "blocks": ["no cost known"], "reason": "DM"}
    option = as_it_was(kept | {"days_left": None}, "ILS")
    assert (option.becomes, option.net) == (StockStatus.SUPPLIER_RETURN, Money(5_465))
    assert option.blocks == (Block.NO_COST,)
    assert as_it_was({"disposition": "restock", "recovery": 9, "cost": 1, "blocks": []}, "ILS").becomes is (
        StockStatus.AVAILABLE
    )


def test_only_what_there_is_to_say_is_kept() -> None:
    option = Option(StockStatus.RECYCLING, (Part(PartKind.HANDLING, Money(-50)),))
    assert set(explained(option)) == {"becomes", "disposition", "parts"}
    assert explained(replace(option, days_left=0))["days_left"] == 0


def test_what_was_blocked_as_destroyed_in_field_reads_as_not_taken() -> None:
    option = as_it_was({"disposition": "supplier", "recovery": 0, "cost": 0, "blocks": ["destroy in field"]}, "ILS")
    assert option.blocks == (Block.CONDITION_NOT_TAKEN,)
