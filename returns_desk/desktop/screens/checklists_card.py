"""Settings, a card over the whole width: what is checked at the things of each category, and what the grades mean."""

import shutil
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QSizePolicy

from returns_desk.darkroom import shelf_of
from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.documents_folder import documents_folder
from returns_desk.desktop.screens.checklist_jobs import ChecklistsLook, look_at_checklists, read_rules, take_rules
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.table import ROW_PIXELS, Column, Table
from returns_desk.desktop.widgets.titled import emphasise, in_line
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import DeskError
from returns_desk.exchange.read_checklists import COLUMNS, FINDINGS, GUIDE_COLUMNS
from returns_desk.exchange.reading import Import
from returns_desk.exchange.rows import Reading, RefusedRow
from returns_desk.intake import FileToTake
from returns_desk.resources import resource
from returns_desk.usecases.import_rows import Taken
from returns_desk.usecases.look_inspections import CategoryRules
from returns_desk.wording import Words
from returns_desk.wording.refusals import refusal_line
from returns_desk.wording.rights import say_why_not

_KINDS = ("checklists", "guides")
_ROWS_SHOWN = 7  # more are scrolled


class ChecklistsCard(Card):
    """``said`` tells how an import went: tone, text; the rows that were refused stand below, until the next one."""

    said = Signal(str, str)

    def __init__(self, room: Room) -> None:
        words = room.words
        super().__init__(words("Checklists and guides"))
        self._room = room
        self.setObjectName("checklists_card")
        emphasise(self)
        self._why_not = label("", "small", wraps=True)
        self._why_not.setObjectName("checklists_why_not")
        self._none = label(words("Nothing is checked yet: every item goes from its grade to its decision."), wraps=True)
        self._table = Table(_columns(words), "checklists_table")
        self._refused = Table(_refused_columns(words), "checklists_refused")
        self._refused_title = label(words("Rows that were not taken"), "heading")
        self._imports = {kind: self._import_button(kind) for kind in _KINDS}
        self._lay_out()
        self._show_refused(())

    def _lay_out(self) -> None:
        for table in (self._table, self._refused):
            table.show_only()
            table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        examples = [self._example_button(kind) for kind in _KINDS]
        self.body.addWidget(self._why_not)
        self.body.addWidget(in_line(*self._imports.values(), *examples))
        for part in (self._refused_title, self._refused, self._none, self._table):
            self.body.addWidget(part)
        for kind, columns in zip(_KINDS, (COLUMNS, GUIDE_COLUMNS), strict=True):
            title, detail = _say_form(self._room.words, kind)
            self.body.addWidget(label(title, "heading", wraps=True))
            self.body.addWidget(label(", ".join(columns), "small", wraps=True))
            self.body.addWidget(label(detail, "small", wraps=True))
        self.body.addStretch(1)

    def show_settings(self) -> None:
        """Read what is laid down anew."""
        self._room.runner.do(look_at_checklists, while_alive(self, self.show_rules))

    def show_rules(self, look: ChecklistsLook) -> None:
        """Show the categories; who may not change them is told so."""
        why_not = say_why_not(self._room.words, look.person, Permission.SET_RULES)
        self._why_not.setText(why_not)
        self._why_not.setVisible(bool(why_not))
        for button in self._imports.values():
            button.setEnabled(not why_not)
            button.setToolTip(why_not)
        self._none.setVisible(not look.rules)
        self._table.setVisible(bool(look.rules))
        _fit(self._table, look.rules)

    def take_file(self, kind: str, path: Path) -> None:
        """Take a file in: it is read by the pool, its rows are taken by the store thread."""
        self._rest(True)
        room = self._room
        file = FileToTake(kind, path, shelf=shelf_of(room.station.settings, room.home))
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
        went = self._room.words(
            "{file}: {taken} taken, {changed} changed, {same} as before, {refused} refused",
            file=path.name,
            taken=taken.added,
            changed=taken.changed,
            same=taken.same,
            refused=len(taken.refused),
        )
        self.said.emit("ask" if taken.refused else "ok", went)
        self._show_refused(taken.refused)
        self._rest(False)
        self.show_settings()

    def _on_refused(self, refusal: DeskError) -> None:
        self.said.emit("bad", refusal_line(self._room.words, refusal))
        self._show_refused(())
        self._rest(False)

    def _show_refused(self, rows: tuple[RefusedRow, ...]) -> None:
        self._refused_title.setVisible(bool(rows))
        self._refused.setVisible(bool(rows))
        _fit(self._refused, rows)

    def _rest(self, resting: bool) -> None:
        for button in self._imports.values():
            button.setEnabled(not resting)

    def _import_button(self, kind: str) -> QPushButton:
        words = self._room.words
        text = words("Import checklists") if kind == "checklists" else words("Import guides")
        button = push_button(text, f"{kind}_import")
        button.clicked.connect(lambda: self._ask_for_file(kind))
        return button

    def _example_button(self, kind: str) -> QPushButton:
        words = self._room.words
        text = words("Save an example of checklists") if kind == "checklists" else words("Save an example of guides")
        button = push_button(text, f"{kind}_example", "quiet")
        button.clicked.connect(lambda: self._ask_where(kind))
        return button

    def _ask_for_file(self, kind: str) -> None:
        dialog = QFileDialog(self, self._room.words("Choose the file"), documents_folder())
        dialog.setNameFilter("CSV, XLSX (*.csv *.xlsx)")
        dialog.fileSelected.connect(lambda chosen: self.take_file(kind, Path(chosen)))
        dialog.open()

    def _ask_where(self, kind: str) -> None:
        dialog = QFileDialog(self, self._room.words("Save as file"), str(Path(documents_folder(), f"{kind}.csv")))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("CSV (*.csv)")
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(lambda chosen: self.save_example(kind, Path(chosen)))
        dialog.open()

    def save_example(self, kind: str, path: Path) -> None:
        """Write the sample shop's file, to be changed and taken in."""
        words = self._room.words
        try:
            shutil.copyfile(resource("sample", f"{kind}.csv"), path)
        except OSError as trouble:
            self.said.emit("bad", words("Nothing can be written to {file}", file=trouble.filename or str(path)))
            return
        self.said.emit("ok", words("The example is in {file}", file=str(path)))


