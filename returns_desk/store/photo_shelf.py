"""Where photographs, and files that others made, lie: a folder, each kept once under the fingerprint of what is in it.

The database holds what a photograph shows and of what; this folder may be a share, for several stations on a server.
The files lie in a folder of their own inside that of the photographs, so that whoever connects or copies one has both.
"""

import os
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256 as fingerprint_of
from pathlib import Path

from returns_desk.domain.picture_refusals import ShelfRefused
from returns_desk.store.sqlite_file import settle_folder

_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
FOLDER_NAME = "photos"
FILES_NAME = "files"


class Shelf:
    """One folder of kept things; nothing on it is ever changed or thrown away by the program.

    One that is not ``ours`` to make must be there already: where a share is not connected, nothing is kept beside it.
    """

    ending = ""

    def __init__(self, folder: Path, *, ours: bool = True) -> None:
        self.folder = folder
        self._ours = ours

    def path(self, sha256: str) -> Path:
        """Where the picture with this fingerprint lies, if it is here. Raises ``ValueError`` for no fingerprint."""
        if not _FINGERPRINT.fullmatch(sha256):
            raise ValueError(sha256)
        return self.folder / sha256[:2] / f"{sha256}{self.ending}"

    @property
    def _root(self) -> Path:
        """What must be there before anything is kept."""
        return self.folder

    def holds(self, sha256: str) -> bool:
        """Whether the picture is here."""
        return bool(_FINGERPRINT.fullmatch(sha256)) and self.path(sha256).is_file()

    def put(self, content: bytes, sha256: str) -> str:
        """Keep a picture, on the disk before this returns; one that is here already is left as it is.

        Refuses ``ShelfRefused``. A picture that was changed meanwhile is put right.
        """
        if fingerprint_of(content).hexdigest() != sha256:
            raise ValueError(sha256)
        path = self.path(sha256)
        if not self._ours and not self._root.is_dir():
            raise ShelfRefused("missing", str(self.folder))
        if not self._is_whole(sha256):
            try:
                _write_whole(path, content)
            except OSError as fault:
                raise self._refusal(fault) from fault
        return sha256

    def names(self) -> Iterator[str]:
        """The fingerprints of all pictures that are here."""
        for path in sorted(self.folder.glob(f"??/*{self.ending}")):
            if _FINGERPRINT.fullmatch(path.stem):
                yield path.stem

    def fill_from(self, other: "Shelf") -> int:
        """Keep here what the other shelf has and this one has not; gives how many came. Refuses ``ShelfRefused``."""
        new = [name for name in other.names() if not self.holds(name)]
        for name in new:
            try:
                picture = other.path(name).read_bytes()
            except OSError as fault:
                raise other._refusal(fault) from fault
            if fingerprint_of(picture).hexdigest() == name:  # a damaged one is no copy
                self.put(picture, name)
        return len(new)

    def lacks(self, wanted: Iterable[str]) -> Iterator[str]:
        """Those of the wanted fingerprints that are not here; the quick question."""
        return (sha256 for sha256 in wanted if not self.holds(sha256))

    def faults(self, wanted: Iterable[str]) -> Iterator[str]:
        """Those of the wanted fingerprints whose picture is missing or is no longer what it was."""
        return (sha256 for sha256 in wanted if not self._is_whole(sha256))

    def _is_whole(self, sha256: str) -> bool:
        try:
            return self.holds(sha256) and fingerprint_of(self.path(sha256).read_bytes()).hexdigest() == sha256
        except OSError:
            return False

    def _refusal(self, fault: OSError) -> ShelfRefused:
        read_only = isinstance(fault, PermissionError | NotADirectoryError | FileExistsError)
        return ShelfRefused("read-only" if read_only else "full", str(self.folder))


class PhotoShelf(Shelf):
    """One folder of photographs."""

    ending = ".jpg"


class FileShelf(Shelf):
    """The files that others made, inside the folder of photographs; their names and kinds are in the database."""

    ending = ".file"

    def __init__(self, photos: PhotoShelf) -> None:
        super().__init__(photos.folder / FILES_NAME, ours=photos._ours)

    @property
    def _root(self) -> Path:
        return self.folder.parent


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file so that under its name there is always all of it, or nothing; two stations may do so at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
        settle_folder(path.parent)
    finally:
        part.unlink(missing_ok=True)
