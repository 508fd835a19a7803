"""The returns in one box, each in two lines: its number and whose it is, how long it may still come back."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from returns_desk.desktop.clock import Clock
from returns_desk.desktop.screens.joined import joined
from returns_desk.desktop.widgets.card import clear, code_label, label
from returns_desk.desktop.widgets.chip import Chip
from returns_desk.domain.snapshots import RmaSnapshot
from returns_desk.wording import Words


class ReturnsList(QWidget):
    """Shows ``RmaSnapshot``s under each other; nothing for none."""

    def __init__(self, words: Words, clock: Clock) -> None:
        super().__init__()
        self.setObjectName("returns_in_box")
        self._words, self._now = words, clock
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_returns(self, rmas: tuple[RmaSnapshot, ...]) -> None:
        """Show these."""
        clear(self._column)
        for rma in rmas:
            self._column.addWidget(self._block(rma))
        self.setVisible(bool(rmas))

    def _block(self, rma: RmaSnapshot) -> QWidget:
        words = self._words
        chips = [Chip(words("VIP"), "ask")] if rma.vip else []
        window = window_chip(words, rma, self._now().date(), short=True)
        first = [code_label(rma.number), *chips, *([window] if window else [])]
        more = joined(words, rma.customer, rma.order, rma.note)
        block = QWidget()
        lines = QVBoxLayout(block)
        lines.setContentsMargins(0, 2, 0, 2)
        lines.setSpacing(0)
        lines.addLayout(_row(first))
        if more:
            lines.addWidget(label(more, "quiet", wraps=True))
        return block


def _row(parts: list[QLabel]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row


def window_chip(words: Words, rma: RmaSnapshot, today: date, *, short: bool = False) -> Chip | None:
    """How long the return may still come; ``None`` where no end was named."""
    if rma.expires is None:
        return None
    left = (rma.expires - today).days
    if left < 0:
        day = words.date(rma.expires)
        said = words("ended {day}", day=day) if short else words("The return window ended on {day}", day=day)
        return Chip(said, "bad")
    if short:
        return Chip(words("days left: {days}", days=left), "ok")
    return Chip(words("In the return window, days left: {days}", days=left), "ok")
