"""What stands where nothing is yet: it says what to do, with a picture, instead of a white half."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from returns_desk.desktop.icons import draw_icon
from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.card import label


class EmptyState(QWidget):
    """A large icon, a sentence, a quieter one."""

    def __init__(self, theme: Theme, icon_name: str, title: str, detail: str = "") -> None:
        super().__init__()
        picture = QLabel()
        picture.setPixmap(draw_icon(icon_name, theme["brand"], 64))
        self.title = label(title, "title", wraps=True)
        self.detail = label(detail, "quiet", wraps=True)
        lines = QVBoxLayout(self)
        lines.setSpacing(8)
        lines.addStretch(1)
        for part in (picture, self.title, self.detail):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            lines.addWidget(part)
        lines.addStretch(1)
