"""Every fault of a supplier's terms has its sentence in both languages."""

import pytest

from returns_desk.domain.rule_faults import RuleFact
from returns_desk.domain.term_faults import TermFact, TermFault, TermsRefused
from returns_desk.wording import Words
from returns_desk.wording.refusals import refusal_line
from returns_desk.wording.term_faults import say_placed_term_fault, say_term_fault

HEBREW = range(0x5D0, 0x5EB)


@pytest.mark.parametrize("line", [0, 7])
@pytest.mark.parametrize("fact", [*TermFact, RuleFact.NEGATIVE, RuleFact.FAR, RuleFact.NOT_A_SHARE, RuleFact.SYNTAX])
def test_every_fault_is_said(fact: TermFact | RuleFact, line: int) -> None:
    fault = TermFault(fact, "credit_percent", "2026-12-01", line=line)
    said = say_placed_term_fault(Words("he"), fault)
    assert any(ord(sign) in HEBREW for sign in said)
    assert say_term_fault(Words("en"), fault) not in ("", fact.value)


def test_a_fee_is_named_by_its_reason_and_a_field_as_the_form_has_it() -> None:
    words = Words("en")
    fee = say_term_fault(words, TermFault(TermFact.TOO_MUCH, "fee_by_reason", "10001", "PF"))
    assert fee.replace("\u2068", "").replace("\u2069", "") == "fee for Poor fit is more than 100%"
    days = say_term_fault(words, TermFault(RuleFact.NEGATIVE, "window_days", "-1"))
    assert "Days to return" in days


def test_a_refusal_names_three_and_counts_the_rest() -> None:
    faults = tuple(TermFault(TermFact.NO_CREDIT, "credit_percent") for _ in range(5))
    said = refusal_line(Words("en"), TermsRefused(faults))
    assert said.count("the credit is 0%") == 3
    assert "and 2 more" in said
    assert "The old terms stay" in said
