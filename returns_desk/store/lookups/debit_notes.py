"""Find the papers that tell the books what suppliers owe: slips of goods that left, and what corrects them."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session, joinedload

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.papers import DocumentKind
from returns_desk.store.records import BatchRecord, DocumentRecord

_NO = False  # compared as the number it is kept as, in either database
_AT_A_TIME = 100


def debit_papers(session: Session, since: datetime | None) -> Iterator[tuple[DocumentRecord, BatchRecord]]:
    """Slips in force of supplier batches that left (or were destroyed here) and their corrections, oldest first."""
    left_at = func.coalesce(BatchRecord.shipped_at, BatchRecord.delivered_at)
    slip, correction = (DocumentRecord.kind == kind for kind in (DocumentKind.SLIP, DocumentKind.CORRECTION))
    query = (
        select(DocumentRecord, BatchRecord)
        .join(BatchRecord, BatchRecord.id == DocumentRecord.batch_id)
        .where(BatchRecord.kind == PartnerKind.SUPPLIER, left_at.is_not(None), DocumentRecord.cancelled == _NO)
        .where(or_(slip, correction))
        .options(joinedload(BatchRecord.partner), joinedload(BatchRecord.terms))
        .order_by(DocumentRecord.id)
    )
    if since is not None:
        query = query.where(or_(and_(slip, left_at >= since), and_(correction, DocumentRecord.issued_at >= since)))
    yield from map(tuple, session.execute(query.execution_options(yield_per=_AT_A_TIME)))
