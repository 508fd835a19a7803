"""The recommendation: by money among what is open, and nothing that is blocked."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from returns_desk.domain.grades import Finding, Grade, StatedReason, SupplierReason
from returns_desk.domain.items import Disposition
from returns_desk.domain.money import Money
from returns_desk.domain.options import recommend
from returns_desk.domain.recommendation import DISPOSITION_OF, Block, Case
from returns_desk.domain.terms import CreditMode, FreightPayer, SupplierTerms, WindowStart, expected_credit
from tests.builders import TODAY

amounts = st.integers(0, 5_000_000)
shares = st.integers(0, 10_000)
days = st.dates(TODAY - timedelta(days=400), TODAY)
terms = st.builds(
    SupplierTerms,
    defective=st.sampled_from(CreditMode),
    not_defective=st.sampled_from(CreditMode),
    window_days=st.integers(0, 365),
    window_from=st.sampled_from(WindowStart),
    credit_bp=shares,
    fee_bp=shares,
    fee_by_reason=st.dictionaries(st.sampled_from(SupplierReason), shares),
    freight_payer=st.sampled_from(FreightPayer),
    freight_bp=st.integers(0, 2_000),
    opened_accepted=st.booleans(),
    serials_needed=st.booleans(),
)
cases = st.builds(
    Case,
    grade=st.sampled_from(Grade),
    today=st.just(TODAY),
    findings=st.lists(st.sampled_from(Finding), unique=True, max_size=3).map(tuple),
    stated=st.none() | st.sampled_from(StatedReason),
    quantity=st.integers(1, 50),
    cost=st.none() | amounts,
    price=st.none() | amounts,
    electrical=st.booleans(),
    serialised=st.booleans(),
    serial=st.sampled_from(["", "SN-1"]),
    expires=st.none() | days | st.just(TODAY + timedelta(days=30)),
    has_supplier=st.booleans(),
    terms=st.none() | terms,
    purchased=st.none() | days,
    delivered=st.none() | days,
    charity=st.booleans(),
)
TAKES_ALL = SupplierTerms(not_defective=CreditMode.RETURN)
ORDINARY = Case(
    Grade.A, TODAY, cost=6_100, price=12_900, has_supplier=True, terms=TAKES_ALL, delivered=TODAY - timedelta(days=20)
)


def best_of(case: Case) -> Disposition | None:
    """The disposition that the rule takes."""
    best = recommend(case).best
    return best.disposition if best else None


@given(cases)
def test_what_is_blocked_is_never_recommended(case: Case) -> None:
    found = recommend(case)
    assert found.best is None or found.best.open
    assert (found.best is None) == all(option.blocks for option in found.options)


@given(cases)
def test_each_disposition_is_an_option_once_in_a_fixed_order(case: Case) -> None:
    becomes = tuple(option.becomes for option in recommend(case).options)
    assert becomes == tuple(DISPOSITION_OF)
    assert {option.disposition for option in recommend(case).options} == set(Disposition)


@given(cases)
def test_nothing_open_brings_more_than_what_is_recommended(case: Case) -> None:
    assume(case.price is not None or case.cost is not None)
    found = recommend(case)
    if found.best is not None:
        assert all(option.net <= found.best.net for option in found.options if option.open)


@given(cases, st.integers(1, 1_000_000))
def test_a_higher_price_never_speaks_against_restocking(case: Case, more: int) -> None:
    assume(case.price is not None)
    dearer = replace(case, price=(case.price or 0) + more)
    if best_of(case) is Disposition.RESTOCK:
        assert best_of(dearer) is Disposition.RESTOCK


@given(cases, terms, shares)
def test_a_higher_credit_never_speaks_against_the_supplier(case: Case, agreed: SupplierTerms, more: int) -> None:
    case = replace(case, has_supplier=True, terms=agreed)
    credit = min(10_000, agreed.credit_bp + more)
    better = replace(case, terms=replace(agreed, credit_bp=credit))
    if best_of(case) is Disposition.SUPPLIER:
        assert best_of(better) is Disposition.SUPPLIER


@given(cases)
def test_every_option_says_its_money_in_the_same_currency(case: Case) -> None:
    for option in recommend(case).options:
        assert {option.recovery.currency, option.cost.currency, option.net.currency} == {case.currency}
        assert option.recovery.minor >= 0
        assert option.cost.minor >= 0


@pytest.mark.parametrize("grade", [Grade.A, Grade.B])
def test_what_is_as_new_goes_back_to_stock(grade: Grade) -> None:
    assert best_of(replace(ORDINARY, grade=grade)) is Disposition.RESTOCK


@pytest.mark.parametrize("grade", [Grade.A, Grade.B])
def test_what_is_as_new_is_not_given_away_because_nobody_knows_its_price(grade: Grade) -> None:
    assert best_of(Case(grade, TODAY)) is Disposition.RESTOCK


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
        ({"terms": replace(TAKES_ALL, defective=CreditMode.DESTROY)}, Block.DESTROY_IN_FIELD),
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
