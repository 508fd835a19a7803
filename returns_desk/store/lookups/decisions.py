"""What a decision reckons with: the rules in force, what waits for a supplier, how suppliers credited so far."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from returns_desk.domain.batches import BatchState
from returns_desk.domain.rules import BUILT_IN, RuleBook
from returns_desk.store.lookups.batches import LIVE
from returns_desk.store.records import BatchLineRecord, BatchRecord, CreditRecord, RuleBookRecord

_SETTLED = (BatchState.CREDITED, BatchState.SHORT_CREDIT, BatchState.CLOSED)
_SEEN = 50  # batches: what a supplier did long ago says little
_ALL = 10_000  # basis points


def book_in_force(session: Session, day: date) -> RuleBook:
    """The newest book of rules whose day has come; the one that the program brings, where the shop has none."""
    query = select(RuleBookRecord).where(RuleBookRecord.valid_from <= day).order_by(RuleBookRecord.version.desc())
    record = session.scalar(query.limit(1))
    return record.snapshot() if record else BUILT_IN


def value_waiting(session: Session, partner_id: str, currency: str, terms_id: str) -> int:
    """Cost of what gathers in a supplier's open batch, in minor units."""
    query = (
        select(func.sum(BatchLineRecord.gross))
        .join(BatchRecord, BatchRecord.id == BatchLineRecord.batch_id)
        .where(
            BatchRecord.partner_id == partner_id,
            BatchRecord.state == BatchState.COLLECTING,
            BatchRecord.currency == currency,
            BatchRecord.terms_id == terms_id,
            BatchLineRecord.state.in_(LIVE),
        )
    )
    return int(session.scalar(query) or 0)


def credits_of_supplier(session: Session, partner_id: str) -> tuple[int, int]:
    """How many of a supplier's last batches were settled, and the sum of what came of what was expected of each.

    Shares in basis points, each at most the whole: what came too much for one batch makes up for no other.
    """
    batches = (
        select(BatchRecord.id)
        .where(BatchRecord.partner_id == partner_id, BatchRecord.state.in_(_SETTLED))
        .order_by(BatchRecord.id.desc())
        .limit(_SEEN)
        .subquery()
    )
    expected = (
        select(BatchLineRecord.batch_id, func.sum(BatchLineRecord.credit).label("credit"))
        .join(batches, batches.c.id == BatchLineRecord.batch_id)
        .where(BatchLineRecord.state.in_(LIVE))
        .group_by(BatchLineRecord.batch_id)
        .subquery()
    )
    came = (
        select(CreditRecord.batch_id, func.sum(CreditRecord.amount).label("amount"))
        .join(batches, batches.c.id == CreditRecord.batch_id)
        .group_by(CreditRecord.batch_id)
        .subquery()
    )
    query = select(expected.c.credit, func.coalesce(came.c.amount, 0)).outerjoin(
        came, came.c.batch_id == expected.c.batch_id
    )
    sums = [(int(credit), max(0, int(amount))) for credit, amount in session.execute(query) if credit]
    shares = [min(_ALL, amount * _ALL // credit) for credit, amount in sums]
    return len(shares), sum(shares)
