"""A page that is one form: a title, fields that may be scrolled, and below them the way back and the way on.

What is typed is kept at once in ``values``, which outlives the page: another language or theme loses nothing.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from returns_desk.desktop.key_events import ENTER
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.form_field import FormField
from returns_desk.desktop.widgets.scrolled import scrolled
from returns_desk.wording import Words

_CURSOR = "cursor"  # in which field one was typing


class FormPage(QWidget):
    """``left`` tells that the person goes back; Enter and the last button go on."""

    left = Signal()

    def __init__(self, words: Words, title: str, go_on: str, values: dict[str, str]) -> None:
        super().__init__()
        self.values = values
        self._fields: dict[str, FormField] = {}
        self._scroll = scrolled()
        self.back = push_button(words("Back"), "form_back")
        self.back.clicked.connect(self.left)
        self.go_on = push_button(go_on, "form_go_on", "primary")
        self.go_on.clicked.connect(self.try_to_go_on)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(title, "screen", wraps=True))
        column.addWidget(self._scroll, 1)
        column.addLayout(buttons)

    def fill(self, inside: QWidget) -> None:
        """Put the form in."""
        self._scroll.setWidget(inside)

    def take_fields(self, fields: dict[str, FormField]) -> None:
        """Show in the fields what was typed before, and keep what is typed from now on."""
        self._fields = fields
        for name, field in fields.items():
            field.line.setText(self.values.get(name, ""))
            field.edited.connect(lambda text, name=name: self.values.update({name: text, _CURSOR: name}))

    def begin(self) -> None:
        """Put the cursor where one was typing, else into the first field."""
        name = self.values.get(_CURSOR, "")
        field = self._fields.get(name) or next(iter(self._fields.values()))
        field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def point_out(self, found: dict[str, str]) -> bool:
        """Say at each field why it does not fit and go to the first of them; ``False`` when there is none."""
        for name, field in self._fields.items():
            field.show_wrong(found.get(name, ""))
        first = next((field for name, field in self._fields.items() if name in found), None)
        if first is not None:
            first.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(first)
        return first is not None

    def rest(self, resting: bool) -> None:
        """While something runs, nothing can be sent a second time; the texts stay."""
        self.go_on.setEnabled(not resting)
        self.back.setEnabled(not resting)

    def take_scan(self, text: str) -> None:
        """Put a scan where it belongs."""
        raise NotImplementedError(text)

    def try_to_go_on(self) -> None:
        """Check what was typed and tell it when it fits."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button to which Tab has come, else it goes on; Escape goes back."""
        focused = self.focusWidget()
        if event.key() in ENTER and isinstance(focused, QPushButton) and focused.hasFocus():
            focused.click()
        elif event.key() in ENTER and self.go_on.isEnabled():
            self.try_to_go_on()
        elif event.key() == Qt.Key.Key_Escape and self.back.isVisible() and self.back.isEnabled():
            self.left.emit()
        else:
            super().keyPressEvent(event)
