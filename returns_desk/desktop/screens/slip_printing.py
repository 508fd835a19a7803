"""Prints and saves slips: the print is registered first, then drawn by the pool; the window never waits for it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.screens.slip_jobs import (
    Paper,
    free_file,
    printer_name,
    save_paper,
    send_to_printer,
    take_paper,
    take_second_original,
)
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.slips import Ribbon
from returns_desk.wording import Words


class SlipPrinting(QObject):
    """``said`` tells how a print went, in words."""

    said = Signal(str, str)  # tone, text
    refused = Signal(object)  # DeskError

    def __init__(self, room: Room, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room

    def print_slip(self, number: str, language: str) -> None:
        """Print a batch's paper in a language: the original once, then copies; a draft before approval."""
        printer = printer_name()
        target = printer or "folder"
        self._take(lambda desk: take_paper(desk, number, language, target), printer)

    def print_second_original(self, proof: tuple[str, str], number: str, language: str, reason: str) -> None:
        """Print an original again, which a supervisor signs."""
        printer = printer_name()
        why = (printer or "folder", reason)
        self._take(lambda desk: take_second_original(desk, proof, number, language, why), printer)

    def save_slip(self, number: str, language: str, file: Path) -> None:
        """Save one print into a file, and open it in the system's viewer."""
        self._room.runner.do(
            lambda desk: take_paper(desk, number, language, file.name),
            while_alive(self, lambda paper: self._save(paper, file, then_open=True)),
            while_alive(self, self.refused.emit),
            counted=True,
        )

    def _take(self, job: "Callable[..., Paper]", printer: str) -> None:
        refused: Callable[[DeskError], None] = while_alive(self, self.refused.emit)
        self._room.runner.do(job, while_alive(self, lambda paper: self._put_out(paper, printer)), refused, counted=True)

    def _put_out(self, paper: Paper, printer: str) -> None:
        if not printer:
            self._save(paper, free_file(self._room.home / "slips", paper.file_name), then_open=False)
            return
        self._room.runner.tell(paper.events)
        self._room.pool.begin(
            lambda report: send_to_printer(paper, printer, report),
            while_alive(self, lambda taken: self._on_printed(paper, printer, taken=taken)),
        )

    def _on_printed(self, paper: Paper, printer: str, *, taken: bool) -> None:
        if taken:
            what = say_paper(self._room.words, paper)
            self.said.emit("ok", self._room.words("{paper} went to {printer}", paper=what, printer=printer))
        else:  # it is registered already: the paper must not be lost
            self._save(paper, free_file(self._room.home / "slips", paper.file_name), then_open=False)

    def _save(self, paper: Paper, file: Path, *, then_open: bool) -> None:
        self._room.runner.tell(paper.events)

        def hear(trouble: str) -> None:
            self._on_saved(paper, file, trouble, then_open=then_open)

        self._room.pool.begin(lambda _report: _try_to_save(paper, file), while_alive(self, hear))

    def _on_saved(self, paper: Paper, file: Path, trouble: str, *, then_open: bool) -> None:
        words = self._room.words
        if trouble:
            self.said.emit("bad", words("{file} could not be written: {why}", file=str(file), why=trouble))
            return
        self.said.emit("ok", words("{paper} is in {file}", paper=say_paper(words, paper), file=str(file)))
        if then_open:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def _try_to_save(paper: Paper, file: Path) -> str:
    try:
        save_paper(paper, file)
    except OSError as trouble:
        return trouble.strerror or str(trouble)
    return ""


def say_paper(words: Words, paper: Paper) -> str:
    """Which paper, and which print of it."""
    number = paper.content.number or paper.content.batch
    match paper.ribbon:
        case Ribbon.DRAFT:
            return words("{number}, draft", number=number)
        case Ribbon.ORIGINAL:
            return words("{number}, original", number=number)
        case Ribbon.CANCELLED:
            return words("{number}, void", number=number)
        case _:
            return words("{number}, copy {copy}", number=number, copy=paper.copy)
