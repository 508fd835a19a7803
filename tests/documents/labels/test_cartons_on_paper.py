"""Carton labels and packing lists: every code reads back, on both roads to paper, whatever the names are."""

from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image, ImageFilter, ImageOps

from returns_desk.documents.labels.carton import (
    render_carton_label_pdf,
    render_carton_label_png,
    render_carton_label_zpl,
)
from returns_desk.documents.packing_list import render_packing_list
from returns_desk.domain.packing import CartonLabel, PackedCarton, PackingList
from returns_desk.domain.refusals import BadValue
from returns_desk.domain.slips import SlipParty
from returns_desk.domain.sscc import make_sscc
from returns_desk.wording import Words
from tests.documents.papers import (
    HOSTILE,
    PRINTED,
    codes,
    drawn_text,
    pictures,
    poppler_picture,
    read_text,
    slip_content,
    slip_line,
)

SSCC = make_sscc("7290011", 17)
Languages = pytest.mark.parametrize("language", ["he", "en"])
Units = pytest.mark.parametrize("sscc", [SSCC, ""], ids=["sscc", "own"])


def packed(lengths: tuple[int, ...] = (3,), sscc: str = SSCC) -> PackingList:
    """A batch in cartons of so many lines each."""
    cartons, first = [], 1
    for place, length in enumerate(lengths, 1):
        lines = tuple(slip_line(position) for position in range(first, first + length))
        first += length
        cartons.append(PackedCarton(f"CT-{place:06}", place, sscc, 12_500, (400, 300, 200), lines))
    return PackingList(slip_content(first - 1), tuple(cartons), "12-345-67")


def label(sscc: str = SSCC, language: str = "he", listed: PackingList | None = None) -> CartonLabel:
    listed = listed or packed((3, 2), sscc)
    return CartonLabel(listed, listed.cartons[0], language)


def expected(sscc: str) -> set[str]:
    return {f"00{sscc}" if sscc else "CT-000001"}


def read(picture: Image.Image) -> set[str]:
    """What the bars say, without the brackets that zxing puts around a GS1 identifier."""
    return {text.replace("(", "").replace(")", "") for text in codes(picture)}


@Languages
@Units
@pytest.mark.parametrize("dpi", [203, 300])
def test_the_bars_read_back_from_pdf_and_picture_also_turned(language: str, sscc: str, dpi: int) -> None:
    shown = label(sscc)
    for picture in (
        pictures(render_carton_label_pdf(shown, language, dpi), dpi)[0],
        Image.open(BytesIO(render_carton_label_png(shown, language, dpi))).convert("L"),
        poppler_picture(render_carton_label_pdf(shown, language, dpi), dpi),
    ):
        assert read(picture) == expected(sscc)
        assert read(picture.rotate(270, expand=True)) == expected(sscc)


def test_an_sscc_is_a_gs1_symbol_of_4_dots_a_module_at_203_dpi_and_6_at_300() -> None:
    for dpi, dots in ((203, 4), (300, 6)):
        picture = Image.open(BytesIO(render_carton_label_png(label(), "en", dpi))).convert("1")
        row = picture.height - round(30 / 25.4 * dpi)
        line = "".join("0" if picture.getpixel((x, row)) else "1" for x in range(picture.width))
        bars = line.strip("0")
        assert len(bars) == 156 * dots  # start, FNC1, ten pairs, check and stop: 88 mm with the quiet zones
        assert {len(run) % dots for sign in "01" for run in bars.split("1" if sign == "0" else "0") if run} == {0}
        assert min(len(line) - len(line.lstrip("0")), len(line) - len(line.rstrip("0"))) >= 10 * dots


