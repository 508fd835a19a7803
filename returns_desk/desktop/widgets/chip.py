"""Small marks: a state in a word and a colour, and the key that does the same as a button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from returns_desk.desktop.widgets.restyle import restyle


class Chip(QLabel):
    """A word on a coloured ground; tones: ok, ask, bad, brand, a disposition's name, or none."""

    def __init__(self, text: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.show_word(text, tone)

    def show_word(self, text: str, tone: str = "") -> None:
        """Change the word and its tone."""
        self.setText(text)
        restyle(self, tone=tone)


class KeyCap(QLabel):
    """A key of the keyboard, drawn beside what it does; the same in both writing directions."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
