"""What there is to know about the database from outside: its versions, and whether every page of it is sound."""

from dataclasses import dataclass

import pysqlite3.dbapi2 as sqlite
from sqlalchemy import text

from returns_desk.store.database import SCHEMA, Database


@dataclass(frozen=True)
class Health:
    """``trouble`` is the first thing that is wrong, empty when all is well."""

    engine: str
    schema: int
    trouble: str


def health(database: Database) -> Health:
    """Look through the whole database."""
    with database.engine.connect().execution_options(reading=True) as connection:
        if database.on_postgres:
            version = str(connection.execute(text("SHOW server_version")).scalar())
            return Health(f"PostgreSQL {version}", SCHEMA, "")
        found = str(connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar())
        schema = int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)
    return Health(f"SQLite {sqlite.sqlite_version}", schema, "" if found == "ok" else found)
