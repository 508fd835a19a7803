"""Asks for badge and PIN of somebody who may do what the clerk may not."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from returns_desk.desktop.dialogs.scan_dialog import ScanDialog
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import label
from returns_desk.wording import Words

LONGEST_PIN = 32


class ApprovalDialog(ScanDialog):
    """Scan the badge, type the PIN, Enter. ``signed`` tells both; what they are worth is judged in the store."""

    signed = Signal(str, str)

    def __init__(self, words: Words, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("approval")
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self._words = words
        self._badge = self._secret_field(words("Badge"), words("Scan the badge"), "approval_badge")
        self._pin = self._secret_field(words("PIN"), words("Then type the PIN"), "approval_pin")
        self._approve = push_button(words("Approve"), "approval_sign", "primary")
        self._approve.clicked.connect(self._sign)
        leave = push_button(words("Leave it"), "approval_leave")
        leave.clicked.connect(self.reject)
        self._lay_out(title, leave)
        self._badge.textChanged.connect(self._on_changed)
        self._pin.textChanged.connect(self._on_changed)
        self._on_changed()
        self._badge.setFocus()

    def _secret_field(self, name: str, asks: str, object_name: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(object_name)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setMaxLength(LONGEST_PIN)
        field.setPlaceholderText(asks)
        field.setAccessibleName(name)
        return field

    def _lay_out(self, title: str, leave: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(title, "title", wraps=True))
        column.addWidget(label(self._words("Badge and PIN of a supervisor, for this one act."), "quiet", wraps=True))
        for field in (self._badge, self._pin):
            column.addWidget(label(field.accessibleName(), "heading"))
            column.addWidget(field)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(self._approve)
        column.addSpacing(8)
        column.addLayout(buttons)

    def take_scan(self, text: str) -> None:
        """A badge was scanned, wherever the cursor was."""
        self._badge.setText(text.strip())
        self._pin.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter signs once both are there; Escape leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self._sign if self._approve.isEnabled() else self._go_to_empty)()
            return
        super().keyPressEvent(event)

    def _go_to_empty(self) -> None:
        (self._pin if self._badge.text() else self._badge).setFocus()

    def _on_changed(self) -> None:
        self._approve.setEnabled(bool(self._badge.text() and self._pin.text()))

    def _sign(self) -> None:
        badge, pin = self._badge.text(), self._pin.text()
        self._pin.clear()
        self.accept()
        self.signed.emit(badge, pin)
