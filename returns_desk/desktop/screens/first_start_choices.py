"""First start, first page: three ways to begin."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.big_choice import BigChoice
from returns_desk.desktop.widgets.card import label
from returns_desk.wording import Words

WAYS = ("sample", "empty", "server")
_MOST_HEIGHT = 360


class ChoicesPage(QWidget):
    """``chosen`` tells the way: sample, empty or server."""

    chosen = Signal(str)

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout()
        row.setSpacing(14)
        for number, (way, (icon_name, *texts)) in enumerate(_ways(words).items(), 1):
            button = BigChoice(theme, f"begin_{way}", icon_name, (texts[0], texts[1]), str(number))
            button.setMaximumHeight(_MOST_HEIGHT)
            button.clicked.connect(lambda _=False, way=way: self.chosen.emit(way))
            row.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addStretch(1)
        column.addWidget(label(words("How shall this desk begin?"), "screen", wraps=True))
        column.addWidget(label(words("No shop was begun here yet."), "quiet", wraps=True))
        column.addLayout(row, 8)
        column.addStretch(2)


def _ways(words: Words) -> dict[str, tuple[str, str, str]]:
    """Icon, title and sentence of each way, in the order of their keys."""
    return {
        "sample": (
            "package",
            words("Sample shop"),
            words("Made-up products, people and announced returns, ready to scan. To try everything at leisure."),
        ),
        "empty": (
            "clipboard-check",
            words("Empty shop"),
            words("Your own company and its first supervisor, in one short form. Products and people come after."),
        ),
        "server": (
            "database",
            words("Connect to a server"),
            words("Several stations share one PostgreSQL database. Whoever looks after it knows its address."),
        ),
    }
