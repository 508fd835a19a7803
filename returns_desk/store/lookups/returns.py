"""Find announced returns, parcels and items."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from returns_desk.domain.codes import lookup_key
from returns_desk.domain.items import NO_PIECE
from returns_desk.domain.parcels import ParcelState
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

_ON_BENCH = BenchRecord.parcel_id.is_not(None)
_BEGUN = (
    ParcelState.ARRIVED,
    ParcelState.OPENED,
    ParcelState.MATCHED,
    ParcelState.UNMATCHED,
    ParcelState.WORKED,
)
_GONE_BACK = (ParcelState.WITHDRAWN,)


def parcel_by_number(session: Session, number: str) -> ParcelRecord | None:
    """The parcel with this own number, or the newest with this tracking number."""
    keys = [lookup_key(number)]
    own = session.scalar(select(ParcelRecord).where(ParcelRecord.number.in_([number, *keys])))
    return own or parcel_by_tracking(session, keys)


def parcel_by_tracking(session: Session, codes: Sequence[str]) -> ParcelRecord | None:
    """The newest parcel with one of these tracking numbers, one that is still to come or open before a closed one."""
    query = (
        select(ParcelRecord)
        .where(
            ParcelRecord.tracking_key.in_([lookup_key(code) for code in codes]),
            ParcelRecord.state.not_in(_GONE_BACK),
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
        .where(ParcelRmaRecord.rma_id == rma_id, ParcelRecord.state.not_in(_GONE_BACK))
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
        .where(ParcelRmaRecord.parcel_id == parcel_id)
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


def newest_parcels(session: Session, state: str | None, limit: int) -> tuple[list[ParcelRecord], int]:
    """The last parcels of a state (or all), and how many there are."""
    wanted = ParcelRecord.state == state if state else ParcelRecord.state.not_in(_GONE_BACK)
    total = session.scalar(select(func.count()).select_from(ParcelRecord).where(wanted)) or 0
    query = select(ParcelRecord).where(wanted).order_by(ParcelRecord.id.desc()).limit(limit).options(*whole_parcel())
    return list(session.scalars(query)), total


def waiting_parcels(session: Session, limit: int) -> list[ParcelRecord]:
    """Parcels that wait for somebody, oldest first: those set aside before those that are still to come."""
    found: list[ParcelRecord] = []
    for states in (_BEGUN, (ParcelState.ANNOUNCED,)):
        query = (
            select(ParcelRecord)
            .where(
                ParcelRecord.state.in_(states), ParcelRecord.id.not_in(select(BenchRecord.parcel_id).where(_ON_BENCH))
            )
            .order_by(ParcelRecord.id)
            .limit(limit - len(found))
        )
        found += session.scalars(query.options(*whole_parcel()))
    return found


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
