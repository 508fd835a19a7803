"""One supplier's terms from a TOML file and into one; what does not fit stays listed, with line and reason."""

from dataclasses import dataclass, replace
from pathlib import Path

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.screens.supplying.board import Board
from returns_desk.desktop.screens.toml_files import TomlFiles
from returns_desk.domain.check_terms import Before, term_faults
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.term_faults import TermFault
from returns_desk.domain.terms import SupplierTerms
from returns_desk.exchange.read_terms import read_terms
from returns_desk.exchange.write_terms import write_terms
from returns_desk.wording.refusals import refusal_line
from returns_desk.wording.term_faults import say_term_fault


@dataclass(frozen=True)
class _Read:
    """What came of a file: terms, or why there are none."""

    terms: SupplierTerms | None = None
    faults: tuple[TermFault, ...] = ()
    refusal: DeskError | None = None


class TermsFiles(TomlFiles):
    """The terms of the supplier that is chosen."""

    def __init__(self, room: Room, board: Board) -> None:
        words = room.words
        title = words("The file was not taken; the old terms stay")
        super().__init__(room, title, "terms", lambda fault: say_term_fault(words, fault))
        self._board = board

    @property
    def file_name(self) -> str:
        """The supplier's code says whose terms they are."""
        return f"terms-{self._board.code}.toml"

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
            self._show_faults(path, read.faults)

    def save_file(self, path: Path) -> None:
        """Write what is shown as terms that can be imported: they begin today or later."""
        look, words = self._board.look, self._room.words
        if look is None:
            return
        terms = replace(self._board.terms, valid_from=max(self._board.terms.valid_from, look.today))
        written = words("The terms of {supplier} are in {file}", supplier=self._board.code, file=str(path))
        self._write(path, write_terms(terms, self._board.code, words, look.currency), written)


def _read(path: Path, code: str, currency: str, before: Before) -> _Read:
    """In the pool; a refusal is given back, for it is no fault."""
    try:
        file = read_terms(path, currency, before.today)
    except DeskError as refusal:
        return _Read(refusal=refusal)
    faults = file.faults(lambda terms: term_faults(terms, before), code)
    return _Read(faults=faults) if faults else _Read(terms=file.terms)
