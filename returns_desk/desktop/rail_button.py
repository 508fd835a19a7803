"""A button of the rail, with the count of what waits behind it as a pill at its trailing corner."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QToolButton, QWidget

from returns_desk.desktop.theme import Theme

_MOST = 99
_HEIGHT, _SIDE, _TOP, _EDGE, _PIXELS = 18, 5, 5, 6, 12


class RailButton(QToolButton):
    """Nothing is drawn over it while nothing waits."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._title = theme, title
        self.count = 0
        self.setText(title)
        self.setAccessibleName(title)

    def show_count(self, count: int) -> None:
        """Show how much waits."""
        if count != self.count:
            self.count = count
            self.setAccessibleName(f"{self._title} {self.shown}".strip())
            self.update()

    @property
    def shown(self) -> str:
        """The count as it is written; nothing for none."""
        return "" if not self.count else str(self.count) if self.count <= _MOST else f"{_MOST}+"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then the pill."""
        super().paintEvent(event)
        if not self.count:
            return
        font = QFont(self.font())
        font.setPixelSize(_PIXELS)
        font.setBold(True)
        width = max(QFontMetricsF(font).horizontalAdvance(self.shown) + 2 * _SIDE, float(_HEIGHT))
        pill = QRectF(self.width() - width - _EDGE, _TOP, width, _HEIGHT)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            pill = QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), pill.toRect()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme["warning" if self.isEnabled() else "faint"]))
        painter.drawRoundedRect(pill, _HEIGHT / 2, _HEIGHT / 2)
        painter.setPen(QColor(self._theme["on_fill"]))
        painter.setFont(font)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self.shown)
        painter.end()
