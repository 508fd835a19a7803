"""The rows of the book as people read them, one a line, and beside each how often it was overridden."""

from dataclasses import asdict, dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from returns_desk.desktop.screens.deciding.board import Board
from returns_desk.desktop.screens.deciding.row_form import partner_name
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.table import ROW_PIXELS, Column, Table
from returns_desk.domain.overrides import OverrideCount
from returns_desk.domain.rules import Figures, Rule
from returns_desk.wording import Words
from returns_desk.wording.figures import say_figures
from returns_desk.wording.rule_faults import say_placed_fault

_BROUGHT = tuple(asdict(Figures()).items())
_ROWS_SHOWN = 7  # more are scrolled
_ROWS_MEASURED = 30  # for the columns' widths: a book may have a thousand
_FAULTS_SHOWN = 4
_WHAT, _CELL_SIDES, _ENDLESS = 3, 28, 10_000  # the column that says what is different; pixels


@dataclass(frozen=True)
class _Shown:
    """One row and what is said in its cells."""

    rule: Rule
    supplier: str
    days: str
    said: str
    inherits: bool
    count: OverrideCount
    wrong: bool


class RuleTable(Card):
    """The current row is the one in the form."""

    def __init__(self, words: Words, board: Board) -> None:
        super().__init__(words("The rows of the rules"))
        self.setObjectName("rule_rows")
        self._words, self._board = words, board
        self.table = _Rows(_columns(words), "rule_table")
        self.table.setAccessibleName(words("The rows of the rules"))
        self.table.chosen.connect(lambda _row: board.choose_row(self.table.currentIndex().row()))
        self._add = push_button(words("Add a row"), "rule_add")
        self._add.clicked.connect(self._on_add)
        self._remove = push_button(words("Remove the row"), "rule_remove")
        self._remove.clicked.connect(board.remove_row)
        self._wrong = label("", "wrong", wraps=True)
        self._wrong.setObjectName("rule_faults")
        self.head.addWidget(self._add)
        self.head.addWidget(self._remove)
        self.body.addWidget(self.table)
        self.body.addWidget(self._wrong)
        note = words(
            "The narrower row wins, figure by figure: everything, supplier, category, both. What a row leaves out is "
            "inherited."
        )
        self.body.addWidget(label(note, "small", wraps=True))
        board.shown.connect(self.show_board)
        board.edited.connect(self.show_board)

    def show_board(self) -> None:
        """Show the rows, and above the form all that does not fit."""
        board, words = self._board, self._words
        if board.look is None:
            return
        names = {each.code.casefold(): partner_name(words, each) for each in board.look.scopes.suppliers}
        wrong = {fault.place for fault in board.faults}
        rows = [self._row(rule, names, place in wrong) for place, rule in enumerate(board.book.rules, 1)]
        self.table.show_all(rows, board.number)
        for button in (self._add, self._remove):
            button.setEnabled(not board.locked)
            button.setAccessibleDescription(board.why_not)
        self._remove.setEnabled(not board.locked and len(rows) > 1)
        self._show_faults()

    def _row(self, rule: Rule, names: dict[str, str], wrong: bool) -> _Shown:
        words, look = self._words, self._board.look
        assert look is not None
        return _Shown(
            rule,
            names.get(rule.supplier.casefold(), rule.supplier),
            say_days(words, rule),
            self._say(rule),
            not rule.figures,
            look.overrides.of_row(rule.key),
            wrong,
        )

    def _say(self, rule: Rule) -> str:
        """What is different; of a row of everything that says nothing, what the program brings."""
        if rule.figures:
            return say_figures(self._words, rule.figures)
        if rule.narrowness:
            return self._words("everything as inherited")
        return self._words("as the program brings it: {figures}", figures=say_figures(self._words, _BROUGHT))

    def _show_faults(self) -> None:
        faults = self._board.faults
        said = [say_placed_fault(self._words, fault) for fault in faults[:_FAULTS_SHOWN]]
        if len(faults) > len(said):
            said.append(self._words("and {count} more", count=len(faults) - len(said)))
        self._wrong.setText("\n".join(said))
        self._wrong.setVisible(bool(said))

    def _on_add(self) -> None:
        self._board.add_row()
        self.table.choose(self._board.number)


class _Rows(Table):
    """As high as its rows up to a limit; a row that says much takes more lines."""

    def __init__(self, columns: tuple[Column, ...], name: str) -> None:
        super().__init__(columns, name)
        self.setWordWrap(True)
        self.horizontalHeader().setResizeContentsPrecision(_ROWS_MEASURED)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().setMinimumSectionSize(ROW_PIXELS)
        self.horizontalHeader().sectionResized.connect(lambda *_: self._fit())

    def show_all(self, rows: list[_Shown], current: int) -> None:
        """Show the rows; the current one is the one in the form."""
        if tuple(rows) != self.rows_model.rows:
            self.selectionModel().blockSignals(True)
            self.rows_model.replace(rows)
            self.selectionModel().blockSignals(False)
            self._fit()
        if rows and self.currentIndex().row() != current:
            self.selectionModel().blockSignals(True)
            self.choose(current)
            self.selectionModel().blockSignals(False)
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width takes other lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        header, width = self.verticalHeader(), self.columnWidth(_WHAT) - _CELL_SIDES
        metrics, wrap = QFontMetrics(self.font()), int(Qt.TextFlag.TextWordWrap)
        for number, row in enumerate(self.rows_model.rows):
            lines = metrics.boundingRect(QRect(0, 0, max(1, width), _ENDLESS), wrap, row.said)
            header.resizeSection(number, max(ROW_PIXELS, lines.height() + _CELL_SIDES // 2))
        shown = sum(header.sectionSize(row) for row in range(min(len(self.rows_model.rows), _ROWS_SHOWN)))
        height = self.horizontalHeader().sizeHint().height() + max(ROW_PIXELS, shown) + 4
        if self.height() != height:
            self.setFixedHeight(height)


def say_days(words: Words, rule: Rule) -> str:
    """When a row counts; empty: always."""
    first = words.date(rule.valid_from) if rule.valid_from else ""
    last = words.date(rule.valid_until) if rule.valid_until else ""
    if first and last:
        return words("{first} to {last}", first=first, last=last)
    if first:
        return words("from {day}", day=first)
    return words("until {day}", day=last) if last else words("always")


def say_count(words: Words, count: OverrideCount) -> str:
    """How often something was overridden: ``12 of 80``; nothing where nothing was decided."""
    if not count.decisions:
        return ""
    return words("{overrides} of {decisions}", overrides=count.overrides, decisions=count.decisions)


def _columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(
            words("Category"),
            lambda row: row.rule.category or words("All categories"),
            strong=lambda row: bool(row.rule.category),
            quiet=lambda row: not row.rule.category,
        ),
        Column(
            words("Supplier"),
            lambda row: row.supplier or words("All suppliers"),
            strong=lambda row: bool(row.supplier),
            quiet=lambda row: not row.supplier,
        ),
        Column(words("When"), lambda row: row.days, quiet=lambda row: row.days == words("always")),
        Column(
            words("What is different here"),
            lambda row: row.said,
            stretch=True,
            quiet=lambda row: row.inherits,
        ),
        Column(words("Overridden"), lambda row: say_count(words, row.count)),
        Column("", lambda row: words("does not fit") if row.wrong else "", tone=lambda _row: "bad"),
    )
