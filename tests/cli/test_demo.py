"""``demo``: the whole day, once."""

import json
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from returns_desk.exchange.reading import Import
from returns_desk.usecases.fill_sample import sample_insides
from tests.cli.desk_at_hand import Commands


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_the_day_leaves_papers_pictures_and_books_that_balance(
    run_empty: Commands, tmp_path: Path, qapp: object
) -> None:
    folder = tmp_path / "day"
    said = run_empty.done("demo", folder, "--json", language="he")
    files = said.json["files"]
    assert said.json["ok"]
    assert "8 מתוך 8" in said.err
    assert not run_empty.home.exists(), "nobody's own data are touched"
    for beginning in ("slips/SR-", "slips/DN-", "slips/RC-", "labels/IT-", "sheets/commands-"):
        assert any(file.startswith(beginning) for file in files), beginning
    for language in ("he", "en"):
        assert f"screens/desk_{language}.png" in files
        assert f"screens/batches_{language}.png" in files
    drawn = {Path(file).stem for file in files if file.startswith("labels/") and file.endswith(".zpl")}
    assert drawn
    assert {f"labels/{number}.pdf" for number in drawn} <= set(files), "every label is in one folder"
    assert not [file for file in files if file.startswith("screens/") and not file.endswith(".png")]
    assert len(PdfReader(folder / "summary.pdf").pages) == 1
    for paper in (folder / "summary.pdf", *(folder / "sheets").glob("*.pdf")):
        assert PdfReader(paper).pages[0].images, f"{paper.name} bears the shop's logo"
    _looks_round(run_empty, folder)


def _looks_round(run: Commands, folder: Path) -> None:
    inside = ("--home", folder / "desk")
    assert run.done(*inside, "verify").code == 0
    parcels = run.done(*inside, "list", "parcels", "--json").json["rows"]
    unpacked = [parcel for parcel in parcels if parcel["state"] == "closed"]
    assert len(unpacked) == len(parcels) == 24, "all announced parcels were unpacked"
    states = {batch["state"] for batch in run.done(*inside, "list", "batches", "--json").json["rows"]}
    assert {"closed", "shipped"} <= states
    assert not states & {"collecting", "submitted"}
    refused = [
        entry
        for entry in json.loads(run.done(*inside, "export", "journal", "--format", "json").out)
        if entry["event"] == "Refused"
    ]
    assert refused == []
    _photographed(run, folder)


def _photographed(run: Commands, folder: Path) -> None:
    """What must be photographed was; every picture is there once."""
    journal = json.loads(run.done("--home", folder / "desk", "export", "journal", "--format", "json").out)
    kept = [entry for entry in journal if entry["event"] == "PhotoAdded"]
    assert len(kept) >= 5
    assert len(list((folder / "desk" / "photos").rglob("*.jpg"))) == len(kept)
    assert not [entry for entry in journal if "without photographs" in str(entry)]


def test_the_sample_boxes_hold_something_for_every_announced_parcel(run: Commands) -> None:
    inside = {row.tracking for row in sample_insides(Import(date(2026, 1, 1)))}
    assert inside == {row["tracking"] for row in run.done("list", "parcels", "--json").json["rows"]}


def test_a_folder_that_cannot_be_written_is_refused(run_empty: Commands, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    run_empty.refused("demo", tmp_path / "file")


def test_another_programs_database_in_the_folder_is_left_alone(run_empty: Commands, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "returns.db").write_text("mine")
    run_empty.refused("demo", tmp_path)
    assert (tmp_path / "desk" / "returns.db").read_text() == "mine"
