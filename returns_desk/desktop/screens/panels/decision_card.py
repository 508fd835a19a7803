"""The four ways for the item, each with its money and what stands against it; the recommended one is filled.

While the desk waits for an answer (a reason, a product, a yes) the question stands here instead.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from returns_desk.desktop.keys import DISPOSITION_KEYS
from returns_desk.desktop.screens.panels.answers import answers_to, dropping_answer, say_question
from returns_desk.desktop.widgets.buttons import ChoiceButton, OptionButton
from returns_desk.desktop.widgets.card import Card
from returns_desk.desktop.widgets.chip import KeyCap
from returns_desk.desktop.widgets.flow_layout import FlowLayout
from returns_desk.domain.items import Disposition
from returns_desk.domain.snapshots import BenchSnapshot, Question
from returns_desk.wording import Words
from returns_desk.wording.options import say_option


class DecisionCard(Card):
    """Option buttons or, with a question open, its answers."""

    submitted = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__(words("Decision"))
        self._words = words
        self._hold = OptionButton("hold", words("Hold"), "F10")
        self._hold.setObjectName("hold")
        self._hold.show_option((words("Not now"),), best=False, is_open=True)
        self._hold.clicked.connect(lambda: self.submitted.emit("DO-HOLD"))
        self._enter = KeyCap("Enter")
        self.head.insertWidget(1, self._enter)
        self._options = {way: self._make_option(way) for way in Disposition}
        self._pages = QStackedLayout()
        self._pages.addWidget(self._options_page())
        self._answers = QWidget()
        self._flow = FlowLayout(self._answers, gap=10)
        self._pages.addWidget(self._answers)
        self.body.addLayout(self._pages)

    def _make_option(self, way: Disposition) -> OptionButton:
        button = OptionButton(way.value, self._words.name(way), DISPOSITION_KEYS[way])
        button.clicked.connect(lambda _=False: self.submitted.emit(f"DO-{way.value.upper()}"))
        return button

    def _options_page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for button in self._options.values():
            row.addWidget(button, 5)
        row.addWidget(self._hold, 3)
        return page

    def show_bench(self, bench: BenchSnapshot) -> None:
        """Show the ways for the item in hand, or the open question."""
        self._hold.setEnabled(bench.item is not None)
        if bench.question is not None:
            self._show_question(bench.question)
            return
        self._pages.setCurrentIndex(0)
        found = bench.recommendation
        best = found.best if found else None
        for way, button in self._options.items():
            option = found.option(way) if found else None
            lines = say_option(self._words, option) if option else ()
            button.show_option(lines, best=way is best, is_open=option is None or option.open)
            button.setEnabled(option is not None)
        self.say_heading(self._say_heading(bench, best))
        self._enter.setVisible(best is not None)

    def _say_heading(self, bench: BenchSnapshot, best: Disposition | None) -> str:
        if best is not None:
            return self._words("Decision, recommended: {way}", way=self._words.name(best))
        if bench.recommendation is not None:
            return self._words("Decision: every way is blocked, put it on hold")
        return self._words("Decision: after the grade")

    def _show_question(self, question: Question) -> None:
        self.say_heading(say_question(self._words, question))
        self._enter.hide()
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for answer in (*answers_to(self._words, question), dropping_answer(self._words)):
            button = ChoiceButton(answer.text, answer.key)
            button.clicked.connect(lambda _=False, code=answer.code: self.submitted.emit(code))
            self._flow.addWidget(button)
        self._pages.setCurrentIndex(1)
