"""A slip on its way out: registered in the store, drawn by the pool, then on a printer or in a file."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from returns_desk.desk import now_utc
from returns_desk.documents.slips import render_slip
from returns_desk.domain.events import Event
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.slips import Ribbon, SlipContent
from returns_desk.usecases import look_bench
from returns_desk.usecases.issue_slip import SlipPrint, preview_slip, print_slip
from returns_desk.usecases.sign_in import prove

if TYPE_CHECKING:
    from returns_desk.desk import Desk

_DPI = 300


@dataclass(frozen=True)
class Paper:
    """One print of a slip, ready to be drawn."""

    content: SlipContent
    language: str
    ribbon: Ribbon
    copy: int
    printed_at: datetime
    printed_by: str
    events: tuple[Event, ...] = ()

    @property
    def file_name(self) -> str:
        """A name for the file: the slip's number, which print it is, the language."""
        kind = f"copy-{self.copy}" if self.ribbon is Ribbon.COPY else self.ribbon.value
        return f"{self.content.number or self.content.batch}-{kind}-{self.language}.pdf"

    def draw(self) -> bytes:
        """The paper as PDF."""
        return render_slip(self.content, self.language, self.ribbon, self.copy, self.printed_at, self.printed_by)


def look_at_paper(desk: "Desk", number: str, language: str) -> Paper:
    """The paper as its next print will be; nothing is registered."""
    printed = desk.read(preview_slip, number)
    following = None if not printed.content.number else 0 if printed.copy is None else printed.copy + 1
    return _paper(desk, replace(printed, copy=following), language)


def take_paper(desk: "Desk", number: str, language: str, target: str) -> Paper:
    """Register one print, to a printer or a file, and bring what is to be drawn."""
    done = desk.run(AT_THE_BENCH, print_slip, number, language, target)
    return replace(_paper(desk, done.answer or desk.read(preview_slip, number), language), events=done.events)


def take_second_original(
    desk: "Desk", proof: tuple[str, str], number: str, language: str, target_and_reason: tuple[str, str]
) -> Paper:
    """Register a second original, signed by a supervisor's badge and PIN."""
    target, reason = target_and_reason
    proven = desk.run(AT_THE_BENCH, prove, *proof)
    who = proven.answer if proven.answer is not None else AT_THE_BENCH
    done = desk.run(who, print_slip, number, language, target, again=True, reason=reason)
    return replace(_paper(desk, done.answer or desk.read(preview_slip, number), language), events=done.events)


def _paper(desk: "Desk", printed: SlipPrint, language: str) -> Paper:
    person = desk.read(look_bench.bench).person
    name = "" if person is None else (person.name_en or person.name) if language == "en" else person.name
    ribbon = Ribbon.COPY
    if printed.cancelled:
        ribbon = Ribbon.CANCELLED
    elif printed.copy is None:
        ribbon = Ribbon.DRAFT
    elif printed.copy == 0:
        ribbon = Ribbon.ORIGINAL
    return Paper(printed.content, language, ribbon, printed.copy or 0, now_utc(), name)


def printer_name() -> str:
    """The station's default printer; empty where there is none."""
    printer = QPrinterInfo.defaultPrinter()
    return "" if printer.isNull() else printer.printerName()


def free_file(folder: Path, name: str) -> Path:
    """A file in a folder that is not there yet: no print ever writes over another."""
    file, number = folder / name, 1
    while file.exists():
        number += 1
        file = folder / f"{Path(name).stem}-{number}.pdf"
    return file


def save_paper(paper: Paper, file: Path) -> Path:
    """Write the PDF whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.part")
    part.write_bytes(paper.draw())
    os.replace(part, file)
    return file


def send_to_printer(paper: Paper, name: str, report: Callable[[int, int], None]) -> bool:
    """Print every page; ``False`` when the printer did not take it. Runs in the pool: it touches no widget."""
    known = QPrinterInfo.printerInfo(name)
    return not known.isNull() and draw_pages(paper.draw(), QPrinter(known), report)


def draw_pages(drawn: bytes, printer: QPrinter, report: Callable[[int, int], None]) -> bool:
    """Draw the pages of a PDF on a printer, edge to edge of an A4 sheet; ``False`` when it cannot begin."""
    document, buffer = open_pdf(drawn)
    printer.setResolution(_DPI)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter()
    if not painter.begin(printer):
        return False
    pages = document.pageCount()
    for page in range(pages):
        report(page, pages)
        if page:
            printer.newPage()
        room = printer.pageRect(QPrinter.Unit.DevicePixel)
        picture = document.render(page, QSize(round(room.width()), round(room.height())))
        painter.drawImage(QRectF(0, 0, room.width(), room.height()), picture)
    painter.end()
    buffer.close()
    return True


def open_pdf(drawn: bytes) -> tuple[QPdfDocument, QBuffer]:
    """A PDF from memory; the buffer must live as long as the document."""
    buffer = QBuffer()
    buffer.setData(QByteArray(drawn))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    return document, buffer
