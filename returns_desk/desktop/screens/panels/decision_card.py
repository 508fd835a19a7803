"""The four ways for the item, each with its money and what stands against it; the recommended one is filled.

While the desk waits for an answer (a reason, a product, a yes) the question stands here instead; so does a choice that
the clerk opened, and the line for a note.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from returns_desk.desktop.keys import DISPOSITION_KEYS
from returns_desk.desktop.screens.panels.answer_page import AnswerPage
from returns_desk.desktop.screens.panels.answers import Answer, answers_to, dropping_answer
from returns_desk.desktop.screens.panels.choosing import Chooser
from returns_desk.desktop.screens.panels.note_editor import NoteEditor
from returns_desk.desktop.screens.panels.questions import say_question
from returns_desk.desktop.widgets.buttons import OptionButton
from returns_desk.desktop.widgets.card import Card
from returns_desk.desktop.widgets.chip import KeyCap
from returns_desk.desktop.widgets.restyle import restyle
from returns_desk.desktop.widgets.tips import plain_tip
from returns_desk.domain.items import Disposition
from returns_desk.domain.snapshots import BenchSnapshot, ItemSnapshot, Question, QuestionKind
from returns_desk.wording import Words
from returns_desk.wording.options import say_option

_CLOSE, _PHOTO = "close", "photo"


class DecisionCard(Card):
    """Option buttons or, with a question or a choice open, its answers."""

    submitted = Signal(str)
    chosen = Signal(object, str)  # Chooser, the code of the answer
    photo_wanted = Signal()  # what is missing is to be photographed now

    def __init__(self, words: Words) -> None:
        super().__init__(words("Decision"))
        self._words = words
        self._bench: BenchSnapshot | None = None
        self._is_short = False
        self.chooser: Chooser | None = None
        self._hold = OptionButton("hold", words("Hold"), "F10")
        self._hold.setObjectName("hold")
        self._hold.show_option((words("Not now"),), best=False, is_open=True)
        self._hold.clicked.connect(lambda: self.submitted.emit("DO-HOLD"))
        self._enter = KeyCap("Enter")
        self.head.insertWidget(1, self._enter)
        self._options = {way: self._make_option(way) for way in Disposition}
        self._answers = AnswerPage()
        self._answers.given.connect(self.give)
        self.note = NoteEditor(words)
        self.note.left.connect(self.close_all)
        self._pages = QStackedLayout()
        for page in (self._options_page(), self._answers, self.note):
            self._pages.addWidget(page)
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
        """Show the ways for the item in hand, or the open question; an open choice stays while its item does."""
        before, self._bench = self._bench, bench
        if bench.question is not None or before is None or before.item != bench.item:
            self.chooser = None
        self._show_again()

    def make_room(self, is_short: bool) -> None:
        """Stand closer together in a short window; there one ground against a way is told, the others in its tip."""
        self.tighten(is_short)
        if self._is_short != is_short:
            self._is_short = is_short
            if self._bench is not None:
                self._show_again()

    def open_chooser(self, chooser: Chooser) -> None:
        """Let the clerk choose; the desk's own question goes first."""
        if self._bench is not None and self._bench.question is None:
            self.chooser = chooser
            self._show_again()

    def begin_note(self, item: ItemSnapshot) -> None:
        """Let the clerk write a note about the piece in hand."""
        self.chooser = None
        self.say_heading(self._words("Note about {number}", number=item.number))
        self._enter.hide()
        self._pages.setCurrentWidget(self.note)
        self.note.begin(item)

    def close_all(self) -> None:
        """Back to the ways for the item."""
        self.chooser = None
        if self.note.field.hasFocus():
            self.window().setFocus()
        if self._bench is not None:
            self._pages.setCurrentIndex(0)
            self._show_again()

    def give(self, code: str) -> None:
        """Give the answer with this code, to what is asked now."""
        if code == _PHOTO:
            self.photo_wanted.emit()
            return
        chooser, self.chooser = self.chooser, None
        if chooser is None:
            self.submitted.emit(code)
            return
        self._show_again()
        if code != _CLOSE:
            self.chosen.emit(chooser, code)

    def _show_again(self) -> None:
        bench = self._bench
        assert bench is not None
        self._hold.setEnabled(bench.item is not None)
        if bench.question is not None:
            answers = (*self._first_of_all(bench.question), *answers_to(self._words, bench.question))
            answers = (*answers, dropping_answer(self._words, bench.question))
            self._show_answers(say_question(self._words, bench.question, bench), answers)
        elif self.chooser is not None:
            self._show_answers(self.chooser.title, (*self.chooser.answers, Answer("Esc", _CLOSE, self._words("Leave"))))
        elif not (self._pages.currentWidget() is self.note and self.note.is_about(bench.item)):
            self._show_options(bench)

    def _first_of_all(self, question: Question) -> tuple[Answer, ...]:
        """What settles a question better than any answer to it."""
        if question.kind is not QuestionKind.PHOTOS_MISSING:
            return ()
        return (Answer("F4", _PHOTO, self._words("Photograph now")),)

    def _show_options(self, bench: BenchSnapshot) -> None:
        self._pages.setCurrentIndex(0)
        self._answers.show_answers(())  # the pages are as high as the highest of them
        found = bench.recommendation
        best = found.advised.disposition if found and found.advised else None
        for way, button in self._options.items():
            option = found.option(way) if found else None
            lines = say_option(self._words, option, 1 if self._is_short else None) if option else ()
            button.show_option(lines, best=way is best, is_open=option is None or option.open)
            whole = say_option(self._words, option) if option else ()
            button.setToolTip(plain_tip("\n".join(whole)))
            button.setAccessibleDescription(". ".join(whole))
            button.setEnabled(option is not None)
        self.say_heading(self._say_heading(bench, best))
        restyle(self.heading, part="heading")
        self._enter.setVisible(best is not None)

    def _say_heading(self, bench: BenchSnapshot, best: Disposition | None) -> str:
        if best is not None:
            return self._words("Decision, recommended: {way}", way=self._words.name(best))
        if bench.recommendation is not None:
            return self._words("Decision: every way is blocked, put it on hold")
        return self._words("Decision: after the grade")

    def _show_answers(self, title: str, answers: tuple[Answer, ...]) -> None:
        self.say_heading(title)
        restyle(self.heading, part="question")
        self._enter.hide()
        self._answers.show_answers(answers)
        self._pages.setCurrentWidget(self._answers)
