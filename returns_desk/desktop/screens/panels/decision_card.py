"""The five ways for the item, each with its money and what stands against it; the recommended one is filled.

While the desk waits for an answer (a reason, a product, a yes) the question stands here instead; so does a choice that
the clerk opened, and the line for a note.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from returns_desk.desktop.keys import DISPOSITION_KEYS, OPEN_BOX_KEY
from returns_desk.desktop.screens.panels.answer_page import AnswerPage
from returns_desk.desktop.screens.panels.answers import Answer, answers_to, dropping_answer
from returns_desk.desktop.screens.panels.choosing import Chooser
from returns_desk.desktop.screens.panels.note_editor import NoteEditor
from returns_desk.desktop.screens.panels.questions import say_question
from returns_desk.desktop.screens.panels.way_popup import WayPopup
from returns_desk.desktop.widgets.buttons import OptionButton
from returns_desk.desktop.widgets.card import Card
from returns_desk.desktop.widgets.chip import KeyCap
from returns_desk.desktop.widgets.restyle import restyle
from returns_desk.domain.items import Disposition, StockStatus
from returns_desk.domain.recommendation import DISPOSITION_OF, Option, Recommendation
from returns_desk.domain.snapshots import BenchSnapshot, ItemSnapshot, Question, QuestionKind
from returns_desk.domain.ways import option_meant
from returns_desk.wording import Words
from returns_desk.wording.options import say_option, say_way, say_whole
from returns_desk.wording.ways import say_way_named

_CLOSE, _PHOTO = "close", "photo"
_STOCK = (StockStatus.AVAILABLE, StockStatus.OPEN_BOX)
_SHARES = {StockStatus.SUPPLIER_RETURN: 6, StockStatus.DONATION: 5, StockStatus.RECYCLING: 5}  # of the row's width
_NAMES = {StockStatus.AVAILABLE: "restock", StockStatus.OPEN_BOX: "open_box"}


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
        self._options = {becomes: self._make_option(becomes) for becomes in DISPOSITION_OF}
        self._popup = WayPopup(self)
        for button in self._options.values():
            self._popup.listen_to(button)
        self._answers = AnswerPage()
        self._answers.given.connect(self.give)
        self.note = NoteEditor(words)
        self.note.left.connect(self.close_all)
        self._pages = QStackedLayout()
        for page in (self._options_page(), self._answers, self.note):
            self._pages.addWidget(page)
        self.body.addLayout(self._pages)

    def _make_option(self, becomes: StockStatus) -> OptionButton:
        way, name = DISPOSITION_OF[becomes], say_way_named(self._words, becomes.value)
        half = becomes in _STOCK
        widest = OPEN_BOX_KEY if becomes is StockStatus.OPEN_BOX else ""
        button = OptionButton(way.value, name, DISPOSITION_KEYS[way], half=half, widest_key=widest)
        button.setObjectName(f"disposition_{_NAMES.get(becomes, way.value)}")
        button.clicked.connect(lambda _=False: self.submitted.emit(self._code(becomes)))
        return button

    def _code(self, becomes: StockStatus) -> str:
        """The scan that a button stands for; as new has one of its own where restocking would be as open box."""
        if becomes is StockStatus.OPEN_BOX:
            return "DO-OPENBOX"
        if becomes is StockStatus.AVAILABLE and self._key(becomes) == "":
            return "DO-ASNEW"
        return f"DO-{DISPOSITION_OF[becomes].value.upper()}"

    def _key(self, becomes: StockStatus) -> str:
        """The key that presses it: F5 is the better of the two ways into the stock."""
        found = self._bench.recommendation if self._bench else None
        if becomes not in _STOCK:
            return DISPOSITION_KEYS[DISPOSITION_OF[becomes]]
        taken = option_meant(found, Disposition.RESTOCK).becomes if found else StockStatus.AVAILABLE
        if becomes is taken:
            return DISPOSITION_KEYS[Disposition.RESTOCK]
        return OPEN_BOX_KEY if becomes is StockStatus.OPEN_BOX else ""

    def _options_page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        stock = QVBoxLayout()
        stock.setSpacing(4)
        for becomes in _STOCK:
            stock.addWidget(self._options[becomes], 1)
        row.addLayout(stock, 8)
        for becomes, share in _SHARES.items():
            row.addWidget(self._options[becomes], share)
        row.addWidget(self._hold, 3)
        return page

    def show_wholes_over(self, place: QWidget) -> None:
        """Let what is told of a way stand over a larger part of the window."""
        self._popup.setParent(place)

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
            for becomes in _STOCK:
                self._options[becomes].take_one_line(is_short)
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
        advised = found.advised if found else None
        for becomes, button in self._options.items():
            self._show_option(button, found.becoming(becomes) if found else None, advised)
            button.show_key(self._key(becomes))
        self.say_heading(self._say_heading(found, advised))
        restyle(self.heading, part="heading")
        self._enter.setVisible(advised is not None)

    def _show_option(self, button: OptionButton, option: Option | None, advised: Option | None) -> None:
        """What can be cured at once is shown as open: the clerk is led to it."""
        lines = say_option(self._words, option, 1 if self._is_short else None) if option else ()
        if option is not None and option.becomes in _STOCK and (option.open or option.curable):
            lines = (lines[1:2] if option.open else lines[:1]) if self._is_short else lines[:2]
        best = option is not None and option == advised
        button.show_option(lines, best=best, is_open=option is None or option.open or best)
        self._popup.keep(button, say_whole(self._words, option) if option else ())
        button.setEnabled(option is not None)

    def _say_heading(self, found: Recommendation | None, advised: Option | None) -> str:
        if advised is not None and advised.curable:
            way, first = say_way(self._words, advised), say_option(self._words, advised)[0]
            return self._words("Decision, recommended: {way}. {first}", way=way, first=first)
        if advised is not None:
            return self._words("Decision, recommended: {way}", way=say_way(self._words, advised))
        if found is not None:
            return self._words("Decision: every way is blocked, put it on hold")
        return self._words("Decision: after the grade")

    def _show_answers(self, title: str, answers: tuple[Answer, ...]) -> None:
        self.say_heading(title)
        restyle(self.heading, part="question")
        self._enter.hide()
        self._answers.show_answers(answers)
        self._pages.setCurrentWidget(self._answers)
