"""One supplier's terms from a TOML file and into one; what does not fit stays listed, with line and reason."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QSizePolicy

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.documents_folder import documents_folder
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.screens.supplying.board import Board
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.domain.check_terms import Before, term_faults
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.term_faults import TermFault
from returns_desk.domain.terms import SupplierTerms
from returns_desk.exchange.read_terms import read_terms
from returns_desk.exchange.write_terms import write_terms
from returns_desk.wording import Words
from returns_desk.wording.refusals import refusal_line
from returns_desk.wording.term_faults import say_term_fault

_ROWS_SHOWN = 8  # more are scrolled


@dataclass(frozen=True)
class _Read:
    """What came of a file: terms, or why there are none."""

    terms: SupplierTerms | None = None
    faults: tuple[TermFault, ...] = ()
    refusal: DeskError | None = None


class TermsFiles(Card):
    """Hidden until a file did not fit; ``said`` tells how it went: tone, text."""

    said = Signal(str, str)

    def __init__(self, room: Room, board: Board) -> None:
        words = room.words
        title = words("The file was not taken; the old terms stay")
        super().__init__(title)
        self.setObjectName("terms_file_faults_card")
        self._room, self._board = room, board
        self._file = label("", "small", wraps=True)
        close = push_button(words("Close"), "terms_faults_close", "quiet")
        close.clicked.connect(self.hide)
        self.head.addWidget(close)
        self._table = Table(_columns(words), "terms_file_faults")
        self._table.setAccessibleName(title)
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
        """Read a file in the pool; what fits becomes the supplier's draft, not yet its terms."""
        look, supplier = self._board.look, self._board.supplier
        if look is None or supplier is None:
            return
        code, before, currency = supplier.partner.code, supplier.before(look.today), look.currency
        slow = self._room.pool.begin(
            lambda _report: _read(path, code, currency, before),
            while_alive(self, lambda read: self._on_read(path, code, read)),
        )
        slow.failed.connect(self._room.runner.crashed)

    def _on_read(self, path: Path, code: str, read: _Read) -> None:
        words = self._room.words
        self.setVisible(bool(read.faults))
        if read.refusal is not None:
            self.said.emit("bad", refusal_line(words, read.refusal))
        elif read.terms is not None:
            self._board.choose(code)
            self._board.take_terms(read.terms)
            self.said.emit("ok", words("{file} is the draft now; it counts once it is saved", file=path.name))
        else:
            self._file.setText(str(path))
            self._table.show_up_to(read.faults, _ROWS_SHOWN)
            count = words.number(len(read.faults))
            self.said.emit("bad", words("{file} is not taken: {count} things do not fit", file=path.name, count=count))

    def ask_where(self) -> None:
        """Let a person choose where the terms that are shown are written."""
        name = f"terms-{self._board.code}.toml"
        dialog = QFileDialog(self, self._room.words("Save as file"), str(Path(documents_folder(), name)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("TOML (*.toml)")
        dialog.setDefaultSuffix("toml")
        dialog.fileSelected.connect(lambda chosen: self.save_file(Path(chosen)))
        dialog.open()

    def save_file(self, path: Path) -> None:
        """Write what is shown as terms that can be imported: they begin today or later."""
        look, words = self._board.look, self._room.words
        if look is None:
            return
        terms = replace(self._board.terms, valid_from=max(self._board.terms.valid_from, look.today))
        try:
            path.write_bytes(write_terms(terms, self._board.code, words, look.currency))
        except OSError as trouble:
            self.said.emit("bad", words("Nothing can be written to {file}", file=trouble.filename or str(path)))
            return
        self.said.emit("ok", words("The terms of {supplier} are in {file}", supplier=self._board.code, file=str(path)))


def _read(path: Path, code: str, currency: str, before: Before) -> _Read:
    """In the pool; a refusal is given back, for it is no fault."""
    try:
        file = read_terms(path, currency, before.today)
    except DeskError as refusal:
        return _Read(refusal=refusal)
    faults = file.faults(lambda terms: term_faults(terms, before), code)
    return _Read(faults=faults) if faults else _Read(terms=file.terms)


def _columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words("Line"), lambda fault: str(fault.line or ""), at_end=True),
        Column(words("Why"), lambda fault: say_term_fault(words, fault), stretch=True),
    )
