"""Rows of a file of which something is to be said, each with its line; hidden while there are none."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.exchange.rows import RefusedRow
from returns_desk.wording import Words
from returns_desk.wording.refusals import refusal_line

_ROWS_SHOWN = 7  # more are scrolled


class ToldRows(QWidget):
    """A title over the rows, which stand until the next file."""

    def __init__(self, words: Words, title: str, object_name: str) -> None:
        super().__init__()
        columns = (
            Column(words("Line"), lambda row: str(row.line), at_end=True),
            Column(words("Why"), lambda row: refusal_line(words, row.refusal), stretch=True),
        )
        self._table = Table(columns, object_name)
        self._table.show_only()
        self._table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(label(title, "heading"))
        lines.addWidget(self._table)
        self.hide()

    def show_rows(self, rows: Sequence[RefusedRow]) -> None:
        """Show these rows, or nothing at all."""
        self._table.show_up_to(rows, _ROWS_SHOWN)
        self.setVisible(bool(rows))
