"""Decisions as they were kept: the one that counts for a piece, and whether the pieces stand as theirs say."""

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import Session

from returns_desk.domain.recommendation import DISPOSITION_OF
from returns_desk.store.records import DecisionRecord, ItemRecord

_NO = False  # compared as the number it is kept as, in either database


def standing_decision(session: Session, item_id: str) -> DecisionRecord | None:
    """The decision that counts for a piece; none for one that is undecided, or was decided before any were kept."""
    query = select(DecisionRecord).where(DecisionRecord.item_id == item_id, DecisionRecord.undone == _NO)
    return session.scalar(query.order_by(DecisionRecord.id.desc()).limit(1))


def decisions_astray(session: Session) -> list[str]:
    """Pieces that do not stand as the decision says that counts for them, or for which two count."""
    meant = case(*((DecisionRecord.chosen == way, decided) for way, decided in DISPOSITION_OF.items()))
    stands_otherwise = or_(
        ItemRecord.disposition.is_(None),
        ItemRecord.disposition != meant,
        ItemRecord.override.is_distinct_from(DecisionRecord.override),
        ItemRecord.net.is_distinct_from(DecisionRecord.net),
    )
    wrong = func.max(case((stands_otherwise, 1), else_=0))
    query = (
        select(ItemRecord.number)
        .join(DecisionRecord, DecisionRecord.item_id == ItemRecord.id)
        .where(DecisionRecord.undone == _NO)
        .group_by(ItemRecord.number)
        .having(or_(func.count() > 1, wrong > 0))
    )
    return list(session.scalars(query))
