"""What the parcel should hold, and what was taken out of it so far."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from returns_desk.desktop.icons import icon
from returns_desk.desktop.screens.panels.names import product_name
from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.buttons import keyed_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.flow_layout import FlowLayout
from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.domain.snapshots import BenchSnapshot, ExpectedLine, ItemSnapshot, ParcelSnapshot
from returns_desk.wording import Words

_ROW_PIXELS = 52


@dataclass(frozen=True)
class _Line:
    """One thing of the box: announced, taken, or both."""

    name: str
    count: str
    in_hand: bool
    done: bool


class ExpectedCard(Card):
    """Shows lines that were announced, then items that nobody announced."""

    submitted = Signal(str)

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__(words("In the box"))
        self._words = words
        self._icons = {
            "done": icon("circle-check", theme["ok"], size=18),
            "in hand": icon("circle-dot", theme["brand"], size=18),
            "waits": icon("circle", theme["muted"], size=18),
        }
        self.table = Table(
            [
                Column("", lambda line: line.name, stretch=True, strong=lambda line: line.in_hand, picture=self._mark),
                Column("", lambda line: line.count, at_end=True),
            ],
            "expected_items",
        )
        self.table.show_only()
        self.table.setMinimumHeight(_ROW_PIXELS)
        self.table.show_rows_of(_ROW_PIXELS)
        self.table.setAccessibleName(words("In the box"))
        self._hint = label("", "small", wraps=True)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._hint)
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
        return holder

    def _mark(self, line: _Line) -> QIcon:
        return self._icons["in hand" if line.in_hand else "done" if line.done else "waits"]

    def show_bench(self, bench: BenchSnapshot) -> None:
        """Show what belongs into the open parcel."""
        parcel = bench.parcel
        if parcel is None:
            return
        taken = sum(min(line.received, line.quantity) for line in parcel.expected)
        announced = sum(line.quantity for line in parcel.expected)
        heading = self._words("In the box: {taken} of {announced}", taken=taken, announced=announced)
        self.say_heading(heading if announced else self._words("In the box: {taken}", taken=len(parcel.items)))
        self.table.show_rows(self._lines(parcel, bench.item))
        self._hint.setText(self._say_hint(parcel))

    def _lines(self, parcel: ParcelSnapshot, in_hand: ItemSnapshot | None) -> list[_Line]:
        announced = {line.product.id for line in parcel.expected}
        lines = [self._announced(line, parcel, in_hand) for line in parcel.expected]
        return lines + [self._taken(item, in_hand) for item in parcel.items if item.product.id not in announced]

    def _announced(self, line: ExpectedLine, parcel: ParcelSnapshot, in_hand: ItemSnapshot | None) -> _Line:
        pieces = [item.number for item in parcel.items if item.product.id == line.product.id]
        return _Line(
            f"{product_name(self._words, line.product)}\n{', '.join(pieces) or line.product.sku}",
            f"{line.received}/{line.quantity}",
            in_hand is not None and in_hand.product.id == line.product.id,
            line.received >= line.quantity,
        )

    def _taken(self, item: ItemSnapshot, in_hand: ItemSnapshot | None) -> _Line:
        return _Line(
            f"{product_name(self._words, item.product)}\n{item.number}",
            item.grade.value if item.grade else "",
            in_hand is not None and item.id == in_hand.id,
            item.disposition is not None or item.held,
        )

    def _say_hint(self, parcel: ParcelSnapshot) -> str:
        if not parcel.expected and not parcel.items:
            return self._words("Nobody announced what is inside: scan what you take out.")
        if parcel.complete:
            return self._words("All is here and decided.")
        return ""
