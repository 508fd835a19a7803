"""A supplier's statement as a workbook: written by the pool, opened by whatever program has such files."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.preview.writing import free_file, guarded
from returns_desk.desktop.screens.credit_jobs import look_at_statement
from returns_desk.desktop.screens.screen import Room
from returns_desk.domain.statements import Statement
from returns_desk.exchange.write_statement import write_statement
from returns_desk.wording import Words


class CreditPapers(QObject):
    """``said`` tells how it went: tone, text."""

    said = Signal(str, str)
    refused = Signal(object)  # DeskError

    def __init__(self, room: Room, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.open_outside: Callable[[QUrl], bool] = QDesktopServices.openUrl

    def save_workbook(self, supplier: str, since: date | None) -> None:
        """Save a supplier's statement as a workbook in its own language, and open it."""
        self._room.runner.do(
            lambda desk: look_at_statement(desk, supplier, since),
            while_alive(self, self._write),
            while_alive(self, self.refused.emit),
        )

    def _write(self, found: Statement) -> None:
        words = self._room.words
        file = free_file(self._room.home / "statements", f"{found.code}-{found.until.isoformat()}.xlsx")

        def write() -> None:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_statement(found, Words(found.language), file)

        def hear(trouble: str) -> None:
            if trouble:
                self.said.emit("bad", words("{file} could not be written: {why}", file=str(file), why=trouble))
                return
            paper = words("Statement of {supplier}", supplier=found.code)
            self.said.emit("ok", words("{paper} is in {file}", paper=paper, file=str(file)))
            self.open_outside(QUrl.fromLocalFile(str(file)))

        work = guarded(write, words)
        self._room.pool.begin(lambda _report: work(), while_alive(self, hear))
