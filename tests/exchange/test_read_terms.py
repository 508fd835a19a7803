"""A supplier's terms as a file that people edit: out and in the same, and every fault with its line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.check_terms import term_faults
from returns_desk.domain.grades import SupplierReason
from returns_desk.domain.rule_faults import RuleFact
from returns_desk.domain.term_faults import TermFact
from returns_desk.domain.terms import BelowMinimum, CreditMode, SupplierTerms
from returns_desk.exchange.read_terms import TermsFile, terms_from_file
from returns_desk.exchange.write_terms import write_terms
from returns_desk.wording import Words
from returns_desk.wording.term_faults import say_placed_term_fault
from tests.domain.term_strategies import FITTING

TODAY = date(2026, 11, 22)


def read(text: str | bytes, currency: str = "ILS") -> TermsFile:
    return terms_from_file(text.encode() if isinstance(text, str) else text, currency, TODAY)


def faults(text: str | bytes) -> list[tuple[int, str, str]]:
    return [(fault.line, fault.fact, fault.name) for fault in read(text).faults(term_faults, "GALIL")]


@given(FITTING, st.sampled_from(("he", "en")), st.sampled_from(("ILS", "JPY", "USD")))
def test_what_is_written_is_read_back(terms: SupplierTerms, language: str, currency: str) -> None:
    file = read(write_terms(terms, "GALIL", Words(language), currency), currency)
    assert file.unread == ()
    assert file.terms == SupplierTerms(**{**vars(terms), "version": 1})
    assert file.supplier == "GALIL"


def test_a_short_file_leaves_the_rest_as_usual_and_begins_today() -> None:
    file = read('minimum_value = "300"\nbelow_minimum = "SHIP ANYWAY"\n[fee_by_reason]\npf = 10\n')
    assert file.faults(term_faults) == ()
    assert file.terms == SupplierTerms(
        valid_from=TODAY,
        minimum_value=30_000,
        below_minimum=BelowMinimum.SHIP,
        fee_by_reason={SupplierReason.POOR_FIT: 1_000},
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("window_day = 3\n", (1, RuleFact.UNKNOWN_KEY, "window_day")),
        ("\nwindow_days = 3.5\n", (2, RuleFact.NOT_A_NUMBER, "window_days")),
        ('credit_percent = "a lot"\n', (1, RuleFact.NOT_A_SHARE, "credit_percent")),
        ('credit_percent = "101%"\n', (1, TermFact.TOO_MUCH, "credit_percent")),
        ('minimum_value = "cheap"\n', (1, RuleFact.NOT_MONEY, "minimum_value")),
        ('valid_from = "soon"\n', (1, RuleFact.NOT_A_DATE, "valid_from")),
        ('photos_needed = "perhaps"\n', (1, RuleFact.NOT_YES_OR_NO, "photos_needed")),
        ("packing = 7\n", (1, RuleFact.NOT_TEXT, "packing")),
        ('defective = "burn it"\n', (1, TermFact.NOT_A_CHOICE, "defective")),
        ('terms_email = "nobody"\n', (1, TermFact.NOT_AN_ADDRESS, "terms_email")),
        ('currency = "USD"\n', (1, RuleFact.OTHER_CURRENCY, "currency")),
        ('supplier = "TAVOR"\n', (1, TermFact.OTHER_SUPPLIER, "supplier")),
        ("supplier = 5\n", (1, RuleFact.NOT_TEXT, "supplier")),
        ("fee_by_reason = 5\n", (1, RuleFact.NOT_A_TABLE, "fee_by_reason")),
        ("\n[fee_by_reason]\nXX = 5\n", (3, TermFact.NOT_A_CHOICE, "fee_by_reason")),
        ("\n[fee_by_reason]\nPF = 500\n", (3, TermFact.TOO_MUCH, "fee_by_reason")),
        ("window_days = 3\nwindow_days = 4\n", (2, RuleFact.KEY_TWICE, "window_days")),
        ("window_days == 3\n", (1, RuleFact.SYNTAX, "14")),
        (b"\xff\xfe\x00", (1, RuleFact.NO_TEXT_FILE, "")),
    ],
)
def test_nonsense_is_a_fault_with_its_line(text: str | bytes, expected: tuple[int, str, str]) -> None:
    assert faults(text) == [expected]


def test_all_faults_of_a_file_are_told_in_its_order() -> None:
    found = faults('credit_percent = 0\nwindow_days = "x"\nnonsense = 1\nterms_email = "x"\n')
    assert [line for line, _, _ in found] == [1, 2, 3, 4]


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    file = read(content)
    for fault in file.faults(term_faults, "GALIL"):
        assert say_placed_term_fault(Words("he"), fault)


@pytest.mark.parametrize("language", ["he", "en"])
def test_a_fault_says_line_and_what_fits(language: str) -> None:
    (fault,) = read('defective = "burn it"\n').faults(term_faults)
    said = say_placed_term_fault(Words(language), fault)
    assert "burn it" in said
    assert CreditMode.DESTROY in said
