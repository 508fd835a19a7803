"""Every paper in both languages, on the dots of three printers, through two renderers, before two readers.

Each day every paper is seen at each of 203, 300 and 600 dpi, its renderer changing from one to the next, so that each
paper meets all six pairs over its two languages; packaging/soak sees every pair in both, and every kind of weather.
"""

from collections.abc import Iterator
from functools import lru_cache

import pytest
from PIL import Image

from returns_desk.documents.kit.page import MARGIN
from tests.documents.proof.checks import (
    WEATHERS,
    assert_codes,
    assert_inside,
    assert_reads,
    assert_reads_in,
    assert_whole_dots,
)
from tests.documents.proof.eyes import DPIS, RENDERERS, Symbol, found, rendered
from tests.documents.proof.papers_shown import LANGUAGES, PAPERS, Shown, paper
from tests.documents.proof.words_out import by_pdfium, by_poppler, missing_rows, of_letters, rows_of

_MANY = 20  # codes of a sheet that are seen at the finest dots each day; all of them are at the others, and in a soak
SIDES, ENDS = (MARGIN - 1) / 72, 18 / 72  # inches; office printers leave 4.2 mm, 12 points, white


def pairs(*, whole: bool) -> Iterator[tuple[str, str, int, str]]:
    """Paper, language, dpi and renderer: all of them, or each paper's three of a day."""
    for one, name in enumerate(PAPERS):
        for two, language in enumerate(LANGUAGES):
            for three, dpi in enumerate(DPIS):
                today = RENDERERS[(one + two + three) % len(RENDERERS)]
                yield from ((name, language, dpi, each) for each in (RENDERERS if whole else (today,)))


EachPaper = pytest.mark.parametrize(
    ("name", "language"), [(name, language) for name in PAPERS for language in LANGUAGES]
)


@lru_cache(maxsize=4)
def symbols_of(name: str, language: str) -> tuple[Symbol, ...]:
    """Where the codes of a paper stand, seen once on the dots its bars are made for."""
    shown = paper(name, language)
    return found(rendered(shown.pdf, "pdfium", shown.dpi), shown.dpi)


@EachPaper
def test_a_paper_has_its_codes_and_no_other(name: str, language: str) -> None:
    assert_codes(symbols_of(name, language), paper(name, language).codes)


@pytest.mark.parametrize(("name", "language", "dpi", "renderer"), list(pairs(whole=False)))
def test_every_code_reads_back_and_each_in_one_kind_of_weather(
    name: str, language: str, dpi: int, renderer: str
) -> None:
    shown = paper(name, language)
    pages = rendered(shown.pdf, renderer, dpi)
    symbols = symbols_of(name, language)
    for place, symbol in enumerate(symbols if dpi < DPIS[-1] else symbols[:: 1 + len(symbols) // _MANY]):
        look_at(symbol, pages[symbol.page], dpi, shown, (WEATHERS[(place + dpi) % len(WEATHERS)],))
    assert_inside(pages, dpi, (SIDES, ENDS))


@pytest.mark.soak
@pytest.mark.parametrize(("name", "language", "dpi", "renderer"), list(pairs(whole=True)))
def test_every_code_reads_back_in_all_weathers(name: str, language: str, dpi: int, renderer: str) -> None:
    shown = paper(name, language)
    pages = rendered(shown.pdf, renderer, dpi)
    for symbol in symbols_of(name, language):
        look_at(symbol, pages[symbol.page], dpi, shown, WEATHERS)
    assert_inside(pages, dpi, (SIDES, ENDS))


def look_at(symbol: Symbol, page: Image.Image, dpi: int, shown: Shown, weathers: tuple[str, ...]) -> None:
    """Read a code of a paper as it is and in some weathers, and count its dots where they are the printer's."""
    coarse = dpi < shown.dpi
    assert_reads(symbol, page, dpi, shown.codes, coarse=coarse)
    for weather in weathers:
        assert_reads_in(symbol, page, dpi, shown.codes, weather, coarse=coarse)
    if dpi % shown.dpi == 0:
        assert_whole_dots(symbol, page, dpi)


@EachPaper
def test_its_text_comes_out_again_in_the_order_in_which_it_is_read(name: str, language: str) -> None:
    shown = paper(name, language)
    rows = rows_of(shown.texts, language)
    assert len(rows) > 5
    assert not missing_rows(rows, by_poppler(shown.pdf))
    assert not missing_rows(of_letters(rows), by_pdfium(shown.pdf))


@EachPaper
def test_it_is_of_one_size_on_every_page(name: str, language: str) -> None:
    pages: tuple[Image.Image, ...] = rendered(paper(name, language).pdf, "pdfium", 36)
    letter = name.startswith("dressed")
    assert {page.size for page in pages} == {(306, 396) if letter else (298, 421)}
