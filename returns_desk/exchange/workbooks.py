"""Workbooks (XLSX, XLS, ODS) as rows of cells; the guards look first."""

import io
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from python_calamine import CalamineError, PasswordError, ZipError, load_workbook

from returns_desk.domain.import_facts import FileFact
from returns_desk.domain.refusals import ImportRefused
from returns_desk.exchange.old_workbook_guard import look_inside_old
from returns_desk.exchange.workbook_guard import MAX_COLUMNS, MAX_ROWS, look_inside

Value = int | float | str | bool | time | date | datetime | timedelta


def workbook_rows(content: bytes) -> list[list[str]]:
    """Read the first sheet as text, the first line of the list being line 1 of the sheet."""
    if content.startswith(b"PK"):
        look_inside(content)
    else:
        look_inside_old(content)
    try:
        with load_workbook(io.BytesIO(content)) as book:
            sheet = book.get_sheet_by_index(0)
            if sheet.total_height > MAX_ROWS or sheet.total_width > MAX_COLUMNS:
                raise ImportRefused(FileFact.TOO_LARGE)
            return [[as_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    except PasswordError:
        raise ImportRefused(FileFact.PASSWORD) from None
    except (CalamineError, ZipError, ValueError, IndexError, OSError) as error:
        raise ImportRefused(FileFact.UNREADABLE, type(error).__name__) from None
    except BaseException as panic:  # the reader's own stumbling over damage, which is no Exception
        if type(panic).__name__ != "PanicException":
            raise
        raise ImportRefused(FileFact.UNREADABLE, "damaged") from None


def as_text(value: Value) -> str:
    """One cell as the same text that a CSV file would hold; formulas give the value that was kept with them."""
    match value:
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case float():
            return f"{Decimal(repr(value)):f}" if abs(value) < 1e15 else str(value)
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime():
            return value.isoformat(" ", "seconds")
        case date() | time():
            return value.isoformat()
        case _:
            return str(value)
