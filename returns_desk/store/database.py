"""Open the database: an SQLite file made safe by its settings, or PostgreSQL by another URL."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2 as sqlite
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.orm import Session

from returns_desk.domain.people import Signature
from returns_desk.domain.refusals import StoreRefused
from returns_desk.store.faults import TryAgain, translate
from returns_desk.store.ids import new_id
from returns_desk.store.server import CONNECT_SECONDS, schema_on_server, without_password
from returns_desk.store.sqlite_file import APPLICATION_ID, check_place, check_sound, put_in_place, read_header
from returns_desk.store.work import Seat, Work

SCHEMA = 5  # number of the newest migration
FILE_NAME = "returns.db"
_CHECKED_UP_TO = 256 * 1024 * 1024  # bytes; a larger file is checked by `returns-desk check`, not at every start
_BUSY_MS = 5000
_PRAGMAS = (
    f"PRAGMA busy_timeout={_BUSY_MS}",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # a green tick means: on the disk
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",  # or REPLACE walks around the journal's triggers
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA journal_size_limit=67108864",
)


class Database:
    """An open database; ``work`` is one transaction that writes, ``reading`` one that does not."""

    def __init__(self, engine: Engine, path: Path | None) -> None:
        self.engine = engine
        self.path = path
        self._reader = engine.execution_options(reading=True)

    @property
    def on_postgres(self) -> bool:
        """Whether a server keeps it."""
        return self.engine.dialect.name == "postgresql"

    @contextmanager
    def work(self, seat: Seat, who: Signature, now: datetime, step_id: str) -> Iterator[Work]:
        """Open a unit of work; it is committed when the block ends and rolled back when anything is raised."""
        with _translated(), Session(self.engine, autoflush=False, expire_on_commit=False) as session:
            work = Work(session, seat, who, now, step_id)
            yield work
            work.finish()
            session.commit()

    @contextmanager
    def reading(self, seat: Seat, now: datetime) -> Iterator[Work]:
        """Open a unit of work that only reads; nothing it changes is kept."""
        with _translated(), Session(self._reader, autoflush=False, expire_on_commit=False) as session:
            yield Work(session, seat, Signature(), now, "")
            session.rollback()

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except Exception as fault:
        meant = translate(fault)
        if meant is None:
            raise
        raise meant from fault


def sqlite_url(home: Path) -> str:
    """URL of the SQLite file in a home folder."""
    return f"sqlite:///{home / FILE_NAME}"


def path_of(url: str) -> Path | None:
    """The file of an SQLite database's URL; ``None`` for a server. Refuses ``StoreRefused`` what is no such URL."""
    parsed = _parsed(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        return Path(parsed.database)
    return None


def _parsed(url: str) -> URL:
    try:
        return make_url(url)
    except ArgumentError as fault:
        raise StoreRefused("foreign", without_password(url)) from fault


def open_database(url: str, *, create: bool = True) -> Database:
    """Open a database and bring it up to date (after a backup).

    Refuses (``StoreRefused``): missing (when it may not be made), foreign, newer, damaged, read-only, network, locked,
    and of a server: no-host, refused, password, no-database, unreachable. What is refused is untouched.
    """
    parsed = _parsed(url)
    if parsed.get_backend_name() == "postgresql":
        return _open_postgres(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        raise StoreRefused("foreign", parsed.render_as_string(hide_password=True))
    return _open_sqlite(Path(parsed.database), create=create)


def _open_sqlite(path: Path, *, create: bool) -> Database:
    header = read_header(path)
    if header is None:
        if not create or Path(f"{path}-wal").exists():  # with a WAL beside it, the file was moved away
            raise StoreRefused("missing", str(path))
        check_place(path)
        _make_sqlite(path)
        header = read_header(path)
    if header is None or header.application_id != APPLICATION_ID:
        raise StoreRefused("foreign", str(path))
    if header.schema > SCHEMA:
        raise StoreRefused("newer", str(path))
    check_place(path)
    if path.stat().st_size <= _CHECKED_UP_TO:
        check_sound(path, _BUSY_MS / 1000)
    database = Database(_sqlite_engine(path), path)
    try:
        with _translated():
            _bring_up_to_date(database, header.schema)
    except TryAgain as busy:
        database.close()
        raise StoreRefused("locked", str(path)) from busy
    except BaseException:
        database.close()
        raise
    return database


def _make_sqlite(path: Path) -> None:
    """Make a database beside its place and put it there whole: what was cut short is never taken for one."""
    part = path.with_name(f"{path.name}.part-{new_id()}")
    database = Database(_sqlite_engine(part), part)
    try:
        try:
            _migrate(database, backup_first=False)
        finally:
            database.close()
        put_in_place(part, path)
    finally:
        part.unlink(missing_ok=True)


def _sqlite_engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", module=sqlite, pool_size=4, max_overflow=4)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver's own BEGIN breaks isolation; `_begin` says it
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _bring_up_to_date(database: Database, schema: int) -> None:
    if schema < SCHEMA:
        _migrate(database, backup_first=True)
    else:
        database.engine.execution_options(reading=True).connect().close()  # whether anybody holds it


def _migrate(database: Database, *, backup_first: bool) -> None:
    # WORKAROUND(start-up): Alembic costs 120 ms to import, and a database of today never needs it
    import_module("returns_desk.store.migrate").migrate(database, backup_first=backup_first)


def _open_postgres(url: str) -> Database:
    engine = create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": CONNECT_SECONDS})
    event.listen(engine, "connect", _prepare_postgres)
    database = Database(engine, None)
    try:
        schema = schema_on_server(engine)
        if schema > SCHEMA:
            raise StoreRefused("newer")
        if schema < SCHEMA:
            _migrate(database, backup_first=False)
    except DBAPIError as fault:  # the user may look and not make
        database.close()
        raise StoreRefused("read-only", without_password(url)) from fault
    except BaseException:
        database.close()
        raise
    return database


def _prepare_postgres(connection: Any, _record: Any) -> None:
    connection.execute("SET idle_in_transaction_session_timeout='30s'; SET lock_timeout='5s'; SET timezone='UTC'")
    connection.commit()
