"""Parts in a few lines and no more: what finds no room is left out, and a last part says how many and shows them."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

_GAP = 6


class FewLines(QWidget):
    """Its height is always that of its lines, so that nothing below it jumps; ``left_out`` are the parts not shown."""

    def __init__(self, lines: int, line_height: int, more: QPushButton) -> None:
        """``more`` stands behind the last part that fits, while one is left out."""
        super().__init__()
        self._lines, self._line_height = lines, line_height
        self._more = more
        more.setParent(self)
        more.hide()
        self._parts: list[QWidget] = []
        self.left_out: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def take_lines(self, lines: int) -> None:
        """Take another number of lines."""
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()
            self._arrange()

    def show_parts(self, parts: Sequence[QWidget]) -> None:
        """Show these parts, in this order; others that were shown are hidden."""
        for old in self._parts:
            if old not in parts:
                old.hide()
        self._parts = list(parts)
        for part in self._parts:
            part.setParent(self)
        self._arrange()

    def sizeHint(self) -> QSize:
        """So many lines."""
        return QSize(200, self._lines * self._line_height + (self._lines - 1) * _GAP)

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for others."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        fitting = self._count_fitting(self._parts)
        if fitting < len(self._parts):
            while fitting and self._count_fitting([*self._parts[:fitting], self._more]) <= fitting:
                fitting -= 1
        self.left_out = self._parts[fitting:]
        for part in self.left_out:
            part.hide()
        shown = [*self._parts[:fitting], *([self._more] if self.left_out else [])]
        self._more.setVisible(bool(self.left_out))
        for part, place in zip(shown, self._places(shown), strict=False):
            part.setGeometry(place)
            part.show()

    def _count_fitting(self, parts: Sequence[QWidget]) -> int:
        return len(self._places(parts))

    def _places(self, parts: Sequence[QWidget]) -> list[QRect]:
        """Where the parts stand, as long as there are lines for them."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        places: list[QRect] = []
        x = line = 0
        for part in parts:
            size = _size_of(part)
            if x and x + size.width() > self.width():
                x, line = 0, line + 1
            if line >= self._lines:
                break
            left = self.width() - x - size.width() if mirrored else x
            top = line * (self._line_height + _GAP) + (self._line_height - size.height()) // 2
            places.append(QRect(QPoint(left, top), size))
            x += size.width() + _GAP
        return places


def _size_of(part: QWidget) -> QSize:
    part.ensurePolished()
    return part.sizeHint().expandedTo(part.minimumSizeHint()).expandedTo(part.minimumSize())
