"""Find the files from outside that belong to batches; those that were removed count no longer."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from returns_desk.domain.papers import AttachmentKind
from returns_desk.store.records import AttachmentRecord, BatchRecord

_STANDS = AttachmentRecord.removed == False  # noqa: E712  compared as the number it is kept as


def same_file(session: Session, batch_id: str, kind: AttachmentKind, sha256: str) -> AttachmentRecord | None:
    """The file of a batch that is this very one, as the same kind."""
    query = select(AttachmentRecord).where(
        AttachmentRecord.batch_id == batch_id,
        AttachmentRecord.kind == kind,
        AttachmentRecord.sha256 == sha256,
        _STANDS,
    )
    return session.scalar(query.limit(1))


def files_by_batch(session: Session) -> list[tuple[str, str]]:
    """Every file that counts: the number of its batch, and its fingerprint; oldest first."""
    query = (
        select(BatchRecord.number, AttachmentRecord.sha256)
        .join(BatchRecord, BatchRecord.id == AttachmentRecord.batch_id)
        .where(_STANDS)
        .order_by(AttachmentRecord.id)
    )
    return [(number, sha256) for number, sha256 in session.execute(query)]
