"""Draws a table cell's word as a chip: a coloured ground that follows the theme, at the start of the cell."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from returns_desk.desktop.theme import Theme, load_theme

TONE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_HEIGHT, _SIDE, _MARGIN = 24, 8, 8
_COLOURS = {
    "ok": ("ok", "ok_ground"),
    "ask": ("warning", "warning_ground"),
    "bad": ("bad", "bad_ground"),
    "brand": ("brand", "brand_ground"),
}
_Index = QModelIndex | QPersistentModelIndex


class ChipCell(QStyledItemDelegate):
    """The delegate of a column that has tones."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the cell's own ground first, then the chip."""
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        widget: QWidget | None = option.widget
        style = widget.style() if widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        if text:
            self._draw(painter, option, text, str(index.data(TONE_ROLE) or ""))

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, text: str, tone: str) -> None:
        ink, ground = chip_colours(current_theme(), tone)
        cell: QRect = option.rect
        direction: Qt.LayoutDirection = option.direction
        width = min(QFontMetrics(_font()).horizontalAdvance(text) + 2 * _SIDE, cell.width() - _MARGIN)
        box = QRect(cell.left() + _MARGIN, cell.center().y() - _HEIGHT // 2, width, _HEIGHT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        box = QStyle.visualRect(direction, cell, box)
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(QColor(ink))
        painter.setFont(_font())
        painter.setLayoutDirection(direction)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Room for the whole word."""
        width = QFontMetrics(_font()).horizontalAdvance(str(index.data() or ""))
        return QSize(width + 2 * _SIDE + 2 * _MARGIN, _HEIGHT + 12)


def chip_colours(theme: Theme, tone: str) -> tuple[str, str]:
    """Ink and ground of a chip with this tone."""
    ink, ground = _COLOURS.get(tone, (tone, f"{tone}_ground"))
    return (theme[ink], theme[ground]) if ink in theme.colours else (theme["muted"], theme["quiet"])


def current_theme() -> Theme:
    """The theme the program was given last (``apply_font_and_palette`` names it)."""
    app = QApplication.instance()
    return load_theme(str(app.property("theme") or "light") if app is not None else "light")


def _font() -> QFont:
    font = QFont(QApplication.font())
    font.setPixelSize(13)
    font.setBold(True)
    return font
