"""Delimited text (CSV) as rows of cells: encoding and delimiter found out, damage kept to the row it is in."""

import codecs
import csv
import re
from collections.abc import Iterator
from itertools import islice

from returns_desk.domain.import_facts import FileFact, RowFact
from returns_desk.domain.refusals import ImportRefused, RowRefused

MAX_FIELD = 10_000  # characters; longer fields are refused with their row
MAX_RECORD_LINES = 20  # a quoted field that never ends swallows no more than this
_HEBREW = re.compile(rb"[\xe0-\xfa]{2,}")
_ACCENT = re.compile(rb"(?<=[A-Za-z])[\xc0-\xff]|[\xc0-\xff](?=[A-Za-z])")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f]")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


def decode(content: bytes) -> str:
    """Turn bytes into text; single broken bytes stay as lone surrogates, so that only their row is refused."""
    if content.startswith(codecs.BOM_UTF8):
        return content[3:].decode("utf-8", "surrogateescape")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _sixteen_bit(content[2:], "utf-16-le" if content[0] == 0xFF else "utf-16-be")
    text = _without_mark(content)
    if len(_CONTROL.findall(text[:100_000])) * 50 > len(text[:100_000]):
        raise ImportRefused(FileFact.UNREADABLE, "not a table")
    return text


def _without_mark(content: bytes) -> str:
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        high = content[first:4000:2]
        if high.count(0) and (high.count(0) + high.count(5)) * 5 > len(high) * 4:  # Latin and Hebrew begin so
            return _sixteen_bit(content, encoding)
    text = content.decode("utf-8", "surrogateescape")
    bad = sum(1 for sign in text if "\udc80" <= sign <= "\udcff")
    good = sum(1 for sign in text if sign > "\x7f") - bad
    if bad <= good:
        return text
    return content.decode(_eight_bit(content), "surrogateescape")


def _sixteen_bit(content: bytes, encoding: str) -> str:
    """UTF-16; half a sign at the end stays as a lone surrogate."""
    whole = content[: len(content) // 2 * 2].decode(encoding, "surrogatepass")
    return whole if len(content) % 2 == 0 else f"{whole}\udc80"


def _eight_bit(content: bytes) -> str:
    """Tell Hebrew (runs of its letters) from western accents (single signs beside Latin letters)."""
    return "cp1252" if len(_ACCENT.findall(content)) > len(_HEBREW.findall(content)) else "cp1255"


def delimiter_of(header: str) -> str:
    """The sign that parts the header's columns: comma, semicolon or tab, whichever stands there most."""
    bare = re.sub(r'"[^"]*"', "", header)
    return max(",;\t", key=bare.count)


def records(text: str) -> Iterator[tuple[int, list[str] | RowRefused]]:
    """Yield every record with the line on which it begins; one that cannot be read is given as its refusal.

    After a refused record reading goes on with the very next line, so that a quotation mark left open costs its own
    line and not the rest of the file.
    """
    lines = [match.group() for match in _LINE.finditer(text) if match.group()]
    first = next((line for line in lines if line.strip()), "")
    delimiter = delimiter_of(first)
    csv.field_size_limit(max(csv.field_size_limit(), MAX_FIELD * MAX_RECORD_LINES * 10))
    at = 0
    while at < len(lines):
        used, record = _record(lines, at, delimiter)
        if record != []:
            yield at + 1, record
        at += used


def _record(lines: list[str], at: int, delimiter: str) -> tuple[int, list[str] | RowRefused]:
    """Read one record; say how many lines it took."""
    if not lines[at].strip():
        return 1, []
    if len(lines[at]) > MAX_FIELD * 10:
        return 1, RowRefused(RowFact.TOO_LONG, value=lines[at][:40])
    reader = csv.reader(islice(lines, at, at + MAX_RECORD_LINES), delimiter=delimiter, strict=True)
    try:
        cells = next(reader)
    except (csv.Error, StopIteration):
        return 1, RowRefused(RowFact.QUOTES, value=lines[at].strip()[:40])
    long = next((cell for cell in cells if len(cell) > MAX_FIELD), None)
    return reader.line_num, RowRefused(RowFact.TOO_LONG, value=long[:40]) if long is not None else cells
