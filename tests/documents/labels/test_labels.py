import re
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image, ImageOps

from returns_desk.documents.labels import LABEL_SIZES, render_label_pdf, render_label_png, render_label_zpl
from returns_desk.domain.grades import Grade
from returns_desk.domain.items import Disposition
from returns_desk.domain.refusals import BadValue
from tests.documents.papers import HOSTILE, codes, drawn_text, item, parcel, pictures, poppler_picture, product

NUMBER = "IT-1-000512"


def _png(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("L")


@pytest.mark.parametrize("size", LABEL_SIZES)
@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("language", ["he", "en"])
def test_the_number_reads_back_from_pdf_and_picture(size: str, dpi: int, language: str) -> None:
    for thing in (item(), parcel()):
        for picture in (
            pictures(render_label_pdf(thing, language, size, dpi), dpi)[0],
            _png(render_label_png(thing, language, size, dpi)),
        ):
            assert codes(picture) == {thing.number}
            assert codes(picture.rotate(270, expand=True)) == {thing.number}


@pytest.mark.parametrize("size", LABEL_SIZES)
def test_poppler_prints_whole_dots_too(size: str) -> None:
    for dpi in (203, 300):
        assert codes(poppler_picture(render_label_pdf(item(), "he", size, dpi), dpi)) == {NUMBER}


@pytest.mark.parametrize("size", LABEL_SIZES)
def test_pdf_bars_are_as_many_dots_wide_as_those_of_the_picture(size: str) -> None:
    page = pictures(render_label_pdf(item(), "en", size, 203), 203)[0]
    dots = _png(render_label_png(item(), "en", size, 203))
    assert page.size == dots.size
    row = max(range(dots.height), key=lambda row: _dark_runs(dots, row))
    assert _row_bytes(page, row) == _row_bytes(dots, row)


def _row_bytes(picture: Image.Image, row: int) -> bytes:
    return picture.crop((0, row, picture.width, row + 1)).point(_black).tobytes()


def _black(light: int) -> int:
    return 0 if light < 128 else 255


def _dark_runs(picture: Image.Image, row: int) -> int:
    signs = "".join("1" if picture.getpixel((x, row)) == 0 else "0" for x in range(picture.width))
    return len(re.findall("1+", signs))


def test_a_dead_printer_dot_and_pale_paper_are_survived() -> None:
    picture = _png(render_label_png(item(), "he", "62", 203))
    dead = picture.copy()
    dead.paste(255, (120, 0, 121, picture.height))
    for seen in (dead, picture.point(lambda light: 120 + light // 2)):
        assert codes(seen) == {NUMBER}


@pytest.mark.parametrize("size", LABEL_SIZES)
def test_a_page_is_as_big_as_the_label_and_nothing_is_cut_off(size: str) -> None:
    width, height = (62, 42) if size == "62" else map(int, size.split("x"))
    for name in HOSTILE.values():
        thing = item(product=product(name=name, sku="S" * 80), batch="B" * 60, serial="9" * 90)
        pdf = render_label_pdf(thing, "he", size, 300)
        page = pypdfium2.PdfDocument(pdf)[0]
        assert page.get_size() == pytest.approx((width / 25.4 * 72, height / 25.4 * 72), abs=0.3)
        [picture] = pictures(pdf, 300)
        left, top, right, bottom = ImageOps.invert(picture).getbbox() or (0, 0, 0, 0)
        assert min(left, top, picture.width - right, picture.height - bottom) > 4
        assert codes(picture) == {NUMBER}


@pytest.mark.parametrize(
    ("disposition", "held", "word"),
    [
        (Disposition.RESTOCK, False, "Restock"),
        (Disposition.SUPPLIER, False, "Supplier return"),
        (Disposition.DONATE, False, "Donate"),
        (Disposition.RECYCLE, False, "Recycle"),
        (None, False, "Undecided"),
        (Disposition.RESTOCK, True, "Hold"),
    ],
)
def test_a_label_says_where_the_item_goes(disposition: Disposition | None, held: bool, word: str) -> None:
    [text] = drawn_text(render_label_pdf(item(disposition=disposition, held=held), "en", "100x50"))
    assert word in text
    assert NUMBER in text
    assert "SB-000042" in text


def test_destinations_differ_in_black_and_white_too() -> None:
    seen = {render_label_zpl(item(disposition=way, batch=""), "he") for way in (*Disposition, None)}
    assert len(seen) == 5


def test_hebrew_labels_have_hebrew_words() -> None:
    [text] = drawn_text(render_label_pdf(item(grade=Grade.C, quantity=3), "he", "100x150"))
    assert "החזרה לספק"[::-1] in text
    assert "C" in text
    assert "תודיחי 3" in text


def test_a_parcel_number_too_long_for_bars_of_the_right_width_is_still_read() -> None:
    thing = parcel("1Z999AA10123456784")
    assert codes(_png(render_label_png(thing, "en", "50x25", 300))) == {thing.number}
    assert codes(_png(render_label_png(thing, "en", "62", 203))) == {thing.number}


def test_a_number_that_is_no_code_is_printed_in_letters_only() -> None:
    assert codes(_png(render_label_png(parcel("חבילה 7"), "he"))) == set()


def test_an_undecided_ungraded_item_has_a_label() -> None:
    bare = replace(item(), grade=None, disposition=None, batch="", serial="", rma="", parcel="")
    assert codes(_png(render_label_png(bare, "he"))) == {NUMBER}


def test_an_unknown_size_is_refused() -> None:
    with pytest.raises(BadValue):
        render_label_pdf(item(), "he", "9x9")
    with pytest.raises(BadValue):
        render_label_zpl(item(), "he", "62", 7)


def test_the_same_item_gives_the_same_bytes() -> None:
    for render in (render_label_pdf, render_label_png, render_label_zpl):
        assert render(item(), "he") == render(item(), "he")
