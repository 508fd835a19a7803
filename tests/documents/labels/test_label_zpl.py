import re

import numpy
import pytest
from PIL import Image

from returns_desk.documents.kit.barcodes import QUIET, code128
from returns_desk.documents.labels import LABEL_SIZES, render_label_zpl
from returns_desk.documents.labels.zpl import escaped
from tests.documents.papers import HOSTILE, codes, item, product

BITMAP = re.compile(r"\^FO(\d+),(\d+)(\^FR)?\^GFA,(\d+),(\d+),(\d+),([0-9A-F]*)\^FS")
BARS = re.compile(r"\^FO(\d+),(\d+)\^BY(\d+),3,(\d+)\^BCN,\d+,N,N,N,A\^FH_\^FD([^^]*)\^FS")
COMMANDS = {
    "XA",
    "CI",
    "LH",
    "PW",
    "LL",
    "PQ",
    "FO",
    "FT",
    "FR",
    "FH",
    "FD",
    "FS",
    "A0",
    "BY",
    "BC",
    "BX",
    "GF",
    "GB",
    "XZ",
}


def _zpl(size: str = "62", dpi: int = 203, language: str = "he", **facts: object) -> str:
    return render_label_zpl(item(**facts), language, size, dpi).decode("ascii")


@pytest.mark.parametrize("size", LABEL_SIZES)
@pytest.mark.parametrize("dpi", [203, 300])
def test_a_label_is_one_format_of_the_labels_size(size: str, dpi: int) -> None:
    text = _zpl(size, dpi)
    assert text.startswith("^XA")
    assert text.rstrip().endswith("^XZ")
    width = {"62": 62, "100x50": 100, "50x25": 50, "100x150": 100}[size]
    assert f"^PW{round(width * dpi / 25.4)}" in text


@pytest.mark.parametrize("name", list(HOSTILE))
def test_no_name_can_command_the_printer(name: str) -> None:
    for text in (HOSTILE[name], f"^XZ~JR^FD_5E{name}\\&", f"^XA{HOSTILE[name]}~DY"):
        zpl = _zpl("100x50", language="en", product=product(name=text, name_en=text, sku=text), serial=text, batch=text)
        assert set(re.findall(r"\^(..)", zpl)) <= COMMANDS
        assert "~" not in zpl
        assert zpl.count("^XA") == zpl.count("^XZ") == 1


def test_signs_with_a_meaning_are_written_in_hexadecimal() -> None:
    assert escaped("^~_\\ a(1)") == "_5E_7E_5F_5C a(1)"


@pytest.mark.parametrize("dpi", [203, 300])
def test_native_bars_stand_in_their_quiet_zone(dpi: int) -> None:
    [(left, _, dots, _, field)] = BARS.findall(_zpl("62", dpi))
    assert field == "IT-1-000512"
    module = int(dots)
    assert module == {203: 3, 300: 4}[dpi]
    assert int(left) >= QUIET * module // 2
    width = len(code128("IT-1-000512").modules) * module
    assert int(left) + width + QUIET * module <= round(62 * dpi / 25.4)


def _bitmaps(zpl: str) -> list[tuple[int, int, Image.Image]]:
    found = []
    for left, top, _, total, same, row, rows in BITMAP.findall(zpl):
        assert total == same
        assert len(rows) == 2 * int(total)
        bits = numpy.unpackbits(numpy.frombuffer(bytes.fromhex(rows), numpy.uint8)).reshape(-1, int(row) * 8)
        found.append((int(left), int(top), Image.fromarray((255 * (1 - bits)).astype(numpy.uint8))))
    return found


def test_hebrew_goes_as_black_and_white_pictures_within_the_label() -> None:
    zpl = _zpl("62", 203)
    bitmaps = _bitmaps(zpl)
    assert len(bitmaps) >= 4
    for left, top, picture in bitmaps:
        assert left + picture.width <= round(62 * 203 / 25.4) + 8
        assert top + picture.height <= round(42 * 203 / 25.4) + 8
        assert picture.getextrema() == (0, 255)
    assert not re.search("[^\x00-\x7f]", zpl)


def test_letters_on_black_are_turned_white() -> None:
    assert len(re.findall(r"\^FR\^GFA", _zpl())) == 2


def test_a_matrix_of_odd_signs_goes_as_a_picture_that_reads_back() -> None:
    zpl = _zpl("100x150", number="A_1^2~3")
    assert "^BX" not in zpl
    square = [picture for _, _, picture in _bitmaps(zpl) if abs(picture.width - picture.height) < 8]
    read = set()
    for picture in square:
        framed = Image.new("L", (picture.width + 80, picture.height + 80), 255)
        framed.paste(picture, (40, 40))
        read |= codes(framed)
    assert "A_1^2~3" in read


def test_a_matrix_of_an_own_number_is_native() -> None:
    assert re.search(r"\^BXN,\d+,200,\d+,\d+\^FDIT-1-000512\^FS", _zpl())


def test_bars_of_a_number_with_a_greater_sign_go_as_a_picture_that_reads_back() -> None:
    zpl = _zpl("100x50", number="A>5B>;")
    assert "^BC" not in zpl
    [bars] = [picture for _, _, picture in _bitmaps(zpl) if picture.width > 2 * picture.height > 150]
    framed = Image.new("L", (bars.width + 100, bars.height + 40), 255)
    framed.paste(bars, (40, 20))
    assert codes(framed) == {"A>5B>;"}
