"""Find what somebody should look at among pieces, boxes and announced returns; by small indices of their own.

Each kind is one query of a thing with its key (``exceptions.key_of``); what was settled under that key is left out.
"""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Text,
    and_,
    bindparam,
    case,
    cast,
    exists,
    func,
    literal,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session, aliased, joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from returns_desk.domain.exceptions import (
    AUTHORIZATION_ENDS_SOON,
    CERTIFICATE_LATE,
    WINDOW_CLOSES_SOON,
    ExceptionKind,
    prefix_of,
)
from returns_desk.domain.items import NO_PIECE, ItemState, ReceiptOutcome
from returns_desk.domain.parcels import ParcelState
from returns_desk.store.lookups.batch_exceptions import OF_BATCHES, batches_that_stand_out
from returns_desk.store.lookups.harmful import held_for_recall, past_their_day, recalled
from returns_desk.store.lookups.odd_entries import decided_without_photographs
from returns_desk.store.lookups.policies import against_policy
from returns_desk.store.lookups.returns import whole_item
from returns_desk.store.records import (
    BatchRecord,
    ItemRecord,
    ParcelRecord,
    ParcelRmaRecord,
    ProductRecord,
    RmaLineRecord,
    RmaRecord,
    SettledRecord,
)
from returns_desk.store.records.standing_out import (
    AGAINST_POLICY,
    EMPTY_PARCEL,
    HELD_ITEM,
    ODD_OUTCOME,
    ODD_SERIAL,
    OVERRIDDEN,
    OWN_NUMBER,
    SHORT_RMA,
    WEIGHED_PARCEL,
)
from returns_desk.store.types import Moment

Statement = Any  # a query of a thing and its key, of whatever kind
K = ExceptionKind
_YES = True  # compared as the number it is kept as, in either database
_OPEN = (ParcelState.ARRIVED, ParcelState.OPENED, ParcelState.UNMATCHED, ParcelState.WORKED)
_NOT_HERE = (ParcelState.NOT_OURS, ParcelState.SENT_BACK, ParcelState.WITHDRAWN)
_WRONG = (ReceiptOutcome.UNEXPECTED, ReceiptOutcome.NOT_OURS)
OF_PARCELS = (K.UNMATCHED, K.NOT_OURS, K.EMPTY_BOX, K.WEIGHT)
OF_ITEMS = (K.RECALLED, K.EXPIRED, K.HELD, K.OUTCOME, K.OVERRIDE, K.POLICY, K.SERIAL, K.NO_PLACE)
_ASKED_AT_ONCE = (*OF_ITEMS, *OF_PARCELS, K.SHORT, *OF_BATCHES)


# what a question is asked with; the questions themselves are made once
_SINCE = bindparam("since", type_=Moment())
_OFF = bindparam("weight_off_bp", type_=Integer())


@dataclass(frozen=True)
class Asked:
    """How far back to look, from when a weight is far off, and which days are past."""

    since: datetime
    weight_off_bp: int
    today: date
    now: datetime

    @property
    def values(self) -> dict[str, Any]:
        """As the questions take them."""
        return {
            "since": self.since,
            "weight_off_bp": self.weight_off_bp,
            "today": self.today,
            "ends_by": self.today + AUTHORIZATION_ENDS_SOON,
            "closes_by": self.today + WINDOW_CLOSES_SOON,
            "sent_before": self.now - CERTIFICATE_LATE,
        }


def things_that_stand_out(session: Session, kind: ExceptionKind, asked: Asked, limit: int) -> list[tuple[Any, str]]:
    """The newest of a kind, each with its key: pieces, boxes, batches, or (closed short) announced returns."""
    query = statement_of(kind).limit(limit).options(*_loaded(kind))
    return [(row[0], row[1]) for row in session.execute(query, asked.values)]


def _loaded(kind: ExceptionKind) -> tuple[ORMOption, ...]:
    """What a list of the kind loads with its things, so that a page costs a handful of queries."""
    if kind in OF_PARCELS:
        return selectinload(ParcelRecord.items), selectinload(ParcelRecord.rmas)
    if kind is K.SHORT:
        return selectinload(RmaRecord.lines), selectinload(RmaRecord.parcels)
    if kind in OF_BATCHES:
        return (joinedload(BatchRecord.partner),)
    return (*whole_item(), joinedload(ItemRecord.hold_owner))


