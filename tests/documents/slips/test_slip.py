import re
from dataclasses import replace
from datetime import UTC, timedelta

import pypdfium2
import pypdfium2.raw
import pytest
from PIL import Image, ImageOps

from returns_desk.documents.kit.page import MARGIN
from returns_desk.documents.slips import render_slip
from returns_desk.domain.batches import BatchMode, PartnerKind
from returns_desk.domain.grades import SupplierReason
from returns_desk.domain.slips import Ribbon, SlipContent, SlipParty, SlipReferences, SlipTotals
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


def _slip(content: SlipContent | None = None, language: str = "he", ribbon: Ribbon = Ribbon.ORIGINAL) -> bytes:
    return render_slip(content or slip_content(), language, ribbon, 2, PRINTED, "אבי כהן")


@pytest.mark.parametrize("language", ["he", "en"])
@pytest.mark.parametrize("dpi", [203, 300])
def test_the_number_reads_back_from_the_printed_page(language: str, dpi: int) -> None:
    page = pictures(_slip(language=language), dpi)[0]
    assert codes(page) == {"SR-2026-000117"}
    assert codes(page.rotate(90, expand=True)) == {"SR-2026-000117"}


@pytest.mark.parametrize("dpi", [203, 300])
def test_poppler_prints_a_number_that_reads_back_too(dpi: int) -> None:
    assert codes(poppler_picture(_slip(), dpi)) == {"SR-2026-000117"}


