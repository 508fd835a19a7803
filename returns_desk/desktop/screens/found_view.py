"""What was found, as a list; where it is short, the newest items stand below it, so that no half is empty."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from returns_desk.desktop.screens.item_jobs import FoundLook
from returns_desk.desktop.screens.thing_words import say_kind, say_state, title_of, tone_of
from returns_desk.desktop.screens.two_lines import hug_rows, show_two_lines
from returns_desk.desktop.widgets.card import Card
from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.domain.snapshots import Found
from returns_desk.wording import Words

_GAP = 10


class FoundView(QWidget):
    """``chosen`` tells the ``Found`` that a person chose, in either list."""

    chosen = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.results = self._make_table("found")
        self.newest = self._make_table("newest_items")
        self._found = self._make_card(self.results)
        self._below = self._make_card(self.newest)
        self._below.say_heading(words("Newest items"))
        hug_rows(self.results)
        self._found.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self._found)
        column.addWidget(self._below, 1)
        column.addStretch(0)

    def _make_table(self, name: str) -> Table:
        words = self._words
        table = Table(
            (
                Column(words("Number"), lambda found: f"{found.number}\n{say_kind(words, found.kind)}"),
                Column(words("What"), lambda found: f"{title_of(words, found)}\n{found.detail}", stretch=True),
                Column(words("Grade"), lambda found: found.grade, tone=lambda _: "brand"),
                Column(words("State"), lambda found: say_state(words, found), tone=tone_of),
            ),
            name,
        )
        table.setAccessibleName(words("Results") if name == "found" else words("Newest items"))
        show_two_lines(table, 0, 1)
        table.chosen.connect(self.chosen)
        return table

    def _make_card(self, table: Table) -> Card:
        card = Card()
        card.body.setContentsMargins(6, 8, 6, 8)
        card.heading.setContentsMargins(10, 0, 10, 0)
        card.body.addWidget(table)
        return card

    def show_found(self, look: FoundLook) -> None:
        """Show the results; which of them is the current one is said by ``choose``."""
        words = self._words
        self._found.say_heading(words("Results") if look.asked else words("Newest items"))
        self.results.show_rows(look.rows)
        self.newest.show_rows(look.newest)
        self._below.setVisible(bool(look.newest))

    def choose(self, kind: str, number: str) -> Found | None:
        """Make a thing the current one, else the first; ``None`` when it was so already or nothing is there."""
        rows = self.results.rows_model.rows
        places = [(row.kind, row.number) for row in rows]
        place = places.index((kind, number)) if (kind, number) in places else 0
        if not rows or self.results.currentIndex().row() == place:
            return rows[place] if rows else None
        self.results.choose(place)
        return None

    def has(self, kind: str, number: str) -> bool:
        """Whether a thing is among the results."""
        return any((row.kind, row.number) == (kind, number) for row in self.results.rows_model.rows)

    def step(self, by: int) -> None:
        """Choose the next result, or the one before."""
        count = len(self.results.rows_model.rows)
        if count:
            self.results.choose(min(max(self.results.currentIndex().row() + by, 0), count - 1))
