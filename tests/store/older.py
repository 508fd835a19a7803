"""A database as an older program left it: rows as it kept them, opened with today's program."""

from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.command import upgrade

from returns_desk.store import types
from returns_desk.store.database import Database, open_database

Row = dict[str, Any]


def put(connection: sa.Connection, table: str, row: Row) -> None:
    """Insert a row as an older program kept it."""
    kinds = {name: types.Uid() for name in row if name == "id" or name.endswith(("_id", "_by"))}
    kinds |= {name: types.Moment() for name in row if name.endswith("at") and table != "credits"}
    columns = [sa.column(name, kinds.get(name)) for name in row]
    connection.execute(sa.table(table, *columns).insert(), row)


def opened_from(
    schema: int, url: str, monkeypatch: pytest.MonkeyPatch, fill: Callable[[sa.Connection], None] | None
) -> Database:
    """Make a database of an older schema, fill it, and open it with today's program."""
    monkeypatch.setattr("returns_desk.store.migrate.upgrade", lambda config, _head: upgrade(config, str(schema)))
    monkeypatch.setattr("returns_desk.store.database.SCHEMA", schema)
    old = open_database(url)
    if fill is not None:
        with old.engine.begin() as connection:
            fill(connection)
    old.close()
    monkeypatch.undo()
    return open_database(url)
