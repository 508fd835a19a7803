"""Decisions that count, from the newest back, to be asked again of other rules."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

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
