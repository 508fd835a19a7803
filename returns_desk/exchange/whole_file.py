"""Files that are there whole or not at all, under names that no system trips over."""

import os
import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

Target = Path | BinaryIO
MAX_NAME = 100
_NOT_ALLOWED = re.compile(r"[^A-Za-z0-9 _.\-\u05d0-\u05ea]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def safe_name(text: str, ending: str) -> str:
    """A file name made of letters (Latin, Hebrew), digits, blank, ``_``, ``.`` and ``-`` that stays in its folder."""
    plain = _NOT_ALLOWED.sub("-", unicodedata.normalize("NFKD", text))
    plain = re.sub(r"-{2,}", "-", plain)[: MAX_NAME - len(ending)].strip(" .-") or "export"
    return f"_{plain}{ending}" if _RESERVED.fullmatch(plain) else f"{plain}{ending}"


def save_whole(target: Path, content: bytes) -> None:
    """Write these bytes as a file, whole or not at all; ``OSError`` when that cannot be done."""

    def write(file: BinaryIO) -> None:
        file.write(content)

    write_whole(target, write)


def write_whole(target: Target, write: Callable[[BinaryIO], None]) -> None:
    """Write into a stream, or beside the target first and put it in place once it is whole and on the disk."""
    if not isinstance(target, Path):
        write(target)
        return
    part = target.with_name(f"{target.name}.part")
    with suppress(FileNotFoundError):
        part.unlink()
    number = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(number, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
