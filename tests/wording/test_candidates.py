"""What speaks for a return is said as a clerk would say it, in both languages."""

import pytest

from returns_desk.domain.candidates import CandidateGround, ReturnCandidate, WhyCandidate
from returns_desk.wording import Words
from returns_desk.wording.candidates import say_candidate, say_choice, say_why
from tests.wording.test_sentences import BothLanguages, is_hebrew, plain

G = CandidateGround
KETTLE = WhyCandidate(G.PRODUCT, "קומקום KX-17", "Kettle KX-17")


def test_a_candidate_is_said_in_one_line() -> None:
    why = (KETTLE, WhyCandidate(G.DAYS, "3"), WhyCandidate(G.CARRIER, "DHL"))
    candidate = ReturnCandidate("rma", "RMA-1", "שירה אלון", 70, why, vip=True)
    said = plain(say_choice(Words("en"), candidate))
    assert said == "RMA-1 · שירה אלון · VIP · carrier DHL, Kettle KX-17 announced 3 days ago"
    assert plain(say_candidate(Words("he"), candidate)) == "מוביל DHL, קומקום KX-17 הוכרז לפני 3 ימים"


@BothLanguages
@pytest.mark.parametrize("kind", ["rma", "order"])
@pytest.mark.parametrize("ground", [ground for ground in G if ground not in (G.NUMBER, G.PRODUCT)])
def test_every_ground_has_its_words(words: Words, kind: str, ground: G) -> None:
    for days in ("0", "1", "30"):
        said = say_why(words, WhyCandidate(ground, days), kind)
        assert said
        assert is_hebrew(said) == (words.language == "he")


@pytest.mark.parametrize(("days", "said"), [("0", "announced today"), ("1", "announced yesterday")])
def test_near_days_have_names(days: str, said: str) -> None:
    assert say_why(Words("en"), WhyCandidate(G.DAYS, days)) == said


def test_an_order_was_sold_and_its_own_number_is_not_told_twice() -> None:
    why = (WhyCandidate(G.ORDER, "SO-7"), WhyCandidate(G.DAYS, "8"))
    assert plain(say_candidate(Words("en"), ReturnCandidate("order", "SO-7", "Dana", 76, why))) == "sold 8 days ago"
