"""Rules from a TOML file and into one; what does not fit in a file stays listed, with line and reason."""

from dataclasses import dataclass, replace
from pathlib import Path

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.screens.deciding.board import Board
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.screens.toml_files import TomlFiles
from returns_desk.domain.check_rules import Known, rule_faults
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.rule_faults import RuleFault
from returns_desk.domain.rule_figures import spelled_out
from returns_desk.domain.rules import RuleBook
from returns_desk.exchange.read_rules import read_rules
from returns_desk.exchange.write_rules import write_rules
from returns_desk.wording.refusals import refusal_line
from returns_desk.wording.rule_faults import say_fault


@dataclass(frozen=True)
class _Read:
    """What came of a file: a book, or why there is none."""

    book: RuleBook | None = None
    faults: tuple[RuleFault, ...] = ()
    refusal: DeskError | None = None


class FilesCard(TomlFiles):
    """The rules that are shown."""

    def __init__(self, room: Room, board: Board) -> None:
        words = room.words
        title = words("The file was not taken; the old rules stay")
        super().__init__(room, title, "rule", lambda fault: say_fault(words, fault))
        self._board = board

    @property
    def file_name(self) -> str:
        """The version, or that it is a draft."""
        return f"rules-{self._board.version or 'draft'}.toml"

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

    def save_file(self, path: Path) -> None:
        """Write what is shown as a book that can be imported: it begins today or later, and names every figure."""
        assert self._board.look is not None
        words, scopes = self._room.words, self._board.look.scopes
        book = replace(self._board.book, valid_from=max(self._board.book.valid_from, scopes.today))
        written = words("The rules are in {file}", file=str(path))
        self._write(path, write_rules(spelled_out(book), words, scopes.currency), written)


def _read(path: Path, currency: str, known: Known) -> _Read:
    """In the pool: read, and hold the book against the catalogue; a refusal is given back, for it is no fault."""
    assert known.today is not None
    try:
        file = read_rules(path, currency, known.today)
    except DeskError as refusal:
        return _Read(refusal=refusal)
    faults = file.faults(lambda book: rule_faults(book, known))
    return _Read(faults=faults) if faults else _Read(book=file.book)
