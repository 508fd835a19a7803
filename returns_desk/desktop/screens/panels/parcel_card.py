"""The open parcel: its numbers, whose it is, and whether it came in time."""

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from returns_desk.desktop.clock import Clock
from returns_desk.desktop.screens.panels.facts import Facts
from returns_desk.desktop.widgets.card import Card
from returns_desk.desktop.widgets.chip import Chip
from returns_desk.domain.snapshots import ParcelSnapshot, RmaSnapshot
from returns_desk.wording import Words
from returns_desk.wording.channels import channel


class ParcelCard(Card):
    """Shows a ``ParcelSnapshot``."""

    def __init__(self, words: Words, clock: Clock) -> None:
        super().__init__(words("Parcel"))
        self._words = words
        self._now = clock
        self._facts = Facts()
        self._state = Chip()
        self._window = Chip()
        self.head.addWidget(self._state)
        self.body.addWidget(self._facts)
        chips = QHBoxLayout()
        chips.addWidget(self._window)
        chips.addStretch(1)
        self.body.addLayout(chips)

    def show_parcel(self, parcel: ParcelSnapshot) -> None:
        """Show the parcel's facts; several authorizations in one box stand side by side."""
        words, facts = self._words, self._facts
        facts.clear()
        self._state.show_word(words.name(parcel.state), "ok" if parcel.rmas else "ask")
        if parcel.number != parcel.tracking:
            facts.add(words("Own number"), parcel.number, code=True)
        facts.add(words("Tracking"), parcel.tracking, code=True)
        facts.add(words("Carrier"), parcel.carrier)
        facts.add(words("Return"), "\n".join(rma.number for rma in parcel.rmas), code=True)
        facts.add(words("Customer"), _each(rma.customer for rma in parcel.rmas), beside=self._vip_chip(parcel))
        facts.add(words("Order"), "\n".join(rma.order for rma in parcel.rmas if rma.order), code=True)
        facts.add(words("Channel"), _each(channel(words, rma.channel) for rma in parcel.rmas))
        facts.add(words("Note"), _each(rma.note for rma in parcel.rmas))
        if parcel.arrived_at is not None:
            facts.add(words("Arrived"), words.moment(parcel.arrived_at), code=True)
        self._show_window(parcel.rmas)

    def _vip_chip(self, parcel: ParcelSnapshot) -> QWidget | None:
        return Chip(self._words("VIP"), "ask") if any(rma.vip for rma in parcel.rmas) else None

    def _show_window(self, rmas: tuple[RmaSnapshot, ...]) -> None:
        ends = [rma.expires for rma in rmas if rma.expires is not None]
        self._window.setVisible(bool(ends))
        if not ends:
            return
        left = (min(ends) - self._now().date()).days
        if left >= 0:
            self._window.show_word(self._words("In the return window, days left: {days}", days=left), "ok")
        else:
            day = self._words.date(min(ends))
            self._window.show_word(self._words("The return window ended on {day}", day=day), "bad")


def _each(texts: Iterable[str]) -> str:
    """Texts without repeats, each on a line of its own."""
    return "\n".join(dict.fromkeys(text for text in texts if text))
