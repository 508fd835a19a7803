"""Rules from a TOML file and into one; what does not fit in a file stays listed, with line and reason."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QSizePolicy

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.documents_folder import documents_folder
from returns_desk.desktop.screens.deciding.board import Board
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.domain.check_rules import Known, rule_faults
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.rule_faults import RuleFault
from returns_desk.domain.rule_figures import spelled_out
from returns_desk.domain.rules import RuleBook
from returns_desk.exchange.read_rules import read_rules
from returns_desk.exchange.write_rules import write_rules
from returns_desk.wording import Words
from returns_desk.wording.refusals import refusal_line
from returns_desk.wording.rule_faults import say_fault

_ROWS_SHOWN = 8  # more are scrolled


@dataclass(frozen=True)
class _Read:
    """What came of a file: a book, or why there is none."""

    book: RuleBook | None = None
    faults: tuple[RuleFault, ...] = ()
    refusal: DeskError | None = None


class FilesCard(Card):
    """Hidden until a file did not fit; ``said`` tells how it went: tone, text."""

    said = Signal(str, str)

    def __init__(self, room: Room, board: Board) -> None:
        words = room.words
        super().__init__(words("The file was not taken; the old rules stay"))
        self.setObjectName("rule_file_faults_card")
        self._room, self._board = room, board
        self._file = label("", "small", wraps=True)
        close = push_button(words("Close"), "rule_faults_close", "quiet")
        close.clicked.connect(self.hide)
        self.head.addWidget(close)
        self._table = Table(_columns(words), "rule_file_faults")
        self._table.setAccessibleName(words("The file was not taken; the old rules stay"))
        self._table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.body.addWidget(self._file)
        self.body.addWidget(self._table)
        self.hide()

    def ask_for_file(self) -> None:
        """Let a person choose the file to import."""
        dialog = QFileDialog(self, self._room.words("Choose the file"), documents_folder())
        dialog.setNameFilter("TOML (*.toml)")
        dialog.fileSelected.connect(lambda chosen: self.take_file(Path(chosen)))
        dialog.open()

    def take_file(self, path: Path) -> None:
        """Read a file in the pool; what fits becomes the draft, not yet the rules."""
        assert self._board.look is not None
        scopes = self._board.look.scopes
        slow = self._room.pool.begin(
            lambda _report: _read(path, scopes.currency, scopes.known),
            while_alive(self, lambda read: self._on_read(path, read)),
        )
        slow.failed.connect(self._room.runner.crashed)

    def _on_read(self, path: Path, read: _Read) -> None:
        words = self._room.words
        self.setVisible(bool(read.faults))
        if read.refusal is not None:
            self.said.emit("bad", refusal_line(words, read.refusal))
        elif read.book is not None:
            self._board.take_book(read.book)
            self.said.emit("ok", words("{file} is the draft now; it counts once it is switched on", file=path.name))
        else:
            self._show_faults(path, read.faults)

    def _show_faults(self, path: Path, faults: tuple[RuleFault, ...]) -> None:
        words = self._room.words
        self._file.setText(str(path))
        self._table.show_up_to(faults, _ROWS_SHOWN)
        count = words.number(len(faults))
        self.said.emit("bad", words("{file} is not taken: {count} things do not fit", file=path.name, count=count))

    def ask_where(self) -> None:
        """Let a person choose where the rules that are shown are written."""
        name = f"rules-{self._board.version or 'draft'}.toml"
        dialog = QFileDialog(self, self._room.words("Save as file"), str(Path(documents_folder(), name)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("TOML (*.toml)")
        dialog.setDefaultSuffix("toml")
        dialog.fileSelected.connect(lambda chosen: self.save_file(Path(chosen)))
        dialog.open()

    def save_file(self, path: Path) -> None:
        """Write what is shown as a book that can be imported: it begins today or later, and names every figure."""
        assert self._board.look is not None
        words, scopes = self._room.words, self._board.look.scopes
        book = replace(self._board.book, valid_from=max(self._board.book.valid_from, scopes.today))
        try:
            path.write_bytes(write_rules(spelled_out(book), words, scopes.currency))
        except OSError as trouble:
            self.said.emit("bad", words("Nothing can be written to {file}", file=trouble.filename or str(path)))
            return
        self.said.emit("ok", words("The rules are in {file}", file=str(path)))


def _read(path: Path, currency: str, known: Known) -> _Read:
    """In the pool: read, and hold the book against the catalogue; a refusal is given back, for it is no fault."""
    assert known.today is not None
    try:
        file = read_rules(path, currency, known.today)
    except DeskError as refusal:
        return _Read(refusal=refusal)
    faults = file.faults(lambda book: rule_faults(book, known))
    return _Read(faults=faults) if faults else _Read(book=file.book)


def _columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words("Line"), lambda fault: str(fault.line or ""), at_end=True),
        Column(words("Why"), lambda fault: say_fault(words, fault), stretch=True),
    )
