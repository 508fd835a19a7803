"""Pictures that are dropped or pasted: one after the other, each to its end before the next is asked about."""

from collections import deque
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QImage

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.sight.choosing import MOST_CHOICES, Choice, Step, choose
from returns_desk.desktop.sight.looking import Looked, look_at_file, look_at_picture
from returns_desk.desktop.sight.panel import Question
from returns_desk.desktop.sight.photographs import Photographs, Subject
from returns_desk.desktop.sight.stand import Stand
from returns_desk.domain.photos import PhotoKind
from returns_desk.wording.scans import picture_error

MOST_AT_ONCE = 50


class Brought(QObject):
    """Looks at pictures and gives their codes to the desk; asks where a picture holds several or an unknown one."""

    asking = Signal(bool)  # whether the panel is needed for a question
    said = Signal(str, str, str)  # tone, title and detail for the band

    def __init__(self, stand: Stand, photographs: Photographs, parent: QObject) -> None:
        super().__init__(parent)
        self._stand, self._photographs = stand, photographs
        self._waiting: deque[Path | QImage] = deque()
        self._picture: Path | QImage = QImage()
        self._subject = Subject()  # what it may be a photograph of, while that is asked
        self._keep_place = -1  # of the answer "keep it as a photograph"
        self._looked: Looked | None = None
        self._offered = Choice(Step.WAIT)
        stand.panel.answered.connect(self._on_answered)
        stand.panel.picked.connect(self._on_picked)

    def bring(self, content: QMimeData) -> bool:
        """Take the pictures out of what was dropped or pasted; say whether there were any."""
        pictures = pictures_in(content)
        if not pictures:
            return False
        idle = not self._waiting and self._looked is None
        self._waiting.extend(pictures[:MOST_AT_ONCE])
        if idle:
            self._look_at_next()
        return True

    def _look_at_next(self) -> None:
        self._looked, self._offered, self._subject, self._keep_place = None, Choice(Step.WAIT), Subject(), -1
        if not self._waiting:
            return
        self._looked = Looked.none()
        self.said.emit("idle", self._stand.words("Looking at the picture…"), "")
        picture = self._picture = self._waiting.popleft()
        slow = self._stand.pool.begin(lambda _report: _look_at(picture), while_alive(self, self._on_looked))
        slow.failed.connect(self._stand.runner.crashed)
        slow.failed.connect(while_alive(self, lambda _trace: self._look_at_next()))

    def _on_looked(self, looked: Looked) -> None:
        self._looked = looked
        codes = looked.decoded.codes
        if not codes and looked.decoded.error is None and self._photographs.chosen is not None:
            self._ask_what_it_shows(looked)
            return
        if not codes:
            self._say_nothing_found(looked)
            self._look_at_next()
            return
        self._stand.forget()
        self._stand.look_up(tuple(code.text for code in codes), self._consider)

    def _say_nothing_found(self, looked: Looked) -> None:
        words = self._stand.words
        if looked.decoded.error is not None:
            title = picture_error(words, looked.decoded.error)
            self.said.emit("bad", title, words("Bring another picture, or type the number: F2."))
            return
        way_on = words("Take it again closer, straight and in good light, or type the number: F2.")
        self.said.emit("bad", words("No code was found in the picture"), way_on)

    def _consider(self) -> None:
        """Give a single known code to the desk; ask about one that nothing knows, and about several."""
        if self._looked is None:
            return
        meanings = [self._stand.meanings[code.text] for code in self._looked.decoded.codes]
        choice = choose(meanings)
        if choice.step is Step.TAKE and len(meanings) == 1:
            self._end(choice.codes[0].text)
            return
        if len(meanings) > 1:  # also where only one of them is known: nobody aimed at it
            known_first = sorted(meanings, key=lambda meaning: not meaning.known)
            choice = Choice(Step.CHOOSE, tuple(known_first[:MOST_CHOICES]))
        self._ask(choice, self._looked)

    def _ask(self, choice: Choice, looked: Looked) -> None:
        self._offered = choice
        self.asking.emit(True)
        question = self._stand.question(choice, by_digit=True)
        if self._photographs.chosen is not None:
            keep = self._stand.words("Keep it as a photograph")
            self._keep_place = min(len(question.answers), MOST_CHOICES - 1)
            question = replace(question, answers=(*question.answers[: MOST_CHOICES - 1], keep), by_digit=True)
        self._show_question(question, looked)

    def _ask_what_it_shows(self, looked: Looked) -> None:
        """A picture without a code may be evidence; a blurred one of a label may not: the clerk says which."""
        words, subject = self._stand.words, self._photographs.subject
        self._offered, self._subject = Choice(Step.CHOOSE), subject
        self.asking.emit(True)
        title = words("What does the picture of {number} show?", number=subject.item or subject.parcel)
        detail = words("No code was found in it. Enter: {kind}", kind=words.name(subject.kinds[0]))
        names = tuple(words.name(kind) for kind in subject.kinds)
        self._show_question(Question(title, detail, names, enter_takes=True, by_digit=True), looked)

    def _show_question(self, question: Question, looked: Looked) -> None:
        panel = self._stand.panel
        panel.say_heading(looked.name or self._stand.words("Picture"))
        panel.view.show_picture(looked.picture)
        panel.view.show_marks(tuple(self._stand.mark(code) for code in looked.decoded.codes))
        panel.ask(question)
        self.said.emit("ask", question.title, question.detail)

    def _end(self, text: str) -> None:
        """Done with this picture: give the desk the code, if any, and go on."""
        asked = self._is_asking
        if asked:
            self.asking.emit(False)
        if text:
            self._stand.submit(text)
        elif asked:
            words = self._stand.words
            self.said.emit("idle", words("The picture was put aside"), words("Nothing was scanned"))
        self._look_at_next()

    def _on_picked(self, text: str) -> None:
        if self._offered.codes:
            self._end(text)

    @property
    def _is_asking(self) -> bool:
        return bool(self._offered.codes or self._subject.kinds)

    def _on_answered(self, place: int) -> None:
        """A code, or what the picture shows as a photograph; behind the codes stands "keep it as a photograph"."""
        if not self._is_asking:
            return
        if place < 0:
            self._end("")
        elif self._subject.kinds:
            self._keep(self._subject.kinds[place])
        elif place == self._keep_place and self._looked is not None:
            self._ask_what_it_shows(self._looked)
        else:
            self._end(self._offered.codes[place].text)

    def _keep(self, kind: PhotoKind) -> None:
        self.asking.emit(False)
        self._photographs.keep(self._picture, kind, self._subject)
        self._look_at_next()

    def leave(self) -> None:
        """Drop the question and all that waits."""
        self._waiting.clear()
        if self._is_asking:
            self._end("")


def _look_at(picture: Path | QImage) -> Looked:
    return look_at_file(picture) if isinstance(picture, Path) else look_at_picture(picture)


def pictures_in(content: QMimeData) -> list[Path | QImage]:
    """The files of this computer, or else the picture itself; nothing is ever fetched from elsewhere."""
    files: list[Path | QImage] = [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]
    if files or not content.hasImage():
        return files
    picture = QImage(content.imageData())
    return [] if picture.isNull() else [picture]
