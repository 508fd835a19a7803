"""Bring a database up to the newest migration, after a backup of what was there."""

from contextlib import closing
from datetime import UTC, datetime

from alembic.command import upgrade
from alembic.config import Config
from sqlalchemy import text

from returns_desk.resources import PACKAGE
from returns_desk.store.backup import back_up
from returns_desk.store.database import Database

_ADVISORY_LOCK = 0x52444553


def migrate(database: Database, *, backup_first: bool) -> None:
    """Run what migrations are missing, all in one transaction: it ends on the newest, or as it was."""
    if backup_first and database.path is not None:
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        back_up(database.path, database.path.with_name(f"{database.path.stem}-before-{stamp}.db"))
    config = Config()
    config.set_main_option("script_location", str(PACKAGE / "store" / "migrations").replace("%", "%%"))
    with database.engine.begin() as connection:
        if database.on_postgres:  # two stations starting at once: the second waits and finds it done
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
        config.attributes["connection"] = connection
        upgrade(config, "head")
    if not database.on_postgres:
        _write_header(database)


def _write_header(database: Database) -> None:
    """Bring what says how new the file is out of the write-ahead log: it is read before the file is opened."""
    with closing(database.engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
