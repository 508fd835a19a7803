"""Find the parcels that wait for somebody, in the order in which they should be worked."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from returns_desk.domain.parcels import ParcelState
from returns_desk.store.lookups.returns import whole_parcel
from returns_desk.store.records import BenchRecord, ParcelRecord, ParcelRmaRecord, RmaRecord

_ON_BENCH = BenchRecord.parcel_id.is_not(None)


class Waiting(NamedTuple):
    """A parcel that waits and one of its returns, or none."""

    parcel: ParcelRecord
    rma: RmaRecord | None


def waiting_returns(session: Session, states: Collection[ParcelState], limit: int) -> list[Waiting]:
    """Parcels in these states that lie on no bench, with their returns: VIP first, then by the day of announcement."""
    query = (
        select(ParcelRecord, RmaRecord)
        .join(ParcelRmaRecord, ParcelRmaRecord.parcel_id == ParcelRecord.id, isouter=True)
        .join(RmaRecord, RmaRecord.id == ParcelRmaRecord.rma_id, isouter=True)
        .where(ParcelRecord.state.in_(states), ParcelRecord.id.not_in(select(BenchRecord.parcel_id).where(_ON_BENCH)))
        .order_by(RmaRecord.vip.desc().nulls_last(), RmaRecord.announced.asc().nulls_last(), ParcelRecord.id)
        .limit(limit)
    )
    return [Waiting(parcel, rma) for parcel, rma in session.execute(query)]


def whole_parcels(session: Session, ids: Sequence[str]) -> list[ParcelRecord]:
    """Parcels by their ids, with all that is in them."""
    return list(session.scalars(select(ParcelRecord).where(ParcelRecord.id.in_(ids)).options(*whole_parcel())))
