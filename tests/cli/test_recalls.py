"""``import recalls``, ``recall withdraw``, ``marks``, ``list`` and ``show``: recalled goods without a window."""

import json
from pathlib import Path

import pytest

from tests.cli.desk_at_hand import Commands

DANA, AVI = ("--badge", "ID-DANA-1"), ("--badge", "ID-AVI-3")
PLATE, BOX, KETTLE = "IT-1-000001", "RR402101201IL", "7290011232016"
LINES = (
    "number,code,lot,serial_from,serial_to,reason,measure,since",
    f"R-17,{KETTLE},L5,,,overheats,recycle,2026-11-20",
    "R-18,4006381333931,,,,,,",
    f"R-19,{KETTLE},,200,100,,,",
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with one line for the kettle, one for goods that nobody knows, and one of nonsense."""
    path = tmp_path / "recalls.csv"
    path.write_text("\n".join(LINES), encoding="utf-8")
    return path


def test_a_file_is_tried_taken_and_taken_again(run: Commands, file: Path) -> None:
    tried = run.done("import", "recalls", file, *AVI, "--dry-run", "--json").json
    assert (tried["taken"], [row["line"] for row in tried["refused"]]) == (2, [4])
    assert [row["line"] for row in tried["told"]] == [3]
    assert run.done("list", "recalls", "--json").json["total"] == 0
    said = run.done("import", "recalls", file, *AVI).out
    assert "line 3, taken: There is no product" in said
    assert run.done("import", "recalls", file, *AVI, "--json").json["same"] == 2


def test_a_clerk_takes_no_notice_in(run: Commands, file: Path) -> None:
    assert "supervisor" in run.refused("import", "recalls", file, *DANA)
    assert run.refused("import", "recalls", file)


def test_a_recalled_scan_is_done_and_alarming(run: Commands, file: Path) -> None:
    run.done("import", "recalls", file, *AVI)
    scans = f"{BOX}\n(01)0{KETTLE}(10)L5\n"
    told = run.done("scan", *DANA, "--json", typed=scans).objects[-1]
    assert (told["ok"], told["tone"], told["recall"], told["next"]) == (True, "bad", "R-17", "next parcel")
    assert "ItemRecalled" in told["events"]
    assert told["message"] == "RECALLED: notice R-17, lot L5"
    run.done("scan", *DANA, typed="DO-UNDO\n")
    assert run.done("scan", *DANA, typed=f"(01)0{KETTLE}(10)L5\n").out.startswith("! ")


def test_what_is_here_already_is_told_and_listed_until_the_notice_is_withdrawn_and_it_is_released(
    run: Commands, file: Path
) -> None:
    run.scan(BOX, f"(01)0{KETTLE}(10)L5")
    assert run.done("import", "recalls", file, *AVI, "--json").json["pieces"] == 1
    shown = run.done("show", "recall", "r-17", "--json").json
    assert (shown["state"], [item["number"] for item in shown["items"]]) == ("in force", [PLATE])
    (row,) = run.done("list", "exceptions", "--kind", "recalled", "--json").json["rows"]
    assert (row["number"], row["ways"]) == (PLATE, ["open", "owner", "release"])
    assert "supervisor" in run.refused("recall", "withdraw", "R-17", *DANA)
    assert run.done("recall", "withdraw", "R-17", *AVI, "--json").json == {
        "number": "R-17", "state": "withdrawn", "pieces": 1,
    }  # fmt: skip
    assert run.refused("recall", "withdraw", "R-17", *AVI)
    assert "R-99" in run.refused("recall", "withdraw", "R-99", *AVI)
    run.done("release", PLATE, *AVI)
    assert run.done("list", "exceptions", "--kind", "recalled", "--json").json["rows"] == []
    assert "Withdrawn" not in run.done("list", "recalls").err


def test_lot_and_last_day_are_noted_by_the_pieces_number(run: Commands) -> None:
    run.scan(BOX, KETTLE, "DO-HOLD")
    told = run.done("marks", PLATE, "--lot", "L6", "--expires", "2026-01-31", *DANA, "--json").json
    assert (told["lot"], told["expires"]) == ("L6", "2026-01-31")
    assert run.refused("marks", PLATE, *DANA)
    assert run.refused("marks", PLATE, "--expires", "tomorrow", *DANA)
    assert run.refused("marks", "IT-1-000009", "--lot", "L6", *DANA)


def test_what_is_shown_can_be_read_back(run: Commands, file: Path) -> None:
    run.done("import", "recalls", file, *AVI)
    rows = run.done("list", "recalls", "--json").json["rows"]
    assert {(row["number"], row["state"], row["measure"]) for row in rows} == {
        ("R-17", "in force", "recycle"),
        ("R-18", "in force", None),
    }
    assert json.dumps(rows)
    assert "אצווה" in run.done("list", "recalls", language="he").out
