"""``decode`` at the command line: one line a picture, strangers' files of every kind, and never much memory."""

import json
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from returns_desk.app import main

MOST_MEMORY_KB = 1_000_000


def a_code(text: str = "7290011234560", name: str = "EAN13") -> Image.Image:
    """A clean code on white paper."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat[name])
    grey = Image.fromarray(zxingcpp.write_barcode_to_image(code, scale=3))
    paper = Image.new("L", (grey.width + 80, grey.height + 80), 255)
    paper.paste(grey, (40, 40))
    return paper


def huge_png(side: int = 20_000) -> bytes:
    """A PNG of 20,000 by 20,000 in colour; its rows pack to nothing."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    packer = zlib.compressobj(1)
    rows = b"".join(packer.compress(b"\0" * (side + 1)) for _ in range(side)) + packer.flush()
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.fixture
def bad_pictures(tmp_path: Path) -> dict[str, Path]:
    """What strangers send: each file by the sentence it must get; empty for those with a code in them."""
    code, colour = a_code(), a_code().convert("RGB")
    code.save(tmp_path / "good.png")
    colour.convert("CMYK").save(tmp_path / "cmyk.jpg", quality=95)
    code.convert("I").point(lambda grey: grey * 257).convert("I;16").save(tmp_path / "sixteen_bits.png")
    for kind in ("gif", "webp"):
        code.save(
            tmp_path / f"animated.{kind}", save_all=True, append_images=[Image.new("L", code.size, 255)], duration=80
        )
    whole = (tmp_path / "good.png").read_bytes()
    (tmp_path / "damaged.png").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "empty.png").touch()
    (tmp_path / "huge.png").write_bytes(huge_png())
    (tmp_path / "letter.jpg").write_text("Dear Sirs,", encoding="utf-8")
    Image.new("L", (300, 200), 255).save(tmp_path / "white.png")
    said = {
        "good.png": "7290011234560 (EAN-13)",
        "cmyk.jpg": "7290011234560 (EAN-13)",
        "sixteen_bits.png": "7290011234560 (EAN-13)",
        "animated.gif": "7290011234560 (EAN-13)",
        "animated.webp": "7290011234560 (EAN-13)",
        "damaged.png": "The picture is damaged",
        "empty.png": "The file is empty",
        "huge.png": "The picture is too large; make it smaller and try again",
        "letter.jpg": "Not a picture (PNG, JPEG, WebP, GIF, BMP and TIFF can be read)",
        "white.png": "no code found",
        "nowhere.png": "There is no such file",
    }
    return {f"{tmp_path / name}: {sentence}": tmp_path / name for name, sentence in said.items()}


def test_every_kind_of_bad_picture_has_a_clear_line_and_stops_no_other(
    bad_pictures: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["--language", "en", "decode", *map(str, bad_pictures.values())])
    said = capsys.readouterr()
    assert said.out.splitlines() == list(bad_pictures)
    assert said.err == "Pictures that could not be looked at: 5\n"
    assert code == 0


def test_a_call_of_which_nothing_came_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--language", "en", "decode", str(tmp_path / "nowhere.png"), str(tmp_path)]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_no_bad_picture_takes_a_gigabyte(bad_pictures: dict[str, Path]) -> None:
    program = (
        "import resource, sys; from returns_desk.app import main; main(['decode', *sys.argv[1:]]);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    command = [sys.executable, "-c", program, *map(str, bad_pictures.values())]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert int(done.stdout.splitlines()[-1]) < MOST_MEMORY_KB


def test_the_document_for_programs_has_every_picture(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "good.png", tmp_path / "bad.png"
    a_code().save(good)
    bad.touch()
    assert main(["--language", "en", "decode", str(bad), str(good), "--json"]) == 0
    empty, read = json.loads(capsys.readouterr().out)
    assert empty == {"picture": str(bad), "codes": [], "error": "The file is empty", "reason": "empty"}
    assert (read["picture"], read["error"]) == (str(good), None)
    [code] = read["codes"]
    assert (code["text"], code["format"], len(code["corners"])) == ("7290011234560", "EAN-13", 4)


@pytest.mark.parametrize("mode", ["--fast", "--thorough"])
def test_a_clean_picture_is_read_in_every_mode(mode: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a_code().save(tmp_path / "good.png")
    assert main(["--language", "en", "decode", mode, str(tmp_path / "good.png")]) == 0
    assert capsys.readouterr().out.endswith(": 7290011234560 (EAN-13)\n")


def test_fast_and_thorough_at_once_are_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["decode", "--fast", "--thorough", "a.png"]) == 2
    assert capsys.readouterr().err


def test_the_reason_is_said_in_hebrew_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--language", "he", "decode", str(tmp_path)]) == 1
    assert "זו תיקייה" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("7290011234560", ["7290011234560  Product: 7290011234560"]),
        (
            "7290011234561",
            ["7290011234561  Product number, misread: 7290011234561", "  ! The check digit is wrong: scan it again"],
        ),
        (
            "]C1010729001123456010AB12",
            ["]C1010729001123456010AB12  Product: 7290011234560 · printed as GS1-128 · Lot: AB12"],
        ),
        (
            "RR123456785IL",
            ["RR123456785IL  Tracking number: RR123456785IL · Carrier: Israel Post · Country: IL"],
        ),
        ("DO-A", ["DO-A  Command: DO-A"]),
        ("", ["  Nothing was scanned"]),
    ],
)
def test_identify_speaks_in_plain_words(text: str, said: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--language", "en", "identify", text]) == 0
    assert capsys.readouterr().out.splitlines()[: len(said)] == said
