"""Why a picture was not kept as a photograph, or a file not with its batch."""

from dataclasses import dataclass

from returns_desk.domain.refusals import DeskError


@dataclass(unsafe_hash=True)
class PictureRefused(DeskError):
    """The picture cannot be kept: ``fact`` is a value of ``PictureError``, or telephone (HEIC); ``file`` its name."""

    fact: str
    file: str = ""


@dataclass(unsafe_hash=True)
class ShelfRefused(DeskError):
    """The folder for photographs cannot be used. ``fact``: read-only, full, missing."""

    fact: str
    folder: str = ""


@dataclass(unsafe_hash=True)
class FileRefused(DeskError):
    """The file cannot be kept. ``fact``: missing, unreadable, empty, too large, kind; ``file`` is its name."""

    fact: str
    file: str = ""


@dataclass(unsafe_hash=True)
class LogoRefused(DeskError):
    """The picture cannot be a logo: ``fact`` is a value of ``PictureError``, telephone (HEIC), drawing (SVG), blank."""

    fact: str
    file: str = ""
