"""The chosen supplier's terms as a form that reads like the supplier's own page of policies, question by question."""

from collections.abc import Iterator

from PySide6.QtWidgets import QGridLayout

from returns_desk.desktop.screens.deciding.cells import Cell, PickCell, TextCell
from returns_desk.desktop.screens.deciding.typed import NO, YES
from returns_desk.desktop.screens.supplying.board import Board
from returns_desk.desktop.screens.supplying.typed import fee_name
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.domain.check_terms import LONGEST_TEXT
from returns_desk.domain.grades import SupplierReason
from returns_desk.domain.term_fields import CHOICES, TermField, TermKind, TermSection, fields_of, kind_of
from returns_desk.wording import Words
from returns_desk.wording.term_faults import say_term_fault

_COLUMNS = 3
_LONG = (TermField.PACKING, TermField.RETURN_ADDRESS)  # over two columns


class TermsForm(Card):
    """Writes to the board what is typed."""

    def __init__(self, words: Words, board: Board) -> None:
        super().__init__(words("Terms of suppliers"))
        self.setObjectName("terms_form")
        self._words, self._board = words, board
        self._cells: dict[tuple[str, str], Cell] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(2)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._row = 0
        self._place((TermField.VALID_FROM,))
        for section in TermSection:
            self._begin_section(words.name(section))
            self._place(tuple(field for field in fields_of(section) if kind_of(field) is not TermKind.FEES))
            if TermField.FEE_BY_REASON in fields_of(section):
                self._place_fees()
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        board.shown.connect(self.show_board)
        board.edited.connect(self.show_board)

    def _begin_section(self, title: str) -> None:
        self._grid.addWidget(label(title, "heading"), self._row, 0, 1, _COLUMNS)
        self._grid.setRowMinimumHeight(self._row, 34)
        self._row += 1

    def _place(self, fields: tuple[TermField, ...]) -> None:
        """Put fields beside each other, as many as a line takes."""
        self._put([(self._make(field), 2 if field in _LONG else 1) for field in fields])

    def _place_fees(self) -> None:
        words = self._words
        self._grid.addWidget(label(words.name(TermField.FEE_BY_REASON), "small"), self._row, 0, 1, _COLUMNS)
        self._row += 1
        self._put([(self._make_fee(reason), 1) for reason in SupplierReason])

    def _put(self, cells: list[tuple[Cell, int]]) -> None:
        column = 0
        for cell, wide in cells:
            if column + wide > _COLUMNS:
                column, self._row = 0, self._row + 3
            cell.put_into(self._grid, self._row, column)
            if wide > 1:
                self._grid.addWidget(cell.editor, self._row + 1, column, 1, wide)
            column += wide
        self._row += 3

    def _make(self, field: TermField) -> Cell:
        title, name = self._words.name(field), f"terms_{field.value}"
        offered = tuple(self._offered(field))
        if offered:
            return self._known(field.value, "", PickCell(name, title, offered, self))
        cell = TextCell(name, title, self)
        if kind_of(field) in (TermKind.TEXT, TermKind.ADDRESS):
            cell.line.setMaxLength(LONGEST_TEXT)
            cell.show_hint(self._words("As the partner's own") if field is not TermField.PACKING else "")
        return self._known(field.value, "", cell)

    def _make_fee(self, reason: SupplierReason) -> Cell:
        name = f"terms_{fee_name(reason)}"
        cell = TextCell(name, self._words.name(reason), self)
        return self._known(TermField.FEE_BY_REASON.value, reason.value, cell)

    def _known(self, name: str, inside: str, cell: Cell) -> Cell:
        self._cells[name, inside] = cell
        text = fee_name(SupplierReason(inside)) if inside else name
        cell.edited.connect(lambda typed: self._board.write(text, typed))
        return cell

    def _offered(self, field: TermField) -> Iterator[tuple[str, str]]:
        words = self._words
        match kind_of(field):
            case TermKind.CHOICE:
                yield from ((each.value, words.name(each)) for each in CHOICES[field])
            case TermKind.YES_NO:
                yield from ((YES, words("yes")), (NO, words("no")))
            case TermKind.LANGUAGE:
                yield from (("", words("As the partner's own")), ("he", "עברית"), ("en", "English"))

    def show_board(self) -> None:
        """Show the texts and what does not fit."""
        board, words = self._board, self._words
        supplier = board.supplier
        self.setVisible(supplier is not None)
        if supplier is None:
            return
        name = supplier.partner.name_en if words.language == "en" else ""
        self.say_heading(f"{supplier.partner.code} · {name or supplier.partner.name}")
        for (field, inside), cell in self._cells.items():
            text = fee_name(SupplierReason(inside)) if inside else field
            cell.show_text(board.texts.get(text, ""))
            cell.lock(board.locked)
            if inside:
                cell.show_hint(board.texts.get(TermField.FEE.value, ""))
            fault = board.fault_at(field, inside)
            cell.show_wrong(say_term_fault(words, fault) if fault else "")
