"""Look at bins: what each holds, how many pieces lie there, and which; nothing here changes anything."""

from dataclasses import dataclass

from returns_desk.domain.place_refusals import UnknownPlace
from returns_desk.domain.places import Place
from returns_desk.domain.snapshots import ItemSnapshot
from returns_desk.store.lookups.places import (
    all_places,
    count_in_place,
    items_in_place,
    pieces_in_places,
    place_by_code,
)
from returns_desk.store.work import Work
from returns_desk.usecases.look import Page


@dataclass(frozen=True)
class PlaceLook:
    """One place with how many pieces lie there; ``items``: the newest of them, where they were asked for."""

    place: Place
    pieces: int
    items: tuple[ItemSnapshot, ...] = ()


def places(work: Work, limit: int | None = None) -> Page:
    """Every place by its code, those that are used no longer last."""
    pieces = pieces_in_places(work.session)
    found = [PlaceLook(place.snapshot(), pieces.get(place.code, 0)) for place in all_places(work.session)]
    found.sort(key=lambda look: look.place.dropped)
    return Page(tuple(found[:limit]), len(found))


def place(work: Work, code: str, limit: int = 100) -> PlaceLook:
    """One place with what lies there. Refuses ``UnknownPlace``."""
    record = place_by_code(work.session, [code])
    if record is None:
        raise UnknownPlace(code)
    items = tuple(item.snapshot() for item in items_in_place(work.session, record.code, limit))
    return PlaceLook(record.snapshot(), count_in_place(work.session, record.code), items)
