"""Types into a window the way keys really arrive: at the window, with the times that the keyboard gave them."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputDevice, QKeyEvent
from PySide6.QtWidgets import QWidget

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class Keyboard:
    """A keyboard at one window; ``now`` is the time of the last key in milliseconds."""

    def __init__(self, window: QWidget, device: QInputDevice | None = None) -> None:
        self._window = window
        self._device = device or QInputDevice.primaryKeyboard()
        self.now = 10_000

    def press(
        self, key: int, text: str = "", modifiers: Qt.KeyboardModifier = PLAIN, *, after: int = 10, repeat: bool = False
    ) -> None:
        """Press and release one key, so many milliseconds after the last."""
        self.now += after
        handle = self._window.windowHandle()
        assert handle is not None
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers, 0, 0, 0, text, repeat, 1, self._device)
            event.setTimestamp(self.now)
            QCoreApplication.sendEvent(handle, event)

    def write(self, text: str, *, gap: int = 10, after: int = 500) -> None:
        """Write signs, ``gap`` milliseconds apart; the first comes ``after`` the key before."""
        for place, sign in enumerate(text):
            modifiers = SHIFT if sign.isascii() and sign.isupper() else PLAIN
            self.press(ord(sign.upper()[0]), sign, modifiers, after=gap if place else after)

    def enter(self, *, after: int = 10) -> None:
        """Press Enter."""
        self.press(int(Qt.Key.Key_Return), "\r", after=after)

    def scan(self, text: str, *, gap: int = 10) -> None:
        """Do what a scanner does: the text, then Enter."""
        self.write(text, gap=gap)
        self.enter(after=gap)
