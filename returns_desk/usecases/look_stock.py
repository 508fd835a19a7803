"""Look at the stock of one product: what is here by status and place, and what moved last; nothing here changes it."""

from dataclasses import dataclass
from datetime import datetime

from returns_desk.domain.events import Event, ReturnsAnnounced
from returns_desk.domain.items import StockStatus
from returns_desk.domain.refusals import NotFound
from returns_desk.domain.snapshots import Found, ProductSnapshot
from returns_desk.store.journal import event_of
from returns_desk.store.lookups.catalogue import product_by_sku, products_by_code
from returns_desk.store.lookups.stock import MoveRow, newest_moves, stock_of_product
from returns_desk.store.work import Work
from returns_desk.usecases.look import names_of
from returns_desk.usecases.undo import MAIN_EVENTS

LAST_MOVES = 20
# what tells a step best, of all that the journal says of it
TELLING = frozenset({*MAIN_EVENTS, ReturnsAnnounced.__name__})


@dataclass(frozen=True)
class Heap:
    """So many in a status at a place."""

    stock: StockStatus
    place: str
    quantity: int


@dataclass(frozen=True)
class MoveSnapshot:
    """One move with the step that made it; no ``event`` where the books were opened with it."""

    id: str
    at: datetime
    quantity: int
    from_status: StockStatus
    from_place: str
    to_status: StockStatus
    to_place: str
    item: str
    step: str
    station: str
    person: str
    person_en: str
    event: Event | None


@dataclass(frozen=True)
class ProductStock:
    """One product with what is here and expected of it, and its last moves, newest first."""

    product: ProductSnapshot
    heaps: tuple[Heap, ...]
    moves: tuple[MoveSnapshot, ...]


def stock_of(work: Work, code: str, limit: int = LAST_MOVES) -> ProductStock:
    """The stock of a product, by its SKU or barcode. Refuses ``NotFound``."""
    record = product_by_sku(work.session, code)
    found = [record] if record else products_by_code(work.session, [code])
    if not found:
        raise NotFound("product", code)
    heaps = (Heap(*heap) for heap in stock_of_product(work.session, found[0].id))
    moves = newest_moves(work.session, found[0].id, limit, TELLING)
    return ProductStock(found[0].snapshot(), tuple(heaps), tuple(_move(row) for row in moves))


def products_named(work: Work, asked: str) -> tuple[Found, ...]:
    """Products of which the very SKU or barcode was asked for."""
    text = asked.strip()
    named = product_by_sku(work.session, text) if text else None
    found = [named] if named else products_by_code(work.session, [text]) if text else []
    return tuple(Found("product", row.sku, row.name, row.category, "", row.name_en) for row in found)


def _move(row: MoveRow) -> MoveSnapshot:
    move = row.move
    name, name_en = names_of(row.person)
    return MoveSnapshot(
        id=move.id,
        at=move.at,
        quantity=move.quantity,
        from_status=move.from_status,
        from_place=move.from_place,
        to_status=move.to_status,
        to_place=move.to_place,
        item=row.number,
        step=move.step_id or "",
        station=row.station,
        person=name,
        person_en=name_en,
        event=event_of(row.entry) if row.entry else None,
    )
