"""Find the versions of the rules for decisions, what was decided by one, and the names that their rows may use."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from returns_desk.domain.batches import PartnerKind
from returns_desk.store.records import DecisionRecord, PartnerRecord, PersonRecord, ProductRecord, RuleBookRecord


def books_with_makers(session: Session) -> list[tuple[RuleBookRecord, PersonRecord | None]]:
    """The versions that the shop laid down, newest first, each with whoever did."""
    query = (
        select(RuleBookRecord, PersonRecord)
        .outerjoin(PersonRecord, PersonRecord.id == RuleBookRecord.person_id)
        .order_by(RuleBookRecord.version.desc())
    )
    return [(record, person) for record, person in session.execute(query)]


def newest_book(session: Session) -> RuleBookRecord | None:
    """The last version that was laid down, be it in force or coming."""
    return session.scalar(select(RuleBookRecord).order_by(RuleBookRecord.version.desc()).limit(1))


def decided_by(session: Session, version: int) -> bool:
    """Whether any decision, also one that was taken back, was made by a version."""
    query = select(DecisionRecord.id).where(DecisionRecord.rule_version == version)
    return session.scalar(query.limit(1)) is not None


def all_categories(session: Session) -> tuple[str, ...]:
    """Every category of the catalogue, in alphabetical order."""
    query = select(ProductRecord.category).where(ProductRecord.category != "").distinct()
    return tuple(sorted(session.scalars(query)))


def supplier_codes(session: Session) -> tuple[str, ...]:
    """The code of every supplier, in alphabetical order."""
    query = select(PartnerRecord.code).where(PartnerRecord.kind == PartnerKind.SUPPLIER)
    return tuple(sorted(session.scalars(query)))
