"""What happened to a thing, from the parcel to the credit: a line of dots, a sentence and a moment at each."""

from collections.abc import Sequence, Set
from datetime import date

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import clear, label
from returns_desk.desktop.widgets.chip import Chip
from returns_desk.domain.events import ItemDecided
from returns_desk.domain.snapshots import TimelineEntry
from returns_desk.usecases.look_stock import MoveSnapshot
from returns_desk.wording import Words
from returns_desk.wording.decided import say_decided_by, say_options_then
from returns_desk.wording.events import say_event
from returns_desk.wording.stock import say_way

MOST_SHOWN = 300
_GUTTER, _DOT_AT, _DOT, _GAP = 30, 17, 6, 8


class TimelineRow(QWidget):
    """One dot, and room beside it for its words."""

    def __init__(self, theme: Theme, *, first: bool, last: bool, to_come: bool) -> None:
        super().__init__()
        self._line, self._dot, self._ground = theme["line"], theme["brand"], theme["card"]
        self._first, self._last, self._to_come = first, last, to_come
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 6, 0, 6)
        self.row.setSpacing(0)
        self.row.addSpacing(_GUTTER)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw line and dot in the gutter at the leading edge."""
        super().paintEvent(event)
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.width() - 10.0 if right_to_left else 10.0
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._line), 2))
        top, bottom = _DOT_AT if self._first else 0, _DOT_AT if self._last else self.height()
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        painter.setPen(QPen(QColor(self._dot), 2))
        painter.setBrush(QColor(self._ground if self._to_come else self._dot))
        painter.drawEllipse(QPointF(x, _DOT_AT), _DOT, _DOT)
        painter.end()


class TimelineView(QScrollArea):
    """Shows ``TimelineEntry`` rows in the order given, and below them what still waits.

    ``taking_back_wanted`` gives the id of a step.
    """

    taking_back_wanted = Signal(str)

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("timeline")
        self.setAccessibleName(words("What happened"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._words, self._theme = words, theme
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(6, 0, 6, 0)
        self._column.setSpacing(0)
        self.setWidget(inside)

    def show_entries(
        self, entries: Sequence[TimelineEntry], waits_for: str = "", may_go: Set[str] = frozenset()
    ) -> None:
        """Show what happened; ``waits_for`` says what has not happened yet, ``may_go`` what may be taken back."""
        clear(self._column)
        shown = entries[:MOST_SHOWN]
        day: date | None = None
        for number, entry in enumerate(shown):
            last = number == len(shown) - 1 and not waits_for
            row = TimelineRow(self._theme, first=number == 0, last=last, to_come=False)
            self._fill(row, entry, day)
            if entry.step_id in may_go:
                row.row.addWidget(self._make_button(entry.step_id), 0, Qt.AlignmentFlag.AlignTop)
            self._column.addWidget(row)
            day = entry.at.astimezone().date()
        if waits_for:
            row = TimelineRow(self._theme, first=not shown, last=True, to_come=True)
            row.row.addWidget(label(waits_for, "quiet", wraps=True), 1)
            self._column.addWidget(row)
        self._column.addStretch(1)

    def _make_button(self, step_id: str) -> QPushButton:
        button = push_button(self._words("Take back"), f"take_back_{step_id}", "quiet")
        button.clicked.connect(lambda: self.taking_back_wanted.emit(step_id))
        return button

    def _fill(self, row: TimelineRow, entry: TimelineEntry, day: date | None) -> None:
        words = self._words
        says = QVBoxLayout()
        says.setSpacing(0)
        says.addWidget(label(_says(words, entry), wraps=True))
        if isinstance(entry.event, ItemDecided):
            for line in (say_decided_by(words, entry.event), *say_options_then(words, entry.event)):
                says.addWidget(label(line, "small", wraps=True))
        who = words("{person}, station {station}", person=entry.person_in(words.language) or "—", station=entry.station)
        says.addWidget(label(who, "small"))
        row.row.addLayout(says, 1)
        if entry.undone:
            row.row.addWidget(Chip(words("taken back"), "ask"), 0, Qt.AlignmentFlag.AlignTop)
        same_day = entry.at.astimezone().date() == day
        when = words.time(entry.at, seconds=True) if same_day else words.moment(entry.at)
        row.row.addSpacing(_GAP)
        row.row.addWidget(label(when, "small"), 0, Qt.AlignmentFlag.AlignTop)


def _says(words: Words, entry: TimelineEntry) -> str:
    """The sentence of what happened; of a move of stock before it, from where to where."""
    move = entry.event
    if not isinstance(move, MoveSnapshot):
        return say_event(words, move)
    opened = words("What was here when the stock ledger was opened")
    return f"{say_way(words, move)}\n{say_event(words, move.event) if move.event else opened}"
