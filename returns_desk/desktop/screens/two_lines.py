"""Draws a table cell of two lines: the thing above, what belongs to it below in small and quiet letters."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from returns_desk.desktop.widgets.chip_cell import current_theme
from returns_desk.desktop.widgets.table import Table

TWO_LINE_PIXELS = 56
_SIDE, _SMALL = 8, 13
_Index = QModelIndex | QPersistentModelIndex


class TwoLines(QStyledItemDelegate):
    """The delegate of columns whose text has a line break; a cell of one line is drawn in the middle."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the cell's own ground first, then the lines."""
        self.initStyleOption(option, index)
        upper, _, lower = str(option.text).replace("\u2028", "\n").partition("\n")
        option.text = ""
        widget: QWidget | None = option.widget
        style = widget.style() if widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        box: QRect = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        theme, fonts = current_theme(), _fonts(option.font)
        heights = [QFontMetrics(font).height() for font in fonts]
        top = box.center().y() - (heights[0] + (heights[1] if lower else 0)) // 2
        painter.save()
        painter.setLayoutDirection(option.direction)
        across = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft)
        lines = zip((upper, lower), fonts, heights, ("ink", "muted"), strict=True)
        for text, font, height, ink in lines:
            painter.setFont(font)
            painter.setPen(QColor(theme[ink]))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(QRect(box.left(), top, box.width(), height), across, shown)
            top += height
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Room for the longer line."""
        self.initStyleOption(option, index)
        lines = zip(str(index.data() or "").split("\n")[:2], _fonts(option.font), strict=False)
        width = max((QFontMetrics(font).horizontalAdvance(text) for text, font in lines), default=0)
        return QSize(width + 2 * _SIDE + 4, TWO_LINE_PIXELS)


def show_two_lines(table: Table, *columns: int) -> None:
    """Let a table's rows hold two lines; ``columns`` are those that have both."""
    table.show_rows_of(TWO_LINE_PIXELS)
    for column in columns:
        table.setItemDelegateForColumn(column, TwoLines(table))


def hug_rows(table: Table) -> None:
    """Let a table be as high as its rows, and no higher, so that other things may stand below it."""
    table.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
    table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
    table.setMinimumHeight(2 * TWO_LINE_PIXELS)


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    small = QFont(font)
    small.setBold(False)
    small.setPixelSize(_SMALL)
    return font, small
