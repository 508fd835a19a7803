"""Find what the shop laid down: checklists and guides by category, inspections that were filed away."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from returns_desk.domain.checklists import ALL_CATEGORIES, category_key
from returns_desk.store.records import ChecklistRecord, GradeGuideRecord, InspectionRecord, PersonRecord


def checklist_for(session: Session, category: str) -> ChecklistRecord | None:
    """The newest list for a category, else the one for all that have none of their own."""
    query = (
        select(ChecklistRecord)
        .where(ChecklistRecord.category.in_((category_key(category), ALL_CATEGORIES)))
        .order_by((ChecklistRecord.category == ALL_CATEGORIES), ChecklistRecord.version.desc())
        .limit(1)
    )
    return session.scalar(query)


def newest_checklists(session: Session, categories: Sequence[str] | None = None) -> list[ChecklistRecord]:
    """The newest list of every category (or of these, by their keys), by category."""
    newer = aliased(ChecklistRecord)
    newest = select(func.max(newer.version)).where(newer.category == ChecklistRecord.category).scalar_subquery()
    query = select(ChecklistRecord).where(ChecklistRecord.version == newest).order_by(ChecklistRecord.category)
    return list(session.scalars(query.where(ChecklistRecord.category.in_(categories)) if categories else query))


def guides_for(session: Session, category: str) -> list[GradeGuideRecord]:
    """What each grade means for a category, else for all that have no guides of their own."""
    wanted = (category_key(category), ALL_CATEGORIES)
    found = list(session.scalars(select(GradeGuideRecord).where(GradeGuideRecord.category.in_(wanted))))
    own = [guide for guide in found if guide.category != ALL_CATEGORIES]
    return sorted(own or found, key=lambda guide: guide.grade.value)


def all_guides(session: Session) -> list[GradeGuideRecord]:
    """Every guide, by category and grade."""
    return list(session.scalars(select(GradeGuideRecord).order_by(GradeGuideRecord.category, GradeGuideRecord.grade)))


def filed_inspections(session: Session, item_id: str) -> list[tuple[InspectionRecord, PersonRecord | None]]:
    """The inspections of a piece that others followed, the first one first, each with its inspector."""
    query = (
        select(InspectionRecord, PersonRecord)
        .outerjoin(PersonRecord, PersonRecord.id == InspectionRecord.person_id)
        .where(InspectionRecord.item_id == item_id)
        .order_by(InspectionRecord.position)
    )
    return [(inspection, person) for inspection, person in session.execute(query)]
