"""Settings, a card over the whole width: notices of recalled goods, taken in from files and withdrawn."""

import shutil
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QSizePolicy

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.documents_folder import documents_folder
from returns_desk.desktop.screens.checklist_jobs import read_rules, take_rules
from returns_desk.desktop.screens.recall_jobs import RecallsLook, look_at_recalls, withdraw
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.table import ROW_PIXELS, Column, Table
from returns_desk.desktop.widgets.titled import emphasise, in_line
from returns_desk.domain.events import Event
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import DeskError
from returns_desk.exchange.read_recalls import COLUMNS
from returns_desk.exchange.reading import Import
from returns_desk.exchange.rows import Reading, RefusedRow
from returns_desk.intake import FileToTake
from returns_desk.resources import resource
from returns_desk.usecases.import_rows import Taken
from returns_desk.usecases.look_recalls import NoticeLine
from returns_desk.wording import Words
from returns_desk.wording.events import say_event
from returns_desk.wording.recalls import say_notice_goods
from returns_desk.wording.refusals import refusal_line
from returns_desk.wording.rights import say_why_not

_ROWS_SHOWN = 7  # more are scrolled


class RecallsCard(Card):
    """``said`` tells how an import or a withdrawal went: tone, text; rows that say something stand below."""

    said = Signal(str, str)

    def __init__(self, room: Room) -> None:
        words = room.words
        super().__init__(words("Recalls"))
        self._room = room
        self._why = ""
        self._line: NoticeLine | None = None  # the chosen one
        self.setObjectName("recalls_card")
        emphasise(self)
        self._why_not = label("", "small", wraps=True)
        self._why_not.setObjectName("recalls_why_not")
        self._none = label(words("No notice was taken in yet. What one names is stopped at its scan."), wraps=True)
        self._table = Table(_columns(words), "recalls_table")
        self._table.chosen.connect(self._on_chosen)
        self._told = Table(_told_columns(words), "recalls_told")
        self._told_title = label(words("Rows to look at"), "heading")
        self._import = self._button(words("Import recalls"), "recalls_import", self._ask_for_file)
        self._withdraw = self._button(words("Withdraw the notice"), "recalls_withdraw", self._on_withdraw)
        example = push_button(words("Save an example"), "recalls_example", "quiet")
        example.clicked.connect(self._ask_where)
        self._lay_out(example)
        self._show_told(())

    def _lay_out(self, example: QPushButton) -> None:
        self._told.show_only()
        for table in (self._table, self._told):
            table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.body.addWidget(self._why_not)
        self.body.addWidget(in_line(self._import, self._withdraw, example))
        for part in (self._told_title, self._told, self._none, self._table):
            self.body.addWidget(part)
        words = self._room.words
        title = words("A file of recalls (CSV, XLSX): a row for each line of a notice, with these columns")
        detail = words(
            "The code is a barcode or SKU. Without lot and serials the whole product is meant. In {measure} stands "
            "{supplier} or {recycle}, or nothing.",
            measure="measure",
            supplier="supplier",
            recycle="recycle",
        )
        self.body.addWidget(label(title, "heading", wraps=True))
        self.body.addWidget(label(", ".join(COLUMNS), "small", wraps=True))
        self.body.addWidget(label(detail, "small", wraps=True))
        self.body.addStretch(1)

    def _button(self, text: str, name: str, act: Any) -> QPushButton:
        button = push_button(text, name)
        button.clicked.connect(lambda: act())
        return button

    def show_settings(self) -> None:
        """Read the notices anew."""
        self._room.runner.do(look_at_recalls, while_alive(self, self.show_recalls))

    def show_recalls(self, look: RecallsLook) -> None:
        """Show the notices; who may not change them is told so."""
        self._why = say_why_not(self._room.words, look.person, Permission.SET_RULES)
        self._why_not.setText(self._why)
        self._why_not.setVisible(bool(self._why))
        self._none.setVisible(not look.lines)
        self._table.setVisible(bool(look.lines))
        _fit(self._table, look.lines)
        place = self._table.currentIndex().row()
        self._line = look.lines[place] if 0 <= place < len(look.lines) else None
        self._rest(False)

    def take_file(self, path: Path) -> None:
        """Take a file in: it is read by the pool, its rows are taken by the store thread."""
        self._rest(True)
        room, file = self._room, FileToTake("recalls", path)
        wanted = Import(room.clock().astimezone().date())

        def hear(read: Reading[Any] | DeskError) -> None:
            if isinstance(read, DeskError):
                self._on_refused(read)
            else:
                room.runner.do(
                    lambda desk: take_rules(desk, file, read),
                    while_alive(self, lambda taken: self._on_taken(path, taken)),
                    while_alive(self, self._on_refused),
                    counted=True,
                )

        room.pool.begin(lambda _report: read_rules(file, wanted), while_alive(self, hear))

    def _on_taken(self, path: Path, taken: Taken) -> None:
        words = self._room.words
        went = words(
            "{file}: {taken} taken, {changed} changed, {same} as before, {refused} refused",
            file=path.name,
            taken=taken.added,
            changed=taken.changed,
            same=taken.same,
            refused=len(taken.refused),
        )
        stopped = words("Pieces in the house that are stopped: {count}", count=taken.pieces) if taken.pieces else ""
        tone = "ask" if taken.refused or taken.told or taken.pieces else "ok"
        self.said.emit(tone, " · ".join(part for part in (went, stopped) if part))
        self._show_told((*taken.refused, *taken.told))
        self.show_settings()

    def _on_refused(self, refusal: DeskError) -> None:
        self.said.emit("bad", refusal_line(self._room.words, refusal))
        self._show_told(())
        self._rest(False)

    def _on_chosen(self, line: NoticeLine) -> None:
        self._line = line
        self._rest(False)

    def _on_withdraw(self) -> None:
        line = self._line
        if line is None:
            return
        self._rest(True)
        self._room.runner.do(
            lambda desk: withdraw(desk, line.notice.number),
            while_alive(self, self._on_withdrawn),
            while_alive(self, self._on_refused),
            counted=True,
        )

    def _on_withdrawn(self, events: tuple[Event, ...]) -> None:
        self.said.emit("ok", " · ".join(say_event(self._room.words, event) for event in events))
        self._room.runner.tell(events)
        self.show_settings()

    def _show_told(self, rows: tuple[RefusedRow, ...]) -> None:
        self._told_title.setVisible(bool(rows))
        self._told.setVisible(bool(rows))
        _fit(self._told, rows)

    def _rest(self, resting: bool) -> None:
        self._import.setEnabled(not resting and not self._why)
        stands = self._line is not None and not self._line.notice.withdrawn
        self._withdraw.setEnabled(not resting and not self._why and stands)
        for button in (self._import, self._withdraw):
            button.setToolTip(self._why)

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, self._room.words("Choose the file"), documents_folder())
        dialog.setNameFilter("CSV, XLSX (*.csv *.xlsx)")
        dialog.fileSelected.connect(lambda chosen: self.take_file(Path(chosen)))
        dialog.open()

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self._room.words("Save as file"), str(Path(documents_folder(), "recalls.csv")))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("CSV (*.csv)")
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(lambda chosen: self.save_example(Path(chosen)))
        dialog.open()

    def save_example(self, path: Path) -> None:
        """Write the sample shop's file, to be changed and taken in."""
        words = self._room.words
        try:
            shutil.copyfile(resource("sample", "recalls.csv"), path)
        except OSError as trouble:
            self.said.emit("bad", words("Nothing can be written to {file}", file=trouble.filename or str(path)))
            return
        self.said.emit("ok", words("The example is in {file}", file=str(path)))


