"""Find the numbered papers of a batch, and how often each was printed."""

from collections.abc import Sequence

from sqlalchemy import exists, func, select
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


def original_printed(session: Session, document_id: str) -> bool:
    """Whether the original of a paper was printed; copies may have gone out before it."""
    found = exists().where(DocumentPrintRecord.document_id == document_id, DocumentPrintRecord.copy == 0)
    return bool(session.scalar(select(found)))
