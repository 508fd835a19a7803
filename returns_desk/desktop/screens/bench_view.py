"""The cards of the bench: parcel, box, item, decision, last steps; all shown from one ``BenchSnapshot``."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from returns_desk.desktop.clock import Clock
from returns_desk.desktop.screens.panels.decision_card import DecisionCard
from returns_desk.desktop.screens.panels.expected_card import ExpectedCard
from returns_desk.desktop.screens.panels.inspection_card import InspectionCard
from returns_desk.desktop.screens.panels.parcel_card import ParcelCard
from returns_desk.desktop.screens.panels.start_card import StartCard
from returns_desk.desktop.screens.panels.steps_card import StepsCard
from returns_desk.desktop.screens.panels.waiting_card import WaitingCard
from returns_desk.desktop.theme import Theme
from returns_desk.domain.snapshots import BenchSnapshot
from returns_desk.wording import Words

_SIDE_PIXELS, _WIDEST_SIDE = 310, 440
_LEAST_MAIN = 690  # what grades and decisions need; beside less the side goes below them
_LEAST_STEPS = 130
_GAP = 10
_ANY_WIDTH = 16_777_215  # QWIDGETSIZE_MAX, which PySide6 does not name


class BenchView(QScrollArea):
    """Shows a bench; scrolls only where the window is smaller than any station's."""

    submitted = Signal(str)

    def __init__(self, words: Words, theme: Theme, clock: Clock) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._parcel = ParcelCard(words, clock)
        self._expected = ExpectedCard(words, theme)
        self._inspection = InspectionCard(words)
        self._decision = DecisionCard(words)
        self._start = StartCard(words, theme)
        self._waiting = WaitingCard(words)
        self._steps = StepsCard(words)
        for card in (self._expected, self._inspection, self._decision, self._waiting, self._steps):
            card.submitted.connect(self.submitted)
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
        main = QVBoxLayout()
        main.setSpacing(_GAP)
        for card in (self._start, self._inspection, self._decision):
            main.addWidget(card)
        below = QHBoxLayout()
        below.setSpacing(_GAP)
        below.addWidget(self._waiting, 1)
        below.addWidget(self._steps, 1)
        main.addLayout(below, 1)
        inside = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addWidget(self._side)
        self._row.addLayout(main, 1)
        self.setWidget(inside)

    def show_bench(self, bench: BenchSnapshot) -> None:
        """Show what stands on the bench; without a parcel the desk teaches and shows what was done."""
        is_open = bench.parcel is not None
        for part in (self._side, self._inspection, self._decision):
            part.setVisible(is_open or (part is self._decision and bench.question is not None))
        self._start.setVisible(not is_open)
        if bench.parcel is not None:
            self._parcel.show_parcel(bench.parcel)
        for card in (self._expected, self._inspection, self._decision, self._waiting, self._steps, self._start):
            card.show_bench(bench)
