"""A table with a check box at the start of each row that may be chosen: Space or a click anywhere in its cell."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from returns_desk.desktop.icons import draw_icon
from returns_desk.desktop.widgets.chip_cell import current_theme
from returns_desk.desktop.widgets.table import Column, RowsModel, Table

_BOX, _CELL = 20, 40
_Index = QModelIndex | QPersistentModelIndex


class CheckedRows(RowsModel):
    """Rows of which some may be checked; what is checked is kept by each row's name while rows come and go."""

    toggled = Signal()

    def __init__(
        self,
        columns: Sequence[Column],
        name: Callable[[Any], str],
        may_check: Callable[[Any], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__((Column("", lambda _: ""), *columns), parent)
        self._name, self._may_check = name, may_check
        self.checked: set[str] = set()

    def _cell(self, row: Any, column: Column, role: int) -> Any:
        if column is self.columns[0] and role == Qt.ItemDataRole.CheckStateRole and self._may_check(row):
            return Qt.CheckState.Checked if self._name(row) in self.checked else Qt.CheckState.Unchecked
        return super()._cell(row, column, role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """The first cell of a row that may be chosen has a box."""
        flags = super().flags(index)
        checkable = index.isValid() and index.column() == 0 and self._may_check(self.rows[index.row()])
        return flags | Qt.ItemFlag.ItemIsUserCheckable if checkable else flags

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Check a row or not."""
        if role != Qt.ItemDataRole.CheckStateRole or not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        name = self._name(self.rows[index.row()])
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self.checked.add(name)
        else:
            self.checked.discard(name)
        self.dataChanged.emit(index, index, [role])
        self.toggled.emit()
        return True

    def toggle(self, number: int) -> None:
        """Turn one row's check over."""
        index = self.index(number, 0)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        then = Qt.CheckState.Unchecked if state == Qt.CheckState.Checked else Qt.CheckState.Checked
        self.setData(index, then, Qt.ItemDataRole.CheckStateRole)

    def check_all(self, names: set[str]) -> None:
        """Check these rows and no other."""
        self.checked = set(names)


class CheckCell(QStyledItemDelegate):
    """Draws the box in the colours of the theme; a click anywhere in the cell turns it over."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw ground and box."""
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        self.initStyleOption(option, index)
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        widget: QWidget | None = option.widget
        style = widget.style() if widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        if state is None:
            return
        theme = current_theme()
        box = QRectF(0, 0, _BOX, _BOX)
        box.moveCenter(QPointF(option.rect.center()) + QPointF(0.5, 0.5))
        checked = state == Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme["brand"] if checked else theme["muted"]), 2))
        painter.setBrush(QColor(theme["brand"] if checked else theme["card"]))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        if checked:
            painter.drawPixmap(box.topLeft() + QPointF(2, 2), draw_icon("check", theme["on_fill"], _BOX - 4))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Large enough to be hit."""
        del option, index
        return QSize(_CELL, _CELL - 8)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """A click turns the box over."""
        del option
        if event.type() != QEvent.Type.MouseButtonRelease or not isinstance(model, CheckedRows):
            return False
        model.toggle(index.row())
        return True


class CheckTable(Table):
    """A ``Table`` of checked rows; letters are left to the screen, they are its keys."""

    def __init__(
        self, columns: Sequence[Column], object_name: str, name: Callable[[Any], str], may_check: Callable[[Any], bool]
    ) -> None:
        super().__init__(columns, object_name)
        self.checks = CheckedRows(columns, name, may_check, self)
        self.rows_model = self.checks
        self.setModel(self.checks)
        self._set_up_header(self.checks.columns)
        self.setItemDelegateForColumn(0, CheckCell(self))
        self.selectionModel().currentRowChanged.connect(self._on_current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space turns the row's box over; a letter means something to the screen, not to the table."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.checks.toggle(self.currentIndex().row())
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)
