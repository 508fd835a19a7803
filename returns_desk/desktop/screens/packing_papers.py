"""Packing lists on their way out: drawn by the pool, then on the station's printer or in the folder of slips."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.screens.packing_jobs import look_at_list
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.screens.slip_jobs import draw_pages, free_file, printer_name
from returns_desk.documents.packing_list import render_packing_list
from returns_desk.domain.packing import PackingList
from returns_desk.exchange.whole_file import save_whole


class PackingPapers(QObject):
    """``said`` tells how a print went: tone, text."""

    said = Signal(str, str)
    refused = Signal(object)  # DeskError

    def __init__(self, room: Room, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room

    def print_list(self, batch: str, language: str) -> None:
        """Print the packing list of every carton; without a printer it is saved as a file."""
        self._room.runner.do(
            lambda desk: look_at_list(desk, batch),
            while_alive(self, lambda found: self._draw(*found, language)),
            while_alive(self, self.refused.emit),
        )

    def _draw(self, listed: PackingList, name: str, language: str) -> None:
        number, printer, clock = listed.content.batch, printer_name(), self._room.clock
        file = free_file(self._room.home / "slips", f"{number}-packing-list-{language}.pdf")

        def work(report: Callable[[int, int], None]) -> str:
            drawn = render_packing_list(listed, language, clock(), name)
            return "" if printer and _printed(drawn, printer, report) else _saved(drawn, file)

        self._room.pool.begin(work, while_alive(self, lambda saved: self._tell(number, printer, saved)))

    def _tell(self, number: str, printer: str, saved: str) -> None:
        words = self._room.words
        paper = words("Packing list of {number}", number=number)
        if saved:
            self.said.emit("ok", words("{paper} is in {file}", paper=paper, file=saved))
        else:
            self.said.emit("ok", words("{paper} went to {printer}", paper=paper, printer=printer))


def _printed(drawn: bytes, printer: str, report: Callable[[int, int], None]) -> bool:
    known = QPrinterInfo.printerInfo(printer)
    return not known.isNull() and draw_pages(drawn, QPrinter(known), report)


def _saved(drawn: bytes, file: Path) -> str:
    file.parent.mkdir(parents=True, exist_ok=True)
    save_whole(file, drawn)
    return str(file)
