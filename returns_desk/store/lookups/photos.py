"""Find photographs of pieces and parcels; those that were removed count no longer."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, or_, select, true
from sqlalchemy.orm import Session

from returns_desk.domain.photos import OF_PARCEL, PhotoKind, PhotoSnapshot
from returns_desk.store.records import ItemRecord, ParcelRecord, PersonRecord, PhotoRecord

_STANDS = PhotoRecord.removed == False  # noqa: E712  compared as the number it is kept as


def photos_of_item(session: Session, item_id: str | None, parcel_id: str) -> tuple[PhotoSnapshot, ...]:
    """Those of a piece (if there is one), and those of its parcel as a whole, oldest first."""
    of_parcel = PhotoRecord.parcel_id == parcel_id
    return _found(session, or_(PhotoRecord.item_id == item_id, of_parcel) if item_id else of_parcel)


def photos_of_parcel(session: Session, parcel_id: str) -> tuple[PhotoSnapshot, ...]:
    """Those of a parcel and of everything that was taken out of it, oldest first."""
    pieces = select(ItemRecord.id).where(ItemRecord.parcel_id == parcel_id)
    return _found(session, or_(PhotoRecord.parcel_id == parcel_id, PhotoRecord.item_id.in_(pieces)))


def photos_of_things(session: Session, items: Collection[str], parcels: Collection[str]) -> tuple[PhotoSnapshot, ...]:
    """Those of all these pieces and boxes, oldest first."""
    of_items, of_parcels = PhotoRecord.item_id.in_(items), PhotoRecord.parcel_id.in_(parcels)
    return _found(session, or_(of_items, of_parcels))


def photo(session: Session, photo_id: str) -> PhotoSnapshot | None:
    """One photograph."""
    return next(iter(_found(session, PhotoRecord.id == photo_id)), None)


def same_picture(
    session: Session, sha256: str, kind: PhotoKind, item_id: str | None, parcel_id: str | None
) -> PhotoRecord | None:
    """The photograph of the same thing that is this very picture and shows the same."""
    query = select(PhotoRecord).where(
        PhotoRecord.sha256 == sha256,
        PhotoRecord.kind == kind,
        PhotoRecord.item_id == item_id,
        PhotoRecord.parcel_id == parcel_id,
        _STANDS,
    )
    return session.scalar(query.limit(1))


def all_photos(session: Session) -> tuple[PhotoSnapshot, ...]:
    """Every one, oldest first."""
    return _found(session, true())


def kinds_of(photos: tuple[PhotoSnapshot, ...]) -> tuple[PhotoKind, ...]:
    """What photographs of a piece show; of its parcel only what shows the parcel counts for the piece."""
    return tuple(one.kind for one in photos if one.item or one.kind in OF_PARCEL)


def _found(session: Session, wanted: ColumnElement[bool]) -> tuple[PhotoSnapshot, ...]:
    query = (
        select(PhotoRecord, ItemRecord.number, ParcelRecord.number, PersonRecord.name)
        .outerjoin(ItemRecord, ItemRecord.id == PhotoRecord.item_id)
        .outerjoin(ParcelRecord, ParcelRecord.id == PhotoRecord.parcel_id)
        .outerjoin(PersonRecord, PersonRecord.id == PhotoRecord.person_id)
        .where(wanted, _STANDS)
        .order_by(PhotoRecord.id)
    )
    return tuple(
        PhotoSnapshot(
            id=row.id,
            sha256=row.sha256,
            kind=row.kind,
            width=row.width,
            height=row.height,
            taken_at=row.taken_at,
            parcel=parcel or "",
            item=item or "",
            person=person or "",
        )
        for row, item, parcel, person in session.execute(query)
    )
