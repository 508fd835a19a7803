"""``export``: whole tables, in three formats, that other programs read back."""

import csv
import io
import json
from pathlib import Path

import pytest
from python_calamine import load_workbook

from tests.cli.desk_at_hand import Commands

KINDS = ("items", "batches", "stock", "journal", "movements")


@pytest.mark.parametrize("kind", KINDS)
def test_three_formats_hold_the_same_rows(run: Commands, kettle: str, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "out.xlsx"
    run.done("export", kind, "--format", "xlsx", "-o", file)
    sheet = load_workbook(str(file)).get_sheet_by_index(0).to_python()
    written = json.loads(run.done("export", kind, "--format", "json").out)
    read = list(csv.DictReader(io.StringIO(run.done("export", kind).out.removeprefix("\ufeff"))))
    assert len(written) == len(read) > 0
    assert list(written[0]) == list(read[0]) == sheet[0]
    assert abs(len(sheet) - 1 - len(read)) <= 1  # looking is no step, but asking for the right was one


def test_money_and_moments_keep_their_shape(run: Commands, kettle: str) -> None:
    item = json.loads(run.done("export", "items", "--format", "json").out)[0]
    assert item["net"] == {"amount": "54.65", "currency": "ILS"}
    assert item["received_at"].endswith("Z")
    assert item["number"] == kettle


def test_a_clerk_may_not_export(run: Commands) -> None:
    run.refused("export", "items", "--badge", "ID-DANA-1")
    run.done("export", "items", "--badge", "ID-AVI-3")


def test_a_program_that_asks_for_json_gets_it(run: Commands, kettle: str) -> None:
    assert json.loads(run.done("--json", "export", "items").out) == json.loads(
        run.done("export", "items", "--format", "json").out
    )


def test_a_place_that_cannot_be_written_is_refused(run: Commands, tmp_path: Path) -> None:
    run.refused("export", "items", "-o", tmp_path / "no" / "folder.csv")
    run.refused("export", "items", "--format", "xlsx", "-o", tmp_path / "items.csv")
    assert list(tmp_path.glob("*.csv")) == []


def test_more_rows_than_one_piece_are_all_there_once(run: Commands, tmp_path: Path) -> None:
    scans = ["JD014600006281234567"]
    for _ in range(30):
        scans += ["7290011231088", "DO-A", "DO-OK"]
    run.scan(*scans)
    numbers = [row["number"] for row in json.loads(run.done("export", "items", "--format", "json").out)]
    assert numbers == sorted(set(numbers))
    assert len(numbers) == 30


def test_stock_is_told_by_status_and_place_from_the_ledger(run: Commands) -> None:
    run.scan("JD014600006281234567", "7290011231088", "DO-A", "DO-OK")
    rows = json.loads(run.done("export", "stock", "--format", "json").out)
    assert list(rows[0]) == ["sku", "name", "name_en", "stock", "quantity", "cost", "value", "place"]
    (here,) = [row for row in rows if row["stock"] == "available"]
    item = json.loads(run.done("export", "items", "--format", "json").out)[0]
    assert (here["sku"], here["quantity"], here["place"]) == (item["sku"], 1, item["place"])
    assert here["value"] == here["cost"]
    assert {row["stock"] for row in rows} == {"available", "expected"}


def test_movements_go_on_where_they_were_left_off(run: Commands) -> None:
    last = json.loads(run.done("export", "movements", "--format", "json").out)[-1]["id"]
    run.scan("JD014600006281234567", "7290011231088", "DO-A")
    more = json.loads(run.done("export", "movements", "--format", "json", "--since", last).out)
    assert [(row["from_status"], row["to_status"], row["item"]) for row in more] == [
        ("outside", "quarantine", "IT-1-000001")
    ]
    assert json.loads(run.done("export", "movements", "--format", "json", "--since", more[-1]["id"]).out) == []


def test_a_span_that_says_nothing_is_refused(run: Commands) -> None:
    for told in (("--since", "lately"), ("--until", "2026-02-31"), ("--since", "0" * 32)):
        run.refused("export", "movements", *told)
    run.refused("export", "stock", "--since", "2026-11-22")
    run.refused("export", "movements", "--since", "2026-11-22", "--until", "2026-11-01")
    run.refused("export", "movements", "--badge", "ID-DANA-1")
