"""Dispute letters and statements on their way out: drawn by the pool, then on a printer or in a file."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.screens.credit_jobs import look_at_statement, take_letter
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.screens.slip_jobs import draw_pages, free_file, printer_name
from returns_desk.documents.dispute_letter import render_dispute_letter
from returns_desk.documents.statement import render_statement
from returns_desk.domain.dispute_letters import DisputeLetter
from returns_desk.domain.events import Event
from returns_desk.domain.statements import Statement
from returns_desk.exchange.whole_file import save_whole
from returns_desk.exchange.write_statement import write_statement
from returns_desk.wording import Words


class CreditPapers(QObject):
    """``said`` tells how it went: tone, text."""

    said = Signal(str, str)
    refused = Signal(object)  # DeskError

    def __init__(self, room: Room, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room

    def print_letter(self, batch: str, language: str) -> None:
        """Print a batch's dispute letter; without a printer it is saved as a file."""
        printer = printer_name()
        self._room.runner.do(
            lambda desk: take_letter(desk, batch, language, printer or "folder"),
            while_alive(self, lambda taken: self._draw_letter(*taken, language, printer)),
            while_alive(self, self.refused.emit),
            counted=True,
        )

    def save_statement(self, supplier: str, since: date | None, ending: str) -> None:
        """Save a supplier's statement as ``pdf`` or ``xlsx`` in its own language, and open it."""
        self._room.runner.do(
            lambda desk: look_at_statement(desk, supplier, since),
            while_alive(self, lambda found: self._save_statement(*found, ending)),
            while_alive(self, self.refused.emit),
        )

    def _draw_letter(
        self, letter: DisputeLetter, name: str, events: tuple[Event, ...], language: str, printer: str
    ) -> None:
        self._room.runner.tell(events)
        file = free_file(self._room.home / "letters", f"{letter.number}-{language}.pdf")
        clock = self._room.clock

        def work(report: Callable[[int, int], None]) -> str:
            drawn = render_dispute_letter(letter, language, clock(), name)
            return "" if printer and _printed(drawn, printer, report) else _saved(drawn, file)

        self._room.pool.begin(work, while_alive(self, lambda saved: self._tell(letter.number, printer, saved)))

    def _save_statement(self, found: Statement, name: str, ending: str) -> None:
        folder, clock, language = self._room.home / "statements", self._room.clock, found.language
        file = _free(folder, f"{found.code}-{found.until.isoformat()}", ending)

        def work(_report: Callable[[int, int], None]) -> str:
            if ending == "pdf":
                return _saved(render_statement(found, language, clock(), name), file)
            file.parent.mkdir(parents=True, exist_ok=True)
            write_statement(found, Words(language), file)
            return str(file)

        def hear(saved: str) -> None:
            self._tell(self._room.words("Statement of {supplier}", supplier=found.code), "", saved)
            QDesktopServices.openUrl(QUrl.fromLocalFile(saved))

        self._room.pool.begin(work, while_alive(self, hear))

    def _tell(self, paper: str, printer: str, saved: str) -> None:
        words = self._room.words
        if saved:
            self.said.emit("ok", words("{paper} is in {file}", paper=paper, file=saved))
        else:
            self.said.emit("ok", words("{paper} went to {printer}", paper=paper, printer=printer))


def _free(folder: Path, name: str, ending: str) -> Path:
    """A file that is not there yet."""
    file, number = folder / f"{name}.{ending}", 1
    while file.exists():
        number += 1
        file = folder / f"{name}-{number}.{ending}"
    return file


def _printed(drawn: bytes, printer: str, report: Callable[[int, int], None]) -> bool:
    known = QPrinterInfo.printerInfo(printer)
    return not known.isNull() and draw_pages(drawn, QPrinter(known), report)


def _saved(drawn: bytes, file: Path) -> str:
    file.parent.mkdir(parents=True, exist_ok=True)
    save_whole(file, drawn)
    return str(file)
