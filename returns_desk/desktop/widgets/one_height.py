"""Keeps a band's height: a title too long for one line is written smaller, so that two lines find their place."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel

from returns_desk.desktop.widgets.restyle import restyle

_TITLE_PIXELS = 27  # as the style sheet has it


class OneHeight(QObject):
    """Watches a title; its property ``long`` says which size it takes."""

    def __init__(self, title: QLabel) -> None:
        super().__init__(title)
        self._title = title
        title.installEventFilter(self)

    def fit(self) -> None:
        """Judge the text there is by the width there is."""
        font = QFont(QApplication.font())
        font.setPixelSize(_TITLE_PIXELS)
        font.setBold(True)
        wide = QFontMetrics(font).horizontalAdvance(self._title.text())
        restyle(self._title, long="true" if wide > self._title.contentsRect().width() else "false")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another width has room for more or less."""
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)
