"""``check``, ``verify``, ``migrate``, ``backup``, ``restore``, and databases that cannot be used."""

import os
import shutil
from contextlib import closing
from pathlib import Path

import pysqlite3.dbapi2 as sqlite
import pytest

from returns_desk.store.database import SCHEMA
from tests.cli.desk_at_hand import Commands


def test_a_sound_station_passes_its_check(run: Commands) -> None:
    report = run.done("check", "--json").json
    assert report["ok"]
    assert all(look["ok"] for look in report["checks"])
    assert "SQLite" in run.done("check").out
    assert "תקין" in run.done("check", language="he").out


def test_without_a_database_the_check_says_what_is_wrong(run_empty: Commands) -> None:
    said = run_empty("check", "--json")
    assert said.code == 1
    assert [look["ok"] for look in said.json["checks"]].count(False) == 1


def test_the_journal_cannot_be_changed_unseen(run: Commands, kettle: str) -> None:
    with closing(sqlite.connect(str(run.home / "returns.db"))) as outside:
        for (name,) in outside.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall():
            outside.execute(f"DROP TRIGGER {name}")
        outside.execute("""UPDATE journal SET body = replace(body, '"D"', '"A"') WHERE kind = 'ItemGraded'""")
        outside.commit()
    said = run("verify", "--json")
    assert said.code == 1
    assert [fault["fact"] for fault in said.json["faults"]] == ["chain broken"]
    assert run("check").code == 1


def test_a_copy_brings_everything_back_and_keeps_what_was_there(run: Commands, kettle: str, tmp_path: Path) -> None:
    copy = tmp_path / "עותקים #1? 100%" / "copy.db"
    run.done("backup", copy)
    run.scan("RR402100166IL", "7290011231088", "DO-A")
    kept = Path(run.done("restore", copy, "--json").json["kept"])
    assert run.done("list", "items", "--json").json["total"] == 1
    run.done("restore", kept)
    assert run.done("list", "items", "--json").json["total"] == 2
    assert run.done("verify").code == 0


def test_a_copy_is_put_in_place_of_a_missing_or_damaged_database(run: Commands, kettle: str, tmp_path: Path) -> None:
    copy, live = tmp_path / "copy.db", run.home / "returns.db"
    run.done("backup", copy)
    live.unlink()
    assert run.done("restore", copy, "--json").json["kept"] is None
    _damage(live)
    assert "damaged" in run.refused("list", "items")
    kept = run.done("restore", copy, "--json").json["kept"]
    assert "damaged" in kept
    assert run.done("show", "item", kettle).code == 0


@pytest.mark.parametrize("content", [b"", b"not a database at all", b"SQLite format 3\x00" + bytes(200)])
def test_what_is_no_copy_of_ours_is_never_restored(run: Commands, tmp_path: Path, content: bytes) -> None:
    odd = tmp_path / "odd.db"
    odd.write_bytes(content)
    before = run.done("list", "products", "--json").json
    run.refused("restore", odd)
    run.refused("restore", tmp_path / "none.db")
    assert run.done("list", "products", "--json").json == before
    assert odd.read_bytes() == content


def test_migrate_says_when_there_is_nothing_to_do(run: Commands) -> None:
    assert run.done("migrate", "--json").json == {"before": SCHEMA, "now": SCHEMA}
    assert "up to date" in run.done("migrate").out


def _damage(file: Path) -> None:
    content = bytearray(file.read_bytes())
    for at in range(8192, len(content), 4096):
        content[at : at + 400] = b"\xa5" * 400
    file.write_bytes(bytes(content))


def _refused_untouched(run: Commands, file: Path) -> str:
    before = file.read_bytes()
    line = run.refused("list", "items")
    assert file.read_bytes() == before
    return line


def test_a_database_of_a_newer_program_is_refused_untouched(run: Commands) -> None:
    file = run.home / "returns.db"
    with closing(sqlite.connect(str(file))) as outside:
        outside.execute("PRAGMA user_version = 99")
    assert "newer" in _refused_untouched(run, file)


def test_a_database_of_another_program_is_refused_untouched(run: Commands) -> None:
    file = run.home / "returns.db"
    with closing(sqlite.connect(str(file))) as outside:
        outside.execute("PRAGMA application_id = 7")
    assert "not a Returns Desk database" in _refused_untouched(run, file)


def test_a_damaged_database_is_refused_untouched(run: Commands) -> None:
    file = run.home / "returns.db"
    _damage(file)
    assert "damaged" in _refused_untouched(run, file)


def test_text_in_place_of_a_database_is_refused_untouched(run: Commands) -> None:
    file = run.home / "returns.db"
    file.write_text("these are my notes")
    assert "not a Returns Desk database" in _refused_untouched(run, file)


def test_a_database_that_another_program_holds_is_refused(run: Commands) -> None:
    with closing(sqlite.connect(str(run.home / "returns.db"))) as outside:
        outside.execute("PRAGMA locking_mode = EXCLUSIVE")
        outside.execute("BEGIN EXCLUSIVE")
        assert "holds the database" in run.refused("list", "items")
    run.done("list", "items")


@pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write into a folder that is read-only"
)
def test_a_read_only_folder_is_refused(run: Commands) -> None:
    run.home.chmod(0o500)
    try:
        assert "written" in run.refused("list", "items")
    finally:
        run.home.chmod(0o700)


def test_a_folder_that_can_never_be_written_is_refused(run: Commands) -> None:
    if not Path("/proc/self").exists():
        pytest.skip("there is no folder here that nobody may write into")
    assert run.refused("--database", "sqlite:////proc/returns-desk/returns.db", "init")


@pytest.mark.parametrize("url", ["nonsense", "mysql://host/shop", "sqlite://", "postgresql+psycopg://127.0.0.1:1/none"])
def test_a_database_that_there_cannot_be_is_refused(run: Commands, url: str) -> None:
    assert run.refused("--database", url, "list", "items")


def test_a_folder_in_place_of_the_database_is_refused(run: Commands) -> None:
    (run.home / "returns.db").unlink()
    (run.home / "returns.db").mkdir()
    run.refused("list", "items")


def test_a_file_in_place_of_the_folder_is_refused(run: Commands) -> None:
    shutil.rmtree(run.home)
    run.home.write_text("")
    run.refused("list", "items")
    run.refused("init")