def count_each(session: Session, asked: Asked, most: int) -> dict[ExceptionKind, int]:
    """How many there are of every kind, all in one question; counting a kind stops at ``most``."""
    counts = session.execute(_every_count(most), asked.values).one()
    return dict(zip((*_ASKED_AT_ONCE, K.EVIDENCE), map(int, counts), strict=True))


@cache
def _every_count(most: int) -> Statement:
    queries = [statement_of(kind) for kind in _ASKED_AT_ONCE]
    return select(*(_count(query, most) for query in (*queries, decided_without_photographs())))


def _count(query: Statement, most: int) -> ColumnElement[int]:
    bare = query.order_by(None).with_only_columns(literal(1).label("one"), maintain_column_froms=True).limit(most)
    return select(func.count()).select_from(bare.subquery()).scalar_subquery()


@cache
def statement_of(kind: ExceptionKind) -> Statement:
    """The query of a kind, asked with ``Asked.values``."""
    match kind:
        case K.SHORT:
            return _of_returns()
        case _ if kind in OF_PARCELS:
            return _of_parcels(kind)
        case _ if kind in OF_BATCHES:
            return batches_that_stand_out(kind)
    return _of_items(kind)


def weight_expected(session: Session, parcel_id: str) -> int | None:
    """What one box should weigh, in grams, where that is known."""
    return session.scalar(select(expected_weight()).where(ParcelRecord.id == parcel_id))


def wrong_boxes(session: Session, since: datetime) -> list[tuple[str, str, str, datetime]]:
    """Boxes in which another thing came than announced: the customer's telephone and name, the box, when."""
    query = (
        select(RmaRecord.phone_key, RmaRecord.customer, ParcelRecord.number, func.max(ItemRecord.received_at))
        .select_from(ItemRecord)
        .join(ParcelRecord, ParcelRecord.id == ItemRecord.parcel_id)
        .join(ParcelRmaRecord, ParcelRmaRecord.parcel_id == ParcelRecord.id)
        .join(RmaRecord, RmaRecord.id == ParcelRmaRecord.rma_id)
        .where(
            ODD_OUTCOME,
            ItemRecord.received_at > since,
            ItemRecord.outcome.in_(_WRONG),
            ItemRecord.state.not_in(NO_PIECE),
        )
        .group_by(RmaRecord.phone_key, RmaRecord.customer, ParcelRecord.number)
    )
    return [(phone, name, box, at) for phone, name, box, at in session.execute(query)]


def expected_weight() -> ColumnElement[int]:
    """What a box should weigh: as announced, else all that is announced for it, where each weight is known.

    A return that is in several boxes says nothing of any of them.
    """
    here, other = aliased(ParcelRmaRecord), aliased(ParcelRmaRecord)
    in_this = select(here.rma_id).where(here.parcel_id == ParcelRecord.id).correlate(ParcelRecord)
    elsewhere = exists().where(other.rma_id.in_(in_this), other.parcel_id != ParcelRecord.id)
    grams = func.sum(RmaLineRecord.quantity * ProductRecord.weight_g)
    summed = (
        select(case((func.count(ProductRecord.weight_g) == func.count(RmaLineRecord.id), grams)))
        .select_from(RmaLineRecord)
        .join(ProductRecord, ProductRecord.id == RmaLineRecord.product_id)
        .join(ParcelRmaRecord, ParcelRmaRecord.rma_id == RmaLineRecord.rma_id)
        .where(ParcelRmaRecord.parcel_id == ParcelRecord.id, ~elsewhere.correlate(ParcelRecord))
        .correlate(ParcelRecord)
    )
    return func.coalesce(ParcelRecord.expected_g, summed.scalar_subquery())


