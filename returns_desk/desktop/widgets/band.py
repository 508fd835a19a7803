"""The band across the top: what was understood and what comes next, to be read from an arm's length and a half."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from returns_desk.desktop.icons import draw_icon
from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.one_height import OneHeight
from returns_desk.desktop.widgets.restyle import restyle
from returns_desk.wording import Words

_ICONS = {
    "ok": ("circle-check", "ok"),
    "ask": ("circle-question-mark", "warning"),
    "bad": ("octagon-x", "bad"),
    "idle": ("scan-barcode", "brand"),
}
_ICON_PIXELS = 44
LONGEST_SHOWN = 60


class BandBar(QFrame):
    """A tone (ok, ask, bad, idle) with its icon, a title and a line below it; beside them what was scanned last."""

    typed = Signal(str)  # a code that somebody typed by hand and sent with Enter
    offer_taken = Signal()

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("band")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._sent = False
        self._icon = QLabel()
        self._icon.setFixedSize(_ICON_PIXELS, _ICON_PIXELS)
        self.title = label("", wraps=True)
        self.title.setObjectName("band_title")
        self._height = OneHeight(self.title)
        self.detail = label("", wraps=True)
        self.detail.setObjectName("band_detail")
        self.scan_text = self._make_field(words)
        says = QVBoxLayout()
        says.setSpacing(0)
        for line in (self.title, self.detail):
            line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            says.addWidget(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 3, 20, 3)
        row.setSpacing(18)
        self._offer: QPushButton | None = None  # made when there is first something to offer
        row.addWidget(self._icon)
        row.addLayout(says, 1)
        row.addWidget(self.scan_text)
        self.setMinimumHeight(88)

    def _make_field(self, words: Words) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("scan_text")
        field.setFixedWidth(300)
        field.setMaxLength(200)
        field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        field.setPlaceholderText(words("Type a code: F2"))
        field.setAccessibleName(words("Scanned code"))
        field.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        field.returnPressed.connect(self._on_return)
        return field

    def show_band(self, tone: str, title: str, detail: str) -> None:
        """Say one thing; a screen reader hears it at once."""
        if self._offer is not None:
            self._offer.hide()
        restyle(self, tone=tone)  # before the words: measuring them dresses the labels
        icon_name, colour = _ICONS.get(tone, _ICONS["idle"])
        self._icon.setPixmap(draw_icon(icon_name, self._theme[colour], _ICON_PIXELS))
        self.title.setText(title)
        self._height.fit()
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        if self.isVisible():
            self._announce(f"{title}. {detail}", urgent=tone == "bad")

    def offer(self, name: str, key: str) -> None:
        """Offer one act beside what was said, until the next thing is said."""
        from returns_desk.desktop.widgets.buttons import keyed_button, push_button  # noqa: PLC0415  see above

        if self._offer is not None:
            self._offer.deleteLater()
        self._offer = keyed_button(name, key, "band_offer") if key else push_button(name, "band_offer")
        self._offer.clicked.connect(self.offer_taken)
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(2, self._offer)
        self._offer.show()

    def show_scan(self, text: str) -> None:
        """Show the code that was scanned last, shortened in the middle and without signs that cannot be seen."""
        if self.scan_text.hasFocus() and self.scan_text.text():
            return  # somebody is typing there
        seen = "".join(sign if sign.isprintable() else "\N{OPEN BOX}" for sign in text[: LONGEST_SHOWN * 20])
        self.scan_text.setText(seen if len(seen) <= LONGEST_SHOWN else f"{seen[:LONGEST_SHOWN]}…")
        self.scan_text.setCursorPosition(0)

    def begin_typing(self, text: str = "") -> None:
        """Put the cursor into the field, for a code that no scanner can read."""
        self.scan_text.setText(text)
        self.scan_text.setFocus(Qt.FocusReason.OtherFocusReason)  # a shortcut's focus would select what was begun
        self.scan_text.end(False)

    def _on_return(self) -> None:
        text = self.scan_text.text().strip()
        self.scan_text.clearFocus()
        if text:
            self._sent = True
            self.typed.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The field lets go of the Enter that sent what stood in it, and of an Escape: they mean nothing behind it."""
        if event.key() == Qt.Key.Key_Escape and self.scan_text.hasFocus():
            self.scan_text.clear()
            self.scan_text.clearFocus()
            event.accept()
            return
        if self._sent and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._sent = False
            event.accept()
            return
        super().keyPressEvent(event)

    def _announce(self, text: str, *, urgent: bool) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415  not before the first paint, QKeyEvent

        if not QAccessible.isActive():
            return
        event = QAccessibleAnnouncementEvent(self, text)
        if urgent:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
