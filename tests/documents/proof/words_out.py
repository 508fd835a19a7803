"""Text taken out of a PDF again, in the order in which it is read."""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterable
from itertools import groupby

import pypdfium2
import pytest

_HEBREW_WORD = "[א-ת]+(?:[׳״'\"][א-ת]+)*"
_OTHER_WORD = r"-?[^\W_א-ת]+(?:[-./:+][^\W_א-ת]+)*"
_WORD = re.compile(f"{_HEBREW_WORD}|{_OTHER_WORD}")
_HEBREW = re.compile(_HEBREW_WORD)
_DIRECTING = dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def by_pdfium(pdf: bytes) -> str:
    """All pages, as PDFium reads them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def by_poppler(pdf: bytes) -> str:
    """All pages, as pdftotext reads them."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not on this machine")
    run = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return run.stdout.decode()


def words_of(text: str) -> list[str]:
    """The words, codes and amounts of a text in their order; blanks, brackets and stops between them are left out.

    Brackets inside Hebrew come out turned, and a stop beside a figure on its other side: both readers turn a
    right-to-left run round by a rule of their own (and we put no text behind the text for them to find).
    """
    return _WORD.findall(unicodedata.normalize("NFC", text.translate(_DIRECTING)))


def rows_of(texts: Iterable[str], language: str) -> list[str]:
    """What must come out together: rows of words in the page's own letters, and each word in others.

    A row is words with nothing but blanks between them. Words of the other direction, what stands on either side of a
    comma, and lines that begin in other letters are put in order by each reader's own rule.
    """
    rows = []
    for text in texts:
        leading = next((bool(_HEBREW.fullmatch(word)) for word in words_of(text) if not word.isnumeric()), True)
        own = leading == (language == "he")
        for part in re.split(r"[^\w\s׳״'\"./:+-]|(?<=\W)[-/]|[/.:](?=\W|$|[א-ת])", text.translate(_DIRECTING)):
            for hebrew, group in groupby(words_of(part), key=lambda word: bool(_HEBREW.fullmatch(word))):
                row = list(group)
                rows += [" ".join(row)] if own and hebrew == (language == "he") else row
    return list(dict.fromkeys(rows))


def of_letters(rows: Iterable[str]) -> list[str]:
    """Rows of words alone: PDFium says a code that stands in a line with Hebrew in parts (``-2026-000117SR``)."""
    return [row for row in rows if all(word.isalpha() for word in row.split())]


def missing_rows(rows: Iterable[str], taken_out: str) -> list[str]:
    """Those of the rows that do not come out whole and in order."""
    whole = f" {' '.join(words_of(taken_out))} "
    return [row for row in rows if f" {row} " not in whole]
