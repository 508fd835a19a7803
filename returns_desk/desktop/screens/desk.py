"""The Desk screen: the band above, below it the sign-in picture or the bench. Made for the first paint.

The cards of the bench are imported when the first answer of the store comes, not before.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from returns_desk.desktop.clock import Clock
from returns_desk.desktop.screens.number_keys import NumberKeys
from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.band import BandBar
from returns_desk.desktop.widgets.card import Card, rule
from returns_desk.desktop.widgets.empty_state import EmptyState
from returns_desk.wording import Words

if TYPE_CHECKING:
    from returns_desk.desktop.screens.bench_view import BenchView
    from returns_desk.desktop.station import Reply
    from returns_desk.domain.candidates import ReturnCandidate
    from returns_desk.domain.snapshots import BenchSnapshot


class DeskScreen(QWidget):
    """What a clerk sees all day: a view over scans. ``submitted`` gives the code of a key or button."""

    submitted = Signal(str)
    screen_wanted = Signal(str, str)  # another screen, by its name, and the number of what it is to show
    step_wanted = Signal(object)  # a step for the store thread that no scan stands for: desk -> events

    def __init__(self, words: Words, theme: Theme, clock: Clock) -> None:
        super().__init__()
        self.setObjectName("desk_screen")
        self._words, self._theme, self._clock = words, theme, clock
        self.bench: BenchSnapshot | None = None
        self._view: BenchView | None = None
        self.band = BandBar(words, theme)
        self.band.typed.connect(self.submitted)
        self.band.offer_taken.connect(self._show_told)
        self._told = ""  # the number of a piece that was only told about
        self._numbers = NumberKeys(self)
        self._numbers.graded.connect(self._give_grade)
        self._numbers.numbered.connect(self.submitted)
        self._numbers.typing_wanted.connect(self.band.begin_typing)
        self._numbers.pressed.connect(self._show_pressed)
        self._below = QVBoxLayout()
        self._pages = QStackedLayout()
        self._pages.addWidget(self._sign_in_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addWidget(self.band)
        column.addLayout(self._pages, 1)
        self.ask_for_badge()

    def teach(self) -> None:
        """Add the pictures of how it goes, once the first paint stands."""
        if not self._below.count():
            from returns_desk.desktop.widgets.teaching import Teaching  # noqa: PLC0415  after the first paint

            self._below.addWidget(Teaching(self._words, self._theme))

    def _sign_in_page(self) -> QWidget:
        words = self._words
        card = Card()
        detail = words("Every scan is heard, wherever the cursor is.")
        card.body.addWidget(EmptyState(self._theme, "id-card", words("Scan your badge to begin"), detail), 3)
        card.body.addWidget(rule())
        card.body.addSpacing(18)
        card.body.addLayout(self._below, 2)
        return card

    def ask_for_badge(self) -> None:
        """The first picture: nobody is signed in."""
        self.band.show_band("idle", self._words("Scan your badge"), self._words("The desk is ready when you are."))

    def show_scan(self, text: str) -> None:
        """A scan was heard; badges are not shown."""
        self.band.show_scan("ID-…" if text.upper().startswith("ID-") else text)

    def show_reply(self, reply: "Reply") -> str:
        """Say in the band what the last scan did and what comes next; the tone in which that was said."""
        from returns_desk.wording.band import band  # noqa: PLC0415  not before the first paint

        said = band(self._words, reply.refusal or reply.events, reply.bench)
        self.band.show_band(said.tone, said.title, said.detail)
        self._told = next((event.number for event in reply.events if type(event).__name__ == "ItemLookedUp"), "")
        if self._told:
            free = self._code_for(Qt.Key.Key_Return, "\r") is None
            self.band.offer(self._words("Show it whole"), "Enter" if free else "")
        return str(said.tone)

    def show_refusal(self, title: str, detail: str) -> None:
        """Say in the band that something cannot go on."""
        self.band.show_band("bad", title, detail)

    def show_bench(self, bench: "BenchSnapshot") -> None:
        """Show how the bench stands now."""
        first = self.bench is None
        if self.bench is None or self.bench.item != bench.item:
            self._numbers.drop()
        self.bench = bench
        if self._view is None:
            self._view = self._build_view()
        self._view.show_bench(bench)
        self._pages.setCurrentIndex(0 if bench.person is None else 1)
        if first:
            self._say_where_it_stands(bench)

    def _say_where_it_stands(self, bench: "BenchSnapshot") -> None:
        """After a start the band takes up the work where it was left."""
        from returns_desk.wording.band import band  # noqa: PLC0415  not before the first paint

        said = band(self._words, (), bench)
        self.band.show_band(said.tone, said.title, said.detail)

    def _build_view(self) -> "BenchView":
        from returns_desk.desktop.screens.bench_view import BenchView  # noqa: PLC0415  not before the first paint

        view = BenchView(self._words, self._theme, self._clock)
        view.submitted.connect(self._submit)
        view.note_written.connect(self._write_note)
        view.check_answered.connect(self._answer_check)
        view.wanted.connect(self._ask)
        view.matched.connect(self._match)
        self._pages.addWidget(view)
        return view

    def finish_keys(self) -> None:
        """A scan comes: the grade of a key that was just pressed goes before it."""
        self._numbers.settle()

    def _submit(self, code: str) -> None:
        """A button was pressed, perhaps right after a key."""
        self._numbers.settle()
        self.submitted.emit(code)

    def _give_grade(self, digit: str) -> None:
        code = self._code_for(Qt.Key(ord(digit)), digit)
        if code is not None:
            self.submitted.emit(code)

    def _show_pressed(self, digit: str) -> None:
        if self._view is not None:
            self._view.show_pressed(digit)

    def _ask(self, act: str) -> None:
        """What was wanted that no scan stands for: another screen, or an act that asks for more."""
        from returns_desk.desktop.screens import desk_dialogs  # noqa: PLC0415  brings the use cases
        from returns_desk.desktop.screens.panels.start_card import EXCEPTIONS  # noqa: PLC0415

        if act == EXCEPTIONS:
            self.screen_wanted.emit(act, "")
        elif self.bench is not None:
            desk_dialogs.ask(act, self._words, self.bench, self.step_wanted.emit, self)

    def _show_told(self) -> None:
        self.screen_wanted.emit("items", self._told)

    def _match(self, candidate: "ReturnCandidate") -> None:
        from returns_desk.desktop.screens import desk_dialogs  # noqa: PLC0415  brings the use cases

        if self.bench is not None and self.bench.parcel is not None:
            self.step_wanted.emit(desk_dialogs.matching_step(self.bench.parcel, candidate))

    def _write_note(self, item_id: str, note: str) -> None:
        from returns_desk.desktop.bench_jobs import write_note_about  # noqa: PLC0415  brings the use cases

        self.step_wanted.emit(lambda desk: write_note_about(desk, item_id, note))

    def _answer_check(self, code: str, value: str) -> None:
        from returns_desk.desktop.bench_jobs import answer_check_of  # noqa: PLC0415  brings the use cases

        item = self.bench.item if self.bench else None
        if item is not None:
            self.step_wanted.emit(lambda desk: answer_check_of(desk, item.id, code, value))

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a person's key means here; say whether it meant something."""
        if event.key() == Qt.Key.Key_F2:
            self.band.begin_typing()
            return True
        chooses = self._view is not None and self._view.is_choosing
        if not chooses and self._numbers.take_key(event, self.bench):
            return True
        if self._view is not None and self._view.take_key(event):
            return True
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        code = self._code_for(event.key(), event.text(), control=control, shift=shift)
        if code is not None:
            if not event.isAutoRepeat():
                self.submitted.emit(code)
            return True
        if self._told and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._show_told()
            return True
        return not control and self._begin_typing(event)

    def _code_for(self, key: int, text: str, *, control: bool = False, shift: bool = False) -> str | None:
        from returns_desk.desktop.keys import code_for_key  # noqa: PLC0415  not before the first paint

        return code_for_key(key, text, control=control, shift=shift, bench=self.bench)

    def _begin_typing(self, event: QKeyEvent) -> bool:
        """A letter or digit that means nothing here begins a code typed by hand."""
        text = event.text()
        if not text.isprintable() or not text.strip() or event.isAutoRepeat():
            return False
        self.band.begin_typing(text)
        return True
