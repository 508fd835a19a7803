import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean, imei, isbn

from returns_desk.scanning.product_codes import (
    check_digit,
    expand_upc_e,
    is_gtin,
    is_imei,
    is_number,
    is_restricted,
    isbn13_of,
    normal_gtin,
    passes_luhn,
)

_DIGITS = "0123456789"


@given(st.sampled_from([8, 12, 13, 14]).flatmap(lambda length: st.text(_DIGITS, min_size=length, max_size=length)))
def test_check_digits_agree_with_an_independent_library(number: str) -> None:
    assert is_gtin(number) == (ean.is_valid(number) and number.strip("0") != "")


@given(st.text(_DIGITS, min_size=12, max_size=12), st.integers(1, 9))
def test_any_other_check_digit_is_refused(payload: str, by: int) -> None:
    wrong = str((int(check_digit(payload)) + by) % 10)
    assert not is_gtin(payload + wrong)


@given(st.text(_DIGITS, min_size=15, max_size=15))
def test_the_sum_of_phone_numbers_agrees_with_an_independent_library(number: str) -> None:
    assert passes_luhn(number) == imei.is_valid(number)


@given(st.text(_DIGITS + "X", min_size=10, max_size=10))
def test_isbn10_agrees_with_an_independent_library(number: str) -> None:
    expected = isbn.to_isbn13(number) if isbn.is_valid(number) and number.strip("0") else None
    assert isbn13_of(number) == expected


@pytest.mark.parametrize("number", ["356938035643809", "490154203237518"])
def test_a_phone_is_known_by_its_number(number: str) -> None:
    assert is_imei(number)
    assert not is_imei(number[:-1] + str((int(number[-1]) + 1) % 10))


@pytest.mark.parametrize(
    ("short", "long"),
    [("04252614", "042100005264"), ("01234565", "012345000065"), ("06397126", "063200009716"), ("04252615", None),
     ("94252614", None), ("0425261", None)],
)  # fmt: skip
def test_a_short_upc_grows_to_its_long_form_or_is_none(short: str, long: str | None) -> None:
    assert expand_upc_e(short) == long


@pytest.mark.parametrize(
    ("written", "normal"),
    [("036000291452", "0036000291452"), ("7290011234560", "7290011234560"), ("07290011234560", "7290011234560"),
     ("17290011234567", "17290011234567"), ("96385074", "96385074"), ("00000096385074", "96385074")],
)  # fmt: skip
def test_a_product_number_has_one_spelling(written: str, normal: str) -> None:
    assert normal_gtin(written) == normal


def test_weighed_goods_are_numbers_of_the_shop() -> None:
    assert is_restricted("2912345012342")
    assert is_restricted("0212345012345")
    assert is_restricted("0412345012343")
    assert not is_restricted("7290011234560")
    assert not is_restricted("0036000291452")


def test_arabic_and_raised_digits_are_no_digits() -> None:
    assert not is_number("١٢٣")
    assert not is_number("²²")
    assert not is_number("")
