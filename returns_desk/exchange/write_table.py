"""Tables out as CSV, XLSX or JSON: nothing in them runs, nothing half written stays, and import reads them back."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, BinaryIO

import xlsxwriter

from returns_desk.domain.money import Money
from returns_desk.domain.refusals import BadValue
from returns_desk.exchange.text import looks_like_formula, quoted, writable
from returns_desk.exchange.whole_file import Target, write_whole

Cell = str | int | float | bool | Decimal | Money | date | datetime | None
Rows = Iterable[Sequence[Cell]]
MAX_SHEET_ROWS = 1_048_575
MAX_CELL = 32_000  # Excel holds 32,767 signs in a cell
_CUT = " […]"


def write_csv(columns: Sequence[str], rows: Rows, target: Target) -> None:
    """Write CSV in UTF-8, with the mark by which spreadsheets read Hebrew right."""

    def write(file: BinaryIO) -> None:
        text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
        writer = csv.writer(text)
        writer.writerow(columns)
        writer.writerows([_csv_cell(cell) for cell in row] for row in rows)
        text.detach()

    write_whole(target, write)


def write_json(columns: Sequence[str], rows: Rows, target: Target) -> None:
    """Write one JSON list of objects; money is ``{"amount", "currency"}``, moments are ISO 8601 in UTC."""

    def write(file: BinaryIO) -> None:
        before = "[\n"
        for row in rows:
            entry = {column: _json_cell(cell) for column, cell in zip(columns, row, strict=True)}
            file.write(f"{before}{json.dumps(entry, ensure_ascii=False)}".encode())
            before = ",\n"
        file.write(b"[]\n" if before == "[\n" else b"\n]\n")

    write_whole(target, write)


def write_xlsx(columns: Sequence[str], rows: Rows, target: Target, *, right_to_left: bool = False) -> None:
    """Write a workbook of one sheet; text is text whatever it begins with, numbers and money are numbers.

    More rows than a sheet holds are refused with ``BadValue``; CSV and JSON take any number.
    """

    def write(file: BinaryIO) -> None:
        book = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_urls": False})
        with book:
            sheet = _Sheet(book, columns, right_to_left=right_to_left)
            for row in rows:
                sheet.add(row)

    write_whole(target, write)


class _Sheet:
    """The one sheet of a workbook, filled from the top."""

    def __init__(self, book: Any, columns: Sequence[str], *, right_to_left: bool) -> None:
        self._sheet = book.add_worksheet()
        self._row = 0
        self._text = book.add_format({"quote_prefix": True})
        self._money = book.add_format({"num_format": "#,##0.00"})
        self._date = book.add_format({"num_format": "yyyy-mm-dd"})
        self._moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        if right_to_left:
            self._sheet.right_to_left()
        self._sheet.set_column(0, max(len(columns) - 1, 0), 18)
        self._sheet.freeze_panes(1, 0)
        heading = book.add_format({"bold": True, "bottom": 1})
        for at, column in enumerate(columns):
            self._sheet.write_string(0, at, column, heading)

    def add(self, row: Sequence[Cell]) -> None:
        """Write the next row."""
        self._row += 1
        if self._row > MAX_SHEET_ROWS:
            raise BadValue("rows", str(MAX_SHEET_ROWS))
        for at, cell in enumerate(row):
            self._write(at, cell)

    def _write(self, at: int, cell: Cell) -> None:
        match cell:
            case None:
                pass
            case bool() | str():
                self._write_text(at, _plain(cell))
            case Money():
                self._sheet.write_number(self._row, at, cell.amount, self._money)
            case datetime():
                self._sheet.write_datetime(self._row, at, _utc(cell).replace(tzinfo=None), self._moment)
            case date():
                self._sheet.write_datetime(self._row, at, cell, self._date)
            case _:
                self._sheet.write_number(self._row, at, cell)

    def _write_text(self, at: int, text: str) -> None:
        shown = text if len(text) <= MAX_CELL else text[: MAX_CELL - len(_CUT)] + _CUT
        if shown:
            self._sheet.write_string(self._row, at, shown, self._text if looks_like_formula(shown) else None)


def _csv_cell(cell: Cell) -> str:
    return quoted(_plain(cell)) if isinstance(cell, str) else _plain(cell)


def _plain(cell: Cell) -> str:
    """One cell as text; what is not text already never begins like a formula, but for a minus before digits."""
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case str():
            return writable(cell)
        case datetime():
            return _utc(cell).strftime("%Y-%m-%dT%H:%M:%SZ")
        case date():
            return cell.isoformat()
        case Decimal():
            return f"{cell:f}"
        case _:
            return str(cell)


def _json_cell(cell: Cell) -> object:
    match cell:
        case Money():
            return {"amount": str(cell), "currency": cell.currency}
        case None | bool() | int() | float():
            return cell
        case _:
            return _plain(cell)


def _utc(moment: datetime) -> datetime:
    """The moment in UTC; one without a zone is taken to be UTC already."""
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
