"""Hears the raw keys of a scanner that is being tried out, at any speed, before anything else does.

A key of a person that moves about (Tab, Enter, Space, Escape by itself) goes its own way.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from returns_desk.desktop.burst import MOST_STROKES, Stroke
from returns_desk.desktop.calibration import Ending, Trial
from returns_desk.desktop.key_events import ENDS, ENTER, MODIFIERS, keyboard_of, stroke_of

_SILENCE_MS = 500  # no scanner pauses so long
_KEY_KINDS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_MOVING = (*ENDS, Qt.Key.Key_Backtab, Qt.Key.Key_Space, Qt.Key.Key_Escape)


class KeyListener(QObject):
    """Application event filter; install it after the wedge's, so that it is asked first."""

    heard = Signal(object)  # Trial

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._strokes: dict[int, list[Stroke]] = {}
        self._ended_ms = -(10**9)
        self._silence = QTimer(self, singleShot=True, interval=_SILENCE_MS)
        self._silence.timeout.connect(self._on_silence)

    def eventFilter(self, _receiver: QObject, event: QEvent) -> bool:
        """Swallow what a scanner types."""
        if event.type() not in _KEY_KINDS or not isinstance(event, QKeyEvent) or event.key() in MODIFIERS:
            return False
        keyboard = keyboard_of(event)
        if event.key() in _MOVING and not self._strokes.get(keyboard) and not self._just_ended(event):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            self._hear(keyboard, event)
        return True

    def stop(self) -> None:
        """Forget what was begun."""
        self._silence.stop()
        self._strokes.clear()

    def _just_ended(self, event: QKeyEvent) -> bool:
        """A line feed after the Enter of a scan belongs to it."""
        return 0 <= event.timestamp() - self._ended_ms <= _SILENCE_MS / 2

    def _hear(self, keyboard: int, event: QKeyEvent) -> None:
        strokes = self._strokes.setdefault(keyboard, [])
        if event.key() in ENDS:
            self._ended_ms = event.timestamp()
            self._end(keyboard, Ending.ENTER if event.key() in ENTER else Ending.TAB)
            return
        if len(strokes) < MOST_STROKES:
            strokes.append(stroke_of(event, event.timestamp()))
        self._silence.start()

    def _on_silence(self) -> None:
        for keyboard in list(self._strokes):
            self._end(keyboard, Ending.NONE)

    def _end(self, keyboard: int, ending: Ending) -> None:
        strokes = self._strokes.pop(keyboard, [])
        if strokes:
            self.heard.emit(Trial(tuple(strokes), ending, self._ended_ms if ending is not Ending.NONE else 0))
