import pytest
from PIL import ImageOps

from returns_desk.documents.sheets import SheetCode, SheetSection, render_badges, render_command_sheet, render_scan_me

from .papers import codes, drawn_text, pictures

COMMANDS = ["DO-A", "DO-X", "DO-RESTOCK", "DO-SUPPLIER", "DO-F-PACKAGING", "DO-R-MISMATCH", "DO-O-AGREED", "DO-UNDO"]


def _sections() -> list[SheetSection]:
    rows = tuple(SheetCode(code, "נפתח, כחדש, בלי אריזה", "ok", "Opened, as new") for code in COMMANDS)
    return [
        SheetSection("דירוג", rows[:3], "לסרוק אחרי הפריט"),
        SheetSection("ממצאים", rows[3:]),
        SheetSection("x", ()),
    ]


@pytest.mark.parametrize("language", ["he", "en"])
@pytest.mark.parametrize("dpi", [203, 300])
def test_every_command_reads_back_from_the_sheet(language: str, dpi: int) -> None:
    pages = pictures(render_command_sheet(_sections(), language), dpi)
    assert set().union(*map(codes, pages)) == set(COMMANDS)


def test_a_long_sheet_goes_on_on_further_pages_with_its_title() -> None:
    many = SheetSection("Findings", tuple(SheetCode(f"DO-F-{place}", f"word {place}") for place in range(60)))
    pages = drawn_text(render_command_sheet([many], "en"))
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert "Command sheet" in page
        assert f"Page {number} of {len(pages)}" in page


def test_badges_read_back_and_show_the_name() -> None:
    people = [SheetCode("ID-DANA-1", "דנה לוי", "brand", "Clerk"), SheetCode("ID-AVI-3", "Avi " * 40, "supplier")]
    pdf = render_badges(people, "en")
    assert codes(pictures(pdf, 300)[0]) == {"ID-DANA-1", "ID-AVI-3"}
    assert "Clerk" in drawn_text(pdf)[0]


def test_the_page_to_try_a_scanner_has_every_kind_of_code() -> None:
    rows = (
        SheetCode("RR123456785IL", "Parcel", also="A registered parcel"),
        SheetCode("7290011234560", "Product", symbology="ean"),
        SheetCode("IT-1-000512", "Item", symbology="datamatrix"),
    )
    pdf = render_scan_me([SheetSection("Try these", rows, "Badge first")], "en")
    [page] = pictures(pdf, 300)
    assert codes(page) == {row.code for row in rows}
    assert "A registered parcel" in drawn_text(pdf)[0]
    left, top, right, bottom = ImageOps.invert(page).getbbox() or (0, 0, 0, 0)
    assert min(left, top, page.width - right, page.height - bottom) > 300 * 24 / 72


def test_a_sheet_without_codes_is_a_page_with_a_title() -> None:
    assert "Badges" in drawn_text(render_badges([], "en"))[0]


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert render_command_sheet(_sections(), "he") == render_command_sheet(_sections(), "he")
