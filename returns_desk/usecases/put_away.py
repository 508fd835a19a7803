"""A decided piece is put into a bin, or from one into another; and how that is taken back."""

from returns_desk.domain.events import ItemPlaced
from returns_desk.domain.items import ItemState, StockStatus
from returns_desk.domain.people import Permission
from returns_desk.domain.place_refusals import NotToPlace, PlaceNotUsed, UnknownPlace, WrongPlace
from returns_desk.domain.refusals import CannotUndo, NotFound
from returns_desk.store.lookups.kept_decisions import standing_decision
from returns_desk.store.lookups.places import place_by_code
from returns_desk.store.lookups.returns import item_by_number
from returns_desk.store.records import ItemRecord, PlaceRecord
from returns_desk.store.work import Work
from returns_desk.usecases.bench_steps import item_of
from returns_desk.usecases.open_item import tell_of_item
from returns_desk.usecases.require import require

MOVABLE = (ItemState.DECIDED, ItemState.PLACED, ItemState.BATCHED)


def put_item(work: Work, number: str, code: str) -> None:
    """Put a piece into the bin of a code. The inverse is ``put_where_it_was``.

    Refuses ``NotFound``, ``UnknownPlace``, and what ``put_into`` refuses.
    """
    require(work, Permission.RECEIVE)
    item = item_by_number(work.session, number)
    if item is None:
        raise NotFound("item", number)
    place = place_by_code(work.session, [code])
    if place is None:
        raise UnknownPlace(code)
    put_into(work, item, place)


def put_into(work: Work, item: ItemRecord, place: PlaceRecord) -> None:
    """Put a piece into a bin; where it lies there already, it is only told about. The inverse is ``put_where_it_was``.

    Refuses ``NotToPlace`` for what is not decided or not here, ``PlaceNotUsed``, ``WrongPlace``.
    """
    require(work, Permission.RECEIVE)
    if item.state not in MOVABLE:
        raise NotToPlace(item.number, item.state.value)
    status = status_in_place(work, item)
    if place.dropped:
        raise PlaceNotUsed(place.code)
    if not place.snapshot().holds(status):
        raise WrongPlace(place.code, place.status.value if place.status else "", item.number, status.value)
    if item.place == place.code:
        tell_of_item(work, item)
        return
    work.record(
        ItemPlaced(
            item_id=item.id,
            parcel_id=item.parcel_id,
            number=item.number,
            place=place.code,
            before=item.place,
            stock=status.value,
            state_before=item.state.value,
            stock_before=item.stock.value,
        )
    )
    item.place, item.stock = place.code, status
    if item.state is ItemState.DECIDED:
        item.state = ItemState.PLACED


def put_where_it_was(work: Work, event: ItemPlaced) -> None:
    """Undo ``put_item``. Refuses ``CannotUndo`` once the piece was moved on, decided anew or left the house."""
    item = item_of(work, event.item_id)
    if item.place != event.place or item.state not in MOVABLE or item.stock.value != event.stock:
        raise CannotUndo(item.number)
    item.place = event.before
    item.state, item.stock = ItemState(event.state_before), StockStatus(event.stock_before)


def status_in_place(work: Work, item: ItemRecord) -> StockStatus:
    """What the piece counts as once it lies somewhere: without a place it still is in quarantine."""
    if item.state is not ItemState.DECIDED:
        return item.stock
    decision = standing_decision(work.session, item.id)
    return decision.chosen if decision else StockStatus.AVAILABLE
