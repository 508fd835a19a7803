"""Find what somebody should look at among pieces, boxes and announced returns; by small indices of their own.

Each kind is one query of a thing with its key (``exceptions.key_of``); what was settled under that key is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, case, cast, exists, func, literal, select, type_coerce
from sqlalchemy.orm import Session, aliased, joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from returns_desk.domain.exceptions import ExceptionKind, prefix_of
from returns_desk.domain.items import NO_PIECE, ItemState, ReceiptOutcome, SerialCheck
from returns_desk.domain.parcels import ParcelState
from returns_desk.store.lookups.policies import against_policy
from returns_desk.store.lookups.returns import whole_item
from returns_desk.store.records import (
    ItemRecord,
    ParcelRecord,
    ParcelRmaRecord,
    ProductRecord,
    RmaLineRecord,
    RmaRecord,
    SettledRecord,
)
from returns_desk.store.records.standing_out import ODD_ITEM, ODD_PARCEL, SHORT_RMA

Statement = Any  # a query of a thing and its key, of whatever kind
K = ExceptionKind
_YES = True  # compared as the number it is kept as, in either database
_OPEN = (ParcelState.ARRIVED, ParcelState.OPENED, ParcelState.UNMATCHED, ParcelState.WORKED)
_NOT_HERE = (ParcelState.NOT_OURS, ParcelState.SENT_BACK, ParcelState.WITHDRAWN)
_WRONG = (ReceiptOutcome.UNEXPECTED, ReceiptOutcome.NOT_OURS)
OF_PARCELS = (K.UNMATCHED, K.NOT_OURS, K.EMPTY_BOX, K.WEIGHT)
OF_ITEMS = (K.HELD, K.OUTCOME, K.OVERRIDE, K.POLICY, K.SERIAL)
_DOUBTFUL = tuple(check for check in SerialCheck if check.suspicious)


@dataclass(frozen=True)
class Asked:
    """How far back to look, and from when a weight is far off."""

    since: datetime
    weight_off_bp: int


def things_that_stand_out(session: Session, kind: ExceptionKind, asked: Asked, limit: int) -> list[tuple[Any, str]]:
    """The newest of a kind, each with its key: pieces, boxes, or (closed short) announced returns."""
    found = session.execute(statement_of(kind, asked).limit(limit).options(*_loaded(kind))).all()
    return [(row[0], row[1]) for row in found]


def _loaded(kind: ExceptionKind) -> tuple[ORMOption, ...]:
    """What a list of the kind loads with its things, so that a page costs a handful of queries."""
    if kind in OF_PARCELS:
        return selectinload(ParcelRecord.items), selectinload(ParcelRecord.rmas)
    if kind is K.SHORT:
        return selectinload(RmaRecord.lines), selectinload(RmaRecord.parcels)
    return (*whole_item(), joinedload(ItemRecord.hold_owner))


def count_of(kind: ExceptionKind, asked: Asked, most: int) -> ColumnElement[int]:
    """How many there are of a kind, as a part of a query; counting stops at ``most``."""
    counted = (
        statement_of(kind, asked)
        .order_by(None)
        .with_only_columns(literal(1).label("one"), maintain_column_froms=True)
        .limit(most)
    )
    return select(func.count()).select_from(counted.subquery()).scalar_subquery()


def counted(session: Session, parts: Sequence[ColumnElement[int]]) -> list[int]:
    """The counts, all in one question."""
    return [int(count or 0) for count in session.execute(select(*parts)).one()]


def statement_of(kind: ExceptionKind, asked: Asked) -> Statement:
    """The query of a kind."""
    match kind:
        case K.SHORT:
            return _of_returns(asked)
        case _ if kind in OF_PARCELS:
            return _of_parcels(kind, asked)
    return _of_items(kind, asked)


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
            ODD_ITEM,
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


def _of_items(kind: ExceptionKind, asked: Asked) -> Statement:
    item, out = ItemRecord, (*NO_PIECE, ItemState.GONE)
    lately, ours = item.received_at > asked.since, ParcelRecord.state != ParcelState.NOT_OURS
    wanted: dict[ExceptionKind, tuple[tuple[Any, ...], tuple[Any, ...]]] = {
        K.HELD: ((item.number,), (item.held == _YES, item.state.not_in(out), ours)),
        K.OUTCOME: (
            (item.number, _plain(item.outcome)),
            (item.outcome.in_((ReceiptOutcome.OVER, *_WRONG)), item.state.not_in(out), ours, lately),
        ),
        K.OVERRIDE: (
            (item.number, _plain(item.disposition), _plain(item.override)),
            (item.override.is_not(None), item.disposition.is_not(None), item.state.not_in(NO_PIECE), lately),
        ),
        K.POLICY: (
            (item.number, _plain(item.agreed_against), cast(func.length(item.dispute), Text)),
            (against_policy(), lately),
        ),
        K.SERIAL: (
            (item.number, _plain(item.serial_check)),
            (item.serial_check.in_(_DOUBTFUL), item.state.not_in(NO_PIECE), lately),
        ),
    }
    parts, conditions = wanted[kind]
    key = _key(kind, *parts)
    query = select(ItemRecord, key).join(ParcelRecord, ParcelRecord.id == ItemRecord.parcel_id)
    return query.where(ODD_ITEM, *conditions, ~_settled(key)).order_by(ItemRecord.received_at.desc())


def _of_parcels(kind: ExceptionKind, asked: Asked) -> Statement:
    box = ParcelRecord
    lately = box.arrived_at > asked.since
    key = _key(kind, box.number)
    match kind:
        case K.UNMATCHED:
            conditions: tuple[Any, ...] = (box.id.in_(_unmatched_ids(asked)), ~_announced())
        case K.NOT_OURS:
            conditions = (box.state == ParcelState.NOT_OURS,)
        case K.EMPTY_BOX:
            conditions = (ODD_PARCEL, box.empty == _YES, box.state.not_in(_NOT_HERE), lately)
        case _:
            off = func.abs(box.weight_g - expected_weight()) * 10_000
            far = and_(expected_weight() > 0, off > asked.weight_off_bp * expected_weight())
            conditions = (ODD_PARCEL, box.weight_g.is_not(None), box.state.not_in(_NOT_HERE), lately, far)
            key = _key(kind, box.number, cast(box.weight_g, Text))
    return select(box, key).where(*conditions, ~_settled(key)).order_by(box.arrived_at.desc())


def _unmatched_ids(asked: Asked) -> Any:
    """Boxes that lie open, and finished ones with pieces that nobody announced."""
    lying_open = select(ParcelRecord.id).where(ParcelRecord.state.in_(_OPEN))
    unannounced = ItemRecord.outcome == ReceiptOutcome.UNANNOUNCED
    finished = (
        select(ItemRecord.parcel_id)
        .join(ParcelRecord, ParcelRecord.id == ItemRecord.parcel_id)
        .where(
            ODD_ITEM,
            unannounced,
            ItemRecord.state.not_in(NO_PIECE),
            ItemRecord.received_at > asked.since,
            ParcelRecord.state == ParcelState.CLOSED,
        )
    )
    return lying_open.union(finished)


def _of_returns(asked: Asked) -> Statement:
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
    finished = boxes.where(ParcelRecord.state == ParcelState.CLOSED, ParcelRecord.arrived_at > asked.since)
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
