"""Asks for a supplier's credit note: for the whole batch or piece by piece, and why less came, if nothing more will."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from returns_desk.desktop.dialogs.entry import read_day
from returns_desk.desktop.dialogs.scan_dialog import ScanDialog
from returns_desk.desktop.screens.credit_jobs import CreditEntry
from returns_desk.desktop.screens.panels.names import product_name
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.choice import Choice
from returns_desk.desktop.widgets.pick import Pick
from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.desktop.widgets.titled import titled
from returns_desk.domain.claims import claims_of
from returns_desk.domain.credits import ShortReason
from returns_desk.domain.money import Money, foreign_currency, parse_money
from returns_desk.domain.snapshots import BatchSnapshot
from returns_desk.wording import Words

_TARGET_PIXELS = 44
_MOST_LINES = 6
_WHOLE, _LINES = "whole", "lines"


@dataclass(frozen=True)
class _Line:
    item: str
    product: str
    open: Money
    given: Money | None = None
    reason: ShortReason | None = None


class CreditDialog(ScanDialog):
    """``entered`` tells a ``CreditEntry``."""

    entered = Signal(object)

    def __init__(self, words: Words, batch: BatchSnapshot, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("credit_entry")
        self._words, self._batch = words, batch
        self._open = batch.totals.expected - batch.credited
        title = words("Credit for {number}: {money} open", number=batch.row.number, money=words.money(self._open))
        self.setWindowTitle(title)
        self.setMinimumWidth(620)
        self._rows = [
            _Line(line.item.number, product_name(words, line.item.product), share.open)
            for line, share in claims_of(batch)
        ]
        self._make_fields(words, today)
        self._lay_out(title)
        self._show_lines(_WHOLE)
        self._number.setFocus()

    def _make_fields(self, words: Words, today: date) -> None:
        self._number = _field("credit", words("Number of the credit note"))
        self._day = _field("day", words("Date"), words.date(today))
        self._for = Choice("credit_for", words("The credit is for"), self._said_for())
        self._for.show_value(_WHOLE)
        self._for.chosen.connect(self._show_lines)
        self._amount = _field("amount", words("Amount"), str(self._open) if self._open.minor > 0 else "")
        self._table = Table(self._columns(), "credit_lines")
        self._table.chosen.connect(lambda _: self._show_line())
        self._line_amount = _field("line_amount", words("Credit for the chosen piece"))
        self._line_amount.textEdited.connect(lambda _: self._keep_line())
        reasons = [("", words("No reason chosen")), *((each.value, words.name(each)) for each in ShortReason)]
        self._line_reason = Pick("line_reason", words("Why less for this piece"), reasons)
        self._line_reason.picked.connect(lambda _: self._keep_line())
        self._final = QCheckBox(words("Nothing more will come"))
        self._final.setObjectName("final")
        self._final.setMinimumHeight(_TARGET_PIXELS)
        self._reason = Pick("short_reason", words("Why less came"), reasons)
        self._wrong = label("", "strong", wraps=True)
        self._wrong.hide()

    def _said_for(self) -> tuple[tuple[str, str], ...]:
        return (_WHOLE, self._words("The whole batch")), (_LINES, self._words("Single pieces"))

    def _columns(self) -> tuple[Column, ...]:
        words = self._words
        return (
            Column(words("Item"), lambda row: row.item),
            Column(words("Product"), lambda row: row.product, stretch=True),
            Column(words("Still open"), lambda row: words.money(row.open), at_end=True),
            Column(words("Credit"), lambda row: words.money(row.given) if row.given else "", at_end=True),
            Column(words("Reason"), lambda row: words.name(row.reason) if row.reason else ""),
        )

    def _lay_out(self, title: str) -> None:
        words = self._words
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(8)
        column.addWidget(label(title, "title", wraps=True))
        column.addLayout(_beside((words("Number of the credit note"), self._number), (words("Date"), self._day)))
        column.addWidget(self._for)
        self._amount_title = label(words("Amount"), "heading")
        column.addWidget(self._amount_title)
        column.addWidget(self._amount)
        self._by_line = QWidget()
        by_line = QVBoxLayout(self._by_line)
        by_line.setContentsMargins(0, 0, 0, 0)
        by_line.addWidget(self._table)
        amount, reason = words("Credit for the chosen piece"), words("Why less for this piece")
        by_line.addLayout(_beside((amount, self._line_amount), (reason, self._line_reason)))
        column.addWidget(self._by_line)
        column.addWidget(self._final)
        column.addLayout(titled(words("Why less came"), self._reason))
        column.addWidget(self._wrong)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        leave = push_button(self._words("Leave it"), "entry_leave")
        leave.clicked.connect(self.reject)
        go_on = push_button(self._words("Record a credit"), "entry_go_on", "primary")
        go_on.clicked.connect(self._on_go_on)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(go_on)
        return buttons

    def take_scan(self, text: str) -> None:
        """A piece's label chooses its line; anything else is the number of the credit note."""
        items = [row.item for row in self._rows]
        if text.strip().upper() in items:
            self._for.show_value(_LINES)
            self._show_lines(_LINES)
            self._table.choose(items.index(text.strip().upper()))
            self._line_amount.setFocus()
        else:
            self._number.setText(text.strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line's amount goes to the next line, anywhere else it goes on; Escape leaves."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self._line_amount.hasFocus() and self._table.currentIndex().row() + 1 < len(self._rows):
            self._table.choose(self._table.currentIndex().row() + 1)
        else:
            self._on_go_on()

    def _show_lines(self, chosen: str) -> None:
        lines = chosen == _LINES
        self._by_line.setVisible(lines)
        for whole in (self._amount, self._amount_title):
            whole.setVisible(not lines)
        if lines:
            self._table.show_up_to(self._rows, _MOST_LINES)
            if not self._table.currentIndex().isValid():
                self._table.choose(0)
            self._line_amount.setFocus()
        self.adjustSize()

    def _show_line(self) -> None:
        row = self._rows[self._table.currentIndex().row()]
        self._line_amount.setText(str(row.given) if row.given else "")
        self._line_amount.selectAll()
        self._line_reason.show_value(row.reason.value if row.reason else "")

    def _keep_line(self) -> None:
        place = self._table.currentIndex().row()
        if not 0 <= place < len(self._rows):
            return
        row = self._rows[place]
        given = self._read(self._line_amount.text())
        reason = ShortReason(self._line_reason.value) if self._line_reason.value else None
        self._rows[place] = _Line(row.item, row.product, row.open, given, reason)
        self._table.show_rows(self._rows)

    def _read(self, text: str) -> Money | None:
        if foreign_currency(text, self._open.currency):
            return None
        try:
            return parse_money(text, self._open.currency) if text.strip() else None
        except ValueError:
            return None

    def _on_go_on(self) -> None:
        entry = self._entry()
        if isinstance(entry, str):
            self._wrong.setText(entry)
            self._wrong.show()
            return
        self.accept()
        self.entered.emit(entry)

    def _entry(self) -> CreditEntry | str:
        """What was entered, or what is wrong with it."""
        words = self._words
        day = read_day(self._day.text().strip())
        by_line = self._for.value == _LINES
        lines = {row.item: row.given for row in self._rows if row.given} if by_line else {}
        whole = None if by_line else self._read(self._amount.text())
        if not self._number.text().strip():
            return words("This does not fit: {field}", field=words("Number of the credit note"))
        if day is None:
            return words("This does not fit: {field}", field=words("Date"))
        if whole is None and not lines:
            return words("This does not fit: {field}", field=words("Amount"))
        reasons = {row.item: row.reason for row in self._rows if row.reason} if by_line else {}
        reason = ShortReason(self._reason.value) if self._reason.value else None
        total = whole or Money(sum(each.minor for each in lines.values()), self._open.currency)
        final = self._final.isChecked()
        if final and total.minor < self._open.minor and not (reason or reasons):
            return words("Say why the supplier credited less")
        if not final and (reason or reasons):
            return words("Say that nothing more will come, or leave the reason out")
        return CreditEntry(self._number.text().strip(), date.fromisoformat(day), whole, final, lines, reason, reasons)


def _field(name: str, title: str, value: str = "") -> QLineEdit:
    made = QLineEdit(value)
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.setMaxLength(100)
    return made


def _beside(*fields: tuple[str, QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for title, field in fields:
        row.addLayout(titled(title, field), 1)
    return row
