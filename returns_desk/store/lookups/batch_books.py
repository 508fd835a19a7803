"""Hold a batch's credits and cartons against its lines: every place where they do not agree."""

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from returns_desk.store.lookups.batches import LIVE
from returns_desk.store.records import (
    BatchLineRecord,
    BatchRecord,
    CartonRecord,
    CreditLineRecord,
    CreditRecord,
    ItemRecord,
)


def credits_astray(session: Session) -> list[str]:
    """Credits whose lines add up to another amount, or stand in another batch, and what takes back another amount."""
    given = (
        select(CreditLineRecord.credit_id, func.sum(CreditLineRecord.amount).label("amount"))
        .group_by(CreditLineRecord.credit_id)
        .subquery()
    )
    foreign = (
        select(CreditLineRecord.id)
        .join(BatchLineRecord, BatchLineRecord.id == CreditLineRecord.line_id)
        .where(CreditLineRecord.credit_id == CreditRecord.id, BatchLineRecord.batch_id != CreditRecord.batch_id)
    )
    first = aliased(CreditRecord)
    query = (
        select(BatchRecord.number, CreditRecord.number)
        .join(BatchRecord, BatchRecord.id == CreditRecord.batch_id)
        .outerjoin(given, given.c.credit_id == CreditRecord.id)
        .outerjoin(first, first.id == CreditRecord.reverses)
        .where(
            or_(
                and_(given.c.amount != 0, given.c.amount != CreditRecord.amount),  # all 0: they only say why
                foreign.exists(),
                first.amount != -CreditRecord.amount,
                first.batch_id != CreditRecord.batch_id,
                CreditRecord.currency != BatchRecord.currency,
            )
        )
    )
    return [f"{batch} {credit}" for batch, credit in session.execute(query)]


def cartons_astray(session: Session) -> list[str]:
    """Pieces in a carton of another batch, and closed cartons that nobody weighed."""
    pieces = (
        select(CartonRecord.number, ItemRecord.number)
        .join(BatchLineRecord, BatchLineRecord.carton_id == CartonRecord.id)
        .join(ItemRecord, ItemRecord.id == BatchLineRecord.item_id)
        .where(BatchLineRecord.state.in_(LIVE), BatchLineRecord.batch_id != CartonRecord.batch_id)
    )
    unweighed = select(CartonRecord.number).where(
        CartonRecord.closed_at.is_not(None), func.coalesce(CartonRecord.weight_g, 0) <= 0
    )
    return [*(f"{carton} {item}" for carton, item in session.execute(pieces)), *session.scalars(unweighed)]
