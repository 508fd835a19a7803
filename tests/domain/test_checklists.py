"""What counts as an answer to a check, whether it passes, and what is still to be asked."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.checklists import (
    Check,
    CheckAnswer,
    CheckKind,
    Checklist,
    answer_to,
    category_key,
    failed,
    findings_for,
    is_measure,
    passes,
    unanswered,
)
from returns_desk.domain.grades import Finding
from returns_desk.domain.inspection_refusals import NotAnAnswer

POWER = Check("POWER", "נדלק?", "Does it power on?", finding=Finding.NO_POWER)
SIZE = Check(
    "SIZE",
    "מידה על התווית?",
    "Size on the tag?",
    CheckKind.CHOICE,
    choices=("קטנה", "בינונית", "אין תווית"),
    choices_en=("small", "medium", "no tag"),
    good=("קטנה", "בינונית"),
)
BATTERY = Check("BATTERY", "בריאות הסוללה", "Battery health", CheckKind.MEASURE, least="80", most="100", unit="%")
LIST = Checklist("electronics", 1, (POWER, SIZE, Check("BOX", "קופסה?", needed=False), BATTERY))


@pytest.mark.parametrize(("said", "value"), [("yes", "yes"), (" כן ", "yes"), ("NO", "no"), ("לא", "no"), ("y", "yes")])
def test_yes_and_no_are_understood_in_both_languages(said: str, value: str) -> None:
    assert answer_to(POWER, said) == CheckAnswer("POWER", value, value == "yes")


@pytest.mark.parametrize("said", ["2", "בינונית", "Medium", " medium "])
def test_a_choice_is_given_by_its_number_or_its_text_in_either_language(said: str) -> None:
    assert answer_to(SIZE, said) == CheckAnswer("SIZE", "בינונית", passed=True)


def test_a_choice_that_is_not_among_the_good_ones_does_not_pass() -> None:
    assert answer_to(SIZE, "3") == CheckAnswer("SIZE", "אין תווית", passed=False)


def test_a_choice_that_is_a_number_itself_counts_before_its_place() -> None:
    packs = Check("N", "כמה?", kind=CheckKind.CHOICE, choices=("2", "1"), good=("2",))
    assert answer_to(packs, "1").value == "1"


@pytest.mark.parametrize(
    ("said", "value", "passed"),
    [
        ("87", "87", True),
        ("79.9", "79.9", False),
        ("80,0", "80", True),
        ("100", "100", True),
        ("100.5", "100.5", False),
    ],
)
def test_a_measured_value_passes_between_its_bounds(said: str, value: str, passed: bool) -> None:
    assert answer_to(BATTERY, said) == CheckAnswer("BATTERY", value, passed)


@pytest.mark.parametrize(
    ("check", "said"),
    [
        (POWER, ""),
        (POWER, "maybe"),
        (POWER, "1"),
        (SIZE, "4"),
        (SIZE, "0"),
        (SIZE, "large"),
        (BATTERY, "high"),
        (BATTERY, "1e3"),
        (BATTERY, "NaN"),
        (BATTERY, "7290011232016"),
        (BATTERY, "٨٧"),
        (BATTERY, "1.000,5"),
    ],
)
def test_what_is_no_answer_is_refused(check: Check, said: str) -> None:
    with pytest.raises(NotAnAnswer) as refused:
        answer_to(check, said)
    assert refused.value.code == check.code


@given(st.text(max_size=30), st.sampled_from([POWER, SIZE, BATTERY]))
def test_any_text_is_an_answer_or_refused_and_the_answer_reads_back(said: str, check: Check) -> None:
    try:
        answer = answer_to(check, said)
    except NotAnAnswer:
        return
    assert answer_to(check, answer.value) == answer
    assert answer.passed == passes(check, answer.value)


@given(st.decimals(-999_999, 999_999, places=2, allow_nan=False, allow_infinity=False))
def test_a_number_is_understood_with_point_and_with_comma(number: Decimal) -> None:
    free = Check("M", "?", kind=CheckKind.MEASURE)
    written = f"{number:f}"
    assert is_measure(written)
    assert answer_to(free, written) == answer_to(free, written.replace(".", ","))
    assert Decimal(answer_to(free, written).value) == number


@given(st.sets(st.sampled_from([check.code for check in LIST.checks])), st.booleans())
def test_what_is_unanswered_is_needed_and_was_not_asked_yet(given_codes: set[str], passed: bool) -> None:
    answers = tuple(CheckAnswer(code, "x", passed) for code in given_codes)
    open_codes = [check.code for check in unanswered(LIST, answers)]
    assert open_codes == [check.code for check in LIST.checks if check.needed and check.code not in given_codes]
    assert {check.code for check in failed(LIST, answers)} == (set() if passed else given_codes)


def test_a_category_is_found_whatever_its_capitals_and_blanks() -> None:
    assert category_key("  Kitchen   Electrics ") == category_key("kitchen electrics")


def test_the_findings_that_matter_to_a_category_come_in_its_own_order() -> None:
    own = Checklist("clothes", 1, (), (Finding.STAINED, Finding.SMELLS))
    assert findings_for(own) == (Finding.STAINED, Finding.SMELLS)
    assert findings_for(LIST) == findings_for(None)
    assert len(set(findings_for(None))) == len(findings_for(None))
