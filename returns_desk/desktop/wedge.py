"""Hears scanners that type, wherever the focus is, before any field, button or shortcut does.

Every key is held back for a moment. Keys at a scanner's speed become one ``scanned`` text and reach nobody else; keys
at a person's speed are handed on in their order, nothing lost. Times are the events' own: a busy window delivers keys
late and all at once. Where the platform says which keyboard a key is on, each has a line of its own, so that two
scanners at once do not mix. An application filter sees a key twice (window, then widget, then its parents): only the
first time counts.
"""

from collections.abc import Callable
from time import monotonic

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from returns_desk.desktop.burst import Pace
from returns_desk.desktop.key_events import MODIFIERS, HeldKey, keyboard_of
from returns_desk.desktop.key_line import KeyLine

_KEY_KINDS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)


class Wedge(QObject):
    """Application event filter: install it with ``app.installEventFilter(wedge)``."""

    scanned = Signal(str)
    pressed = Signal()  # any key of a person, before it is handed on

    def __init__(self, pace: Pace, parent: QObject | None = None, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._pace = pace
        self._clock = clock
        self._lines: dict[int, KeyLine] = {}
        self._replaying = False
        self._seen: tuple[int, QObject] | None = None

    def set_pace(self, pace: Pace) -> None:
        """Take another speed for a scanner's from now on."""
        self._pace = pace
        for line in self._lines.values():
            line.set_pace(pace)

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:
        """Hold, swallow or let pass one event; see the module."""
        if event.type() not in _KEY_KINDS or self._replaying or not isinstance(event, QKeyEvent):
            return False
        if event.key() in MODIFIERS or self._is_echo(receiver, event):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            # an accepted override is no shortcut; the key press that follows is judged here
            event.accept()
            return True
        line = self._line_of(event)
        if event.type() == QEvent.Type.KeyRelease:
            return line.hear_release(receiver, event)
        taken = line.hear(receiver, event)
        if not taken:
            self._seen = (shiboken6.getCppPointer(event)[0], receiver)
        return taken

    def _line_of(self, event: QKeyEvent) -> KeyLine:
        """The line of the keyboard that was typed on."""
        keyboard = keyboard_of(event)
        line = self._lines.get(keyboard)
        if line is None:
            line = self._lines[keyboard] = KeyLine(self._pace, self._clock, self)
            line.scanned.connect(self.scanned)
            line.pressed.connect(self.pressed)
            line.handed_on.connect(self._hand_on)
        return line

    def _is_echo(self, receiver: QObject, event: QKeyEvent) -> bool:
        """Whether this very event passed here before, on its way from the window to a widget and up its parents."""
        if self._seen is None or event.type() == QEvent.Type.ShortcutOverride:
            return False
        pointer, before = self._seen
        if shiboken6.getCppPointer(event)[0] != pointer or not isinstance(receiver, QWidget):
            self._seen = None
            return False
        upwards = isinstance(before, QWidget) and before is not receiver and receiver.isAncestorOf(before)
        if not upwards and isinstance(before, QWidget):
            self._seen = None
            return False
        self._seen = (pointer, receiver)
        return True

    def _hand_on(self, held: list[HeldKey]) -> None:
        self._replaying = True
        try:
            self.pressed.emit()
            for one in held:
                if shiboken6.isValid(one.receiver):
                    QCoreApplication.sendEvent(one.receiver, one.event)
        finally:
            self._replaying = False
