"""What the shop lays down: policies, checklists and guides in versions; and which exceptions were settled."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from returns_desk.domain.checklists import GradeGuide
from returns_desk.domain.grades import Grade
from returns_desk.domain.policies import PolicyCode
from returns_desk.store.records.base import STRICT, Key, Name, Record, Text0
from returns_desk.store.types import Choice, Day, Json, Moment, Uid, Whole


class PolicyRecord(Record):
    """One version of a policy towards customers."""

    __tablename__ = "policies"
    __table_args__ = (UniqueConstraint("code", "version"), STRICT)

    id: Mapped[Key]
    code: Mapped[PolicyCode] = mapped_column(Choice(PolicyCode))
    version: Mapped[int] = mapped_column(Whole)
    valid_from: Mapped[date] = mapped_column(Day)
    body: Mapped[dict[str, Any]] = mapped_column(Json)


class ChecklistRecord(Record):
    """One version of the checks for a category; the newest counts, answers name the version they were given to."""

    __tablename__ = "checklists"
    __table_args__ = (UniqueConstraint("category", "version"), STRICT)

    id: Mapped[Key]
    category: Mapped[Name]
    version: Mapped[int] = mapped_column(Whole)
    checks: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    made_at: Mapped[datetime] = mapped_column(Moment)


class GradeGuideRecord(Record):
    """What a grade means for things of a category."""

    __tablename__ = "grade_guides"
    __table_args__ = (UniqueConstraint("category", "grade"), STRICT)

    id: Mapped[Key]
    category: Mapped[Name]
    grade: Mapped[Grade] = mapped_column(Choice(Grade))
    text: Mapped[Text0]
    text_en: Mapped[Text0]
    picture: Mapped[Text0]

    def snapshot(self) -> GradeGuide:
        """The guide as the desk shows it."""
        return GradeGuide(self.category, self.grade, self.text, self.text_en, self.picture)


class SettledRecord(Record):
    """One exception that somebody settled; the row goes when that is taken back, the journal keeps both."""

    __tablename__ = "settled"
    __table_args__ = STRICT

    id: Mapped[Key]
    key: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(Moment)
    how: Mapped[Name]
    note: Mapped[Text0]
