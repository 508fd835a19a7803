"""Each check of the proof is shown what it must not let pass."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from returns_desk.documents.kit import page as pages_of_kit
from returns_desk.documents.kit.fonts import drawable
from returns_desk.documents.labels.plan import Letters
from tests.documents.proof.checks import (
    assert_codes,
    assert_inside,
    assert_reads,
    assert_reads_in,
    assert_survives,
    assert_whole_dots,
)
from tests.documents.proof.eyes import Symbol, found, pale, rendered
from tests.documents.proof.labels_shown import label_pdf, label_zpl
from tests.documents.proof.papers_shown import logo, overheard, slip
from tests.documents.proof.strangers import lively_parts
from tests.documents.proof.test_zpl import assert_same_codes, assert_same_ink
from tests.documents.proof.words_out import by_pdfium, by_poppler, missing_rows, of_letters, rows_of
from tests.documents.proof.zpl_drawn import plan_of
from tests.documents.proof.zpl_stream import assert_only_ours

NUMBER, DPI = "IT-1-000512", 203
CODES = frozenset({NUMBER})


def label() -> tuple[Image.Image, Symbol, Symbol]:
    """A good label, its bars and its matrix."""
    page = rendered(label_pdf("item", "62", "en", DPI), "pdfium", DPI)[0]
    bars, matrix = sorted(found((page,), DPI), key=lambda symbol: symbol.matrix)
    return page, bars, matrix


def test_a_good_label_passes_all_of_them() -> None:
    page, *symbols = label()
    for symbol in symbols:
        assert_reads(symbol, page, DPI, CODES)
        assert_whole_dots(symbol, page, DPI)
    assert_inside((page,), DPI, (0.04, 0.04))


def test_another_number_or_none_is_seen() -> None:
    page, bars, _ = label()
    with pytest.raises(AssertionError):
        assert_codes(found((page,), DPI), frozenset({"IT-1-000513"}))
    with pytest.raises(AssertionError):
        assert_codes(found((Image.new("L", (300, 300), 255),), DPI), CODES)
    with pytest.raises(AssertionError, match="nobody printed"):
        assert_reads(bars, page, DPI, frozenset())


@pytest.mark.parametrize("place", [0, 1], ids=["bars", "matrix"])
def test_a_code_painted_over_is_seen(place: int) -> None:
    page, *symbols = label()
    box = symbols[place].box(DPI)
    ImageDraw.Draw(page).rectangle((box.left + 12, box.top - 9, box.left + 30, box.bottom + 9), fill=0)
    with pytest.raises(AssertionError, match="read no"):
        assert_reads(symbols[place], page, DPI, CODES)


def test_bars_too_pale_are_seen() -> None:
    page, bars, _ = label()
    faint = page.point(lambda light: 244 + light * 11 // 255)
    with pytest.raises(AssertionError, match="pale"):
        assert_reads_in(bars, pale(pale(faint)), DPI, CODES, "pale")


@pytest.mark.parametrize(("weather", "rows"), [("turned", 3), ("dead row", 2)])
def test_bars_too_low_to_be_read_askew_or_with_a_line_through_them_are_seen(weather: str, rows: int) -> None:
    page, bars, _ = label()
    box = bars.box(DPI)
    above = bars.cut_out(page, DPI).height // 2 + box.top - round(0.06 * DPI)  # the row that "dead row" kills
    page.paste(255, (0, 0, page.width, above))
    page.paste(255, (0, above + rows, page.width, page.height))
    assert_reads(bars, page, DPI, CODES)
    with pytest.raises(AssertionError, match=weather):
        assert_reads_in(bars, page, DPI, CODES, weather)


def test_bars_that_a_dead_dot_hides_are_seen() -> None:
    page, bars, _ = label()
    picture = bars.cut_out(page, DPI)
    thin = picture.resize((picture.width // 3, picture.height), Image.Resampling.NEAREST)  # a dot to a module
    with pytest.raises(AssertionError, match="dead dot"):
        _kill_each_dot(bars, thin)


def _kill_each_dot(symbol: Symbol, picture: Image.Image) -> None:
    for column in range(picture.width):
        assert_survives(symbol, picture, (column, 1), CODES)


@pytest.mark.parametrize("place", [0, 1], ids=["bars", "matrix"])
def test_dots_that_are_not_whole_are_seen(place: int) -> None:
    page = rendered(label_pdf("item", "62", "en", 300), "poppler", DPI)[0]  # made for another printer
    symbols = sorted(found((page,), DPI), key=lambda symbol: symbol.matrix)
    with pytest.raises(AssertionError):
        assert_whole_dots(symbols[place], page, DPI)


def test_one_bar_a_dot_too_wide_is_seen() -> None:
    page, bars, _ = label()
    box = bars.box(DPI)
    line = [page.getpixel((across, box.bottom - 20)) for across in range(page.width)]
    edge = next(across for across in range(box.left + 60, box.right) if line[across] < 128 <= line[across + 1])
    page.paste(0, (edge + 1, box.top - 9, edge + 2, box.bottom + 9))
    assert_reads(bars, page, DPI, CODES)
    with pytest.raises(AssertionError, match=NUMBER):
        assert_whole_dots(bars, page, DPI)


def test_a_line_in_the_quiet_zone_is_seen() -> None:
    page, bars, _ = label()
    box = bars.box(DPI)
    page.paste(0, (box.left - 24, box.top, box.left - 22, box.bottom))
    with pytest.raises(AssertionError, match="quiet zone"):
        assert_whole_dots(bars, page, DPI)


@pytest.mark.parametrize("corner", [(1, 200), (490, 100), (200, 1), (200, 330)])
def test_a_dot_at_an_edge_of_the_paper_is_seen(corner: tuple[int, int]) -> None:
    page, *_ = label()
    page.putpixel(corner, 200)
    with pytest.raises(AssertionError, match=r"ink \d dots"):
        assert_inside((page,), DPI, (0.04, 0.04))


def test_an_empty_page_is_seen() -> None:
    with pytest.raises(AssertionError, match="empty"):
        assert_inside((Image.new("L", (99, 99), 255),), DPI, (0.04, 0.04))


def test_hebrew_drawn_from_left_to_right_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    with overheard() as texts:
        good = slip("he")
    rows = of_letters(rows_of(tuple(texts), "he"))
    assert not missing_rows(rows, by_poppler(good))
    monkeypatch.setattr(pages_of_kit, "drawn_order", lambda line, _: drawable(line).strip("\u2066\u2067\u2068\u2069"))
    turned_round = slip("he")
    hebrew = [row for row in rows if "א" <= row[0] <= "ת" and len(row) > 3]
    assert len(missing_rows(hebrew, by_poppler(turned_round))) > len(hebrew) * 0.9
    assert len(missing_rows(hebrew, by_pdfium(turned_round))) > len(hebrew) * 0.9


def _lively() -> Iterator[tuple[str, bytes]]:
    for kind in ("picture", "link", "script"):
        file = BytesIO()
        canvas = Canvas(file)
        if kind == "picture":
            canvas.drawImage(ImageReader(BytesIO(logo())), 0, 0)
        elif kind == "link":
            canvas.linkURL("http://example.com", (0, 0, 9, 9))
        else:
            canvas.setCatalogEntry("OpenAction", "x")
        canvas.showPage()
        canvas.save()
        yield kind, file.getvalue()


@pytest.mark.parametrize(("kind", "pdf"), list(_lively()), ids=lambda given: given if isinstance(given, str) else "")
def test_a_picture_a_link_or_a_script_in_a_pdf_is_seen(kind: str, pdf: bytes) -> None:
    assert lively_parts(pdf), kind


@pytest.mark.parametrize("evil", [b"^FDx^JUF^FS", b"^FDx~JA^FS", b"^XZ^XA", b"^FO0,0^GFA,9,9,1,FF^FS", b"^BE"])
def test_a_command_that_is_not_ours_is_seen(evil: bytes) -> None:
    stream = label_zpl("item", "62", "en", DPI)
    assert_only_ours(stream, 1)
    with pytest.raises(AssertionError):
        assert_only_ours(stream.replace(b"^XZ", evil + b"^XZ"), 1)


def test_ink_that_is_moved_missing_or_too_much_is_seen() -> None:
    order = ("item", "62", "en", DPI)
    page, plan = label()[0], plan_of(order)
    assert_same_ink(plan, page, page)
    assert_same_codes(page, page, DPI)
    moved = Image.new("L", page.size, 255)
    moved.paste(page, (9, 9))
    with pytest.raises(AssertionError):
        assert_same_ink(plan, moved, page)
    with pytest.raises(AssertionError):
        assert_same_codes(moved, page, DPI)
    bare = page.copy()
    words = next(each for each in plan.elements if isinstance(each, Letters) and each.text == NUMBER)
    bare.paste(255, (0, words.foot - words.size, page.width, words.foot + 4))
    with pytest.raises(AssertionError):
        assert_same_ink(plan, bare, page)
    page.paste(0, (page.width // 2, page.height - 8, page.width // 2 + 3, page.height - 4))
    with pytest.raises(AssertionError, match="nothing was planned"):
        assert_same_ink(plan, page, label()[0])
