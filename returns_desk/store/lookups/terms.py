"""The terms of suppliers in all versions, and whether something goes by one of them."""

from collections.abc import Sequence

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from returns_desk.store.records import BatchRecord, DecisionRecord, TermsRecord


def all_versions(session: Session, partner_ids: Sequence[str] | None = None) -> dict[str, list[TermsRecord]]:
    """The versions of these partners (or of all), newest first, by the partner's id."""
    query = select(TermsRecord).order_by(TermsRecord.partner_id, TermsRecord.version.desc())
    found: dict[str, list[TermsRecord]] = {}
    for record in session.scalars(
        query if partner_ids is None else query.where(TermsRecord.partner_id.in_(partner_ids))
    ):
        found.setdefault(record.partner_id, []).append(record)
    return found


def batch_goes_by(session: Session, terms_id: str) -> bool:
    """Whether some batch goes by a version."""
    return bool(session.scalar(select(exists().where(BatchRecord.terms_id == terms_id))))


def decided_by_terms(session: Session, supplier: str, version: int) -> bool:
    """Whether the last decision about a supplier's goods, taken back or not, was made with a version.

    No decision goes by an older version than the one before it.
    """
    query = select(DecisionRecord.facts).where(DecisionRecord.supplier == supplier).order_by(DecisionRecord.id.desc())
    facts = session.scalar(query.limit(1))
    return facts is not None and facts.get("terms") == version
