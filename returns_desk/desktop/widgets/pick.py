"""One value out of many, in a list that opens: for what would not fit on buttons in a line."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionComboBox, QStylePainter

from returns_desk.desktop.widgets.chip_cell import current_theme

Offered = Sequence[tuple[str, str]]  # values with their words
_GOING = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)
_ARROW_FROM_EDGE, _TEXT_SIDES, _LIST_SIDES = 15, 4, 40  # pixels


class Pick(QComboBox):
    """``picked`` tells the value a person chose; showing another is no choice. The wheel is left to the page."""

    picked = Signal(str)

    def __init__(
        self, name: str, title: str, offered: Sequence[tuple[str, str]] = (), *, in_list: bool = False
    ) -> None:
        """``offered`` are values with their words; ``in_list``: keys choose in the open list only, then by Enter."""
        super().__init__()
        self._offered: list[tuple[str, str]] = []
        self._in_list = in_list
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setItemDelegate(QStyledItemDelegate(self))  # the style's own would not read the style sheet
        self.offer(offered)
        self.activated.connect(lambda number: self.picked.emit(str(self.itemData(number))))

    @property
    def value(self) -> str:
        """What is chosen."""
        return str(self.currentData() or "")

    def offer(self, offered: Offered) -> None:
        """Offer other values; the chosen one stays chosen, and an open list open where nothing changes."""
        if list(offered) == self._offered:
            return
        value, self._offered = self.value, list(offered)
        self.clear()
        for each, words in offered:
            self.addItem(words, each)
        self.show_value(value)

    def show_value(self, value: str) -> None:
        """Show this value; one that is not offered (any more) is offered as it is."""
        if value and self.findData(value) < 0:
            self.addItem(value, value)
        self.setCurrentIndex(max(0, self.findData(value)))

    def name_first(self, words: str) -> None:
        """Say other words for the first value."""
        if self.count() and self.itemText(0) != words:
            self.setItemText(0, words)

    def showPopup(self) -> None:
        """Open the list, as wide as its longest value."""
        self.view().setMinimumWidth(max(self.width(), self.view().sizeHintForColumn(0) + _LIST_SIDES))
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that would go from value to value open the list where each value passed would be taken."""
        if self._in_list and (event.key() in _GOING or event.text().strip()):
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame as the style sheet has it, the value shortened where it is long, an arrow at the trailing end."""
        del event
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        parts = QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(*parts, self).width() - _TEXT_SIDES
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        self._draw_arrow(painter)
        painter.end()

    def _draw_arrow(self, painter: QPainter) -> None:
        middle, side = self.height() / 2, _ARROW_FROM_EDGE
        x = side if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - side
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current_theme()["ink" if self.isEnabled() else "faint"]), 2))
        painter.drawPolyline([QPointF(x - 4, middle - 2), QPointF(x, middle + 2), QPointF(x + 4, middle - 2)])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
