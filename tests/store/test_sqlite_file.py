"""An SQLite file is opened safely, or refused and left as it is."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pysqlite3.dbapi2 as sqlite
import pytest
from sqlalchemy import inspect

from returns_desk.domain.refusals import StoreRefused
from returns_desk.store import database as opening
from returns_desk.store.database import SCHEMA, Database, open_database
from returns_desk.store.sqlite_file import APPLICATION_ID, read_header

SAFE = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "busy_timeout": 5000,
}


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder, without what SQLite shares between its readers."""
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file() and file.suffix != ".db-shm"}


def refused(path: Path, *, create: bool = True) -> str:
    """Open a file that must be refused; the fact, after seeing that nothing was changed."""
    before = contents(path.parent)
    with pytest.raises(StoreRefused) as refusal:
        open_database(f"sqlite:///{path}", create=create)
    assert contents(path.parent) == before
    return refusal.value.fact


def cut_off(path: Path, *statements: str) -> None:
    """Let another process open a file, do something, and die as in a power cut: its log is never brought in."""
    child = (
        "import os, sys; from returns_desk.store.database import open_database\n"
        "database = open_database(sys.argv[1]); connection = database.engine.raw_connection()\n"
        "for statement in sys.argv[2:]: connection.cursor().execute(statement)\n"
        "os.kill(os.getpid(), 9)"
    )
    ended = subprocess.run([sys.executable, "-c", child, f"sqlite:///{path}", *statements], check=False)
    assert ended.returncode == -9


def test_every_connection_of_the_pool_is_safe(shop: Database) -> None:
    connections = [shop.engine.execution_options(reading=True).connect() for _ in range(6)]
    for connection in connections:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in SAFE}
        assert found == SAFE
    for connection in connections:
        connection.close()


def test_the_library_is_one_without_the_known_corruption_in_wal() -> None:
    assert sqlite.sqlite_version_info >= (3, 51, 3)


def test_every_table_is_strict(shop: Database) -> None:
    with shop.engine.execution_options(reading=True).connect() as connection:
        tables = connection.exec_driver_sql("PRAGMA table_list").mappings().all()
        ours = {table["name"]: table["strict"] for table in tables if table["type"] == "table"}
    ours = {name: strict for name, strict in ours.items() if not name.startswith(("sqlite_", "finder", "alembic_"))}
    assert len(ours) > 18
    assert all(ours.values()), ours


def test_a_new_file_says_whose_it_is_and_how_new(tmp_path: Path) -> None:
    path = tmp_path / "new" / "returns.db"
    open_database(f"sqlite:///{path}").close()
    header = read_header(path)
    assert header is not None
    assert (header.application_id, header.schema) == (APPLICATION_ID, SCHEMA)
    assert [file.name for file in path.parent.iterdir()] == ["returns.db"]


def test_a_file_that_was_never_closed_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "returns.db"
    cut_off(path)
    database = open_database(f"sqlite:///{path}")
    assert "journal" in inspect(database.engine).get_table_names()
    database.close()


def test_after_a_power_cut_a_newer_file_is_still_refused(tmp_path: Path) -> None:
    path = tmp_path / "returns.db"
    cut_off(path, f"PRAGMA user_version={SCHEMA + 1}")
    assert refused(path) == "newer"


def test_half_a_creation_is_no_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "returns.db"

    def cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    open_database(f"sqlite:///{tmp_path / 'loads-alembic.db'}").close()
    (tmp_path / "loads-alembic.db").unlink()
    with monkeypatch.context() as patch:
        patch.setattr("returns_desk.store.migrate.upgrade", cut)
        with pytest.raises(KeyboardInterrupt):
            open_database(f"sqlite:///{path}")
    assert not list(tmp_path.iterdir())
    open_database(f"sqlite:///{path}").close()
    assert [file.name for file in tmp_path.iterdir()] == ["returns.db"]


def test_a_missing_file_is_made_only_when_asked(tmp_path: Path) -> None:
    assert refused(tmp_path / "returns.db", create=False) == "missing"


def test_a_file_whose_main_part_was_moved_away_is_not_made_anew(shop_file: Path) -> None:
    Path(f"{shop_file}-wal").write_bytes(b"frames of a database that is elsewhere")
    shop_file.unlink()
    assert refused(shop_file) == "missing"


