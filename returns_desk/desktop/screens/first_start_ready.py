"""First start, last page: the badges to sign in with, large enough to be scanned from the screen, and their sheet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from returns_desk.desktop.first_start_jobs import BadgeShown
from returns_desk.desktop.key_events import ENTER
from returns_desk.desktop.widgets.bars_view import BarsView
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, code_label, label
from returns_desk.documents.kit.barcodes import code128
from returns_desk.wording import Words


class ReadyPage(QWidget):
    """``sheet_wanted``: show the paper; ``done``: go to the desk. A scanned badge goes there by itself."""

    sheet_wanted = Signal()
    done = Signal()

    def __init__(self, words: Words, badges: tuple[BadgeShown, ...], *, sample: bool) -> None:
        super().__init__()
        self._words = words
        title = words("The sample shop is ready") if sample else words("The shop is ready")
        way_on = words("Scan a badge, here from the screen or from paper: that signs you in.")
        if not sample:
            way_on = words("This badge is kept nowhere and shown only now: print its sheet, then scan it.")
        sheet = push_button(
            words("Open the page to scan from") if sample else words("Open the badge sheet"), "open_sheet"
        )
        sheet.clicked.connect(self.sheet_wanted)
        self._go_on = push_button(words("To the desk"), "to_desk", "primary")
        self._go_on.clicked.connect(self.done)
        buttons = QHBoxLayout()
        buttons.addWidget(sheet)
        buttons.addStretch(1)
        buttons.addWidget(self._go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(title, "screen", wraps=True))
        column.addWidget(label(way_on, "quiet", wraps=True))
        column.addWidget(self._show_badges(badges), 1)
        column.addLayout(buttons)

    def begin(self) -> None:
        """Enter goes to the desk."""
        self._go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button to which Tab has come."""
        focused = self.focusWidget()
        if event.key() in ENTER and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _show_badges(self, badges: tuple[BadgeShown, ...]) -> QScrollArea:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        for place, badge in enumerate(badges):
            grid.addWidget(self._make_card(badge), *divmod(place, 2))
        grid.setRowStretch(grid.rowCount(), 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        return scroll

    def _make_card(self, badge: BadgeShown) -> Card:
        words = self._words
        name = badge.name_in(words.language)
        card = Card(f"{name} · {words.name(badge.role)}")
        card.body.addWidget(BarsView(code128(badge.code), f"{name}, {badge.code}"))
        facts = QHBoxLayout()
        facts.addWidget(code_label(badge.code))
        facts.addStretch(1)
        if badge.pin:
            facts.addWidget(label(words("PIN {pin}", pin=badge.pin), "strong"))
        card.body.addLayout(facts)
        return card
