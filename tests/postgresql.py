"""A real PostgreSQL for tests: the installed server on a private socket, gone when the tests end.

Use ``postgresql_url`` for a fresh, empty database per test, or ``postgresql_server`` to make databases from a template
of your own. Where there are no server programs these tests are skipped, with the reason.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

_START_SECONDS = 30.0
_FAST_NOT_SAFE = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "32MB",
    "max_connections": "40",
    "log_min_messages": "fatal",
    "timezone": "UTC",
}


def find_programs() -> Path | None:
    """The folder of ``initdb`` and ``postgres``: the newest Debian keeps, or where PATH says."""
    kept = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if kept:
        return max(kept, key=lambda folder: int(folder.parent.name))
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def _hand_over(folder: Path) -> dict[str, str | list[str]]:
    """Give ``folder`` to someone who may run PostgreSQL (it refuses root); return who, as arguments of subprocess."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            shutil.chown(folder, name)
        except LookupError:
            continue
        return {"user": name, "extra_groups": []}
    return {}


@dataclass
class PostgreSQLServer:
    """One running server; ``folder`` holds its socket and its files."""

    folder: Path
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def url(self, database: str) -> str:
        """The address of one database, for SQLAlchemy."""
        return f"postgresql+psycopg://postgres@/{database}?host={self.folder}"

    def make_database(self, template: str = "template0", name: str | None = None) -> str:
        """Make a database, a copy of ``template``; return its name. Nobody may be connected to the template."""
        name = name or f"test_{next(self._numbers)}"
        self._do("CREATE DATABASE {} TEMPLATE {}", name, template)
        return name

    def drop_database(self, name: str) -> None:
        """Remove a database and whoever is still connected to it."""
        self._do("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def _do(self, statement: str, *names: str) -> None:
        with self.connect() as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))

    def connect(self, database: str = "postgres") -> psycopg.Connection:
        """A bare connection, each statement its own transaction."""
        return psycopg.connect(host=str(self.folder), user="postgres", dbname=database, autocommit=True)


def _wait_until_ready(server: PostgreSQLServer, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while True:
        try:
            server.connect().close()
        except psycopg.OperationalError:
            if process.poll() is not None or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[PostgreSQLServer]:
    """A running server of this test process alone."""
    programs = find_programs()
    if programs is None:
        pytest.skip("no PostgreSQL server programs on this machine (packaging/test installs them where it can)")
    folder = Path(tempfile.mkdtemp(prefix="returns-desk-pg-"))
    person = _hand_over(folder)
    files = folder / "files"
    make = [programs / "initdb", "-D", files, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]
    subprocess.run(make, check=True, stdout=subprocess.DEVNULL, cwd=folder, **person)
    options = [f"--{name}={value}" for name, value in _FAST_NOT_SAFE.items()]
    start = [programs / "postgres", "-D", files, "-k", folder, *options]
    process = subprocess.Popen(start, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder, **person)
    server = PostgreSQLServer(folder)
    try:
        _wait_until_ready(server, process)
        yield server
    finally:
        process.send_signal(signal.SIGINT)  # the fast shutdown: whoever is still connected is thrown out
        process.wait(timeout=_START_SECONDS)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgresql_url(postgresql_server: PostgreSQLServer) -> Iterator[str]:
    """The address of a fresh, empty database, dropped after the test."""
    name = postgresql_server.make_database()
    yield postgresql_server.url(name)
    postgresql_server.drop_database(name)
