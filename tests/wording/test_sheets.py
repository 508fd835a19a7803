"""Sheets of codes have names in words wherever they are spoken of."""

import pytest

from returns_desk.domain.printing import PaperKind
from returns_desk.usecases.print_papers import SHEETS
from returns_desk.wording import Words
from returns_desk.wording.sheets import name_of_sheet


@pytest.mark.parametrize("language", ["he", "en"])
@pytest.mark.parametrize("sheet", [*SHEETS, "BADGES"])
def test_every_sheet_has_a_name_in_words(sheet: str, language: str) -> None:
    name = name_of_sheet(Words(language), PaperKind.SHEET, sheet)

    assert name
    assert name_of_sheet(Words(language), PaperKind.SHEET, sheet.lower()) == name


def test_a_paper_with_a_number_has_no_other_name() -> None:
    assert name_of_sheet(Words("en"), PaperKind.SLIP, "SR-2026-000001") == ""
