"""A field in a card of the desk: the Enter that sends what stands in it decides nothing behind it."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from returns_desk.desktop.key_events import ENTER


class OwnEnterField(QLineEdit):
    """Qt hands a field's Enter on to the cards around it, where it takes the recommendation; this one keeps it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, and send with Enter."""
        super().keyPressEvent(event)
        if event.key() in ENTER:
            event.accept()
