"""The bar across the top: program, station, whether all is saved, who is signed in, the time; language and theme."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from returns_desk.desktop.clock import Clock
from returns_desk.desktop.icons import icon
from returns_desk.desktop.theme import THEMES, Theme
from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.chip import Chip
from returns_desk.desktop.widgets.tips import plain_tip
from returns_desk.wording import Words

if TYPE_CHECKING:
    from returns_desk.desktop.widgets.print_chip import PrintChip

_THEME_ICONS = {"light": "moon", "dark": "contrast", "contrast": "sun"}
_CLOCK_MS = 1_000


class TopBar(QFrame):
    """Quiet facts; nothing here is needed for the work."""

    language_wanted = Signal(str)
    theme_wanted = Signal(str)

    def __init__(self, words: Words, theme: Theme, station: str, clock: Clock) -> None:
        super().__init__()
        self.setObjectName("top_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words, self._theme = words, theme
        self._now = clock
        self._printing: PrintChip | None = None  # made when there is first something to say
        name = label(words("Returns Desk"))
        name.setObjectName("program")
        self.station = Chip(words("Station {number}", number=station))
        self.station.setObjectName("station")
        self._saved = Chip(words("All saved"))
        self._saved.setObjectName("saved")
        self._waiting = Chip()
        self._waiting.setObjectName("waiting")
        self._scanner = Chip()
        self._scanner.setObjectName("scanner")
        self._scanner.hide()
        self._person = label("")
        self._person.setObjectName("person")
        self._clock = label("")
        self._clock.setObjectName("clock")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(14)
        for part in (name, self.station):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self._scanner, self._saved, self._waiting, self._person, self._clock):
            row.addWidget(part)
        row.addWidget(self._language_button())
        row.addWidget(self._theme_button(theme))
        self.setFixedHeight(50)
        self.show_waiting(0)
        self._timer = QTimer(self, interval=_CLOCK_MS)
        self._timer.timeout.connect(self._tick)

    def _language_button(self) -> QToolButton:
        other, shown = ("en", "English") if self._words.language == "he" else ("he", "עברית")
        button = QToolButton()
        button.setText(shown)
        button.setObjectName("language")
        button.setAccessibleName(shown)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.language_wanted.emit(other))
        return button

    def _theme_button(self, theme: Theme) -> QToolButton:
        following = THEMES[(THEMES.index(theme.name) + 1) % len(THEMES)]
        button = QToolButton()
        button.setIcon(icon(_THEME_ICONS[theme.name], theme["on_bar"], size=20))
        button.setObjectName("theme")
        button.setAccessibleName(self._words("Other colours"))
        button.setToolTip(self._words("Other colours"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.theme_wanted.emit(following))
        return button

    def show_waiting(self, count: int) -> None:
        """Say how many scans wait for the disk."""
        self._waiting.show_word(self._words("Scans waiting: {count}", count=count), "ask" if count > 3 else "")
        self._waiting.setVisible(count > 0)
        self._saved.setVisible(count == 0)

    def show_scanner(self, text: str, tone: str, way_on: str = "") -> None:
        """Say how the scanner's port stands; nothing where none is chosen."""
        self._scanner.show_word(text, tone)
        self._scanner.setToolTip(plain_tip(way_on))
        self._scanner.setAccessibleDescription(way_on)
        self._scanner.setVisible(bool(text))

    def show_printing(self, text: str, way_on: str, opened: Callable[[], None]) -> None:
        """Say what waits for a printer; nothing while all goes well. ``opened`` hears that somebody pressed it."""
        if self._printing is None and text:
            from returns_desk.desktop.widgets.print_chip import PrintChip  # noqa: PLC0415  mostly there is nothing to say

            self._printing = PrintChip(self._theme)
            self._printing.clicked.connect(opened)
            self._row.insertWidget(self._row.indexOf(self._saved), self._printing)
        if self._printing is not None:
            self._printing.say(text, way_on)

    def show_station(self, number: str, name: str) -> None:
        """Say which station this is."""
        words = self._words("Station {number}", number=number)
        self.station.setText(f"{words} · {name}" if name and name != number else words)

    def show_person(self, text: str) -> None:
        """Say who is signed in."""
        self._person.setText(text)

    def start_clock(self) -> None:
        """Show the time from now on; not before the store is open, since dates are said by Babel, slow to load."""
        self._tick()
        if self.isVisible():
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        """The clock that was started goes on."""
        super().showEvent(event)
        if self._clock.text():
            self.start_clock()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at the clock."""
        super().hideEvent(event)
        self.stop_clock()

    def stop_clock(self) -> None:
        """The time stands still."""
        self._timer.stop()

    def _tick(self) -> None:
        now = self._words.moment(self._now())
        if self._clock.text() != now:
            self._clock.setText(now)
