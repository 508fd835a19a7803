"""The three reasons on one line: what the customer said, what was found, what the supplier is told; who answers for it.

Quiet until there is a grade: before that nothing was found yet.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from returns_desk.desktop.screens.panels.choosing import FOUND_KEY
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.elided import ElidedLabel
from returns_desk.desktop.widgets.restyle import restyle
from returns_desk.domain.reasons import found_reason, suggested_liability, supplier_reason
from returns_desk.domain.snapshots import BenchSnapshot, ItemSnapshot, NextStep
from returns_desk.wording import Words

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

_HEIGHT = 44


class ReasonsLine(QWidget):
    """``found_wanted`` and ``liability_wanted`` open their choosers."""

    found_wanted = Signal()
    liability_wanted = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.setFixedHeight(_HEIGHT)
        self._says, self._told = ElidedLabel("quiet"), ElidedLabel("quiet")
        lines = QVBoxLayout()
        lines.setSpacing(0)
        for line in (self._says, self._told):
            lines.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)  # each as wide as it is, not as the other
        self._found = self._make_button("found_reason", self.found_wanted)
        self._liability = self._make_button("liability", self.liability_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(lines)
        row.addStretch(1)
        row.addWidget(self._found)
        row.addWidget(self._liability)

    def _make_button(self, name: str, wanted: "SignalInstance") -> QPushButton:
        button = push_button("", name, "said")
        button.setToolTip(FOUND_KEY)
        button.clicked.connect(lambda: wanted.emit())
        return button

    def show_bench(self, bench: BenchSnapshot) -> None:
        """Show the reasons of the piece in hand, or what is to be done without one."""
        item = bench.item
        graded = item is not None and item.grade is not None
        for button in (self._found, self._liability):
            button.setVisible(graded)
        if item is None:
            self._told.hide()
            self._says.show_text(self._say_way_on(bench))
            return
        self._says.show_text(self._say_stated(item))
        self._told.show_text(self._say_told(item))
        self._told.setVisible(graded)
        if graded:
            self._show_found(item, bench)

    def _say_way_on(self, bench: BenchSnapshot) -> str:
        if bench.next_step is NextStep.NEXT_PARCEL:
            return self._words("Scan the next parcel, or close this one with Enter.")
        return self._words("Scan a piece out of the parcel.")

    def _say_stated(self, item: ItemSnapshot) -> str:
        if item.stated is None:
            return self._words("SKU {sku}", sku=item.product.sku)
        return self._words("Customer: {reason}", reason=self._words.name(item.stated))

    def _say_told(self, item: ItemSnapshot) -> str:
        """What the supplier would be told."""
        if item.grade is None:
            return ""
        told = supplier_reason(item.findings, item.stated, item.grade, item.found)
        return self._words("To supplier: {reason}", reason=self._words.name(told))

    def _show_found(self, item: ItemSnapshot, bench: BenchSnapshot) -> None:
        words = self._words
        suggested = found_reason(item.findings, item.grade, item.stated) if item.grade else None
        found = item.found or suggested
        assert found is not None
        usual = suggested_liability(found, bench.parcel.condition if bench.parcel else None, item.stated)
        answers = item.liability or usual
        who = words.name(answers) if answers else words("nobody")
        _say(self._found, words("Found: {reason}", reason=words.name(found)), sure=item.found not in (None, suggested))
        _say(self._liability, words("Answers for it: {who}", who=who), sure=item.liability not in (None, usual))


def _say(button: QPushButton, text: str, *, sure: bool) -> None:
    """A reason that is not the one the rule would say is strong: a person said it."""
    button.setText(text)
    button.setAccessibleName(text)
    restyle(button, sure="true" if sure else "false")
