"""Films for the camera's place: written frame by frame as MJPEG in an AVI file, and played into the very same sink."""

import io
import struct
from collections.abc import Iterable
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QUrl
from PySide6.QtMultimedia import QMediaPlayer

from returns_desk.desktop.camera import FrameSource
from returns_desk.desktop.sight.troubles import CameraTrouble
from tests.desktop.code_pictures import SIZE

RATE = 15


def write_film(path: Path, parts: Iterable[tuple[Image.Image, float]]) -> Path:
    """Write pictures, each shown for some seconds, as a film."""
    frames = [_jpeg(picture) for picture, seconds in parts for _ in range(round(seconds * RATE))]
    chunks = [_chunk(b"00dc", frame) for frame in frames]
    movie = _list(b"movi", b"".join(chunks))
    offset, index = 4, b""
    for chunk, frame in zip(chunks, frames, strict=True):
        index += struct.pack("<4sIII", b"00dc", 0x10, offset, len(frame))
        offset += len(chunk)
    header = _list(b"hdrl", _main_header(len(frames)) + _list(b"strl", _stream_header(len(frames)) + _stream_format()))
    path.write_bytes(_chunk(b"RIFF", b"AVI " + header + movie + _chunk(b"idx1", index)))
    return path


def _jpeg(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.convert("RGB").save(file, "JPEG", quality=92, subsampling="4:2:0")
    return file.getvalue()


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack("<4sI", name, len(body)) + body + b"\0" * (len(body) % 2)


def _list(name: bytes, body: bytes) -> bytes:
    return _chunk(b"LIST", name + body)


def _main_header(frames: int) -> bytes:
    micros = 1_000_000 // RATE
    return _chunk(b"avih", struct.pack("<14I", micros, 0, 0, 0x10, frames, 0, 1, 0, *SIZE, 0, 0, 0, 0))


def _stream_header(frames: int) -> bytes:
    body = struct.pack(
        "<4s4sIHHIIIIIIIIhhhh", b"vids", b"MJPG", 0, 0, 0, 0, 1, RATE, 0, frames, 0, 0xFFFFFFFF, 0, 0, 0, *SIZE
    )
    return _chunk(b"strh", body)


def _stream_format() -> bytes:
    return _chunk(b"strf", struct.pack("<IiiHH4sIiiII", 40, *SIZE, 1, 24, b"MJPG", SIZE[0] * SIZE[1] * 3, 0, 0, 0, 0))


class Film(FrameSource):
    """A camera that is a film: unplugged when the film ends."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._player = QMediaPlayer(self)
        self._player.setVideoSink(self.sink)
        self._player.setSource(QUrl.fromLocalFile(str(path)))
        self._player.mediaStatusChanged.connect(self._on_status)
        self._player.errorOccurred.connect(lambda *_: self.troubled.emit(CameraTrouble.NO_PICTURE))

    def open(self) -> None:
        """Begin the film."""
        self._player.play()
        self.started.emit("film")

    def close(self) -> None:
        """Stop the film."""
        super().close()
        self._player.stop()

    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if status is QMediaPlayer.MediaStatus.EndOfMedia:
            self._silence.stop()
            self.troubled.emit(CameraTrouble.UNPLUGGED)