def _of_items(kind: ExceptionKind) -> Statement:
    item, out = ItemRecord, (*NO_PIECE, ItemState.GONE)
    lately, ours = item.received_at > _SINCE, ParcelRecord.state != ParcelState.NOT_OURS
    wanted: dict[ExceptionKind, tuple[tuple[Any, ...], tuple[Any, ...]]] = {
        K.RECALLED: ((item.number, _plain(item.recall_check)), recalled()),
        K.EXPIRED: ((item.number,), past_their_day()),
        K.HELD: ((item.number,), (HELD_ITEM, item.state.not_in(out), ours, ~held_for_recall())),
        K.OUTCOME: (
            (item.number, _plain(item.outcome)),
            (ODD_OUTCOME, item.outcome.in_((ReceiptOutcome.OVER, *_WRONG)), item.state.not_in(out), ours, lately),
        ),
        K.OVERRIDE: (
            (item.number, _plain(item.disposition), _plain(item.override)),
            (OVERRIDDEN, item.disposition.is_not(None), item.state.not_in(NO_PIECE), lately),
        ),
        K.POLICY: (
            (item.number, _plain(item.agreed_against), cast(func.length(item.dispute), Text)),
            (AGAINST_POLICY, against_policy(), lately),
        ),
        K.SERIAL: (
            (item.number, _plain(item.serial_check)),
            (ODD_SERIAL, item.state.not_in(NO_PIECE), lately),
        ),
        K.NO_PLACE: ((item.number,), (item.state == ItemState.DECIDED,)),
    }
    parts, conditions = wanted[kind]
    key = _key(kind, *parts)
    query = select(ItemRecord, key).join(ParcelRecord, ParcelRecord.id == ItemRecord.parcel_id)
    return query.where(*conditions, ~_settled(key)).order_by(ItemRecord.received_at.desc())


def _of_parcels(kind: ExceptionKind) -> Statement:
    box = ParcelRecord
    lately = box.arrived_at > _SINCE
    key = _key(kind, box.number)
    match kind:
        case K.UNMATCHED:
            conditions: tuple[Any, ...] = (box.id.in_(_unmatched_ids()), ~_announced())
        case K.NOT_OURS:
            conditions = (box.state == ParcelState.NOT_OURS,)
        case K.EMPTY_BOX:
            conditions = (EMPTY_PARCEL, box.state.not_in(_NOT_HERE), lately)
        case _:
            off = func.abs(box.weight_g - expected_weight()) * 10_000
            far = and_(expected_weight() > 0, off > _OFF * expected_weight())
            conditions = (WEIGHED_PARCEL, box.state.not_in(_NOT_HERE), lately, far)
            key = _key(kind, box.number, cast(box.weight_g, Text))
    return select(box, key).where(*conditions, ~_settled(key)).order_by(box.arrived_at.desc())


def _unmatched_ids() -> Any:
    """Boxes that lie open, and finished ones of which nobody knew what they were; empty ones are told as such."""
    lying_open = select(ParcelRecord.id).where(ParcelRecord.state.in_(_OPEN))
    finished = select(ParcelRecord.id).where(
        OWN_NUMBER,
        ParcelRecord.arrived_at > _SINCE,
        ParcelRecord.state == ParcelState.CLOSED,
        ParcelRecord.empty != _YES,
    )
    return lying_open.union(finished)


def _of_returns() -> Statement:
    """Returns of which every box is finished, and something is missing."""
    missing = (
        select(func.sum(RmaLineRecord.quantity - RmaLineRecord.received))
        .where(RmaLineRecord.rma_id == RmaRecord.id)
        .correlate(RmaRecord)
        .scalar_subquery()
    )
    key = _key(K.SHORT, RmaRecord.number, cast(missing, Text))
    boxes = (
        select(ParcelRecord.id)
        .join(ParcelRmaRecord, ParcelRmaRecord.parcel_id == ParcelRecord.id)
        .where(ParcelRmaRecord.rma_id == RmaRecord.id)
        .correlate(RmaRecord)
    )
    still_to_come = boxes.where(ParcelRecord.state.not_in((ParcelState.CLOSED, *_NOT_HERE)))
    finished = boxes.where(ParcelRecord.state == ParcelState.CLOSED, ParcelRecord.arrived_at > _SINCE)
    told_otherwise = boxes.where(ParcelRecord.empty == _YES)
    query = select(RmaRecord, key).where(SHORT_RMA, finished.exists(), ~still_to_come.exists(), missing > 0)
    return query.where(~told_otherwise.exists(), ~_settled(key)).order_by(RmaRecord.id.desc())


def _announced() -> ColumnElement[bool]:
    return exists().where(ParcelRmaRecord.parcel_id == ParcelRecord.id).correlate(ParcelRecord)


def _settled(key: ColumnElement[str]) -> ColumnElement[bool]:
    return exists().where(SettledRecord.key == key)


def _key(kind: ExceptionKind, *parts: Any) -> ColumnElement[str]:
    key: ColumnElement[Any] = literal(prefix_of(kind), Text)
    for part in parts:
        key = key + literal(":", Text) + part
    return key


def _plain(value: Any) -> ColumnElement[str]:
    """A value of an enum as it stands in a key."""
    return func.replace(func.coalesce(type_coerce(value, Text), ""), " ", "-")
