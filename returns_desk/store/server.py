"""PostgreSQL's own part: addresses with and without their password, and what a server says when it will not do.

The driver gives no code for a connection that was refused, only the server's sentence; what it does not tell is found
out by asking for the host's name here.
"""

import re
import socket
from pathlib import Path

from sqlalchemy import URL, Engine, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from returns_desk.domain.refusals import StoreRefused

CONNECT_SECONDS = 5  # for each of a server's addresses
_DRIVER = "postgresql+psycopg"
_OURS = "SELECT to_regclass('alembic_version'), to_regclass('journal'), to_regclass('stations')"
_ANY_TABLE = "SELECT count(*) FROM pg_catalog.pg_tables WHERE schemaname = current_schema()"
_SAID = (
    ("password", re.compile(r"password|authentication|pg_hba|role .* does not exist", re.IGNORECASE)),
    ("no-database", re.compile(r"database .* does not exist", re.IGNORECASE)),
    ("refused", re.compile(r"connection refused|no such file", re.IGNORECASE)),
    ("no-host", re.compile(r"translate host name|resolve host|name or service|nodename", re.IGNORECASE)),
)


def without_password(address: str) -> str:
    """An address as it may be shown and written down, whatever else is wrong with it."""
    bare = re.sub(r"(?<=//)([^:/?#]*):.*@", r"\1@", address, flags=re.DOTALL)
    return re.sub(r"(?i)([?&](?:password|sslpassword)=)[^&#]*", r"\1", bare)


def server_address(typed: str) -> tuple[str, str]:
    """Read what somebody typed: the address without its password, and the password. Refuses ``StoreRefused`` address.

    The driver's part may be left out: ``host/database`` is enough.
    """
    written = typed.strip()
    scheme, apart, rest = written.rpartition("://")
    if apart and scheme.lower() not in ("postgres", "postgresql", _DRIVER):
        raise StoreRefused("address", without_password(written))
    try:
        url = make_url(f"{_DRIVER}://{rest}")
    except (ArgumentError, ValueError) as fault:
        raise StoreRefused("address", without_password(written)) from fault
    asked = dict(url.query)
    password = url.password or asked.pop("password", "")
    if not url.database or not (url.host or "host" in asked) or not isinstance(password, str):
        raise StoreRefused("address", without_password(written))
    bare = URL.create(_DRIVER, url.username, None, url.host, url.port, url.database, asked)
    return bare.render_as_string(hide_password=False), password


def with_password(address: str, password: str) -> str:
    """The address to connect with in this run; without a password the driver looks where PostgreSQL keeps them."""
    return make_url(address).set(password=password or None).render_as_string(hide_password=False)


def with_password_file(address: str, file: Path) -> str:
    """The address that names the file in which the driver finds the password."""
    return make_url(address).update_query_dict({"passfile": str(file)}).render_as_string(hide_password=False)


def password_line(address: str, password: str) -> str:
    """A password as PostgreSQL's own password files keep it."""
    url = make_url(address)
    parts = (_host(url), str(url.port or "*"), url.database, url.username or "*", password)
    return ":".join((part or "*").replace("\\", "\\\\").replace(":", "\\:") for part in parts)


def schema_on_server(engine: Engine) -> int:
    """The number of the database's form, 0 for an empty one. Refuses ``StoreRefused``: foreign, and no connection."""
    try:
        with engine.connect() as connection:
            marks = connection.execute(text(_OURS)).one()
            if not any(marks) and not connection.execute(text(_ANY_TABLE)).scalar():
                return 0
            number = connection.execute(text("SELECT version_num FROM alembic_version")).scalar() if all(marks) else ""
    except DBAPIError as fault:
        raise _refusal(fault, engine.url) from fault
    if not str(number).isdecimal():
        raise StoreRefused("foreign", engine.url.render_as_string())
    return int(str(number))


def _refusal(fault: DBAPIError, url: URL) -> StoreRefused:
    """What the server (or nobody) said, as a fact."""
    said = str(fault.orig).strip().splitlines()
    line = said[0] if said else ""
    for fact, sign in _SAID:
        if sign.search(line):
            return StoreRefused(fact, _about(fact, url))
    if getattr(getattr(fault.orig, "pgconn", None), "needs_password", False):
        return StoreRefused("password", url.username or "")
    return StoreRefused("unreachable" if _has_address(url) else "no-host", _host(url))


def _about(fact: str, url: URL) -> str:
    return {"password": url.username, "no-database": url.database}.get(fact, _host(url)) or ""


def _host(url: URL) -> str:
    """The host, also where it is a folder with a socket."""
    asked = url.query.get("host", "")
    return url.host or (asked if isinstance(asked, str) else ", ".join(asked))


def _has_address(url: URL) -> bool:
    try:
        return not url.host or bool(socket.getaddrinfo(url.host, url.port or 5432))
    except OSError:
        return False