@pytest.mark.parametrize("content", [b"", b"junk", b"PK\x03\x04" + b"x" * 5000, b"SQLite format 3\x00"])
def test_what_is_no_database_is_foreign(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "returns.db"
    path.write_bytes(content)
    assert refused(path) == "foreign"


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "returns.db").mkdir()
    assert refused(tmp_path / "returns.db") in {"foreign", "read-only"}


def test_another_programs_database_is_foreign(tmp_path: Path) -> None:
    path = tmp_path / "returns.db"
    other = sqlite.connect(str(path))
    other.executescript("CREATE TABLE theirs (x); PRAGMA application_id=42;")
    other.close()
    assert refused(path) == "foreign"


def test_a_newer_database_is_left_to_the_newer_program(shop_file: Path) -> None:
    with shop_file.open("r+b") as file:
        file.seek(60)
        file.write((SCHEMA + 1).to_bytes(4, "big"))
    assert refused(shop_file) == "newer"


def damage(path: Path, seed: int) -> None:
    """Overwrite a few pages of a file with junk."""
    chance = random.Random(seed)
    pages = path.stat().st_size // 4096
    with path.open("r+b") as file:
        for page in chance.sample(range(1, pages), 6):
            file.seek(page * 4096)
            file.write(chance.randbytes(4096))


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_page_is_noticed_before_anything_is_written(shop_file: Path, seed: int) -> None:
    damage(shop_file, seed)
    assert refused(shop_file) == "damaged"


def test_a_damaged_file_with_a_log_beside_it_is_left_as_it_is(shop_file: Path) -> None:
    cut_off(shop_file, "INSERT INTO counters VALUES ('last', 1)")
    assert Path(f"{shop_file}-wal").stat().st_size
    damage(shop_file, 1)
    assert refused(shop_file) == "damaged"


def test_a_cut_file_is_damaged(shop_file: Path) -> None:
    with shop_file.open("r+b") as file:
        file.truncate(shop_file.stat().st_size // 2)
    assert refused(shop_file) == "damaged"


@contextmanager
def held_by_another(path: Path) -> Iterator[None]:
    """Keep a file locked as another program would."""
    other = sqlite.connect(str(path), isolation_level=None)
    other.execute("PRAGMA locking_mode=EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.close()


def test_a_locked_file_is_said_to_be_locked(shop_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = tuple(line.replace("5000", "50") for line in opening._PRAGMAS)
    monkeypatch.setattr(opening, "_PRAGMAS", quick)
    monkeypatch.setattr(opening, "_BUSY_MS", 50)
    with held_by_another(shop_file):
        with pytest.raises(StoreRefused) as refusal:
            open_database(f"sqlite:///{shop_file}")
        assert refusal.value.fact == "locked"
    open_database(f"sqlite:///{shop_file}").close()


_OPEN_AS_STRANGER = """
import os, sys
from returns_desk.store.database import open_database
from returns_desk.domain.refusals import StoreRefused
if os.geteuid() == 0:
    os.setgid(65534); os.setuid(65534)
try:
    open_database(sys.argv[1]).close()
except StoreRefused as refusal:
    print(refusal.fact)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="folders are protected otherwise here")
def test_a_folder_that_cannot_be_written_to_is_said_to_be(
    shop_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("read-only")
    for above in folder.parents[:2]:  # pytest keeps its folders from strangers
        above.chmod(0o755)
    path = folder / "returns.db"
    shutil.copy(shop_file, path)
    path.chmod(0o444)
    folder.chmod(0o555)
    try:
        for target in (path, folder / "not-there-yet.db"):
            command = [sys.executable, "-c", _OPEN_AS_STRANGER, f"sqlite:///{target}"]
            told = subprocess.run(command, check=True, capture_output=True, text=True)
            assert told.stdout.strip() == "read-only"
        assert path.read_bytes() == shop_file.read_bytes()
    finally:
        folder.chmod(0o755)


@pytest.mark.parametrize("url", ["mysql://x/y", "nonsense", "sqlite://", ""])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(StoreRefused) as refusal:
        open_database(url)
    assert refusal.value.fact == "foreign"


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreRefused) as refusal:
        open_database(f"postgresql+psycopg://nobody@/none?host={tmp_path}")
    assert (refusal.value.fact, refusal.value.detail) == ("refused", str(tmp_path))
