"""Settings, fourth card: sheets of codes on paper, opened in the system's viewer or saved where one likes."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.documents_folder import documents_folder
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.sheet_jobs import SHEETS, Paper, save_badges, save_command_sheet, save_scanner_sheet
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.titled import emphasise, in_line, titled

Draw = Callable[[Path], Paper]


class SheetsCard(Card):
    """``said`` tells where a sheet is: tone, text."""

    said = Signal(str, str)

    def __init__(self, room: Room) -> None:
        words = room.words
        super().__init__(words("Sheets of codes"))
        self._room = room
        self.setObjectName("sheets_card")
        language = words.language
        emphasise(self)
        commands = self._sheet_buttons(
            f"command-sheet-{language}.pdf", lambda file: save_command_sheet(language, file), "command_sheet"
        )
        scanner = self._sheet_buttons(
            f"scanner-sheet-{language}.pdf", lambda file: save_scanner_sheet(language, file), "scanner_sheet"
        )
        badges = push_button(words("Choose the file of people"), "badges")
        badges.clicked.connect(self._ask_for_people)
        self.body.addLayout(titled(words("Command sheet"), commands))
        self.body.addLayout(titled(words("Trying a scanner"), scanner))
        self.body.addLayout(titled(words("Badges"), in_line(badges)))
        self.body.addWidget(
            label(
                words("Badges are made from the file that was imported: no badge is kept readable."),
                "small",
                wraps=True,
            )
        )

    def _sheet_buttons(self, name: str, draw: Draw, object_name: str) -> QWidget:
        words = self._room.words
        show = push_button(words("Open"), f"{object_name}_open")
        show.clicked.connect(lambda: self._make(draw, self._room.home / SHEETS / name, then_open=True))
        save = push_button(words("Save as file"), f"{object_name}_save")
        save.clicked.connect(lambda: self._ask_where(name, draw))
        return in_line(show, save)

    def open_scanner_sheet(self) -> None:
        """Show the sheet to try a scanner with."""
        language = self._room.words.language
        file = self._room.home / SHEETS / f"scanner-sheet-{language}.pdf"
        self._make(lambda target: save_scanner_sheet(language, target), file, then_open=True)

    def make_badges(self, people: Path) -> None:
        """Draw the badges of a file of people, and show them."""
        language, now = self._room.words.language, self._room.clock()
        file = self._room.home / SHEETS / f"badges-{language}.pdf"
        self._make(lambda target: save_badges(people, now, language, target), file, then_open=True)

    def _make(self, draw: Draw, file: Path, *, then_open: bool) -> None:
        def hear(paper: Paper) -> None:
            self._on_made(paper, then_open=then_open)

        self._room.pool.begin(lambda _report: draw(file), while_alive(self, hear))

    def _on_made(self, paper: Paper, *, then_open: bool) -> None:
        words = self._room.words
        if paper.file is None:
            self.said.emit("bad", words("The sheet was not made: {why}", why=paper.trouble))
            return
        self.said.emit("ok", words("The sheet is in {file}", file=str(paper.file)))
        if then_open:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(paper.file)))

    def _ask_where(self, name: str, draw: Draw) -> None:
        dialog = QFileDialog(self, self._room.words("Save as file"), str(Path(documents_folder(), name)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda chosen: self._make(draw, Path(chosen), then_open=False))
        dialog.open()

    def _ask_for_people(self) -> None:
        dialog = QFileDialog(self, self._room.words("Choose the file"), documents_folder())
        dialog.setNameFilter("CSV, XLSX (*.csv *.xlsx)")
        dialog.fileSelected.connect(lambda chosen: self.make_badges(Path(chosen)))
        dialog.open()
