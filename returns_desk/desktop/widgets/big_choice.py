"""A large button that says with a picture, a name and a sentence what it leads to."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout

from returns_desk.desktop.icons import draw_icon
from returns_desk.desktop.key_events import ENTER
from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.chip import KeyCap

_LEAST = QSize(240, 280)
_ICON_PIXELS = 56


class BigChoice(QPushButton):
    """Pressed with the mouse, with its key, or with Space or Enter when Tab has come to it."""

    def __init__(self, theme: Theme, name: str, icon_name: str, texts: tuple[str, str], key: str) -> None:
        """``texts`` are the title and the sentence."""
        super().__init__()
        title, sentence = texts
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumSize(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        picture = QLabel()
        picture.setPixmap(draw_icon(icon_name, theme["brand"], _ICON_PIXELS))
        parts = (picture, label(title, "title", wraps=True), label(sentence, "quiet", wraps=True), KeyCap(key))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 22, 22, 18)
        lines.setSpacing(12)
        for place, part in enumerate(parts):
            if place == len(parts) - 1:
                lines.addStretch(1)
                lines.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
            else:
                part.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
                lines.addWidget(part)
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Room for a sentence of three lines."""
        return _LEAST

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)