def _columns(words: Words) -> tuple[Column, ...]:
    def product(row: NoticeLine) -> str:
        return row.product.name_in(words.language) if row.product else words("not in the catalogue")

    def measure(row: NoticeLine) -> str:
        return words.name(row.notice.measure) if row.notice.measure else ""

    def withdrawn(row: NoticeLine) -> bool:
        return row.notice.withdrawn

    return (
        Column(words("Notice"), lambda row: row.notice.number, strong=lambda row: not row.notice.withdrawn),
        Column(words("Product"), product, stretch=True),
        Column(words("Which of it"), lambda row: say_notice_goods(words, row.notice), stretch=True),
        Column(words("Why"), lambda row: row.notice.reason, stretch=True),
        Column(words("What becomes of it"), measure),
        Column(words("Since"), lambda row: words.date(row.notice.since) if row.notice.since else ""),
        Column(
            words("State"), lambda row: words("withdrawn") if withdrawn(row) else words("in force"), quiet=withdrawn
        ),
    )


def _told_columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words("Line"), lambda row: str(row.line), at_end=True),
        Column(words("Why"), lambda row: refusal_line(words, row.refusal), stretch=True),
    )


def _fit(table: Table, rows: tuple[Any, ...]) -> None:
    """Show the rows, as high as they need up to a limit."""
    table.show_rows(rows)
    header = table.horizontalHeader().sizeHint().height()
    table.setFixedHeight(header + min(len(rows), _ROWS_SHOWN) * ROW_PIXELS + 4)
