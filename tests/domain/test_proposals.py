"""What is proposed for a batch that gathers: by its minimum, its first window, the days it waited, and the money."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.money import Money
from returns_desk.domain.proposals import Advice, BatchFacts, Why, facts_of_terms, propose
from returns_desk.domain.terms import AuthorizationNeed, BelowMinimum, SupplierTerms

NOW = {Advice.SEND, Advice.DESTROY, Advice.DONATE, Advice.RECYCLE}
money = st.integers(-5_000, 500_000).map(Money)


@st.composite
def batches(draw: st.DrawFn) -> BatchFacts:
    minimum = draw(st.integers(0, 100_000))
    return BatchFacts(
        expected=draw(money),
        lines=draw(st.integers(0, 3)),
        destroyed=draw(st.booleans()),
        days_left=draw(st.none() | st.integers(-10, 60)),
        first_credit=draw(st.none() | money),
        minimum=minimum,
        value_missing=draw(st.integers(0, minimum)),
        quantity_missing=draw(st.integers(0, 5)),
        has_minimum=draw(st.booleans()) or minimum > 0,
        waited_days=draw(st.integers(0, 60)),
        minimum_wait_days=draw(st.integers(0, 60)),
        below_minimum=draw(st.sampled_from(BelowMinimum)),
        gathers_daily=draw(st.none() | st.integers(0, 10_000)),
        authorization_needed=draw(st.booleans()),
        giving=draw(st.none() | money),
        recycling=draw(st.none() | money),
    )


# a supplier with a minimum of 300 who takes less after 21 days
THREE_HUNDRED = SupplierTerms(minimum_value=30_000, minimum_wait_days=21, below_minimum=BelowMinimum.SHIP)


def of(gross: int, waited: int, days_left: int | None = 60, terms: SupplierTerms = THREE_HUNDRED) -> BatchFacts:
    about: dict[str, Any] = facts_of_terms(terms, gross, 2)
    return BatchFacts(Money(gross), days_left=days_left, waited_days=waited, **about)


@pytest.mark.parametrize(
    ("gross", "waited", "days_left", "advice", "why"),
    [
        (18_000, 0, 60, Advice.WAIT, Why.MINIMUM_OPEN),
        (18_000, 20, 60, Advice.WAIT, Why.MINIMUM_OPEN),
        (18_000, 21, 60, Advice.SEND, Why.BELOW_MINIMUM),
        (18_000, 3, 7, Advice.SEND, Why.WINDOW_NEAR),
        (30_000, 0, 60, Advice.SEND, Why.MINIMUM_MET),
        (30_000, 0, 5, Advice.SEND, Why.WINDOW_NEAR),
    ],
)
def test_a_minimum_of_300_is_waited_for_21_days_and_then_shipped_anyway(
    gross: int, waited: int, days_left: int, advice: Advice, why: Why
) -> None:
    found = propose(of(gross, waited, days_left))
    assert (found.advice, found.why) == (advice, why)


def test_what_waits_says_how_much_is_missing_and_how_long_it_may_wait() -> None:
    found = propose(of(18_000, 12))
    assert (found.value_missing, found.days, found.money) == (Money(12_000), 9, Money(18_000))


@pytest.mark.parametrize(
    ("agreed", "giving", "recycling", "advice"),
    [
        (BelowMinimum.DONATE, Money(900), Money(-100), Advice.DONATE),
        (BelowMinimum.DONATE, None, Money(-100), Advice.RECYCLE),
        (BelowMinimum.RECYCLE, Money(900), Money(-100), Advice.RECYCLE),
        (BelowMinimum.RECYCLE, Money(900), None, Advice.DONATE),
        (BelowMinimum.DONATE, None, None, Advice.SEND),
    ],
)
def test_below_the_minimum_goods_go_where_the_terms_say_and_somebody_may_have_them(
    agreed: BelowMinimum, giving: Money | None, recycling: Money | None, advice: Advice
) -> None:
    facts = of(18_000, 21, terms=replace(THREE_HUNDRED, below_minimum=agreed))
    assert propose(replace(facts, giving=giving, recycling=recycling)).advice is advice
    assert propose(replace(facts, waited_days=20, giving=giving, recycling=recycling)).advice is Advice.WAIT


def test_waiting_puts_at_stake_what_will_be_short_of_the_minimum_in_time() -> None:
    facts = of(18_000, 11, terms=replace(THREE_HUNDRED, below_minimum=BelowMinimum.DONATE))
    assert propose(facts).risk == Money(0), "nobody knows yet what gathers"
    assert propose(replace(facts, gathers_daily=600)).risk == Money(3_600)  # 6,000 of 30,000 will be missing
    assert propose(replace(facts, gathers_daily=1_200)).risk == Money(0)


def test_where_the_suppliers_number_is_needed_first_there_is_less_time() -> None:
    asked = replace(THREE_HUNDRED, authorization=AuthorizationNeed.YES)
    assert propose(of(18_000, 0, 14)).advice is Advice.WAIT
    assert propose(of(18_000, 0, 14, asked)).advice is Advice.SEND


def test_goods_that_bring_more_elsewhere_are_not_sent() -> None:
    facts = replace(of(30_000, 0), expected=Money(-200), giving=Money(500))
    found = propose(facts)
    assert (found.advice, found.why, found.money) == (Advice.DONATE, Why.BRINGS_MORE, Money(500))


def test_goods_destroyed_here_wait_for_no_minimum() -> None:
    about: dict[str, Any] = facts_of_terms(THREE_HUNDRED.destroyed_here, 100, 1)
    facts = BatchFacts(Money(100), destroyed=True, days_left=60, waited_days=21, **about)
    assert propose(facts).advice is Advice.DESTROY
    assert propose(replace(facts, waited_days=0)).advice is Advice.WAIT


def test_without_terms_goods_gather_for_three_weeks() -> None:
    assert [propose(BatchFacts(Money(0), waited_days=days)).advice for days in (20, 21)] == [Advice.WAIT, Advice.SEND]


def test_an_empty_batch_waits() -> None:
    assert propose(BatchFacts(Money(0), lines=0, waited_days=99)).why is Why.EMPTY


@given(batches(), st.integers(0, 30))
def test_fewer_days_left_never_turn_what_is_to_be_done_now_into_waiting(facts: BatchFacts, fewer: int) -> None:
    before = propose(facts)
    days = 30 if facts.days_left is None else facts.days_left
    after = propose(replace(facts, days_left=days - fewer))
    if before.advice in NOW:
        assert after.advice is before.advice


@given(batches(), st.integers(0, 30))
def test_waiting_longer_never_turns_what_is_to_be_done_now_into_waiting(facts: BatchFacts, longer: int) -> None:
    if propose(facts).advice in NOW:
        assert propose(replace(facts, waited_days=facts.waited_days + longer)).advice in NOW


@given(batches())
def test_a_met_minimum_with_a_near_window_is_never_waited_with(facts: BatchFacts) -> None:
    facts = replace(facts, lines=1, value_missing=0, quantity_missing=0, days_left=facts.days_to_send)
    assert propose(facts).advice in NOW


@given(batches())
def test_nothing_is_proposed_that_nobody_may_have(facts: BatchFacts) -> None:
    advice = propose(facts).advice
    assert advice is not Advice.DONATE or facts.giving is not None
    assert advice is not Advice.RECYCLE or facts.recycling is not None
    assert (advice is Advice.DESTROY) <= facts.destroyed


@given(batches())
def test_the_risk_of_waiting_is_never_more_than_the_credit(facts: BatchFacts) -> None:
    found = propose(replace(facts, first_credit=None))
    assert 0 <= found.risk.minor <= max(0, facts.expected.minor)


@given(batches())
def test_what_waits_has_days_left_to_wait(facts: BatchFacts) -> None:
    found = propose(facts)
    if found.advice is Advice.WAIT and found.why is not Why.EMPTY:
        assert found.days > 0
