"""Copies of the database that are whole: made by SQLite's backup, opened and checked before they count."""

import os
from pathlib import Path

import pysqlite3.dbapi2 as sqlite

from returns_desk.domain.refusals import StoreRefused


def back_up(source: Path, target: Path) -> Path:
    """Copy a live database into ``target``; a half copy never stands under that name. Refuses ``StoreRefused``."""
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with sqlite.connect(str(source)) as live, sqlite.connect(str(part)) as copy:
            live.backup(copy)
            sound = copy.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
        live.close()
        copy.close()
    except (OSError, sqlite.Error) as fault:
        part.unlink(missing_ok=True)
        raise StoreRefused("full", str(target)) from fault
    if not sound:
        part.unlink(missing_ok=True)
        raise StoreRefused("damaged", str(source))
    with part.open("rb") as file:
        os.fsync(file.fileno())
    os.replace(part, target)
    return target
