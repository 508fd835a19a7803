"""Find notices of recalled goods, and the pieces in the house that they may concern."""

from collections.abc import Collection, Sequence

from sqlalchemy import Text, func, literal, select, union_all
from sqlalchemy.orm import Session

from returns_desk.domain.codes import lookup_key, product_key
from returns_desk.domain.items import NO_PIECE, ItemState
from returns_desk.store.records import ItemRecord, ProductCodeRecord, ProductRecord, RecallRecord
from returns_desk.store.records.standing_out import RECALLED

_NO = False  # compared as the number it is kept as, in either database
_MANY = 400  # values in one question
OUT = (*NO_PIECE, ItemState.GONE)


def recalls_of_product(session: Session, product_id: str, sku: str) -> list[RecallRecord]:
    """The lines of standing notices that name a product by a barcode or its SKU."""
    codes = select(ProductCodeRecord.code_key).where(ProductCodeRecord.product_id == product_id)
    named = union_all(codes, select(literal(product_key(sku), Text)))
    query = select(RecallRecord).where(RecallRecord.code_key.in_(named), RecallRecord.withdrawn == _NO)
    return list(session.scalars(query))


def recalls_of_number(session: Session, number: str) -> list[RecallRecord]:
    """The lines of one notice, as they were taken in, withdrawn or not."""
    query = select(RecallRecord).where(func.upper(RecallRecord.number) == number.strip().upper())
    return list(session.scalars(query.order_by(RecallRecord.id)))


def recalls_among(session: Session, code_keys: Collection[str]) -> list[RecallRecord]:
    """The lines that name one of these codes, of whatever notice, withdrawn ones too."""
    found: list[RecallRecord] = []
    for some in _in_parts(sorted(code_keys)):
        found += session.scalars(select(RecallRecord).where(RecallRecord.code_key.in_(some)))
    return found


def newest_recalls(session: Session, limit: int) -> list[RecallRecord]:
    """The lines that were taken in last."""
    return list(session.scalars(select(RecallRecord).order_by(RecallRecord.id.desc()).limit(limit)))


def count_recalls(session: Session) -> int:
    """How many lines of notices there are."""
    return session.scalar(select(func.count()).select_from(RecallRecord)) or 0


def products_named(session: Session, codes: Collection[str]) -> dict[str, set[str]]:
    """Ids of the products that these codes name, by the key of the code; a code that nothing has is missing."""
    found: dict[str, set[str]] = {}
    for some in _in_parts(sorted({product_key(code) for code in codes})):
        query = select(ProductCodeRecord.code_key, ProductCodeRecord.product_id)
        for key, product_id in session.execute(query.where(ProductCodeRecord.code_key.in_(some))):
            found.setdefault(key, set()).add(product_id)
    for some in _in_parts(sorted({lookup_key(code) for code in codes})):
        skus = select(ProductRecord.sku_key, ProductRecord.id).where(ProductRecord.sku_key.in_(some))
        for sku_key, product_id in session.execute(skus):
            found.setdefault(product_key(sku_key), set()).add(product_id)
    return found


def lock_products(session: Session, product_ids: Collection[str]) -> None:
    """Wait for whoever takes a piece of these just now, and let nobody else until the step ends.

    A row that names a product is written only while its product is not locked. An SQLite file is locked anyway.
    """
    for some in _in_parts(sorted(product_ids)):
        query = select(ProductRecord.id).where(ProductRecord.id.in_(some)).order_by(ProductRecord.id)
        session.execute(query.with_for_update())


def pieces_of_products(session: Session, product_ids: Collection[str]) -> list[ItemRecord]:
    """Every piece of these products that is in the house, in the order it came."""
    found: list[ItemRecord] = []
    for some in _in_parts(sorted(product_ids)):
        query = select(ItemRecord).where(ItemRecord.product_id.in_(some), ItemRecord.state.not_in(OUT))
        found += session.scalars(query.order_by(ItemRecord.id))
    return found


def pieces_of_notice(session: Session, number: str, limit: int) -> list[ItemRecord]:
    """The pieces in the house that a notice stops, or stopped until it was withdrawn; the newest first."""
    query = select(ItemRecord).where(RECALLED, ItemRecord.recall == number, ItemRecord.state.not_in(OUT))
    return list(session.scalars(query.order_by(ItemRecord.received_at.desc()).limit(limit)))


def _in_parts(values: Sequence[str]) -> list[Sequence[str]]:
    return [values[start : start + _MANY] for start in range(0, len(values), _MANY)]
