"""A line of a form: what it is about at the leading edge, in a column of one width, and the fields after it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.flow_layout import FlowLayout
from returns_desk.desktop.widgets.restyle import restyle

_TITLE_WIDTH = 128


def titled(title: str, field: QWidget, *more: QWidget) -> QHBoxLayout:
    """One line; the first field takes the room that is left."""
    name = label(title, "heading", wraps=True)
    name.setFixedWidth(_TITLE_WIDTH)
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(name, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(field, 1)
    for each in more:
        row.addWidget(each)
    return row


def in_line(*parts: QWidget) -> QWidget:
    """Parts one after the other, in more lines where the room is narrow."""
    made = QWidget()
    flow = FlowLayout(made)
    for part in parts:
        flow.addWidget(part)
    return made


def emphasise(card: Card) -> None:
    """A card's heading above headings of its own."""
    restyle(card.heading, part="strong")
