"""Any table file (CSV, XLSX, XLS, ODS) as column names and rows with their line in the file."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from returns_desk.domain.import_facts import FileFact, RowFact
from returns_desk.domain.refusals import ImportRefused, RowRefused
from returns_desk.exchange.plain_text import decode, records
from returns_desk.exchange.rows import RefusedRow
from returns_desk.exchange.text import broken, clean, unquoted
from returns_desk.exchange.workbook_guard import MAX_COLUMNS, MAX_ROWS
from returns_desk.exchange.workbooks import workbook_rows

MAX_FILE = 50_000_000
_WORKBOOKS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
_FOREIGN = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"MZ",
    b"\x7fELF",
    b"\x1f\x8b",
    b"{\\rtf",
    b"<html",
    b"<!DOC",
)

Record = tuple[int, list[str] | RowRefused]


@dataclass(frozen=True)
class TableRow:
    """One row; ``line`` counts from 1 with the header, ``cells`` are as many as the columns."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A file's table; rows that could not even be parted into cells are in ``refused``."""

    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    refused: tuple[RefusedRow, ...] = field(default=())


def read_table(path: Path) -> Table:
    """Read a file whatever its name's ending says: what it is, is seen from its content."""
    content = _content(path)
    if content.startswith(_FOREIGN):
        raise ImportRefused(FileFact.UNREADABLE, "not a table")
    if content.startswith(_WORKBOOKS):
        return _table((line, row) for line, row in enumerate(workbook_rows(content), 1) if any(row))
    return _table(records(decode(content)))


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise ImportRefused(FileFact.MISSING, path.name)
        with path.open("rb") as file:
            content = file.read(MAX_FILE + 1)
    except OSError as error:
        raise ImportRefused(FileFact.UNREADABLE, type(error).__name__) from None
    if len(content) > MAX_FILE:
        raise ImportRefused(FileFact.TOO_LARGE)
    return content


def _table(found: Iterable[Record]) -> Table:
    rows: list[TableRow] = []
    refused: list[RefusedRow] = []
    columns: tuple[str, ...] = ()
    for line, record in found:
        if not columns:
            columns = _header(record)
            continue
        if len(rows) + len(refused) >= MAX_ROWS:
            raise ImportRefused(FileFact.TOO_LARGE)
        checked = _checked(record, len(columns))
        if isinstance(checked, RowRefused):
            refused.append(RefusedRow(line, checked))
        elif any(cell.strip() for cell in checked):
            rows.append(TableRow(line, checked))
    if not columns or not (rows or refused):
        raise ImportRefused(FileFact.EMPTY)
    return Table(columns, tuple(rows), tuple(refused))


def _header(record: list[str] | RowRefused) -> tuple[str, ...]:
    """The column names, cleaned; empty names at the end are dropped, the same name twice is refused."""
    if isinstance(record, RowRefused) or any(broken(cell) for cell in record):
        raise ImportRefused(FileFact.UNREADABLE, "header")
    names = [clean(cell) for cell in record]
    while names and not names[-1]:
        names.pop()
    if len(names) > MAX_COLUMNS:
        raise ImportRefused(FileFact.TOO_LARGE)
    folded = [name.casefold() for name in names]
    twice = tuple(name for name in names if name and folded.count(name.casefold()) > 1)
    if twice:
        raise ImportRefused(FileFact.SAME_COLUMNS, columns=tuple(dict.fromkeys(twice)))
    return tuple(names)


def _checked(record: list[str] | RowRefused, width: int) -> tuple[str, ...] | RowRefused:
    """The row's cells, as many as the header has; half rows and broken text are refused."""
    if isinstance(record, RowRefused):
        return record
    hurt = next((cell for cell in record if broken(cell)), None)
    if hurt is not None:
        return RowRefused(RowFact.UNREADABLE, value=clean(hurt.encode("utf-8", "replace").decode())[:40])
    extra = any(cell.strip() for cell in record[width:])
    if len(record) < width or extra:
        return RowRefused(RowFact.CELLS, value=str(len(record)))
    return tuple(unquoted(cell) for cell in record[:width])
