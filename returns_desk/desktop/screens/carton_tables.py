"""Two tables of the page of cartons: the cartons themselves, and the pieces that lie in none yet."""

from collections import Counter

from returns_desk.desktop.screens.panels.names import product_name
from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.domain.snapshots import BatchSnapshot, CartonSnapshot
from returns_desk.wording import Words

_MOST_ROWS = 3


class CartonTable(Table):
    """``carton_table``: one row a carton; ``chosen`` tells the one that is clicked."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._lines: Counter[str] = Counter()
        super().__init__(self._columns(), "carton_table")
        self.setAccessibleName(words("Cartons"))

    def _columns(self) -> tuple[Column, ...]:
        words = self._words
        return (
            Column(words("Carton"), lambda box: box.number),
            Column("SSCC", lambda box: box.sscc, stretch=True),
            Column(words("Items"), lambda box: words.number(self._lines[box.number]), at_end=True),
            Column(words("Weight"), self._say_weight, at_end=True),
            Column(words("State"), self._say_state, tone=lambda box: "ok" if box.closed else "ask"),
        )

    def _say_weight(self, box: CartonSnapshot) -> str:
        return self._words("{kilos} kg", kilos=self._words.number(box.weight_g / 1000)) if box.weight_g else ""

    def _say_state(self, box: CartonSnapshot) -> str:
        return self._words("Closed") if box.closed else self._words("Still open")

    def show_cartons(self, batch: BatchSnapshot, current: str) -> None:
        """Show the cartons of a batch, with one of them chosen."""
        self._lines = Counter(line.carton for line in batch.lines)
        self.show_up_to(batch.cartons, _MOST_ROWS)
        numbers = [box.number for box in batch.cartons]
        self.setVisible(bool(numbers))
        if current in numbers:
            self.selectionModel().blockSignals(True)
            self.choose(numbers.index(current))
            self.selectionModel().blockSignals(False)
            self.viewport().update()


class UnpackedTable(Table):
    """``unpacked_lines``: what still has to go into a carton."""

    def __init__(self, words: Words) -> None:
        columns = (
            Column(words("Not packed yet"), lambda line: line.item.number),
            Column(words("Product"), lambda line: product_name(words, line.item.product), stretch=True),
            Column(words("Units"), lambda line: words.number(line.item.quantity), at_end=True),
        )
        super().__init__(columns, "unpacked_lines")
        self.setAccessibleName(words("Not packed yet"))
        self.show_only()
