"""The list of batches: what waits and closes soonest stands first; waiting ones can be checked together."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from returns_desk.desktop.screens.batch_words import STATE_TONES, days_tone, say_batch, say_lacking, short_state
from returns_desk.desktop.screens.check_table import CheckTable
from returns_desk.desktop.screens.two_lines import hug_rows, show_two_lines
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.table import Column
from returns_desk.domain.batches import BatchState
from returns_desk.domain.proposals import Advice
from returns_desk.domain.snapshots import BatchRow
from returns_desk.wording import Words

_BATCH, _VALUE = 1, 3
_GOES = (Advice.SEND, Advice.DESTROY)


class BatchList(QWidget):
    """The table, and below it the button that approves all that is checked, while something is."""

    chosen = Signal(object)  # BatchRow
    approve_wanted = Signal(tuple)  # numbers

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.may_approve = False
        self.table = CheckTable(
            self._columns(), "batch_table", lambda row: str(row.number), lambda row: self._may_check(row)
        )
        self.table.setAccessibleName(words("Batches"))
        hug_rows(self.table)
        show_two_lines(self.table, _BATCH, _VALUE)
        self.table.chosen.connect(self.chosen)
        self.table.checks.toggled.connect(self._on_toggled)
        self._approve = push_button("", "approve_checked")
        self._approve.clicked.connect(lambda: self.approve_wanted.emit(self.checked()))
        self._approve.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self._approve)

    def _columns(self) -> tuple[Column, ...]:
        words = self._words
        return (
            Column(words("Batch"), lambda row: say_batch(words, row), stretch=True),
            Column(words("Days"), _days, tone=lambda row: days_tone(_days_of(row))),
            Column(words("Value"), self._say_value, at_end=True),
            Column(words("State"), lambda row: short_state(words, row), tone=_tone),
        )

    def _say_value(self, row: BatchRow) -> str:
        return f"{self._words.money(row.gross)}\n{say_lacking(self._words, row)}"

    def _may_check(self, row: BatchRow) -> bool:
        return self.may_approve and row.state is BatchState.SUBMITTED

    def checked(self) -> tuple[str, ...]:
        """Numbers of the waiting batches that are checked, in the order of the list."""
        rows = self.table.checks.rows
        return tuple(row.number for row in rows if row.number in self.table.checks.checked and self._may_check(row))

    def show_rows(self, rows: Sequence[BatchRow], number: str) -> None:
        """Show the batches; the one with this number is the current one."""
        places = [row.number for row in rows]
        self.table.show_rows(rows)
        self.table.setColumnHidden(0, not any(self._may_check(row) for row in rows))
        self.table.setColumnHidden(2, all(_days_of(row) is None for row in rows))
        if number in places:
            self.table.choose(places.index(number))
        self._on_toggled()

    def step(self, by: int) -> None:
        """Choose the next batch, or the one before."""
        count = len(self.table.rows_model.rows)
        if count:
            self.table.choose(min(max(self.table.currentIndex().row() + by, 0), count - 1))

    def _on_toggled(self) -> None:
        count = len(self.checked())
        self._approve.setText(self._words("Approve the checked batches: {count}", count=count))
        self._approve.setAccessibleName(self._approve.text())
        self._approve.setVisible(count > 0)


def _tone(row: BatchRow) -> str:
    """What can go now stands out among what gathers."""
    proposed = row.proposal.advice if row.proposal is not None and row.state is BatchState.COLLECTING else None
    return "brand" if proposed in _GOES else STATE_TONES[row.state]


def _days(row: BatchRow) -> str:
    days = _days_of(row)
    return "" if days is None else str(days)


def _days_of(row: BatchRow) -> int | None:
    """The clock that runs: the supplier's window until the approval, then the supplier's number."""
    return row.days_left if row.days_left is not None else row.authorization_days
