"""``carton`` and its papers, without a window."""

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.desk_at_hand import Commands

AVI = ("--badge", "ID-AVI-3", "--pin-stdin")
DANA = ("--badge", "ID-DANA-1")
BATCH = "SB-000001"


@pytest.fixture
def approved(run: Commands, kettle: str) -> str:
    run.done("batch", "submit", BATCH, *DANA)
    run.done("batch", "approve", BATCH, *AVI, typed="2580\n")
    run.done("batch", "authorize", BATCH, *DANA, "--authorization", "RGA-77")
    return kettle


def test_a_batch_is_packed_in_a_carton_shipped_and_delivered(run: Commands, approved: str, tmp_path: Path) -> None:
    assert run.done("gs1-prefix", "7290011", "--badge", "ID-AVI-3", "--json").json == {"gs1_prefix": "7290011"}
    begun = run.done("carton", "open", BATCH, *DANA, "--json").json
    assert (begun["number"], begun["state"], begun["sscc"]) == ("CT-000001", "open", "072900110000000011")
    assert "not in" in run.refused("carton", "unpack", "CT-000001", approved, *DANA)
    assert "1 of 1" in run.done("carton", "pack", "CT-000001", approved, *DANA).out
    assert "already" in run.refused("carton", "pack", "CT-000001", approved, *DANA)
    assert "not weighed" in run.refused("carton", "close", "CT-000001", *DANA)
    closed = run.done("carton", "close", "CT-000001", "--weight", 1850, "--size", "400x300x200", *DANA, "--json").json
    told = run.done("carton", "show", "CT-000001").out
    assert all(part in told for part in ("is closed", "072900110000000011", "1.85"))
    assert (closed["weight_g"], closed["size_mm"], closed["batch_packed"]) == (1850, [400, 300, 200], 1)
    run.done("batch", "pack", BATCH, *DANA)
    listed, label = tmp_path / "list.pdf", tmp_path / "label.pdf"
    assert run.done("packing-list", BATCH, "-o", listed, "--json").json["cartons"] == ["CT-000001"]
    assert len(PdfReader(listed).pages) == 1
    for file in (label, tmp_path / "label.zpl", tmp_path / "label.png"):
        run.done("carton-label", "CT-000001", "-o", file)
        assert file.stat().st_size > 500
    run.done("batch", "ship", BATCH, *DANA, "--carrier", "DHL", "--plate", "12-345-67")
    assert run.done("batch", "deliver", BATCH, *DANA, "--json").json["state"] == "pending credit"
    assert run.done("verify").code == 0


def test_a_number_that_counts_no_more_is_asked_for_again(run: Commands, approved: str) -> None:
    assert run.done("batch", "ask-again", BATCH, *DANA, "--json").json["state"] == "awaiting authorization"
    assert "past" in run.refused("batch", "authorize", BATCH, *DANA, "--authorization", "R-2", "--until", "2001-01-01")
    run.done("batch", "authorize", BATCH, *DANA, "--authorization", "R-2", "--again")


def test_an_empty_carton_is_removed(run: Commands, approved: str) -> None:
    run.done("carton", "open", BATCH, *DANA)
    assert run.done("carton", "remove", "CT-000001", *DANA, "--json").json["removed"] is True
    assert "no carton" in run.refused("carton", "show", "CT-000001")


@pytest.mark.parametrize("size", ["4x3", "300x0x200", "axbxc", "1x2x3x4", "-1x2x3"])
def test_a_size_that_is_none_is_wrong_usage(run: Commands, approved: str, size: str) -> None:
    assert run("carton", "close", "CT-000001", "--size", size, *DANA).code == 2


def test_the_prefix_is_shown_checked_and_taken_away(run: Commands) -> None:
    assert "no GS1" in run.done("gs1-prefix").out
    assert "prefix" in run.refused("gs1-prefix", "12", "--badge", "ID-AVI-3")
    run.refused("gs1-prefix", "7290011")
    run.refused("gs1-prefix", "7290011", *DANA)
    run.done("gs1-prefix", "7290011", "--badge", "ID-AVI-3")
    run.done("gs1-prefix", "none", "--badge", "ID-AVI-3")
    assert json.loads(run.done("gs1-prefix", "--json").out) == {"gs1_prefix": ""}


def test_the_same_number_once_more_voids_no_slip(run: Commands, approved: str) -> None:
    slip = run.done("show", "batch", BATCH, "--json").json["slip"]
    again = run.done("batch", "authorize", BATCH, *DANA, "--authorization", "RGA-77", "--json").json
    assert (again["events"], again["slip"]) == (["BatchAuthorized"], slip)
    other = run.done("batch", "authorize", BATCH, *DANA, "--authorization", "RGA-78", "--json").json
    assert other["slip"] != slip
