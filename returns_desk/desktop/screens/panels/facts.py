"""Facts under each other: what a thing is called, and the thing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from returns_desk.desktop.widgets.card import code_label, label

_NAME_PIXELS = 86  # so that what stands in two groups stands in one line


class Facts(QWidget):
    """Two columns; numbers and codes stand whole on one line."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnMinimumWidth(0, _NAME_PIXELS)
        self._grid.setColumnStretch(1, 1)
        self._rows = 0

    def clear(self) -> None:
        """Take all facts away."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = 0

    def add(self, name: str, value: str, *, code: bool = False, beside: QWidget | None = None) -> None:
        """Add a fact, unless there is nothing to say; ``beside`` stands after it."""
        if not value and beside is None:
            return
        shown: QLabel = code_label(value) if code else label(value, wraps=beside is None)
        at_start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(label(name, "quiet"), self._rows, 0, at_start)
        if beside is None:
            self._grid.addWidget(shown, self._rows, 1)
        else:
            self._grid.addWidget(_in_a_row(shown, beside) if value else _in_a_row(beside), self._rows, 1)
        self._rows += 1

    def add_across(self, shown: QWidget) -> None:
        """Add something that needs no name, over both columns."""
        self._grid.addWidget(_in_a_row(shown), self._rows, 0, 1, 2)
        self._rows += 1


def _in_a_row(*parts: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    for part in parts:
        layout.addWidget(part)
    layout.addStretch(1)
    return row
