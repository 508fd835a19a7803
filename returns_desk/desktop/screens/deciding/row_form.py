"""The form of one row: what it is for and when, and every figure; an empty one is inherited, its value shown grey."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from returns_desk.desktop.screens.deciding.board import Board
from returns_desk.desktop.screens.deciding.cells import Cell, PickCell, TextCell
from returns_desk.desktop.screens.deciding.typed import BY_KIND, NO, YES, inherited
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.pick import Pick
from returns_desk.domain.rule_faults import RuleFault, Section
from returns_desk.domain.rule_figures import Figure, FigureKind, kind_of
from returns_desk.domain.rules import Stream
from returns_desk.domain.snapshots import PartnerSnapshot
from returns_desk.usecases.look_example import RuleScopes
from returns_desk.wording import Words
from returns_desk.wording.figures import Group, figure_title, figures_of, group_title, write_figure
from returns_desk.wording.rule_faults import say_fault

_COLUMNS = 5
_FIGURES = frozenset(Figure)


class RowForm(Card):
    """Writes every key typed to the board, and shows what the board has."""

    def __init__(self, words: Words, board: Board) -> None:
        super().__init__(words("The row"))
        self.setObjectName("rule_form")
        self._words, self._board = words, board
        self._cells: dict[str, Cell] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._lay_out()
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        board.shown.connect(self.show_board)
        board.edited.connect(self.show_board)

    def _lay_out(self) -> None:
        words = self._words
        places: tuple[Cell, ...] = (
            PickCell("rule_category", words("Category"), (), self),
            PickCell("rule_supplier", words("Supplier"), (), self),
            TextCell("rule_from", words("From day"), self),
            TextCell("rule_until", words("Until day"), self),
        )
        for column, (name, cell) in enumerate(zip(("category", "supplier", "from", "until"), places, strict=True)):
            self._join(name, cell, 0, column)
        self._add_group(Group.AS_NEW, 3, 0)
        self._add_group(Group.OPEN_BOX, 3, len(figures_of(Group.AS_NEW)))
        for number, group in enumerate((Group.KIND, Group.TIMES, Group.CREDIT)):
            self._add_group(group, 7 + 4 * number, 0)

    def _add_group(self, group: Group, row: int, column: int) -> None:
        figures = figures_of(group)
        title = group_title(self._words, group)
        heading = label(title, "heading", wraps=True)
        heading.setContentsMargins(0, 8, 0, 0)
        span = _COLUMNS - column if group is not Group.AS_NEW else len(figures)
        self._grid.addWidget(heading, row, column, 1, span, Qt.AlignmentFlag.AlignBottom)
        for number, name in enumerate(figures):
            self._join(name, self._make_cell(name), row + 1, column + number)
            self._cells[name].say_title(f"{title}: {figure_title(self._words, name)}")

    def _make_cell(self, name: str) -> Cell:
        words, title = self._words, figure_title(self._words, name)
        match kind_of(Figure(name)):
            case FigureKind.YES_NO:
                offered = [("", ""), (YES, words("Yes")), (NO, words("No"))]
                return PickCell(f"rule_{name}", title, offered, self)
            case FigureKind.STREAM:
                streams = [
                    ("", ""),
                    (BY_KIND, words("by its kind")),
                    *((stream.value, words.name(stream)) for stream in Stream),
                ]
                return PickCell(f"rule_{name}", title, streams, self)
        return TextCell(f"rule_{name}", title, self)

    def _join(self, name: str, cell: Cell, row: int, column: int) -> None:
        cell.put_into(self._grid, row, column)
        cell.edited.connect(lambda text: self._board.write(name, text))
        self._cells[name] = cell

    def _pick(self, name: str) -> Pick:
        cell = self._cells[name]
        assert isinstance(cell, PickCell)
        return cell.pick

    def show_board(self) -> None:
        """Show the chosen row, what it inherits, and what does not fit."""
        board, texts = self._board, self._board.texts()
        self.setEnabled(bool(texts))
        if not texts or board.look is None:
            return
        row = board.book.rules[board.number]
        wider = inherited(board.book, board.number, board.look.scopes.today)
        what = say_scope(self._words, row.category, row.supplier)
        self.say_heading(self._words("Row {number}: {what}", number=board.number + 1, what=what))
        faults = board.faults_at(Section.RULE, board.number + 1)
        if "" in faults:
            faults.setdefault("category", faults[""])
        for name, cell in self._cells.items():
            cell.show_text(texts.get(name, ""))
            cell.lock(board.locked)
            cell.show_wrong(self._say_fault(name, faults[name]) if name in faults else "")
            if name in _FIGURES:
                cell.show_hint(self._say_inherited(cell, write_figure(self._words, name, getattr(wider, name))))

    def _say_inherited(self, cell: Cell, figure: str) -> str:
        """In a list the inherited value stands among those that could be picked."""
        return self._words("{figure} (inherited)", figure=figure) if isinstance(cell, PickCell) else figure

    def _say_fault(self, name: str, fault: RuleFault) -> str:
        """What does not fit; a field that is no figure is called as it is called here."""
        called = fault.name if name in _FIGURES else self._cells[name].title
        return say_fault(self._words, replace(fault, name=called))

    def offer_scopes(self, scopes: RuleScopes) -> None:
        """Offer what the catalogue has."""
        self._pick("category").offer(category_choices(self._words("All"), scopes))
        self._pick("supplier").offer(supplier_choices(self._words, self._words("All"), scopes))


def category_choices(none: str, scopes: RuleScopes) -> list[tuple[str, str]]:
    """The categories of the catalogue, after what stands for none of them."""
    return [("", none), *((each, each) for each in scopes.known.categories)]


def supplier_choices(words: Words, none: str, scopes: RuleScopes) -> list[tuple[str, str]]:
    """The suppliers by code and name, after what stands for none of them."""
    named = [(each.code, f"{each.code} · {partner_name(words, each)}") for each in scopes.suppliers]
    return [("", none), *named]


def say_scope(words: Words, category: str, supplier: str) -> str:
    """What a row is for."""
    return " · ".join(filter(None, (category, supplier))) or words("everything")


def partner_name(words: Words, partner: PartnerSnapshot) -> str:
    """A supplier's name in the language, else the one there is."""
    names = (partner.name_en, partner.name) if words.language == "en" else (partner.name, partner.name_en)
    return names[0] or names[1]
