"""A file that somebody else made, read whole and judged by what is in it, never by its name."""

import warnings
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from PIL import Image

from returns_desk.domain.papers import KeptFile
from returns_desk.domain.picture_refusals import FileRefused

LARGEST = 20 * 1024 * 1024
PDF, JPEG, PNG = "application/pdf", "image/jpeg", "image/png"
ENDINGS = {PDF: ".pdf", JPEG: ".jpg", PNG: ".png"}
_STARTS = {b"%PDF-": PDF, b"\xff\xd8\xff": JPEG, b"\x89PNG\r\n\x1a\n": PNG}
_FORMATS = {JPEG: "JPEG", PNG: "PNG"}


@dataclass(frozen=True)
class OutsideFile:
    """A file that may be kept: its facts, and what is in it."""

    facts: KeptFile
    content: bytes


def read_outside(path: Path) -> OutsideFile:
    """Read a PDF or a picture. Refuses ``FileRefused``, and raises nothing else."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise FileRefused("missing", path.name) from None
    except (OSError, ValueError):
        raise FileRefused("unreadable", path.name) from None
    if not content:
        raise FileRefused("empty", path.name)
    if len(content) > LARGEST:
        raise FileRefused("too large", path.name)
    media = next((known for start, known in _STARTS.items() if content.startswith(start)), "")
    if not media:
        raise FileRefused("kind", path.name)
    if media in _FORMATS and not _is_sound(path, _FORMATS[media]):
        raise FileRefused("damaged", path.name)
    return OutsideFile(KeptFile(path.name, sha256(content).hexdigest(), media, len(content)), content)


def _is_sound(path: Path, written_as: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a large picture is kept as it is; only who draws it shrinks it
        try:
            with Image.open(path, formats=(written_as,)) as picture:
                picture.verify()
        except Exception:  # noqa: BLE001  decoders of pictures raise of all kinds, and none may end the day
            return False
    return True
