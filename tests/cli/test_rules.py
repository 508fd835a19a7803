"""``rules``: versions listed and shown, files out, looked through and in, at the command line."""

from pathlib import Path

import pytest

from returns_desk.domain.rule_figures import Figure
from tests.cli.desk_at_hand import Commands

NOA = ("--badge", "ID-NOA-4")
WRITTEN = """\
hour = "72.50"

[[fee]]
stream = "mixed"
at_least = "0.80"

[[rule]]            # everything
open_box_b = "82.5%"

[[rule]]
category = "Tools"
supplier = "GALIL"
until = 2198-12-31
giving = false
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rules.toml"
    path.write_text(WRITTEN, encoding="utf-8")
    return path


def versions(run: Commands) -> list[tuple[int, str]]:
    return [(row["version"], row["state"]) for row in run.done("rules", "list", "--json").json["rows"]]


def test_what_the_program_brings_is_listed_and_shown(run: Commands) -> None:
    (row,) = run.done("rules", "list", "--json").json["rows"]
    assert (row["number"], row["state"], row["valid_from"], row["made_at"]) == ("1", "in force", "2000-01-01", None)
    shown = run.done("rules", "show", "--json").json
    assert (shown["version"], shown["hour"]["amount"], len(shown["fees"])) == (1, "60.00", 2)
    (row,) = shown["rules"]
    assert (row["key"], row["category"], row["from"], row["figures"]) == ("//", "", None, {})
    for language, said in (("en", "(as the program brings it)"), ("he", "(כפי שמגיע עם התוכנה)")):
        assert run.done("rules", "show", language=language).out.count(said) == len(Figure)
    run.refused("rules", "show", "2")


def test_a_file_becomes_the_next_version(run: Commands, file: Path) -> None:
    said = run.done("rules", "import", file, *NOA, "--json").json
    assert (said["version"], said["state"], said["rows"], said["faults"]) == (2, "in force", 2, [])
    assert versions(run) == [(2, "in force"), (1, "replaced")]
    shown = run.done("rules", "show", "--json").json
    assert shown["person"] == "Noa Mizrahi"
    assert shown["rules"][0]["figures"] == {"open_box_b": "82.5%"}
    assert shown["rules"][1]["figures"] == {"giving": False}
    assert shown["fees"] == [
        {
            "stream": "mixed",
            "per_kg": {"amount": "0.00", "currency": "ILS"},
            "at_least": {"amount": "0.80", "currency": "ILS"},
        }
    ]
    assert "82.5%" in run.done("rules", "show").out
    assert "קופסה פתוחה, דירוג B" in run.done("rules", "show", language="he").out


def test_a_version_of_a_later_day_is_coming(run: Commands, file: Path) -> None:
    file.write_text("valid_from = 2198-01-01\n" + WRITTEN)
    assert run.done("rules", "import", file, *NOA, "--json").json["state"] == "coming"
    assert versions(run) == [(2, "coming"), (1, "in force")]
    assert run.done("rules", "show", "--json").json["version"] == 1
    assert "עתידית" in run.done("rules", "list", language="he").out


def test_nothing_is_changed_by_trying(run: Commands, file: Path) -> None:
    assert run.done("rules", "check", file, "--json").json["ok"] is True
    assert "Only tried" in run.done("rules", "import", file, "--dry-run", *NOA).out
    assert versions(run) == [(1, "in force")]


@pytest.mark.parametrize("move", [("check",), ("import", *NOA), ("import", "--dry-run", *NOA)])
def test_every_fault_is_told_with_its_line_and_the_old_rules_stay(
    run: Commands, file: Path, move: tuple[str, ...]
) -> None:
    file.write_text(WRITTEN.replace("82.5%", "182.5%").replace("GALIL", "GALLIL").replace("giving", "givin"))
    said = run("rules", move[0], file, *move[1:])
    assert said.code == 1
    assert said.out.splitlines() == [
        "line 8: open_box_b is more than 100%",
        "line 12: There is no supplier GALLIL",
        "line 14: There is no givin here; perhaps giving?",
    ]
    assert said.err == "rules.toml is not taken, faults: 3. The old rules stay\n"
    faults = run("rules", move[0], file, *move[1:], "--json").json["faults"]
    assert [(fault["line"], fault["fact"]) for fault in faults] == [
        (8, "too much"),
        (12, "unknown supplier"),
        (14, "unknown figure"),
    ]
    hebrew = run("rules", move[0], file, *move[1:], language="he")
    assert "שורה 12: אין ספק GALLIL" in hebrew.out
    assert "הכללים הקודמים נשארים" in hebrew.err
    assert versions(run) == [(1, "in force")]


def test_only_an_admin_imports_rules(run: Commands, file: Path) -> None:
    for badge in ("ID-DANA-1", "ID-AVI-3"):
        run.refused("rules", "import", file, "--badge", badge)
        run.refused("rules", "import", file, "--badge", badge, "--dry-run")
    run.refused("rules", "import", file)
    run.refused("rules", "check", file.with_name("none.toml"))
    assert versions(run) == [(1, "in force")]


@pytest.mark.parametrize("language", ["he", "en"])
def test_what_is_exported_can_be_edited_and_imported(run: Commands, tmp_path: Path, language: str) -> None:
    out = tmp_path / "out.toml"
    said = run.done("rules", "export", "-o", out, "--json", language=language).json
    assert (said["version"], said["rows"]) == (1, 1)
    written = out.read_text(encoding="utf-8")
    assert written.startswith("# ")
    assert "\nsupplier_seconds = 198" in written
    out.write_text(written.replace('open_box_b = "85%"', 'open_box_b = "70%"'), encoding="utf-8")
    run.done("rules", "import", out, *NOA)
    shown = run.done("rules", "show", "--json").json
    assert shown["rules"][0]["figures"]["open_box_b"] == "70%"
    assert shown["hour"] == {"amount": "60.00", "currency": "ILS"}
    again = tmp_path / "again.toml"
    run.done("rules", "export", "-o", again, language=language)
    assert again.read_bytes() == out.read_bytes(), "what was imported comes out as it went in"


def test_an_older_version_is_exported_as_it_was_and_cannot_begin_again(run: Commands, file: Path) -> None:
    run.done("rules", "import", file, *NOA)
    first = run.done("rules", "export", "1", "--json").json
    assert first["valid_from"] == "2000-01-01"
    file.write_text(first["text"], encoding="utf-8")
    said = run("rules", "import", file, *NOA)
    assert "The rules cannot begin on 2000-01-01" in said.out
    assert versions(run) == [(2, "in force"), (1, "replaced")]


def test_an_export_goes_to_a_file_of_its_kind_only(run: Commands, tmp_path: Path) -> None:
    run.refused("rules", "export", "-o", tmp_path / "rules.txt")
    run.refused("rules", "export", "9")
    assert run.done("rules", "export").out.startswith("# The rules by which the desk recommends")


def test_the_journal_tells_who_laid_which_rules_down(run: Commands, file: Path) -> None:
    run.done("rules", "import", file, *NOA)
    told = run.done("export", "journal", "--format", "json", "--badge", "ID-AVI-3").out
    assert "RuleBookSet" in told
    run.done("verify")


def test_the_last_import_is_taken_back_by_a_scan_until_somebody_decided_by_it(run: Commands, file: Path) -> None:
    run.done("rules", "import", file, *NOA)
    (undone,) = run.scan("DO-UNDO", badge="ID-NOA-4")
    assert undone["ok"]
    assert versions(run) == [(1, "in force")]
    run.done("rules", "import", file, *NOA)
    run.scan("RR402101201IL", "7290011232016", "DO-D", "DO-OK")
    (kept,) = run.scan("DO-UNDO", badge="ID-NOA-4")
    assert (kept["ok"], kept["refusal"]) == (False, "CannotUndo")
    assert "rules for decisions" in kept["message"]
    assert versions(run) == [(2, "in force"), (1, "replaced")]
