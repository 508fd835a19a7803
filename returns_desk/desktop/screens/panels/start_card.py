"""What the desk shows while no parcel is open: how it goes, in four pictures, and what waits."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.chip import Chip, KeyCap
from returns_desk.desktop.widgets.teaching import Teaching
from returns_desk.domain.snapshots import BenchSnapshot
from returns_desk.wording import Words

EXCEPTIONS = "exceptions"


class StartCard(Card):
    """Teaches the four scans; chips tell what waits. ``wanted`` goes to what a person should look at."""

    wanted = Signal(str)

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__(words("How it goes"))
        self._words = words
        self._labels = Chip()
        self._approvals = Chip()
        self._exceptions = push_button("", "waiting_exceptions", "small")
        self._exceptions.clicked.connect(lambda: self.wanted.emit(EXCEPTIONS))
        self.head.addWidget(self._exceptions)
        self.head.addWidget(self._labels)
        self.head.addWidget(self._approvals)
        self.body.addWidget(Teaching(words, theme), 1)
        self.body.addLayout(self._key_line())

    def _key_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addStretch(1)
        for key, means in (
            ("F2", self._words("type a code")),
            ("F9", self._words("camera")),
            ("Ctrl+Z", self._words("undo")),
            ("Ctrl+P", self._words("label again")),
            ("F12", self._words("next parcel")),
        ):
            row.addWidget(KeyCap(key))
            row.addWidget(label(means, "small"))
            row.addSpacing(14)
        row.addStretch(1)
        return row

    def show_bench(self, bench: BenchSnapshot) -> None:
        """Show what waits."""
        labels, approvals = bench.labels_waiting, bench.approvals_waiting
        said = self._words("To look at: {count}", count=bench.exceptions_waiting)
        self._exceptions.setText(said)
        self._exceptions.setAccessibleName(said)
        self._exceptions.setVisible(bench.exceptions_waiting > 0)
        self._labels.show_word(self._words("Labels waiting for the printer: {count}", count=labels), "ask")
        self._labels.setVisible(labels > 0)
        self._approvals.show_word(self._words("Batches waiting for approval: {count}", count=approvals), "ask")
        self._approvals.setVisible(approvals > 0)
