"""A scan and a stored code meet under one spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.codes import lookup_key, product_key


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(text: str) -> None:
    assert lookup_key(lookup_key(text)) == lookup_key(text)
    assert product_key(product_key(text)) == product_key(text)


@given(st.text("ABC-/0123456789", max_size=20), st.lists(st.integers(0, 20), max_size=4))
def test_blanks_and_case_do_not_count(code: str, places: list[int]) -> None:
    spaced = code.lower()
    for place in places:
        spaced = f"{spaced[:place]} {spaced[place:]}"
    assert lookup_key(spaced) == code


def test_upc_ean_and_gtin_of_one_product_meet() -> None:
    assert product_key("0012345678905") == product_key("012345678905") == product_key("00012345678905")


def test_a_sku_keeps_its_zeros() -> None:
    assert product_key("00A1") == "00A1"


@pytest.mark.parametrize("bad", ["\x00", "\ud800", "\u202e", "\x1d", "\u200f", "\n"])
def test_signs_that_no_database_keeps_and_nobody_sees_are_no_part_of_a_key(bad: str) -> None:
    assert lookup_key(f"RR{bad}1") == "RR1"


@given(st.text())
def test_every_key_can_be_written_down(text: str) -> None:
    assert "\x00" not in lookup_key(text)
    lookup_key(text).encode("utf-8")
