"""One inspection of a piece: the one that stands, or one that was filed away when another began."""

from dataclasses import dataclass
from datetime import datetime

from returns_desk.domain.checklists import CheckAnswer
from returns_desk.domain.grades import Finding, FoundReason, Grade, Liability


@dataclass(frozen=True)
class InspectionSnapshot:
    """What one person saw; ``position`` counts from 1, ``standing`` is the one that counts."""

    position: int
    standing: bool
    inspector: str
    inspector_en: str
    began_at: datetime | None
    ended_at: datetime | None
    grade: Grade | None
    findings: tuple[Finding, ...]
    found: FoundReason | None
    liability: Liability | None
    answers: tuple[CheckAnswer, ...]
    note: str = ""

    def inspector_in(self, language: str) -> str:
        """Who inspected, in a language."""
        return (self.inspector_en or self.inspector) if language == "en" else (self.inspector or self.inspector_en)
