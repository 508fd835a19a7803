"""``photo``, and what check, verify, backup and restore say of photographs."""

from pathlib import Path

import pytest
from PIL import Image

from tests.cli.desk_at_hand import Commands

SIGNED = ("--badge", "ID-DANA-1")


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "תמונה של הפגם.png"
    Image.new("RGB", (2400, 1200), (120, 40, 40)).save(path)
    return path


def add(run: Commands, picture: Path, number: str, kind: str = "defect") -> dict[str, object]:
    found: dict[str, object] = run.done(
        "photo", "add", picture, "--kind", kind, "--item", number, *SIGNED, "--json"
    ).json
    return found


def test_a_photograph_is_kept_listed_shown_and_removed(run: Commands, kettle: str, picture: Path) -> None:
    kept = add(run, picture, kettle)
    assert (kept["events"], kept["kind"], kept["width"], kept["height"]) == (["PhotoAdded"], "defect", 1600, 800)
    assert Path(str(kept["file"])).is_relative_to(run.home / "photos")
    assert add(run, picture, kettle)["events"] == ["PhotoKnown"]
    listed = run.done("photo", "list", "item", kettle, "--json").json
    assert (listed["total"], listed["rows"][0]["id"]) == (1, kept["id"])
    assert run.done("show", "item", kettle, "--json").json["photos"] == listed["rows"]
    assert kettle in run.done("photo", "list", "item", kettle).out
    removed = run.done("photo", "remove", kept["id"], *SIGNED)
    assert "removed" in removed.out
    assert run.done("photo", "list", "parcel", "RR402101201IL", "--json").json["total"] == 0
    assert Path(str(kept["file"])).is_file()
    assert "no-such-id" in run.refused("photo", "remove", "no-such-id", *SIGNED)


def test_without_a_number_it_is_of_what_lies_on_the_bench(run: Commands, picture: Path) -> None:
    run.scan("RR402101201IL", "7290011232016")
    kept = run.done("photo", "add", picture, "--kind", "box", *SIGNED, "--json").json
    assert (kept["item"], kept["parcel"]) == ("", "RR402101201IL")
    assert run.done("photo", "add", picture, "--kind", "front", *SIGNED, "--json").json["item"] == "IT-1-000001"


@pytest.mark.parametrize("language", ["he", "en"])
def test_refused_pictures_leave_nothing_behind(run: Commands, kettle: str, tmp_path: Path, language: str) -> None:
    (tmp_path / "letter.jpg").write_text("Dear Sirs,", encoding="utf-8")
    with (tmp_path / "huge.jpg").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    Image.new("RGB", (9, 9)).save(tmp_path / "good.png")
    for name, number in (("letter.jpg", kettle), ("huge.jpg", kettle), ("none.jpg", kettle), ("good.png", "IT-9-9")):
        wanted = ("photo", "add", tmp_path / name, "--kind", "defect", "--item", number, *SIGNED)
        line = run.refused(*wanted, language=language)
        assert number in line or name in line
    assert not (run.home / "photos").exists()


def test_wrong_usage_is_said_by_the_command_line(run: Commands, picture: Path) -> None:
    assert run("photo").code == 2
    assert run("photo", "add", picture, "--kind", "selfie", *SIGNED).code == 2
    assert run("photo", "add", picture, "--kind", "box", "--item", "1", "--parcel", "2", *SIGNED).code == 2
    assert "kind" in run("photo", "add", "--help").out


def test_a_missing_or_changed_picture_is_found(run: Commands, kettle: str, picture: Path) -> None:
    file = Path(str(add(run, picture, kettle)["file"]))
    assert run.done("verify").code == run.done("check").code == 0
    whole = file.read_bytes()
    file.write_bytes(whole[:-9])
    assert run("check").code == 0, "the quick look reads no pictures"
    said = run("verify", "--json")
    assert (said.code, said.json["faults"][0]["fact"]) == (1, "photo lost")
    assert kettle in said.json["faults"][0]["says"]
    file.unlink()
    assert run("check").code == 1
    add(run, picture, kettle)
    assert file.read_bytes() == whole
    assert run.done("verify").code == 0


def test_a_backup_says_where_photographs_are_and_takes_them_along(
    run: Commands, kettle: str, picture: Path, tmp_path: Path
) -> None:
    file = Path(str(add(run, picture, kettle)["file"]))
    copy = tmp_path / "copies" / "copy.db"
    assert str(run.home / "photos") in run.done("backup", copy).out
    assert not (tmp_path / "copies" / "copy.db-photos").exists()
    for _ in range(2):
        assert "copy.db-photos" in run.done("backup", copy, "--photos").out
    file.unlink()
    assert run.done("restore", copy, "--json").json["photos"] == 1
    assert run.done("verify").code == 0


def test_photographs_may_lie_in_another_folder_that_must_be_there(
    run: Commands, kettle: str, picture: Path, tmp_path: Path
) -> None:
    share = tmp_path / "share"
    (run.home / "settings.toml").write_text(f'photos = "{share.as_posix()}"\n', encoding="utf-8")
    line = run.refused("photo", "add", picture, "--kind", "box", "--item", kettle, *SIGNED)
    assert str(share) in line
    assert run.done("show", "item", kettle, "--json").json["photos"] == []
    assert run("check").code == 1
    share.mkdir()
    assert run.done("check").code == 0
    assert Path(str(add(run, picture, kettle)["file"])).is_relative_to(share)
