"""Every label in every size and language, made for three printers, through two renderers, before two readers.

Each day a label of a size and language is made for one printer and seen by one renderer, in turn, so that every label
and every size meets all six pairs; packaging/soak makes them all, and kills every dot of the head under every symbol.
"""

import pytest
from PIL import Image

from tests.documents.proof.checks import (
    WEATHERS,
    assert_codes,
    assert_inside,
    assert_reads,
    assert_reads_in,
    assert_survives,
    assert_whole_dots,
)
from tests.documents.proof.eyes import DPIS, RENDERERS, Symbol, found, module_of, rendered
from tests.documents.proof.labels_shown import code_of, kinds, label_pdf, texts_of
from tests.documents.proof.words_out import by_pdfium, by_poppler, missing_rows, of_letters, rows_of

EDGE = (1 / 25.4, 1 / 25.4)  # inches; what label printers are off by when they are set well
PAIRS = [(dpi, renderer) for dpi in DPIS for renderer in RENDERERS]
Form = tuple[str, str, str, int, str]  # label, size, language, dpi, renderer


def forms(*, whole: bool) -> list[Form]:
    """All forms, or those of a day."""
    made: list[Form] = []
    for place, kind in enumerate(kinds()):
        today = PAIRS[(place + place // len(PAIRS)) % len(PAIRS)]
        made += [(*kind, *pair) for pair in (PAIRS if whole else (today,))]
    return made


Each = pytest.mark.parametrize(("name", "size", "language", "dpi", "renderer"), forms(whole=False))


def seen(name: str, size: str, language: str, dpi: int, renderer: str) -> tuple[Image.Image, tuple[Symbol, ...]]:
    """One label in dots, with its codes."""
    pages = rendered(label_pdf(name, size, language, dpi), renderer, dpi)
    assert len(pages) == 1
    return pages[0], found(pages, dpi)


@Each
def test_its_codes_read_back_in_all_weathers_in_whole_dots_inside_the_paper(
    name: str, size: str, language: str, dpi: int, renderer: str
) -> None:
    look_at_whole(name, size, language, dpi, renderer)


def look_at_whole(name: str, size: str, language: str, dpi: int, renderer: str) -> None:
    codes = frozenset({code_of(name, size)})
    page, symbols = seen(name, size, language, dpi, renderer)
    assert_codes(symbols, codes)
    assert not all(symbol.matrix for symbol in symbols), "a dead dot may hide a matrix: bars must stand beside it"
    for symbol in symbols:
        assert_reads(symbol, page, dpi, codes)
        assert_whole_dots(symbol, page, dpi)
        for weather in WEATHERS:
            assert_reads_in(symbol, page, dpi, codes, weather)
    assert_inside((page,), dpi, EDGE)


@pytest.mark.soak
@pytest.mark.parametrize(("name", "size", "language", "dpi", "renderer"), forms(whole=True))
def test_so_does_every_form_and_with_any_dot_of_the_head_dead(
    name: str, size: str, language: str, dpi: int, renderer: str
) -> None:
    look_at_whole(name, size, language, dpi, renderer)
    page, symbols = seen(name, size, language, dpi, renderer)
    for symbol in symbols:
        picture = symbol.cut_out(page, dpi)
        module = module_of(symbol, page, dpi)
        columns = range(0, picture.width, max(1, dpi // 200))
        hidden = [column for column in columns if _hides(symbol, picture, (column, module))]
        # where a module is two dots (50x25 at 203 dpi) half a bar is gone: some dots hide it from both readers
        assert len(hidden) <= (len(columns) // 25 if module <= 2 else 0), f"{symbol.text}: dead dots at {hidden}"


def _hides(symbol: Symbol, picture: Image.Image, dead: tuple[int, int]) -> bool:
    """Whether a dead dot hides a symbol; that another number is read is never let pass."""
    try:
        assert_survives(symbol, picture, dead, frozenset({symbol.text}))
    except AssertionError as missed:
        if "another number" in str(missed):
            raise
        return True
    return False


@Each
def test_its_words_come_out_again_in_their_order(name: str, size: str, language: str, dpi: int, renderer: str) -> None:
    rows = rows_of(texts_of(name, size, language, dpi), language)
    assert rows
    pdf = label_pdf(name, size, language, dpi)
    assert not missing_rows(of_letters(rows), by_pdfium(pdf) if renderer == "pdfium" else by_poppler(pdf))
