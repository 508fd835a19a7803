"""What the desk shows while no parcel is open: how it goes, in four pictures, and what waits."""

from PySide6.QtWidgets import QHBoxLayout

from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.chip import Chip, KeyCap
from returns_desk.desktop.widgets.empty_state import Teaching
from returns_desk.domain.snapshots import BenchSnapshot
from returns_desk.wording import Words


class StartCard(Card):
    """Teaches the four scans; chips tell what waits."""

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__(words("How it goes"))
        self._words = words
        self._labels = Chip()
        self._approvals = Chip()
        self.head.addWidget(self._labels)
        self.head.addWidget(self._approvals)
        self.body.addWidget(Teaching(theme, teaching_steps(words)), 1)
        self.body.addLayout(self._key_line())

    def _key_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addStretch(1)
        for key, means in (
            ("F2", self._words("type a code")),
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
        for chip, count, sentence in (
            (self._labels, bench.labels_waiting, "Labels waiting for the printer: {count}"),
            (self._approvals, bench.approvals_waiting, "Batches waiting for approval: {count}"),
        ):
            chip.setVisible(count > 0)
            chip.show_word(self._words(sentence, count=count), "ask")


def teaching_steps(words: Words) -> tuple[tuple[str, str, str], ...]:
    """The four scans: icon, name, what to do."""
    return (
        ("package", words("Parcel"), words("Scan the shipping label or the return number.")),
        ("scan-barcode", words("Item"), words("Scan the barcode of what is inside.")),
        ("clipboard-check", words("Grade"), words("Scan the grade, or press 1 to 5.")),
        ("gavel", words("Decision"), words("Scan OK or press Enter: the label is printed.")),
    )
