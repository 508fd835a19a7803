"""The Items screen: one box that finds anything as one types, and the whole life of what was found.

Keys never leave the box: up and down choose among the results, Enter tells the whole story of the chosen one. With
nothing to look for, the newest items stand there.
"""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.icons import icon
from returns_desk.desktop.screens.found_view import FoundView
from returns_desk.desktop.screens.item_acts import ItemActs
from returns_desk.desktop.screens.item_jobs import FoundLook, ThingLook, find_things, look_at_thing
from returns_desk.desktop.screens.notice import Notice
from returns_desk.desktop.screens.screen import Room, Screen
from returns_desk.desktop.screens.story.view import StoryPage
from returns_desk.desktop.screens.thing_view import ThingView
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.chip import Chip
from returns_desk.desktop.widgets.empty_state import EmptyState
from returns_desk.domain.snapshots import Found

_PAUSE_MS = 60  # a fast typist's gap: between two letters nothing is asked
_GAP = 10


class ItemsScreen(Screen):
    """Find anything by number, serial, name or customer."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.setObjectName("items_screen")
        self._room = room
        self._asking = False
        self._shown = ("", "")  # kind and number of the thing in the detail
        self._wanted: tuple[str, str] | None = None  # the thing that a button asked for, whatever else is found
        self.box = self._make_field()
        self._count = Chip()
        self.notice = Notice(room.words, room.theme)
        self._found = FoundView(room.words)
        self._found.chosen.connect(self._on_chosen)
        self._thing = ThingView(room.words, room.theme)
        self._acts = ItemActs(room, self._thing, self.notice)
        self._thing.thing_wanted.connect(self._go_to)
        self._story = StoryPage(room)
        self._story.thing_wanted.connect(self._go_to)
        self._story.closed.connect(self._close_story)
        self._thing.story_wanted.connect(self._tell_story)
        if room.station.photographs is not None:
            room.station.photographs.join_strip(self._thing.photos)
            room.station.photographs.said.connect(self._on_photograph)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._nothing = EmptyState(room.theme, "search", "")
        self._pages = QStackedWidget()
        self._lay_out()

    def _make_field(self) -> QLineEdit:
        words = self._room.words
        field = QLineEdit()
        field.setObjectName("find")
        field.setMaxLength(200)
        field.setClearButtonEnabled(True)
        field.setMinimumWidth(300)
        field.setPlaceholderText(words("Number, serial, product, customer, supplier…"))
        field.setAccessibleName(words("Find anything (Ctrl+K)"))
        field.addAction(icon("search", self._room.theme["muted"], size=18), QLineEdit.ActionPosition.LeadingPosition)
        field.textChanged.connect(lambda: self._pause.start())
        field.textEdited.connect(self._close_story)
        field.returnPressed.connect(lambda: self._tell_story(*self._shown))
        return field

    def _lay_out(self) -> None:
        words = self._room.words
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(label(words("Items"), "screen"))
        top.addWidget(self.box, 1)
        top.addWidget(self._count)
        self._pages.addWidget(self._split())
        nothing = Card()
        nothing.body.addWidget(self._nothing, 1)
        self._pages.addWidget(nothing)
        self._pages.addWidget(self._story)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(_GAP)
        column.addLayout(top)
        column.addWidget(self.notice)
        column.addWidget(self._pages, 1)

    def _split(self) -> QWidget:
        """What was found, and beside it the chosen thing whole."""
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self._found, 9)
        row.addWidget(self._thing, 10)
        return page

    def look_again(self) -> None:
        """Ask anew for what is written in the box."""
        self._ask()
        inside = QApplication.focusWidget()
        if inside is None or not self.isAncestorOf(inside):
            self.box.setFocus()

    def show_number(self, number: str) -> None:
        """Look for a number; empty: put the cursor into the box, over what was looked for before."""
        if number:
            self._close_story()
            self.box.setText(number)
            self._ask()
        self.box.selectAll()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_scan(self, text: str) -> bool:
        """A scan is looked for, but for badges and commands, which are the desk's."""
        self.notice.hide()
        code = text.strip()
        if not code or code.upper().startswith(("ID-", "DO-")):
            return False
        self.show_number(code)
        return True

    def take_key(self, event: QKeyEvent) -> bool:
        """Up and down choose, Escape empties the box, a letter begins to look for something."""
        self.notice.hide()
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._found.step(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        if event.key() == Qt.Key.Key_Escape and self._pages.currentWidget() is self._story:
            self._close_story()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.box.clear()
            self.box.setFocus()
            return True
        if event.text().isprintable() and event.text().strip() and not self.box.hasFocus():
            self.box.setFocus()
            self.box.insert(event.text())
            return True
        return False

    def _ask(self) -> None:
        """Ask the store, one question at a time; what was typed meanwhile is asked next, what lies between is not."""
        self._pause.stop()
        if self._asking:
            return
        self._asking = True
        asked = self.box.text()
        self._room.runner.do(lambda desk: find_things(desk, asked), while_alive(self, self._on_found))

    def _on_found(self, look: FoundLook) -> None:
        self._asking = False
        if look.asked.strip() != self.box.text().strip():
            self._ask()
            return
        words = self._room.words
        took = words.number(round(look.milliseconds, 1 if look.milliseconds < 10 else 0))
        if look.asked:
            count = words("1 result") if len(look.rows) == 1 else words("{count} results", count=len(look.rows))
            self._count.show_word(words("{results} · {ms} ms", results=count, ms=took), "brand")
        else:
            self._count.show_word(words("Items: {count}", count=words.number(look.total)))
        self._say_nothing(look)
        if self._pages.currentWidget() is self._story:
            self._story.view.look_again()
        else:
            self._pages.setCurrentIndex(0 if look.rows else 1)
        self._found.show_found(look)
        self._choose_again()

    def _say_nothing(self, look: FoundLook) -> None:
        words = self._room.words
        if look.asked:
            self._nothing.title.setText(words("Nothing found for {text}", text=look.asked))
            self._nothing.detail.setText(words("The beginnings of words are enough: kett 17, RMA-20, 0501, Abrahami."))
        else:
            self._nothing.title.setText(words("No item was received yet"))
            self._nothing.detail.setText(words("Scan a parcel at the desk; everything that comes out of it is here."))

    def _choose_again(self) -> None:
        """Show the thing that a button asked for; else keep the one that is shown, if it is still there."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None and not self._found.has(*wanted):
            self._found.results.clearSelection()
            self._look_at(*wanted)
            return
        as_before = self._found.choose(*(wanted or self._shown))
        if as_before is not None:
            self._on_chosen(as_before)

    def _on_chosen(self, found: Found) -> None:
        self._look_at(found.kind, found.number)

    def _look_at(self, kind: str, number: str) -> None:
        self._shown = (kind, number)
        self._room.runner.do(lambda desk: look_at_thing(desk, kind, number), while_alive(self, self._on_thing))

    def _on_thing(self, look: ThingLook | None) -> None:
        if look is not None and (look.kind, look.number) == self._shown:
            self._thing.show_thing(look)

    def _tell_story(self, kind: str, number: str) -> None:
        if kind in ("", "product"):
            return
        self._story.tell(kind, number)
        self._pages.setCurrentWidget(self._story)

    def _close_story(self) -> None:
        if self._pages.currentWidget() is self._story:
            self._pages.setCurrentIndex(0)

    def _go_to(self, kind: str, number: str) -> None:
        self._close_story()
        if kind == "batch":
            self._room.go_to("batches", number)
        else:
            self._wanted = (kind, number)
            self.show_number(number)

    def _on_photograph(self, tone: str, title: str, _detail: str) -> None:
        if self.isVisible():
            self.notice.tell(tone, title)
