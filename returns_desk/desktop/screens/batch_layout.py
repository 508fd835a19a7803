"""Where the parts of the Batches screen stand: list and what happened at the leading edge, the batch beside them."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from returns_desk.desktop.widgets.card import Card

GAP = 10


class BatchParts(NamedTuple):
    """What stands on the screen, in the order of reading."""

    listed: QWidget
    landfill: QWidget
    timeline: QWidget
    head: QWidget
    holds: QWidget
    bar: QWidget


def lay_out_batches(parts: BatchParts, what_happened: str) -> QWidget:
    """A page with all of them."""
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    row.addLayout(_side(parts, what_happened), 42)
    row.addLayout(_whole(parts), 58)
    return page


def lay_out_top(title: QWidget, tabs: Iterable[QWidget], find: QWidget) -> QHBoxLayout:
    """The line above: what the screen is, its lists, and the way to everything else."""
    top = QHBoxLayout()
    top.setSpacing(8)
    top.addWidget(title)
    top.addSpacing(10)
    for tab in tabs:
        top.addWidget(tab)
    top.addStretch(1)
    top.addWidget(find)
    return top


def _side(parts: BatchParts, what_happened: str) -> QVBoxLayout:
    listed = Card()
    listed.heading.hide()
    listed.body.setContentsMargins(6, 4, 6, 8)
    listed.body.addWidget(parts.listed)
    listed.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    happened = Card(what_happened)
    happened.setMinimumHeight(130)
    happened.body.addWidget(parts.timeline, 1)
    side = QVBoxLayout()
    side.setSpacing(GAP)
    side.addWidget(listed)
    side.addWidget(parts.landfill)
    side.addWidget(happened, 1)
    return side


def _whole(parts: BatchParts) -> QVBoxLayout:
    below = Card()
    below.heading.hide()
    below.body.setContentsMargins(6, 4, 6, 10)
    below.body.addWidget(parts.holds, 1)
    below.body.addWidget(parts.bar)
    parts.bar.setContentsMargins(10, 0, 10, 0)
    whole = QVBoxLayout()
    whole.setSpacing(GAP)
    whole.addWidget(parts.head)
    whole.addWidget(below, 1)
    return whole
