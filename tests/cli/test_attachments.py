"""``attach`` and ``detach``, and what verify and backup do with the files that others made."""

import shutil
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.desk_at_hand import Commands

SIGNED = ("--badge", "ID-DANA-1")
BATCH = "SB-000001"


@pytest.fixture
def proof(tmp_path: Path) -> Path:
    path = tmp_path / "אישור; מסירה.bin"
    path.write_bytes(b"%PDF-1.4\n%%EOF\n")
    return path


def attach(run: Commands, proof: Path) -> dict[str, object]:
    kept: dict[str, object] = run.done("attach", BATCH, proof, "--kind", "proof of delivery", *SIGNED, "--json").json
    return kept


@pytest.mark.usefixtures("kettle")
def test_a_file_is_kept_by_what_is_in_it_and_taken_away(run: Commands, proof: Path) -> None:
    kept = attach(run, proof)
    assert (kept["events"], kept["media"], kept["name"]) == (["FileAttached"], "application/pdf", proof.name)
    assert attach(run, proof)["events"] == []
    assert run.done("verify", "--json").json["ok"]
    assert run.done("detach", kept["id"], *SIGNED, "--json").json["events"] == ["FileDetached"]
    assert "no-such-id" in run.refused("detach", "no-such-id", *SIGNED)


@pytest.mark.usefixtures("kettle")
@pytest.mark.parametrize(
    ("content", "why"), [(b"", "empty"), (b"MZ program", "neither"), (b"\x89PNG\r\n\x1a\n", "dam")]
)
def test_other_files_are_refused_whatever_their_name_says(
    run: Commands, tmp_path: Path, content: bytes, why: str
) -> None:
    wrong = tmp_path / "proof.pdf"
    wrong.write_bytes(content)
    assert why in run.refused("attach", BATCH, wrong, *SIGNED)
    assert "not there" in run.refused("attach", BATCH, tmp_path / "gone.pdf", *SIGNED)
    assert "cannot be read" in run.refused("attach", BATCH, tmp_path, *SIGNED)
    assert not (run.home / "photos").exists()


@pytest.mark.usefixtures("kettle")
def test_a_file_that_is_gone_is_a_fault_and_a_copy_brings_it_back(run: Commands, proof: Path, tmp_path: Path) -> None:
    kept = attach(run, proof)
    picture = tmp_path / "p.png"
    Image.new("RGB", (4, 3)).save(picture)
    run.done("attach", BATCH, picture, *SIGNED)
    copy = tmp_path / "copy.db"
    run.done("backup", copy, "--photos")
    (lost,) = [path for path in (run.home / "photos" / "files").rglob("*.file") if str(kept["sha256"]) in path.name]
    lost.write_bytes(b"painted over")
    faults = run("verify", "--json")
    assert (faults.code, faults.json["faults"][0]["fact"]) == (1, "file lost")
    shutil.rmtree(run.home / "photos")
    run.done("restore", copy)
    assert run.done("verify", "--json").json["ok"]
    assert lost.is_file()
