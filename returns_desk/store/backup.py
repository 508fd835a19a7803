"""Copies of the database that are whole: made by SQLite's backup, opened and checked before they count."""

import os
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pysqlite3.dbapi2 as sqlite
from sqlalchemy import make_url

from returns_desk.domain.refusals import StoreRefused
from returns_desk.store.database import SCHEMA
from returns_desk.store.sqlite_file import APPLICATION_ID, check_place, read_header, settle_folder

_BUSY_CODES = (5, 6)
_DAMAGE_CODES = (11, 26)


def back_up(source: Path, target: Path) -> Path:
    """Copy a live database into ``target``; a half copy never stands under that name. Refuses ``StoreRefused``."""
    if not source.exists():  # SQLite would make an empty one
        raise StoreRefused("missing", str(source))
    part = target.with_name(f"{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite.connect(str(source))) as live, closing(sqlite.connect(str(part))) as copy:
            live.backup(copy)
            sound = copy.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
    except (OSError, sqlite.Error) as fault:
        _forget(part)
        raise _refusal(fault, target) from fault
    if not sound:
        _forget(part)
        raise StoreRefused("damaged", str(source))
    with part.open("rb") as file:
        os.fsync(file.fileno())
    os.replace(part, target)
    settle_folder(target.parent)
    return target


def restore(copy: Path, live: Path, now: datetime) -> Path | None:
    """Put a checked copy in the place of the database; gives the file in which the present data were kept, if any.

    Stations that have the database open see the copy at their next step. Refuses ``StoreRefused``: missing, foreign,
    newer, damaged (the copy), read-only, locked; a refused database is as it was.
    """
    check_copy(copy)
    check_place(live)
    if not live.exists():
        back_up(copy, live)
        return None
    stamp = f"{now:%Y%m%d-%H%M%S}"
    if not _sound(live):
        kept = _set_aside(live, _free_name(live, f"damaged-{stamp}"))
        back_up(copy, live)
        return kept
    kept = back_up(live, _free_name(live, f"before-restore-{stamp}"))
    try:
        with closing(sqlite.connect(str(copy))) as source, closing(sqlite.connect(str(live), timeout=5)) as target:
            source.backup(target)  # one transaction of the target: all of it, or nothing
    except sqlite.Error as fault:
        raise _refusal(fault, live) from fault
    return kept


def _free_name(live: Path, what: str) -> Path:
    """A name beside the database that nothing has yet: two copies of one second are still two."""
    names = (live.with_name(f"{live.stem}-{what}{ending}.db") for ending in ("", *(f"-{n}" for n in range(2, 10_000))))
    return next(name for name in names if not name.exists())


def check_copy(copy: Path) -> None:
    """Refuse (``StoreRefused``) a file that is no whole database of ours, or one from a newer program."""
    header = read_header(copy)
    if header is None:
        raise StoreRefused("missing", str(copy))
    if header.application_id != APPLICATION_ID:
        raise StoreRefused("foreign", str(copy))
    if header.schema > SCHEMA:
        raise StoreRefused("newer", str(copy))
    if not _sound(copy):
        raise StoreRefused("damaged", str(copy))


def copy_for_training(url: str, target: Path) -> None:
    """Copy an SQLite database to practise on; nothing is copied from a server, or where there is none yet."""
    parsed = make_url(url)
    source = Path(parsed.database) if parsed.get_backend_name() == "sqlite" and parsed.database else None
    if source is not None and source.exists():
        check_copy(source)
        back_up(source, target)


def _sound(path: Path) -> bool:
    try:
        with closing(sqlite.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            return bool(connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))
    except sqlite.Error as fault:
        if getattr(fault, "sqlite_errorcode", 0) & 0xFF in _BUSY_CODES:
            raise StoreRefused("locked", str(path)) from fault
        return False


def _set_aside(live: Path, kept: Path) -> Path:
    """Move a damaged database away, together with what belongs to it."""
    for ending in ("-wal", "-shm", ""):
        part = live.with_name(live.name + ending)
        if part.exists():
            os.replace(part, kept.with_name(kept.name + ending))
    return kept


def _refusal(fault: Exception, path: Path) -> StoreRefused:
    if getattr(fault, "sqlite_errorcode", 0) & 0xFF in _BUSY_CODES:
        return StoreRefused("locked", str(path))
    if getattr(fault, "sqlite_errorcode", 0) & 0xFF in _DAMAGE_CODES:
        return StoreRefused("damaged", str(path))
    if isinstance(fault, PermissionError | IsADirectoryError | NotADirectoryError | FileExistsError):
        return StoreRefused("read-only", str(path))
    return StoreRefused("full", str(path))


def _forget(part: Path) -> None:
    """Take a half copy away, where that is possible at all."""
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return
