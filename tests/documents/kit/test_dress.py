"""Every paper in every dress: the shop's size, colour, logo and footer, and names that no layout was made for."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pypdf
import pypdfium2
import pypdfium2.raw
import pytest
from PIL import Image, ImageOps

from returns_desk.documents.day_summary import DaySummary, SummaryRow, render_day_summary
from returns_desk.documents.dispute_letter import render_dispute_letter
from returns_desk.documents.evidence_pack import render_evidence
from returns_desk.documents.kit.dress import PLAIN, Dress
from returns_desk.documents.kit.logo import fitted_logo
from returns_desk.documents.kit.page import MARGIN
from returns_desk.documents.packing_list import render_packing_list
from returns_desk.documents.scanner_sheet import render_scanner_sheet
from returns_desk.documents.sheets import SheetCode, SheetSection, render_badges, render_command_sheet
from returns_desk.documents.slips import render_slip
from returns_desk.documents.slips.correction import render_correction
from returns_desk.documents.statement import render_statement
from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.corrections import Correction
from returns_desk.domain.paper_look import PaperLook, PaperSize
from returns_desk.domain.slips import Ribbon, SlipContent, SlipParty
from tests.documents.labels.test_cartons_on_paper import packed
from tests.documents.papers import HOSTILE, PRINTED, drawn_text, pictures, read_text, slip_content, slip_line
from tests.documents.test_credit_papers import account, letter
from tests.documents.test_evidence_pack import line, pack

LOGO_MM = (42, 16)
LONG = HOSTILE["long"]
Languages = pytest.mark.parametrize("language", ["he", "en"])
Sizes = pytest.mark.parametrize("size", list(PaperSize))


def logo(width: int = 420, height: int = 160) -> bytes:
    file = BytesIO()
    Image.new("RGB", (width, height), "#1B4DB1").save(file, "PNG")
    return file.getvalue()


def dress(size: PaperSize = PaperSize.A4, picture: bytes = b"", **look: str) -> Dress:
    return Dress(PaperLook(size=size, **look), picture)


def correction(content: SlipContent) -> Correction:
    sums = content.totals
    return Correction(
        PartnerKind.SUPPLIER,
        "SC-2026-000001",
        content.number,
        content.batch,
        content.company,
        content.partner,
        PRINTED,
        content.prepared_by,
        LONG,
        content.lines[:1],
        sums,
        replace(sums, lines=sums.lines - 1),
    )


def strange(name: str) -> SlipContent:
    """A slip on which every name is this one."""
    party = SlipParty(name, name, name, name, name, name, name, name)
    lines = tuple(
        replace(slip_line(place), description=name, description_en=name[::-1], serial=name, gtin=name)
        for place in (1, 2)
    )
    content = slip_content(lines=lines, company=party, partner=party, prepared_by=name, approved_by=name)
    given = {"carrier": name, "waybill": name, "purchase_order": name, "certificate": name, "driver": name}
    return replace(content, references=replace(content.references, **given, sscc=("0" * 18,) * 16))


def _day(name: str) -> DaySummary:
    rows = tuple(SummaryRow(f"SB-{place:06}", name, name, 3, "₪1.00", "SR-1") for place in range(3))
    return DaySummary(name, "2026-11-22", tuple((str(place), str(place)) for place in range(6)), rows, (name, name))


def _sections(name: str) -> list[SheetSection]:
    return [SheetSection(name, (SheetCode("DO-A", name, also=name), SheetCode("DO-UNDO", name)), name)]


Draw = Callable[..., bytes]


def papers(name: str) -> dict[str, tuple[Draw, bool]]:
    """Every paper with this name wherever people write one, and whether it has a second language."""
    content = strange(name)
    cartons = replace(packed((2,)), content=content)
    cartons = replace(cartons, cartons=(replace(cartons.cartons[0], lines=content.lines),))
    note = replace(letter(), company=content.company, partner=content.partner, note=name, issued_by=name)
    owed = replace(account(), company=content.company, partner=content.partner, code=name[:40])
    seen = replace(pack(line(serial=name[:300])), slip=content)

    def of(draw: Draw, *given: Any, last: tuple[Any, ...] = (PRINTED, name)) -> Draw:
        return lambda language, **form: draw(given[0], language, *given[1:], *last, **form)

    return {
        "slip": (of(render_slip, content, Ribbon.ORIGINAL, 0), True),
        "draft": (of(render_slip, replace(content, number="", destroyed=True), Ribbon.DRAFT, 0), True),
        "correction": (of(render_correction, correction(content), 2), True),
        "packing list": (of(render_packing_list, cartons), True),
        "packing list without cartons": (of(render_packing_list, replace(cartons, cartons=())), True),
        "dispute letter": (of(render_dispute_letter, note), True),
        "statement": (of(render_statement, owed), True),
        "evidence pack": (of(render_evidence, seen, lambda _: None), False),
        "day summary": (of(render_day_summary, _day(name), last=()), False),
        "command sheet": (of(render_command_sheet, _sections(name), last=()), False),
        "badges": (of(render_badges, [SheetCode("ID-DANA-1", name, also=name)] * 3, last=()), False),
        "scanner sheet": (lambda language, **form: render_scanner_sheet(language, **form), False),
    }


EachPaper = pytest.mark.parametrize("paper", list(papers("")))


def forms(paper: str, name: str, language: str, worn: Dress) -> Iterator[bytes]:
    """A paper in its one language and, where it has a second one, in both."""
    draw, second = papers(name)[paper]
    yield draw(language, dress=worn)
    if second:
        yield draw(language, dress=worn, bilingual=True)


def _white(page: Image.Image) -> tuple[float, float, float, float]:
    left, top, right, bottom = ImageOps.invert(page).getbbox() or (0, 0, 0, 0)
    return left, top, page.width - right, page.height - bottom


@EachPaper
@Languages
@Sizes
@pytest.mark.parametrize("name", ["long", "one word"])
def test_no_name_however_long_leaves_the_margins(paper: str, language: str, size: PaperSize, name: str) -> None:
    worn = dress(size, logo(), footer=LONG[:200], footer_en=LONG[:200])
    for pdf in forms(paper, HOSTILE[name], language, worn):
        for page in pictures(pdf, 72):
            left, top, right, bottom = _white(page)
            assert min(left, right) >= MARGIN - 2
            assert min(top, bottom) >= 24


@EachPaper
@Languages
@pytest.mark.parametrize("name", ["emoji", "markup", "isolates", "control"])
def test_text_from_people_is_only_text_on_every_paper(paper: str, language: str, name: str) -> None:
    for pdf in forms(paper, HOSTILE[name], language, PLAIN):
        for page in pypdfium2.PdfDocument(pdf):
            assert not list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))


@EachPaper
def test_the_same_dress_gives_the_same_bytes(paper: str) -> None:
    one, two = (list(forms(paper, "Dana", "he", dress(PaperSize.LETTER, logo(), footer="x"))) for _ in range(2))
    assert one == two


@EachPaper
@Sizes
def test_a_paper_is_as_large_as_the_shops_sheets(paper: str, size: PaperSize) -> None:
    expected = {PaperSize.A4: (595.3, 841.9), PaperSize.LETTER: (612, 792)}[size]
    for pdf in forms(paper, "Dana", "en", dress(size)):
        for page in pypdfium2.PdfDocument(pdf):
            assert page.get_size() == pytest.approx(expected, abs=0.1)


@EachPaper
def test_the_shops_footer_stands_on_every_page_in_the_papers_language(paper: str) -> None:
    worn = dress(footer="טלפון 04-0000000", footer_en="Phone 04-0000000")
    for language, said in (("he", "ןופלט"), ("en", "Phone 04-0000000")):
        for pdf in forms(paper, "Dana", language, worn):
            assert all(said in page for page in drawn_text(pdf))


def _bounds(page: pypdfium2.PdfPage, kind: int) -> list[tuple[float, float, float, float]]:
    return [found.get_bounds() for found in page.get_objects(filter=[kind])]


def _apart(one: tuple[float, float, float, float], two: tuple[float, float, float, float]) -> bool:
    return one[2] <= two[0] or two[2] <= one[0] or one[3] <= two[1] or two[3] <= one[1]


@EachPaper
@Languages
@pytest.mark.parametrize(
    ("size", "pixels"), [(PaperSize.A4, (420, 160)), (PaperSize.LETTER, (3000, 300)), (PaperSize.LETTER, (100, 400))]
)
def test_a_logo_keeps_its_shape_and_touches_nothing(
    paper: str, language: str, size: PaperSize, pixels: tuple[int, int]
) -> None:
    for pdf in forms(paper, "דנה", language, dress(size, logo(*pixels))):
        page = pypdfium2.PdfDocument(pdf)[0]
        [place] = _bounds(page, pypdfium2.raw.FPDF_PAGEOBJ_IMAGE)
        width, height = (place[2] - place[0]) / 72 * 25.4, (place[3] - place[1]) / 72 * 25.4
        assert width <= LOGO_MM[0] + 0.1
        assert height <= LOGO_MM[1] + 0.1
        assert width == pytest.approx(LOGO_MM[0], abs=0.1) or height == pytest.approx(LOGO_MM[1], abs=0.1)
        assert width / height == pytest.approx(pixels[0] / pixels[1], rel=0.02)
        others = [*_bounds(page, pypdfium2.raw.FPDF_PAGEOBJ_TEXT), *_bounds(page, pypdfium2.raw.FPDF_PAGEOBJ_PATH)]
        assert all(_apart(place, other) for other in others)
        start = page.get_size()[0] - place[2] if language == "he" else place[0]
        assert start == pytest.approx(MARGIN, abs=0.1), "where reading starts"


@pytest.mark.expects_log("cannot be drawn")
@pytest.mark.parametrize(
    "broken",
    [b"no picture", logo()[:200], b"\x89PNG\r\n\x1a\n", b"GIF89a" + bytes(40)],
    ids=["words", "cut", "head", "gif"],
)
def test_a_broken_logo_loses_no_print_and_is_logged_once(broken: bytes) -> None:
    draw, _ = papers("Dana")["slip"]
    fitted_logo.cache_clear()
    assert draw("en", dress=dress(picture=broken)) == draw("en")
    assert fitted_logo(broken) is None
    assert fitted_logo.cache_info().hits, "it is looked at once, not at every print"


@EachPaper
def test_the_shops_colour_takes_the_place_of_the_programs_and_a_bad_one_does_not(paper: str) -> None:
    draw, _ = papers("Dana")[paper]
    own, violet = "#0B5C6B", "#7A2BA8"
    assert own in _inks(draw("en"))
    assert violet in _inks(draw("en", dress=dress(colour=violet)))
    assert own in _inks(draw("en", dress=dress(colour="not a colour")))
    if paper != "badges":  # where it is the colour of a role
        assert own not in _inks(draw("en", dress=dress(colour=violet)))


def _inks(pdf: bytes) -> set[str]:
    """Every colour of lines and letters on the first page."""
    orders = pypdf.PdfReader(BytesIO(pdf)).pages[0].get_contents().operations
    shares = [list(map(float, values)) for values, order in orders if order in (b"RG", b"rg")]
    return {"#" + "".join(f"{round(share * 255):02X}" for share in each) for each in shares}


@pytest.mark.parametrize("paper", [name for name, (_, second) in papers("").items() if second])
def test_a_paper_in_two_languages_says_its_title_and_heads_in_both(paper: str) -> None:
    draw, _ = papers("Dana")[paper]
    hebrew, both = (read_text(draw("he", **form)) for form in ({}, {"bilingual": True}))
    for said in ("From", "Item / our" if paper != "statement" else "Balance"):
        assert said not in hebrew
        assert said in both
