"""What stands beside the desk while the camera is on or a picture is shown: the picture, a sentence, the answers."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from returns_desk.desktop.sight.photo_bar import PhotoBar
from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.buttons import keyed_button, push_button
from returns_desk.desktop.widgets.camera_view import CameraView
from returns_desk.desktop.widgets.card import Card, clear, label
from returns_desk.desktop.widgets.chip import Chip
from returns_desk.wording import Words

SEEN_MS = 300  # an Enter sooner than this after the question was on its way to something else
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Question:
    """What the clerk is asked about codes: the answers by name. Enter gives the first if ``enter_takes``."""

    title: str
    detail: str
    answers: tuple[str, ...]
    enter_takes: bool = False
    by_digit: bool = False


class SightPanel(Card):
    """Shows and asks; what the answers mean is decided elsewhere. ``answered`` gives the place of one, -1 for none."""

    answered = Signal(int)
    picked = Signal(str)
    pointed = Signal(QPointF)
    close_wanted = Signal()
    light_wanted = Signal(bool)
    other_wanted = Signal()

    def __init__(self, words: Words, theme: Theme, clock: Callable[[], int]) -> None:
        super().__init__(words("Camera"))
        self.setObjectName("sight")
        self._words, self._clock = words, clock
        self._question: Question | None = None
        self._asked_at = 0
        self.view = CameraView(theme)
        self.view.setAccessibleName(words("What the camera sees"))
        self.view.picked.connect(self.picked)
        self.view.pointed.connect(self.pointed)
        self.photo_bar = PhotoBar(words)
        self._tone = Chip()
        self._title = label("", "title", wraps=True)
        self._title.setObjectName("sight_title")
        self._detail = label("", "quiet", wraps=True)
        self._detail.setObjectName("sight_detail")
        self._answers = QVBoxLayout()
        self._answers.setSpacing(6)
        self._light = self._tool(words("Torch"), "camera_light")
        self._light.setCheckable(True)
        self._light.toggled.connect(self.light_wanted)
        self._other = self._tool(words("Other camera"), "camera_other")
        self._other.clicked.connect(self.other_wanted)
        self._lay_out()

    def _tool(self, name: str, object_name: str) -> QPushButton:
        button = push_button(name, object_name, "chip")
        button.hide()
        return button

    def _lay_out(self) -> None:
        close = keyed_button(self._words("Close"), "F9", "camera_close")
        close.clicked.connect(self.close_wanted)
        self.head.addWidget(close)
        tools = QHBoxLayout()
        tools.addWidget(self._light)
        tools.addWidget(self._other)
        tools.addStretch(1)
        for part in (self.view, self.photo_bar, self._tone, self._title, self._detail):
            self.body.addWidget(part)
        self.body.addLayout(self._answers)
        self.body.addStretch(1)
        self.body.addLayout(tools)

    @property
    def question(self) -> Question | None:
        """What is asked now."""
        return self._question

    def show_tools(self, *, light: bool, others: int) -> None:
        """Offer what this camera can do."""
        self._light.setVisible(light)
        self._other.setVisible(others > 0)

    def tell(self, title: str, detail: str = "", *, word: str = "", tone: str = "") -> None:
        """Say one thing, under a ``word`` in its tone; a question that was open is gone."""
        self._question = None
        clear(self._answers)
        self.photo_bar.setVisible(self.photo_bar.has_kinds)
        self._say(title, detail, word, tone)

    def ask(self, question: Question) -> None:
        """Ask; the same question again changes nothing."""
        if question == self._question:
            return
        self.tell(question.title, question.detail, word=self._words("Your turn"), tone="ask")
        self._question, self._asked_at = question, self._clock()
        self.photo_bar.hide()  # the answers need the room
        for place, name in enumerate(question.answers):
            self._answers.addWidget(self._answer_button(question, place, name))
        leave = keyed_button(self._words("Leave it"), "Esc", "sight_leave")
        leave.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        leave.clicked.connect(lambda: self.answered.emit(-1))
        self._answers.addWidget(leave)

    def _answer_button(self, question: Question, place: int, name: str) -> QWidget:
        key = "Enter" if question.enter_takes and place == 0 else str(place + 1) if question.by_digit else ""
        button = keyed_button(name, key, f"sight_answer_{place}") if key else push_button(name, f"sight_answer_{place}")
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        button.clicked.connect(lambda: self.answered.emit(place))
        return button

    def take_key(self, event: QKeyEvent) -> bool:
        """Take the keys of an open question; those pressed before it could be read are not meant for it."""
        question = self._question
        if question is None or event.isAutoRepeat() or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        place = self._place_of(event, question)
        if place is None:
            return False
        if self._clock() - self._asked_at < SEEN_MS and place >= 0:
            return question.enter_takes
        self.answered.emit(place)
        return True

    def _place_of(self, event: QKeyEvent, question: Question) -> int | None:
        if event.key() == Qt.Key.Key_Escape:
            return -1
        if question.enter_takes and event.key() in _ENTER:
            return 0
        text = event.text()
        if question.by_digit and len(text) == 1 and text in "123456789" and int(text) <= len(question.answers):
            return int(text) - 1
        return None

    def _say(self, title: str, detail: str, word: str, tone: str) -> None:
        self._tone.show_word(word, tone)
        self._tone.setVisible(bool(word))
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        if QAccessible.isActive() and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{word} {title}. {detail}"))
