"""Whatever people type is printed as text: no picture, link or command comes of it, and it stays on its paper."""

import re
from io import BytesIO

import pytest
from PIL import Image

from returns_desk.documents.kit import fonts
from returns_desk.documents.kit.barcodes import ean
from returns_desk.documents.labels import LabelForm, draw_labels
from returns_desk.documents.sheets import SheetCode, SheetSection, render_scan_me
from returns_desk.domain.refusals import WrongCheckDigit
from returns_desk.domain.sscc import check_digit
from tests.architecture.source import PACKAGE
from tests.documents.papers import drawn_text
from tests.documents.proof.checks import assert_codes, assert_inside
from tests.documents.proof.eyes import found, rendered
from tests.documents.proof.papers_shown import LANGUAGES, logo, paper, slip
from tests.documents.proof.strangers import STRANGE, lively_parts, strange_labels, strange_papers
from tests.documents.proof.test_labels_print import EDGE
from tests.documents.proof.test_papers import ENDS, SIDES
from tests.documents.proof.zpl_stream import assert_only_ours

EachText = pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)


@EachText
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paper_of_strange_text_is_only_text_and_stays_inside_its_margins(text: str, language: str) -> None:
    for name, pdf in strange_papers(text, language):
        assert not lively_parts(pdf), name
        assert_inside(rendered(pdf, "pdfium", 72), 72, (SIDES, ENDS))


@EachText
@pytest.mark.parametrize("size", ["62", "100x150"])
def test_a_label_of_strange_text_commands_no_printer_and_keeps_its_code(text: str, size: str) -> None:
    for place, (name, thing) in enumerate(strange_labels(text).items()):
        language = LANGUAGES[place % 2]
        assert_only_ours(draw_labels([thing], LabelForm(language, size, 203, "zpl"), copy=1), 1)
        pdf = draw_labels([thing], LabelForm(language, size, 203, "pdf"), copy=1)
        assert not lively_parts(pdf), name
        page = rendered(pdf, "pdfium", 203)[0]
        assert_inside((page,), 203, EDGE)
        assert_codes(found((page,), 203), frozenset({thing.number}))
        picture = Image.open(BytesIO(draw_labels([thing], LabelForm(language, size, 203, "png")))).convert("L")
        assert_codes(found((picture,), 203), frozenset({thing.number}))


def test_what_no_letter_is_there_for_is_a_box_and_a_line_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    for remembered in (fonts.drawable, fonts._reported):
        remembered.cache_clear()
    with caplog.at_level("INFO", logger=fonts.log.name):
        papers = dict(strange_papers("sign \U0001f4e6 end", "en"))
        told = [record.getMessage() for record in caplog.records]
    assert told.count("no glyph for U+1F4E6, a box is printed") == 1
    assert all("\u25a1" in "".join(drawn_text(pdf)) for pdf in papers.values())


def test_only_a_logo_and_photographs_are_pictures() -> None:
    assert logo()
    assert "/Image" in lively_parts(paper("dressed slip", "he").pdf)
    assert "/Image" in lively_parts(paper("evidence pack", "en").pdf)
    assert not lively_parts(slip("he"))


@pytest.mark.parametrize("right", ["7290011234560", "96385074", "036000291452"])
def test_a_wrong_check_digit_is_refused_never_put_right(right: str) -> None:
    assert ean(right)
    for digit in set("0123456789") - {right[-1]}:
        wrong = right[:-1] + digit
        with pytest.raises(WrongCheckDigit):
            ean(wrong)
        with pytest.raises(WrongCheckDigit):
            render_scan_me([SheetSection("x", (SheetCode(wrong, "x", symbology="ean"),))], "he")


def test_papers_show_a_wrong_product_number_as_it_is() -> None:
    wrong = "7290011234561"
    assert check_digit(wrong[:-1]) == "0"
    for name, pdf in strange_papers(wrong, "en"):
        said = "".join(drawn_text(pdf))
        assert "7290011234560" not in said, name
        assert wrong in said, name


def test_only_the_checked_door_draws_product_codes() -> None:
    doors = re.compile(
        r"EuropeanArticle|barcode\.ean|barcode\.upc|BarcodeFormat\.(EAN|UPC)|\^B[8EU9]|createBarcodeDrawing"
    )
    found_in = [path.name for path in PACKAGE.rglob("*.py") if doors.search(path.read_text(encoding="utf-8"))]
    assert found_in == ["barcodes.py"]
