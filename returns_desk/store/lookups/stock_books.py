"""Hold the stock ledger against the pieces, the announced lines and the journal: sums over whole tables, in one go."""

from sqlalchemy import Select, and_, case, func, literal, or_, select, union_all
from sqlalchemy.orm import Session

from returns_desk.domain.items import NO_PIECE, Disposition, StockStatus
from returns_desk.domain.stock import FOR_SALE, PLACELESS, SOUND
from returns_desk.store.lookups.stock import sides
from returns_desk.store.records import ItemRecord, JournalRecord, ProductRecord, RmaLineRecord, StockMoveRecord

_YES = True  # compared as the number it is kept as, in either database
_WAITING = (StockStatus.QUARANTINE, StockStatus.GONE)
_PIECES = select(
    ItemRecord.product_id,
    ItemRecord.stock.label("status"),
    case((ItemRecord.stock.in_(PLACELESS), ""), else_=ItemRecord.place).label("place"),
    ItemRecord.quantity.label("quantity"),
).where(ItemRecord.state.not_in(NO_PIECE))
_LINES = select(
    RmaLineRecord.product_id,
    literal(StockStatus.EXPECTED, StockMoveRecord.to_status.type).label("status"),
    literal("").label("place"),
    (RmaLineRecord.quantity - RmaLineRecord.received).label("quantity"),
)


def stock_astray(session: Session) -> list[str]:
    """Accounts in which another quantity stands by the ledger than by the pieces and the announced lines."""
    both = sides()
    there = union_all(_PIECES, _LINES).subquery("there")
    moved = select(both.c.product_id, both.c.status, both.c.place, both.c.quantity)
    stands = select(there.c.product_id, there.c.status, there.c.place, -there.c.quantity)
    held = union_all(moved, stands).subquery("held")
    differs = (
        select(held.c.product_id, held.c.status, held.c.place)
        .where(held.c.status != StockStatus.OUTSIDE)
        .group_by(held.c.product_id, held.c.status, held.c.place)
        .having(func.sum(held.c.quantity) != 0)
    )
    return _named(session, differs)


def negative_stock(session: Session) -> list[str]:
    """Accounts in the house that more left than ever came in."""
    both = sides()
    below = (
        select(both.c.product_id, both.c.status, both.c.place)
        .where(both.c.status != StockStatus.OUTSIDE)
        .group_by(both.c.product_id, both.c.status, both.c.place)
        .having(func.sum(both.c.quantity) < 0)
    )
    return _named(session, below)


def _named(session: Session, accounts: Select[str, StockStatus, str]) -> list[str]:
    """SKU, status and place of accounts."""
    found = accounts.subquery("found")
    query = select(ProductRecord.sku, found.c.status, found.c.place)
    query = query.select_from(found).outerjoin(ProductRecord, ProductRecord.id == found.c.product_id)
    rows = session.execute(query.order_by(ProductRecord.sku, found.c.status, found.c.place))
    return [f"{sku or '?'} {status} {place}".rstrip() for sku, status, place in rows]


def moves_without_step(session: Session) -> list[str]:
    """Moves that name a step of which the journal knows nothing."""
    known = select(JournalRecord.id).where(JournalRecord.step_id == StockMoveRecord.step_id)
    query = (
        select(ProductRecord.sku, ItemRecord.number)
        .select_from(StockMoveRecord)
        .outerjoin(ProductRecord, ProductRecord.id == StockMoveRecord.product_id)
        .outerjoin(ItemRecord, ItemRecord.id == StockMoveRecord.item_id)
        .where(StockMoveRecord.step_id.is_not(None), ~known.exists())
        .order_by(StockMoveRecord.seq)
    )
    return [" ".join(part for part in row if part) or "?" for row in session.execute(query)]


def available_undecided(session: Session) -> list[str]:
    """Pieces among what is sold that are undecided, held or damaged; and what left quarantine before it was decided."""
    loose = or_(ItemRecord.disposition.is_(None), ItemRecord.held == _YES)
    damaged = or_(ItemRecord.grade.is_(None), ItemRecord.grade.not_in(SOUND))
    unsound = or_(ItemRecord.disposition != Disposition.RESTOCK, damaged)
    query = select(ItemRecord.number).where(
        ItemRecord.state.not_in(NO_PIECE),
        or_(and_(ItemRecord.stock.not_in(_WAITING), loose), and_(ItemRecord.stock.in_(FOR_SALE), unsound)),
    )
    return list(session.scalars(query.order_by(ItemRecord.number)))
