"""The rail: the screens there are, each with its icon, its word and its key."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from returns_desk.desktop.icons import icon
from returns_desk.desktop.rail_button import RailButton
from returns_desk.desktop.theme import Theme


@dataclass(frozen=True)
class Place:
    """One screen as the rail names it."""

    name: str  # nav_<name> is the button's object name
    icon: str
    title: str
    key: str


class Rail(QFrame):
    """Choose a screen."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, places: tuple[Place, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 12, 6, 12)
        column.setSpacing(6)
        for place in places:
            column.addWidget(self._make_button(theme, place))
        column.addStretch(1)

    def _make_button(self, theme: Theme, place: Place) -> RailButton:
        button = RailButton(theme, place.title)
        button.setObjectName(f"nav_{place.name}")
        button.setToolTip(f"{place.title} ({place.key})")
        button.setIcon(icon(place.icon, theme["muted"]))
        button.toggled.connect(lambda chosen: button.setIcon(icon(place.icon, theme["brand" if chosen else "muted"])))
        button.setIconSize(QSize(24, 24))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.chosen.emit(place.name))
        self._group.addButton(button)
        self._buttons[place.name] = button
        return button

    def show_chosen(self, name: str) -> None:
        """Mark the screen that is shown; some are not on the rail."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def show_count(self, name: str, count: int) -> None:
        """Show how much waits behind a button."""
        self._buttons[name].show_count(count)

    def let_choose(self, allowed: bool) -> None:
        """Screens other than the first are for people who are signed in."""
        for number, button in enumerate(self._buttons.values()):
            button.setEnabled(allowed or number == 0)
