"""One photograph as large as the window, over everything else; any scan goes on behind it and puts it away."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.key_events import ENTER
from returns_desk.desktop.screens.joined import joined
from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.buttons import keyed_button
from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.photo_strip import PictureSource
from returns_desk.domain.photos import PhotoSnapshot
from returns_desk.wording import Words

_EDGE, _BAR = 24, 76
_LARGEST = QSize(1600, 1600)


class PhotoOverlay(QWidget):
    """Shows photographs one by one: arrows go on, Delete removes, Escape, Enter or a click elsewhere goes back."""

    removed = Signal(str)

    def __init__(self, words: Words, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("photo_overlay")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words, self._theme, self._window = words, theme, window
        self._photos: tuple[PhotoSnapshot, ...] = ()
        self._place = 0
        self._source: PictureSource | None = None
        self._picture = QImage()
        self._title = label("", "title")
        self._detail = label("", "quiet")
        window.installEventFilter(self)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        remove = keyed_button(self._words("Remove"), "Del", "photo_remove")
        remove.clicked.connect(self._remove)
        close = keyed_button(self._words("Close"), "Esc", "photo_close")
        close.clicked.connect(self.put_away)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._detail)
        bar = QHBoxLayout()
        bar.addLayout(names, 1)
        bar.addWidget(remove)
        bar.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 10, _EDGE, 10)
        column.addLayout(bar)
        column.addStretch(1)

    @property
    def picture(self) -> QImage:
        """What is seen now."""
        return self._picture

    def show_large(self, source: PictureSource, photos: tuple[PhotoSnapshot, ...], place: int) -> None:
        """Show one of some photographs."""
        self._source, self._photos = source, photos
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.setFocus()
        self._show_place(place)

    def put_away(self) -> None:
        """Go back to what lies behind."""
        if not self.isHidden():
            self.hide()
            self._window.setFocus()

    def _show_place(self, place: int) -> None:
        if self._source is None or not self._photos:
            return
        self._place = place % len(self._photos)
        photo, words = self._photos[self._place], self._words
        self._picture = QImage()
        self._title.setText(words.name(photo.kind))
        self._detail.setText(joined(words, photo.item or photo.parcel, photo.person, words.moment(photo.taken_at)))
        self.setAccessibleName(f"{self._title.text()} {self._detail.text()}")
        sha256 = photo.sha256
        self._source.ask(sha256, _LARGEST, while_alive(self, lambda picture: self._on_picture(sha256, picture)))
        self.update()

    def _on_picture(self, sha256: str, picture: QImage) -> None:
        if self._photos and self._photos[self._place].sha256 == sha256:
            self._picture = picture
            if picture.isNull():
                self._detail.setText(self._words("This picture is not in the folder for photographs"))
            self.update()

    def _remove(self) -> None:
        photo = self._photos[self._place]
        self.put_away()
        self.removed.emit(photo.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Its own keys; every other goes on to the window."""
        back = Qt.Key.Key_Right if self._words.right_to_left else Qt.Key.Key_Left
        if event.key() in (Qt.Key.Key_Escape, *ENTER):
            self.put_away()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._show_place(self._place + (-1 if event.key() == back else 1))
        elif event.key() == Qt.Key.Key_Delete:
            self._remove()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere goes back."""
        event.accept()
        self.put_away()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture in the middle of a plain ground, whole and never mirrored."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(self._theme["ground"]))
        if self._picture.isNull():
            return
        room = QRectF(self.rect()).adjusted(_EDGE, _BAR, -_EDGE, -_EDGE)
        scale = min(1.0, room.width() / self._picture.width(), room.height() / self._picture.height())
        wide, high = self._picture.width() * scale, self._picture.height() * scale
        place = QRectF(room.center().x() - wide / 2, room.center().y() - high / 2, wide, high)
        painter.drawImage(place, self._picture)
