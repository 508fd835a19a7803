"""What terms say to one thing: the supplier's way, and what has to come with it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.grades import Finding, Grade
from returns_desk.domain.money import Money
from returns_desk.domain.recommendation import Block, Case
from returns_desk.domain.rules import BUILT_IN_RULE
from returns_desk.domain.term_fields import Evidence
from returns_desk.domain.terms import AuthorizationNeed, CreditMode, SupplierTerms
from returns_desk.domain.terms_said import TermsExample, terms_say
from returns_desk.wording import Words
from returns_desk.wording.terms import say_said, say_terms, say_verdict_of_terms
from tests.domain.term_strategies import FITTING

TODAY = date(2026, 11, 22)
KETTLE = TermsExample(
    "KETTLE",
    "קומקום",
    "Kettle",
    Case(Grade.D, TODAY, cost=10_000, price=20_000, delivered=TODAY - timedelta(days=20), has_supplier=True),
    BUILT_IN_RULE,
)


def said_of(language: str, terms: SupplierTerms, example: TermsExample = KETTLE) -> str:
    """Verdict and lines, as a person reads them."""
    words, said = Words(language), terms_say(example, terms)
    lines = " | ".join([say_verdict_of_terms(words, said), *say_said(words, said)])
    return lines.replace("\u2068", "").replace("\u2069", "")


@given(FITTING, st.sampled_from(Grade), st.sets(st.sampled_from(Finding), max_size=2), st.sampled_from(("he", "en")))
def test_any_terms_say_something_to_anything(
    terms: SupplierTerms, grade: Grade, findings: set[Finding], language: str
) -> None:
    example = replace(KETTLE, case=replace(KETTLE.case, grade=grade, findings=tuple(findings)))
    said = terms_say(example, terms)
    assert set(said.missing) <= set(said.evidence)
    assert said.destroyed is (terms.mode(grade) is CreditMode.DESTROY)
    assert said_of(language, terms, example)
    assert list(say_terms(Words(language), terms, "ILS"))


def test_a_minimum_of_300_that_is_not_met_ships_anyway_after_21_days() -> None:
    terms = SupplierTerms(minimum_value=30_000, minimum_wait_days=21)
    assert terms_say(KETTLE, terms).option.minimum_missing == Money(20_000)
    assert "Below the minimum after 21 days: ship anyway" in said_of("en", terms)
    assert "מתחת למינימום אחרי 21 ימים: " in said_of("he", terms)
    there = replace(KETTLE, case=replace(KETTLE.case, waiting_value=25_000))
    assert "Below the minimum" not in said_of("en", terms, there)


def test_defective_goods_that_are_destroyed_here_are_credited_without_coming_back() -> None:
    terms = SupplierTerms(defective=CreditMode.DESTROY, not_defective=CreditMode.RETURN)
    said = terms_say(KETTLE, terms)
    assert said.destroyed
    assert Evidence.DESTRUCTION in said.evidence
    assert said_of("en", terms).startswith("Credited without coming back: destroy it here")
    assert said_of("he", terms).startswith("מזוכה בלי שליחה: להשמיד כאן")
    sound = replace(KETTLE, case=replace(KETTLE.case, grade=Grade.B))
    assert said_of("en", terms, sound).startswith("Taken back for credit")


@pytest.mark.parametrize(
    ("terms", "block"),
    [
        (SupplierTerms(defective=CreditMode.NONE), Block.CONDITION_NOT_TAKEN),
        (SupplierTerms(window_days=10), Block.WINDOW_CLOSED),
    ],
)
def test_what_is_not_taken_says_why(terms: SupplierTerms, block: Block) -> None:
    assert terms_say(KETTLE, terms).option.blocks == (block,)
    assert said_of("en", terms).startswith("Not taken back: ")


def test_days_fee_number_and_evidence_are_told() -> None:
    terms = SupplierTerms(
        fee_bp=500, authorization=AuthorizationNeed.YES, authorization_days=30, photos_needed=True, serials_needed=True
    )
    serialised = replace(KETTLE, case=replace(KETTLE.case, serialised=True, serial="SN-1"))
    said = terms_say(serialised, terms)
    assert (said.window_ends, said.fee) == (TODAY + timedelta(days=70), Money(500))
    assert (said.evidence, said.missing) == ((Evidence.PHOTOS, Evidence.SERIAL), (Evidence.PHOTOS,))
    text = said_of("en", terms, serialised)
    assert "Until 2027-01-31" in text
    assert "Restocking fee 5%: ₪5.00" in text
    assert "valid for 30 days" in text
    assert "photographs (missing), the serial number" in text
    assert terms_say(replace(serialised, photographed=True), terms).missing == ()
