"""What a policy says of a piece: the window, the fee, what was found against what was stated."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.grades import Finding, FoundReason, Grade, Liability, StatedReason, WantedOutcome
from returns_desk.domain.money import Money
from returns_desk.domain.policies import (
    Policy,
    PolicyCode,
    PolicyConflict,
    PolicyGround,
    Verdict,
    policy_for,
    version_on,
)
from returns_desk.domain.policy_presets import (
    EUROPEAN_UNION,
    GENERIC,
    ISRAEL_DISTANCE,
    ISRAEL_SHOP,
    PRESETS,
    presets_for,
)
from returns_desk.domain.verdicts import PolicyCase, judge

MONDAY = date(2026, 11, 2)
days = st.dates(date(2024, 1, 1), date(2027, 12, 31))
maybe = st.none() | days
presets = st.sampled_from(PRESETS)
cases = st.builds(
    PolicyCase,
    today=days,
    bought=maybe,
    delivered=maybe,
    cancelled=maybe,
    returned=maybe,
    expires=maybe,
    category=st.sampled_from(["", "clothes", "software", "electronics", "ביגוד"]),
    price=st.none() | st.builds(Money, st.integers(0, 10**9), st.sampled_from(["ILS", "EUR", "JPY"])),
    quantity=st.integers(1, 50),
    grade=st.none() | st.sampled_from(Grade),
    findings=st.lists(st.sampled_from(Finding), max_size=3, unique=True).map(tuple),
    found=st.none() | st.sampled_from(FoundReason),
    liability=st.none() | st.sampled_from(Liability),
    stated=st.none() | st.sampled_from(StatedReason),
    protected=st.booleans(),
    not_ours=st.booleans(),
    fees_before=st.integers(0, 20_000),
)  # fmt: skip


def a_case(day: int = 6, **more: Any) -> PolicyCase:
    """A piece of 169.00, delivered on a Monday and given back on a day after it."""
    then = MONDAY + timedelta(days=day)
    facts: dict[str, Any] = {"bought": MONDAY, "delivered": MONDAY, "cancelled": then, "price": Money(16_900)}
    return PolicyCase(then, **facts | more)


def grounds(policy: Policy, case: PolicyCase) -> dict[PolicyGround, tuple[int, ...]]:
    return {each.ground: each.numbers for each in judge(policy, case).grounds}


@given(presets, cases)
def test_the_fee_is_never_above_cap_share_or_price(policy: Policy, case: PolicyCase) -> None:
    verdict = judge(policy, case)
    if verdict.fee is None or case.price is None:
        assert verdict.refund is None
        return
    assert 0 <= verdict.fee.minor <= case.price.minor
    assert verdict.fee <= case.price.share(policy.fee_bp)
    if policy.fee_cap is not None:
        assert verdict.fee.minor + min(case.fees_before, policy.fee_cap) <= policy.fee_cap
    assert verdict.refund == case.price - verdict.fee


@given(presets, cases, st.integers(0, 10_000), st.integers(0, 10**6))
def test_a_defect_that_was_found_never_costs_a_fee(policy: Policy, case: PolicyCase, share: int, cap: int) -> None:
    found = replace(case, found=FoundReason.FAULTY, liability=None)
    verdict = judge(replace(policy, fee_bp=share, fee_cap=cap), found)
    assert verdict.fee is None or verdict.fee.minor == 0
    assert PolicyGround.DEFECT in {each.ground for each in verdict.grounds}


@given(presets, cases, st.integers(0, 200))
def test_a_later_day_never_gets_better(policy: Policy, case: PolicyCase, later: int) -> None:
    now = replace(case, cancelled=case.asked)
    then = replace(now, cancelled=now.asked + timedelta(days=later))
    sooner, after = judge(policy, now), judge(policy, then)
    assert sooner.fee == after.fee
    if sooner.verdict is Verdict.WARN:
        assert after.verdict is Verdict.WARN
    if sooner.refund_by and after.refund_by:
        assert sooner.refund_by <= after.refund_by


@given(presets, cases)
def test_whatever_the_case_there_is_a_verdict_with_its_grounds(policy: Policy, case: PolicyCase) -> None:
    verdict = judge(policy, case)
    assert verdict.grounds
    outside = any(each.ground.outside for each in verdict.grounds)
    assert not outside or verdict.verdict is Verdict.WARN


@given(st.lists(st.tuples(st.integers(1, 9), days), min_size=1, max_size=6, unique_by=lambda pair: pair[0]), days, days)
def test_a_later_deal_is_never_under_an_older_version(versions: list[tuple[int, date]], one: date, two: date) -> None:
    policies = [replace(GENERIC, version=version, valid_from=begins) for version, begins in versions]
    first, second = (version_on(policies, PolicyCode.GENERIC, day) for day in sorted((one, two)))
    assert first is not None
    assert second is not None
    assert first.version <= second.version


@pytest.mark.parametrize(
    ("channel", "code"),
    [
        ("courier", "il-distance"), ("", "il-distance"), (" Shop ", "il-shop"), ("חנות", "il-shop"),
        ("wholesale", "generic"),
    ],
)  # fmt: skip
def test_the_channel_of_the_sale_chooses_the_policy(channel: str, code: str) -> None:
    chosen = policy_for(presets_for("ILS"), channel, MONDAY)
    assert chosen is not None
    assert chosen.code == code


def test_shops_that_sell_in_other_currencies_begin_with_the_european_policy() -> None:
    chosen = policy_for(presets_for("EUR"), "courier", MONDAY)
    assert chosen is EUROPEAN_UNION


def test_day_six_of_fourteen_costs_five_percent() -> None:
    verdict = judge(ISRAEL_DISTANCE, a_case(6))
    assert (verdict.verdict, verdict.fee, verdict.refund) == (Verdict.ALLOWED, Money(845), Money(16_055))
    assert grounds(ISRAEL_DISTANCE, a_case(6)) == {PolicyGround.DAY_OF: (6, 14), PolicyGround.FEE: (500, 10_000)}
    assert verdict.refund_by == MONDAY + timedelta(days=20)


def test_a_dear_piece_costs_a_hundred_and_a_second_one_of_the_same_return_what_is_left_of_it() -> None:
    dear = a_case(price=Money(300_000))
    assert judge(ISRAEL_DISTANCE, dear).fee == Money(10_000)
    assert judge(ISRAEL_DISTANCE, replace(dear, fees_before=9_000)).fee == Money(1_000)


def test_half_an_agora_of_fee_is_rounded_up() -> None:
    assert judge(ISRAEL_DISTANCE, a_case(price=Money(1_010))).fee == Money(51)  # 50.5


@pytest.mark.parametrize(
    ("found", "ground"),
    [
        ({"grade": Grade.D}, PolicyGround.DEFECT),
        ({"grade": Grade.E}, PolicyGround.DEFECT),
        ({"grade": Grade.B, "findings": (Finding.NOT_AS_DESCRIBED,)}, PolicyGround.MISMATCH),
        ({"grade": Grade.C, "found": FoundReason.NOT_AS_DESCRIBED}, PolicyGround.MISMATCH),
        ({"grade": Grade.B, "found": FoundReason.WRONG_ITEM, "stated": StatedReason.WRONG_ITEM}, PolicyGround.MISMATCH),
        ({"found": FoundReason.DAMAGED_ON_THE_WAY, "liability": Liability.CARRIER}, PolicyGround.DEFECT),
        ({"stated": StatedReason.FAULTY}, PolicyGround.DEFECT),  # nobody looked yet
        ({"stated": StatedReason.LATE, "grade": Grade.A}, PolicyGround.LATE),
    ],
)
def test_a_defect_or_mismatch_costs_nothing(found: dict[str, Any], ground: PolicyGround) -> None:
    verdict = judge(ISRAEL_DISTANCE, a_case(**found))
    assert (verdict.verdict, verdict.fee) == (Verdict.NO_FEE, Money(0))
    assert ground in grounds(ISRAEL_DISTANCE, a_case(**found))


def test_a_defect_that_nobody_finds_costs_the_fee_and_is_said() -> None:
    case = a_case(stated=StatedReason.FAULTY, grade=Grade.B)
    assert judge(ISRAEL_DISTANCE, case).fee == Money(845)
    assert PolicyGround.NOT_FOUND in grounds(ISRAEL_DISTANCE, case)
    assert PolicyGround.NOT_FOUND in grounds(ISRAEL_DISTANCE, replace(case, grade=None, found=FoundReason.NO_FAULT))


@pytest.mark.parametrize("finding", [Finding.DAMAGED_PACKAGING, Finding.MISSING_PART, Finding.WORN])
def test_what_may_have_happened_on_the_way_back_is_no_defect_of_itself(finding: Finding) -> None:
    assert judge(ISRAEL_DISTANCE, a_case(grade=Grade.B, findings=(finding,))).fee == Money(845)


def test_another_thing_than_was_sold_is_left_to_a_person() -> None:
    case = a_case(grade=Grade.B, findings=(Finding.WRONG_ITEM,), stated=StatedReason.CHANGED_MIND)
    assert judge(ISRAEL_DISTANCE, case).verdict is Verdict.WARN
    assert PolicyGround.NOT_OURS in grounds(ISRAEL_DISTANCE, case)


def test_what_the_customer_broke_is_no_defect() -> None:
    case = a_case(grade=Grade.D, liability=Liability.CUSTOMER)
    assert judge(ISRAEL_DISTANCE, case).fee == Money(845)
    assert PolicyGround.USED in grounds(ISRAEL_DISTANCE, case)


@pytest.mark.parametrize(("day", "verdict"), [(0, "allowed"), (14, "allowed"), (15, "warn"), (300, "warn")])
def test_the_window_ends_after_its_last_day(day: int, verdict: str) -> None:
    assert judge(ISRAEL_DISTANCE, a_case(day)).verdict == verdict


def test_a_window_that_would_end_on_a_day_of_rest_ends_after_it() -> None:
    saturday = MONDAY + timedelta(days=5)
    case = PolicyCase(MONDAY, delivered=saturday, cancelled=saturday + timedelta(days=15), price=Money(1))
    assert judge(ISRAEL_DISTANCE, case).verdict is Verdict.ALLOWED
    assert judge(replace(ISRAEL_DISTANCE, rest_weekdays=()), case).verdict is Verdict.WARN


@pytest.mark.parametrize(("day", "verdict"), [(2, "allowed"), (3, "warn")])
def test_clothes_from_a_shop_have_two_days(day: int, verdict: str) -> None:
    assert judge(ISRAEL_SHOP, a_case(day, category="Clothes")).verdict == verdict


def test_two_days_for_clothes_count_no_day_of_rest() -> None:
    thursday = MONDAY + timedelta(days=3)
    for on, verdict in ((3, Verdict.ALLOWED), (4, Verdict.WARN)):
        case = PolicyCase(MONDAY, bought=thursday, cancelled=thursday + timedelta(days=on), category="ביגוד")
        assert judge(ISRAEL_SHOP, replace(case, price=Money(9_000))).verdict is verdict


def test_protected_customers_have_four_months() -> None:
    case = a_case(110, protected=True)
    assert judge(ISRAEL_DISTANCE, case).verdict is Verdict.ALLOWED
    assert grounds(ISRAEL_DISTANCE, case)[PolicyGround.PROTECTED] == (4,)
    assert judge(ISRAEL_DISTANCE, replace(case, protected=False)).verdict is Verdict.WARN
    assert judge(ISRAEL_DISTANCE, a_case(130, protected=True)).verdict is Verdict.WARN


@pytest.mark.parametrize(
    ("policy", "more", "ground"),
    [
        (ISRAEL_SHOP, {"grade": Grade.C}, PolicyGround.USED),
        (ISRAEL_SHOP, {"price": Money(5_000)}, PolicyGround.CHEAP),
        (ISRAEL_DISTANCE, {"category": "Software", "grade": Grade.B}, PolicyGround.SEALED_GOODS),
        (ISRAEL_DISTANCE, {"expires": MONDAY}, PolicyGround.RMA_EXPIRED),
        (ISRAEL_DISTANCE, {"grade": Grade.X}, PolicyGround.NOT_OURS),
        (GENERIC, {"not_ours": True}, PolicyGround.NOT_OURS),
    ],
)
def test_what_the_policy_does_not_grant_is_left_to_a_person(
    policy: Policy, more: dict[str, Any], ground: PolicyGround
) -> None:
    assert judge(policy, a_case(2, **more)).verdict is Verdict.WARN
    assert ground in grounds(policy, a_case(2, **more))


def test_use_is_said_and_no_more_where_the_law_lets_it_come_back() -> None:
    case = a_case(2, grade=Grade.C)
    assert judge(EUROPEAN_UNION, case).verdict is Verdict.ALLOWED
    assert PolicyGround.USED in grounds(EUROPEAN_UNION, case)


@pytest.mark.parametrize(
    ("more", "ground"),
    [
        ({"bought": None, "delivered": None}, PolicyGround.DAY_UNKNOWN),
        ({"price": None}, PolicyGround.PRICE_UNKNOWN),
        ({"price": Money(16_900, "USD")}, PolicyGround.OTHER_CURRENCY),
    ],
)
def test_what_is_not_known_is_said(more: dict[str, Any], ground: PolicyGround) -> None:
    assert judge(ISRAEL_DISTANCE, a_case(**more)).verdict is Verdict.UNKNOWN
    assert ground in grounds(ISRAEL_DISTANCE, a_case(**more))


def test_the_time_for_the_refund_counts_from_the_cancellation_or_from_the_goods() -> None:
    back = MONDAY + timedelta(days=10)
    assert ISRAEL_SHOP.refund_by(cancelled=MONDAY, returned=back) == MONDAY + timedelta(days=7)
    assert ISRAEL_SHOP.refund_by(cancelled=None, returned=back) == back + timedelta(days=7)
    assert GENERIC.refund_by(cancelled=MONDAY, returned=back) == back + timedelta(days=14)
    assert GENERIC.refund_by(cancelled=MONDAY, returned=None) is None


@pytest.mark.parametrize(
    ("day", "outcome", "amount", "conflict"),
    [
        (6, WantedOutcome.REFUND, Money(16_055), PolicyConflict.NONE),
        (6, WantedOutcome.REFUND, Money(16_900), PolicyConflict.OVER),
        (6, WantedOutcome.REFUND, Money(9_000), PolicyConflict.UNDER),
        (6, WantedOutcome.NONE, None, PolicyConflict.UNDER),
        (6, WantedOutcome.EXCHANGE, None, PolicyConflict.NONE),
        (20, WantedOutcome.REFUND, Money(100), PolicyConflict.OVER),
        (20, WantedOutcome.NONE, None, PolicyConflict.NONE),
    ],
)
def test_what_is_agreed_may_be_more_or_less_than_the_policy_grants(
    day: int, outcome: WantedOutcome, amount: Money | None, conflict: PolicyConflict
) -> None:
    assert judge(ISRAEL_DISTANCE, a_case(day)).conflict(outcome, amount) is conflict
