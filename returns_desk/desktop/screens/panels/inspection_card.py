"""The item in hand: what it is, its grade, and what was found at it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from returns_desk.desktop.keys import GRADE_KEYS
from returns_desk.desktop.screens.panels.names import product_name
from returns_desk.desktop.widgets.buttons import GradeButton, push_button
from returns_desk.desktop.widgets.card import Card, clear, code_label, label
from returns_desk.desktop.widgets.chip import Chip
from returns_desk.desktop.widgets.flow_layout import FlowLayout
from returns_desk.domain.grades import Finding, Grade
from returns_desk.domain.items import ReceiptOutcome
from returns_desk.domain.snapshots import BenchSnapshot, ItemSnapshot, NextStep
from returns_desk.wording import Words


class InspectionCard(Card):
    """Six grades and the findings; each submits its command barcode."""

    submitted = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__(words("Inspection"))
        self._words = words
        self._name = label("", "title")
        self._number = code_label("", "quiet")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        for part in (self._name, self._number):
            self.head.insertWidget(self.head.count() - 1, part)
        self.head.addLayout(self._chips)
        self._says = label("", "quiet", wraps=True)
        self.body.addWidget(self._says)
        self._grades = self._make_grades()
        self._findings = self._make_findings()

    def _make_grades(self) -> dict[Grade, GradeButton]:
        row = QHBoxLayout()
        row.setSpacing(10)
        made = {}
        for grade in Grade:
            button = GradeButton(grade.value, self._words.name(grade), GRADE_KEYS[grade])
            button.clicked.connect(lambda _=False, code=grade.value: self.submitted.emit(f"DO-{code}"))
            row.addWidget(button, 1)
            made[grade] = button
        self.body.addLayout(row)
        return made

    def _make_findings(self) -> dict[Finding, QPushButton]:
        holder = QWidget()
        flow = FlowLayout(holder)
        made = {}
        for finding in Finding:
            button = push_button(self._words.name(finding), f"finding_{finding.name.lower()}", "chip")
            button.setCheckable(True)
            button.toggled.connect(lambda _=False, one=finding: self._on_toggled(one))
            button.clicked.connect(lambda _=False, code=finding.value: self.submitted.emit(f"DO-F-{code}"))
            flow.addWidget(button)
            made[finding] = button
        self.body.addWidget(holder)
        return made

    def _on_toggled(self, finding: Finding) -> None:
        """Pressing does not check a finding: the store's answer does."""
        button = self._findings[finding]
        button.setChecked(bool(button.property("found")))

    def show_bench(self, bench: BenchSnapshot) -> None:
        """Show the item in hand; without one the buttons wait."""
        item = bench.item
        for button in (*self._grades.values(), *self._findings.values()):
            button.setEnabled(item is not None)
        for grade, grade_button in self._grades.items():
            grade_button.show_chosen(item is not None and item.grade is grade)
        for finding, button in self._findings.items():
            button.setProperty("found", item is not None and finding in item.findings)
            button.setChecked(bool(button.property("found")))
        self._show_item(item, bench)

    def _show_item(self, item: ItemSnapshot | None, bench: BenchSnapshot) -> None:
        clear(self._chips)
        self._name.setText(product_name(self._words, item.product) if item else self._say_empty(bench))
        self._number.setText(item.number if item else "")
        # always one line, so that nothing below it jumps
        self._says.setText(self._say_more(item, bench) if item else self._say_way_on(bench))
        for word, tone in self._marks(item) if item else ():
            self._chips.addWidget(Chip(word, tone))

    def _say_empty(self, bench: BenchSnapshot) -> str:
        done = bench.next_step is NextStep.NEXT_PARCEL
        return self._words("All is decided") if done else self._words("No item in hand yet")

    def _say_way_on(self, bench: BenchSnapshot) -> str:
        if bench.next_step is NextStep.NEXT_PARCEL:
            return self._words("Scan the next parcel, or close this one with Enter.")
        return self._words("Scan a piece out of the parcel.")

    def _marks(self, item: ItemSnapshot) -> list[tuple[str, str]]:
        marks = []
        if item.outcome is not ReceiptOutcome.EXPECTED:
            marks.append((self._words.name(item.outcome), "ask"))
        if item.held:
            marks.append((self._words("On hold"), "bad"))
        if item.quantity > 1:
            marks.append((f"× {item.quantity}", ""))
        return marks

    def _say_more(self, item: ItemSnapshot, bench: BenchSnapshot) -> str:
        """The item's other numbers and what the customer said, on one line."""
        words = self._words
        parts = [words("SKU {sku}", sku=item.product.sku)]
        if item.serial:
            parts.append(words("Serial {serial}", serial=item.serial))
        if item.stated is not None:
            parts.append(words("The customer says: {reason}", reason=words.name(item.stated)))
        rmas = bench.parcel.rmas if bench.parcel else ()
        wanted = next((rma.wanted for rma in rmas if rma.number == item.rma), None)
        if wanted is not None:
            parts.append(words("and asks for: {outcome}", outcome=words.name(wanted)))
        return " · ".join(parts)
