"""A small mark with an icon, a word and a colour: how something about a piece stands."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from returns_desk.desktop.icons import draw_icon
from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.restyle import restyle
from returns_desk.desktop.widgets.tips import plain_tip

_ICON_PIXELS = 15
_ICONS = {"ok": "circle-check", "ask": "circle-question-mark", "bad": "octagon-x"}
_COLOURS = {"ok": "ok", "ask": "warning", "bad": "bad", "brand": "brand"}


@dataclass(frozen=True)
class Mark:
    """A word with its tone (ok, ask, bad, brand or none), its icon if not the tone's, and more words on demand."""

    word: str
    tone: str = ""
    icon: str = ""
    more: str = ""


class MarkChip(QFrame):
    """Shows a ``Mark``."""

    def __init__(self, theme: Theme, mark: Mark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.setSpacing(5)
        name = mark.icon or _ICONS.get(mark.tone, "")
        if name:
            picture = QLabel()
            picture.setPixmap(draw_icon(name, theme[_COLOURS.get(mark.tone, "muted")], _ICON_PIXELS))
            row.addWidget(picture)
        row.addWidget(label(mark.word))
        self.setAccessibleName(mark.more or mark.word)
        self.setToolTip(plain_tip(mark.more))
        restyle(self, tone=mark.tone)
