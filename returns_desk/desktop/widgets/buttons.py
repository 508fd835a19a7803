"""Buttons that hold more than one line: a grade, a way for the item, an answer."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.chip import KeyCap
from returns_desk.desktop.widgets.elided import ElidedLabel
from returns_desk.desktop.widgets.restyle import restyle

_LONGEST_LINE = 40  # signs of an answer that stands on one line
_OPTION_PIXELS = 92  # name and two lines: nothing jumps when they come
_HALF_PIXELS = 50  # name and one line


class _LayoutButton(QPushButton):
    """A button as large as what is laid out in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """What the inside wants."""
        inside: QLayout | None = self.layout()
        return inside.sizeHint() if inside is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """What the inside needs."""
        inside: QLayout | None = self.layout()
        return inside.minimumSize() if inside is not None else super().minimumSizeHint()


def mouse_through(made: QLabel) -> QLabel:
    """A label through which the mouse reaches the button below."""
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return made


class _PointedButton(_LayoutButton):
    """A button of which more can be said: ``pointed`` tells that mouse or focus came to it (``True``) or went away."""

    pointed = Signal(bool)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse came."""
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse went."""
        super().leaveEvent(event)
        self.pointed.emit(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab came to it."""
        super().focusInEvent(event)
        self.pointed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The focus went on."""
        super().focusOutEvent(event)
        self.pointed.emit(False)


class GradeButton(_PointedButton):
    """One grade: its letter, its name and its key; checked when it is the item's."""

    def __init__(self, letter: str, name: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"grade_{letter}")
        self.setAccessibleName(f"{letter} {name}")
        self.setToolTip(f"{name} ({key})")
        self.setCheckable(True)
        letter_label = mouse_through(label(letter, "letter"))
        letter_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        name_label = mouse_through(label(name, "name"))
        name_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        lines = QGridLayout(self)
        lines.setContentsMargins(6, 5, 6, 7)
        lines.setSpacing(0)
        lines.addWidget(letter_label, 0, 0)
        lines.addWidget(mouse_through(KeyCap(key)), 0, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        lines.addWidget(name_label, 1, 0)
        self._guide = mouse_through(label("", "guide", wraps=True))
        self._guide.hide()
        lines.addWidget(self._guide, 2, 0)
        lines.setRowStretch(3, 1)  # beside a longer guide the letters stay in one line

    def show_guide(self, text: str) -> None:
        """Say what the grade means for things of this category; empty: nothing."""
        self._guide.setText(text)
        self._guide.setVisible(bool(text))

    def nextCheckState(self) -> None:
        """Pressing does not check it: the store's answer does."""

    def show_chosen(self, chosen: bool) -> None:
        """Mark it as the item's grade, or not."""
        self.setChecked(chosen)
        restyle(self, chosen="true" if chosen else "false")


class OptionButton(_PointedButton):
    """One way for the item: its name, its key, its money, and what speaks for it or stands against it.

    A ``half`` one is so low that two of them stand where another stands.
    """

    def __init__(self, role: str, name: str, key: str, *, half: bool = False, widest_key: str = "") -> None:
        """``widest_key``: the widest of the keys that may come to stand on it; room is left for that."""
        super().__init__()
        self.setObjectName(f"disposition_{role}")
        self.setAccessibleName(name)
        self._shown: tuple[object, ...] = ()
        self._text = mouse_through(label("", "line", wraps=True))
        self._one_line = ElidedLabel("line")
        mouse_through(self._one_line)
        self._is_one_line = False
        self._cap = mouse_through(KeyCap(key))
        self._widest_key = widest_key or key
        self._top = top = QGridLayout()
        top.setSpacing(4)
        top.setColumnStretch(0, 1)
        top.addWidget(mouse_through(label(name, "name")), 0, 0)
        top.addWidget(self._cap, 0, 1, _at_the_end())
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, *((3, 10, 3) if half else (8, 10, 8)))
        inside.setSpacing(0 if half else 2)
        inside.addLayout(top)
        inside.addWidget(self._text)
        inside.addWidget(self._one_line)
        inside.addStretch(1)
        self.setProperty("role", role)
        self.setProperty("half", half)
        self.setMinimumHeight(_HALF_PIXELS if half else _OPTION_PIXELS)
        self.show_option((), best=False, is_open=True)

    def show_key(self, key: str) -> None:
        """Change the key that presses it; empty: none does."""
        if self._cap.text() != key or self._cap.isHidden() is bool(key):
            self._cap.setText(key)
            self._cap.setVisible(bool(key))
        letters = self._cap.fontMetrics()
        more = letters.horizontalAdvance(self._widest_key) - letters.horizontalAdvance(key)
        self._top.setColumnMinimumWidth(1, self._cap.sizeHint().width() + more)

    def take_one_line(self, is_one: bool) -> None:
        """Never break the line under the name: where the window is short, two lines would push what is below out."""
        self._is_one_line = is_one
        self._show_text()

    def show_option(self, lines: tuple[str, ...], *, best: bool, is_open: bool) -> None:
        """Show what the way brings or what blocks it; the recommended one is filled and answers to Enter too.

        What stands already is left alone: the answer to a grade is to be there within a frame.
        """
        if (lines, best, is_open) == self._shown:
            return
        self._shown = (lines, best, is_open)
        self._text.setText("\n".join(_breaks_at_dots(line) for line in lines if line))
        self._one_line.show_text(" · ".join(line for line in lines if line))
        self._show_text()
        restyle(self, chosen="true" if best else "false", closed="false" if is_open else "true")

    def _show_text(self) -> None:
        """What is hidden says nothing, so that it is never read twice."""
        has_text = bool(self._text.text())
        self._text.setVisible(has_text and not self._is_one_line)
        self._one_line.setVisible(has_text and self._is_one_line)


def _at_the_end() -> Qt.AlignmentFlag:
    """Where a line ends: a key runs from left to right in both directions, so that Qt does not mirror its place."""
    right_to_left = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return Qt.AlignmentFlag.AlignLeft if right_to_left else Qt.AlignmentFlag.AlignRight


def _breaks_at_dots(text: str) -> str:
    """A line of short facts breaks between the facts, never inside an amount."""
    facts = text.split(" · ")
    return " · ".join(fact.replace(" ", "\N{NO-BREAK SPACE}") for fact in facts) if len(facts) > 1 else text


class ChoiceButton(_LayoutButton):
    """One answer to the desk's question, with its key."""

    def __init__(self, name: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(10)
        cap = mouse_through(KeyCap(key))
        cap.setVisible(bool(key))
        row.addWidget(cap)
        row.addWidget(mouse_through(label(name, "strong", wraps=len(name) > _LONGEST_LINE)), 1)


def push_button(name: str, object_name: str = "", part: str = "") -> QPushButton:
    """A plain button: reachable by Tab, never pressed by Enter from elsewhere; an ``&`` of its name is shown."""
    made = QPushButton(name.replace("&", "&&"))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAccessibleName(name)
    made.setObjectName(object_name)
    if part:
        made.setProperty("part", part)
    return made


def keyed_button(name: str, key: str, object_name: str = "") -> ChoiceButton:
    """A button that shows its key."""
    made = ChoiceButton(name, key)
    made.setObjectName(object_name)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made
