"""A look at a workbook from outside, before anything in it is opened: bombs and disguises are refused here."""

import io
import re
import zlib
from xml.parsers import expat
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from returns_desk.domain.import_facts import FileFact
from returns_desk.domain.refusals import ImportRefused

MAX_UNPACKED = 50_000_000
MAX_RATIO = 100
MAX_MEMBERS = 200
MAX_ROWS = 200_000
MAX_COLUMNS = 100
MAX_CELLS = 4_000_000
_SMALL = 1_000_000  # so little unpacked is never a bomb, however well it was packed
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,5})?(\d{1,12})["']""")
_HIDDEN_REFERENCE = re.compile(rb"""\sr\s*=\s*(?:"[^"]*&|'[^']*&)""")
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-?8["']|us-ascii["'])""", re.IGNORECASE)
_SHARED = re.compile(rb"""\st\s*=\s*["']s["']""")


def look_inside(content: bytes) -> None:
    """Refuse what is no plain workbook or would grow beyond measure; nothing is unpacked before its size is known."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            _check_sizes(members, len(content))
            names = {member.filename for member in members}
            if not names & {"xl/workbook.xml", "content.xml"}:
                raise ImportRefused(FileFact.UNREADABLE, "not a workbook")
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                raise ImportRefused(FileFact.UNREADABLE, "macros")
            parts = {name: archive.read(name) for name in names if name.endswith((".xml", ".rels"))}
    except (
        BadZipFile,
        LargeZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
        zlib.error,
    ) as error:
        raise ImportRefused(FileFact.UNREADABLE, type(error).__name__) from None
    for name, part in parts.items():
        _check_markup(part)
        if "worksheets/" in name:
            _check_reach(part)
        elif name == "content.xml":
            _check_open_document(part)
    _check_shared(parts)


def _check_sizes(members: list[ZipInfo], packed: int) -> None:
    unpacked = sum(member.file_size for member in members)
    stuffed = unpacked > _SMALL and unpacked > packed * MAX_RATIO
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED or stuffed:
        raise ImportRefused(FileFact.TOO_LARGE)


def _check_markup(part: bytes) -> None:
    """Entities multiply text, and other encodings would hide it from the checks; no spreadsheet program writes them."""
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part or b"\0" in part or _ENCODING.match(part):
        raise ImportRefused(FileFact.UNREADABLE, "markup")


def _check_reach(sheet: bytes) -> None:
    """Refuse a sheet whose farthest cell would make a table of billions of empty ones."""
    if _HIDDEN_REFERENCE.search(sheet):
        raise ImportRefused(FileFact.UNREADABLE, "markup")
    columns = rows = 1
    for match in _REFERENCE.finditer(sheet):
        rows = max(rows, int(match[2]))
        columns = max(columns, _column_number(match[1] or b"A"))
    if rows > MAX_ROWS or columns > MAX_COLUMNS or rows * columns > MAX_CELLS:
        raise ImportRefused(FileFact.TOO_LARGE)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _check_shared(parts: dict[str, bytes]) -> None:
    """Refuse a workbook whose one long shared text stands in very many cells."""
    shared = next((part for name, part in parts.items() if name.endswith("sharedStrings.xml")), b"")
    longest = max((len(piece) for piece in shared.split(b"</si>")), default=0)
    uses = sum(len(_SHARED.findall(part)) for name, part in parts.items() if "worksheets/" in name)
    if longest > 1000 and longest * uses > MAX_UNPACKED * 4:
        raise ImportRefused(FileFact.TOO_LARGE)


class _Reach:
    """Follows an open document's sheet and adds up how far its filled cells reach, repeats included."""

    def __init__(self) -> None:
        self.rows = self.width = 0
        self._waiting = self._repeat = self._at = self._filled = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element opens."""
        if tag == "table:table":
            self.rows = self._waiting = 0
        elif tag == "table:table-row":
            self._repeat = int(attributes.get("table:number-rows-repeated", "1"))
            self._at = self._filled = 0
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self._at += int(attributes.get("table:number-columns-repeated", "1"))
            if any(name.startswith("office:") for name in attributes):
                self._filled = self._at
        elif tag == "text:p":
            self._filled = self._at

    def end(self, tag: str) -> None:
        """An element closes; empty rows count only once a filled one follows."""
        if tag != "table:table-row":
            return
        self._waiting += self._repeat
        if self._filled:
            self.rows += self._waiting
            self._waiting = 0
            self.width = max(self.width, self._filled)
            self.check()

    def check(self) -> None:
        """Refuse what reaches too far."""
        if self.rows > MAX_ROWS or self.width > MAX_COLUMNS or self.rows * self.width > MAX_CELLS:
            raise ImportRefused(FileFact.TOO_LARGE)


def _check_open_document(sheet: bytes) -> None:
    reach = _Reach()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reach.start
    parser.EndElementHandler = reach.end
    try:
        parser.Parse(sheet, True)
    except (expat.ExpatError, ValueError):
        raise ImportRefused(FileFact.UNREADABLE, "markup") from None
