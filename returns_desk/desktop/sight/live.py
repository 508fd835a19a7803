"""The live camera: what it sees is outlined at once, what is known is taken once, what is not is asked about."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from returns_desk.desktop.camera import FrameSource
from returns_desk.desktop.sight.choosing import Choice, Step, choose
from returns_desk.desktop.sight.memory import Memory
from returns_desk.desktop.sight.stand import Stand
from returns_desk.desktop.sight.troubles import CameraTrouble, say_camera_trouble
from returns_desk.desktop.sight.watch import Watch
from returns_desk.scanning.decoded import FoundCode

LINGER_MS = 700  # marks stay this long after a look that missed the code, so that they do not flicker


class Live(QObject):
    """Joins a source of frames, the watch over them, the memory and the panel."""

    def __init__(self, stand: Stand, source: FrameSource, again_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._stand, self._source = stand, source
        source.setParent(self)
        self._memory = Memory(again_ms)
        self._codes: tuple[FoundCode, ...] = ()
        self._codes_at = 0
        self._offered = Choice(Step.WAIT)
        self._paused = False
        self.trouble: CameraTrouble | None = None  # why there is no picture now
        self.watch = Watch(stand.pool, stand.clock, self)
        source.framed.connect(self.watch.take)
        source.troubled.connect(self._on_trouble)
        source.started.connect(self._on_started)
        self.watch.pictured.connect(self._on_picture)
        self.watch.seen.connect(self._on_seen)
        self.watch.failed.connect(stand.runner.crashed)
        panel = stand.panel
        panel.picked.connect(self._on_picked)
        panel.answered.connect(self._on_answered)
        panel.pointed.connect(source.focus_on)
        panel.light_wanted.connect(source.light)
        panel.other_wanted.connect(source.take_next)

    def open(self) -> None:
        """Begin to look."""
        self._invite()
        self._source.open()

    def close(self) -> None:
        """Look no more."""
        self._paused = True
        self._source.close()

    def pause(self, paused: bool) -> None:
        """Leave the panel to a picture that was brought, or take it back."""
        self._paused = paused
        if not paused:
            self._invite()

    def still(self) -> QImage:
        """What the camera sees now, as one picture; a null one in trouble, for then the last frame is an old one."""
        return QImage() if self.trouble is not None else self._source.still()

    def _invite(self) -> None:
        words = self._stand.words
        self._stand.panel.say_heading(words("Camera"))
        detail = words("What is read is outlined. What is known is taken by itself, the rest is asked.")
        self._stand.panel.tell(words("Hold a code before the camera"), detail)

    def _on_started(self, _name: str) -> None:
        self.trouble = None
        self._stand.panel.show_tools(light=self._source.has_torch, others=self._source.others)
        if not self._paused:
            self._invite()

    def _on_trouble(self, trouble: CameraTrouble) -> None:
        self._codes = ()
        self.trouble = trouble
        self._stand.panel.show_tools(light=False, others=self._source.others)
        if not self._paused:
            self._stand.panel.view.show_picture(QImage())
            self._stand.panel.view.show_marks(())
            title, way_on = say_camera_trouble(self._stand.words, trouble)
            self._stand.panel.tell(title, way_on, word=self._stand.words("No picture"), tone="bad")

    def _on_picture(self, picture: QImage) -> None:
        if not self._paused:
            self._stand.panel.view.show_picture(picture)

    def _on_seen(self, codes: tuple[FoundCode, ...], thorough: bool) -> None:
        if self._paused:
            return
        now = self._stand.clock()
        texts = tuple(code.text for code in codes)
        self._memory.look(texts, now, sure=thorough)
        if codes or now - self._codes_at > LINGER_MS:
            self._codes, self._codes_at = codes, now
        self._stand.look_up(texts, self._consider)
        self._consider()

    def _consider(self) -> None:
        """Show what is in sight, and do about it what is to be done, once all of it is sure and looked up."""
        if self._paused:
            return
        self._stand.panel.view.show_marks(tuple(self._stand.mark(code) for code in self._codes))
        texts = [code.text for code in self._codes]
        meanings = [self._stand.meanings[text] for text in texts if text in self._stand.meanings]
        if len(meanings) < len(texts) or not all(self._memory.is_steady(text) for text in texts):
            return
        now = self._stand.clock()
        choice = choose([meaning for meaning in meanings if not self._memory.rests(meaning.text, now)])
        if choice.step is Step.TAKE:
            self._take(choice.codes[0].text)
        elif choice.step is not Step.WAIT:
            self._offered = choice
            self._stand.panel.ask(self._stand.question(choice))

    def _take(self, text: str) -> None:
        """Give the code to the desk; what lies beside it is dealt with as well."""
        offered, seen = (code.text for code in self._offered.codes), (code.text for code in self._codes)
        self._memory.put_to_rest((text, *offered, *seen), self._stand.clock())
        self._offered = Choice(Step.WAIT)
        self._stand.say_taken(text)
        self._stand.submit(text)

    def _on_picked(self, text: str) -> None:
        if not self._paused:
            self._take(text)

    def _on_answered(self, place: int) -> None:
        if self._paused or not self._offered.codes:
            return
        if place >= 0:
            self._take(self._offered.codes[place].text)
            return
        self._memory.put_to_rest([code.text for code in self._offered.codes], self._stand.clock())
        self._offered = Choice(Step.WAIT)
        self._invite()
