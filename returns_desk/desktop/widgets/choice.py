"""A few values to choose one from, all in sight: buttons in a line, the chosen one filled."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.flow_layout import FlowLayout
from returns_desk.desktop.widgets.titled import titled

_EDGES = 36  # of a chip, both sides


class Choice(QWidget):
    """``chosen`` tells the value a person pressed; showing another is no press."""

    chosen = Signal(str)

    def __init__(self, name: str, title: str, offered: Sequence[tuple[str, str]] = ()) -> None:
        """``offered`` are values with their words; each button is called ``name_value``."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._buttons: dict[str, QWidget] = {}
        self.offered: list[tuple[str, str]] = []
        self._value = ""
        self._line = QWidget()
        self._flow = FlowLayout(self._line)
        self.setLayout(titled(title, self._line))
        self.offer(offered)

    @property
    def value(self) -> str:
        """What is chosen."""
        return self._value

    def offer(self, offered: Sequence[tuple[str, str]]) -> None:
        """Offer other values; the chosen one stays chosen if it is among them."""
        before = _reached_before(self._line)
        while (item := self._flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.offered = list(offered)
        self._buttons = {value: self._make_button(value, words) for value, words in offered}
        for button in self._buttons.values():
            QWidget.setTabOrder(before, button)  # here, not after everything else that stands already
            before = button
        self.show_value(self._value)

    def show_value(self, value: str) -> None:
        """Fill the button of this value."""
        self._value = value
        for each, button in self._buttons.items():
            button.setProperty("checked", each == value)

    def _make_button(self, value: str, words: str) -> QWidget:
        button = push_button(words, f"{self.objectName()}_{value}", "chip")
        button.setCheckable(True)
        button.setMinimumWidth(width_when_chosen(button, words))
        button.clicked.connect(lambda: self._on_clicked(value))
        self._flow.addWidget(button)
        return button

    def _on_clicked(self, value: str) -> None:
        self.show_value(value)
        self.chosen.emit(value)


def _reached_before(part: QWidget) -> QWidget:
    """What Tab reaches before it comes to this part; the part itself where there is nothing else."""
    before = part.previousInFocusChain()
    while before is not None and before is not part and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
        before = before.previousInFocusChain()
    return before or part


def width_when_chosen(button: QWidget, words: str) -> int:
    """The chosen one is in bold letters: room for them, so that nothing jumps or is cut."""
    bold = QFont(button.font())
    bold.setBold(True)
    return QFontMetrics(bold).horizontalAdvance(words) + _EDGES
