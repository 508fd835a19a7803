"""What is checked at the things of a category, and what each grade means there: questions, answers, guides."""

from dataclasses import dataclass
from enum import StrEnum

from returns_desk.domain.grades import Finding, Grade


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


@dataclass(frozen=True)
class Checklist:
    """One version of the checks for a category."""

    category: str
    version: int
    checks: tuple[Check, ...]


@dataclass(frozen=True)
class CheckAnswer:
    """What was answered; ``value`` is ``yes``, ``no``, a choice or a decimal number."""

    code: str
    value: str
    passed: bool


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
