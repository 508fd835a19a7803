"""Find announced returns, parcels and items."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from returns_desk.domain.codes import lookup_key, sscc_key
from returns_desk.domain.items import NO_PIECE
from returns_desk.domain.parcels import HERE, ParcelState
from returns_desk.store.records import (
    BenchRecord,
    ItemRecord,
    ParcelRecord,
    ParcelRmaRecord,
    ProductRecord,
    RmaLineRecord,
    RmaRecord,
    StationRecord,
)

_GONE_BACK = (ParcelState.WITHDRAWN,)
_OUT_OF_HERE = (*_GONE_BACK, ParcelState.SENT_BACK)  # the same number may come once more


def parcel_by_number(session: Session, number: str) -> ParcelRecord | None:
    """The parcel with this own number, or the newest with this tracking number."""
    keys = [lookup_key(number)]
    own = session.scalar(select(ParcelRecord).where(ParcelRecord.number.in_([number, *keys])))
    return own or parcel_by_tracking(session, keys)


def parcel_by_own_number(session: Session, number: str) -> ParcelRecord | None:
    """The parcel that has this number of its own, whatever became of it."""
    return session.scalar(select(ParcelRecord).where(ParcelRecord.number == number))


def parcel_by_tracking(session: Session, codes: Sequence[str]) -> ParcelRecord | None:
    """The newest parcel with one of these tracking or shipping unit numbers, an open or awaited one before a closed."""
    keys = [lookup_key(code) for code in codes]
    units = [unit for unit in map(sscc_key, codes) if unit]
    known = ParcelRecord.tracking_key.in_(keys)
    query = (
        select(ParcelRecord)
        .where(
            or_(known, ParcelRecord.sscc_key.in_(units)) if units else known,
            ParcelRecord.state.not_in(_OUT_OF_HERE),
        )
        .order_by(ParcelRecord.state == ParcelState.CLOSED, ParcelRecord.id.desc())
        .limit(1)
    )
    return session.scalar(query)


def rma_by_number(session: Session, codes: Sequence[str]) -> RmaRecord | None:
    """The announced return with one of these numbers."""
    query = select(RmaRecord).where(RmaRecord.number_key.in_([lookup_key(code) for code in codes]))
    return session.scalar(query.limit(1))


def rmas_by_order(session: Session, codes: Sequence[str]) -> RmaRecord | None:
    """The newest announced return of one of these orders."""
    query = select(RmaRecord).where(RmaRecord.order_no.in_([lookup_key(code) for code in codes]))
    return session.scalar(query.order_by(RmaRecord.id.desc()).limit(1))


def parcels_of_rma(session: Session, rma_id: str) -> list[ParcelRecord]:
    """The boxes of one authorization, oldest first."""
    query = (
        select(ParcelRecord)
        .join(ParcelRmaRecord, ParcelRmaRecord.parcel_id == ParcelRecord.id)
        .where(ParcelRmaRecord.rma_id == rma_id, ParcelRecord.state.not_in(_OUT_OF_HERE))
        .order_by(ParcelRecord.id)
    )
    return list(session.scalars(query))


def announced_serial(session: Session, parcel_id: str, codes: Sequence[str]) -> RmaLineRecord | None:
    """The announced line of an open parcel that names one of these serials and is not received yet."""
    query = (
        select(RmaLineRecord)
        .join(ParcelRmaRecord, ParcelRmaRecord.rma_id == RmaLineRecord.rma_id)
        .where(
            ParcelRmaRecord.parcel_id == parcel_id,
            RmaLineRecord.serial.in_([lookup_key(code) for code in codes]),
            RmaLineRecord.serial != "",
            RmaLineRecord.received < RmaLineRecord.quantity,
        )
        .limit(1)
    )
    return session.scalar(query)


def expected_lines(session: Session, parcel_id: str) -> list[RmaLineRecord]:
    """All lines announced for a parcel."""
    query = (
        select(RmaLineRecord)
        .join(ParcelRmaRecord, ParcelRmaRecord.rma_id == RmaLineRecord.rma_id)
        .where(ParcelRmaRecord.parcel_id == parcel_id, RmaLineRecord.quantity > 0)  # 0: announced no longer
        .options(joinedload(RmaLineRecord.rma))
        .order_by(RmaLineRecord.id)
    )
    return list(session.scalars(query))


def lines_of_rma(session: Session, rma_id: str) -> list[RmaLineRecord]:
    """The lines of one authorization."""
    return list(session.scalars(select(RmaLineRecord).where(RmaLineRecord.rma_id == rma_id).order_by(RmaLineRecord.id)))


def items_of_parcel(session: Session, parcel_id: str) -> list[ItemRecord]:
    """The pieces taken out of a parcel."""
    query = select(ItemRecord).where(ItemRecord.parcel_id == parcel_id, ItemRecord.state.not_in(NO_PIECE))
    return list(session.scalars(query.order_by(ItemRecord.id)))


def pieces_of_serial(session: Session, product_id: str, serial: str) -> list[ItemRecord]:
    """The pieces of a product that bore this serial number, newest first."""
    query = select(ItemRecord).where(
        ItemRecord.serial == serial, ItemRecord.product_id == product_id, ItemRecord.state.not_in(NO_PIECE)
    )
    return list(session.scalars(query.order_by(ItemRecord.id.desc())))


def items_of_rma(session: Session, rma_id: str) -> list[ItemRecord]:
    """Every record that names an authorization, those that stand for no piece included.

    One that names a line names the line's authorization too.
    """
    return list(session.scalars(select(ItemRecord).where(ItemRecord.rma_id == rma_id)))


def piece_with_serial(session: Session, parcel_id: str, serial: str) -> ItemRecord | None:
    """The piece taken out of a box that bears this serial number, or fills the line for which it was announced."""
    query = (
        select(ItemRecord)
        .outerjoin(RmaLineRecord, RmaLineRecord.id == ItemRecord.line_id)
        .where(
            or_(ItemRecord.serial == serial, RmaLineRecord.serial == serial),
            ItemRecord.parcel_id == parcel_id,
            ItemRecord.state.not_in(NO_PIECE),
        )
    )
    return session.scalar(query.limit(1))


def item_by_number(session: Session, number: str) -> ItemRecord | None:
    """The piece with this licence plate."""
    return session.scalar(select(ItemRecord).where(ItemRecord.number == lookup_key(number)))


def bench_of_parcel(session: Session, parcel_id: str) -> tuple[BenchRecord, str] | None:
    """The bench on which a parcel is open, with its station's name."""
    query = (
        select(BenchRecord, StationRecord.name)
        .join(StationRecord, StationRecord.id == BenchRecord.station_id)
        .where(BenchRecord.parcel_id == parcel_id)
        .limit(1)
    )
    found = session.execute(query).first()
    return (found[0], found[1]) if found else None


