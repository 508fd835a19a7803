"""``paper``: the shop's details and how its papers look, shown and set at the command line."""

import io
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from tests.cli.desk_at_hand import Commands

NOA = ("--badge", "ID-NOA-4")


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    file = io.BytesIO()
    Image.new("RGBA", (90, 30), (20, 30, 90, 255)).save(file, "WEBP", lossless=True)
    path = tmp_path / "logo.webp"
    path.write_bytes(file.getvalue())
    return path


def test_how_papers_look_is_shown(run: Commands) -> None:
    shown = run.done("paper", "show", "--json").json
    assert (shown["name_en"], shown["size"], shown["colour"]) == ("Demo Trading House Ltd", "A4", "#0B5C6B")
    for language, said in (("en", "Phone: 04-0000000"), ("he", "טלפון: 04-0000000")):
        assert said in run.done("paper", "show", language=language).out


def test_what_is_named_is_set_and_the_rest_stays(run: Commands, logo: Path) -> None:
    look = ("--colour", "#1f3a8a", "--size", "Letter", "--footer-en", "Sunday to Thursday", "--logo", logo)
    set_now = run.done("paper", "set", "--phone", "03-1234567", *look, *NOA, "--json").json
    assert (set_now["phone"], set_now["colour"], set_now["size"]) == ("03-1234567", "#1F3A8A", "Letter")
    assert (set_now["logo_size"], set_now["name_en"]) == ([90, 30], "Demo Trading House Ltd")
    assert set_now == run.done("paper", "show", "--json").json
    assert "Nothing changed" in run.done("paper", "set", *look, *NOA).out
    bare = run.done("paper", "set", "--no-logo", *NOA, "--json").json
    assert (bare["logo"], bare["logo_size"], bare["colour"]) == ("", [], "#1F3A8A")
    run.done("verify")


def test_sheets_wear_what_the_shop_chose(run: Commands, logo: Path, tmp_path: Path) -> None:
    run.done("paper", "set", "--size", "Letter", "--logo", logo, *NOA)
    for options in ((), ("--scan-me",)):
        run.done("command-sheet", *options, "-o", tmp_path / "sheet.pdf")
        page = PdfReader(tmp_path / "sheet.pdf").pages[0]
        assert (round(page.mediabox.width), len(page.images)) == (612, 1)


def test_what_does_not_fit_is_refused_whole_by_the_names_of_the_options(run: Commands, tmp_path: Path) -> None:
    wrong = run.refused("paper", "set", "--colour", "#FFFF00", "--email", "x", "--phone", "03-1234567", *NOA)
    assert "--colour: " in wrong
    assert "--email: " in wrong
    broken = tmp_path / "logo.png"
    broken.write_bytes(b"<svg></svg>")
    assert "SVG" in run.refused("paper", "set", "--logo", broken, "--phone", "03-1234567", *NOA)
    run.refused("paper", "set", "--logo", broken, "--no-logo", *NOA)
    assert run.done("paper", "show", "--json").json["phone"] == "04-0000000"


def test_a_supervisor_does_not_set_them(run: Commands) -> None:
    run.refused("paper", "set", "--phone", "03-1234567", "--badge", "ID-AVI-3")
    run.refused("paper", "set", "--phone", "03-1234567", "--badge", "ID-NOBODY")
