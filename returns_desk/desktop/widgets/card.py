"""A quiet box with a heading, and the labels that stand in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

_BREAKING_SPACE = 8  # pixels: a space of the band, the largest text that wraps


def label(text: str = "", part: str = "", *, wraps: bool = False) -> QLabel:
    """A label that shows its text as it is: what comes from the store is never markup."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wraps)
    # at the window's leading edge, also where the text itself runs the other way
    right_to_left = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    leading = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
    made.setAlignment(leading | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    if wraps and right_to_left:
        # Qt moves a full wrapped line left by the space it was broken at; without room its last letter is cut
        made.setContentsMargins(_BREAKING_SPACE, 0, 0, 0)
    if part:
        made.setProperty("part", part)
    return made


def code_label(text: str = "", part: str = "strong") -> QLabel:
    """A label for a number or code: never broken, and to be copied with the mouse."""
    made = label(text, part)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


class Card(QFrame):
    """A card: a heading with room for small things beside it, and a body."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = label(heading, "heading")
        self.heading.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.heading)
        self.head.addStretch(1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 10, 16, 10)
        self.body.setSpacing(6)
        self.body.addLayout(self.head)
        self.setAccessibleName(heading)

    def tighten(self, tight: bool) -> None:
        """Stand closer together, where the window is short."""
        above, between = (6, 4) if tight else (10, 6)
        self.body.setContentsMargins(16, above, 16, above)
        self.body.setSpacing(between)

    def say_heading(self, heading: str) -> None:
        """Change the heading."""
        self.heading.setText(heading)
        self.setAccessibleName(heading)


def rule() -> QFrame:
    """A thin line between two parts of a card."""
    made = QFrame()
    made.setProperty("part", "rule")
    return made


def clear(layout: QHBoxLayout | QVBoxLayout) -> None:
    """Take everything out of a layout, for good."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
