"""Numbers of shipping units: 18 digits, checked, never twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.codes import sscc_key
from returns_desk.domain.sscc import check_digit, is_company_prefix, is_sscc, make_sscc, shown_sscc

digits = st.characters(min_codepoint=ord("0"), max_codepoint=ord("9"))
prefixes = st.text(digits, min_size=7, max_size=10)


@given(prefixes, st.integers(1, 10**7 - 1))
def test_an_sscc_is_18_digits_that_hold_the_prefix_and_check_themselves(prefix: str, serial: int) -> None:
    made = make_sscc(prefix, serial)
    assert is_sscc(made)
    assert made[1:].startswith(prefix)
    assert sscc_key(shown_sscc(made)) == made


@given(prefixes, st.lists(st.integers(1, 10**6), min_size=2, max_size=20, unique=True))
def test_no_two_serials_of_a_prefix_give_the_same_number(prefix: str, serials: list[int]) -> None:
    assert len({make_sscc(prefix, serial) for serial in serials}) == len(serials)


@given(prefixes, st.integers(1, 10**6), st.integers(0, 17), st.integers(1, 9))
def test_one_wrong_digit_is_found(prefix: str, serial: int, place: int, off: int) -> None:
    made = make_sscc(prefix, serial)
    wrong = str((int(made[place]) + off) % 10)
    assert not is_sscc(made[:place] + wrong + made[place + 1 :])


def test_the_check_digit_is_the_one_of_gs1s_own_example() -> None:
    assert check_digit("37610425002123456") == "9"


def test_the_serials_of_a_prefix_run_through_the_extension_digit_to_the_end() -> None:
    assert make_sscc("7290011234", 10**6).startswith("17290011234000000")
    assert make_sscc("7290011234", 10**7 - 1).startswith("97290011234999999")
    for serial in (0, -1, 10**7):
        with pytest.raises(ValueError, match="serial"):
            make_sscc("7290011234", serial)


@pytest.mark.parametrize("prefix", ["", "729001", "72900112345", "72900A1", "٧٢٩٠٠١١", " 7290011"])
def test_what_is_no_company_prefix_gives_no_number(prefix: str) -> None:
    assert not is_company_prefix(prefix)
    with pytest.raises(ValueError, match="prefix"):
        make_sscc(prefix, 1)


@pytest.mark.parametrize("text", ["", "37610425002123456", "376104250021234560", "37610425002123456a"])
def test_what_is_no_sscc_is_told_apart(text: str) -> None:
    assert not is_sscc(text)
