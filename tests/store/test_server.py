"""A server's database: its address, its password, and what stands in the way."""

import socket
import stat
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from returns_desk.desk import Desk
from returns_desk.domain.refusals import StoreRefused
from returns_desk.store.database import open_database
from returns_desk.store.server import password_line, server_address, without_password
from returns_desk.usecases import look
from returns_desk.usecases.join_server import PASSWORD_FILE, keep_password, open_server
from returns_desk.wording import Words
from returns_desk.wording.refusals import refusal_line
from tests.postgresql import PostgreSQLServer

SECRET = "s3cret:wörd@/"


def refused(url: str, password: str = "") -> StoreRefused:
    with pytest.raises(StoreRefused) as refusal:
        open_server(url, password)
    assert "s3cret" not in repr(refusal.value)
    for language in ("he", "en"):
        assert "s3cret" not in refusal_line(Words(language), refusal.value)
    return refusal.value


@pytest.mark.parametrize(
    ("typed", "address", "password"),
    [
        ("postgresql+psycopg://desk@srv/returns", "postgresql+psycopg://desk@srv/returns", ""),
        (" postgres://desk:s3cret@srv:5433/returns ", "postgresql+psycopg://desk@srv:5433/returns", "s3cret"),
        ("srv/returns", "postgresql+psycopg://srv/returns", ""),
        ("postgresql://desk@/returns?host=/run/pg", "postgresql+psycopg://desk@/returns?host=%2Frun%2Fpg", ""),
        ("desk@srv/returns?password=s3cret", "postgresql+psycopg://desk@srv/returns", "s3cret"),
        ("desk:s%40cret@srv/returns", "postgresql+psycopg://desk@srv/returns", "s@cret"),
    ],
)
def test_an_address_is_parted_from_its_password(typed: str, address: str, password: str) -> None:
    assert server_address(typed) == (address, password)


@pytest.mark.parametrize(
    "typed", ["", "   ", "srv", "mysql://u:s3cret@h/d", "sqlite:///x", "postgresql://u:s3cret@h:port/d", "://", "h/"]
)
def test_what_is_no_address_is_refused_without_its_password(typed: str) -> None:
    with pytest.raises(StoreRefused) as refusal:
        server_address(typed)
    assert refusal.value.fact == "address"
    assert "s3cret" not in refusal.value.detail


@pytest.mark.parametrize("address", ["mysql://u:s3cret@h/d", "x://u:s3c:ret@s3cret@h/d", "h/d?password=s3cret&x=1"])
def test_no_password_is_shown_in_any_address(address: str) -> None:
    assert "s3c" not in without_password(address)


def test_a_password_file_is_for_this_computers_user_alone(tmp_path: Path) -> None:
    address = "postgresql+psycopg://desk@srv:5433/returns"
    for password in ("first", SECRET):
        kept = keep_password(tmp_path, address, password)
    file = tmp_path / PASSWORD_FILE
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text(encoding="utf-8") == "srv:5433:returns:desk:s3cret\\:wörd@/\n"
    assert "s3cret" not in kept
    assert password_line(address, "a\\b").endswith(":a\\\\b")


@pytest.mark.parametrize(
    ("url", "fact"),
    [
        ("postgresql+psycopg://desk@127.0.0.1:9/returns", "refused"),
        ("postgresql+psycopg://desk@no-such-computer.invalid/returns", "no-host"),
    ],
)
def test_nobody_there_is_told_apart(url: str, fact: str) -> None:
    assert refused(url, "s3cret").fact == fact


class Doorkeeper:
    """A server that asks everybody for the password, notes what it was told, and lets nobody in."""

    def __init__(self) -> None:
        self.told: list[bytes] = []
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        self._thread = threading.Thread(target=self._keep)
        self._thread.start()

    def _keep(self) -> None:
        while True:
            guest, _ = self._door.accept()
            with guest:
                if not self._talk(guest):
                    return

    def _talk(self, guest: socket.socket) -> bool:
        """One guest's visit; ``False`` when it was the one who closes the house."""
        while len(opening := guest.recv(4096)) == 8:  # asks for encryption first
            guest.sendall(b"N")
        if not opening:
            return False
        guest.sendall(b"R" + struct.pack("!ii", 8, 3))
        answer = guest.recv(4096)
        if answer:
            self.told.append(answer[5:-1])
            said = b'SFATAL\0C28P01\0Mpassword authentication failed for user "desk"\0\0'
            guest.sendall(b"E" + struct.pack("!i", len(said) + 4) + said)
        return True

    def close(self) -> None:
        socket.create_connection(("127.0.0.1", self.port)).close()
        self._thread.join()
        self._door.close()


@pytest.fixture
def doorkeeper() -> Iterator[Doorkeeper]:
    made = Doorkeeper()
    yield made
    made.close()


def test_a_missing_or_wrong_password_is_told_and_never_repeated(doorkeeper: Doorkeeper) -> None:
    address = f"postgresql+psycopg://desk@127.0.0.1:{doorkeeper.port}/returns"
    for password in ("", "s3cret"):
        assert refused(address, password) == StoreRefused("password", "desk")
    assert doorkeeper.told == [b"s3cret"]


def test_a_kept_password_is_found_by_the_address_alone(doorkeeper: Doorkeeper, tmp_path: Path) -> None:
    kept = keep_password(tmp_path, f"postgresql+psycopg://desk@127.0.0.1:{doorkeeper.port}/returns", SECRET)
    with pytest.raises(StoreRefused):
        open_database(kept)
    assert doorkeeper.told == [SECRET.encode()]


@pytest.mark.postgres
def test_an_empty_database_of_a_server_gets_its_form_and_no_shop(postgresql_url: str) -> None:
    desk = Desk(open_server(postgresql_url), "7")
    assert not desk.read(look.is_begun)
    desk.close()
    open_database(postgresql_url).close()


@pytest.mark.postgres
def test_a_database_of_another_program_is_left_as_it_is(
    postgresql_server: PostgreSQLServer, postgresql_url: str
) -> None:
    name = make_url(postgresql_url).database or ""
    with postgresql_server.connect(name) as other:
        other.execute("CREATE TABLE invoices (id int)")
        assert refused(postgresql_url).fact == "foreign"
        other.execute("CREATE TABLE alembic_version (version_num text); INSERT INTO alembic_version VALUES ('1')")
        assert refused(postgresql_url).fact == "foreign"
        assert other.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (2,)


@pytest.mark.postgres
def test_a_newer_database_is_left_as_it_is(postgresql_server: PostgreSQLServer, postgresql_url: str) -> None:
    open_server(postgresql_url).close()
    name = make_url(postgresql_url).database or ""
    with postgresql_server.connect(name) as other:
        other.execute("UPDATE alembic_version SET version_num = '999'")
    assert refused(postgresql_url).fact == "newer"


@pytest.mark.postgres
def test_who_or_what_a_server_does_not_know_is_told_apart(postgresql_server: PostgreSQLServer) -> None:
    assert refused(postgresql_server.url("nowhere")).fact == "no-database"
    stranger = postgresql_server.url("postgres").replace("postgres@", "stranger@")
    assert refused(stranger) == StoreRefused("password", "stranger")
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(host=str(postgresql_server.folder), user="stranger", dbname="postgres")
