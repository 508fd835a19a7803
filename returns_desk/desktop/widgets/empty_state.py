"""What stands where nothing is yet: it says what to do, with a picture, instead of a white half."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

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
        lines.setSpacing(10)
        lines.addStretch(1)
        for part in (picture, self.title, self.detail):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            lines.addWidget(part)
        lines.addStretch(1)


class Teaching(QWidget):
    """The desk's four scans as pictures with words, in the order they come."""

    def __init__(self, theme: Theme, steps: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for number, (icon_name, title, detail) in enumerate(steps, start=1):
            row.addLayout(self._step(theme, icon_name, f"{number}. {title}", detail), 1)

    def _step(self, theme: Theme, icon_name: str, title: str, detail: str) -> QVBoxLayout:
        picture = QLabel()
        picture.setPixmap(draw_icon(icon_name, theme["brand"], 48))
        column = QVBoxLayout()
        column.setSpacing(6)
        for part in (picture, label(title, "strong", wraps=True), label(detail, "small", wraps=True)):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            column.addWidget(part)
        column.addStretch(1)
        return column
