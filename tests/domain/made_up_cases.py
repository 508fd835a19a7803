"""Cases, terms and rules of every kind, for properties of the recommendation; and an ordinary one to begin with."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from returns_desk.domain.grades import Finding, Grade, StatedReason, SupplierReason
from returns_desk.domain.recommendation import Case
from returns_desk.domain.rules import Figures, RuleBook, RuleInForce, Stream, StreamFee
from returns_desk.domain.terms import BelowMinimum, CreditMode, FreightPayer, SupplierTerms, WindowStart
from tests.builders import TODAY

amounts = st.integers(0, 5_000_000)
shares = st.integers(0, 10_000)
days = st.dates(TODAY - timedelta(days=400), TODAY)
seconds = st.integers(0, 7_200)
terms = st.builds(
    SupplierTerms,
    defective=st.sampled_from(CreditMode),
    not_defective=st.sampled_from(CreditMode),
    window_days=st.integers(0, 365),
    window_from=st.sampled_from(WindowStart),
    minimum_value=st.sampled_from([0, 1, 15_000, 10_000_000]) | amounts,
    minimum_wait_days=st.integers(0, 90),
    below_minimum=st.sampled_from(BelowMinimum),
    credit_bp=shares,
    fee_bp=shares,
    fee_by_reason=st.dictionaries(st.sampled_from(SupplierReason), shares),
    freight_payer=st.sampled_from(FreightPayer),
    freight_bp=st.integers(0, 2_000),
    opened_accepted=st.booleans(),
    photos_needed=st.booleans(),
    serials_needed=st.booleans(),
)


def _with_credits(case: Case, seen: int, share: int) -> Case:
    return replace(case, credits_seen=seen, credits_share=seen * share)


cases = st.builds(
    _with_credits,
    st.builds(
        Case,
        grade=st.sampled_from(Grade),
        today=st.just(TODAY),
        findings=st.lists(st.sampled_from(Finding), unique=True, max_size=3).map(tuple),
        stated=st.none() | st.sampled_from(StatedReason),
        quantity=st.integers(1, 50),
        carton=st.booleans(),
        cost=st.none() | amounts,
        price=st.none() | amounts,
        electrical=st.booleans(),
        weight_g=st.none() | st.integers(0, 60_000),
        serialised=st.booleans(),
        serial=st.sampled_from(["", "SN-1"]),
        serial_unreadable=st.booleans(),
        expires=st.none() | days | st.just(TODAY + timedelta(days=30)),
        recalled=st.booleans(),
        has_supplier=st.booleans(),
        terms=st.none() | terms,
        purchased=st.none() | days,
        delivered=st.none() | days,
        photos_missing=st.booleans(),
        waiting_value=amounts,
        gathers_daily=st.none() | st.integers(0, 100_000),
        charity=st.booleans(),
    ),
    st.integers(0, 20),
    shares,
)
figures = st.builds(
    Figures,
    as_new_a=shares,
    as_new_b=shares,
    open_box_a=shares,
    open_box_b=shares,
    open_box_c=shares,
    resale_opened=st.booleans(),
    giving=st.booleans(),
    donation=shares,
    shelf_days=st.integers(0, 60),
    credit_chance=shares,
    credit_weight=st.integers(0, 50),
    stream=st.none() | st.sampled_from(Stream),
    restock_seconds=seconds,
    open_box_seconds=seconds,
    supplier_seconds=seconds,
    donate_seconds=seconds,
    recycle_seconds=seconds,
)
fees = st.builds(StreamFee, st.sampled_from(Stream), per_kg=st.integers(0, 5_000), at_least=st.integers(0, 5_000))
books = st.builds(RuleBook, hour=st.integers(0, 20_000), fees=st.lists(fees, max_size=4).map(tuple))
rules = st.builds(RuleInForce, books, figures)

TAKES_ALL = SupplierTerms(not_defective=CreditMode.RETURN)
ORDINARY = Case(
    Grade.A, TODAY, cost=6_100, price=12_900, has_supplier=True, terms=TAKES_ALL, delivered=TODAY - timedelta(days=20)
)


def with_terms(case: Case, **changes: Any) -> Case:
    """The case under other terms of its supplier."""
    assert case.terms is not None
    return replace(case, terms=replace(case.terms, **changes))


def with_figures(rule: RuleInForce, **changes: Any) -> RuleInForce:
    """The rule with other figures."""
    return replace(rule, figures=replace(rule.figures, **changes))
