"""What is checked at the things of a category, and what each grade means there: questions, answers, guides.

The rules are pure: what counts as an answer, whether it passes, what is still to be asked.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from returns_desk.domain.grades import Finding, Grade
from returns_desk.domain.inspection_refusals import NotAnAnswer

YES, NO = "yes", "no"
ALL_CATEGORIES = ""  # the list of things whose category has none of its own
MOST_CHOICES = 9  # there is a command barcode for each
_YES_WORDS = frozenset({YES, "y", "true", "כן", "כ"})
_NO_WORDS = frozenset({NO, "n", "false", "לא", "ל"})
_NUMBER = re.compile(r"[-−+]?\d{1,6}(?:[.,]\d{1,4})?", re.ASCII)


class CheckKind(StrEnum):
    """How a check is answered."""

    YES_NO = "yes or no"
    CHOICE = "choice"
    MEASURE = "measure"


@dataclass(frozen=True)
class Check:
    """One question about a piece. ``good``: answers that pass; of a measure, ``least`` and ``most`` bound what passes.

    ``finding``: what an answer that does not pass adds to the findings of the piece.
    """

    code: str
    text: str
    text_en: str = ""
    kind: CheckKind = CheckKind.YES_NO
    choices: tuple[str, ...] = ()
    choices_en: tuple[str, ...] = ()
    good: tuple[str, ...] = ("yes",)
    least: str = ""  # a decimal number, or empty
    most: str = ""
    unit: str = ""
    needed: bool = True  # a decision waits for its answer
    finding: Finding | None = None

    def text_in(self, language: str) -> str:
        """The question in a language, else in the one there is."""
        return (self.text_en or self.text) if language == "en" else (self.text or self.text_en)

    def choice_in(self, choice: str, language: str) -> str:
        """A choice (as it stands in ``choices``) in a language, else as it is."""
        if language == "en" and choice in self.choices:
            place = self.choices.index(choice)
            return self.choices_en[place] if place < len(self.choices_en) else choice
        return choice


@dataclass(frozen=True)
class Checklist:
    """One version of the checks for a category; ``findings`` matter there, the most used first (none: the usual)."""

    category: str
    version: int
    checks: tuple[Check, ...]
    findings: tuple[Finding, ...] = ()

    def check(self, code: str) -> Check | None:
        """The check with this code."""
        return next((check for check in self.checks if check.code == code), None)


@dataclass(frozen=True)
class CheckAnswer:
    """What was answered; ``value`` is ``yes``, ``no``, a choice or a decimal number; ``finding``: what it added."""

    code: str
    value: str
    passed: bool
    finding: str = ""


@dataclass(frozen=True)
class GradeGuide:
    """What a grade means for things of a category; ``picture`` is the fingerprint of a kept photograph."""

    category: str
    grade: Grade
    text: str
    text_en: str = ""
    picture: str = ""

    def text_in(self, language: str) -> str:
        """The guide in a language, else in the one there is."""
        return (self.text_en or self.text) if language == "en" else (self.text or self.text_en)


_USUAL_FINDINGS = (
    Finding.NO_POWER,
    Finding.BROKEN,
    Finding.LEAKS,
    Finding.MISSING_PART,
    Finding.DAMAGED_PACKAGING,
    Finding.NOT_AS_DESCRIBED,
    Finding.WRONG_ITEM,
    Finding.MARKED,
    Finding.WORN,
    Finding.EXPIRED,
    Finding.UNSAFE,
)


def category_key(category: str) -> str:
    """A category as lists are kept and found by it, whatever its capitals and blanks."""
    return " ".join(category.split()).casefold()


def findings_for(checklist: Checklist | None) -> tuple[Finding, ...]:
    """The findings that a screen offers for things of a category, in their order; a scan reaches all the others."""
    return (checklist.findings if checklist else ()) or _USUAL_FINDINGS


def answer_to(check: Check, text: str) -> CheckAnswer:
    """Read what somebody said to a check. Refuses ``NotAnAnswer``.

    Yes and no in words of both languages; a choice by its text in either language or by its number, counted from 1; a
    measured value as a decimal number with point or comma.
    """
    said = " ".join(text.split())
    match check.kind:
        case CheckKind.YES_NO:
            value = _yes_or_no(said)
        case CheckKind.CHOICE:
            value = _choice(check, said)
        case CheckKind.MEASURE:
            value = _number(said)
    if value is None:
        raise NotAnAnswer(check.code, said[:40], check.kind.value)
    return CheckAnswer(check.code, value, passes(check, value))


def passes(check: Check, value: str) -> bool:
    """Whether an answer's value is good: among the good ones, or a number within the bounds, which count as good."""
    if check.kind is not CheckKind.MEASURE:
        return value in check.good
    number = Decimal(value)
    return (not check.least or number >= Decimal(check.least)) and (not check.most or number <= Decimal(check.most))


def is_measure(text: str) -> bool:
    """Whether a text reads as a measured value: a short number, as no barcode is."""
    return _NUMBER.fullmatch("".join(text.split())) is not None


def unanswered(checklist: Checklist, answers: Iterable[CheckAnswer]) -> tuple[Check, ...]:
    """The needed checks that nobody answered yet, in the list's order."""
    given = {answer.code for answer in answers}
    return tuple(check for check in checklist.checks if check.needed and check.code not in given)


def failed(checklist: Checklist, answers: Iterable[CheckAnswer]) -> tuple[Check, ...]:
    """The checks whose answer does not pass, in the list's order."""
    bad = {answer.code for answer in answers if not answer.passed}
    return tuple(check for check in checklist.checks if check.code in bad)


def _yes_or_no(said: str) -> str | None:
    folded = said.casefold()
    if folded in _YES_WORDS:
        return YES
    return NO if folded in _NO_WORDS else None


def _choice(check: Check, said: str) -> str | None:
    """The choice as it stands in the shop's own language; a text that is a choice counts before a number."""
    folded = said.casefold()
    for spellings in (check.choices, check.choices_en):
        for choice, spelling in zip(check.choices, spellings, strict=False):
            if spelling.casefold() == folded:
                return choice
    if re.fullmatch(r"[1-9]", said, re.ASCII) and int(said) <= len(check.choices):
        return check.choices[int(said) - 1]
    return None


def _number(said: str) -> str | None:
    """The number in its plainest writing, so that one value has one text."""
    joined = "".join(said.split())
    if not _NUMBER.fullmatch(joined):
        return None
    number = Decimal(joined.replace("−", "-").replace(",", "."))
    return f"{number.normalize() + 0:f}"
