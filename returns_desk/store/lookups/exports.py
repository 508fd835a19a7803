"""Walk through whole tables, a piece at a time, for files that hold everything."""

from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from returns_desk.domain.items import NO_PIECE, ItemState, StockStatus
from returns_desk.store.lookups.returns import whole_item
from returns_desk.store.records import ItemRecord, JournalRecord, PersonRecord, ProductRecord, StationRecord

_PIECE = 500


def every_item(session: Session) -> Iterator[ItemRecord]:
    """Every piece but those put back, oldest first."""
    query = select(ItemRecord).where(ItemRecord.state.not_in(NO_PIECE)).options(*whole_item())
    query = query.order_by(ItemRecord.id).limit(_PIECE)
    rows = list(session.scalars(query))
    while rows:
        yield from rows
        last = rows[-1].id
        session.expunge_all()  # what was written is not kept in memory
        rows = list(session.scalars(query.where(ItemRecord.id > last)))


def stock_sums(session: Session) -> Iterator[tuple[ProductRecord, StockStatus, int]]:
    """How many of each product are here in each status, by SKU."""
    query = (
        select(ProductRecord, ItemRecord.stock, func.sum(ItemRecord.quantity))
        .join(ItemRecord, ItemRecord.product_id == ProductRecord.id)
        .where(ItemRecord.state.not_in((*NO_PIECE, ItemState.GONE)))
        .group_by(ProductRecord.id, ItemRecord.stock)
        .order_by(ProductRecord.sku, ItemRecord.stock)
    )
    for product, stock, quantity in session.execute(query):
        yield product, stock, int(quantity)


def every_entry(session: Session) -> Iterator[tuple[JournalRecord, str, str]]:
    """The whole journal, station by station in the order of its chain, with the person's and the station's name."""
    query = (
        select(JournalRecord, PersonRecord.name, StationRecord.name)
        .outerjoin(PersonRecord, PersonRecord.id == JournalRecord.person_id)
        .join(StationRecord, StationRecord.id == JournalRecord.station_id)
        .order_by(StationRecord.code, JournalRecord.seq)
    )
    for entry, person, station in session.execute(query.execution_options(yield_per=_PIECE)):
        yield entry, person or "", station
