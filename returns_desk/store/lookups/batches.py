"""Find batches, their lines, and the numbered papers made of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, joinedload

from returns_desk.domain.batches import BatchMode, BatchState, GoodsSort, LineState, PartnerKind
from returns_desk.domain.codes import lookup_key
from returns_desk.domain.papers import DocumentKind
from returns_desk.store.records import (
    AttachmentRecord,
    BatchLineRecord,
    BatchRecord,
    CreditRecord,
    DocumentPrintRecord,
    DocumentRecord,
    ItemRecord,
    ProductRecord,
)

_YES, _NO = True, False  # compared as the number they are kept as, in either database
LIVE = (LineState.IN, LineState.APPROVED, LineState.SENT_BACK)


def batch_by_number(session: Session, number: str, *, locked: bool = False) -> BatchRecord | None:
    """The batch with this number; the number of its paper finds it too. ``locked``: for this transaction alone."""
    key = lookup_key(number)
    query = select(BatchRecord)
    query = query.with_for_update() if locked else query
    batch = session.scalar(query.where(BatchRecord.number == key))
    if batch is None:
        document = document_by_number(session, key)
        batch = session.scalar(query.where(BatchRecord.id == document.batch_id)) if document else None
    return batch


@dataclass(frozen=True)
class Gathering:
    """What goods of one batch have in common while it gathers: so that its sums are those of its lines.

    A return address is one of the terms, so goods of one version of them go to one address.
    """

    partner_id: str
    currency: str
    terms_id: str | None
    mode: BatchMode = BatchMode.SEND
    sort: GoodsSort = GoodsSort.ANY


def collecting_batch(session: Session, goods: Gathering) -> BatchRecord | None:
    """The batch into which such goods flow now, locked until the step ends."""
    query = select(BatchRecord).where(
        BatchRecord.state == BatchState.COLLECTING,
        *gathered_as(goods),
        BatchRecord.terms_id.is_not_distinct_from(goods.terms_id),
    )
    return session.scalar(query.order_by(BatchRecord.id.desc()).limit(1).with_for_update())


def gathered_as(goods: Gathering) -> tuple[ColumnElement[bool], ...]:
    """The conditions of batches that such goods gather in, but for their terms."""
    return (
        BatchRecord.partner_id == goods.partner_id,
        BatchRecord.currency == goods.currency,
        BatchRecord.mode == goods.mode,
        BatchRecord.sort == goods.sort,
    )


def live_lines(session: Session, batch_id: str, *, whole: bool = False) -> list[BatchLineRecord]:
    """The lines of a batch that were not pulled out; ``whole``: with all that their items' snapshots need."""
    query = (
        select(BatchLineRecord)
        .where(BatchLineRecord.batch_id == batch_id, BatchLineRecord.state.in_(LIVE))
        .order_by(BatchLineRecord.position)
    )
    if whole:
        item = joinedload(BatchLineRecord.item)
        query = query.options(
            item.joinedload(ItemRecord.product).selectinload(ProductRecord.codes),
            item.joinedload(ItemRecord.parcel),
            item.joinedload(ItemRecord.rma),
            item.joinedload(ItemRecord.batch),
            joinedload(BatchLineRecord.carton),
        )
    return list(session.scalars(query))


def line_of_item(session: Session, item_id: str) -> BatchLineRecord | None:
    """The live line that an item stands in."""
    query = select(BatchLineRecord).where(BatchLineRecord.item_id == item_id, BatchLineRecord.state.in_(LIVE))
    return session.scalar(query)


def last_position(session: Session, batch_id: str) -> int:
    """Position of a batch's last line, pulled ones included."""
    query = select(func.max(BatchLineRecord.position)).where(BatchLineRecord.batch_id == batch_id)
    return session.scalar(query) or 0


def newest_batches(
    session: Session, *, kind: PartnerKind | None = None, state: str | None = None, limit: int = 200
) -> tuple[list[BatchRecord], int]:
    """The last batches of a kind and state, and how many there are."""
    wanted = []
    if kind:
        wanted.append(BatchRecord.kind == kind)
    if state:
        wanted.append(BatchRecord.state == state)
    total = session.scalar(select(func.count()).select_from(BatchRecord).where(*wanted)) or 0
    query = select(BatchRecord).where(*wanted).order_by(BatchRecord.id.desc()).limit(limit)
    query = query.options(joinedload(BatchRecord.partner), joinedload(BatchRecord.terms))
    return list(session.scalars(query)), total


