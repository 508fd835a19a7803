"""``label``: every kind into one file, known by its number or asked for."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from returns_desk.domain.printing import LABELS, Route
from returns_desk.settings import load, save
from tests.cli.desk_at_hand import Commands
from tests.documents.papers import codes


def _codes(pdf: Path) -> list[set[str]]:
    pages = pypdfium2.PdfDocument(pdf)
    return [codes(page.render(scale=300 / 72).to_pil().convert("L")) for page in pages]


def test_the_kind_is_known_from_the_number(run: Commands, kettle: str, tmp_path: Path) -> None:
    file = tmp_path / "label.pdf"
    for number, kind in ((kettle, "item"), ("RR402101201IL", "parcel"), ("SB-000001", "tote"), ("B-11-1", "bin")):
        said = run.done("label", number, "-o", file, "--json").json
        assert (said["number"], said["kind"], said["size"]) == (number, f"{kind} label", "62")
        assert _codes(file) == [{number}]


def test_several_numbers_go_into_one_file(run: Commands, kettle: str, tmp_path: Path) -> None:
    file = tmp_path / "labels.pdf"
    numbers = [kettle, "RR402101201IL", "SB-000001"]
    assert run.done("label", *numbers, "-o", file, "--json").json["numbers"] == numbers
    assert _codes(file) == [{number} for number in numbers]
    run.done("label", *numbers, "-o", tmp_path / "labels.zpl")
    assert (tmp_path / "labels.zpl").read_bytes().count(b"^XA") == 3
    assert "one label" in run.refused("label", *numbers, "-o", tmp_path / "labels.png")


@pytest.mark.parametrize("kind", ["hold-label", "damage label"])
def test_a_piece_has_a_hold_and_a_damage_label_when_asked_for(
    run: Commands, kettle: str, tmp_path: Path, kind: str
) -> None:
    file = tmp_path / "label.pdf"
    said = run.done("label", kettle, "--kind", kind, "-o", file, "--size", "80x40", "--json").json
    assert (said["kind"], said["size"]) == (kind.replace("-", " "), "80x40")
    text = pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range()
    assert ("Damaged" if "damage" in kind else "Hold") in text
    assert ("Leaks" in text) == ("damage" in kind)


def test_all_places_are_one_file(run: Commands, tmp_path: Path) -> None:
    first = run.done("label", "--bins", "-o", tmp_path / "bins.pdf", "--json").json
    again = run.done("label", "--kind", "bin label", "--all", "-o", tmp_path / "again.pdf", "--json").json
    assert first["numbers"] == again["numbers"]
    assert len(first["numbers"]) == len(pypdfium2.PdfDocument(tmp_path / "bins.pdf")) > 10
    assert (tmp_path / "bins.pdf").read_bytes() == (tmp_path / "again.pdf").read_bytes()


def test_several_labels_are_counted_in_whole_sentences(run: Commands, tmp_path: Path) -> None:
    file = tmp_path / "places.pdf"
    counted = len(run.done("label", "--bins", "-o", file, "--json").json["numbers"])
    assert f"{counted} labels written to " in run.done("label", "--bins", "-o", file).out
    assert f": {counted}" in run.done("label", "--bins", "-o", file, language="he").out


def test_a_copy_says_so(run: Commands, kettle: str, tmp_path: Path) -> None:
    run.done("label", kettle, "--copy", "2", "-o", tmp_path / "label.zpl")
    assert b"Copy 2" in (tmp_path / "label.zpl").read_bytes()


def test_a_label_is_as_large_as_the_station_says_unless_asked_otherwise(
    run: Commands, kettle: str, tmp_path: Path
) -> None:
    save(run.home, replace(load(run.home), routes={LABELS: Route(size="50x25")}))
    for asked, size in ((), (50, 25)), (("--size", "100x150"), (100, 150)):
        run.done("label", kettle, *asked, "--dpi", "203", "-o", tmp_path / "label.png")
        picture = Image.open(BytesIO((tmp_path / "label.png").read_bytes()))
        assert picture.size == tuple(round(side * 203 / 25.4) for side in size)


@pytest.mark.parametrize("size", ["9x9", "100", "300x300", "1e3x50", "62x", "٦٢x٤٢"])
def test_a_size_that_is_none_is_refused_in_plain_words(run: Commands, kettle: str, tmp_path: Path, size: str) -> None:
    file = tmp_path / "label.pdf"
    assert size in run.refused("label", kettle, "--size", size, "-o", file)
    assert not file.exists()


def test_what_is_nowhere_has_no_label(run: Commands, tmp_path: Path) -> None:
    file = tmp_path / "label.pdf"
    assert "IT-9-000009" in run.refused("label", "IT-9-000009", "-o", file)
    run.refused("label", "-o", file)
    run.refused("label", "--all", "-o", file)
    run.refused("label", "--bins", "B-11-1", "-o", file)
    assert not file.exists()
