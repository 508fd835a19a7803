"""Files that others made (proofs, certificates, credit notes) are kept with a batch, and taken away again.

What is in a file lies on the file shelf before its step begins: what stands in the database is never without it.
"""

import re

from returns_desk.domain.events import FileAttached, FileDetached
from returns_desk.domain.papers import AttachmentKind, KeptFile
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo, NotFound
from returns_desk.domain.texts import kept_text
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.attachments import same_file
from returns_desk.store.records import AttachmentRecord, BatchRecord
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import batch_to_change
from returns_desk.usecases.require import require

_ID = re.compile("[0-9a-f]{32}")
LONGEST_NAME = 200


def attach_file(work: Work, number: str, kind: AttachmentKind, file: KeptFile) -> str:
    """Keep a file with a batch and give its id; the inverse is ``detach_file``.

    The same file of the same kind is kept once. Refuses ``NotFound``.
    """
    person = require(work, Permission.SHIP_BATCH)
    batch = batch_to_change(work, number)
    known = same_file(work.session, batch.id, kind, file.sha256)
    if known is not None:
        return known.id
    record = work.add(
        AttachmentRecord(
            id=new_id(),
            batch_id=batch.id,
            kind=kind,
            name=kept_text(file.name, LONGEST_NAME) or "—",
            media=file.media,
            sha256=file.sha256,
            size=file.size,
            at=work.now,
            person_id=person.id,
            removed=False,
        )
    )
    work.flush()
    work.record(FileAttached(batch_id=batch.id, number=batch.number, **_facts(record)))
    return record.id


def detach_file(work: Work, attachment_id: str) -> None:
    """Let a file count no longer; the inverse is ``bring_file_back``. What is in it stays on the shelf.

    Refuses ``NotFound``.
    """
    require(work, Permission.SHIP_BATCH)
    record = work.get(AttachmentRecord, attachment_id) if _ID.fullmatch(attachment_id) else None
    if record is None or record.removed:
        raise NotFound("file", attachment_id)
    record.removed = True
    work.record(FileDetached(batch_id=record.batch_id, number=_batch_number(work, record), **_facts(record)))


def take_file_back(work: Work, event: FileAttached) -> None:
    """Undo ``attach_file``. Refuses ``CannotUndo`` once it was removed."""
    record = _record(work, event.attachment_id)
    if record.removed:
        raise CannotUndo(event.number)
    record.removed = True


def bring_file_back(work: Work, event: FileDetached) -> None:
    """Undo ``detach_file``. Refuses ``CannotUndo`` once it was brought back, or kept anew."""
    record = _record(work, event.attachment_id)
    if not record.removed or same_file(work.session, record.batch_id, record.kind, record.sha256) is not None:
        raise CannotUndo(event.number)
    record.removed = False


def _record(work: Work, attachment_id: str) -> AttachmentRecord:
    record = work.get(AttachmentRecord, attachment_id)
    assert record is not None
    return record


def _batch_number(work: Work, record: AttachmentRecord) -> str:
    batch = work.get(BatchRecord, record.batch_id)
    return batch.number if batch else ""


def _facts(record: AttachmentRecord) -> dict[str, str]:
    return {
        "shows": record.kind.value,
        "name": record.name,
        "attachment_id": record.id,
        "sha256": record.sha256,
    }
