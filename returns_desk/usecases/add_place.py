"""A bin is made known by its label, for the piece that goes there; and how that is taken back."""

from returns_desk.domain.codes import lookup_key
from returns_desk.domain.events import PlaceAdded
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.places import count_in_place, place_by_code
from returns_desk.store.records import ItemRecord, PlaceRecord
from returns_desk.store.work import Work
from returns_desk.usecases.put_away import status_in_place
from returns_desk.usecases.require import require


def add_place(work: Work, code: str, item: ItemRecord) -> PlaceRecord:
    """Make a bin known, for goods of this piece's category and status. The inverse is ``remove_place``.

    For goods without a category it holds anything, and so is suggested for nothing: one bin is not for the whole shop.
    """
    require(work, Permission.SET_RULES)
    there = place_by_code(work.session, [code])
    if there is not None:
        return there
    category = item.product.category
    place = work.add(
        PlaceRecord(
            id=new_id(),
            code=code,
            code_key=lookup_key(code),
            status=status_in_place(work, item) if category else None,
            categories=[category] if category else [],
            dropped=False,
        )
    )
    work.record(
        PlaceAdded(code=code, status=place.status.value if place.status else "", categories=tuple(place.categories))
    )
    work.flush()
    return place


def remove_place(work: Work, event: PlaceAdded) -> None:
    """Undo ``add_place``. Refuses ``CannotUndo`` once something else lies there, or a list said more of it."""
    work.flush()
    place = place_by_code(work.session, [event.code])
    if place is None or place.name or place.dropped or count_in_place(work.session, place.code):
        raise CannotUndo(event.code)
    work.session.delete(place)
