"""The calibration page and labels through both renderers: every width of bars that we print, in whole dots."""

import pytest

from returns_desk.documents.calibration import CALIBRATION_DPI, render_calibration, render_calibration_label
from returns_desk.documents.labels.measures import every_symbol
from tests.documents.proof.checks import assert_codes, assert_reads, assert_whole_dots
from tests.documents.proof.eyes import RENDERERS, found, rendered
from tests.documents.proof.papers_shown import LANGUAGES

Each = pytest.mark.parametrize(
    ("language", "dpi", "renderer"),
    [
        (language, dpi, RENDERERS[(one + two) % 2])
        for one, language in enumerate(LANGUAGES)
        for two, dpi in enumerate(CALIBRATION_DPI)
    ],
)


def codes_at(dpi: int) -> frozenset[str]:
    """What the symbols for a printer say."""
    return frozenset(symbol.drawn.text for symbol in every_symbol(dpi))


@Each
def test_every_code_of_the_page_reads_back_in_whole_dots(language: str, dpi: int, renderer: str) -> None:
    pages = rendered(render_calibration(language, dpi=dpi), renderer, dpi)
    codes = codes_at(dpi)
    symbols = found(pages, dpi)
    assert_codes(symbols, codes)
    for symbol in symbols:
        if not symbol.matrix:  # zxing has read those where they stand
            assert_reads(symbol, pages[0], dpi, codes)
        assert_whole_dots(symbol, pages[0], dpi)


@Each
def test_so_do_those_of_its_labels(language: str, dpi: int, renderer: str) -> None:
    pages = rendered(render_calibration_label(language, "62", dpi), renderer, dpi)
    codes = codes_at(dpi)
    symbols = found(pages, dpi)
    assert symbols
    for symbol in symbols:
        assert symbol.text in codes
        assert_reads(symbol, pages[symbol.page], dpi, codes)
        assert_whole_dots(symbol, pages[symbol.page], dpi)
