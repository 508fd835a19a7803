"""What the camera and brought pictures work with, and how both say what a code is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from returns_desk.desktop.runner import Runner
from returns_desk.desktop.screens.joined import joined
from returns_desk.desktop.sight.choosing import Choice, Step
from returns_desk.desktop.sight.panel import Question, SightPanel
from returns_desk.desktop.slow_work import Pool
from returns_desk.desktop.widgets.camera_view import Mark
from returns_desk.scanning.decoded import FoundCode
from returns_desk.scanning.scan import shown
from returns_desk.wording import Words
from returns_desk.wording.scans import scan_kind

if TYPE_CHECKING:
    from returns_desk.desk import Desk
    from returns_desk.usecases.look_codes import CodeMeaning


@dataclass
class Stand:
    """The panel and the doors: ``submit`` gives a code to the very place a scanner's goes to."""

    words: Words
    panel: SightPanel
    runner: Runner
    pool: Pool
    submit: Callable[[str], None]
    clock: Callable[[], int]
    meanings: "dict[str, CodeMeaning]" = field(default_factory=dict)
    _asked: set[str] = field(default_factory=set)

    def look_up(self, texts: tuple[str, ...], then: Callable[[], None]) -> None:
        """Read what the texts are into ``meanings``; ``then`` is called when the store has answered."""
        new = tuple(text for text in texts if text not in self.meanings and text not in self._asked)
        if not new:
            return
        self._asked.update(new)

        def heard(found: "tuple[CodeMeaning, ...]") -> None:
            self._asked.difference_update(new)
            self.meanings |= dict(zip(new, found, strict=True))
            then()

        self.runner.do(lambda desk: _read(desk, new), heard, lambda _refusal: self._asked.difference_update(new))

    def forget(self) -> None:
        """Something happened at the desk: what was unknown may be known now."""
        self.meanings.clear()

    def mark(self, code: FoundCode) -> Mark:
        """The code as it is outlined: its kind and name, as far as they are known yet."""
        meaning = self.meanings.get(code.text)
        if meaning is None:
            return Mark(code.text, code.corners, code.format.value)
        kind = scan_kind(self.words, meaning.kind)
        name = meaning.name_in(self.words.language)
        if name:
            return Mark(code.text, code.corners, name, joined(self.words, kind, meaning.number), meaning.known)
        return Mark(code.text, code.corners, kind, meaning.number, meaning.known)

    def named(self, meaning: "CodeMeaning") -> str:
        """A code in one line."""
        kind, name = scan_kind(self.words, meaning.kind), meaning.name_in(self.words.language)
        return joined(self.words, name or kind, meaning.number)

    def say_taken(self, text: str) -> None:
        """Say in the panel that a code was given to the desk."""
        meaning = self.meanings.get(text)
        if meaning is None:
            self.panel.tell(shown(text), word=self.words("Taken"), tone="ok")
            return
        kind, name = scan_kind(self.words, meaning.kind), meaning.name_in(self.words.language)
        detail = joined(self.words, kind, meaning.number) if name else meaning.number
        self.panel.tell(name or kind, detail, word=self.words("Taken"), tone="ok")

    def question(self, choice: Choice, *, by_digit: bool = False) -> Question:
        """What is asked when a choice is the clerk's."""
        words = self.words
        if choice.step is Step.CONFIRM:
            [meaning] = choice.codes
            return Question(
                words("Unknown code: {code}", code=meaning.number),
                words("A picture can be misread. Compare it with what is printed."),
                (words("It is right: take it"),),
                enter_takes=True,
            )
        return Question(
            words("Which code is meant?"),
            words("Touch it in the picture, or choose it here."),
            tuple(self.named(meaning) for meaning in choice.codes),
            by_digit=by_digit,
        )


def _read(desk: "Desk", texts: tuple[str, ...]) -> "tuple[CodeMeaning, ...]":
    from returns_desk.desktop.sight.meanings import read_meanings  # noqa: PLC0415  use cases stay on the store thread

    return read_meanings(desk, texts)
