"""Settings, fourth card: sheets of codes on paper, each looked at first, then printed or saved from there."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QPushButton

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.documents_folder import documents_folder
from returns_desk.desktop.preview.sheets import (
    COMMANDS,
    SCANNER,
    Badges,
    open_badges,
    open_calibration,
    open_sheet,
    read_badges,
)
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.titled import emphasise, in_line, titled
from returns_desk.domain.printing import PaperKind


class SheetsCard(Card):
    """``said`` tells why a sheet was not made: tone, text."""

    said = Signal(str, str)

    def __init__(self, room: Room) -> None:
        words = room.words
        super().__init__(words("Sheets of codes"))
        self._room = room
        self.setObjectName("sheets_card")
        emphasise(self)
        commands = self._button("command_sheet_open", words("Command sheet"))
        commands.clicked.connect(lambda: open_sheet(room, COMMANDS, self.window()))
        scanner = self._button("scanner_sheet_open", words("Trying a scanner"))
        scanner.clicked.connect(self.open_scanner_sheet)
        badges = self._button("badges", words("Choose the file of people"))
        badges.clicked.connect(self._ask_for_people)
        page = self._button("calibration_page", words("Calibration page"))
        page.clicked.connect(lambda: open_calibration(room, parent=self.window()))
        labels = self._button("calibration_label", words("Calibration label"))
        labels.clicked.connect(lambda: open_calibration(room, PaperKind.ITEM_LABEL, parent=self.window()))
        self.body.addLayout(titled(words("To be scanned"), in_line(commands, scanner)))
        self.body.addLayout(titled(words("To measure a printer"), in_line(page, labels)))
        self.body.addLayout(titled(words("Badges"), in_line(badges)))
        self.body.addWidget(
            label(
                words("Badges are made from the file that was imported: no badge is kept readable."),
                "small",
                wraps=True,
            )
        )

    def _button(self, name: str, title: str) -> QPushButton:
        return push_button(title, name)

    def open_scanner_sheet(self) -> None:
        """Show the sheet to try a scanner with."""
        open_sheet(self._room, SCANNER, self.window())

    def make_badges(self, people: Path) -> None:
        """Show the badges of a file of people."""
        self._room.pool.begin(lambda _report: read_badges(people, self._room), while_alive(self, self._on_badges))

    def _on_badges(self, badges: Badges) -> None:
        if badges.trouble:
            self.said.emit("bad", self._room.words("The sheet was not made: {why}", why=badges.trouble))
        else:
            open_badges(self._room, badges.people, self.window())

    def _ask_for_people(self) -> None:
        dialog = QFileDialog(self, self._room.words("Choose the file"), documents_folder())
        dialog.setNameFilter("CSV, XLSX (*.csv *.xlsx)")
        dialog.fileSelected.connect(lambda chosen: self.make_badges(Path(chosen)))
        dialog.open()
