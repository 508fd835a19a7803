"""Decisions as they were kept: the one that counts for a piece, and all of them from the newest back."""

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import Session

from returns_desk.domain.recommendation import DISPOSITION_OF
from returns_desk.domain.replay import KeptDecision
from returns_desk.domain.terms import SupplierTerms
from returns_desk.store.records import DecisionRecord, ItemRecord, PartnerRecord, TermsRecord

_NO = False  # compared as the number it is kept as, in either database
_KEPT = (
    *(
        getattr(DecisionRecord, name)
        for name in ("id", "category", "supplier", "advised", "chosen", "override", "currency", "nets", "facts")
    ),
    ItemRecord.number,
)


def standing_decision(session: Session, item_id: str) -> DecisionRecord | None:
    """The decision that counts for a piece; none for one that is undecided, or was decided before any were kept."""
    query = select(DecisionRecord).where(DecisionRecord.item_id == item_id, DecisionRecord.undone == _NO)
    return session.scalar(query.order_by(DecisionRecord.id.desc()).limit(1))


def count_standing(session: Session) -> int:
    """How many decisions count."""
    return int(
        session.scalar(select(func.count()).select_from(DecisionRecord).where(DecisionRecord.undone == _NO)) or 0
    )


def newest_decisions(session: Session, before: str, count: int) -> list[KeptDecision]:
    """Decisions that count, newest first: those made before the one of this id, or the newest of all without one."""
    query = (
        select(*_KEPT)
        .join(ItemRecord, ItemRecord.id == DecisionRecord.item_id)
        .where(DecisionRecord.undone + 0 == 0)  # not by its index: ids lie in the order that is wanted
        .order_by(DecisionRecord.id.desc())
        .limit(count)
    )
    if before:
        query = query.where(DecisionRecord.id < before)
    rows = session.execute(query).all()
    terms = _terms_of(session, {row.supplier for row in rows})
    return [
        KeptDecision(
            row.id, row.number, row.category, row.advised, row.chosen, row.override is not None, row.currency, row.nets,
            row.facts, terms.get((row.supplier, row.facts.get("terms", 0))),
        )
        for row in rows
    ]  # fmt: skip


def _terms_of(session: Session, codes: set[str]) -> dict[tuple[str, int], SupplierTerms]:
    """Every version of the terms of these suppliers; a version never changes."""
    query = select(PartnerRecord.code, TermsRecord).join(PartnerRecord, PartnerRecord.id == TermsRecord.partner_id)
    rows = session.execute(query.where(PartnerRecord.code.in_(sorted(codes - {""}))))
    return {(code, terms.version): terms.snapshot() for code, terms in rows}


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
