"""Watches the frames of a camera: a fast look at every one, a thorough one when the fast looks find nothing.

A look that is still under way lets the frames in between pass, so that the window never falls behind the camera.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.sight.looking import look_at_frame
from returns_desk.desktop.sight.ticks import monotonic_ms
from returns_desk.desktop.slow_work import Pool
from returns_desk.scanning.decoded import DecodeMode, FoundCode

FRAME_MS = 50  # the dearest part of a frame is making a picture of it: no more than twenty a second
PATIENCE_MS = 500
Clock = Callable[[], int]


class Watch(QObject):
    """Tells every picture, and what each look saw in the one it looked at."""

    pictured = Signal(QImage)
    seen = Signal(tuple, bool)  # FoundCodes; whether it was the thorough look
    failed = Signal(str)  # a traceback

    def __init__(self, pool: Pool, clock: Clock = monotonic_ms, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool, self._clock = pool, clock
        self._pictured_at = self._found_at = clock()
        self._looking: set[DecodeMode] = set()

    def take(self, frame: QVideoFrame) -> None:
        """A frame came: show it, and look at it unless a look is under way."""
        now = self._clock()
        if 0 <= now - self._pictured_at < FRAME_MS and self._looking:
            return
        self._pictured_at = now
        picture = frame.toImage()
        if picture.isNull():
            return
        self.pictured.emit(picture)
        self._look(picture, DecodeMode.FAST)
        if now - self._found_at >= PATIENCE_MS:
            self._look(picture, DecodeMode.DEFAULT)

    def _look(self, picture: QImage, mode: DecodeMode) -> None:
        if mode in self._looking:
            return
        self._looking.add(mode)
        slow = self._pool.begin(
            lambda _report: look_at_frame(picture, mode.value),
            while_alive(self, lambda codes: self._on_looked(codes, mode)),
        )
        on_failed: Callable[[str], None] = lambda trace: self._on_failed(trace, mode)  # noqa: E731  names its type
        slow.failed.connect(while_alive(self, on_failed))

    def _on_looked(self, codes: tuple[FoundCode, ...], mode: DecodeMode) -> None:
        self._looking.discard(mode)
        thorough = mode is DecodeMode.DEFAULT
        if codes or thorough:
            self._found_at = self._clock()
        if codes or not thorough:
            self.seen.emit(codes, thorough)

    def _on_failed(self, trace: str, mode: DecodeMode) -> None:
        self._looking.discard(mode)
        self.failed.emit(trace)
