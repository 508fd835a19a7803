"""The cards of the bench: parcel, box, item, decision, last steps; all shown from one ``BenchSnapshot``."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from returns_desk.desktop.clock import Clock
from returns_desk.desktop.screens.choices import Choices
from returns_desk.desktop.screens.matching import Matching
from returns_desk.desktop.screens.panels.customer_card import CustomerCard
from returns_desk.desktop.screens.panels.decision_card import DecisionCard
from returns_desk.desktop.screens.panels.expected_card import FACTS, ExpectedCard, is_facts_key
from returns_desk.desktop.screens.panels.inspection_card import ROOMY, SHORT, InspectionCard
from returns_desk.desktop.screens.panels.parcel_card import ParcelCard
from returns_desk.desktop.screens.panels.piece_marks import MARKS, is_marks_key
from returns_desk.desktop.screens.panels.start_card import StartCard
from returns_desk.desktop.screens.panels.steps_card import StepsCard
from returns_desk.desktop.screens.panels.waiting_card import WaitingCard
from returns_desk.desktop.theme import Theme
from returns_desk.domain.snapshots import BenchSnapshot, QuestionKind
from returns_desk.wording import Words

_SIDE_PIXELS, _WIDEST_SIDE = 310, 440
_LEAST_MAIN = 690  # what grades and decisions need; beside less the side goes below them
_LEAST_STEPS = 130
_GAP, _GAP_IN_SHORT = 10, 6
_LEAST_PARCEL = 200  # of the side: what is longer is scrolled in its card
_ANY_WIDTH = 16_777_215  # QWIDGETSIZE_MAX, which PySide6 does not name


class BenchView(QScrollArea):
    """Shows a bench; scrolls only where the window is smaller than any station's."""

    submitted = Signal(str)
    note_written = Signal(str, str)  # the piece's id, the note
    check_answered = Signal(str, str)  # the check's code, the answer
    matched = Signal(object)  # the ReturnCandidate that the open parcel belongs to
    wanted = Signal(str)  # an act that no scan stands for: facts of the parcel, an amount, a dispute

    def __init__(self, words: Words, theme: Theme, clock: Clock) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._words = words
        self._bench: BenchSnapshot | None = None
        self._parcel = ParcelCard(words, clock)
        self._expected = ExpectedCard(words, theme)
        self._inspection = InspectionCard(words, theme, clock)
        self._decision = DecisionCard(words)
        self._start = StartCard(words, theme)
        self._customer = CustomerCard(words)
        self._matching = Matching(words, self)
        self._waiting = WaitingCard(words, clock)
        self._steps = StepsCard(words)
        for card in (self._expected, self._inspection, self._decision, self._waiting, self._steps):
            card.submitted.connect(self.submitted)
        self._customer.submitted.connect(self.submitted)
        self._matching.submitted.connect(self.submitted)
        self._matching.chosen.connect(self.matched)
        self._matching.changed.connect(self._show_again)
        for asking in (self._expected, self._inspection, self._customer, self._start):
            asking.wanted.connect(self.wanted)
        self._choices = Choices(words, self._inspection, self._decision, self._steps)
        for told, tells in (
            (self._choices.submitted, self.submitted),
            (self._choices.note_written, self.note_written),
            (self._choices.check_answered, self.check_answered),
            (self._choices.wanted, self.wanted),
        ):
            told.connect(tells)
        self._side = self._build_side()
        self._lay_out()

    def _build_side(self) -> QWidget:
        side = QWidget()
        self._side_layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, side)
        self._side_layout.setContentsMargins(0, 0, 0, 0)
        self._side_layout.setSpacing(_GAP)
        self._side_layout.addWidget(self._parcel)
        self._side_layout.addWidget(self._expected, 1)
        return side

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side takes its share of a wide window; in a narrow one, as beside the camera, it stands below."""
        super().resizeEvent(event)
        self._share_room()
        if self._bench is not None:
            self._show_inspection(self._bench)
        self._decision.make_room(self.height() < SHORT)
        self._main.setSpacing(_GAP_IN_SHORT if self.height() < SHORT else _GAP)
        self._steps.make_room(self._is_short())
        self._customer.make_room(is_short=self.height() < SHORT)
        if self.width() < _SIDE_PIXELS + _GAP + _LEAST_MAIN:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(_ANY_WIDTH)
            self._row.setDirection(QBoxLayout.Direction.BottomToTop)
            self._side_layout.setDirection(QBoxLayout.Direction.LeftToRight)
            self._steps.setMinimumHeight(_LEAST_STEPS)
            return
        self._row.setDirection(QBoxLayout.Direction.LeftToRight)
        self._side_layout.setDirection(QBoxLayout.Direction.TopToBottom)
        self._steps.setMinimumHeight(0)
        self._side.setFixedWidth(min(max(_SIDE_PIXELS, self.width() * 23 // 100), _WIDEST_SIDE))

    def _lay_out(self) -> None:
        self._main = main = QVBoxLayout()
        main.setSpacing(_GAP)
        main.addWidget(self._start)
        main.addWidget(self._matching.card)
        for card in (self._inspection, self._decision, self._customer, self._matching.strip):
            main.addWidget(card)
        below = QHBoxLayout()
        below.setSpacing(_GAP)
        below.addWidget(self._waiting, 3)
        below.addWidget(self._steps, 2)
        main.addLayout(below, 1)
        inside = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addWidget(self._side)
        self._row.addLayout(main, 1)
        self.setWidget(inside)
        self._inspection.grades.show_guides_over(inside)
        self._decision.show_wholes_over(inside)

    def _is_short(self) -> bool:
        """Whether an open parcel leaves no room for a list of steps."""
        in_hand = self._bench is not None and self._bench.item is not None
        return self.height() < SHORT and in_hand and not self._matching.is_choosing

    def show_pressed(self, digit: str) -> None:
        """Show the grade of a key that was pressed and is not yet given."""
        self._inspection.show_pressed(digit)

    @property
    def is_choosing(self) -> bool:
        """Whether a choice is open, so that digits answer it."""
        return self._choices.chooser is not None or self._matching.is_choosing

    def take_key(self, event: QKeyEvent) -> bool:
        """A key that matches, opens or answers something on one of the cards; say whether it meant something."""
        if self._choices.chooser is None and (self._matching.take_key(event) or self._wants(event)):
            return True
        return self._choices.take_key(event)

    def _share_room(self) -> None:
        """In a short window a question, the customer's line or the candidates' takes one of the findings' lines."""
        asked = self._bench is not None and self._bench.question is not None
        beside = asked or not (self._customer.isHidden() and self._matching.strip.isHidden())
        self._inspection.make_room(self.height(), shares=beside)
        self._parcel.setMaximumHeight(max(_LEAST_PARCEL, self.height() - self._expected.least_height))

    def _show_inspection(self, bench: BenchSnapshot) -> None:
        """While one chooses, the inspection stands below the candidates where there is room for both."""
        beside = self.height() >= ROOMY
        self._inspection.setVisible(_in_work(bench) and (beside or not self._matching.is_choosing))

    def _wants(self, event: QKeyEvent) -> bool:
        """Ctrl+1 to 5 agree with the customer, Ctrl+E notes what is known of the parcel, Ctrl+L of the piece."""
        bench = self._bench
        if bench is None:
            return False
        if bench.parcel is not None and is_facts_key(event):
            self.wanted.emit(FACTS)
            return True
        if bench.item is not None and is_marks_key(event):
            self.wanted.emit(MARKS)
            return True
        return self._customer.take_key(event, bench)

    def _show_again(self) -> None:
        if self._bench is not None:
            self.show_bench(self._bench)

    def show_bench(self, bench: BenchSnapshot) -> None:
        """Show what stands on the bench; with nothing on it the desk teaches and shows what was done."""
        self._bench = bench
        in_work = _in_work(bench)
        self._choices.show_bench(bench)
        self._matching.show_bench(bench)
        choosing = self._matching.is_choosing
        self._side.setVisible(bench.parcel is not None)
        self._show_inspection(bench)
        self._decision.setVisible(not choosing and (in_work or bench.question is not None))
        asked = bench.question.kind if bench.question else QuestionKind.AGREE_AMOUNT
        calm = asked is QuestionKind.AGREE_AMOUNT and not choosing and self._matching.strip.isHidden()
        self._customer.setVisible(bench.item is not None and calm)
        self._start.setVisible(not in_work and not choosing)
        if bench.parcel is not None:
            self._parcel.show_parcel(bench.parcel)
        self._customer.show_bench(bench)
        for card in (self._expected, self._inspection, self._decision, self._waiting, self._steps, self._start):
            card.show_bench(bench)
        self._share_room()
        self._steps.make_room(self._is_short())


def _in_work(bench: BenchSnapshot) -> bool:
    """Whether a parcel is open, or a piece in hand whose parcel was finished before."""
    return bench.parcel is not None or bench.item is not None
