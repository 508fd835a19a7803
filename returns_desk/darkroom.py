"""Keep photographs: a stranger's picture becomes one of ours, lies on the shelf, and counts as evidence; in one step.

A picture that is refused, or whose step is, leaves nothing behind; one that counts is on the disk before its step is.
"""

from dataclasses import dataclass
from pathlib import Path

from returns_desk.desk import Desk, Done
from returns_desk.domain.books import BookFact, BookFault
from returns_desk.domain.people import Signature
from returns_desk.domain.photos import KeptPicture, PhotoKind, PhotoSnapshot
from returns_desk.exchange.photographs import Prepared, prepared
from returns_desk.store.photo_shelf import PhotoShelf
from returns_desk.store.work import Work
from returns_desk.usecases.look import photos_kept
from returns_desk.usecases.take_photo import add_photo

__all__ = ["Shot", "keep_photograph", "keep_prepared", "photo_faults"]


@dataclass(frozen=True)
class Shot:
    """What a photograph shows, and of which piece or parcel; without a number of what lies on the bench."""

    kind: PhotoKind
    item: str = ""
    parcel: str = ""


def keep_photograph(desk: Desk, who: Signature, shelf: PhotoShelf, source: Path | bytes, shot: Shot) -> PhotoSnapshot:
    """Keep a picture file, or its bytes, as a photograph.

    Refuses ``PictureRefused``, ``ShelfRefused`` and what ``add_photo`` refuses.
    """
    return keep_prepared(desk, who, shelf, prepared(source), shot).answer


def keep_prepared(desk: Desk, who: Signature, shelf: PhotoShelf, made: Prepared, shot: Shot) -> Done[PhotoSnapshot]:
    """Keep a photograph that was prepared before, on whichever thread. Refuses as ``keep_photograph``."""
    picture = KeptPicture(made.sha256, made.width, made.height)

    def keep(work: Work) -> PhotoSnapshot:
        photo = add_photo(work, picture, shot.kind, item=shot.item, parcel=shot.parcel)
        shelf.put(made.jpeg, made.sha256)
        return photo

    return desk.run(who, keep)


def photo_faults(desk: Desk, shelf: PhotoShelf, *, thorough: bool = True) -> tuple[BookFault, ...]:
    """Photographs whose picture is not on the shelf; ``thorough``: or is no longer what it was, every one is read."""
    photos = desk.read(photos_kept)
    wanted = dict.fromkeys(photo.sha256 for photo in photos)
    lost = set(shelf.faults(wanted) if thorough else shelf.lacks(wanted))
    numbers = dict.fromkeys(photo.item or photo.parcel for photo in photos if photo.sha256 in lost)
    return tuple(BookFault(BookFact.PHOTO_LOST, number) for number in numbers)
