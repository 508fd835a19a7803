"""The recommendation: by money among what is open, and nothing that is blocked."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from returns_desk.domain.grades import Finding, Grade, SupplierReason
from returns_desk.domain.items import Disposition, StockStatus
from returns_desk.domain.money import Money
from returns_desk.domain.options import recommend
from returns_desk.domain.recommendation import CURABLE, DISPOSITION_OF, Block, Case, choose
from returns_desk.domain.rules import RuleInForce
from returns_desk.domain.terms import CreditMode, SupplierTerms, expected_credit
from tests.builders import TODAY
from tests.domain.made_up_cases import (
    ORDINARY,
    TAKES_ALL,
    cases,
    rules,
    terms,
    with_figures,
    with_terms,
)


def best_of(case: Case) -> Disposition | None:
    """The disposition that the rule takes."""
    best = recommend(case).best
    return best.disposition if best else None


@given(cases, rules)
def test_what_is_blocked_is_never_recommended(case: Case, rule: RuleInForce) -> None:
    found = recommend(case, rule)
    assert found.best is None or found.best.open
    assert (found.best is None) == all(option.blocks for option in found.options)


@given(cases, rules)
def test_the_desk_leads_to_a_blocked_way_only_where_the_clerk_can_open_it_and_it_brings_more(
    case: Case, rule: RuleInForce
) -> None:
    found = recommend(case, rule)
    assert found.advised == (found.first or found.best)
    if found.first is not None:
        assert found.first.blocks
        assert CURABLE.issuperset(found.first.blocks)
        assert found.best is None or found.first.net > found.best.net


@given(cases, rules)
def test_each_way_is_an_option_once_in_a_fixed_order(case: Case, rule: RuleInForce) -> None:
    options = recommend(case, rule).options
    assert tuple(option.becomes for option in options) == tuple(DISPOSITION_OF)
    assert {option.disposition for option in options} == set(Disposition)


@given(cases, rules)
def test_nothing_open_brings_more_than_what_is_recommended(case: Case, rule: RuleInForce) -> None:
    assume(case.price is not None or case.cost is not None)
    found = recommend(case, rule)
    if found.best is not None:
        assert all(option.net <= found.best.net for option in found.options if option.open)
        assert found.option(found.best.disposition) == found.best


@given(cases, rules, st.permutations(range(5)))
def test_in_whatever_order_the_ways_stand_the_best_brings_the_same(
    case: Case, rule: RuleInForce, order: list[int]
) -> None:
    options = recommend(case, rule).options
    shuffled = tuple(options[at] for at in order)
    for straight, other in zip(choose(options), choose(shuffled), strict=True):
        assert (straight and straight.net) == (other and other.net)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_of_ways_that_bring_the_same_the_earlier_one_is_taken(order: tuple[int, ...]) -> None:
    options = recommend(ORDINARY).options
    same = tuple(replace(options[at], parts=options[0].parts) for at in order)
    assert choose(same) == (same[0], None)


def test_a_way_that_brings_no_more_than_the_best_is_not_waited_for() -> None:
    options = recommend(ORDINARY).options
    curable = replace(options[2], parts=options[0].parts, blocks=(Block.PHOTOS_MISSING,))
    assert choose((options[0], curable)) == (options[0], None)


@given(cases, rules)
def test_net_is_what_comes_in_less_what_it_costs_and_the_sum_of_its_parts_in_any_order(
    case: Case, rule: RuleInForce
) -> None:
    for option in recommend(case, rule).options:
        assert option.net == option.recovery - option.cost
        assert option.net.minor == sum(part.amount.minor for part in option.parts)
        turned = replace(option, parts=option.parts[::-1])
        assert (turned.net, turned.recovery, turned.cost) == (option.net, option.recovery, option.cost)


@given(cases, rules)
def test_every_option_says_its_money_in_the_same_currency(case: Case, rule: RuleInForce) -> None:
    for option in recommend(case, rule).options:
        assert {option.recovery.currency, option.cost.currency, option.net.currency} == {case.currency}
        assert option.recovery.minor >= 0
        assert option.cost.minor >= 0


Change = Callable[[Case, RuleInForce, int], tuple[Case, RuleInForce]]


def _figure(name: str) -> Change:
    def change(case: Case, rule: RuleInForce, more: int) -> tuple[Case, RuleInForce]:
        share = min(10_000, getattr(rule.figures, name) + more)
        return case, with_figures(rule, **{name: share})

    return change


def _cheaper(name: str) -> Change:
    def change(case: Case, rule: RuleInForce, more: int) -> tuple[Case, RuleInForce]:
        return case, with_figures(rule, **{name: max(0, getattr(rule.figures, name) - more)})

    return change


def _term(name: str) -> Change:
    def change(case: Case, rule: RuleInForce, more: int) -> tuple[Case, RuleInForce]:
        share = min(10_000, getattr(case.terms, name) + more)
        return with_terms(case, **{name: share}), rule

    return change


MORE_MONEY: dict[str, tuple[Disposition, Change]] = {
    "a higher price": (
        Disposition.RESTOCK,
        lambda case, rule, more: (replace(case, price=(case.price or 0) + more), rule),
    ),
    "a higher share as new": (Disposition.RESTOCK, _figure("as_new_a")),
    "a higher share as open box": (Disposition.RESTOCK, _figure("open_box_b")),
    "quicker shelving": (Disposition.RESTOCK, _cheaper("restock_seconds")),
    "a higher credit": (Disposition.SUPPLIER, _term("credit_bp")),
    "a lower fee": (
        Disposition.SUPPLIER,
        lambda case, rule, more: (
            with_terms(case, fee_bp=max(0, case.terms.fee_bp - more)) if case.terms else case,
            rule,
        ),
    ),
    "supplier pays the freight": (
        Disposition.SUPPLIER,
        lambda case, rule, more: (with_terms(case, freight_bp=0), rule),
    ),
    "better credits so far": (
        Disposition.SUPPLIER,
        lambda case, rule, more: (
            replace(case, credits_share=min(10_000 * case.credits_seen, case.credits_share + more)),
            rule,
        ),
    ),
    "a better guess of credits": (Disposition.SUPPLIER, _figure("credit_chance")),
    "more waiting in the batch": (
        Disposition.SUPPLIER,
        lambda case, rule, more: (replace(case, waiting_value=case.waiting_value + more), rule),
    ),
    "more gathering in a day": (
        Disposition.SUPPLIER,
        lambda case, rule, more: (
            replace(case, gathers_daily=None if case.gathers_daily is None else case.gathers_daily + more),
            rule,
        ),
    ),
    "a lower minimum": (
        Disposition.SUPPLIER,
        lambda case, rule, more: (
            with_terms(case, minimum_value=max(0, case.terms.minimum_value - more)) if case.terms else case,
            rule,
        ),
    ),
    "a higher value of a donation": (Disposition.DONATE, _figure("donation")),
    "quicker recycling": (Disposition.RECYCLE, _cheaper("recycle_seconds")),
}


@pytest.mark.parametrize("named", MORE_MONEY)
@given(case=cases, agreed=terms, rule=rules, more=st.integers(1, 1_000_000))
def test_more_money_never_ranks_lower(
    named: str, case: Case, agreed: SupplierTerms, rule: RuleInForce, more: int
) -> None:
    way, change = MORE_MONEY[named]
    case = replace(case, has_supplier=True, terms=agreed, price=case.price if case.price is not None else 5_000)
    before, after = recommend(case, rule), recommend(*change(case, rule, more))
    for option in before.options:
        then = after.becoming(option.becomes)
        assert then.blocks == option.blocks or named == "a higher share as new" or named == "a higher share as open box"
        also_waste = option.destroyed and named == "quicker recycling"  # destroying here takes as long
        risen = option.disposition is way or also_waste
        assert then.net >= option.net if risen else then.net == option.net
    if before.best and before.best.disposition is way:
        assert after.best
        assert after.best.disposition is way


@pytest.mark.parametrize("grade", [Grade.A, Grade.B])
def test_what_is_as_new_goes_back_to_stock(grade: Grade) -> None:
    assert best_of(replace(ORDINARY, grade=grade)) is Disposition.RESTOCK


@pytest.mark.parametrize("grade", [Grade.A, Grade.B])
def test_what_is_as_new_is_not_given_away_because_nobody_knows_its_price(grade: Grade) -> None:
    assert best_of(Case(grade, TODAY)) is Disposition.RESTOCK


def test_what_nobody_knows_the_worth_of_is_not_given_away_for_a_lot_that_is_to_be_read() -> None:
    found = recommend(Case(Grade.A, TODAY, lot_unread=True))
    assert found.first is found.becoming(StockStatus.AVAILABLE)


@pytest.mark.parametrize("grade", [Grade.D, Grade.E])
def test_what_is_faulty_goes_to_the_supplier_who_takes_it_in_time(grade: Grade) -> None:
    option = recommend(replace(ORDINARY, grade=grade)).option(Disposition.SUPPLIER)
    assert best_of(replace(ORDINARY, grade=grade)) is Disposition.SUPPLIER
    assert (option.recovery, option.days_left, option.window_days) == (Money(6_100), 70, 90)


@pytest.mark.parametrize(
    ("change", "block"),
    [
        ({"has_supplier": False, "terms": None}, Block.NO_SUPPLIER),
        ({"terms": None}, Block.NO_TERMS),
        ({"delivered": TODAY - timedelta(days=91)}, Block.WINDOW_CLOSED),
        ({"delivered": None}, Block.WINDOW_UNKNOWN),
        ({"cost": None}, Block.NO_COST),
        ({"terms": replace(TAKES_ALL, defective=CreditMode.NONE)}, Block.CONDITION_NOT_TAKEN),
        ({"terms": replace(TAKES_ALL, serials_needed=True), "serialised": True}, Block.SERIAL_MISSING),
    ],
)
@pytest.mark.parametrize("grade", [Grade.D, Grade.E])
def test_what_no_supplier_takes_is_recycled(grade: Grade, change: dict[str, object], block: Block) -> None:
    found = recommend(replace(ORDINARY, grade=grade, **change))  # type: ignore[arg-type]
    assert found.best is not None
    assert found.best.disposition is Disposition.RECYCLE
    assert found.option(Disposition.SUPPLIER).blocks == (block,)


def test_the_last_day_of_the_window_still_counts() -> None:
    case = replace(ORDINARY, grade=Grade.D, delivered=TODAY - timedelta(days=90))
    assert best_of(case) is Disposition.SUPPLIER
    assert recommend(case).option(Disposition.SUPPLIER).days_left == 0


def test_what_is_used_and_works_is_donated_when_nobody_takes_it() -> None:
    case = replace(ORDINARY, grade=Grade.C, terms=replace(TAKES_ALL, not_defective=CreditMode.NONE))
    assert best_of(case) is Disposition.DONATE
    assert best_of(replace(case, charity=False)) is Disposition.RECYCLE


@pytest.mark.parametrize(
    "finding", [Finding.UNSAFE, Finding.EXPIRED, Finding.LEAKS, Finding.SEAL_OPENED, Finding.LOCKED]
)
@pytest.mark.parametrize("grade", [Grade.A, Grade.B, Grade.C])
def test_what_is_not_safe_reaches_nobodys_hands(grade: Grade, finding: Finding) -> None:
    found = recommend(replace(ORDINARY, grade=grade, findings=(finding,), has_supplier=False, terms=None))
    assert found.best is not None
    assert found.best.disposition is Disposition.RECYCLE
    assert found.option(Disposition.RESTOCK).blocks
    assert found.option(Disposition.DONATE).blocks


@given(cases)
def test_what_holds_personal_data_goes_nowhere(case: Case) -> None:
    found = recommend(replace(case, findings=(*case.findings, Finding.PERSONAL_DATA)))
    assert found.best is None
    assert all(option.blocks for option in found.options)


@given(cases)
def test_what_is_not_ours_goes_nowhere(case: Case) -> None:
    found = recommend(replace(case, grade=Grade.X))
    assert found.best is None
    assert all(Block.NOT_OURS in option.blocks for option in found.options)


@given(st.integers(0, 10**9), terms, st.sampled_from(SupplierReason))
def test_the_credit_is_between_nothing_and_the_credited_share(
    gross: int, agreed: SupplierTerms, reason: SupplierReason
) -> None:
    credit = expected_credit(Money(gross), agreed, reason)
    assert 0 <= credit.minor <= Money(gross).share(agreed.credit_bp).minor
