"""A label of one line that shortens its text where the room is narrow; the whole text stands in the tool tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.tips import plain_tip

_LEAST = 40  # pixels: a word's beginning
_ISOLATE, _POP = "\u2068", "\u2069"


class ElidedLabel(QLabel):
    """``show_text`` gives it its text; it never asks for more room than the text needs, and takes less."""

    def __init__(self, part: str = "") -> None:
        super().__init__()
        pattern = label("", part)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(pattern.alignment())
        self.setProperty("part", part)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.whole = ""

    def show_text(self, text: str) -> None:
        """Show a text, as much of it as there is room for."""
        if text == self.whole:
            return
        self.whole = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        self.ensurePolished()
        return QSize(self.fontMetrics().horizontalAdvance(self.whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for its beginning."""
        return QSize(min(_LEAST, self.sizeHint().width()), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less of the text."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.ensurePolished()
        room = max(self.width(), _LEAST)
        shown = self.fontMetrics().elidedText(self.whole, Qt.TextElideMode.ElideRight, room)
        # the ends of isolated facts may have gone with the rest
        self.setText(shown + _POP * (shown.count(_ISOLATE) - shown.count(_POP)))
        tip = plain_tip(self.whole) if shown != self.whole else ""
        if tip != self.toolTip():
            self.setToolTip(tip)
