"""``evidence``, ``advance-copy``, ``correction``, ``batch correct`` and the books' debit notes."""

import csv
import io
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from tests.cli.desk_at_hand import Commands

DANA, AVI = ("--badge", "ID-DANA-1"), ("--badge", "ID-AVI-3", "--pin-stdin")
BATCH = "SB-000001"


@pytest.fixture
def shipped(run: Commands, kettle: str, tmp_path: Path) -> str:
    """The kettle's batch, with a photograph and a proof of delivery, on its way; gives the kettle's number."""
    picture = tmp_path / "defect.png"
    Image.new("RGB", (800, 600), (200, 30, 30)).save(picture)
    run.done("photo", "add", picture, "--kind", "defect", "--item", kettle, *DANA)
    run.done("batch", "submit", BATCH, *DANA)
    run.done("batch", "approve", BATCH, *AVI, typed="2580\n")
    run.done("batch", "authorize", BATCH, "--authorization", "RGA-7", *DANA)
    run.done("attach", BATCH, picture, "--kind", "proof of delivery", *DANA)
    run.done("batch", "ship", BATCH, "--packages", "1", *DANA)
    return kettle


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_the_evidence_holds_slip_inspection_and_pictures(run: Commands, shipped: str, tmp_path: Path) -> None:
    for language in ("he", "en"):
        target = tmp_path / f"{language}.pdf"
        said = run.done("evidence", BATCH, "-o", target, "--json", language=language).json
        assert (said["lines"], said["photos"], said["files"]) == (1, 1, 1)
        reader = pypdf.PdfReader(target)
        text = text_of(target.read_bytes())
        for code in ("SR-2026-000002", shipped, "KX-17", "RGA-7", "defect.png"):
            assert code in text
        photographs = [image for page in reader.pages for image in page.images if image.name.endswith(".jpg")]
        assert len(photographs) == 2, "beside the shop's logo"
        assert ("Leaks" in text) == (language == "en")


def test_a_draft_has_evidence_too(run: Commands, kettle: str, tmp_path: Path) -> None:
    run.done("evidence", BATCH, "-o", tmp_path / "draft.pdf")
    assert kettle in text_of((tmp_path / "draft.pdf").read_bytes())
    assert "no slip yet" in run.refused("advance-copy", BATCH, "-o", tmp_path / "x.eml")


@pytest.mark.usefixtures("shipped")
def test_an_advance_copy_is_a_copy_and_the_original_is_still_to_come(run: Commands, tmp_path: Path) -> None:
    said = run.done("advance-copy", BATCH, "-o", tmp_path / "a.eml", "--evidence", "--json").json
    assert (said["copy"], said["to"], said["language"]) == (1, "returns@galil-electric.example", "he")
    mail = message_from_bytes((tmp_path / "a.eml").read_bytes(), policy=default)
    assert mail["X-Unsent"] == "1"
    slip, evidence = mail.iter_attachments()  # type: ignore[attr-defined]
    assert (slip.get_filename(), evidence.get_filename()) == (
        "SR-2026-000002-copy-1.pdf",
        "SR-2026-000002-evidence.pdf",
    )
    assert "העתק" in text_of(slip.get_content()) or "קתעה" in text_of(slip.get_content())
    original = run.done("slip", BATCH, "-o", tmp_path / "s.pdf", "--json").json
    assert (original["ribbon"], original["copy"]) == ("original", 0)
    assert run.done("slip", BATCH, "-o", tmp_path / "t.pdf", "--json").json["copy"] == 2


def test_a_slip_is_corrected_and_the_books_see_both(run: Commands, shipped: str, tmp_path: Path) -> None:
    before = rows(run, "--since", "2020-01-01")
    assert [(row["document"], row["uniform_code"], row["sku"], row["cost"], row["expected"]) for row in before] == [
        ("SR-2026-000002", "610", "KX-17", "61.00", "57.95")
    ]
    taken = ("batch", "correct", BATCH, "--item", shipped, "--note", "it lay here", *AVI)
    assert "LineCorrected" in run.done(*taken, "--json", typed="2580\n").json["events"]
    assert [(row["document"], row["corrects"], row["expected"]) for row in rows(run)][1:] == [
        ("SC-2026-000001", "SR-2026-000002", "-57.95")
    ]
    assert rows(run, "--since", "2999-01-01") == []
    printed = run.done("correction", "SC-2026-000001", "-o", tmp_path / "c.pdf", "--bilingual", "--json").json
    assert (printed["copy"], printed["language"]) == (0, "en")
    text = text_of((tmp_path / "c.pdf").read_bytes())
    for code in ("SC-2026-000001", "SR-2026-000002", "Correcting document", "57.95", shipped):
        assert code in text
    assert run.done("correction", "SC-2026-000001", "-o", tmp_path / "d.pdf", "--json").json["copy"] == 1
    assert "SR-2026-000002" in run.refused("correction", "SR-2026-000002", "-o", tmp_path / "e.pdf")
    assert run.done("verify", "--json").json["ok"]


def test_debit_notes_begin_on_a_day(run: Commands) -> None:
    assert "nonsense" in run.refused("export", "debit-notes", "--since", "nonsense")
    assert "beginning" in run.refused("export", "debit-notes", "--until", "2026-01-01")


def rows(run: Commands, *more: str) -> list[dict[str, str]]:
    said = run.done("export", "debit-notes", "--format", "csv", *more).out
    return list(csv.DictReader(io.StringIO(said.removeprefix("\ufeff"))))
