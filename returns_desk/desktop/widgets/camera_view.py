"""A picture with what was read in it: every code outlined, its kind and its name written at it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from returns_desk.desktop.icons import draw_icon
from returns_desk.desktop.theme import Theme

_EDGE, _PADDING, _GAP = 3, 6, 4
_REACH = 14  # pixels around a code that still count as touching it: bars are thin and fingers are not
_TITLE_PIXELS, _LINE_PIXELS = 15, 13
_SIGN_PIXELS = 64
_HEIGHT = 0.75  # of the width


@dataclass(frozen=True)
class Mark:
    """A code in the picture: its corners in the picture's pixels, and two lines to stand at it."""

    text: str
    corners: tuple[tuple[int, int], ...]
    title: str
    line: str = ""
    known: bool = False


class CameraView(QWidget):
    """Shows a picture and marks; ``picked`` tells a code that was touched, ``pointed`` any other place (0 to 1)."""

    picked = Signal(str)
    pointed = Signal(QPointF)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("camera_view")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a picture is not mirrored
        self._theme = theme
        self._picture = QImage()
        self._marks: tuple[Mark, ...] = ()

    def sizeHint(self) -> QSize:
        """As high as a camera's picture wants to be."""
        return QSize(360, 270)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The height follows the width, as a camera's picture does; nothing jumps when a question comes."""
        super().resizeEvent(event)
        self.setFixedHeight(max(1, round(self.width() * _HEIGHT)))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is outlined now."""
        return self._marks

    def show_picture(self, picture: QImage) -> None:
        """Show a picture, or nothing if it is null."""
        self._picture = picture
        self.update()

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Outline these codes; a screen reader hears of them."""
        if marks != self._marks:
            self._marks = marks
            self.setAccessibleDescription(". ".join(f"{mark.title} {mark.line}" for mark in marks))
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture as large as it fits, and the marks on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(self._theme["quiet"]))
        if not self._picture.isNull():
            painter.drawImage(self._frame(), self._picture)
            for mark in self._marks:
                self._draw_outline(painter, mark)
            taken = [self._outline(mark).boundingRect() for mark in self._marks]
            for mark in self._marks:
                taken.append(self._draw_caption(painter, mark, taken))
        else:
            sign = draw_icon("camera", self._theme["faint"], _SIGN_PIXELS)
            half = QPointF(_SIGN_PIXELS / 2, _SIGN_PIXELS / 2)
            painter.drawPixmap(QRectF(self.rect()).center() - half, sign)
        painter.end()

    def _frame(self) -> QRectF:
        """Where the picture stands."""
        room, size = QRectF(self.rect()), self._picture.size()
        scale = min(room.width() / size.width(), room.height() / size.height())
        drawn = QRectF(0, 0, size.width() * scale, size.height() * scale)
        drawn.moveCenter(room.center())
        return drawn

    def _outline(self, mark: Mark) -> QPolygonF:
        frame = self._frame()
        across, down = frame.width() / self._picture.width(), frame.height() / self._picture.height()
        return QPolygonF([QPointF(frame.x() + x * across, frame.y() + y * down) for x, y in mark.corners])

    def _colours(self, mark: Mark) -> tuple[QColor, QColor]:
        """The edge, and the ground of the words."""
        role = "ok" if mark.known else "warning"
        return QColor(self._theme[role]), QColor(self._theme[f"{role}_ground"])

    def _draw_outline(self, painter: QPainter, mark: Mark) -> None:
        edge, ground = self._colours(mark)
        filling = QColor(ground)
        filling.setAlpha(90)
        painter.setPen(QPen(edge, _EDGE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(filling)
        painter.drawPolygon(self._outline(mark))

    def _draw_caption(self, painter: QPainter, mark: Mark, taken: list[QRectF]) -> QRectF:
        """Write the two lines under the code, or where there is room; give the place that they take."""
        edge, ground = self._colours(mark)
        fonts = (_font(self, _TITLE_PIXELS, bold=True), _font(self, _LINE_PIXELS, bold=False))
        widest = self.width() - 2 * (_PADDING + _GAP)
        lines = [
            (font, QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideMiddle, widest))
            for font, text in zip(fonts, (mark.title, mark.line), strict=True)
            if text
        ]
        box = self._caption_place(mark, lines, taken)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 6, 6)
        top = box.top() + _PADDING / 2
        for font, text in lines:
            high = QFontMetricsF(font).height()
            painter.setFont(font)
            painter.drawText(QRectF(box.left(), top, box.width(), high), Qt.AlignmentFlag.AlignCenter, text)
            top += high
        return box

    def _caption_place(self, mark: Mark, lines: list[tuple[QFont, str]], taken: list[QRectF]) -> QRectF:
        metrics = [(QFontMetricsF(font), text) for font, text in lines]
        box = QRectF(0, 0, max(metric.horizontalAdvance(text) for metric, text in metrics) + 2 * _PADDING, 0)
        box.setHeight(sum(metric.height() for metric, _ in metrics) + _PADDING)
        around = self._outline(mark).boundingRect()
        tops = (around.bottom() + _GAP, around.top() - _GAP - box.height(), around.center().y() - box.height() / 2)
        left = around.center().x() - box.width() / 2
        places = [self._inside(box.translated(left, top)) for top in (*tops, *(one.bottom() + _GAP for one in taken))]
        return min(places, key=lambda place: _covered(place, taken))

    def _inside(self, box: QRectF) -> QRectF:
        """The box, moved so that it stands inside the view."""
        left = max(_GAP, min(box.left(), self.width() - box.width() - _GAP))
        top = max(_GAP, min(box.top(), self.height() - box.height() - _GAP))
        return QRectF(left, top, box.width(), box.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A touched code is picked, the nearest one if several are in reach."""
        if self._picture.isNull():
            return
        place, frame = event.position(), self._frame()
        reached = [(self._distance(mark, place), mark.text) for mark in self._marks if mark.corners]
        reached = [(away, text) for away, text in reached if away <= _REACH]
        if reached:
            self.picked.emit(min(reached)[1])
        elif frame.contains(place):
            across = (place.x() - frame.x()) / frame.width()
            self.pointed.emit(QPointF(across, (place.y() - frame.y()) / frame.height()))

    def _distance(self, mark: Mark, place: QPointF) -> float:
        """How far a place is from the box around a code; below zero inside, the deeper the smaller the box."""
        box = self._outline(mark).boundingRect()
        across = max(box.left() - place.x(), place.x() - box.right())
        down = max(box.top() - place.y(), place.y() - box.bottom())
        return max(across, down)


def _covered(place: QRectF, others: list[QRectF]) -> float:
    """How much of other codes and captions a caption would cover, in square pixels."""
    shared = (place.intersected(other) for other in others)
    return sum(one.width() * one.height() for one in shared if one.isValid())


def _font(widget: QWidget, pixels: int, *, bold: bool) -> QFont:
    font = QFont(widget.font())
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font
