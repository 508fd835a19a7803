"""A version of the rules for decisions as it is shown: the book, who laid it down, and whether it counts."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from returns_desk.domain.rules import RuleBook


class BookState(StrEnum):
    """Whether the desk decides by a version."""

    COMING = "coming"
    IN_FORCE = "in force"
    REPLACED = "replaced"  # a later version counts, or will count before this one could


@dataclass(frozen=True)
class RuleBookSnapshot:
    """One version. ``made_at`` is empty for what the program brings; ``ends``: from then a later version counts."""

    book: RuleBook
    state: BookState
    ends: date | None = None
    made_at: datetime | None = None
    person: str = ""
    person_en: str = ""

    def person_in(self, language: str) -> str:
        """Who laid it down, in a language; empty for what the program brings."""
        return (self.person_en or self.person) if language == "en" else (self.person or self.person_en)
