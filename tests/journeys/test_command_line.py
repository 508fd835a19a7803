"""Whole days by commands alone: in Hebrew, in English, and on real files."""

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.desk_at_hand import Commands

SAYS = {
    "he": ("נקלטה", "אין", "ממתין לאישור", "תעודת החזרה לספק"),
    "en": ("received", "no", "waits for approval", "Supplier return slip"),
}


@pytest.mark.parametrize("language", ["he", "en"])
def test_from_a_scanned_parcel_to_a_credited_slip(run: Commands, tmp_path: Path, language: str) -> None:
    received, _, waits, title = SAYS[language]
    unpacked = run.done(
        "scan",
        "--badge",
        "ID-DANA-1",
        typed="RR402101201IL\n7290011232016\nDO-D\nDO-F-LEAKS\nDO-OK\nDO-UNDO\nDO-OK\nDO-CLOSE\n",
        language=language,
    ).out.splitlines()
    assert received in unpacked[0]
    assert len(unpacked) == 8
    assert all(line.startswith("+") for line in unpacked)
    assert waits in run.done("batch", "submit", "SB-000001", "--badge", "ID-DANA-1", language=language).out
    approve = ("batch", "approve", "SB-000001", "--badge", "ID-AVI-3", "--pin-stdin")
    run.done(*approve, typed="2580\n", language=language)
    run.done("batch", "authorize", "SB-000001", "--badge", "ID-DANA-1", "--authorization", "RGA-1", language=language)
    file = tmp_path / "slip.pdf"
    run.done("slip", "SB-000001", "-o", file, "--language", language, language=language)
    text = PdfReader(file).pages[0].extract_text()
    assert (title in text) or (title[::-1] in text) or (" ".join(title.split()[::-1]) in text)
    assert "RGA-1" in text
    run.done("batch", "ship", "SB-000001", "--badge", "ID-OMER-2", "--waybill", "W-1", language=language)
    credit = ("--credit", "CN-1", "--amount", "57.95")
    run.done("batch", "credit", "SB-000001", "--badge", "ID-AVI-3", *credit, language=language)
    run.done("batch", "close", "SB-000001", "--badge", "ID-AVI-3", language=language)
    shown = run.done("show", "item", "IT-1-000001", "--json", language=language).json
    assert (shown["state"], shown["stock"]) == ("gone", "gone")
    assert run.done("verify", language=language).code == 0


def test_every_refusal_of_a_day_is_one_line_in_hebrew(run: Commands, tmp_path: Path) -> None:
    for command in (
        ["show", "item", "IT-1-000009"],
        ["batch", "submit", "SB-000009", "--badge", "ID-DANA-1"],
        ["scan", "--badge", "ID-NOBODY-1"],
        ["slip", "SB-000009", "-o", str(tmp_path / "slip.pdf")],
        ["import", "products", str(tmp_path / "none.csv")],
        ["restore", str(tmp_path / "none.db")],
        ["list", "items", "--state", "nowhere"],
        ["init"],
    ):
        line = run.refused(*command, language="he")
        assert any("\u05d0" <= sign <= "\u05ea" for sign in line), line


def test_two_stations_share_one_shop(run: Commands) -> None:
    run.done("scan", "--badge", "ID-DANA-1", "--station", "1", typed="RR402101201IL\n")
    other = run.done("scan", "--badge", "ID-OMER-2", "--station", "2", "--json", typed="RR402101201IL\nRR402100166IL\n")
    assert [answer["refusal"] for answer in other.objects] == ["AlreadyReceived", None]
    assert run.done("verify").code == 0


@pytest.fixture
def real_shop(run: Commands, shared_data: Path) -> list[dict[str, object]]:
    """The sample shop with a pharmacy's products and a giftware shop's returns; gives 200 of these."""
    listed = run.done("import", "products", shared_data / "products_he.csv", "--map", "israeli_price_list", "--json")
    assert (listed.json["taken"], listed.json["refused"]) == (5119, [])
    returns = ("import", "expected", shared_data / "returns_to_2011-05.csv", "--map", "uci_returns", "--json")
    announced = run.done(*returns).json
    assert announced["taken"] > 3000
    assert all(row["line"] > 1 and row["reason"] for row in announced["refused"])
    assert run.done(*returns).json["taken"] == 0
    rows = run.done("list", "rmas", "--limit", "2000", "--json").json["rows"]
    short = [row for row in rows if row["number"].startswith("C") and len(row["lines"]) <= 2]
    return short[:200]


def test_two_hundred_real_parcels_go_through_one_scan_file(
    run: Commands, real_shop: list[dict[str, object]], tmp_path: Path
) -> None:
    scans: list[str] = []
    for number, announced in enumerate(real_shop):
        lines: list[dict[str, str]] = announced["lines"]  # type: ignore[assignment]
        scans.append(str(announced["number"]))
        scans += [scan for line in lines for scan in (line["sku"], f"DO-{'ABCDE'[number % 5]}", "DO-OK")]
        scans += ["DO-CLOSE", "DO-OK"]
    file = tmp_path / "scans.txt"
    file.write_text("\n".join(scans), encoding="utf-8")
    answers = run.done("scan", "--badge", "ID-DANA-1", "--json", file).objects
    assert len(answers) == len(scans)
    refused = {answer["refusal"] for answer in answers} - {None}
    assert refused <= {"ItemFirst"}, "only the second yes to a parcel that was complete already"
    assert run.done("list", "parcels", "--state", "closed", "--limit", "1", "--json").json["total"] == 200
    for batch in run.done("list", "batches", "--json").json["rows"]:
        run.done("batch", "submit", batch["number"], "--badge", "ID-OMER-2")
        sign = ("--badge", "ID-AVI-3", "--pin-stdin")
        approved = run.done("batch", "approve", batch["number"], *sign, "--json", typed="2580\n").json
        slip = tmp_path / f"{batch['number']}.pdf"
        run.done("slip", batch["number"], "-o", slip)
        assert approved["slip"] in PdfReader(slip).pages[0].extract_text()
    assert run.done("verify").code == 0
    assert len(json.loads(run.done("export", "items", "--format", "json").out)) > 200
