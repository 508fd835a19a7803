"""A barcode on the screen, black on white in every theme, each module a whole number of the screen's dots."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from returns_desk.documents.kit.barcodes import Bars

_HEIGHT = 84
_LEAST_MARGIN = 8
_LEAST_MODULE = 2


class BarsView(QWidget):
    """Draws the bars as wide as there is room; never mirrored."""

    def __init__(self, bars: Bars, name: str) -> None:
        super().__init__()
        self._bars = bars
        self.setAccessibleName(name)
        self.setMinimumSize(_LEAST_MODULE * bars.width, _HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As small as scanners still read from a screen."""
        return self.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw on white, in dots of the screen."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        ratio = self.devicePixelRatioF()
        module = max(1, int(self.width() * ratio / self._bars.width)) / ratio
        left = round((self.width() - module * self._bars.width) / 2 * ratio) / ratio
        height = self.height() - 2 * _LEAST_MARGIN
        for start, length in self._bars.runs:
            bar = QRectF(left + start * module, _LEAST_MARGIN, length * module, height)
            painter.fillRect(bar, Qt.GlobalColor.black)
