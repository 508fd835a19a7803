"""What the parcel should hold, and what was taken out of it so far."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from returns_desk.desktop.icons import icon
from returns_desk.desktop.screens.panels.box_lines import BoxLine, LineMark, box_lines
from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.buttons import keyed_button, push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.flow_layout import FlowLayout
from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.domain.items import NO_PIECE
from returns_desk.domain.snapshots import BenchSnapshot, ParcelSnapshot
from returns_desk.wording import Words

FACTS = "facts"
_ROW_PIXELS, _HEADING_PIXELS = 50, 30
_LEAST_ROWS = 2
_BUTTONS_PIXELS = 190  # heading, hint and two lines of buttons
_SMALL_BUTTON = QSize(48, 44)
_TONES = {LineMark.DONE: "ok", LineMark.ODD: "ask", LineMark.MISSING: "bad", LineMark.IN_HAND: "brand"}


class ExpectedCard(Card):
    """Shows lines that were announced, then items that nobody announced. ``wanted`` tells what is no scan."""

    submitted = Signal(str)
    wanted = Signal(str)

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__(words("In the box"))
        self._words, self._theme = words, theme
        self._icons = {
            LineMark.DONE: icon("circle-check", theme["ok"], size=18),
            LineMark.IN_HAND: icon("circle-dot", theme["brand"], size=18),
            LineMark.WAITS: icon("circle", theme["muted"], size=18),
            LineMark.ODD: icon("triangle-alert", theme["warning"], size=18),
            LineMark.MISSING: icon("octagon-x", theme["bad"], size=18),
        }
        self.table = Table(
            [
                Column("", lambda line: line.text, stretch=True, strong=_is_strong, picture=self._mark),
                Column("", lambda line: line.count, at_end=True, tone=lambda line: _TONES.get(line.mark, "")),
            ],
            "expected_items",
        )
        self.table.show_only()
        self.table.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.table.setMinimumHeight(_ROW_PIXELS)
        self.table.show_rows_of(_ROW_PIXELS)
        self.table.setAccessibleName(words("In the box"))
        self._hint = label("", "small", wraps=True)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._hint)
        self.body.addStretch(0)  # takes the room of a list that is not there
        self.body.addWidget(self._make_buttons())

    def _make_buttons(self) -> QWidget:
        words, holder = self._words, QWidget()
        flow = FlowLayout(holder)
        for name, key, object_name, code in (
            (words("Next parcel"), "F12", "next", "DO-NEXT"),
            (words("Close"), "F11", "close", "DO-CLOSE"),
            (words("Label"), "Ctrl+P", "print", "DO-PRINT"),
        ):
            button = keyed_button(name, key, object_name)
            button.clicked.connect(lambda _=False, code=code: self.submitted.emit(code))
            flow.addWidget(button)
            if code == "DO-NEXT":
                flow.addWidget(self._make_facts_button())
        return holder

    def _make_facts_button(self) -> QPushButton:
        """Small, for it is seldom needed: what is known of the box."""
        button = push_button("", "parcel_facts")
        button.setIcon(icon("pencil", self._theme["muted"], size=20))
        button.setIconSize(QSize(20, 20))
        button.setFixedSize(_SMALL_BUTTON)
        button.setAccessibleName(self._words("Facts of the parcel"))
        button.setToolTip(self._words("Sender, weight, condition, box number (Ctrl+E)"))
        button.clicked.connect(lambda: self.wanted.emit(FACTS))
        return button

    def _mark(self, line: BoxLine) -> QIcon:
        return self._icons.get(line.mark, QIcon())

    def show_bench(self, bench: BenchSnapshot) -> None:
        """Show what belongs into the open parcel."""
        parcel = bench.parcel
        if parcel is None:
            return
        self.say_heading(self._say_count(parcel))
        lines = box_lines(self._words, parcel, bench.item)
        self.table.show_rows(lines)
        self.table.setVisible(bool(lines))
        self.table.clearSpans()
        for row, line in enumerate(lines):
            heads = line.mark is LineMark.RETURN
            self.table.setRowHeight(row, _HEADING_PIXELS if heads else _ROW_PIXELS)
            if heads:
                self.table.setSpan(row, 0, 1, 2)
        self._bring_into_sight(lines)
        hint = self._say_hint(parcel)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    @property
    def least_height(self) -> int:
        """What it needs for its buttons and the first of its lines."""
        return _BUTTONS_PIXELS + _ROW_PIXELS * min(len(self.table.rows_model.rows), _LEAST_ROWS)

    def _bring_into_sight(self, lines: tuple[BoxLine, ...]) -> None:
        """What is in hand is seen, however long the list is."""
        in_hand = next((row for row, line in enumerate(lines) if line.mark is LineMark.IN_HAND), None)
        if in_hand is not None:  # once the card has its height
            QTimer.singleShot(0, self.table, lambda: self.table.scrollTo(self.table.model().index(in_hand, 0)))

    def _say_count(self, parcel: ParcelSnapshot) -> str:
        announced = sum(line.quantity for line in parcel.expected)
        if announced:
            taken = sum(min(line.received, line.quantity) for line in parcel.expected)
            return self._words("In the box: {taken} of {announced}", taken=taken, announced=announced)
        pieces = sum(item.quantity for item in parcel.items if item.state not in NO_PIECE)
        return self._words("In the box: {taken}", taken=pieces)

    def _say_hint(self, parcel: ParcelSnapshot) -> str:
        if parcel.empty:
            return self._words("The box was empty.")
        if not parcel.expected and not parcel.items:
            return self._words("Nobody announced what is inside: scan what you take out.")
        if parcel.complete:
            return self._words("All is here and decided.")
        return ""


def is_facts_key(event: QKeyEvent) -> bool:
    """Ctrl+E, also while the keyboard is set to Hebrew."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) and event.key() in (Qt.Key.Key_E, 0x5E7)


def _is_strong(line: BoxLine) -> bool:
    return line.mark in (LineMark.IN_HAND, LineMark.RETURN)
