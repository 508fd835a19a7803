"""Find bins, and what lies in them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from returns_desk.domain.codes import lookup_key
from returns_desk.domain.items import NO_PIECE, StockStatus
from returns_desk.domain.places import Place
from returns_desk.domain.stock import FOR_SALE
from returns_desk.store.lookups.returns import whole_item
from returns_desk.store.records import ItemRecord, ProductRecord
from returns_desk.store.records.standing_out import LIES_SOMEWHERE
from returns_desk.store.records.stock import PlaceRecord

_YES = True  # compared as the number it is kept as, in either database


def place_by_code(session: Session, codes: Sequence[str]) -> PlaceRecord | None:
    """The place with one of these codes, whatever its case; one that is used no longer too."""
    keys = [lookup_key(code) for code in codes]
    return session.scalar(select(PlaceRecord).where(PlaceRecord.code_key.in_(keys)).limit(1))


def places_by_code(session: Session, codes: Sequence[str]) -> dict[str, PlaceRecord]:
    """Many places at once, by their key."""
    query = select(PlaceRecord).where(PlaceRecord.code_key.in_([lookup_key(code) for code in codes]))
    return {place.code_key: place for place in session.scalars(query)}


def places_for(session: Session, status: StockStatus) -> list[Place]:
    """The places that goods of a status may be suggested; those of any status only for what is for sale."""
    fitting = [PlaceRecord.status == status, *([PlaceRecord.status.is_(None)] if status in FOR_SALE else [])]
    query = select(PlaceRecord).where(PlaceRecord.dropped != _YES, or_(*fitting))
    return [place.snapshot() for place in session.scalars(query)]


def all_places(session: Session) -> list[PlaceRecord]:
    """Every place by its code."""
    return list(session.scalars(select(PlaceRecord).order_by(PlaceRecord.code_key)))


def pieces_in_places(session: Session) -> dict[str, int]:
    """How many pieces lie in each place, by its code as the pieces have it."""
    query = select(ItemRecord.place, func.sum(ItemRecord.quantity)).where(*_lying())
    return {place: int(count) for place, count in session.execute(query.group_by(ItemRecord.place))}


def count_in_place(session: Session, code: str) -> int:
    """How many pieces lie in a place."""
    query = select(func.sum(ItemRecord.quantity)).where(*_lying(), ItemRecord.place == code)
    return int(session.scalar(query) or 0)


def items_in_place(session: Session, code: str, limit: int) -> list[ItemRecord]:
    """What lies in a place, the newest first."""
    query = select(ItemRecord).where(*_lying(), ItemRecord.place == code).order_by(ItemRecord.id.desc()).limit(limit)
    return list(session.scalars(query.options(*whole_item())))


def products_of_place(session: Session, code: str) -> list[str]:
    """SKUs of the products in the catalogue that have a place for their own."""
    own = func.upper(ProductRecord.place) == code.upper()
    query = select(ProductRecord.sku).where(own, ProductRecord.dropped != _YES)
    return list(session.scalars(query.order_by(ProductRecord.sku)))


def _lying() -> tuple[Any, ...]:
    return LIES_SOMEWHERE, ItemRecord.state.not_in(NO_PIECE)
