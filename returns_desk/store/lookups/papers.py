"""Find the numbered papers of a batch, and how often each was printed."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from returns_desk.store.records import DocumentPrintRecord, DocumentRecord


def papers_of_batch(session: Session, batch_id: str) -> list[DocumentRecord]:
    """All of them, void ones too, oldest first."""
    query = select(DocumentRecord).where(DocumentRecord.batch_id == batch_id).order_by(DocumentRecord.id)
    return list(session.scalars(query))


def prints_by_paper(session: Session, documents: Sequence[str]) -> dict[str, int]:
    """How many prints each paper had, those without a print left out."""
    query = (
        select(DocumentPrintRecord.document_id, func.count())
        .where(DocumentPrintRecord.document_id.in_(documents))
        .group_by(DocumentPrintRecord.document_id)
    )
    return {document: count for document, count in session.execute(query)}
