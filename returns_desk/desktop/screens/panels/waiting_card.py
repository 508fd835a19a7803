"""What waits while no parcel is open: parcels set aside, then those that are announced."""

from PySide6.QtCore import QModelIndex, Signal

from returns_desk.desktop.widgets.card import Card
from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.domain.parcels import ParcelState
from returns_desk.domain.snapshots import BenchSnapshot, WaitingParcel
from returns_desk.wording import Words


class WaitingCard(Card):
    """A row is a parcel; a double click on it opens it, as scanning its label does."""

    submitted = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__(words("Parcels that are awaited"))
        self._words = words
        self.table = Table(
            [
                Column("", lambda parcel: parcel.number, strong=lambda parcel: parcel.vip),
                Column("", lambda parcel: parcel.pieces_in(words.language), stretch=True),
                Column("", lambda parcel: parcel.customer),
                Column("", self._say_mark, tone=lambda _: "ask"),
            ],
            "waiting_parcels",
        )
        self.table.show_only()
        self.table.setMinimumHeight(44)
        self.table.setAccessibleName(words("Parcels that are awaited"))
        self.table.doubleClicked.connect(self._open)
        self.body.addWidget(self.table, 1)

    def _say_mark(self, parcel: WaitingParcel) -> str:
        if parcel.state is not ParcelState.ANNOUNCED:
            return self._words.name(parcel.state)
        return self._words("VIP") if parcel.vip else ""

    def _open(self, index: QModelIndex) -> None:
        self.submitted.emit(self.table.rows_model.rows[index.row()].number)

    def show_bench(self, bench: BenchSnapshot) -> None:
        """Show what waits; nothing while a parcel is open, or when nothing is awaited."""
        self.table.show_rows(bench.parcels_waiting)
        self.setVisible(bool(bench.parcels_waiting))