def _columns(words: Words) -> tuple[Column, ...]:
    def checks(row: CategoryRules) -> str:
        return "; ".join(check.text_in(words.language) for check in row.checklist.checks) if row.checklist else ""

    def findings(row: CategoryRules) -> str:
        return ", ".join(words.name(finding) for finding in row.checklist.findings) if row.checklist else ""

    def since(row: CategoryRules) -> str:
        return (
            f"{row.checklist.version} · {words.date(row.made_at.astimezone().date())}"
            if row.made_at and row.checklist
            else ""
        )

    return (
        Column(words("Category"), lambda row: row.category or words("All others"), strong=lambda _row: True),
        Column(words("Checks"), checks, stretch=True),
        Column(words("Findings"), findings, stretch=True),
        Column(words("Guides"), lambda row: " ".join(guide.grade.value for guide in row.guides)),
        Column(words("Version"), since),
    )


def _refused_columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words("Line"), lambda row: str(row.line), at_end=True),
        Column(words("Why"), lambda row: refusal_line(words, row.refusal), stretch=True),
    )


def _say_form(words: Words, kind: str) -> tuple[str, str]:
    """What a file must look like: a title over its columns, and what stands in them."""
    if kind == "checklists":
        return (
            words("A file of checklists (CSV, XLSX): a row for each check, with these columns"),
            words(
                "Kinds of checks: {yes_no}; {choice}, with 2 to 9 answers parted by semicolons; {measure}, with "
                "{least} and {most}. A row of the kind {findings} names the codes of the findings that matter. The "
                "category {all} counts for all others.",
                yes_no="yes_no",
                choice="choice",
                measure="measure",
                least="least",
                most="most",
                findings=FINDINGS,
                all="*",
            ),
        )
    return (
        words("A file of guides (CSV, XLSX): a row for each category and grade, with these columns"),
        words("A picture is the name of a file in the same folder."),
    )


def _fit(table: Table, rows: tuple[Any, ...]) -> None:
    """Show the rows, as high as they need up to a limit."""
    table.show_rows(rows)
    header = table.horizontalHeader().sizeHint().height()
    table.setFixedHeight(header + min(len(rows), _ROWS_SHOWN) * ROW_PIXELS + 4)
