"""The suppliers, to choose one from: its code and name, the version in force, and whether something is typed for it."""

from PySide6.QtWidgets import QSizePolicy

from returns_desk.desktop.screens.supplying.board import Board
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.domain.snapshots.supplier_terms import SupplierVersions
from returns_desk.wording import Words

_ROWS_SHOWN = 12  # more are scrolled


class SuppliersCard(Card):
    """A list that Tab reaches and arrows go through."""

    def __init__(self, words: Words, board: Board) -> None:
        super().__init__(words("Suppliers"))
        self.setObjectName("suppliers_card")
        self._words, self._board = words, board
        self._told: tuple[object, ...] = ()
        self._none = label(words("No supplier was taken in yet"), wraps=True)
        self._table = Table(self._columns(), "suppliers_table")
        self._table.setAccessibleName(words("Suppliers"))
        self._table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._table.chosen.connect(lambda each: board.choose(each.partner.code))
        self._table.setMinimumWidth(210)
        self.body.addWidget(self._none)
        self.body.addWidget(self._table)
        self.body.addStretch(1)
        board.shown.connect(self.show_board)
        board.edited.connect(self.show_board)

    def _columns(self) -> tuple[Column, ...]:
        words = self._words
        return (
            Column(words("Supplier"), self._name, stretch=True),
            Column(words("Version"), self._version, at_end=True),
        )

    def _name(self, each: SupplierVersions) -> str:
        english = each.partner.name_en if self._words.language == "en" else ""
        return english or each.partner.name

    def _version(self, each: SupplierVersions) -> str:
        if self._board.has_draft(each.partner.code):
            return self._words("Draft")
        return str(each.in_force.terms.version) if each.in_force else "—"

    def show_board(self) -> None:
        """Show the suppliers, the chosen one marked."""
        board = self._board
        if board.look is None:
            return
        suppliers = board.look.suppliers
        self._none.setVisible(not suppliers)
        self._table.setVisible(bool(suppliers))
        told = (suppliers, tuple(map(self._version, suppliers)))
        if told != self._told:
            self._told = told
            self._table.show_up_to(suppliers, _ROWS_SHOWN)
        codes = [each.partner.code for each in suppliers]
        chosen = codes.index(board.code) if board.code in codes else -1
        if chosen >= 0 and self._table.currentIndex().row() != chosen:
            self._table.choose(chosen)
