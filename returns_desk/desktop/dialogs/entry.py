"""Asks for a few facts (a note, numbers, a day, an amount) beside the work, and never waits in a loop of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from returns_desk.desktop.dialogs.scan_dialog import ScanDialog
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import label
from returns_desk.domain.money import parse_money
from returns_desk.wording import Words

_TARGET_PIXELS = 44


class FieldKind(StrEnum):
    """What a field takes."""

    TEXT = "text"
    COUNT = "count"
    NUMBER = "number"
    MONEY = "money"
    DAY = "day"
    YES = "yes"


@dataclass(frozen=True)
class Field:
    """One fact that is asked for; ``name`` is the key of its answer and the field's object name."""

    name: str
    title: str
    kind: FieldKind = FieldKind.TEXT
    value: str = ""
    needed: bool = False
    hint: str = ""


class EntryDialog(ScanDialog):
    """Shows fields and tells ``entered`` their answers as text; the last button is one that goes on."""

    entered = Signal(dict)

    def __init__(
        self, words: Words, title: str, fields: tuple[Field, ...], go_on: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("entry")
        self.setWindowTitle(title)
        self.setMinimumWidth(480)
        self._words, self._fields = words, fields
        self._inputs: dict[str, QWidget] = {field.name: self._make_input(field) for field in fields}
        self._wrong = label("", "strong", wraps=True)
        self._wrong.hide()
        self._go_on = push_button(go_on, "entry_go_on", "primary")
        self._go_on.clicked.connect(self._on_go_on)
        self._lay_out(title)
        next(iter(self._inputs.values())).setFocus()

    def _make_input(self, field: Field) -> QWidget:
        made: QCheckBox | QLineEdit
        if field.kind is FieldKind.YES:
            made = QCheckBox(field.title)
            made.setMinimumHeight(_TARGET_PIXELS)
        else:
            made = QLineEdit(field.value)
            made.setPlaceholderText(field.hint)
            made.setMaxLength(1000)
        made.setObjectName(field.name)
        made.setAccessibleName(field.title)
        return made

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(label(title, "title", wraps=True))
        for field in self._fields:
            if field.kind is not FieldKind.YES:
                column.addWidget(label(field.title, "heading"))
            column.addWidget(self._inputs[field.name])
        column.addWidget(self._wrong)
        leave = push_button(self._words("Leave it"), "entry_leave")
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(self._go_on)
        column.addSpacing(6)
        column.addLayout(buttons)

    def take_scan(self, text: str) -> None:
        """A waybill or a supplier's number was scanned: it goes where the cursor is, else into the first field."""
        fields = [field for field in self._inputs.values() if isinstance(field, QLineEdit)]
        field = next((field for field in fields if field is self.focusWidget()), fields[0])
        field.setText(text.strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on; Escape leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_go_on()
            return
        super().keyPressEvent(event)

    def _on_go_on(self) -> None:
        answers = {field.name: _answer(field, self._inputs[field.name]) for field in self._fields}
        for field in self._fields:
            if answers[field.name] is None or (field.needed and not answers[field.name]):
                self._wrong.setText(self._words("This does not fit: {field}", field=field.title))
                self._wrong.show()
                self._inputs[field.name].setFocus()
                return
        self.accept()
        self.entered.emit(answers)


def ask_facts(dialog: EntryDialog, then: Callable[[dict[str, str]], None]) -> None:
    """Open the dialog; ``then`` hears the answers if the person goes on."""
    dialog.entered.connect(then)
    dialog.open()


def _answer(field: Field, asked: QWidget) -> str | None:
    """What was entered, in one form for each kind; ``None`` when it does not read as what it should be."""
    if isinstance(asked, QCheckBox):
        return "yes" if asked.isChecked() else ""
    text = asked.text().strip() if isinstance(asked, QLineEdit) else ""
    return _READERS[field.kind](text) if text else ""


def _read_count(text: str) -> str | None:
    return text if text.isdecimal() else None


def _read_number(text: str) -> str | None:
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None
    return str(number) if number.is_finite() and number >= 0 else None


def _read_money(text: str) -> str | None:
    try:
        parse_money(text, "ILS")
    except ValueError:
        return None
    return text


def read_day(text: str) -> str | None:
    """A day as either language writes it, as ISO."""
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC).date().isoformat()
        except ValueError:
            continue
    return None


_READERS: dict[FieldKind, Callable[[str], str | None]] = {
    FieldKind.TEXT: str,
    FieldKind.YES: str,
    FieldKind.COUNT: _read_count,
    FieldKind.NUMBER: _read_number,
    FieldKind.MONEY: _read_money,
    FieldKind.DAY: read_day,
}
