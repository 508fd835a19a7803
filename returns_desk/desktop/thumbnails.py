"""The pictures of photographs for the screen: read small, in the pool, and the last ones kept."""

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from returns_desk.desktop.slow_work import Pool

_MOST_KEPT = 64
_LARGEST_KEPT = 400 * 400  # pixels: what is seen large is read again


class Thumbnails:
    """``where`` says which file a fingerprint's picture is in; it is asked in the pool, as a share may be slow."""

    def __init__(self, pool: Pool, where: Callable[[str], Path | None], crashed: Callable[[str], None]) -> None:
        self._pool, self._where, self._crashed = pool, where, crashed
        self._kept: OrderedDict[tuple[str, int, int], QImage] = OrderedDict()
        self.awaited = 0  # pictures that were asked for and are not here yet

    def ask(self, sha256: str, size: QSize, hear: Callable[[QImage], None]) -> None:
        """Call ``hear`` with the picture, no larger than ``size`` but filling it; with a null one if there is none."""
        key = (sha256, size.width(), size.height())
        if key in self._kept:
            self._kept.move_to_end(key)
            hear(self._kept[key])
            return

        def heard(picture: QImage) -> None:
            self.awaited -= 1
            self._keep(key, picture)
            hear(picture)

        self.awaited += 1
        slow = self._pool.begin(lambda _report: _read(self._where(sha256), size), heard)
        slow.failed.connect(self._crashed)

    def _keep(self, key: tuple[str, int, int], picture: QImage) -> None:
        if picture.isNull() or picture.width() * picture.height() > _LARGEST_KEPT:
            return  # one that is missing may be there again the next time
        self._kept[key] = picture
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)


def _read(path: Path | None, size: QSize) -> QImage:
    """Read a picture as small as its format can; of one that is larger than we keep nothing is read."""
    if path is None:
        return QImage()
    reader = QImageReader(str(path), b"jpeg")
    whole = reader.size()
    if whole.isValid() and (whole.width() > size.width() or whole.height() > size.height()):
        reader.setScaledSize(whole.scaled(size, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    return reader.read()
