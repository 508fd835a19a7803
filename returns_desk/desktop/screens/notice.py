"""One line across a screen: what the last step did, or why it was refused and what to do; it stays until it is seen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from returns_desk.desktop.icons import draw_icon
from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.chip import Chip
from returns_desk.domain.refusals import DeskError
from returns_desk.wording import Words
from returns_desk.wording.refusals import say_refusal

_ICONS = {"ok": ("circle-check", "ok"), "ask": ("circle-question-mark", "warning"), "bad": ("octagon-x", "bad")}
_ICON_PIXELS = 26


class Notice(QWidget):
    """A tone (ok, ask, bad) with its icon and words; hidden while there is nothing to say."""

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._words, self._theme = words, theme
        self._icon = QLabel()
        self._icon.setFixedSize(_ICON_PIXELS, _ICON_PIXELS)
        self.text = Chip()
        self.text.setWordWrap(True)
        self.text.setMinimumHeight(38)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.text, 1)
        self.hide()

    def tell(self, tone: str, text: str) -> None:
        """Say one thing; a screen reader hears it at once."""
        icon_name, colour = _ICONS[tone]
        self._icon.setPixmap(draw_icon(icon_name, self._theme[colour], _ICON_PIXELS))
        self.text.show_word(text, tone)
        self.setAccessibleName(text)
        self.show()
        if QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self, text)
            if tone == "bad":
                event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(event)

    def refuse(self, *refusals: DeskError) -> None:
        """Say why something was refused, and the way on."""
        lines = []
        for refusal in refusals:
            fact, way_on = say_refusal(self._words, refusal)
            lines.append(f"{fact}. {way_on}." if way_on else f"{fact}.")
        self.tell("bad", "\n".join(lines))
