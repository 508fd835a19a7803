"""``terms``: shown, out, looked through, in and tried, at the command line."""

from pathlib import Path

import pytest

from tests.cli.desk_at_hand import Commands

AVI = ("--badge", "ID-AVI-3")
WRITTEN = """\
supplier = "GALIL"
defective = "destroy in field for credit"
minimum_value = 300
minimum_wait_days = 21
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "galil.toml"
    path.write_text(WRITTEN, encoding="utf-8")
    return path


def test_terms_are_shown_with_all_versions(run: Commands) -> None:
    shown = run.done("terms", "show", "galil", "--json").json
    assert (shown["supplier"], shown["version"], shown["state"]) == ("GALIL", 1, "in force")
    assert shown["terms"]["authorization"] == "yes"
    assert len(shown["versions"]) == 1
    for language, said in (("en", "What they take back"), ("he", "מה הספק מקבל בחזרה")):
        assert said in run.done("terms", "show", "GALIL", language=language).out
    run.refused("terms", "show", "NOBODY")
    run.refused("terms", "show", "GALIL", "7")


def test_a_file_becomes_the_next_version(run: Commands, file: Path) -> None:
    assert run.done("terms", "check", "GALIL", file, "--json").json["ok"]
    run.done("terms", "import", "GALIL", file, "--dry-run", *AVI)
    said = run.done("terms", "import", "GALIL", file, *AVI, "--json").json
    assert (said["version"], said["state"], said["faults"]) == (2, "in force", [])
    shown = run.done("terms", "show", "GALIL", "--json").json
    assert shown["terms"]["minimum_value"]["amount"] == "300.00"
    assert run.done("terms", "import", "GALIL", file, *AVI, "--json").json["version"] == 2
    refused = run.refused("terms", "import", "GALIL", file, "--badge", "ID-DANA-1")
    assert "GALIL" not in refused


def test_what_goes_out_comes_in_again(run: Commands, tmp_path: Path) -> None:
    target = tmp_path / "out.toml"
    run.done("terms", "export", "TAVOR", "-o", target)
    assert run.done("terms", "check", "TAVOR", target, "--json").json["faults"] == []
    other = run("terms", "check", "GALIL", target)
    assert (other.code, "TAVOR" in other.out) == (1, True)
    assert 'supplier = "TAVOR"' in run.done("terms", "export", "TAVOR").out


def test_nonsense_is_told_line_by_line_and_nothing_changes(run: Commands, file: Path) -> None:
    file.write_text('credit_percent = "much"\nminimum_wait_days = -3\nsilly = 1\n', encoding="utf-8")
    failed = run("terms", "import", "GALIL", file, *AVI, "--json")
    assert failed.code == 1
    assert [row["line"] for row in failed.json["faults"]] == [1, 2, 3]
    assert run.done("terms", "show", "GALIL", "--json").json["version"] == 1


def test_terms_are_tried_with_a_product_before_anybody_lays_them_down(run: Commands, file: Path) -> None:
    now = run.done("terms", "try", "GALIL", "WH-300", "--grade", "D", "--json").json
    assert (now["destroyed"], now["minimum_missing"]["amount"], now["window_ends"] is not None) == (
        False,
        "215.50",
        True,
    )
    then = run.done("terms", "try", "GALIL", "WH-300", "--grade", "D", "--file", file, "--json").json
    assert (then["destroyed"], then["evidence"]) == (True, ["proof of destruction"])
    sound = run.done("terms", "try", "GALIL", "WH-300", "--grade", "B", "--finding", "MARKED", "--reason", "SIZE")
    assert "Not taken back" in sound.out
    run.refused("terms", "try", "GALIL", "NOTHING")
