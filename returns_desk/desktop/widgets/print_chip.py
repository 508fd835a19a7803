"""A mark that can be pressed: what waits for a printer, with an icon, in the amber of what somebody should look at."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton

from returns_desk.desktop.icons import icon
from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.tips import plain_tip

_ICON_PIXELS = 18


class PrintChip(QToolButton):
    """Hidden while it has nothing to say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("print_mark")
        self.setIcon(icon("printer", theme["warning"], size=_ICON_PIXELS))
        self.setIconSize(QSize(_ICON_PIXELS, _ICON_PIXELS))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def say(self, text: str, way_on: str) -> None:
        """Show what waits, and how to get to it."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setAccessibleDescription(way_on)
        self.setToolTip(plain_tip(way_on))
        self.setVisible(bool(text))
