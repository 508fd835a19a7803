"""Hears a scanner that types, wherever the focus is, before any field, button or shortcut does.

Every key is held back for a moment. Keys at a scanner's speed become one ``scanned`` text and reach nobody else; keys
at a person's speed are handed on in their order, nothing lost. Times are the events' own: a busy window delivers keys
late and all at once. An application filter sees a key twice (window, then widget, then its parents): only the first
time counts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from returns_desk.desktop.burst import Burst, Pace, Stroke
from returns_desk.desktop.key_layout import meant_text

_KEY_KINDS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_ScrollLock,
)
# what a platform adds to the Linux key code
_POSITION_OFFSETS = {"xcb": 8, "wayland": 8, "windows": 0}
_LATE_MS = 40
_PIN_SIGNS = 8


@dataclass(frozen=True)
class _Held:
    """A key event that waits, and to whom it was going."""

    receiver: QObject
    event: QKeyEvent


class Wedge(QObject):
    """Application event filter: install it with ``app.installEventFilter(wedge)``."""

    scanned = Signal(str)
    pressed = Signal()  # any key of a person, before it is handed on

    def __init__(self, pace: Pace, parent: QObject | None = None, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._pace = pace
        self._clock = clock
        self._burst = Burst(pace)
        self._held: list[_Held] = []
        self._replaying = False
        self._typing_until = -1  # keys up to here follow keys of a person
        self._scan_ended = -(10**9)
        self._seen: tuple[int, QObject] | None = None
        self._silence = QTimer(self, singleShot=True, interval=pace.pause_ms)
        self._silence.timeout.connect(self._on_silence)
        self._silence_since = 0.0

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:
        """Hold, swallow or let pass one event; see the module."""
        if event.type() not in _KEY_KINDS or self._replaying or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _MODIFIERS or self._is_echo(receiver, event):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            # an accepted override is no shortcut; the key press that follows is judged here
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyRelease:
            return self._hear_release(receiver, event)
        taken = self._hear(receiver, event)
        if not taken:
            self._seen = (shiboken6.getCppPointer(event)[0], receiver)
        return taken

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

    def _hear(self, receiver: QObject, event: QKeyEvent) -> bool:
        at_ms = event.timestamp() or int(self._clock() * 1000)
        if event.isAutoRepeat():
            self._finish()
            return False
        if at_ms <= self._typing_until:
            self._typing_until = at_ms + self._pace.pause_ms
            self.pressed.emit()
            return False
        if self._burst.is_over_at(at_ms):
            self._finish()
        if event.key() in _ENDS and self._ends_scan(at_ms):
            return True
        self._burst.add(_stroke(event, at_ms))
        self._hold(receiver, event)
        if self._burst.is_surely_typed:
            self._hand_on()
            self._typing_until = at_ms + self._pace.pause_ms
        return True

    def _ends_scan(self, at_ms: int) -> bool:
        """Finish the scan that Enter or Tab ends; a second end sign of the same scan is swallowed."""
        if self._burst.is_scan:
            self._finish()
            self._scan_ended = at_ms
            return True
        if not self._burst.strokes and at_ms - self._scan_ended <= self._pace.pause_ms:
            self._scan_ended = at_ms
            return True
        return False

    def _hear_release(self, receiver: QObject, event: QKeyEvent) -> bool:
        """A release waits behind its press, or a button would see them in the wrong order."""
        held = any(one.event.key() == event.key() for one in self._held)
        if held:
            self._held.append(_Held(receiver, _copy(event)))
        return held

    def _hold(self, receiver: QObject, event: QKeyEvent) -> None:
        self._held.append(_Held(receiver, _copy(event)))
        self._silence_since = self._clock()
        self._silence.start()

    def _on_silence(self) -> None:
        late_ms = (self._clock() - self._silence_since) * 1000 - self._pace.pause_ms
        if late_ms > _LATE_MS:
            # the window was busy: keys that came in time may still wait behind this timer
            self._silence_since = self._clock() - self._pace.pause_ms / 1000
            QTimer.singleShot(0, self, self._on_silence)
            return
        self._finish()

    def _finish(self) -> None:
        """The burst is over: a scan is told, anything else goes to whom it was meant for."""
        self._silence.stop()
        burst, held = self._burst, self._held
        if not burst.strokes:
            return
        if burst.is_scan and not _is_pin_entry(burst):
            self._forget()
            self.scanned.emit(meant_text(burst.strokes))
        elif burst.is_machine_fast and not isinstance(QApplication.focusWidget(), QLineEdit) and len(held) > 1:
            self._forget()  # too short for a code, too fast for a person: no command may come of it
        else:
            self._hand_on()

    def _hand_on(self) -> None:
        held = self._held
        self._forget()
        self._replaying = True
        try:
            self.pressed.emit()
            for one in held:
                if shiboken6.isValid(one.receiver):
                    QCoreApplication.sendEvent(one.receiver, one.event)
        finally:
            self._replaying = False

    def _forget(self) -> None:
        self._silence.stop()
        self._burst, self._held = Burst(self._pace), []


def _stroke(event: QKeyEvent, at_ms: int) -> Stroke:
    offset = _POSITION_OFFSETS.get(QGuiApplication.platformName())
    position = event.nativeScanCode() - offset if offset is not None else 0
    text = event.text()
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    if control and 0x20 < event.key() < 0x7F:
        text = text or chr(event.key())
    return Stroke(
        at_ms,
        text if text != "\r" else "",
        max(0, position),
        bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier),
        control,
    )


def _is_pin_entry(burst: Burst) -> bool:
    """Whether a few digits went to a secret field: keypads with a memory type as fast as a scanner."""
    field = QApplication.focusWidget()
    secret = isinstance(field, QLineEdit) and field.echoMode() != QLineEdit.EchoMode.Normal
    text = "".join(stroke.text for stroke in burst.strokes)
    return secret and text.isdigit() and len(text) <= _PIN_SIGNS


def _copy(event: QKeyEvent) -> QKeyEvent:
    return QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