def test_the_number_reads_back_pale_and_with_a_dead_printer_dot() -> None:
    page = pictures(_slip(), 300)[0]
    assert codes(page.point(lambda light: 128 + light // 2)) == {"SR-2026-000117"}
    page.paste(255, (0, 180, page.width, 182))
    assert codes(page) == {"SR-2026-000117"}


@pytest.mark.parametrize("ribbon", list(Ribbon))
def test_no_ribbon_hides_the_number(ribbon: Ribbon) -> None:
    assert codes(pictures(_slip(ribbon=ribbon), 203)[0]) == {"SR-2026-000117"}


def test_a_hebrew_slip_reads_in_its_order() -> None:
    text = read_text(_slip())
    reason = Words("he").name(SupplierReason.DEFECTIVE_PACKAGING)
    for words in ("תעודת החזרה לספק", "מקור", "גליל חשמל בע״מ", reason, "אוזניות אלחוטיות WH-300"):
        assert words in text
    for code in ("SR-2026-000117", "GE-7781", "50-XZ/7(B", "IT-1-000001", "04-0000000", "WB 1234567", "L-2026/11"):
        assert code in text
    closed_up = "".join(text.split())  # where Poppler sees a blank beside a figure is its own affair
    assert "עמוד1מתוך1" in closed_up
    assert "הודפס22.11.202609:44עלידיאביכהן" in closed_up


def test_brackets_and_negative_amounts_are_drawn_right_in_hebrew() -> None:
    [page] = drawn_text(_slip())
    assert "(׳ל 1.7) KX-17 םוקמוק" in page
    assert "-10.88 ₪" in page
    assert "-25.00 ₪" in page
    assert "217.62 ₪" in page


def test_an_english_slip_says_the_same_in_english() -> None:
    [page] = drawn_text(_slip(language="en"))
    for words in (
        "Supplier return slip",
        "Original",
        "Uniform file code 610",
        "Galil Electric Ltd",
        "Returned defective by",
        "Kettle KX-17 (1.7 l)",
        "This paper is not an invoice",
        "₪217.62",
        "Page 1 of 1",
        "Printed 2026-11-22 09:44 by",
        "Received by the supplier",
        "14.2 kg",
    ):
        assert words in page


def test_five_hundred_lines_have_the_head_on_every_page_and_count_their_pages() -> None:
    pages = drawn_text(_slip(slip_content(500), "en"))
    assert len(pages) > 15
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "SR-2026-000117 · Supplier return slip · Original" in page
        assert ("Barcode /" in page) == ("IT-1-" in page)
    assert [int(found) for page in pages for found in re.findall(r"IT-1-(\d{6})", page)] == list(range(1, 501))


def test_sums_and_signatures_stay_whole_on_the_last_page() -> None:
    for lines in range(1, 30):
        pages = drawn_text(_slip(slip_content(lines), "en"))
        with_sums = [number for number, page in enumerate(pages) if "Handling fee" in page]
        assert with_sums == [len(pages) - 1]
        assert "Number plate" in pages[-1]
        assert "IT-1-" in pages[-1]


def _stains(page: Image.Image, dpi: int) -> tuple[float, float, float, float]:
    """What is left white at each edge, in points."""
    left, top, right, bottom = ImageOps.invert(page).getbbox() or (0, 0, 0, 0)
    return left * 72 / dpi, top * 72 / dpi, (page.width - right) * 72 / dpi, (page.height - bottom) * 72 / dpi


@pytest.mark.parametrize("language", ["he", "en"])
@pytest.mark.parametrize("kind", list(PartnerKind))
def test_nothing_is_drawn_in_the_margins(language: str, kind: PartnerKind) -> None:
    content = slip_content(40, kind)
    hostile = tuple(replace(line, description=HOSTILE["long"], serial=HOSTILE["one word"]) for line in content.lines)
    long = SlipParty(HOSTILE["long"], HOSTILE["one word"], address=HOSTILE["long"], contact=HOSTILE["one word"])
    for page in pictures(_slip(replace(content, lines=hostile, partner=long, approved_by="א" * 300), language), 72):
        left, top, right, bottom = _stains(page, 72)
        assert min(left, right) >= MARGIN - 2
        assert min(top, bottom) >= 24


@pytest.mark.parametrize("language", ["he", "en"])
def test_the_same_content_gives_the_same_bytes(language: str) -> None:
    assert _slip(language=language) == _slip(SlipContent.from_json(slip_content().to_json()), language)


def test_a_moment_in_utc_is_printed_as_the_stations_own_time() -> None:
    [page] = drawn_text(render_slip(slip_content(), "en", Ribbon.ORIGINAL, 0, PRINTED.astimezone(UTC), "Avi"))
    local = PRINTED.astimezone()
    assert f"Printed {local:%Y-%m-%d %H:%M} by Avi" in page


@pytest.mark.parametrize("name", list(HOSTILE))
@pytest.mark.parametrize("language", ["he", "en"])
def test_text_from_people_is_printed_as_text(name: str, language: str) -> None:
    text = HOSTILE[name]
    party = SlipParty(text, text, text, text, text, text, text, text)
    lines = tuple(replace(slip_line(1), position=place, description=text, description_en=text) for place in (1, 2))
    content = slip_content(partner=party, company=party, lines=lines, prepared_by=text, approved_by=text)
    pdf = render_slip(content, language, Ribbon.ORIGINAL, 0, PRINTED, text)
    assert codes(pictures(pdf, 203)[0], "Code128") == {"SR-2026-000117"}
    for page in pypdfium2.PdfDocument(pdf):
        assert not list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))


def test_markup_is_neither_read_nor_swallowed() -> None:
    line = replace(slip_line(1), description_en='<img src="/etc/passwd"/> <b>bold')
    [page] = drawn_text(_slip(slip_content(lines=(line,)), "en"))
    for piece in ("<img", 'src="/etc/passwd"/>', "<b>bold"):
        assert piece in page


def test_every_ribbon_says_what_the_print_is_worth() -> None:
    said = {ribbon: drawn_text(_slip(language="en", ribbon=ribbon))[0] for ribbon in Ribbon}
    assert "Original" in said[Ribbon.ORIGINAL]
    assert "Copy 2" in said[Ribbon.COPY]
    assert "Cancelled: the number stays used." in said[Ribbon.CANCELLED]
    assert "A draft: the number is given at approval." in said[Ribbon.DRAFT]


