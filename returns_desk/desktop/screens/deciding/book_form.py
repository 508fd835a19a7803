"""What counts for the whole book: from when, what an hour costs, what a recycler takes for each stream."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from returns_desk.desktop.screens.deciding.board import Board
from returns_desk.desktop.screens.deciding.cells import TextCell
from returns_desk.desktop.screens.deciding.typed import fee_names
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.domain.rule_faults import RuleFault, Section
from returns_desk.domain.rules import Stream
from returns_desk.wording import Words
from returns_desk.wording.rule_faults import say_fault

_BLOCK, _BLOCK_COLUMNS = 5, 4  # streams under each other; columns of a block, the gap counted in


class BookForm(Card):
    """Writes to the board what is typed for the whole book."""

    def __init__(self, words: Words, board: Board) -> None:
        super().__init__(words("For the whole version"))
        self.setObjectName("rule_book_form")
        self._words, self._board = words, board
        self._cells = {
            "valid_from": TextCell("book_valid_from", words("Counts from day"), self),
            "hour": TextCell("book_hour", words("An hour of handling costs"), self),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for column, cell in enumerate(self._cells.values()):
            cell.put_into(grid, 0, column)
        grid.setColumnStretch(2, 1)
        self.body.addLayout(grid)
        self.body.addWidget(
            label(words("Recycling: what a stream costs (empty: as mixed waste)"), "heading", wraps=True)
        )
        self.body.addLayout(self._make_fees())
        for name, cell in self._cells.items():
            cell.edited.connect(lambda text, name=name: board.write_book(name, text))
        board.shown.connect(self.show_board)
        board.edited.connect(self.show_board)

    def _make_fees(self) -> QGridLayout:
        """The streams in two blocks beside each other."""
        words = self._words
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        titles = (words("a kilogram"), words("at least a piece"))
        for first in (0, _BLOCK_COLUMNS):
            for column, title in enumerate(titles, first + 1):
                grid.addWidget(label(title, "small", wraps=True), 0, column, Qt.AlignmentFlag.AlignBottom)
                grid.setColumnStretch(column, 1)
        grid.setColumnMinimumWidth(_BLOCK_COLUMNS - 1, 12)
        for number, stream in enumerate(Stream):
            block, line = divmod(number, _BLOCK)
            row, first = 1 + 2 * line, block * _BLOCK_COLUMNS
            grid.addWidget(label(words.name(stream)), row, first)
            for column, (name, title) in enumerate(zip(fee_names(stream), titles, strict=True), first + 1):
                cell = TextCell(f"book_{name}", f"{words.name(stream)}: {title}", self)
                cell.put_into(grid, row, column, titled=False)
                self._cells[name] = cell
        return grid

    def show_board(self) -> None:
        """Show the texts and what does not fit."""
        board, faults = self._board, self._faults()
        for name, cell in self._cells.items():
            cell.show_text(board.typed.book.get(name, ""))
            cell.lock(board.locked)
            fault = faults.get(name)
            cell.show_wrong(say_fault(self._words, replace(fault, name=cell.title)) if fault else "")

    def _faults(self) -> dict[str, RuleFault]:
        """What does not fit, by the field's name; a fee is found by its place in the book."""
        board = self._board
        found = board.faults_at(Section.BOOK, 0)
        for place, fee in enumerate(board.book.fees, 1):
            names = dict(zip(("per_kg", "at_least"), fee_names(fee.stream), strict=True))
            found |= {
                names.get(name, names["at_least"]): each for name, each in board.faults_at(Section.FEE, place).items()
            }
        return found
