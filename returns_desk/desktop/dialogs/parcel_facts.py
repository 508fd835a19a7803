"""Asks what can be seen of a box from outside: sender, condition, weight, which of how many it is, its SSCC."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from returns_desk.desktop.dialogs.scan_dialog import ScanDialog
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.choice import Choice
from returns_desk.desktop.widgets.form_field import FormField
from returns_desk.domain.parcels import OuterCondition, ParcelFacts
from returns_desk.domain.snapshots import ParcelSnapshot
from returns_desk.scanning.recogniser import recognise
from returns_desk.scanning.scan import ScanKind
from returns_desk.wording import Words

_GRAMS = 1000
_WIDTH = 560


class ParcelFactsDialog(ScanDialog):
    """``entered`` tells ``ParcelFacts``; what was left empty leaves what is known."""

    entered = Signal(object)

    def __init__(self, words: Words, parcel: ParcelSnapshot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("parcel_facts_dialog")
        self.setMinimumWidth(_WIDTH)
        self._words = words
        self._sender = FormField("sender", words("Sender"), words("As it is printed on the box"))
        self._weight = FormField("weight", words("Weight, kg"), latin=True)
        self._number = FormField("box_no", words("Box"), latin=True)
        self._count = FormField("box_count", words("of how many"), latin=True)
        self._sscc = FormField("sscc", "SSCC", words("Scan it, or type its 18 digits"), latin=True)
        conditions = [(each.value, words.name(each)) for each in OuterCondition]
        self._condition = Choice("condition", words("Box looks"), conditions)
        self._go_on = push_button(words("Keep"), "facts_keep", "primary")
        self._go_on.clicked.connect(self._on_keep)
        self._fill(parcel)
        self._lay_out(words("Facts of parcel {number}", number=parcel.number))
        self._sender.line.setFocus()

    def _fill(self, parcel: ParcelSnapshot) -> None:
        self._sender.show_text(parcel.sender)
        self._weight.show_text(f"{parcel.weight_g / _GRAMS:g}" if parcel.weight_g else "")
        self._number.show_text(str(parcel.box_no or ""))
        self._count.show_text(str(parcel.box_count or ""))
        self._sscc.show_text(parcel.sscc)
        if parcel.condition is not None:
            self._condition.show_value(parcel.condition.value)

    def _lay_out(self, title: str) -> None:
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(title, "title", wraps=True))
        column.addWidget(self._sender)
        column.addWidget(self._condition)
        column.addLayout(_beside(self._weight, self._number, self._count))
        column.addWidget(self._sscc)
        leave = push_button(self._words("Leave it"), "facts_leave")
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(self._go_on)
        column.addLayout(buttons)

    def take_scan(self, text: str) -> None:
        """An SSCC goes where it belongs; anything else where the cursor is, else it is the sender."""
        scan = recognise(text)
        if scan.kind is ScanKind.SSCC:
            self._sscc.show_text(scan.value)
            return
        fields = (self._sender, self._weight, self._number, self._count, self._sscc)
        aimed = next((field for field in fields if field.line is self.focusWidget()), self._sender)
        aimed.show_text(text.strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps; Escape leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_keep()
            return
        super().keyPressEvent(event)

    def _on_keep(self) -> None:
        weight = _grams(self._weight.text)
        for field, fits in (
            (self._weight, weight is not None),
            (self._number, _is_count(self._number.text)),
            (self._count, _is_count(self._count.text)),
        ):
            field.show_wrong("" if fits else self._words("A number, please"))
            if not fits:
                field.line.setFocus()
                return
        self.accept()
        self.entered.emit(
            ParcelFacts(
                sender=self._sender.text,
                condition=OuterCondition(self._condition.value) if self._condition.value else None,
                weight_g=weight or None,
                box_no=int(self._number.text or 0) or None,
                box_count=int(self._count.text or 0) or None,
                sscc=self._sscc.text,
            )
        )


def _beside(*fields: FormField) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for field in fields:
        row.addWidget(field, 1)
        field.findChildren(QLineEdit)[0].setMinimumWidth(80)
    return row


def _is_count(text: str) -> bool:
    return not text or (text.isascii() and text.isdecimal() and len(text) <= 4)


def _grams(text: str) -> int | None:
    """Kilograms as typed, in grams; 0 for nothing, ``None`` for what is no weight."""
    if not text:
        return 0
    try:
        weight = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None
    return round(weight * _GRAMS) if weight.is_finite() and 0 <= weight < _GRAMS else None
