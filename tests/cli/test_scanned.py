"""``identify``, ``decode``, ``scan``."""

import json
from pathlib import Path

import pytest

from tests.cli.desk_at_hand import Commands

SCAN_FIELDS = {"ok", "kind", "message", "parcel", "item", "next"}


def test_a_text_is_identified_without_any_database(run_empty: Commands) -> None:
    found = run_empty.done("identify", "7290011232016", "DO-D", "IT-1-000001", "--json").json
    assert [scan["kind"] for scan in found] == ["product", "command", "item"]
    assert set(found[0]) == {"text", "kind", "value", "symbology", "parts", "candidates", "warnings"}
    assert not run_empty.home.exists()


def test_a_parcel_is_unpacked_scan_by_scan(run: Commands) -> None:
    answers = run.scan("RR402101201IL", "7290011232016", "DO-D", "DO-OK")
    assert all(answer["ok"] and set(answer) >= SCAN_FIELDS for answer in answers)
    assert [answer["next"] for answer in answers] == ["scan item", "grade", "decide", "next parcel"]
    assert answers[1]["parcel"] == "RR402101201IL"
    assert answers[1]["item"] == "IT-1-000001"


def test_refusals_are_answers_and_the_next_scan_goes_on(run: Commands) -> None:
    answers = run.scan("hello", "", "RR402101201IL")
    assert [answer["ok"] for answer in answers] == [False, False, True]
    assert answers[0]["refusal"] == "UnknownCode"
    assert answers[1]["refusal"] == "NothingScanned"


@pytest.mark.parametrize(
    "scan",
    [
        "x" * 10_000,
        "\x00\x01\x02",
        "שלום עולם",
        "📦📦",
        "7290011232017",
        "\u202etxet",
        "=cmd|'/c calc'!A1",
        "<b>bold</b>",
        "'; DROP TABLE items; --",
    ],
)
def test_a_bad_scan_gets_a_plain_sentence_and_loses_nothing(run: Commands, scan: str) -> None:
    answers = run.scan("RR402101201IL", scan, "7290011232016")
    assert [answer["ok"] for answer in answers] == [True, False, True]
    assert answers[1]["message"]
    assert answers[1]["parcel"] == "RR402101201IL"
    assert run.done("verify").code == 0


def test_broken_letters_are_tolerated(run: Commands) -> None:
    said = run.done("scan", "--badge", "ID-DANA-1", "--json", typed=b"\xff\xfe\xd7\nRR402101201IL\r\n")
    assert [answer["ok"] for answer in said.objects] == [False, True]


def test_scans_come_from_a_file_too(run: Commands, tmp_path: Path) -> None:
    file = tmp_path / "scans.txt"
    file.write_text("\ufeffRR402101201IL\n7290011232016", encoding="utf-8")
    assert "Item recognised" in run.done("scan", "--badge", "ID-DANA-1", file).out


def test_a_file_that_is_not_there_is_refused(run: Commands, tmp_path: Path) -> None:
    assert "cannot be read" in run.refused("scan", "--badge", "ID-DANA-1", tmp_path / "none")


def test_an_unknown_badge_refuses_the_whole(run: Commands) -> None:
    assert "badge" in run.refused("scan", "--badge", "ID-NOBODY-9", typed="RR402101201IL\n")
    assert run.done("show", "parcel", "RR402101201IL", "--json").json["state"] == "announced"


def test_the_bench_stays_as_it_was_between_two_commands(run: Commands) -> None:
    run.scan("RR402101201IL", "7290011232016")
    assert run.scan("DO-D")[0]["item"] == "IT-1-000001"


def test_codes_are_found_in_pictures(run: Commands, kettle: str, tmp_path: Path) -> None:
    picture = tmp_path / "label.png"
    run.done("label", kettle, "-o", picture)
    found = run.done("decode", picture, tmp_path / "none.png", "--json").json
    assert [code["text"] for code in found[0]["codes"]][:1] == [kettle]
    assert set(found[0]["codes"][0]) == {"text", "format", "engine", "corners"}
    assert (found[1]["codes"], found[1]["reason"]) == ([], "missing")


def test_every_line_of_a_scan_is_one_whole_object(run: Commands) -> None:
    said = run.done("scan", "--badge", "ID-DANA-1", "--json", typed="RR402101201IL\nשלום\n")
    assert len([json.loads(line) for line in said.out.splitlines()]) == 2
