"""One field of a form: what it is, where it is typed, and below it, in words, what does not fit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.restyle import restyle


class FormField(QWidget):
    """``edited`` tells every change by hand; a change takes away what was said about the text before."""

    edited = Signal(str)

    def __init__(self, name: str, title: str, hint: str = "", *, secret: bool = False, latin: bool = False) -> None:
        """``secret`` texts are shown as dots; ``latin`` ones (codes, addresses) run left to right in any language."""
        super().__init__()
        self.title = title
        self._hint = hint
        self.line = QLineEdit()
        self.line.setObjectName(name)
        self.line.setAccessibleName(title)
        self.line.setAccessibleDescription(hint)
        self.line.setPlaceholderText(hint)
        self.line.setMaxLength(400)
        if secret:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
        if latin:
            self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.line.textEdited.connect(self._on_edited)
        self._wrong = label("", "wrong", wraps=True)
        self._wrong.setObjectName(f"{name}_wrong")
        self._wrong.hide()
        heading = label(title, "heading")
        heading.setBuddy(self.line)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addWidget(self.line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(heading)
        column.addLayout(self._row)
        column.addWidget(self._wrong)

    @property
    def text(self) -> str:
        """What was typed, without blanks around it."""
        return self.line.text().strip()

    def add_beside(self, widget: QWidget) -> None:
        """Put something beside the line, such as a button that fills it."""
        self._row.addWidget(widget)

    def show_text(self, text: str) -> None:
        """Put a text in; nothing is said about it yet."""
        self.line.setText(text)
        self.show_wrong("")

    def show_wrong(self, why: str) -> None:
        """Say why the text does not fit; nothing: it does."""
        self._wrong.setText(why)
        self._wrong.setVisible(bool(why))
        self.line.setAccessibleDescription(why or self._hint)
        restyle(self.line, wrong="true" if why else "false")

    def _on_edited(self, text: str) -> None:
        self.show_wrong("")
        self.edited.emit(text)
