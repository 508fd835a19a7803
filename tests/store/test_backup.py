"""A backup is whole, or there is none; migrations lead to what the program means."""

import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.command import upgrade
from alembic.migration import MigrationContext
from sqlalchemy import Connection, bindparam, text

from returns_desk.domain.refusals import StoreRefused
from returns_desk.store.backup import back_up
from returns_desk.store.database import SCHEMA, Database, open_database
from returns_desk.store.ids import new_id
from returns_desk.store.records import metadata
from returns_desk.store.types import Uid
from tests.builders import Station, journal, rows
from tests.shops import OnBoth


def test_a_backup_is_a_database_with_all_that_was_acknowledged(station: Station, tmp_path: Path) -> None:
    station.scan("RR402101201IL")
    assert station.database.path is not None
    copy = open_database(f"sqlite:///{back_up(station.database.path, tmp_path / 'kept' / 'copy.db')}")
    assert journal(copy) == journal(station.database)
    copy.close()


def test_a_backup_while_others_work_is_whole(station: Station, tmp_path: Path) -> None:
    assert station.database.path is not None
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            station.scan("RR402101201IL", "DO-UNDO")

    other = threading.Thread(target=work)
    other.start()
    try:
        for turn in range(5):
            said = rows(station.database, "SELECT count(*) FROM journal")[0][0]
            copy = open_database(f"sqlite:///{back_up(station.database.path, tmp_path / f'{turn}.db')}")
            assert rows(copy, "SELECT count(*) FROM journal")[0][0] >= said
            copy.close()
    finally:
        stop.set()
        other.join()


def test_half_a_copy_never_stands_under_the_backups_name(shop_file: Path, tmp_path: Path) -> None:
    target = tmp_path / "kept.db"
    target.write_bytes(b"the last good backup")
    with shop_file.open("r+b") as file:
        file.seek(5 * 4096)
        file.write(b"\xff" * 4096 * 3)
    with pytest.raises(StoreRefused) as refusal:
        back_up(shop_file, target)
    assert refusal.value.fact == "damaged"
    assert target.read_bytes() == b"the last good backup"
    assert not list(tmp_path.glob("*.part*"))


def test_there_is_no_backup_of_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreRefused) as refusal:
        back_up(tmp_path / "none.db", tmp_path / "kept.db")
    assert refusal.value.fact == "missing"
    assert not list(tmp_path.iterdir())


def test_a_backup_that_cannot_be_written_says_so(shop_file: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StoreRefused) as refusal:
        back_up(shop_file, tmp_path / "file" / "kept.db")
    assert refusal.value.fact in {"full", "read-only"}


@OnBoth
def test_the_migrations_make_what_the_records_say(either: Database) -> None:
    with either.engine.execution_options(reading=True).connect() as connection:
        assert _differences(connection) == []


def _differences(connection: Connection) -> list[object]:
    """What Alembic finds different, without the find index's own tables."""

    def is_ours(_thing: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:
        return not (kind == "table" and str(name).startswith("finder"))

    options = {"compare_type": False, "include_object": is_ours}
    found = compare_metadata(MigrationContext.configure(connection, opts=options), metadata)
    return [change for change in found if "ix_find_entries_words" not in str(change)]


@OnBoth
def test_opening_again_changes_nothing(either_url: str) -> None:
    for _ in range(2):
        database = open_database(either_url)
        before = journal(database)
        database.close()
    again = open_database(either_url)
    assert journal(again) == before
    again.close()


@pytest.mark.postgres
def test_two_stations_opening_an_empty_server_at_once_both_get_it(postgresql_url: str) -> None:
    opened: list[Database] = []
    threads = [threading.Thread(target=lambda: opened.append(open_database(postgresql_url))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened) == 2
    for database in opened:
        assert rows(database, "SELECT version_num FROM alembic_version") == [(str(SCHEMA),)]
        database.close()


def test_an_older_file_is_kept_before_it_is_brought_up_to_date(
    shop_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = shop_file.read_bytes()
    monkeypatch.setattr("returns_desk.store.database.SCHEMA", SCHEMA + 1)
    open_database(f"sqlite:///{shop_file}").close()
    (kept,) = shop_file.parent.glob("returns-before-*.db")
    assert kept.stat().st_size == len(before)
    monkeypatch.undo()
    for path in (kept, shop_file):
        database = open_database(f"sqlite:///{path}")
        assert len(journal(database)) > 0
        database.close()


def _grown(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a database of the first house with a return in it, and open it with today's program."""
    monkeypatch.setattr("returns_desk.store.migrate.upgrade", lambda config, _head: upgrade(config, "1"))
    monkeypatch.setattr("returns_desk.store.database.SCHEMA", 1)
    first = open_database(url)
    with first.engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO rmas (id, number, number_key, state, vip, wanted) "
                "VALUES (:id, 'RMA-1', 'RMA-1', 'open', 0, 'refund')"
            ).bindparams(bindparam("id", new_id(), type_=Uid()))
        )
    first.close()
    monkeypatch.undo()
    database = open_database(url)
    assert rows(database, "SELECT number, authorized, protected, phone_key FROM rmas") == [("RMA-1", 1, 0, "")]
    assert rows(database, "SELECT version_num FROM alembic_version") == [(str(SCHEMA),)]
    database.close()


def test_a_file_of_the_first_house_keeps_its_things(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _grown(f"sqlite:///{tmp_path / 'old.db'}", monkeypatch)


@pytest.mark.postgres
def test_a_server_of_the_first_house_keeps_its_things(postgresql_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _grown(postgresql_url, monkeypatch)
