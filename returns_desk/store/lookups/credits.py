"""Find credits, and the batches of which a supplier still owes one."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, aliased, joinedload, selectinload

from returns_desk.domain.ageing import AWAITED, OWING
from returns_desk.domain.batches import LineState
from returns_desk.domain.papers import DocumentKind
from returns_desk.store.records import (
    BatchLineRecord,
    BatchRecord,
    CreditRecord,
    DocumentRecord,
    JournalRecord,
    PartnerRecord,
)

_NO = False  # compared as the number it is kept as, in either database


def standing_by_number(session: Session, partner_id: str, number: str) -> CreditRecord | None:
    """A supplier's credit with this number that was not taken back, whichever batch it is for."""
    reversal = aliased(CreditRecord)
    query = (
        select(CreditRecord)
        .join(BatchRecord, BatchRecord.id == CreditRecord.batch_id)
        .where(
            BatchRecord.partner_id == partner_id,
            CreditRecord.number == number,
            CreditRecord.reverses.is_(None),
            ~select(reversal.id).where(*_takes_back(reversal)).exists(),
        )
    )
    return session.scalar(query.limit(1))


def _takes_back(reversal: type[CreditRecord]) -> tuple[ColumnElement[bool], ...]:
    """A reversal belongs to the same batch: that is how it is found without reading all credits."""
    return reversal.batch_id == CreditRecord.batch_id, reversal.reverses == CreditRecord.id


def credits_of_batches(session: Session, batch_ids: Sequence[str]) -> dict[str, list[CreditRecord]]:
    """The credits of batches with what they gave for single lines, in the order in which they were recorded."""
    query = (
        select(CreditRecord)
        .where(CreditRecord.batch_id.in_(batch_ids))
        .order_by(CreditRecord.id)
        .options(selectinload(CreditRecord.lines))
    )
    found: dict[str, list[CreditRecord]] = {batch_id: [] for batch_id in batch_ids}
    for credit in session.scalars(query):
        found[credit.batch_id].append(credit)
    return found


def awaited_batches(session: Session) -> list[BatchRecord]:
    """All batches of suppliers of which a credit is awaited."""
    query = select(BatchRecord).where(BatchRecord.state.in_(AWAITED), BatchRecord.kind == OWING)
    return list(session.scalars(query.order_by(BatchRecord.id).options(*_WITH_BOTH)))


def claimed_batches(session: Session, partner_id: str) -> list[BatchRecord]:
    """All batches of a supplier that left the house, or whose goods were destroyed here for credit."""
    left = or_(BatchRecord.shipped_at.is_not(None), BatchRecord.delivered_at.is_not(None))
    query = select(BatchRecord).where(BatchRecord.partner_id == partner_id, left)
    return list(session.scalars(query.order_by(BatchRecord.id).options(*_WITH_BOTH)))


_WITH_BOTH = (joinedload(BatchRecord.partner), joinedload(BatchRecord.terms))


def supplier_by_code(session: Session, code: str) -> PartnerRecord | None:
    """The supplier with this code."""
    return session.scalar(select(PartnerRecord).where(PartnerRecord.code == code, PartnerRecord.kind == OWING))


def entries_of_batches(session: Session, batch_ids: Iterable[str], kinds: Sequence[str]) -> list[JournalRecord]:
    """What the journal says of batches, of some kinds, oldest first."""
    query = select(JournalRecord).where(JournalRecord.batch_id.in_(list(batch_ids)), JournalRecord.kind.in_(kinds))
    return list(session.scalars(query.order_by(JournalRecord.at, JournalRecord.id)))


def credits_of_lines(session: Session, batch_ids: Sequence[str]) -> dict[str, list[tuple[str, int, int]]]:
    """For each batch its lines that went out: id, value at cost, what it should bring; in minor units."""
    query = (
        select(BatchLineRecord.batch_id, BatchLineRecord.id, BatchLineRecord.gross, BatchLineRecord.credit)
        .where(BatchLineRecord.batch_id.in_(batch_ids), BatchLineRecord.state.in_((LineState.IN, LineState.APPROVED)))
        .order_by(BatchLineRecord.batch_id, BatchLineRecord.position)
    )
    found: dict[str, list[tuple[str, int, int]]] = {batch_id: [] for batch_id in batch_ids}
    for batch_id, line_id, gross, credit in session.execute(query):
        found[batch_id].append((line_id, gross, credit))
    return found


def slips_of_batches(session: Session, batch_ids: Sequence[str]) -> dict[str, str]:
    """The numbers of the papers in force of batches."""
    query = (
        select(DocumentRecord.batch_id, DocumentRecord.number)
        .where(
            DocumentRecord.batch_id.in_(batch_ids),
            DocumentRecord.cancelled == _NO,
            DocumentRecord.kind == DocumentKind.SLIP,
        )
        .order_by(DocumentRecord.id)
    )
    return {batch_id: number for batch_id, number in session.execute(query)}


def newest_letter(session: Session, batch_id: str) -> DocumentRecord | None:
    """The last dispute letter of a batch."""
    query = select(DocumentRecord).where(
        DocumentRecord.batch_id == batch_id, DocumentRecord.kind == DocumentKind.DISPUTE
    )
    return session.scalar(query.order_by(DocumentRecord.id.desc()).limit(1))


def left_at(batch: BatchRecord) -> datetime:
    """When a batch's goods left the house, or were destroyed here."""
    return batch.shipped_at or batch.delivered_at or batch.opened_at
