"""The open parcel: its numbers, whose it is, how it looks, and whether it came in time."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from returns_desk.desktop.clock import Clock
from returns_desk.desktop.screens.panels.facts import Facts
from returns_desk.desktop.screens.panels.returns_list import ReturnsList, window_chip
from returns_desk.desktop.widgets.card import Card, clear
from returns_desk.desktop.widgets.chip import Chip
from returns_desk.desktop.widgets.tall_scroll import AsTallAsInside
from returns_desk.domain.parcels import OuterCondition
from returns_desk.domain.snapshots import ParcelSnapshot, RmaSnapshot
from returns_desk.wording import Words
from returns_desk.wording.channels import channel

_LEAST_HEIGHT = 96
_OFF_SHARE = 4  # further than a quarter from what was expected is far off


class ParcelCard(Card):
    """Shows a ``ParcelSnapshot``; what finds no room is scrolled inside the card."""

    def __init__(self, words: Words, clock: Clock) -> None:
        super().__init__(words("Parcel"))
        self._words = words
        self._now = clock
        self._told: tuple[ParcelSnapshot, date] | None = None
        self._state = Chip()
        self._marks = QHBoxLayout()
        self._marks.setSpacing(6)
        self.head.addLayout(self._marks)
        self.head.addWidget(self._state)
        self._numbers, self._facts = Facts(), Facts()
        self._returns = ReturnsList(words, clock)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self._numbers, self._returns, self._facts):
            column.addWidget(part)
        column.addStretch(1)
        self.body.addWidget(AsTallAsInside(inside, _LEAST_HEIGHT), 1)

    def show_parcel(self, parcel: ParcelSnapshot) -> None:
        """Show the parcel's facts; one return among them, several each in a block of its own.

        What stands already is left alone: a grade of a piece in it changes nothing here.
        """
        told = (replace(parcel, items=()), self._now().date())
        if told == self._told:
            return
        self._told = told
        words, numbers = self._words, self._numbers
        numbers.clear()
        self._facts.clear()
        self._state.show_word(words.name(parcel.state), "ok" if parcel.rmas else "ask")
        self._show_marks(parcel)
        if parcel.number != parcel.tracking:
            numbers.add(words("Own number"), parcel.number, code=True)
        numbers.add(words("Tracking"), parcel.tracking, code=True)
        if len(parcel.rmas) == 1:
            self._add_return(parcel.rmas[0])
        self._returns.show_returns(parcel.rmas if len(parcel.rmas) > 1 else ())
        self._add_looks(parcel)

    def _show_marks(self, parcel: ParcelSnapshot) -> None:
        """What must not be overlooked stands in the head: which of how many boxes, a weight that cannot be right."""
        words = self._words
        clear(self._marks)
        if parcel.box_no and parcel.box_count:
            said = words("{number} of {count}", number=parcel.box_no, count=parcel.box_count)
            self._marks.addWidget(Chip(said, "brand"))
        if is_far_off(parcel.weight_g, parcel.expected_g):
            self._marks.addWidget(Chip(words("weight!"), "bad"))

    def _add_looks(self, parcel: ParcelSnapshot) -> None:
        words, facts = self._words, self._facts
        facts.add(words("Carrier"), parcel.carrier)
        self._add_weight(parcel)
        if parcel.condition is not None:
            odd = parcel.condition is not OuterCondition.INTACT
            shown = Chip(words.name(parcel.condition), "ask") if odd else None
            facts.add(words("Box looks"), "" if odd else words.name(parcel.condition), beside=shown)
        facts.add(words("Sender"), parcel.sender)
        facts.add("SSCC", parcel.sscc, code=True)
        if parcel.arrived_at is not None:
            facts.add(words("Arrived"), words.moment(parcel.arrived_at), code=True)

    def _add_return(self, rma: RmaSnapshot) -> None:
        words, facts = self._words, self._numbers
        marks = [] if rma.authorized else [Chip(words("without authorization"), "ask")]
        facts.add(words("Return"), rma.number, code=True, beside=marks[0] if marks else None)
        vip = Chip(words("VIP"), "ask") if rma.vip else None
        facts.add(words("Customer"), rma.customer, beside=vip)
        facts.add(words("Order"), rma.order, code=True)
        facts.add(words("Channel"), channel(words, rma.channel))
        facts.add(words("Note"), rma.note)
        chip = window_chip(words, rma, self._now().date())
        if chip is not None:
            facts.add_across(chip)

    def _add_weight(self, parcel: ParcelSnapshot) -> None:
        """The weight; with what was expected beside it when it is far off."""
        words = self._words
        if parcel.weight_g is None:
            return
        chip = None
        if is_far_off(parcel.weight_g, parcel.expected_g):
            chip = Chip(words("expected {weight} kg", weight=words.number((parcel.expected_g or 0) / 1000)), "bad")
        said = words("{weight} kg", weight=words.number(parcel.weight_g / 1000))
        self._facts.add(words("Weight"), said, beside=chip)


def is_far_off(weight_g: int | None, expected_g: int | None) -> bool:
    """Whether a box is so much lighter or heavier than expected that something is wrong."""
    return bool(weight_g and expected_g) and abs((weight_g or 0) - (expected_g or 0)) * _OFF_SHARE > (expected_g or 0)
