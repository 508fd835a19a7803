"""The journal only grows, and its chain shows every change."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from returns_desk.store.database import Database
from returns_desk.store.journal import Break, verify
from returns_desk.store.records import JournalRecord
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.issue_slip import print_slip
from returns_desk.usecases.submit_batch import submit_batch
from tests.builders import Station, decided_kettle, rows
from tests.shops import OnBoth

COLUMNS = [
    *["id", "station_id", "seq", "at", "person_id", "kind", "body", "parcel_id", "item_id", "batch_id", "rma_id"],
    *["step_id", "step_line"],
]
COLUMNS += ["undoes_id", "prev_hash", "hash"]


@pytest.fixture
def written(either: Database) -> Station:
    """A station whose journal holds a little of everything."""
    station = Station(either).begin()
    decided_kettle(station)
    station.scan("DO-UNDO")
    station.refused("junk!")
    return station


def breaks(station: Station) -> list[Break]:
    with station.database.reading(station.desk.seat, station.clock()) as work:
        return list(verify(work.session))


def execute(database: Database, statement: str) -> None:
    with database.engine.begin() as connection:
        connection.execute(text(statement))


@OnBoth
def test_a_chain_that_nobody_touched_holds(written: Station) -> None:
    assert len(rows(written.database, "SELECT 1 FROM journal")) > 9
    assert breaks(written) == []


@OnBoth
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET kind = 'Nothing'",
        "UPDATE journal SET body = body",
        "DELETE FROM journal",
        "DELETE FROM journal WHERE seq = 1",
        "UPDATE document_prints SET copy = 0",
        "DELETE FROM document_prints",
        "DELETE FROM documents",
    ],
)
def test_what_only_grows_is_neither_changed_nor_deleted(written: Station, statement: str) -> None:
    fill_papers(written)
    with pytest.raises(DBAPIError, match="only grows"):
        execute(written.database, statement)
    assert breaks(written) == []


@OnBoth
@pytest.mark.parametrize("column", ["number", "content", "sha256", "sequence", "issued_at"])
def test_an_issued_paper_is_frozen(written: Station, column: str) -> None:
    fill_papers(written)
    with pytest.raises(DBAPIError, match=r"frozen|only grows"):
        execute(written.database, f"UPDATE documents SET {column} = {column}")


@pytest.mark.parametrize("kind", ["sqlite"])
def test_a_row_is_not_replaced_around_the_triggers(written: Station) -> None:
    columns = ", ".join(COLUMNS).replace("kind", "'Nothing'")
    with pytest.raises(DBAPIError, match="only grows"):
        execute(written.database, f"INSERT OR REPLACE INTO journal SELECT {columns} FROM journal WHERE seq = 1")
    assert breaks(written) == []


@pytest.mark.parametrize("kind", [pytest.param("postgresql", marks=pytest.mark.postgres)])
def test_the_journal_is_not_emptied_at_one_go(written: Station) -> None:
    with pytest.raises(DBAPIError, match="only grows"):
        execute(written.database, "TRUNCATE journal CASCADE")


def fill_papers(station: Station) -> None:
    """Issue and print one paper."""
    station.scan("DO-OK")
    station.do(submit_batch, "SB-000001")
    station.do_as("avi", approve_batch, "SB-000001")
    station.do(print_slip, "SB-000001", "he", "folder")


def unlock(database: Database) -> None:
    """Take the triggers off, as somebody with a database tool can."""
    if database.on_postgres:
        execute(database, "ALTER TABLE journal DISABLE TRIGGER USER")
        return
    for (name,) in rows(database, "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'"):
        execute(database, f"DROP TRIGGER {name}")


def flipped(value: object) -> list[str]:
    """SQL for a value that differs in its first, and in its last byte."""
    if isinstance(value, bytes):
        return [f"x'{bytes([value[0] ^ 1, *value[1:]]).hex()}'", f"x'{bytes([*value[:-1], value[-1] ^ 128]).hex()}'"]
    if isinstance(value, int):
        return [str(value + 1000)]
    raw = str(value).encode()
    whole = [bytes([raw[0] ^ 1, *raw[1:]]), bytes([*raw[:-1], raw[-1] ^ 1]), bytes([*raw[:-1], raw[-1] ^ 128])]
    return [f"CAST(x'{changed.hex()}' AS TEXT)" for changed in whole]


@pytest.mark.parametrize("kind", ["sqlite"])
@pytest.mark.parametrize("column", COLUMNS)
def test_a_flipped_byte_shows_whichever_column_it_is_in(written: Station, column: str) -> None:
    unlock(written.database)
    execute(written.database, "PRAGMA ignore_check_constraints=ON")
    row = f"seq = (SELECT max(seq) FROM journal WHERE {column} NOT NULL AND {column} != '' AND seq > 3)"
    found = rows(written.database, f"SELECT {column}, seq FROM journal WHERE {row}")
    (value, _seq) = found[0]
    for changed in flipped(value):
        raw = written.database.engine.raw_connection()
        raw.cursor().execute("PRAGMA foreign_keys=OFF")
        raw.cursor().execute(f"UPDATE journal SET {column} = {changed} WHERE {row}")
        assert breaks(written), changed
        kept = "X'" + value.hex() + "'" if isinstance(value, bytes) else value
        where = row if column != "seq" else f"seq = {changed}"
        if isinstance(kept, str) and not isinstance(value, bytes):
            raw.cursor().execute(f"UPDATE journal SET {column} = ? WHERE seq = {_seq}", (kept,))
        else:
            raw.cursor().execute(f"UPDATE journal SET {column} = {kept} WHERE {where}")
        raw.cursor().execute("PRAGMA foreign_keys=ON")
        raw.close()
        assert breaks(written) == []


@pytest.mark.parametrize("kind", [pytest.param("postgresql", marks=pytest.mark.postgres)])
@pytest.mark.parametrize(
    "change",
    [
        "at = at + interval '1 microsecond'",
        "kind = 'Nothing'",
        "body = replace(body, 'KETTLE', 'KETTL3')",
        "person_id = NULL",
        "step_line = 7",
        "item_id = NULL",
    ],
)
def test_a_change_shows_on_a_server_too(written: Station, change: str) -> None:
    unlock(written.database)
    execute(written.database, f"UPDATE journal SET {change} WHERE kind = 'ItemTaken'")
    assert breaks(written)


@OnBoth
@pytest.mark.parametrize("which", ["DELETE FROM journal WHERE seq = 4", "DELETE FROM journal WHERE seq = 1"])
def test_a_row_that_was_left_out_shows(written: Station, which: str) -> None:
    unlock(written.database)
    execute(written.database, which)
    assert breaks(written)


@OnBoth
def test_each_station_has_a_chain_of_its_own(written: Station) -> None:
    other = Station(written.database, "7", written.clock).begin("omer")
    other.scan("RMA-2")
    assert breaks(written) == []
    chains = dict(rows(written.database, "SELECT station_id, min(seq) FROM journal GROUP BY station_id"))
    assert set(chains.values()) == {1}


def test_the_hash_covers_every_column() -> None:
    assert [column.key for column in JournalRecord.__mapper__.column_attrs] == COLUMNS
