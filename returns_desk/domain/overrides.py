"""How often the desk went another way than was advised, and by whose rule, whose hand and whose goods."""

from dataclasses import dataclass

from returns_desk.domain.items import OverrideReason

ALL = 10_000  # basis points


@dataclass(frozen=True)
class OverrideCount:
    """Decisions of one kind, and how many of them were overrides.

    ``key`` is a row's key, a person's id, a supplier's code (empty: goods without one) or a reason; ``name`` and
    ``name_en`` what people call it, where it has a name of its own.
    """

    key: str
    decisions: int
    overrides: int
    name: str = ""
    name_en: str = ""

    @property
    def share(self) -> int:
        """Overrides among the decisions in basis points, rounded half up."""
        return (2 * self.overrides * ALL + self.decisions) // (2 * self.decisions) if self.decisions else 0

    def name_in(self, language: str) -> str:
        """The name in a language, else the one there is."""
        return (self.name_en or self.name) if language == "en" else (self.name or self.name_en)


@dataclass(frozen=True)
class Judged:
    """Decisions that are alike in all that is counted, added up."""

    rule: str
    person_id: str
    supplier: str
    reason: OverrideReason | None
    decisions: int


@dataclass(frozen=True)
class OverrideCounts:
    """The same decisions counted four ways, each with the most overrides first; undone decisions count nowhere."""

    days: int
    decisions: int = 0
    overrides: int = 0
    rows: tuple[OverrideCount, ...] = ()
    clerks: tuple[OverrideCount, ...] = ()
    suppliers: tuple[OverrideCount, ...] = ()
    reasons: tuple[OverrideCount, ...] = ()  # each reason among all decisions

    def of_row(self, key: str) -> OverrideCount:
        """The count of one row of the rules; none were made by one that is not counted."""
        return next((row for row in self.rows if row.key == key), OverrideCount(key, 0, 0))
