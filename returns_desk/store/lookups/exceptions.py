"""Find what somebody should look at."""

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from returns_desk.domain.items import NO_PIECE, ItemState, ReceiptOutcome
from returns_desk.domain.parcels import ParcelState
from returns_desk.store.lookups.returns import whole_item
from returns_desk.store.records import ItemRecord, ParcelRecord

_YES = True  # compared as the number it is kept as, in either database
_OUT_OF_THE_HOUSE = (*NO_PIECE, ItemState.GONE)


def _exceptional() -> ColumnElement[bool]:
    unusual = ItemRecord.outcome != ReceiptOutcome.EXPECTED
    return and_(ItemRecord.state.not_in(_OUT_OF_THE_HOUSE), or_(ItemRecord.held == _YES, unusual))


def unmatched_parcels(session: Session, limit: int) -> list[ParcelRecord]:
    """Boxes of which nobody knows what return they are, newest first."""
    query = select(ParcelRecord).where(ParcelRecord.state == ParcelState.UNMATCHED)
    return list(session.scalars(query.order_by(ParcelRecord.id.desc()).limit(limit)))


def exceptional_items(session: Session, limit: int) -> list[ItemRecord]:
    """Pieces on hold, or come otherwise than announced, that are still here; newest first."""
    query = select(ItemRecord).where(_exceptional()).order_by(ItemRecord.id.desc()).limit(limit)
    return list(session.scalars(query.options(*whole_item())))


def count_exceptions(session: Session) -> int:
    """How many there are of both."""
    boxes = select(func.count()).select_from(ParcelRecord).where(ParcelRecord.state == ParcelState.UNMATCHED)
    pieces = select(func.count()).select_from(ItemRecord).where(_exceptional())
    return (session.scalar(boxes) or 0) + (session.scalar(pieces) or 0)
