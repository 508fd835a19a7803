"""What a grade means for things of this category, beside the grades while one of them is pointed at."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.screens.joined import joined
from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.photo_strip import PictureSource
from returns_desk.domain.checklists import GradeGuide
from returns_desk.wording import Words

_WIDTH, _PICTURE = 380, QSize(150, 112)
_TEXT_WIDTH = _WIDTH - 40
_BELOW, _GAP = 6, 12


class GuidePopup(QFrame):
    """Lies over what is below the grades, so that nothing moves; the mouse goes through it."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._source: PictureSource | None = None
        self._wanted = ""
        self.setObjectName("guide")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture = QLabel()
        self._title = label("", "strong")
        self._text = label("", wraps=True)
        says = QVBoxLayout()
        says.setSpacing(2)
        says.addWidget(self._title)
        says.addWidget(self._text, 1)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(_GAP)
        row.addWidget(self._picture)
        row.addLayout(says, 1)
        self.setFixedWidth(_WIDTH)
        self.hide()

    def join(self, source: PictureSource) -> None:
        """From now on pictures come from there."""
        self._source = source

    def show_guide(self, guide: GradeGuide, beside: QWidget) -> None:
        """Show a guide under the button it belongs to; its picture comes a moment later."""
        self._title.setText(joined(self._words, guide.grade.value, self._words.name(guide.grade)))
        self._text.setText(guide.text_in(self._words.language))
        self._wanted = guide.picture
        self._picture.hide()
        self._fit()
        over = self.parentWidget()
        assert over is not None
        corner = beside.mapTo(over, QPoint(0, beside.height() + _BELOW))
        left = min(max(0, corner.x() + beside.width() // 2 - _WIDTH // 2), over.width() - _WIDTH)
        self.move(max(0, left), corner.y())
        self.show()
        self.raise_()
        if guide.picture and self._source is not None:

            def hear(picture: QImage) -> None:
                self._show_picture(guide.picture, picture)

            self._source.ask(guide.picture, _PICTURE * self.devicePixelRatio(), while_alive(self, hear))

    def _show_picture(self, sha256: str, picture: QImage) -> None:
        if sha256 != self._wanted or picture.isNull():
            return
        ratio = self.devicePixelRatio()
        kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        small = QPixmap.fromImage(picture).scaled(_PICTURE * ratio, kept, smooth)
        small.setDevicePixelRatio(ratio)
        self._picture.setPixmap(small)
        self._picture.show()
        self._fit()

    def _fit(self) -> None:
        """As high as its words, or its picture, at this width."""
        width = _TEXT_WIDTH if self._picture.isHidden() else _TEXT_WIDTH - _PICTURE.width() - _GAP
        self._text.ensurePolished()
        self._text.setFixedSize(width, self._text.heightForWidth(width))
        self._row.activate()
        self.resize(_WIDTH, self._row.sizeHint().height())
