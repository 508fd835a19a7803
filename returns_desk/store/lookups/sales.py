"""Find what the shop sold, as far as it told the desk."""

from collections.abc import Collection, Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from returns_desk.domain.codes import lookup_key
from returns_desk.store.records import SaleRecord


def sales_of_serial(session: Session, product_id: str, serial: str) -> list[SaleRecord]:
    """The sales of the piece of a product with this serial number, newest first."""
    query = _newest().where(SaleRecord.product_id == product_id, SaleRecord.serial == lookup_key(serial))
    return list(session.scalars(query.where(SaleRecord.serial != "")))


def sales_of_order(session: Session, order: str) -> list[SaleRecord]:
    """The lines of an order, in the order in which they were told."""
    query = select(SaleRecord).where(SaleRecord.order_key == lookup_key(order)).order_by(SaleRecord.id)
    return list(session.scalars(query.options(joinedload(SaleRecord.product))))


def product_has_sold_serials(session: Session, product_id: str) -> bool:
    """Whether any sale of the product names a serial, so that one which none names was not sold by this shop."""
    query = select(SaleRecord.id).where(SaleRecord.product_id == product_id, SaleRecord.serial != "").limit(1)
    return session.scalar(query) is not None


def sales_with_serials(session: Session, serials: Collection[str], limit: int) -> list[SaleRecord]:
    """The newest sales of pieces with one of these serial numbers, whatever the product."""
    wanted = {lookup_key(serial) for serial in serials} - {""}
    return list(session.scalars(_newest().where(SaleRecord.serial.in_(wanted)).limit(limit))) if wanted else []


def sales_of_phones(session: Session, phone_keys: Collection[str], limit: int) -> list[SaleRecord]:
    """The newest sales to whoever has one of these telephone numbers."""
    wanted = set(phone_keys) - {""}
    return list(session.scalars(_newest().where(SaleRecord.phone_key.in_(wanted)).limit(limit))) if wanted else []


def sales_of_orders(session: Session, orders: Sequence[str]) -> list[SaleRecord]:
    """Every line of many orders at once."""
    query = select(SaleRecord).where(SaleRecord.order_key.in_([lookup_key(order) for order in orders]))
    return list(session.scalars(query.order_by(SaleRecord.id)))


def _newest() -> Select[SaleRecord]:
    return select(SaleRecord).options(joinedload(SaleRecord.product)).order_by(SaleRecord.id.desc())
