"""Find announced returns that a number, a piece or a sender's text may belong to; few at a time, newest first."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from returns_desk.domain.codes import lookup_key
from returns_desk.store.lookups.returns import whole_rma
from returns_desk.store.records import RmaLineRecord, RmaRecord
from returns_desk.store.records.standing_out import WAITING_LINE

AT_MOST = 50
_OPEN = ("open", "partly received")


def rmas_of_orders(session: Session, orders: Collection[str]) -> list[RmaRecord]:
    """Every return announced of these orders, newest first."""
    wanted = {lookup_key(order) for order in orders} - {""}
    query = _newest().where(RmaRecord.order_no.in_(wanted)).limit(AT_MOST)
    return list(session.scalars(query)) if wanted else []


def first_rmas_of_order(session: Session, codes: Sequence[str]) -> list[RmaRecord]:
    """The two newest returns announced of an order, bare: enough to see whether it is the only one."""
    query = select(RmaRecord).where(RmaRecord.order_no.in_([lookup_key(code) for code in codes]))
    return list(session.scalars(query.order_by(RmaRecord.id.desc()).limit(2)))


def open_rmas_with_serials(session: Session, serials: Collection[str]) -> list[RmaRecord]:
    """Open returns of which a line names one of these serials and waits for it."""
    wanted = {lookup_key(serial) for serial in serials} - {""}
    return _with_line(session, RmaLineRecord.serial.in_(wanted)) if wanted else []


def open_rmas_with_products(session: Session, product_ids: Collection[str]) -> list[RmaRecord]:
    """Open returns that wait for one of these products."""
    return _with_line(session, RmaLineRecord.product_id.in_(set(product_ids))) if product_ids else []


def open_rmas_of_phones(session: Session, phone_keys: Collection[str]) -> list[RmaRecord]:
    """Open returns of whoever has one of these telephone numbers."""
    wanted = set(phone_keys) - {""}
    query = _newest().where(RmaRecord.phone_key.in_(wanted), RmaRecord.state.in_(_OPEN)).limit(AT_MOST)
    return list(session.scalars(query)) if wanted else []


def open_rmas(session: Session, ids: Collection[str]) -> list[RmaRecord]:
    """Those of these returns that are open."""
    query = _newest().where(RmaRecord.id.in_(set(ids)), RmaRecord.state.in_(_OPEN)).limit(AT_MOST)
    return list(session.scalars(query)) if ids else []


def _with_line(session: Session, fits: ColumnElement[bool]) -> list[RmaRecord]:
    """Open returns with a line that fits and has room."""
    lines = select(RmaLineRecord.rma_id).where(fits, WAITING_LINE)
    query = _newest().where(RmaRecord.id.in_(lines), RmaRecord.state.in_(_OPEN)).limit(AT_MOST)
    return list(session.scalars(query))


def _newest() -> Select[RmaRecord]:
    return select(RmaRecord).options(*whole_rma()).order_by(RmaRecord.id.desc())