def station_holding(session: Session, item_id: str) -> str | None:
    """The station at which a piece is in hand."""
    return session.scalar(select(BenchRecord.station_id).where(BenchRecord.item_id == item_id).limit(1))


def name_of_station_holding(session: Session, item_id: str, but: str) -> str | None:
    """The name of the other station at which a piece is in hand."""
    query = select(StationRecord.name).join(BenchRecord, BenchRecord.station_id == StationRecord.id)
    return session.scalar(query.where(BenchRecord.item_id == item_id, StationRecord.id != but).limit(1))


def whole_item() -> tuple[ORMOption, ...]:
    """What a list of items loads with them, so that a page costs a handful of queries."""
    return (
        joinedload(ItemRecord.product).selectinload(ProductRecord.codes),
        joinedload(ItemRecord.parcel),
        joinedload(ItemRecord.rma),
        joinedload(ItemRecord.batch),
    )


def whole_parcel() -> tuple[ORMOption, ...]:
    """What a list of parcels loads with them."""
    lines = selectinload(ParcelRecord.rmas).selectinload(RmaRecord.lines).joinedload(RmaLineRecord.product)
    return (
        lines.selectinload(ProductRecord.codes),
        selectinload(ParcelRecord.rmas).selectinload(RmaRecord.parcels),
        selectinload(ParcelRecord.items).joinedload(ItemRecord.product).selectinload(ProductRecord.codes),
        selectinload(ParcelRecord.items).joinedload(ItemRecord.rma),
        selectinload(ParcelRecord.items).joinedload(ItemRecord.batch),
    )


def whole_rma() -> tuple[ORMOption, ...]:
    """What a list of announced returns loads with them."""
    lines = selectinload(RmaRecord.lines).joinedload(RmaLineRecord.product).selectinload(ProductRecord.codes)
    return lines, selectinload(RmaRecord.parcels)


def newest_items(session: Session, state: str | None, limit: int) -> tuple[list[ItemRecord], int]:
    """The last items of a state (or all that still stand for a piece), and how many there are."""
    wanted = ItemRecord.state == state if state else ItemRecord.state.not_in(NO_PIECE)
    total = session.scalar(select(func.count()).select_from(ItemRecord).where(wanted)) or 0
    query = select(ItemRecord).where(wanted).order_by(ItemRecord.id.desc()).limit(limit).options(*whole_item())
    return list(session.scalars(query)), total


def newest_graded(session: Session) -> ItemRecord | None:
    """The youngest piece that has a grade."""
    query = select(ItemRecord).where(ItemRecord.grade.is_not(None)).order_by(ItemRecord.id.desc())
    return session.scalar(query.options(*whole_item()).limit(1))


def of_no_return() -> ColumnElement[bool]:
    """Boxes in the house of which nobody knows what return they are, however far they were worked."""
    matched = select(ParcelRmaRecord.parcel_id).where(ParcelRmaRecord.parcel_id == ParcelRecord.id)
    return and_(ParcelRecord.state.in_(HERE), ~matched.exists())


def newest_parcels(session: Session, state: str | None, limit: int) -> tuple[list[ParcelRecord], int]:
    """The last parcels of a state (or all), and how many there are."""
    wanted = ParcelRecord.state == state if state else ParcelRecord.state.not_in(_GONE_BACK)
    if state == ParcelState.UNMATCHED:
        wanted = of_no_return()
    total = session.scalar(select(func.count()).select_from(ParcelRecord).where(wanted)) or 0
    query = select(ParcelRecord).where(wanted).order_by(ParcelRecord.id.desc()).limit(limit).options(*whole_parcel())
    return list(session.scalars(query)), total


def newest_rmas(session: Session, state: str | None, limit: int) -> tuple[list[RmaRecord], int]:
    """The last announced returns of a state (or all), and how many there are."""
    query = select(RmaRecord).order_by(RmaRecord.id.desc()).limit(limit).options(*whole_rma())
    count = select(func.count()).select_from(RmaRecord)
    if state:
        query, count = query.where(RmaRecord.state == state), count.where(RmaRecord.state == state)
    return list(session.scalars(query)), session.scalar(count) or 0


def items_by_ids(session: Session, ids: Sequence[str]) -> list[ItemRecord]:
    """Items by their ids, ready for their snapshots."""
    return list(session.scalars(select(ItemRecord).where(ItemRecord.id.in_(ids)).options(*whole_item())))
