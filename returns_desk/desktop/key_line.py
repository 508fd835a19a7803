"""The keys of one keyboard in their order: held back for a moment, then told as a scan or handed on to the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from returns_desk.desktop.burst import Burst, Pace
from returns_desk.desktop.key_events import ENDS, HeldKey, copy_of, stroke_of
from returns_desk.desktop.key_layout import meant_text

_LATE_MS = 40
_PIN_SIGNS = 8


class KeyLine(QObject):
    """Judges the keys of one keyboard by their own times; another keyboard's keys never come in between."""

    scanned = Signal(str)
    pressed = Signal()  # a key of a person, that goes its own way
    handed_on = Signal(object)  # HeldKeys of a person, in their order

    def __init__(self, pace: Pace, clock: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._pace = pace
        self._clock = clock
        self._burst = Burst(pace)
        self._held: list[HeldKey] = []
        self._typing_until = -1  # keys up to here follow keys of a person
        self._scan_ended = -(10**9)
        self._silence = QTimer(self, singleShot=True, interval=pace.pause_ms)
        self._silence.timeout.connect(self._on_silence)
        self._silence_since = 0.0

    def set_pace(self, pace: Pace) -> None:
        """Judge by another pace from now on; what is held is judged by the old one."""
        self.finish()
        self._pace = pace
        self._silence.setInterval(pace.pause_ms)
        self._forget()

    def hear(self, receiver: QObject, event: QKeyEvent) -> bool:
        """Take a key press; ``False`` lets it go its own way at once."""
        at_ms = event.timestamp() or int(self._clock() * 1000)
        if event.isAutoRepeat():
            self.finish()
            return False
        if at_ms <= self._typing_until:
            self._typing_until = at_ms + self._pace.pause_ms
            self.pressed.emit()
            return False
        if self._burst.is_over_at(at_ms):
            self.finish()
        if event.key() in ENDS and self._ends_scan(at_ms):
            return True
        self._burst.add(stroke_of(event, at_ms))
        self._hold(receiver, event)
        if self._burst.is_surely_typed:
            self._hand_on()
            self._typing_until = at_ms + self._pace.pause_ms
        return True

    def hear_release(self, receiver: QObject, event: QKeyEvent) -> bool:
        """A release waits behind its press, or a button would see them in the wrong order."""
        held = any(one.event.key() == event.key() for one in self._held)
        if held:
            self._held.append(HeldKey(receiver, copy_of(event)))
        return held

    def _ends_scan(self, at_ms: int) -> bool:
        """Finish the scan that Enter or Tab ends; a second end sign of the same scan is swallowed."""
        if self._burst.is_scan:
            self.finish()
            self._scan_ended = at_ms
            return True
        if not self._burst.strokes and at_ms - self._scan_ended <= self._pace.pause_ms:
            self._scan_ended = at_ms
            return True
        return False

    def _hold(self, receiver: QObject, event: QKeyEvent) -> None:
        self._held.append(HeldKey(receiver, copy_of(event)))
        self._silence_since = self._clock()
        self._silence.start()

    def _on_silence(self) -> None:
        late_ms = (self._clock() - self._silence_since) * 1000 - self._pace.pause_ms
        if late_ms > _LATE_MS:
            # the window was busy: keys that came in time may still wait behind this timer
            self._silence_since = self._clock() - self._pace.pause_ms / 1000
            QTimer.singleShot(0, self, self._on_silence)
            return
        self.finish()

    def finish(self) -> None:
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
        self.handed_on.emit(held)

    def _forget(self) -> None:
        self._silence.stop()
        self._burst, self._held = Burst(self._pace), []


def _is_pin_entry(burst: Burst) -> bool:
    """Whether a few digits went to a secret field: keypads with a memory type as fast as a scanner."""
    field = QApplication.focusWidget()
    secret = isinstance(field, QLineEdit) and field.echoMode() != QLineEdit.EchoMode.Normal
    text = "".join(stroke.text for stroke in burst.strokes)
    return secret and text.isdigit() and len(text) <= _PIN_SIGNS
