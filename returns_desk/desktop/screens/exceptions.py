"""The Exceptions screen: whatever waits, looks odd or was done otherwise, and the ways to settle it.

All by keys: up and down choose a row, left and right a kind, Enter takes the first way, digits the others.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.dialogs.entry import EntryDialog, Field, ask_facts
from returns_desk.desktop.key_events import ENTER
from returns_desk.desktop.screens.exception_acts import ASKING, Act, acts_for
from returns_desk.desktop.screens.exception_jobs import ExceptionsLook, look_at_exceptions, take_back, take_way
from returns_desk.desktop.screens.exception_list import ExceptionTable, KindChips
from returns_desk.desktop.screens.exception_view import ExceptionView
from returns_desk.desktop.screens.exception_words import plate_of, title_of
from returns_desk.desktop.screens.notice import Notice
from returns_desk.desktop.screens.place_form import ask_place
from returns_desk.desktop.screens.screen import Room, Screen
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.empty_state import EmptyState
from returns_desk.domain.events import Event
from returns_desk.domain.exceptions import ExceptionKind, ExceptionRow, Way
from returns_desk.domain.refusals import DeskError
from returns_desk.wording.events import say_event

_GAP = 10
_ROOM_FOR_LIFE = 820
_UNDO_KEYS = (Qt.Key.Key_Z, 0x5D6)  # Z, also while the keyboard is set to Hebrew


class ExceptionsScreen(Screen):
    """Kinds above, the list at the leading edge, the chosen one beside it."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.setObjectName("exceptions_screen")
        self._room = room
        self._kind: ExceptionKind | None = None
        self._key, self._asked = "", 0
        self._asking: Way | None = None
        self._look: ExceptionsLook | None = None
        self.notice = Notice(room.words, room.theme)
        self._kinds = KindChips(room.words)
        self._kinds.chosen.connect(self._choose_kind)
        self._list = ExceptionTable(room.words, room.clock)
        self._list.chosen.connect(self._on_chosen)
        self.view = ExceptionView(room.words, room.theme)
        self.view.wanted.connect(self._take)
        self.view.life_wanted.connect(lambda number: room.go_to("items", number))
        self._pages = QStackedWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        words = self._room.words
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(_GAP)
        column.addWidget(label(words("Exceptions"), "screen"))
        column.addWidget(self._kinds)
        column.addWidget(self.notice)
        self._pages.addWidget(self._split())
        nothing = Card()
        calm = words("Holds, parcels without a return, refused scans and whatever looks odd gather here by themselves.")
        nothing.body.addWidget(
            EmptyState(self._room.theme, "circle-check", words("Nothing waits for anybody"), calm), 1
        )
        self._pages.addWidget(nothing)
        column.addWidget(self._pages, 1)

    def _split(self) -> QWidget:
        page = QWidget()
        listed = Card()
        listed.heading.hide()
        listed.body.setContentsMargins(6, 4, 6, 8)
        listed.body.addWidget(self._list, 1)
        whole = QScrollArea()
        whole.setWidgetResizable(True)
        whole.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.view)
        whole.setWidget(holder)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(listed, 60)
        row.addWidget(whole, 40)
        return page

    @property
    def row(self) -> ExceptionRow | None:
        """What is chosen."""
        return self._look.row if self._look else None

    def look_again(self) -> None:
        """Read everything anew; of several answers only the last is shown."""
        self._asked += 1
        asked, kind, key, place = self._asked, self._kind, self._key, self._list.currentIndex().row()
        self._room.runner.do(
            lambda desk: look_at_exceptions(desk, kind, key, place),
            while_alive(self, lambda look: self._show(look) if asked == self._asked else None),
        )

    def take_key(self, event: QKeyEvent) -> bool:
        """Up, down, left, right, Enter, digits and Ctrl+Z; any key takes the notice away."""
        self.notice.hide()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return event.key() in _UNDO_KEYS and self._undo()
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._list.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            onwards = (event.key() == Qt.Key.Key_Right) != self._room.words.right_to_left
            self._choose_kind(self._kinds.next_kind(1 if onwards else -1))
        elif event.key() == Qt.Key.Key_Escape:
            self._ask_further(None)
        else:
            return self._take_number(event)
        return True

    def _take_number(self, event: QKeyEvent) -> bool:
        number = 1 if event.key() in ENTER else int(event.text()) if event.text() in tuple("123456789") else 0
        act = self.view.act(number)
        if act is not None and not event.isAutoRepeat():
            self._take(act)
        return number > 0

    def _choose_kind(self, kind: ExceptionKind | None) -> None:
        self._kind, self._key = kind, ""
        self._list.clearSelection()
        self.look_again()

    def _on_chosen(self, row: ExceptionRow) -> None:
        if row.key != self._key:
            self._key, self._asking = row.key, None
            self.look_again()

    def _show(self, look: ExceptionsLook) -> None:
        self._look, self._kind = look, look.kind
        self._kinds.show_counts(look.counts, look.kind)
        self._kinds.setVisible(look.total > 0)
        self._pages.setCurrentIndex(0 if look.row else 1)
        if look.row is None:
            return
        if look.row.key != self._key:
            self._key, self._asking = look.row.key, None
        self._list.show_exceptions(look.rows, look.row)
        self.view.show_row(look.row, acts_for(self._room.words, look, self._asking), self._asking)
        self._show_life()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What happened to the thing is told where there is room for it."""
        super().resizeEvent(event)
        self._show_life()

    def _show_life(self) -> None:
        if self._look is not None:
            self.view.show_life(self._look.timeline, has_room=self.height() >= _ROOM_FOR_LIFE)

    def _ask_further(self, way: Way | None) -> None:
        self._asking = way
        if self._look is not None:
            self._show(self._look)

    def _take(self, act: Act) -> None:
        """Begin a way: some ask further in their own place, one asks for a note, the rest are done at once."""
        row = self.row
        if row is None:
            return
        if act.way is Way.OPEN:
            self._room.go_to("desk", "")
            self._room.submit(plate_of(row))
        elif act.way is Way.BATCH:
            self._room.go_to("batches", row.number)
        elif act.way in ASKING and self._asking is None:
            self._ask_further(act.way)
        elif act.way is Way.SEEN:
            self._ask_note(row)
        elif act.way is Way.PUT:
            ask_place(self._room.words, row.number, self, lambda code: self._do(row, Way.PUT, code))
        else:
            self._do(row, act.way, act.answer)

    def _ask_note(self, row: ExceptionRow) -> None:
        words = self._room.words
        note = Field("note", words("Note"), hint=words("What was found out (may be left empty)"))
        title = words("{what}: looked at", what=f"{words.name(row.kind)} · {title_of(words, row)}")
        dialog = EntryDialog(words, title, (note,), words.name(Way.SEEN), self)
        ask_facts(dialog, lambda facts: self._do(row, Way.SEEN, facts["note"]))

    def _do(self, row: ExceptionRow, way: Way, answer: str) -> None:
        self._asking = None
        self._room.runner.do(
            lambda desk: take_way(desk, row, way, answer),
            while_alive(self, self._on_done),
            while_alive(self, self._on_refused),
            counted=True,
        )

    def _undo(self) -> bool:
        self._room.runner.do(
            take_back, while_alive(self, self._on_done), while_alive(self, self._on_refused), counted=True
        )
        return True

    def _on_done(self, events: tuple[Event, ...]) -> None:
        said = dict.fromkeys(say_event(self._room.words, event) for event in events)
        self.notice.tell("ok", "\n".join(list(said)[:4]))
        self._room.runner.tell(events)

    def _on_refused(self, refusal: DeskError) -> None:
        self.notice.refuse(refusal)
        self.look_again()
