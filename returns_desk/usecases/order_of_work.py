"""What is worked next: parcels that are here before those to come; then VIP, the day for the refund, age."""

from collections.abc import Collection, Sequence
from datetime import date

from returns_desk.domain.parcels import UNFINISHED, ParcelState
from returns_desk.domain.policies import Policy
from returns_desk.domain.snapshots import WaitingParcel
from returns_desk.store.lookups.order_of_work import waiting_returns, whole_parcels
from returns_desk.store.records import ParcelRecord, RmaRecord
from returns_desk.store.work import Work
from returns_desk.usecases.apply_policy import policies_of, refund_due

_SHOWN = 12
_TO_COME = frozenset({ParcelState.ANNOUNCED})
_LOOKED_AT = 4  # times what is shown: policies count the days differently, and the day of announcement goes before

Rank = tuple[bool, date, str]


def parcels_waiting(work: Work, limit: int = _SHOWN) -> tuple[WaitingParcel, ...]:
    """Parcels that wait for somebody: those that are here, then those that are announced, each in order of work."""
    policies = policies_of(work)
    rows: list[WaitingParcel] = []
    for states in (UNFINISHED, _TO_COME):
        if len(rows) < limit:
            rows += _of_states(work, states, policies, limit - len(rows))
    return tuple(rows)


def _of_states(
    work: Work, states: Collection[ParcelState], policies: tuple[Policy, ...], limit: int
) -> list[WaitingParcel]:
    ranks: dict[str, Rank] = {}
    for parcel, rma in waiting_returns(work.session, states, limit * _LOOKED_AT):
        rank = _rank(policies, parcel, [rma] if rma else [])
        ranks[parcel.id] = min(rank, ranks.get(parcel.id, rank))
    first = sorted(ranks, key=ranks.__getitem__)[:limit]
    parcels = whole_parcels(work.session, first) if first else []
    parcels.sort(key=lambda parcel: _rank(policies, parcel, parcel.rmas))
    return [_waiting(policies, parcel) for parcel in parcels]


def _rank(policies: tuple[Policy, ...], parcel: ParcelRecord, rmas: Sequence[RmaRecord]) -> Rank:
    vip = any(rma.vip for rma in rmas)
    return not vip, _due(policies, parcel, rmas) or date.max, parcel.id


def _due(policies: tuple[Policy, ...], parcel: ParcelRecord, rmas: Sequence[RmaRecord]) -> date | None:
    """The first day on which a refund is due for something in the parcel."""
    arrived = parcel.arrived_at.astimezone().date() if parcel.arrived_at else None
    days = (refund_due(policies, rma, arrived) for rma in rmas)
    return min((day for day in days if day), default=None)


def _waiting(policies: tuple[Policy, ...], parcel: ParcelRecord) -> WaitingParcel:
    awaited = [line.product for rma in parcel.rmas for line in rma.lines if line.received < line.quantity]
    return WaitingParcel(
        number=parcel.number,
        state=parcel.state,
        customer=", ".join(dict.fromkeys(rma.customer for rma in parcel.rmas)),
        vip=any(rma.vip for rma in parcel.rmas),
        pieces=tuple(product.name or product.name_en for product in awaited),
        pieces_en=tuple(product.name_en or product.name for product in awaited),
        due=_due(policies, parcel, parcel.rmas),
    )
