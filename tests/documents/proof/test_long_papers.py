"""Papers of many pages: the head on every page, no line lost, the file the same each time."""

import re

import pytest

from returns_desk.documents.kit.page import MARGIN
from tests.documents.proof.checks import assert_codes, assert_inside
from tests.documents.proof.eyes import found, rendered
from tests.documents.proof.papers_shown import dressed, slip
from tests.documents.proof.test_papers import ENDS
from tests.documents.proof.words_out import by_poppler, words_of

HEADS = {"he": ("פריט", "תיאור", "יחידות", "דירוג"), "en": ("Item", "Description", "Units", "Grade")}
TITLES = {"he": "תעודת החזרה לספק", "en": "Supplier return slip"}


@pytest.mark.parametrize(
    ("language", "look"), [("he", "plain"), ("en", "plain"), ("he", "in both languages"), ("en", "dressed")]
)
def test_500_lines_have_their_head_on_every_page(language: str, look: str) -> None:
    more = {"dressed": {"dress": dressed()}, "in both languages": {"bilingual": True}}.get(look, {})
    pdf = slip(language, 500, **more)  # type: ignore[arg-type]
    pages = by_poppler(pdf).split("\f")[:-1]
    assert len(pages) > 15
    for number, page in enumerate(pages, 1):
        words = words_of(page)
        assert "SR-2026-000117" in words, number
        assert TITLES[language] in " ".join(words), number
        if "IT-1-" in page:
            assert not set(HEADS[language]) - set(words), number
    items = [sorted(set(re.findall(r"IT-1-\d{6}", page))) for page in pages]
    assert [item for page in items for item in page] == [f"IT-1-{position:06}" for position in range(1, 501)]
    dots = rendered(pdf, "pdfium", 72)
    assert_inside(dots, 72, ((MARGIN - 1.5) / 72, ENDS))
    assert_codes(found(rendered(pdf, "pdfium", 203)[:1], 203), frozenset({"SR-2026-000117"}))


def test_the_same_500_lines_are_the_same_file() -> None:
    assert slip("he", 500) == slip("he", 500)
