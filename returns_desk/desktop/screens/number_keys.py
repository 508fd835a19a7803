"""Digits at the desk: 1 to 5 are grades, and the first digits of a quantity. A short wait tells the one from the other.

Only where a quantity can be meant: a piece in hand without a serial number, not yet graded, counted as one. Its grade
is shown as pressed at once and given after the wait; another digit within it makes a number. So does Enter, unless one
piece was announced: then a digit and a quick Enter are a grade and the recommendation. Everywhere else a grade is given
at once.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from returns_desk.domain.snapshots import BenchSnapshot

WAIT_MS = 350  # between two digits of one number even a slow typist needs less
_GRADE_DIGITS = "12345"
_OTHER_DIGITS = "67890"
_TIMES = "*×"


def takes_quantity(bench: "BenchSnapshot | None") -> bool:
    """Whether a number typed now can be the quantity of the piece in hand, and a digit its grade as well."""
    if bench is None or bench.question is not None or bench.item is None:
        return False
    item = bench.item
    counted = item.quantity > 1
    return not (item.product.serialised or item.serial or item.grade or item.disposition or item.held or counted)


def _one_is_announced(bench: "BenchSnapshot | None") -> bool:
    """Whether one piece of what is in hand was announced, so that a number below ten is hardly meant."""
    if bench is None or bench.item is None or bench.parcel is None:
        return False
    product = bench.item.product.id
    return sum(line.quantity for line in bench.parcel.expected if line.product.id == product) == 1


class NumberKeys(QObject):
    """Holds one digit back for a moment."""

    graded = Signal(str)  # the digit that was a grade after all
    numbered = Signal(str)  # a whole number, sent with Enter
    typing_wanted = Signal(str)  # the beginning of a number, to be gone on with in the typing field
    pressed = Signal(str)  # the digit that waits, empty when none does any more

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting = ""
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._wait.timeout.connect(self.settle)

    @property
    def waiting(self) -> str:
        """The digit that waits, or nothing."""
        return self._waiting

    def settle(self) -> None:
        """The digit that waits was a grade."""
        digit = self._take()
        if digit:
            self.graded.emit(digit)

    def drop(self) -> None:
        """The digit that waits means nothing: its piece is not in hand any more."""
        self._take()

    def take_key(self, event: QKeyEvent, bench: "BenchSnapshot | None") -> bool:
        """Take a key that can belong to a number; any other lets a waiting digit be a grade first."""
        text, plain = event.text(), not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.isAutoRepeat():
            return bool(self._waiting) and plain and text == self._waiting
        if self._waiting:
            return self._take_next(event, text if plain else "", bench)
        if not plain or not text or not takes_quantity(bench):
            return False
        if text in _GRADE_DIGITS:
            self._waiting = text
            self._wait.start()
            self.pressed.emit(text)
            return True
        if text in _OTHER_DIGITS or text in _TIMES:
            self.typing_wanted.emit(text if text in _OTHER_DIGITS else "")
            return True
        return False

    def _take_next(self, event: QKeyEvent, text: str, bench: "BenchSnapshot | None") -> bool:
        """A key while a digit waits."""
        from returns_desk.desktop.key_events import ENTER  # noqa: PLC0415  not before the first paint

        if text and text in _GRADE_DIGITS + _OTHER_DIGITS:
            self.typing_wanted.emit(self._take() + text)
            return True
        if event.key() in ENTER and self._waiting != "1" and not _one_is_announced(bench):
            self.numbered.emit(self._take())
            return True
        if event.key() == Qt.Key.Key_Escape or (not text and _is_undo(event)):
            self._take()  # taken back before it counted
            return True
        self.settle()
        return False

    def _take(self) -> str:
        digit, self._waiting = self._waiting, ""
        self._wait.stop()
        if digit:
            self.pressed.emit("")
        return digit


def _is_undo(event: QKeyEvent) -> bool:
    """Ctrl+Z, also while the keyboard is set to Hebrew."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return control and event.key() in (Qt.Key.Key_Z, 0x5D6)