def test_a_draft_goes_by_its_batch() -> None:
    pdf = _slip(slip_content(number="", issued_at=None), "en", Ribbon.DRAFT)
    assert codes(pictures(pdf, 203)[0]) == {"SB-000042"}
    assert "Issued" not in drawn_text(pdf)[0]


@pytest.mark.parametrize(
    ("kind", "title", "receiver"),
    [
        (PartnerKind.CHARITY, "Donation slip", "Received by the charity"),
        (PartnerKind.RECYCLER, "Recycling slip", "Received by the recycler"),
    ],
)
def test_donations_and_recycling_have_papers_of_their_own(kind: PartnerKind, title: str, receiver: str) -> None:
    [page] = drawn_text(_slip(slip_content(kind=kind), "en"))
    for words in (title, receiver, "Value at cost", "Uniform file code 820"):
        assert words in page
    assert "Expected credit" not in page


def test_a_bilingual_slip_has_title_and_heads_in_both_languages() -> None:
    text = read_text(render_slip(slip_content(), "he", Ribbon.ORIGINAL, 0, PRINTED, "אבי כהן", bilingual=True))
    for words in ("תעודת החזרה לספק", "Supplier return slip", "תיאור", "Description", "Kettle KX-17"):
        assert words in text
    english = render_slip(slip_content(), "en", Ribbon.ORIGINAL, 0, PRINTED, "Avi", bilingual=True)
    assert "תעודת החזרה לספק" in read_text(english)


def test_an_empty_slip_and_bare_parties_are_drawn_too() -> None:
    bare = SlipContent(PartnerKind.SUPPLIER, "", "SB-1", SlipParty("a"), SlipParty(""))
    [page] = drawn_text(_slip(bare, "en", Ribbon.DRAFT))
    assert "₪0.00" in page


def test_what_the_terms_do_not_credit_is_shown_as_a_sum_of_its_own() -> None:
    [page] = drawn_text(_slip(slip_content(totals=SlipTotals(3, 6, 10_000, 500, 0, 7_500)), "en"))
    assert "Not credited by the terms" in page
    assert "-₪20.00" in page
    assert "Freight" not in page


def test_every_reference_that_is_known_is_printed() -> None:
    refs = SlipReferences("RGA-1", None, "PO-2", "DN-3", "CERT-4", "Carrier", "WB-5", "Driver", 3, 1500, ("00172900",))
    [page] = drawn_text(_slip(slip_content(references=refs), "en"))
    for words in ("RGA-1", "PO-2", "DN-3", "CERT-4", "Carrier", "WB-5", "Driver", "1.5 kg", "00172900"):
        assert words in page


def test_a_time_zone_east_of_utc_is_kept() -> None:
    later = PRINTED + timedelta(days=1)
    assert "2026-11-23 09:44" in drawn_text(render_slip(slip_content(), "en", Ribbon.COPY, 1, later, "Avi"))[0]


@pytest.mark.parametrize("language", ["he", "en"])
def test_the_paper_of_goods_destroyed_here_says_so(language: str) -> None:
    said = Words(language).name(BatchMode.DESTROY)
    assert said in read_text(_slip(replace(slip_content(), destroyed=True), language))
    assert said not in read_text(_slip(language=language))


def test_goods_destroyed_here_have_no_carrier_and_no_receiver_but_a_witness() -> None:
    [destroyed] = drawn_text(_slip(replace(slip_content(), destroyed=True), "en"))
    [sent] = drawn_text(_slip(language="en"))
    for said in ("Destroyed by", "Witness"):
        assert said in destroyed
        assert said not in sent
    for said in ("Taken by the carrier", "Number plate", "Received by the supplier"):
        assert said not in destroyed
        assert said in sent


def test_a_bilingual_paper_says_in_both_languages_that_goods_are_destroyed_here() -> None:
    content = replace(slip_content(), destroyed=True)
    text = "".join(read_text(render_slip(content, "he", Ribbon.ORIGINAL, 0, PRINTED, "Avi", bilingual=True)).split())
    for language in ("he", "en"):
        assert "".join(Words(language).name(BatchMode.DESTROY).split()) in text
