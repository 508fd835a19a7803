"""Pictures for a paper, from the shelf of photographs and the files beside it; where a station's shelf is."""

from pathlib import Path

from returns_desk.documents.evidence_pictures import Fetch
from returns_desk.domain.picture_refusals import PictureRefused
from returns_desk.exchange.photographs import prepared
from returns_desk.settings import Settings
from returns_desk.store.photo_shelf import FOLDER_NAME, FileShelf, PhotoShelf


def shelf_of(settings: Settings, home: Path) -> PhotoShelf:
    """Where this station's photographs lie."""
    return PhotoShelf(Path(settings.photos), ours=False) if settings.photos else PhotoShelf(home / FOLDER_NAME)


def pictures_on(photos: PhotoShelf) -> Fetch:
    """Fetch a picture by its fingerprint: a photograph, else a kept file that is a picture, made safe; else nothing.

    It is read only while its page is drawn; needs no database.
    """
    files = FileShelf(photos)

    def fetch(sha256: str) -> bytes | None:
        try:
            if photos.holds(sha256):
                return photos.path(sha256).read_bytes()
            return prepared(files.path(sha256)).jpeg if files.holds(sha256) else None
        except (OSError, PictureRefused):
            return None

    return fetch
