"""Calibration: a rule that is exact to the dot in two renderers, whole corners, and codes of every width."""

from io import BytesIO

import numpy
import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from returns_desk.documents.calibration import MARGIN_MM, render_calibration, render_calibration_label
from returns_desk.documents.kit.dress import Dress
from returns_desk.documents.labels import LABEL_SIZES
from returns_desk.documents.labels.measures import ARTICLE, CARTON, every_symbol, to_dots
from returns_desk.domain.paper_look import PaperLook, PaperSize
from returns_desk.domain.refusals import BadValue
from returns_desk.wording import Words
from tests.documents.papers import pictures, poppler_picture

LANGUAGES = pytest.mark.parametrize("language", ["he", "en"])
RENDERERS = pytest.mark.parametrize("renderer", ["pdfium", "poppler"])
DPI = pytest.mark.parametrize("dpi", [203, 300])


def drawn(pdf: bytes, dpi: int, renderer: str) -> Image.Image:
    """The first page as the printer's dots."""
    return pictures(pdf, dpi)[0] if renderer == "pdfium" else poppler_picture(pdf, dpi)


def black(picture: Image.Image) -> "numpy.ndarray":
    return numpy.asarray(picture.convert("L")) < 128


def longest_run(line: "numpy.ndarray") -> int:
    """The longest run of black dots."""
    edges = numpy.flatnonzero(numpy.diff(numpy.concatenate(([0], line.astype(int), [0]))))
    return int((edges[1::2] - edges[::2]).max(initial=0))


def read_codes(pdf: bytes, dpi: int) -> set[str]:
    return {code.text for page in pictures(pdf, dpi) for code in zxingcpp.read_barcodes(page)}


@LANGUAGES
@RENDERERS
@DPI
def test_both_rules_are_100_mm_to_the_dot(language: str, renderer: str, dpi: int) -> None:
    dots = black(drawn(render_calibration(language, dpi=dpi), dpi, renderer))
    exact, line = to_dots(100, dpi), max(1, to_dots(0.2, dpi))
    assert max(longest_run(row) for row in dots[: to_dots(80, dpi)]) == exact + line
    left_part = dots[:, : to_dots(32, dpi)]
    assert max(longest_run(column) for column in left_part.T) == exact + line


@RENDERERS
@pytest.mark.parametrize("size", list(PaperSize))
def test_all_four_corners_stand_at_the_edge_and_at_the_margins(renderer: str, size: PaperSize) -> None:
    page = black(drawn(render_calibration("en", dress=Dress(PaperLook(size=size))), 300, renderer))
    height, width = page.shape
    for inset in (0, to_dots(MARGIN_MM, 300)):
        for row in (inset, height - 1 - inset):
            for column in (inset, width - 1 - inset):
                assert page[row, column], (inset, row, column)
    margin = to_dots(MARGIN_MM, 300)
    between = page[to_dots(7, 300) : height - to_dots(7, 300)]
    assert not between[:, : margin - 1].any()
    assert not between[:, width - margin + 1 :].any()


@LANGUAGES
@DPI
def test_every_width_of_bars_on_the_page_is_read_back(language: str, dpi: int) -> None:
    wanted = {symbol.drawn.text for symbol in every_symbol(dpi)}
    found = {text.replace("(", "").replace(")", "") for text in read_codes(render_calibration(language, dpi=dpi), dpi)}
    assert wanted <= found
    assert {ARTICLE, CARTON} <= wanted


@LANGUAGES
@DPI
@pytest.mark.parametrize("size", LABEL_SIZES)
def test_every_width_that_the_label_has_room_for_is_read_back(language: str, dpi: int, size: str) -> None:
    width = float(size.partition("x")[0])
    fitting = {symbol.drawn.text for symbol in every_symbol(dpi) if symbol.width < to_dots(width - 8, dpi)}
    pdf = render_calibration_label(language, size, dpi)
    assert fitting <= {text.replace("(", "").replace(")", "") for text in read_codes(pdf, dpi)}


@RENDERERS
@DPI
@pytest.mark.parametrize("size", LABEL_SIZES)
def test_corners_of_a_label_stand_at_its_very_edge(renderer: str, dpi: int, size: str) -> None:
    page = black(drawn(render_calibration_label("he", size, dpi), dpi, renderer))
    assert page[0, 0]
    assert page[0, -1]
    assert page[-1, 0]
    assert page[-1, -1]


def test_a_label_in_zpl_has_the_same_codes_natively_and_nothing_but_ascii() -> None:
    written = render_calibration_label("he", "100x150", 203, "zpl").decode("ascii")
    assert written.count("^XA") == written.count("^XZ") >= 1
    for text in ("X2", "X3", "X4"):
        assert f"^FD{text}^FS" in written
    assert "^GB" in written


def test_the_page_says_what_to_do_in_both_languages() -> None:
    text = PdfReader(BytesIO(render_calibration("he"))).pages[0].extract_text()
    assert "Measure the rules" in text
    hebrew = Words("he")("Calibration page")
    assert hebrew in text or hebrew[::-1] in text


def test_wrong_dots_and_sizes_are_refused() -> None:
    with pytest.raises(BadValue):
        render_calibration("en", dpi=72)
    with pytest.raises(BadValue):
        render_calibration_label("en", "1x1")
