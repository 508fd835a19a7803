"""What the shop lays down: policies, checklists and guides in versions; and which exceptions were settled."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from returns_desk.domain.checklists import Check, CheckKind, Checklist, GradeGuide
from returns_desk.domain.grades import Finding, Grade, StatedReason
from returns_desk.domain.policies import Policy, PolicyCode, RefundStart
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

    def snapshot(self) -> Policy:
        """The policy as the rules read it; figures that this program does not know are left out."""
        return policy_from(self.code, self.version, self.valid_from, self.body)


def policy_body(policy: Policy) -> dict[str, Any]:
    """Write a policy as plain values."""
    return {name: value for name, value in asdict(policy).items() if name not in ("code", "version", "valid_from")}


def policy_from(code: PolicyCode, version: int, valid_from: date, body: dict[str, Any]) -> Policy:
    """Read a policy back from plain values."""
    kinds: dict[str, Any] = {
        "window_by_category": lambda pairs: tuple((str(category), int(days)) for category, days in pairs),
        "free_reasons": lambda codes: tuple(StatedReason(reason) for reason in codes),
        "refund_from": RefundStart,
    }
    facts = {
        name: kinds.get(name, lambda as_is: tuple(as_is) if isinstance(as_is, list) else as_is)(value)
        for name, value in body.items()
        if name in Policy.__dataclass_fields__
    }
    return Policy(code=code, version=version, valid_from=valid_from, **facts)


class ChecklistRecord(Record):
    """One version of the checks for a category; the newest counts, answers name the version they were given to."""

    __tablename__ = "checklists"
    __table_args__ = (UniqueConstraint("category", "version"), STRICT)

    id: Mapped[Key]
    category: Mapped[Name]
    version: Mapped[int] = mapped_column(Whole)
    checks: Mapped[list[dict[str, Any]]] = mapped_column(Json)  # and, first, the findings that matter there
    made_at: Mapped[datetime] = mapped_column(Moment)

    def snapshot(self) -> Checklist:
        """The list as the desk asks it."""
        checks = tuple(_check(kept) for kept in self.checks if "code" in kept)
        findings = next((kept["findings"] for kept in self.checks if "findings" in kept), ())
        return Checklist(self.category, self.version, checks, tuple(Finding(code) for code in findings))


def checklist_body(checklist: Checklist) -> list[dict[str, Any]]:
    """A list as it is kept."""
    findings = [{"findings": [finding.value for finding in checklist.findings]}] if checklist.findings else []
    return [*findings, *(asdict(check) for check in checklist.checks)]


def _check(kept: dict[str, Any]) -> Check:
    lists = {name: tuple(kept[name]) for name in ("choices", "choices_en", "good")}
    finding = Finding(kept["finding"]) if kept["finding"] else None
    return Check(**kept | lists | {"kind": CheckKind(kept["kind"]), "finding": finding})


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
