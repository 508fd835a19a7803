"""Photographs as evidence: kept for a piece or its parcel, and taken away again; each with its inverse beside it.

The picture itself lies on the photo shelf before its step begins: what stands in the database is never without it.
"""

import re

from returns_desk.domain.events import PhotoAdded, PhotoKnown, PhotoRemoved
from returns_desk.domain.items import NO_PIECE, ItemState
from returns_desk.domain.parcels import ParcelState
from returns_desk.domain.people import Permission
from returns_desk.domain.photos import OF_PARCEL, KeptPicture, PhotoKind, PhotoSnapshot
from returns_desk.domain.refusals import CannotUndo, NoParcelOpen, NotFound, WrongState
from returns_desk.store.ids import new_id
from returns_desk.store.lookups import photos
from returns_desk.store.lookups.returns import item_by_number, parcel_by_number
from returns_desk.store.records import ItemRecord, ParcelRecord, PhotoRecord
from returns_desk.store.work import Work
from returns_desk.usecases.bench_steps import item_in_hand
from returns_desk.usecases.need_photos import ask_for_fewer
from returns_desk.usecases.require import require

_ID = re.compile("[0-9a-f]{32}")
_LEFT = (ItemState.GONE, ParcelState.SENT_BACK)


def add_photo(work: Work, picture: KeptPicture, kind: PhotoKind, *, item: str = "", parcel: str = "") -> PhotoSnapshot:
    """Keep a photograph of a piece or a parcel; the inverse is ``take_photo_back``.

    Without a number it is of the piece in hand or, where it shows label or box, of the open parcel. The same picture
    of the same thing is kept once. Refuses ``NotFound``, ``ItemFirst``, ``NoParcelOpen``; ``WrongState`` for what is
    no piece or parcel any more.
    """
    require(work, Permission.INSPECT)
    thing = _thing(work, kind, item, parcel)
    if thing.state in (*NO_PIECE, ParcelState.WITHDRAWN):
        raise WrongState(_family(thing), thing.number, thing.state.value)
    item_id, parcel_id = _ids(thing)
    known = photos.same_picture(work.session, picture.sha256, kind, item_id, parcel_id)
    record = known or _new_photo(work, picture, kind, thing)
    ties = {"number": thing.number, "shows": kind.value, "photo_id": record.id, **_ties(thing)}
    if known is None:
        work.record(PhotoAdded(sha256=picture.sha256, **ties))
    else:
        work.record(PhotoKnown(**ties))
    ask_for_fewer(work)
    return _snapshot(work, record.id)


def take_photo_back(work: Work, event: PhotoAdded) -> None:
    """Undo ``add_photo``. Refuses ``CannotUndo`` once it was removed, or its piece left the house."""
    record = _record(work, event.photo_id)
    if record.removed or _thing_of(work, record).state in _LEFT:
        raise CannotUndo(event.number)
    record.removed = True


def remove_photo(work: Work, photo_id: str) -> None:
    """Let a photograph count no longer; the inverse is ``bring_photo_back``. The picture stays on the shelf.

    Refuses ``NotFound``; ``WrongState`` once what it shows has left the house.
    """
    require(work, Permission.INSPECT)
    record = work.get(PhotoRecord, photo_id) if _ID.fullmatch(photo_id) else None
    if record is None or record.removed:
        raise NotFound("photo", photo_id)
    thing = _thing_of(work, record)
    if thing.state in _LEFT:
        raise WrongState(_family(thing), thing.number, thing.state.value)
    record.removed = True
    facts = {"shows": record.kind.value, "photo_id": record.id, "sha256": record.sha256}
    work.record(PhotoRemoved(number=thing.number, **facts, **_ties(thing)))


def bring_photo_back(work: Work, event: PhotoRemoved) -> None:
    """Undo ``remove_photo``. Refuses ``CannotUndo`` once it was brought back, or kept anew."""
    record = _record(work, event.photo_id)
    anew = photos.same_picture(work.session, record.sha256, record.kind, record.item_id, record.parcel_id)
    if not record.removed or anew is not None:
        raise CannotUndo(event.number)
    record.removed = False


def _thing(work: Work, kind: PhotoKind, item: str, parcel: str) -> ItemRecord | ParcelRecord:
    if item:
        return _found(item_by_number(work.session, item), "item", item)
    if parcel:
        return _found(parcel_by_number(work.session, parcel), "parcel", parcel)
    if kind not in OF_PARCEL:
        return item_in_hand(work)
    box = work.get(ParcelRecord, work.bench.parcel_id)
    if box is None:
        raise NoParcelOpen()
    return box


def _found(thing: ItemRecord | ParcelRecord | None, family: str, number: str) -> ItemRecord | ParcelRecord:
    if thing is None:
        raise NotFound(family, number)
    return thing


def _new_photo(work: Work, picture: KeptPicture, kind: PhotoKind, thing: ItemRecord | ParcelRecord) -> PhotoRecord:
    item_id, parcel_id = _ids(thing)
    person = work.person
    return work.add(
        PhotoRecord(
            id=new_id(),
            sha256=picture.sha256,
            kind=kind,
            item_id=item_id,
            parcel_id=parcel_id,
            person_id=person.id,
            station_id=work.seat.station_id,
            taken_at=work.now,
            width=picture.width,
            height=picture.height,
            removed=False,
        )
    )


def _snapshot(work: Work, photo_id: str) -> PhotoSnapshot:
    work.flush()
    found = photos.photo(work.session, photo_id)
    assert found is not None
    return found


def _record(work: Work, photo_id: str) -> PhotoRecord:
    record = work.get(PhotoRecord, photo_id)
    assert record is not None
    return record


def _thing_of(work: Work, record: PhotoRecord) -> ItemRecord | ParcelRecord:
    thing = work.get(ItemRecord, record.item_id) or work.get(ParcelRecord, record.parcel_id)
    assert thing is not None
    return thing


def _ids(thing: ItemRecord | ParcelRecord) -> tuple[str | None, str | None]:
    return (thing.id, None) if isinstance(thing, ItemRecord) else (None, thing.id)


def _ties(thing: ItemRecord | ParcelRecord) -> dict[str, str]:
    """The timelines that it belongs to."""
    if isinstance(thing, ItemRecord):
        return {"item_id": thing.id, "parcel_id": thing.parcel_id}
    return {"parcel_id": thing.id}


def _family(thing: ItemRecord | ParcelRecord) -> str:
    return "item" if isinstance(thing, ItemRecord) else "parcel"