def test_half_contrast_and_a_dead_printer_dot_are_survived_as_a_scanner_sees_them() -> None:
    picture = Image.open(BytesIO(render_carton_label_png(label(), "he", 203))).convert("L")
    assert read(picture.point(lambda light: 120 + light // 2)) == expected(SSCC)
    for dot in range(120, 700, 58):
        dead = picture.copy()
        dead.paste(255, (dot, 0, dot + 1, picture.height))
        assert read(dead.filter(ImageFilter.GaussianBlur(2))) == expected(SSCC), dot


@Languages
def test_the_label_says_from_whom_to_whom_which_of_how_many_and_how_heavy(language: str) -> None:
    said = "\n".join(drawn_text(render_carton_label_pdf(label(language=language))))
    assert f"(00) {SSCC}" in said
    assert "SB-000042" in said
    assert "CT-000001" in said
    if language == "en":
        for text in ("Carton 1 of 2", "12.5 kg", "40 × 30 × 20 cm", "Demo Trading Ltd", "Galil Electric Ltd"):
            assert text in said


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
@Units
def test_no_name_however_strange_reaches_the_bars_or_the_edge(name: str, sscc: str) -> None:
    content = slip_content()
    party = SlipParty(name, name, address=name, contact=name, phone="04-0000000")
    shown = packed((1,), sscc)
    refs = replace(content.references, carrier=name, waybill=name, authorization=name)
    listed = replace(shown, content=replace(content, company=party, partner=party, references=refs))
    picture = Image.open(BytesIO(render_carton_label_png(label(sscc, listed=listed), "he", 203))).convert("L")
    assert read(picture) == expected(sscc)
    left, top, right, bottom = ImageOps.invert(picture).getbbox()  # type: ignore[misc]
    assert left > 0
    assert top > 0
    assert right < picture.width
    assert bottom < picture.height


def test_a_page_is_as_big_as_the_label() -> None:
    page = pypdfium2.PdfDocument(render_carton_label_pdf(label()))[0]
    assert page.get_size() == pytest.approx((100 / 25.4 * 72, 150 / 25.4 * 72), abs=0.3)


@Units
def test_zpl_holds_the_very_modules_of_an_sscc_and_our_own_number_natively(sscc: str) -> None:
    zpl = render_carton_label_zpl(label(sscc), "he").decode("ascii")
    assert zpl.startswith("^XA")
    assert ("^BCN" in zpl) == (not sscc)


def test_dots_that_no_printer_has_are_refused() -> None:
    with pytest.raises(BadValue):
        render_carton_label_pdf(label(), "en", 50)


@Languages
@Units
def test_a_packing_list_reads_back_and_says_what_is_in_each_carton(language: str, sscc: str) -> None:
    pdf = render_packing_list(packed((3, 2), sscc), language, PRINTED, "Dana")
    pages = pictures(pdf, 300)
    assert len(pages) == 2
    assert read(pages[0]) == expected(sscc)
    said = drawn_text(pdf)
    assert "IT-1-000003" in said[0]
    assert "IT-1-000003" not in said[1]
    assert "IT-1-000005" in said[1]
    if language == "en":
        assert "Carton 2 of 2" in said[1]
        assert "In this carton: 2 items, 5 units · Gross weight 12.5 kg · 40 × 30 × 20 cm" in said[1]
        assert "All cartons: 2 · 5 items, 11 units · Gross weight 25 kg" in said[1]


@Languages
def test_one_piece_in_a_carton_is_said_as_one(language: str) -> None:
    listed = packed((1,))
    one = replace(listed.cartons[0].lines[0], quantity=1)
    listed = replace(listed, cartons=(replace(listed.cartons[0], lines=(one,)),))
    said = "".join(read_text(render_packing_list(listed, language, PRINTED, "Dana")).split())
    expected = {"he": "פריטאחד,יחידהאחת", "en": "Inthiscarton:1item,1unit·"}
    assert expected[language] in said


@Languages
def test_the_list_of_goods_destroyed_here_says_that_they_do_not_travel(language: str) -> None:
    listed = replace(packed(()), content=replace(slip_content(), destroyed=True))
    said = read_text(render_packing_list(listed, language, PRINTED, "Dana"))
    expected = Words(language)("The goods are destroyed here, for credit: they do not travel")
    assert "".join(expected.split()) in "".join(said.split())
    assert "IT-1-000003" in said


def test_hebrew_is_not_mirrored_on_a_packing_list() -> None:
    said = read_text(render_packing_list(packed(), "he", PRINTED, "דנה"))
    assert "רשימת אריזה" in said
    assert "קרטון" in said
    assert "שטר מטען" in said
    assert "WB 1234567" in said


@pytest.mark.parametrize("length", [1, 14, 15, 16, 17, 18, 40, 167])
def test_the_head_is_repeated_and_no_line_is_lost_or_shown_twice(length: int) -> None:
    pdf = render_packing_list(packed((length, 1)), "en", PRINTED, "Dana")
    said = drawn_text(pdf)
    assert all("Packing list" in page and f"of {len(said)}" in page for page in said)
    items = [line for page in said for line in page.split("\n") if line.startswith("IT-1-")]
    assert items == [f"IT-1-{position:06}" for position in range(1, length + 2)]
    assert sum("In this carton" in page for page in said) == 2


def test_500_lines_in_3_cartons_stay_fast_and_the_same_bytes() -> None:
    listed = packed((167, 167, 166))
    assert render_packing_list(listed, "he", PRINTED, "דנה") == render_packing_list(listed, "he", PRINTED, "דנה")


def test_a_batch_without_cartons_says_so() -> None:
    assert "No carton yet" in drawn_text(render_packing_list(packed(()), "en", PRINTED, "Dana"))[0]


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_strangers_names_are_only_text(name: str) -> None:
    listed = packed((2,))
    lines = tuple(replace(line, description=name, description_en=name, serial=name) for line in listed.cartons[0].lines)
    party = SlipParty(name, address=name)
    content = replace(listed.content, company=party, partner=party)
    strange = replace(listed, content=content, cartons=(replace(listed.cartons[0], lines=lines),))
    assert read(pictures(render_packing_list(strange, "he", PRINTED, name), 300)[0]) == expected(SSCC)
