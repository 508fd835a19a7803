"""The shipped icons, drawn in a colour of the theme and sharp at any scale."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from returns_desk.resources import resource


@cache
def draw_icon(name: str, colour: str, size: int) -> QPixmap:
    """Draw an icon (``resources/icons/<name>.svg``) in one colour; ``size`` is in device-independent pixels."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio() if QGuiApplication.primaryScreen() else 1.0
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing = QSvgRenderer(QByteArray(_strokes(name).replace("currentColor", colour).encode()))
    drawing.render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, colour: str, size: int = 24) -> QIcon:
    """An icon for a button."""
    return QIcon(draw_icon(name, colour, size))


@cache
def _strokes(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
