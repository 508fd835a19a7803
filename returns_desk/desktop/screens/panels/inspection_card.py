"""The item in hand: what it is, why it came back, its grade, what is checked, and what was found at it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from returns_desk.desktop.clock import Clock
from returns_desk.desktop.screens.panels.checks_row import ChecksRow
from returns_desk.desktop.screens.panels.choosing import Chooser, found_reasons, liabilities
from returns_desk.desktop.screens.panels.findings_row import FindingsRow
from returns_desk.desktop.screens.panels.grades_row import GradesRow
from returns_desk.desktop.screens.panels.names import product_name
from returns_desk.desktop.screens.panels.photos_part import PhotosPart
from returns_desk.desktop.screens.panels.piece_marks import MARKS, MARKS_KEY, number_marks, state_marks
from returns_desk.desktop.screens.panels.reasons_line import ReasonsLine
from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, clear, code_label
from returns_desk.desktop.widgets.elided import ElidedLabel
from returns_desk.desktop.widgets.mark_chip import MarkChip
from returns_desk.domain.snapshots import BenchSnapshot, ItemSnapshot, NextStep
from returns_desk.wording import Words

SHORT, ROOMY = 620, 800  # pixels of the bench's height: below and above, what has room changes


class InspectionCard(Card):
    """Each button submits its command barcode; what stands for no scan has a signal of its own."""

    submitted = Signal(str)
    chooser_wanted = Signal(object)  # Chooser
    check_answered = Signal(str, str)  # the check's code, the answer
    wanted = Signal(str)  # an act that no scan stands for: lot and last day

    def __init__(self, words: Words, theme: Theme, clock: Clock) -> None:
        super().__init__(words("Inspection"))
        self._words, self._theme, self._now = words, theme, clock
        self._is_short = self._shares = False
        self._name = ElidedLabel("title")
        self._number = code_label("", "quiet")
        self._marks = QHBoxLayout()
        self._marks.setSpacing(6)
        for part in (self._name, self._number):
            self.head.insertWidget(self.head.count() - 1, part)
        self.head.addLayout(self._marks)
        self._read = push_button(words("Lot, date"), "marks_open", "quiet")
        self._read.setToolTip(MARKS_KEY)
        self._read.clicked.connect(lambda: self.wanted.emit(MARKS))
        self.head.addWidget(self._read)
        self._reasons = ReasonsLine(words)
        self.grades = GradesRow(words, self)
        self.checks = ChecksRow(words, theme)
        self._findings = FindingsRow(words)
        self.photos = PhotosPart(words, theme)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for part in (self._reasons, self.grades, self.checks):
            self.body.addWidget(part)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(self._findings, 1)
        below.addWidget(self.photos)
        self.body.addLayout(below)

    def _connect(self) -> None:
        for part in (self.grades, self._findings):
            part.submitted.connect(self.submitted)
        for asking in (self._findings, self.checks):
            asking.chooser_wanted.connect(self.chooser_wanted)
        self.checks.answered.connect(self.check_answered)
        self._reasons.found_wanted.connect(lambda: self._want(found_reasons(self._words)))
        self._reasons.liability_wanted.connect(lambda: self._want(liabilities(self._words)))

    def _want(self, chooser: Chooser) -> None:
        self.chooser_wanted.emit(chooser)

    def make_room(self, height: int, *, shares: bool = False) -> None:
        """Fit into a window whose bench is so many pixels high; ``shares``: another line stands below."""
        self._shares = shares
        self._is_short = height < SHORT
        self.tighten(self._is_short)
        self.grades.make_room(height >= ROOMY)
        self._share_line()

    def _share_line(self) -> None:
        """Findings and photographs have two lines, where there is room for them."""
        one_line = self._is_short and (self._shares or not self.checks.isHidden())
        self._findings.take_lines(1 if one_line else 2)
        self.photos.fold(one_line)

    def show_pressed(self, digit: str) -> None:
        """Show the grade of a key that was pressed and is not yet given."""
        self.grades.show_pressed(digit)

    def show_bench(self, bench: BenchSnapshot) -> None:
        """Show the item in hand; without one the buttons wait."""
        self._show_head(bench.item, bench)
        self._reasons.show_bench(bench)
        self.grades.show_bench(bench)
        self.checks.show_bench(bench)
        self.photos.show_bench(bench)
        self._share_line()
        self._findings.show_bench(bench)

    def _show_head(self, item: ItemSnapshot | None, bench: BenchSnapshot) -> None:
        clear(self._marks)
        self._name.show_text(product_name(self._words, item.product) if item else self._say_empty(bench))
        self._number.setText(item.number if item else "")
        self._read.setVisible(item is not None)
        if item is None:
            return
        for mark in (*state_marks(self._words, item), *number_marks(self._words, item, self._now().date())):
            self._marks.addWidget(MarkChip(self._theme, mark))

    def _say_empty(self, bench: BenchSnapshot) -> str:
        done = bench.next_step is NextStep.NEXT_PARCEL
        return self._words("All is decided") if done else self._words("No item in hand yet")
