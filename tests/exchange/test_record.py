"""Fields of a row are read as people write them, and refused when they say nothing certain."""

from datetime import date
from enum import StrEnum

import pytest

from returns_desk.domain.import_facts import RowFact
from returns_desk.domain.money import Money
from returns_desk.domain.refusals import RowRefused
from returns_desk.exchange.record import Record

TODAY = date(2026, 11, 22)


class Colour(StrEnum):
    RED = "red"
    BLUE = "light blue"


def record(text: str) -> Record:
    return Record(2, {"field": text}, today=TODAY, currency="ILS")


def fact(caught: pytest.ExceptionInfo[RowRefused]) -> str:
    return caught.value.fact


@pytest.mark.parametrize(
    ("text", "minor"),
    [("84.50", 8450), ("84.5", 8450), ("84", 8400), ("1,234.50", 123450), ("84,50", 8450), ("₪84.50", 8450)],
)
def test_an_amount_is_read_with_point_comma_or_sign(text: str, minor: int) -> None:
    assert record(text).money("field") == Money(minor, "ILS")


@pytest.mark.parametrize(
    ("text", "minor"),
    [("84.50 ₪", 8450), ("0", 0), ("1,234", 123400), (" 7 ", 700), ("1,234,567.89", 123456789)],
)
def test_an_amount_is_read_as_it_is_written(text: str, minor: int) -> None:
    assert record(text).money("field") == Money(minor, "ILS")


@pytest.mark.parametrize("text", ["abc", "12abc", "1e5", "1.234,50", "--5", "-5", "12,34,5", "nan", "8 4", "9" * 40])
def test_what_is_no_certain_amount_is_refused(text: str) -> None:
    with pytest.raises(RowRefused) as caught:
        record(text).money("field")
    assert fact(caught) == RowFact.NOT_MONEY


def test_no_amount_is_nothing_and_not_zero() -> None:
    assert record("").money("field") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-22", date(2026, 11, 22)),
        ("1.2.2026", date(2026, 2, 1)),
        ("1/2/2026", date(2026, 2, 1)),
        ("31-12-2026", date(2026, 12, 31)),
        ("2026-11-22 09:41:00", date(2026, 11, 22)),
        ("2026-11-22T09:41", date(2026, 11, 22)),
        ("-6d", date(2026, 11, 16)),
        ("+8d", date(2026, 11, 30)),
        ("0d", TODAY),
    ],
)
def test_a_day_is_read_with_the_day_before_the_month(text: str, day: date) -> None:
    assert record(text).day("field") == day


@pytest.mark.parametrize("text", ["31.2.2026", "13/13/2026", "soon", "2026", "22.11.26", "0001-01-01", "45000"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(RowRefused) as caught:
        record(text).day("field")
    assert fact(caught) == RowFact.NOT_A_DATE


@pytest.mark.parametrize(("text", "flag"), [("yes", True), ("כן", True), ("1", True), ("No", False), ("לא", False)])
def test_yes_and_no_are_read_in_both_languages(text: str, flag: bool) -> None:
    assert record(text).flag("field", default=not flag) is flag


def test_an_empty_flag_is_the_usual_one_and_another_word_is_refused() -> None:
    assert record("").flag("field", default=True) is True
    with pytest.raises(RowRefused) as caught:
        record("maybe").flag("field")
    assert fact(caught) == RowFact.NOT_YES_OR_NO


@pytest.mark.parametrize(("text", "number"), [("3", 3), ("3.0", 3), ("007", 7)])
def test_a_whole_number_is_read(text: str, number: int) -> None:
    assert record(text).whole("field", least=1) == number


@pytest.mark.parametrize("text", ["0", "-3", "2.5", "three", "٣", "1000001", "9" * 30])
def test_what_is_no_fitting_number_is_refused(text: str) -> None:
    with pytest.raises(RowRefused) as caught:
        record(text).whole("field", least=1)
    assert fact(caught) == RowFact.NOT_A_NUMBER


@pytest.mark.parametrize(("text", "points"), [("5", 500), ("7.5", 750), ("100%", 10_000), ("", 123)])
def test_a_percentage_is_read_in_basis_points(text: str, points: int) -> None:
    assert record(text).share("field", default=123) == points


@pytest.mark.parametrize("text", ["101", "-5", "5,5", "x"])
def test_what_is_no_percentage_is_refused(text: str) -> None:
    with pytest.raises(RowRefused):
        record(text).share("field", default=0)


def test_a_choice_is_found_in_any_case_of_letters() -> None:
    assert record("Light Blue").choice("field", Colour) is Colour.BLUE
    assert record("").choice("field", Colour, Colour.RED) is Colour.RED
    with pytest.raises(RowRefused) as caught:
        record("green").choice("field", Colour, Colour.RED)
    assert caught.value == RowRefused(RowFact.NOT_A_CHOICE, "field", "green")


@pytest.mark.parametrize(
    "code",
    [
        "7290011234560",
        "4006381333931",
        "036000291452",
        "96385074",
        "03402809",
        "01234565",
        "10614141000415",
        "CB-C2",
        "12345",
    ],
)
def test_a_code_with_a_right_check_digit_or_without_any_is_taken_as_written(code: str) -> None:
    assert record(code).codes("field") == (code,)


@pytest.mark.parametrize("code", ["7290011234563", "036000291453", "96385075", "10614141000416", "01234566"])
def test_a_wrong_check_digit_is_refused_and_never_corrected(code: str) -> None:
    with pytest.raises(RowRefused) as caught:
        record(code).codes("field")
    assert caught.value == RowRefused(RowFact.CHECK_DIGIT, "field", code)


def test_several_codes_stand_in_one_cell() -> None:
    assert record("7290011234560; CB-1 | CB-1").codes("field") == ("7290011234560", "CB-1")


def test_a_code_of_other_letters_is_refused() -> None:
    with pytest.raises(RowRefused) as caught:
        record("קוד1").codes("field")
    assert fact(caught) == RowFact.NOT_A_CODE


def test_text_loses_control_signs_and_tricks_of_direction() -> None:
    assert record("ab\u202ecd\u2066\x07\u200f  e\tf\ufeff").text("field") == "abcd e f"


def test_long_text_is_cut_and_a_long_key_is_refused() -> None:
    assert len(record("x" * 10_000).text("field")) == 300
    with pytest.raises(RowRefused) as caught:
        record("x" * 61).key("field")
    assert fact(caught) == RowFact.TOO_LONG


@pytest.mark.parametrize("text", ["a@b.example, c@d.example", "a@b\r\nBcc: x@y", "no address", "<a@b>", "a@b@c"])
def test_what_is_not_one_mail_address_is_refused(text: str) -> None:
    with pytest.raises(RowRefused) as caught:
        record(text).address("field")
    assert fact(caught) == RowFact.NOT_AN_ADDRESS
