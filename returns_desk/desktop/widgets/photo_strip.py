"""The photographs of a thing, one beside the other; what is still to be photographed stands there as dashed outlines.

Pictures come from whoever ``join`` names, a moment later: until then a tile is grey. They are never mirrored.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.icons import draw_icon
from returns_desk.desktop.key_events import ENTER
from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.flow_layout import FlowLayout
from returns_desk.domain.photos import PhotoKind, PhotoSnapshot
from returns_desk.wording import Words

TILE = QSize(104, 78)
_CAPTION_PIXELS, _SIGN_PIXELS, _CORNER, _PAD = 22, 26, 6, 6
_TEXT_PIXELS = 13


class PictureSource(Protocol):
    """Gives the pictures of photographs."""

    def ask(self, sha256: str, size: QSize, hear: Callable[[QImage], None]) -> None:
        """Call ``hear`` with the picture, no larger than ``size``; with a null one if it is not on the shelf."""


class _Tile(QAbstractButton):
    """One place in the strip; Enter and Space press it when Tab has come to it."""

    def __init__(self, theme: Theme, caption: str) -> None:
        super().__init__()
        self._theme, self._caption = theme, caption
        self.setFixedSize(TILE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def _frame(self) -> QRectF:
        return QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)

    def _draw_frame(self, painter: QPainter, colour: str, style: Qt.PenStyle) -> None:
        focused = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(QColor(self._theme["brand"] if focused else colour), 2 if focused else 1.4, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self._frame(), _CORNER, _CORNER)

    def _draw_caption(self, painter: QPainter, place: QRectF, colour: str) -> None:
        font = self.font()
        font.setPixelSize(_TEXT_PIXELS)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        room = place.adjusted(_PAD, 0, -_PAD, 0)
        text = painter.fontMetrics().elidedText(self._caption, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)


class PhotoTile(_Tile):
    """A photograph with what it shows; Delete asks to remove it."""

    removed = Signal()

    def __init__(self, theme: Theme, photo: PhotoSnapshot, name: str, missing: str) -> None:
        super().__init__(theme, name)
        self.photo = photo
        self._picture, self._is_missing, self._missing = QImage(), False, missing
        self.setObjectName(f"photo_{photo.kind.value}")
        self.setAccessibleName(name)
        self.setToolTip(name)

    @property
    def picture(self) -> QImage:
        """What it shows by now."""
        return self._picture

    def show_picture(self, picture: QImage) -> None:
        """The picture came, or is not to be had."""
        self._picture, self._is_missing = picture, picture.isNull()
        if self._is_missing:
            self.setAccessibleDescription(self._missing)
            self.setToolTip(self._missing)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete asks to remove it."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture fills the tile; its name stands below on a plain ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole = self._frame()
        upper = whole.adjusted(0, 0, 0, -_CAPTION_PIXELS)
        painter.fillRect(whole, QColor(self._theme["quiet"]))
        if not self._picture.isNull():
            painter.drawImage(upper, self._picture, _middle_of(self._picture, upper))
        elif self._is_missing:
            sign = draw_icon("octagon-x", self._theme["bad"], _SIGN_PIXELS)
            painter.drawPixmap(upper.center() - QPointF(_SIGN_PIXELS / 2, _SIGN_PIXELS / 2), sign)
        name = QRectF(whole.left(), upper.bottom(), whole.width(), _CAPTION_PIXELS)
        painter.fillRect(name, QColor(self._theme["card"]))
        self._draw_caption(painter, name, self._theme["bad"] if self._is_missing else self._theme["ink"])
        self._draw_frame(painter, self._theme["cap_line"], Qt.PenStyle.SolidLine)


class NeededTile(_Tile):
    """What is still to be photographed."""

    def __init__(self, theme: Theme, kind: PhotoKind, name: str, way_on: str) -> None:
        super().__init__(theme, name)
        self.kind = kind
        self.setObjectName(f"photo_needed_{kind.value}")
        self.setAccessibleName(way_on)
        self.setToolTip(way_on)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A dashed outline, a camera, and what it is to show."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = self._frame()
        painter.fillRect(whole, QColor(self._theme["warning_ground"]))
        upper = whole.adjusted(0, 0, 0, -_CAPTION_PIXELS)
        sign = draw_icon("camera", self._theme["warning"], _SIGN_PIXELS)
        painter.drawPixmap(upper.center() - QPointF(_SIGN_PIXELS / 2, _SIGN_PIXELS / 2), sign)
        name = QRectF(whole.left(), upper.bottom(), whole.width(), _CAPTION_PIXELS)
        self._draw_caption(painter, name, self._theme["warning"])
        self._draw_frame(painter, self._theme["warning"], Qt.PenStyle.DashLine)


class PhotoStrip(QWidget):
    """Tiles in lines; hidden while there is nothing to show. ``wanted`` gives a kind, ``removed`` a photograph's id."""

    wanted = Signal(str)
    removed = Signal(str)
    enlarged = Signal(int)  # the place of the photograph that is to be seen large

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("photo_strip")
        self._words, self._theme = words, theme
        self._source: PictureSource | None = None
        self._shown: tuple[tuple[PhotoSnapshot, ...], tuple[PhotoKind, ...]] = ((), ())
        self._flow = FlowLayout(self, gap=8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(words("Photographs"))
        self.hide()

    @property
    def photos(self) -> tuple[PhotoSnapshot, ...]:
        """What is shown."""
        return self._shown[0]

    def join(self, source: PictureSource) -> None:
        """From now on pictures come from there; those that are shown already, too."""
        self._source = source
        self._build()

    def show_photos(self, photos: tuple[PhotoSnapshot, ...], needed: tuple[PhotoKind, ...] = ()) -> None:
        """Show photographs, and what is needed besides."""
        if (photos, needed) == self._shown:
            return
        self._shown = (photos, needed)
        self._build()
        self.setVisible(bool(photos or needed))

    def _build(self) -> None:
        photos, needed = self._shown
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for kind in needed:
            self._flow.addWidget(self._needed_tile(kind))
        for place, photo in enumerate(photos):
            self._flow.addWidget(self._photo_tile(place, photo))
        self.updateGeometry()

    def _needed_tile(self, kind: PhotoKind) -> NeededTile:
        name = self._words.name(kind)
        tile = NeededTile(self._theme, kind, name, self._words("Still to be photographed: {kind} (F4)", kind=name))
        tile.clicked.connect(lambda _=False: self.wanted.emit(kind.value))
        return tile

    def _photo_tile(self, place: int, photo: PhotoSnapshot) -> PhotoTile:
        missing = self._words("This picture is not in the folder for photographs")
        tile = PhotoTile(self._theme, photo, self._words.name(photo.kind), missing)
        tile.clicked.connect(lambda _=False: self.enlarged.emit(place))
        tile.removed.connect(lambda: self.removed.emit(photo.id))
        if self._source is not None:
            self._source.ask(photo.sha256, TILE * self.devicePixelRatio(), while_alive(tile, tile.show_picture))
        return tile


def _middle_of(picture: QImage, place: QRectF) -> QRectF:
    """The part of a picture that fills a place without being stretched."""
    scale = min(picture.width() / place.width(), picture.height() / place.height())
    wide, high = place.width() * scale, place.height() * scale
    return QRectF((picture.width() - wide) / 2, (picture.height() - high) / 2, wide, high)
