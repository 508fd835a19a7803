"""Find the batches that somebody should look at: whose time runs out, whose money or paper did not come."""

from collections.abc import Callable
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Text, bindparam, case, cast, exists, func, literal, select
from sqlalchemy.orm import Session, joinedload

from returns_desk.domain.batches import BatchState, LineState, PartnerKind
from returns_desk.domain.exceptions import ExceptionKind, prefix_of
from returns_desk.store.records import BatchLineRecord, BatchRecord, SettledRecord
from returns_desk.store.records.standing_out import UNCERTIFIED
from returns_desk.store.types import Day, Moment

K = ExceptionKind
S = BatchState
OF_BATCHES = (K.AUTHORIZATION, K.WINDOW, K.CREDIT_OVERDUE, K.SHORT_CREDIT, K.CERTIFICATE)  # K.MINIMUM is worked out
GATHERING = (S.COLLECTING, S.READY)
_NOT_SENT = (
    *GATHERING,
    S.SUBMITTED,
    S.SENT_BACK,
    S.APPROVED,
    S.AWAITING_AUTHORIZATION,
    S.AUTHORIZED,
    S.PACKED,
)
_OWED = (S.SHIPPED, S.PENDING_CREDIT, S.PARTLY_CREDITED)
_GOING = (LineState.IN, LineState.APPROVED)
_TODAY, _SINCE = bindparam("today", type_=Day()), bindparam("since", type_=Moment())
_ENDS_BY, _CLOSES_BY = bindparam("ends_by", type_=Day()), bindparam("closes_by", type_=Day())
_SENT_BEFORE = bindparam("sent_before", type_=Moment())


@cache
def batches_that_stand_out(kind: ExceptionKind) -> Any:
    """The query of a kind for batches and their keys; the most urgent first."""
    batch = BatchRecord
    first = first_window()
    wanted: dict[ExceptionKind, Callable[[], tuple[Any, ...]]] = {
        K.AUTHORIZATION: lambda: (
            batch.state.in_((S.AUTHORIZED, S.PACKED)),
            batch.authorization_until <= _ENDS_BY,
        ),
        K.WINDOW: lambda: (batch.state.in_(_NOT_SENT), _closes_soon()),
        K.CREDIT_OVERDUE: lambda: (
            batch.state.in_(_OWED),
            batch.kind == PartnerKind.SUPPLIER,
            batch.credit_due < _TODAY,
        ),
        K.SHORT_CREDIT: lambda: (batch.state == S.SHORT_CREDIT,),
        K.CERTIFICATE: lambda: (
            UNCERTIFIED,
            batch.state != S.CANCELLED,
            batch.shipped_at < _SENT_BEFORE,
            batch.shipped_at > _SINCE,
        ),
    }
    ends: dict[ExceptionKind, Any] = {K.AUTHORIZATION: batch.authorization_until, K.WINDOW: first}
    key = _key(kind, batch.number, *_how_far(ends[kind])) if kind in ends else _key(kind, batch.number)
    if kind is K.CREDIT_OVERDUE:
        key = _key(kind, batch.number, cast(batch.credit_due, Text))
    settled = exists().where(SettledRecord.key == key)
    return select(batch, key).where(*wanted[kind](), ~settled).order_by(ends.get(kind, batch.id))


def first_window() -> ColumnElement[Any]:
    """The day on which the first piece of a batch can be returned for the last time."""
    line = BatchLineRecord
    query = select(func.min(line.window_ends)).where(line.batch_id == BatchRecord.id, line.state.in_(_GOING))
    return query.correlate(BatchRecord).scalar_subquery()


def gathering_for_minimum(session: Session) -> list[tuple[BatchRecord, int, int]]:
    """Batches that gather for a supplier, with the cost of what they hold and how many pieces it is."""
    line, batch = BatchLineRecord, BatchRecord
    sums = (
        select(line.batch_id, func.sum(line.gross).label("gross"), func.count().label("lines"))
        .join(batch, batch.id == line.batch_id)
        .where(batch.state.in_(GATHERING), line.state.in_(_GOING))
        .group_by(line.batch_id)
        .subquery()
    )
    query = (
        select(batch, sums.c.gross, sums.c.lines)
        .join(sums, sums.c.batch_id == batch.id)
        .where(batch.state.in_(GATHERING), batch.kind == PartnerKind.SUPPLIER)
        .options(joinedload(batch.terms), joinedload(batch.partner))
        .order_by(batch.id)
    )
    return [(record, int(gross), int(lines)) for record, gross, lines in session.execute(query)]


def _closes_soon() -> ColumnElement[bool]:
    line = BatchLineRecord
    lines = exists().where(line.batch_id == BatchRecord.id, line.window_ends <= _CLOSES_BY, line.state.in_(_GOING))
    return lines.correlate(BatchRecord)


def _how_far(day: ColumnElement[Any]) -> tuple[ColumnElement[str], ColumnElement[str]]:
    """What is near is another thing than what is past, also where somebody put the first away."""
    return cast(day, Text), case((day < _TODAY, literal("past", Text)), else_=literal("soon", Text))


def _key(kind: ExceptionKind, *parts: Any) -> ColumnElement[str]:
    key: ColumnElement[Any] = literal(prefix_of(kind), Text)
    for part in parts:
        key = key + literal(":", Text) + part
    return key
