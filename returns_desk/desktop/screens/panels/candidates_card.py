"""What a parcel that nobody announced could belong to, each with its grounds: matched by one key, scan or press."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QWidget

from returns_desk.desktop.screens.joined import joined
from returns_desk.desktop.screens.panels.choosing_keys import (
    LATER,
    NOT_OURS,
    UNAUTHORIZED,
    WAYS,
    asks_for_return,
)
from returns_desk.desktop.widgets.buttons import keyed_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.flow_layout import FlowLayout
from returns_desk.desktop.widgets.table import ROW_PIXELS, Column, Table
from returns_desk.domain.candidates import ReturnCandidate
from returns_desk.domain.snapshots import BenchSnapshot
from returns_desk.wording import Words
from returns_desk.wording.candidates import say_candidate

_SURE, _MAYBE = 80, 30


class CandidatesCard(Card):
    """A table of candidates and the other ways; ``later`` leaves the parcel unmatched for now."""

    submitted = Signal(str)
    chosen = Signal(object)  # ReturnCandidate
    later = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(words("Could belong to: scan or press the number"))
        self._words = words
        self._bench: BenchSnapshot | None = None
        self.table = Table(self._columns(), "candidates")
        self.table.show_only()
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.table.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
        self.table.setAccessibleName(words("Could belong to"))
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setCursor(Qt.CursorShape.PointingHandCursor)
        self.table.clicked.connect(self._on_clicked)
        self._none = label(
            words("Nothing fits yet. Scan what is inside, or a paper from the box."), "quiet", wraps=True
        )
        self._hint = label(
            words("Every scan of an order, a phone number or a serial finds more; F2 is for typing one."),
            "small",
            wraps=True,
        )
        self.body.addWidget(self.table)
        self.body.addWidget(self._none)
        self.body.addWidget(self._make_ways())
        self.body.addWidget(self._hint)

    def _columns(self) -> list[Column]:
        words = self._words
        return [
            Column("", self._say_key, tone=lambda _: ""),
            Column(words("Return"), self._say_number, strong=lambda one: one is self._first()),
            Column(words("Customer"), self._say_customer),
            Column(words("Why we think so"), self._say_why, stretch=True),
            Column(words("Sure"), lambda one: f"{one.sure}%", at_end=True, tone=lambda one: tone_of_sure(one.sure)),
        ]

    def _make_ways(self) -> QWidget:
        words, holder = self._words, QWidget()
        flow = FlowLayout(holder, gap=10)
        self._later = keyed_button(words("Match later"), LATER, "match_later")
        self._leave = keyed_button(words("No, leave it"), "Esc", "leave_question")
        for button in (self._later, self._leave):
            button.clicked.connect(self.later)
            flow.addWidget(button)
        names = {
            UNAUTHORIZED: (words("Return without authorization"), "without_authorization"),
            NOT_OURS: (words("Not ours: send back"), "not_ours"),
        }
        self._ways = []
        for key, code in WAYS.items():
            button = keyed_button(names[code][0], key, names[code][1])
            button.clicked.connect(lambda _=False, code=code: self.submitted.emit(code))
            flow.addWidget(button)
            self._ways.append(button)
        return holder

    def show_bench(self, bench: BenchSnapshot) -> None:
        """Show the candidates there are now."""
        self._bench = bench
        found, words = bench.candidates, self._words
        none = words("Nobody announced this parcel")
        self.say_heading(words("Could belong to: scan or press the number") if found else none)
        self.table.show_rows(found)
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + ROW_PIXELS * len(found) + 2)
        self.table.setVisible(bool(found))
        self._none.setVisible(not found)
        asked = asks_for_return(bench)
        self._leave.setVisible(asked)
        for button in (self._later, *self._ways):
            button.setVisible(not asked)
        self._hint.setVisible(not asked)

    def _first(self) -> ReturnCandidate | None:
        return self._bench.candidates[0] if self._bench and self._bench.candidates else None

    def _say_key(self, one: ReturnCandidate) -> str:
        return str(self._bench.candidates.index(one) + 1) if self._bench else ""

    def _say_number(self, one: ReturnCandidate) -> str:
        match one.kind:
            case "order":
                return self._words("Order {number}", number=one.number)
            case "parcel":
                return self._words("Parcel {number}", number=one.number)
        return one.number

    def _say_customer(self, one: ReturnCandidate) -> str:
        return joined(self._words, one.customer, self._words("VIP")) if one.vip else one.customer

    def _say_why(self, one: ReturnCandidate) -> str:
        return say_candidate(self._words, one)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(self.table.rows_model.rows[index.row()])


def tone_of_sure(sure: int) -> str:
    """How sure a candidate looks."""
    return "ok" if sure >= _SURE else "ask" if sure >= _MAYBE else ""
