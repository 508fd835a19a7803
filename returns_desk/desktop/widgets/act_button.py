"""A button that says what it does and, in a quieter line, what speaks for it; with its key at the start."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from returns_desk.desktop.widgets.buttons import mouse_through
from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.chip import KeyCap

_TARGET_PIXELS = 44


class ActButton(QPushButton):
    """As high as its lines need at its width; the primary one is filled."""

    def __init__(
        self, title: str, key: str, detail: str = "", *, primary: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("part", "primary" if primary else "")
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(mouse_through(label(title, "strong", wraps=True)))
        if detail:
            lines.addWidget(mouse_through(label(detail, "detail", wraps=True)))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(mouse_through(KeyCap(key)))
        row.addLayout(lines, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Lines wrap where the room is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What the lines need, never less than a target."""
        inside = self.layout()
        return max(inside.heightForWidth(width) if inside is not None else 0, _TARGET_PIXELS)

    def sizeHint(self) -> QSize:
        """What the inside wants."""
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        """Room for a few words a line."""
        return QSize(160, _TARGET_PIXELS)
