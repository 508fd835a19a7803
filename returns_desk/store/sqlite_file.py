"""Look at an SQLite file from outside, before anything opens it: is it ours, how old is it, may it lie here."""

import os
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pysqlite3.dbapi2 as sqlite

from returns_desk.domain.refusals import StoreRefused

APPLICATION_ID = 0x52444553  # "RDES", in the file's header: another program's database is never touched
_HEADER_NUMBERS = ("application_id", "user_version")
_MAGIC = b"SQLite format 3\x00"
_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs"}


@dataclass(frozen=True)
class FileHeader:
    """The two numbers in the file's header that say whose it is and how new."""

    application_id: int
    schema: int


def read_header(path: Path) -> FileHeader | None:
    """Read a file's header without opening the database; ``None`` when there is no file yet.

    Refuses (``StoreRefused``) what is not an SQLite file, or cannot be read.
    """
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreRefused("read-only", str(path)) from error
    if len(head) < 100 or not head.startswith(_MAGIC):
        raise StoreRefused("foreign", str(path))
    return _logged_header(path) or FileHeader(int.from_bytes(head[68:72], "big"), int.from_bytes(head[60:64], "big"))


def _logged_header(path: Path) -> FileHeader | None:
    """What the log beside the file says, where there is one: after a power cut the file's own header may be older."""
    if not Path(f"{path}-wal").exists():
        return None
    try:
        with closing(sqlite.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=1)) as connection:
            ours, schema = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in _HEADER_NUMBERS)
    except sqlite.Error:
        return None
    return FileHeader(ours, schema)


def check_place(path: Path) -> None:
    """Refuse a folder that cannot be written to, or lies on a network drive, where SQLite's locks do not hold."""
    folder = path.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreRefused("read-only", str(folder)) from error
    writable = os.access(folder, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))
    if not writable or _mounted_read_only(folder):
        raise StoreRefused("read-only", str(folder))
    if _file_system(folder) in _NETWORK:
        raise StoreRefused("network", str(folder))


def check_sound(path: Path, wait: float) -> None:
    """Refuse a damaged file, without writing to it or beside it; ``wait``: seconds for whoever holds it now.

    Nobody works on a file that has no write-ahead log beside it, so that is read as it stands.
    """
    log = Path(f"{path}-wal")
    alone = not log.exists()
    if alone and _is_sound(path, "immutable=1", wait):
        return
    if not log.exists() or not _is_sound(path, "mode=ro", wait):
        raise StoreRefused("damaged", str(path))


def _is_sound(path: Path, how: str, wait: float) -> bool:
    connection = sqlite.connect(f"{path.resolve().as_uri()}?{how}", uri=True, timeout=wait)
    try:
        return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite.Error as fault:
        if getattr(fault, "sqlite_errorcode", 0) & 0xFF in (sqlite.SQLITE_BUSY, sqlite.SQLITE_LOCKED):
            raise StoreRefused("locked", str(path)) from fault
        return False
    finally:
        connection.close()


def put_in_place(part: Path, path: Path) -> None:
    """Give a finished file its name, durably; a file that has it already stays as it is."""
    try:
        os.link(part, path)
    except FileExistsError:
        return
    except OSError:  # a file system without links
        part.rename(path)
    settle_folder(path.parent)


def settle_folder(folder: Path) -> None:
    """Wait until a folder's names are on the disk, where the system lets a folder be asked."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _mounted_read_only(folder: Path) -> bool:
    return bool(hasattr(os, "statvfs") and os.statvfs(folder).f_flag & os.ST_RDONLY)


def _file_system(folder: Path) -> str:
    """Kind of file system below a folder, by the longest mount point that holds it (Linux; elsewhere unknown)."""
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    resolved = folder.resolve()
    best = ("", "")
    for line in mounts:
        _, point, kind, *_ = line.split(" ")
        point = point.replace("\\040", " ")
        if resolved.is_relative_to(point) and len(point) >= len(best[0]):
            best = (point, kind)
    return best[1]
