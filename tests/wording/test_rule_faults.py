"""Whatever is wrong with a book of rules or its file is said in both languages, with its place."""

from dataclasses import replace
from datetime import date

import pytest

from returns_desk.domain.rule_faults import RuleFact, RuleFault, Section
from returns_desk.domain.rule_figures import Figure
from returns_desk.domain.rule_refusals import RulesRefused
from returns_desk.wording import Words
from returns_desk.wording.refusals import refusal_line, say_refusal
from returns_desk.wording.rule_faults import say_fault, say_placed_fault
from tests.wording.test_sentences import BothLanguages, is_hebrew, plain


def fault(fact: RuleFact, name: str = "open_box_b", value: str = "2026-12-01", line: int = 7) -> RuleFault:
    return RuleFault(fact, Section.RULE, 2, name, value, line, other=4)


@BothLanguages
@pytest.mark.parametrize("fact", RuleFact)
@pytest.mark.parametrize("name", [*Figure, "hour", "from", ""])
def test_every_fault_has_its_sentence(words: Words, fact: RuleFact, name: str) -> None:
    for line in (0, 7):
        said = plain(say_fault(words, fault(fact, name, line=line)))
        assert said
        assert said != fact.value, "said by its name in the code"
        assert words.language == "en" or is_hebrew(said), said


def test_two_facts_are_never_said_alike() -> None:
    said = [plain(say_fault(Words("en"), fault(fact))) for fact in RuleFact]
    assert {one for one in said if said.count(one) > 1} == {"There is no open_box_b here"}, "a key or a figure"


@BothLanguages
def test_a_line_goes_before_a_row_and_a_row_before_a_fee(words: Words) -> None:
    of_file = fault(RuleFact.TOO_MUCH)
    assert plain(say_placed_fault(words, of_file)).startswith(("line 7: open_box_b", "שורה 7: open_box_b"))
    by_hand = fault(RuleFact.TOO_MUCH, line=0)
    assert "2" in say_placed_fault(words, by_hand)
    assert words.name(Figure.OPEN_BOX_B) in plain(say_placed_fault(words, by_hand)), "no file: no key, but its name"
    assert "100%" in say_placed_fault(words, by_hand)
    fee = RuleFault(RuleFact.STREAM_TWICE, Section.FEE, 3, "stream", "glass")
    assert plain(say_placed_fault(words, fee)).startswith(("fee 3", "אגרה 3"))
    whole = RuleFault(RuleFact.NO_GENERAL, Section.RULE)
    assert say_placed_fault(words, whole) == say_fault(words, whole)


def test_a_misspelt_name_is_guessed() -> None:
    known = " ".join(Figure)
    said = say_fault(Words("en"), fault(RuleFact.UNKNOWN_FIGURE, "Open_bocks_b", known))
    assert plain(said) == "There is no Open_bocks_b here; perhaps open_box_b?"
    assert plain(say_fault(Words("en"), fault(RuleFact.UNKNOWN_KEY, "zzz", known))) == "There is no zzz here"


@BothLanguages
def test_a_refused_book_names_its_first_faults_and_that_the_old_rules_stay(words: Words) -> None:
    faults = tuple(fault(RuleFact.TOO_MUCH, line=line) for line in range(1, 6))
    said, way_on = say_refusal(words, RulesRefused(faults))
    assert plain(said).count("open_box_b") == 3
    assert "2" in plain(said).rpartition(";")[2], "and two more"
    assert way_on == words("The old rules stay")
    assert refusal_line(words, RulesRefused(faults[:1])).count(";") == 0


@BothLanguages
def test_without_a_file_a_day_is_called_and_written_as_in_the_form(words: Words) -> None:
    by_hand = RuleFault(RuleFact.NOT_A_DATE, Section.RULE, 1, "until", "0")
    said = plain(say_placed_fault(words, by_hand))
    assert plain(words("Until day")) in said
    assert words.date(date(2026, 12, 1)) in said
    in_file = plain(say_placed_fault(words, replace(by_hand, line=3)))
    assert "until" in in_file.split()
    assert "2026-12-01" in in_file
