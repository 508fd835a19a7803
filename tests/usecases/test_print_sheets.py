"""The real command sheet: every command of the desk is on it, under a heading, and reads back from the paper."""

import pytest

from returns_desk.scanning.commands import command_code, every_command
from returns_desk.usecases.print_sheets import draw_command_sheet, draw_scan_me
from returns_desk.wording import Words
from tests.documents.papers import codes, drawn_text, pictures

EVERY = {command_code(command) for command in every_command()}


@pytest.mark.parametrize("language", ["he", "en"])
def test_every_command_is_on_the_sheet_and_is_read_back(language: str) -> None:
    pages = pictures(draw_command_sheet(language), 203)
    assert set().union(*map(codes, pages)) == EVERY
    assert len(pages) == 6


def test_no_group_of_commands_is_parted_over_pages() -> None:
    pages = drawn_text(draw_command_sheet("en"))
    words = Words("en")
    for title, first, last in (
        ("Findings", "DO-F-NOPOWER", "DO-F-SEAL"),
        ("Why on hold", "DO-H-SUPERVISOR", "DO-H-OTHER"),
        ("Customer's reason", "DO-R-CHANGED", "DO-R-OTHER"),
        ("Answers for it", "DO-L-CUSTOMER", "DO-L-WAREHOUSE"),
    ):
        [page] = [page for page in pages if words(title) in page and first in page]
        assert last in page


def test_the_page_to_try_a_scanner_has_only_what_is_used_every_day() -> None:
    text = "".join(drawn_text(draw_scan_me("en")))
    assert "DO-F-LEAKS" in text
    assert "DO-I-" not in text
    assert "DO-YES" not in text
