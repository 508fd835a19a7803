"""Scrolls inside a card only when the card has no room for all that is in it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class AsTallAsInside(QScrollArea):
    """Wants the height of what is inside, takes less where there is less."""

    def __init__(self, inside: QWidget, least: int) -> None:
        super().__init__()
        self._inside, self._least = inside, least
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(inside)
        inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is inside wants another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """All of it."""
        hint = self._inside.sizeHint()
        layout = self._inside.layout()
        if layout is not None and layout.hasHeightForWidth():
            return QSize(hint.width(), layout.heightForWidth(self.width()))
        return hint

    def minimumSizeHint(self) -> QSize:
        """A few lines of it."""
        return QSize(0, min(self._least, self.sizeHint().height()))
