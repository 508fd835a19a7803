"""Alt and a digit, and Ctrl+K, choose a screen also while somebody types: a field would take them for its own."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class PlaceKeys(QObject):
    """Application event filter: asks the window first about the keys that go to a field in it."""

    def __init__(self, window: QWidget, choose: Callable[[QKeyEvent], bool]) -> None:
        super().__init__(window)
        self._choose = choose

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:
        """Swallow a key that chose a screen; a dialog's fields keep theirs."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        in_window = isinstance(receiver, QLineEdit) and receiver.window() is self.parent()
        return in_window and self._choose(event)
