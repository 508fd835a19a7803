"""Pictures that are dropped or pasted: one after the other, each to its end before the next is asked about."""

from collections import deque
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QImage

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.sight.choosing import MOST_CHOICES, Choice, Step, choose
from returns_desk.desktop.sight.looking import Looked, look_at_file, look_at_picture
from returns_desk.desktop.sight.stand import Stand
from returns_desk.wording.scans import picture_error

MOST_AT_ONCE = 50


class Brought(QObject):
    """Looks at pictures and gives their codes to the desk; asks where a picture holds several or an unknown one."""

    asking = Signal(bool)  # whether the panel is needed for a question
    said = Signal(str, str, str)  # tone, title and detail for the band

    def __init__(self, stand: Stand, parent: QObject) -> None:
        super().__init__(parent)
        self._stand = stand
        self._waiting: deque[Path | QImage] = deque()
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
        self._looked, self._offered = None, Choice(Step.WAIT)
        if not self._waiting:
            return
        self._looked = Looked.none()
        self.said.emit("idle", self._stand.words("Looking at the picture…"), "")
        picture = self._waiting.popleft()
        slow = self._stand.pool.begin(lambda _report: _look_at(picture), while_alive(self, self._on_looked))
        slow.failed.connect(self._stand.runner.crashed)
        slow.failed.connect(while_alive(self, lambda _trace: self._look_at_next()))

    def _on_looked(self, looked: Looked) -> None:
        self._looked = looked
        codes = looked.decoded.codes
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
        panel, question = self._stand.panel, self._stand.question(choice, by_digit=True)
        panel.say_heading(looked.name or self._stand.words("Picture"))
        panel.view.show_picture(looked.picture)
        panel.view.show_marks(tuple(self._stand.mark(code) for code in looked.decoded.codes))
        panel.ask(question)
        self.said.emit("ask", question.title, question.detail)

    def _end(self, text: str) -> None:
        """Done with this picture: give the desk the code, if any, and go on."""
        asked = bool(self._offered.codes)
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

    def _on_answered(self, place: int) -> None:
        if self._offered.codes:
            self._end(self._offered.codes[place].text if place >= 0 else "")

    def leave(self) -> None:
        """Drop the question and all that waits."""
        self._waiting.clear()
        if self._offered.codes:
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
