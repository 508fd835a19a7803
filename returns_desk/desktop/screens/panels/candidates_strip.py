"""The candidates in short, while a piece is in hand: the likeliest one, and the key that shows them all."""

from PySide6.QtCore import Signal

from returns_desk.desktop.screens.panels.candidates_card import tone_of_sure
from returns_desk.desktop.screens.panels.choosing_keys import CHOOSE
from returns_desk.desktop.widgets.buttons import keyed_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.chip import Chip
from returns_desk.domain.snapshots import BenchSnapshot
from returns_desk.wording import Words


class CandidatesStrip(Card):
    """``opened`` asks for the whole card."""

    opened = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.heading.hide()
        self.head.takeAt(1)  # the room that a heading keeps behind it
        self._words = words
        self._says = label(words("Nobody announced this parcel"), "strong")
        self._choose = keyed_button(words("Match"), CHOOSE, "choose_return")
        self._choose.clicked.connect(self.opened)
        self._likeliest = label("", "quiet", wraps=True)
        self._sure = Chip()
        self.head.setSpacing(12)
        for part in (self._choose, self._says, self._likeliest, self._sure):
            self.head.addWidget(part, 1 if part is self._likeliest else 0)

    def show_bench(self, bench: BenchSnapshot) -> None:
        """Show the likeliest candidate and how many more there are."""
        words, found = self._words, bench.candidates
        self._sure.setVisible(bool(found))
        if not found:
            self._likeliest.setText(words("Nothing fits yet; it can be matched later."))
            return
        first, more = found[0], len(found) - 1
        said = words("Could belong to {number}, {customer}", number=first.number, customer=first.customer)
        self._likeliest.setText(f"{said} {words('and {count} more', count=more)}" if more else said)
        self._sure.show_word(f"{first.sure}%", tone_of_sure(first.sure))
