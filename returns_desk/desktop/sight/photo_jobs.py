"""What keeping photographs asks of the pool and of the store thread; imported by the first of these jobs."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from returns_desk.darkroom import Shot, keep_prepared
from returns_desk.domain.events import Event
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.picture_refusals import PictureRefused
from returns_desk.exchange.photographs import Prepared, prepared
from returns_desk.settings import Settings
from returns_desk.usecases.look_bench import bench as look_at_bench
from returns_desk.usecases.shelf_pictures import shelf_of
from returns_desk.usecases.take_photo import remove_photo

if TYPE_CHECKING:
    from returns_desk.desk import Desk
    from returns_desk.domain.snapshots import BenchSnapshot


@dataclass(frozen=True)
class Kept:
    """A step about a photograph, and how the bench stands after it."""

    events: tuple[Event, ...]
    bench: "BenchSnapshot"


def prepare(picture: Path | QImage) -> Prepared | PictureRefused:
    """Make a photograph of a file or of a picture in memory; in the pool, for it may take a second."""
    try:
        return prepared(picture if isinstance(picture, Path) else _bytes_of(picture))
    except PictureRefused as refusal:
        return refusal


def _bytes_of(picture: QImage) -> bytes:
    """A picture of Qt whole, as the plainest file there is."""
    file = QBuffer()
    file.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.convertToFormat(QImage.Format.Format_RGB32).save(file, "BMP")  # type: ignore[call-overload]
    return bytes(file.data().data())


def keep(desk: "Desk", settings: Settings, home: Path, made: Prepared, shot: Shot) -> Kept:
    """Keep a prepared photograph, signed by whoever sits at the bench. Refuses as ``keep_photograph``."""
    done = keep_prepared(desk, AT_THE_BENCH, shelf_of(settings, home), made, shot)
    return Kept(done.events, desk.read(look_at_bench))


def remove(desk: "Desk", photo_id: str) -> Kept:
    """Let a photograph count no longer. Refuses as ``remove_photo``."""
    return Kept(desk.run(AT_THE_BENCH, remove_photo, photo_id).events, desk.read(look_at_bench))


def file_of(settings: Settings, home: Path, sha256: str) -> Path | None:
    """The file of a photograph's picture, if it is on the shelf."""
    shelf = shelf_of(settings, home)
    return shelf.path(sha256) if shelf.holds(sha256) else None
