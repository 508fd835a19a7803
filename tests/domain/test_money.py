"""Money is exact: one rounding rule, no agora lost."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.money import Money, foreign_currency, minor_digits, parse_money

minor = st.integers(-(10**13), 10**13)
basis_points = st.integers(0, 10_000)


@given(minor, basis_points)
def test_a_share_is_the_exact_one_rounded_once_half_away_from_zero(amount: int, share: int) -> None:
    exact = Fraction(amount * share, 10_000)
    away = int(abs(exact) + Fraction(1, 2)) * (1 if exact >= 0 else -1)
    assert Money(amount).share(share) == Money(away)


@given(minor, basis_points)
def test_a_share_and_the_rest_are_the_whole(amount: int, share: int) -> None:
    part = Money(amount).share(share)
    assert part + (Money(amount) - part) == Money(amount)
    assert abs(part.minor) <= abs(amount)


@given(minor, basis_points)
def test_what_is_owed_and_what_is_due_round_alike(amount: int, share: int) -> None:
    assert Money(-amount).share(share) == -Money(amount).share(share)


@given(minor, minor, minor)
def test_sums_do_not_depend_on_their_order(a: int, b: int, c: int) -> None:
    assert Money(a) + Money(b) + Money(c) == Money(c) + (Money(b) + Money(a)) == Money(a + b + c)


def test_two_currencies_do_not_add_up() -> None:
    with pytest.raises(ValueError, match="USD and ILS"):
        Money(1, "USD") + Money(1, "ILS")
    with pytest.raises(ValueError, match="USD and ILS"):
        Money(1, "USD") - Money(1, "ILS")


@given(minor, st.sampled_from(["ILS", "USD", "EUR", "JPY"]))
def test_an_amount_that_was_written_is_read_back(amount: int, currency: str) -> None:
    money = Money(amount, currency)
    assert parse_money(str(money), currency) == money
    assert parse_money(f"{money.amount:,f}", currency) == money
    assert -money.amount.as_tuple().exponent == minor_digits(currency)


@pytest.mark.parametrize(
    ("written", "minor"),
    [
        ("84.50", 8_450), ("₪84.5", 8_450), ("84,50 ₪", 8_450), ("1,234.50", 123_450), ("1.234,50", 123_450),
        ("1,234", 123_400), ("1,234,567.89", 123_456_789), ("-3.10", -310), ("−3.10", -310), ("-₪3", -300),
        ("ILS 7", 700), ('12 ש"ח', 1_200), ("$5.005", 501), ("  6 ", 600), (".5", 50), ("+2", 200),
    ],
)  # fmt: skip
def test_amounts_are_read_as_people_write_them(written: str, minor: int) -> None:
    assert parse_money(written, "ILS") == Money(minor)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "-",
        "abc",
        "N/A",
        "5 for 10",
        "12 apples",
        "1e5",
        "1.2.3",
        "1-2",
        "10%",
        "1,23,4",
        "--5",
        "12,,5",
        "99999999999999",
    ],
)
def test_what_is_not_an_amount_is_never_taken_for_one(written: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_money(written, "ILS")


@given(st.text(max_size=30))
def test_any_text_is_an_amount_or_refused(written: str) -> None:
    try:
        money = parse_money(written, "ILS")
    except ValueError:
        return
    assert abs(money.minor) <= 10**13
    assert isinstance(money.amount, Decimal)


@pytest.mark.parametrize(
    ("written", "currency", "named"),
    [
        ("5 USD", "ILS", "USD"), ("$50", "ILS", "USD"), ("€ 7", "ILS", "EUR"), ("₪5", "USD", "ILS"),
        ('5 ש"ח', "EUR", "ILS"),
        ("50", "ILS", ""), ("₪50", "ILS", ""), ("50 NIS", "ILS", ""), ("$50", "USD", ""), ("$50", "CAD", ""),
        ("abc", "ILS", ""),
    ],
)  # fmt: skip
def test_an_amount_says_when_it_names_another_currency(written: str, currency: str, named: str) -> None:
    assert foreign_currency(written, currency) == named
