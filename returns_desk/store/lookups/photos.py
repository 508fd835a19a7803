"""Find photographs of pieces and parcels; those that were removed count no longer."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from returns_desk.domain.photos import OF_PARCEL, PhotoKind, PhotoSnapshot
from returns_desk.store.records import ItemRecord, ParcelRecord, PersonRecord, PhotoRecord

_STANDS = PhotoRecord.removed == False  # noqa: E712  compared as the number it is kept as


def photos_of_item(session: Session, item_id: str, parcel_id: str) -> tuple[PhotoSnapshot, ...]:
    """Those of a piece, and those of its parcel, oldest first."""
    return _found(session, or_(PhotoRecord.item_id == item_id, PhotoRecord.parcel_id == parcel_id))


def photos_of_parcel(session: Session, parcel_id: str) -> tuple[PhotoSnapshot, ...]:
    """Those of a parcel and of everything that was taken out of it, oldest first."""
    return _found(session, or_(PhotoRecord.parcel_id == parcel_id, ItemRecord.parcel_id == parcel_id))


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


def fingerprints(session: Session) -> Iterator[str]:
    """Every picture that a standing photograph names."""
    query = select(PhotoRecord.sha256).where(_STANDS).distinct().order_by(PhotoRecord.sha256)
    yield from session.scalars(query.execution_options(yield_per=500))


def subjects_of(session: Session, sha256: str) -> list[str]:
    """The numbers of all pieces and parcels that a picture stands for."""
    return sorted({one.item or one.parcel for one in _found(session, PhotoRecord.sha256 == sha256)})


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
