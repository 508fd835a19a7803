"""``list exceptions``, ``settle``, ``hold`` and ``release``: what the screen does, without a window."""

from typing import Any

import pytest

from tests.cli.desk_at_hand import Commands

DANA, AVI = ("--badge", "ID-DANA-1"), ("--badge", "ID-AVI-3")
PLATE = "IT-1-000001"


def listed(run: Commands, *more: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = run.done("list", "exceptions", *more, "--json").json["rows"]
    return rows


@pytest.fixture
def held(run: Commands) -> Commands:
    """An unknown parcel with one piece on hold."""
    run.scan("JD014600006281234567", "7290011231088", "DO-C", "DO-HOLD", "DO-NEXT")
    return run


def test_the_list_says_what_why_since_when_for_whom_and_how_it_is_settled(held: Commands) -> None:
    row = next(row for row in listed(held) if row["kind"] == "held")
    assert (row["number"], row["state"], row["subject"]) == (PLATE, "inspected", "item")
    assert row["why"] == "For the supervisor to look at"
    assert row["since"].endswith("Z")
    assert row["key"] == f"held:{PLATE}"
    assert row["ways"] == ["open", "reason", "owner", "release"]
    assert "Item on hold" in held.done("list", "exceptions").out
    assert "פריט בהסגר" in held.done("list", "exceptions", language="he").out


def test_one_kind_is_listed_alone(held: Commands) -> None:
    assert {row["kind"] for row in listed(held, "--kind", "unmatched")} == {"unmatched"}
    assert listed(held, "--kind", "empty-box") == []
    assert held("list", "exceptions", "--kind", "nonsense").code == 2


def test_a_hold_gets_a_reason_an_owner_and_an_end(held: Commands) -> None:
    said = held.done("hold", PLATE, "--reason", "parts", "--note", "the plug", *DANA, "--json").json
    assert (said["hold_code"], said["hold_reason"], said["hold_owner"]) == ("PARTS", "the plug", "")
    assert "supervisor" in held.refused("hold", PLATE, "--owner", "Avi Cohen", *DANA)
    said = held.done("hold", PLATE, "--owner", "Avi Cohen", *AVI, "--json").json
    assert (said["hold_code"], said["hold_owner"]) == ("PARTS", "Avi Cohen")
    assert "Nobody" in held.refused("hold", PLATE, "--owner", "Nobody", *AVI)
    held.refused("release", PLATE, *DANA)
    assert held.done("release", PLATE, *AVI, "--json").json["held"] is False
    assert listed(held, "--kind", "held") == []
    held.refused("release", PLATE, *AVI)


def test_a_piece_is_held_by_its_number(held: Commands) -> None:
    held.done("release", PLATE, *AVI)
    assert PLATE in held.done("hold", PLATE, "--reason", "SAFETY", *DANA).out
    assert listed(held, "--kind", "held")[0]["why"] == "Safety"
    held.refused("hold", "IT-9-000001", "--reason", "SAFETY", *DANA)


def test_what_somebody_looked_at_is_settled_by_its_key(run: Commands) -> None:
    assert run("scan", "--badge", "ID-DANA-1", typed="SUMSUM\nSUMSUM\n").code in (0, 1)
    (row,) = listed(run, "--kind", "refused-scan")
    assert "SUMSUM" in row["why"]
    assert row["key"] in run.done("list", "exceptions").out, "it must be read whole to be typed"
    run.refused("settle", row["key"], *DANA)
    said = run.done("settle", row["key"], "--note", "an old label", *AVI, "--json").json
    assert said["key"] == row["key"]
    assert "an old label" in said["message"]
    assert row["key"] not in [each["key"] for each in listed(run, "--kind", "refused-scan")]
    assert row["key"] in run.refused("settle", row["key"], *AVI)
