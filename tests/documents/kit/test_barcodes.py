import string

import pytest
import zxingcpp
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from returns_desk.documents.kit.barcodes import QUIET, Bars, code128, data_matrix, ean, module_dots
from returns_desk.domain.refusals import BadValue, WrongCheckDigit

PRINTABLE = st.text(alphabet=string.ascii_letters + string.digits + string.punctuation + " ", min_size=1, max_size=24)


def _picture(bars: Bars) -> Image.Image:
    image = Image.new("L", (bars.width * 2, 60), 255)
    for start, length in bars.runs:
        image.paste(0, (start * 2, 0, (start + length) * 2, 60))
    return image


@given(PRINTABLE)
@example("99")
@example("9905")
@example("99A")
@example("A9905")
def test_every_printable_text_comes_back_from_its_bars(text: str) -> None:
    found = zxingcpp.read_barcodes(_picture(code128(text)), formats=zxingcpp.BarcodeFormat.Code128)
    assert [code.text for code in found] == [text]


@pytest.mark.parametrize("text", ["", "א", "a\x1db", "x" * 49, "a\n"])
def test_what_a_scanner_could_not_type_is_refused(text: str) -> None:
    with pytest.raises(BadValue):
        code128(text)
    with pytest.raises(BadValue):
        data_matrix(text)


@pytest.mark.parametrize("text", ["7290011234560", "96385074", "036000291452"])
def test_a_product_code_comes_back_from_its_bars(text: str) -> None:
    found = zxingcpp.read_barcodes(_picture(ean(text)))
    assert [code.text.lstrip("0") for code in found] == [text.lstrip("0")]


def test_a_wrong_check_digit_is_refused_and_not_silently_put_right() -> None:
    with pytest.raises(WrongCheckDigit):
        ean("7290011234563")


@pytest.mark.parametrize("text", ["", "123", "72900112345a3", "٧٢٩٠٠١١٢٣٤٥٦٣"])
def test_what_is_no_product_code_is_refused(text: str) -> None:
    with pytest.raises(BadValue):
        ean(text)


def test_a_matrix_comes_back() -> None:
    matrix = data_matrix("IT-1-000512")
    image = Image.new("L", (matrix.width * 4, matrix.width * 4), 255)
    for row, start, length in matrix.runs:
        image.paste(0, (start * 4, row * 4, (start + length) * 4, row * 4 + 4))
    assert [code.text for code in zxingcpp.read_barcodes(image)] == ["IT-1-000512"]


def test_runs_count_the_quiet_zone() -> None:
    bars = code128("IT-1")
    assert bars.runs[0] == (QUIET, 2)
    last, length = bars.runs[-1]
    assert last + length + QUIET == bars.width


def test_modules_are_the_documented_dots() -> None:
    assert (module_dots(203), module_dots(300)) == (3, 4)
