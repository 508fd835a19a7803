"""Looks for codes in pictures of Qt, in a worker of the pool: the decoders are imported by the first look."""

from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QImage

from returns_desk.scanning.decoded import Decoded, DecodeMode, FoundCode
from returns_desk.scanning.opening import open_grey
from returns_desk.scanning.pictures import decode_grey
from returns_desk.scanning.symbology import with_identifier

LONGEST_SHOWN = 1600  # pixels of a side of a picture that is shown


@dataclass(frozen=True)
class Looked:
    """A picture that somebody brought: what was found in it, and the picture to show it on."""

    decoded: Decoded
    picture: QImage
    name: str = ""

    @classmethod
    def none(cls) -> "Looked":
        """Before anything was looked at."""
        return cls(Decoded(), QImage())


def look_at_frame(picture: QImage, mode: str) -> tuple[FoundCode, ...]:
    """The codes in one frame of a camera; ``mode`` is one of ``DecodeMode``."""
    return _as_scanned(decode_grey(grey_of(picture), DecodeMode(mode))).codes


def look_at_file(path: Path) -> Looked:
    """The codes in a picture file, however strange."""
    grey = open_grey(path)
    if not isinstance(grey, Image.Image):
        return Looked(Decoded(error=grey), QImage(), path.name)
    return _looked(grey, path.name)


def look_at_picture(picture: QImage) -> Looked:
    """The codes in a picture that was pasted."""
    return _looked(grey_of(picture))


def _looked(grey: Image.Image, name: str = "") -> Looked:
    decoded = _as_scanned(decode_grey(grey))
    scale = min(1.0, LONGEST_SHOWN / max(grey.size))
    if scale < 1:
        grey = grey.resize((max(1, round(grey.width * scale)), max(1, round(grey.height * scale))))
        corners = {code: tuple((round(x * scale), round(y * scale)) for x, y in code.corners) for code in decoded.codes}
        decoded = replace(decoded, codes=tuple(replace(code, corners=at) for code, at in corners.items()))
    return Looked(decoded, image_of(grey), name)


def _as_scanned(decoded: Decoded) -> Decoded:
    """Texts as a scanner gives them: with the identifier that says GS1; a code that stands there twice is one."""
    by_text = {code.text: replace(code, text=with_identifier(code.text, code.format)) for code in decoded.codes}
    return replace(decoded, codes=tuple(by_text.values()))


def grey_of(picture: QImage) -> Image.Image:
    """A picture of Qt in grey, for the decoders."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    size = (grey.width(), grey.height())
    return Image.frombytes("L", size, bytes(grey.constBits()), "raw", "L", grey.bytesPerLine())


def image_of(grey: Image.Image) -> QImage:
    """A grey picture for the screen."""
    lines = grey.tobytes()
    return QImage(lines, grey.width, grey.height, grey.width, QImage.Format.Format_Grayscale8).copy()
