"""What a grade means for things of this category, beside the grades while one of them is pointed at."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from returns_desk.desktop.screens.joined import joined
from returns_desk.desktop.widgets.card import label
from returns_desk.domain.checklists import GradeGuide
from returns_desk.wording import Words

_WIDTH, _PICTURE_WIDTH, _PICTURE_HEIGHT = 380, 150, 112
_TEXT_WIDTH = _WIDTH - 40
_BELOW = 6


class GuidePopup(QFrame):
    """Lies over what is below the grades, so that nothing moves; the mouse goes through it."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
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
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addLayout(says, 1)
        self.setFixedWidth(_WIDTH)
        self.hide()

    def show_guide(self, guide: GradeGuide, beside: QWidget, picture: QPixmap | None = None) -> None:
        """Show a guide under the button it belongs to."""
        self._title.setText(joined(self._words, guide.grade.value, self._words.name(guide.grade)))
        self._text.setText(guide.text_in(self._words.language))
        self._picture.setVisible(picture is not None)
        if picture is not None:
            kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._picture.setPixmap(picture.scaled(_PICTURE_WIDTH, _PICTURE_HEIGHT, kept, smooth))
        width = _TEXT_WIDTH if picture is None else _TEXT_WIDTH - _PICTURE_WIDTH
        self._text.ensurePolished()
        self._text.setFixedSize(width, self._text.heightForWidth(width))
        self._row.activate()
        self.resize(_WIDTH, self._row.sizeHint().height())
        over = self.parentWidget()
        assert over is not None
        corner = beside.mapTo(over, QPoint(0, beside.height() + _BELOW))
        left = min(max(0, corner.x() + beside.width() // 2 - _WIDTH // 2), over.width() - _WIDTH)
        self.move(max(0, left), corner.y())
        self.show()
        self.raise_()
