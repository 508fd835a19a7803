"""What a policy says of a piece, and what stands in one, in words of both languages."""

import pytest
from hypothesis import given

from returns_desk.domain.money import Money
from returns_desk.domain.policies import Policy, PolicyCode, PolicyGround, PolicyVerdict, Verdict, VerdictGround
from returns_desk.domain.policy_presets import ISRAEL_DISTANCE, PRESETS
from returns_desk.domain.verdicts import PolicyCase, judge
from returns_desk.wording import Words
from returns_desk.wording.policies import say_policy, say_verdict, short_verdict, verdict_line
from tests.domain.test_verdicts import a_case, cases, presets

LANGUAGES = (Words("he"), Words("en"))
BothLanguages = pytest.mark.parametrize("words", LANGUAGES, ids=["he", "en"])


def plain(said: str) -> str:
    return said.replace("\u2068", "").replace("\u2069", "").replace("\u00a0", " ")


def test_a_verdict_is_one_line_with_its_money_and_its_last_day() -> None:
    line = plain(verdict_line(Words("en"), judge(ISRAEL_DISTANCE, a_case(6))))
    assert line == ("Day 6 of 14 · fee 5% or ₪100.00, the lower: ₪8.45 · refund ₪160.55 · refund by 2026-11-22")
    assert "יום 6 מתוך 14" in plain(verdict_line(Words("he"), judge(ISRAEL_DISTANCE, a_case(6))))


@BothLanguages
@pytest.mark.parametrize("ground", PolicyGround)
def test_every_ground_is_said(words: Words, ground: PolicyGround) -> None:
    numbers = (500, 10_000)
    verdict = PolicyVerdict(
        PolicyCode.GENERIC, 1, Verdict.ALLOWED, (VerdictGround(ground, numbers),), Money(5), Money(1), Money(4)
    )
    said = say_verdict(words, verdict)
    assert len(said) == 2
    assert all(said)


@given(presets, cases)
def test_whatever_the_verdict_it_is_said(policy: Policy, case: PolicyCase) -> None:
    for words in LANGUAGES:
        assert all(say_verdict(words, judge(policy, case)))


@BothLanguages
@pytest.mark.parametrize("policy", PRESETS, ids=lambda policy: policy.code)
def test_every_preset_is_said_line_by_line(words: Words, policy: Policy) -> None:
    said = [plain(line) for line in say_policy(words, policy)]
    assert len(said) >= 4
    assert any(str(policy.window_days) in line for line in said)


def test_in_short_what_is_outside_the_policy_is_told_before_all_else() -> None:
    grounds = (VerdictGround(PolicyGround.DAY_OF, (6, 14)), VerdictGround(PolicyGround.CHEAP, (5000,)))
    verdict = PolicyVerdict(PolicyCode.GENERIC, 1, Verdict.WARN, grounds, Money(3990), None, None)
    assert plain(short_verdict(Words("en"), verdict, 1)) == "Costs no more than ₪50.00"
