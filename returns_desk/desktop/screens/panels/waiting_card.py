"""What waits while no parcel is open: VIPs and what is due first, as the store orders them."""

from datetime import date

from PySide6.QtCore import QModelIndex, Signal

from returns_desk.desktop.clock import Clock, station_time
from returns_desk.desktop.widgets.card import Card
from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.domain.parcels import ParcelState
from returns_desk.domain.snapshots import BenchSnapshot, WaitingParcel
from returns_desk.wording import Words

_SOON_DAYS = 3


class WaitingCard(Card):
    """A row is a parcel; a double click on it opens it, as scanning its label does."""

    submitted = Signal(str)

    def __init__(self, words: Words, clock: Clock = station_time) -> None:
        super().__init__(words("Parcels that are awaited"))
        self._words, self._now = words, clock
        self.table = Table(
            [
                Column(words("Parcel"), lambda parcel: parcel.number, strong=lambda parcel: parcel.vip),
                Column(words("Items"), lambda parcel: parcel.pieces_in(words.language), stretch=True),
                Column(words("Customer"), self._say_customers),
                Column(words("Refund by"), self._say_due, tone=self._tone_of_due),
                Column("", self._say_mark, tone=lambda _: "ask"),
            ],
            "waiting_parcels",
        )
        self.table.show_only()
        self.table.setMinimumHeight(44)
        self.table.setAccessibleName(words("Parcels that are awaited"))
        self.table.doubleClicked.connect(self._open)
        self.body.addWidget(self.table, 1)

    def _say_customers(self, parcel: WaitingParcel) -> str:
        """Two names at most; of more the first, and how many others."""
        first, *others = parcel.customer.split(", ")
        return f"{first} +{len(others)}" if len(others) > 1 else parcel.customer

    def _say_mark(self, parcel: WaitingParcel) -> str:
        if parcel.state is not ParcelState.ANNOUNCED:
            return self._words.name(parcel.state)
        return self._words("VIP") if parcel.vip else ""

    def _say_due(self, parcel: WaitingParcel) -> str:
        return self._words.date(parcel.due) if parcel.due else ""

    def _tone_of_due(self, parcel: WaitingParcel) -> str:
        return due_tone(parcel.due, self._now().date())

    def _open(self, index: QModelIndex) -> None:
        self.submitted.emit(self.table.rows_model.rows[index.row()].number)

    def show_bench(self, bench: BenchSnapshot) -> None:
        """Show what waits; nothing while a parcel is open or a piece in hand, or when nothing is awaited."""
        self.table.show_rows(bench.parcels_waiting)
        self.setVisible(bool(bench.parcels_waiting) and bench.item is None)


def due_tone(due: date | None, today: date) -> str:
    """How a last day looks: past or today is bad, a few days off is a warning."""
    if due is None:
        return ""
    left = (due - today).days
    return "bad" if left <= 0 else "ask" if left <= _SOON_DAYS else ""