def batches_before(session: Session, before: str | None, limit: int = 300) -> list[BatchRecord]:
    """The batches opened before the one with this id (from the newest on without one), newest first."""
    query = select(BatchRecord).order_by(BatchRecord.id.desc()).limit(limit)
    if before:
        query = query.where(BatchRecord.id < before)
    return list(session.scalars(query.options(joinedload(BatchRecord.partner), joinedload(BatchRecord.terms))))


def line_sums(session: Session, batch_ids: Sequence[str]) -> dict[str, tuple[int, int, int, date | None]]:
    """For each batch: how many lines go out, their gross and credit in minor units, and the first window to close."""
    query = (
        select(
            BatchLineRecord.batch_id,
            func.count(),
            func.sum(BatchLineRecord.gross),
            func.sum(BatchLineRecord.credit),
            func.min(BatchLineRecord.window_ends),
        )
        .where(BatchLineRecord.batch_id.in_(batch_ids), BatchLineRecord.state.in_((LineState.IN, LineState.APPROVED)))
        .group_by(BatchLineRecord.batch_id)
    )
    return {row[0]: (row[1], int(row[2]), int(row[3]), row[4]) for row in session.execute(query)}


def count_waiting(session: Session) -> int:
    """How many batches wait for a supervisor."""
    query = select(func.count()).select_from(BatchRecord).where(BatchRecord.state == BatchState.SUBMITTED)
    return session.scalar(query) or 0


def attachments_of(session: Session, batch_id: str) -> list[AttachmentRecord]:
    """The files that belong to a batch, oldest first; those that were removed are left out."""
    query = select(AttachmentRecord).where(AttachmentRecord.batch_id == batch_id, AttachmentRecord.removed == _NO)
    return list(session.scalars(query.order_by(AttachmentRecord.id)))


def credit_by_number(session: Session, batch_id: str, number: str) -> CreditRecord | None:
    """A credit that was recorded before."""
    query = select(CreditRecord).where(CreditRecord.batch_id == batch_id, CreditRecord.number == number)
    return session.scalar(query)


def credited_so_far(session: Session, batch_id: str) -> int:
    """Sum of a batch's credits in minor units."""
    query = select(func.coalesce(func.sum(CreditRecord.amount), 0)).where(CreditRecord.batch_id == batch_id)
    return int(session.scalar(query) or 0)


def document_by_number(session: Session, number: str) -> DocumentRecord | None:
    """The numbered paper with this number."""
    return session.scalar(select(DocumentRecord).where(DocumentRecord.number == lookup_key(number)))


def void_document_of_batch(session: Session, batch_id: str) -> DocumentRecord | None:
    """The newest paper of a batch that was cancelled."""
    query = select(DocumentRecord).where(
        DocumentRecord.batch_id == batch_id, DocumentRecord.cancelled == _YES, DocumentRecord.kind == DocumentKind.SLIP
    )
    return session.scalar(query.order_by(DocumentRecord.id.desc()).limit(1))


def document_of_batch(session: Session, batch_id: str) -> DocumentRecord | None:
    """The paper in force for a batch: the newest that was not cancelled."""
    query = (
        select(DocumentRecord)
        .where(
            DocumentRecord.batch_id == batch_id,
            DocumentRecord.cancelled == _NO,
            DocumentRecord.kind == DocumentKind.SLIP,
        )
        .order_by(DocumentRecord.id.desc())
    )
    return session.scalar(query.limit(1))


def last_copy(session: Session, document_id: str) -> int | None:
    """Number of the last copy that was printed, 0 for the original; ``None`` before the first print."""
    return session.scalar(
        select(func.max(DocumentPrintRecord.copy)).where(DocumentPrintRecord.document_id == document_id)
    )


def newest_documents(
    session: Session, limit: int, *, cancelled: bool | None = None
) -> tuple[list[DocumentRecord], int]:
    """The last numbered papers (all, or those void or in force), and how many there are."""
    wanted = [] if cancelled is None else [DocumentRecord.cancelled == cancelled]
    total = session.scalar(select(func.count()).select_from(DocumentRecord).where(*wanted)) or 0
    query = select(DocumentRecord).where(*wanted).order_by(DocumentRecord.id.desc()).limit(limit)
    return list(session.scalars(query)), total
