"""How often the rules' advice was not taken in the last days: by clerk, by supplier and by reason."""

from PySide6.QtWidgets import QSizePolicy

from returns_desk.desktop.screens.deciding.board import Board
from returns_desk.desktop.screens.deciding.row_form import say_scope
from returns_desk.desktop.screens.deciding.rule_table import say_count
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.choice import Choice
from returns_desk.desktop.widgets.table import ROW_PIXELS, Column, Table
from returns_desk.domain.items import OverrideReason
from returns_desk.domain.overrides import OverrideCount, OverrideCounts
from returns_desk.wording import Words

_ROWS_SHOWN = 6  # more are scrolled
_NO_COUNTS = OverrideCounts(0)


class OverridesCard(Card):
    """One table, counted the way that is chosen."""

    def __init__(self, words: Words, board: Board) -> None:
        super().__init__(words("Overridden"))
        self.setObjectName("rule_overrides")
        self._words, self._board = words, board
        ways = (
            ("rows", words("Row")),
            ("clerks", words("Clerk")),
            ("suppliers", words("Supplier")),
            ("reasons", words("Reason")),
        )
        self._by = Choice("overrides_by", words("Counted by"), ways)
        self._by.show_value("rows")
        self._by.chosen.connect(lambda _value: self.show_board())
        columns = (
            Column("", self._say, stretch=True),
            Column("", lambda row: say_count(words, row), at_end=True),
            Column("", lambda row: words.percent(row.share // 100 * 100), at_end=True),
        )
        self._table = Table(columns, "overrides_table")
        self._table.show_only()
        self._table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._none = label("", "small", wraps=True)
        self._sum = label("", "small", wraps=True)
        for part in (self._sum, self._by, self._none, self._table):
            self.body.addWidget(part)
        self.body.addStretch(1)
        board.shown.connect(self.show_board)

    @property
    def _counts(self) -> OverrideCounts:
        return self._board.look.overrides if self._board.look else _NO_COUNTS

    def show_board(self) -> None:
        """Show the counts."""
        words, counts = self._words, self._counts
        by = {"rows": counts.rows, "clerks": counts.clerks, "suppliers": counts.suppliers, "reasons": counts.reasons}
        rows = [count for count in by[self._by.value] if count.overrides]
        total = say_count(words, OverrideCount("", counts.decisions, counts.overrides)) or words.number(0)
        self._sum.setText(words("In {days} days: {count} decisions", days=counts.days, count=total))
        self._none.setText(words("Nobody went another way than was advised"))
        self._none.setVisible(not rows)
        self._table.setVisible(bool(rows))
        self._table.show_rows(rows)
        self._table.setFixedHeight(min(len(rows), _ROWS_SHOWN) * ROW_PIXELS + 4)

    def _say(self, count: OverrideCount) -> str:
        words = self._words
        match self._by.value:
            case "rows":
                category, supplier, day = (*count.key.split("/"), "", "", "")[:3]
                scope = say_scope(words, category, supplier)
                return f"{scope} · {words('from {day}', day=day)}" if day else scope
            case "reasons":
                return words.name(OverrideReason(count.key))
            case "suppliers" if not count.key:
                return words("no supplier")
        return count.name_in(words.language) or count.key or words("nobody")
