"""The whole way of goods on one page: what happened at the leading edge, what belongs to it beside it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.preview import open_preview
from returns_desk.desktop.preview.shown import PAPER_OF
from returns_desk.desktop.screens.notice import Notice
from returns_desk.desktop.screens.papers.steps import PapersSteps
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.screens.story.belongings import Belongings
from returns_desk.desktop.screens.story.chapters_view import ChaptersView
from returns_desk.desktop.screens.story.jobs import look_at_story
from returns_desk.desktop.screens.thing_words import say_kind
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, code_label, label
from returns_desk.desktop.widgets.empty_state import EmptyState
from returns_desk.domain.papers import DocumentKind
from returns_desk.domain.snapshots import BatchSnapshot
from returns_desk.domain.stories import PaperLink, Story


class StoryView(QWidget):
    """Asks only while it is seen. ``thing_wanted`` gives kind and number of what somebody wants to see.

    ``papers_wanted`` gives the number of a batch whose papers somebody wants to see.
    """

    thing_wanted = Signal(str, str)
    papers_wanted = Signal(str)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._wanted = ("", "")
        self._stale, self._asked = False, 0
        self.chapters = ChaptersView(room.words, room.theme)
        self.belongings = Belongings(room.words, room.theme)
        for part in (self.chapters, self.belongings):
            part.thing_wanted.connect(self.thing_wanted)
            part.paper_wanted.connect(self._open_paper)
        self.chapters.photo_wanted.connect(self._enlarge)
        self.steps = PapersSteps(room, self)
        self.belongings.file_wanted.connect(self.steps.open_file)
        self._told = Notice(room.words, room.theme)
        self.steps.said.connect(self._told.tell)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._whole())
        self._pages.addWidget(EmptyState(room.theme, "search", room.words("Nothing happened yet")))
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.addWidget(self._told)
        column.addWidget(self._pages, 1)
        if room.station.photographs is not None:
            room.station.photographs.join_strip(self.belongings.photos)

    def _whole(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.chapters, 58)
        row.addWidget(self.belongings, 42)
        return page

    def show_batch(self, batch: BatchSnapshot) -> None:
        """As a page beside a batch's lines."""
        self.tell("batch", batch.row.number)

    def tell(self, kind: str, number: str) -> None:
        """Tell the way of this thing, once it is seen."""
        self._wanted, self._stale = (kind, number), True
        if self.isVisible():
            self._ask()

    def look_again(self) -> None:
        """Tell the same anew."""
        if self._wanted[1]:
            self.tell(*self._wanted)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what was wanted while it was not seen."""
        super().showEvent(event)
        if self._stale:
            self._ask()

    def _ask(self) -> None:
        self._stale = False
        self._asked += 1
        asked, (kind, number) = self._asked, self._wanted
        self._room.runner.do(
            lambda desk: look_at_story(desk, kind, number),
            while_alive(self, lambda story: self._show(story) if asked == self._asked else None),
        )

    def _show(self, story: Story | None) -> None:
        self._pages.setCurrentIndex(0 if story is not None and story.entries else 1)
        if story is not None:
            self.chapters.show_story(story)
            self.belongings.show_story(story)

    def _open_paper(self, paper: PaperLink) -> None:
        """A numbered paper is shown; others are where their batch's papers are."""
        if paper.kind in set(DocumentKind):
            open_preview(self._room, PAPER_OF[DocumentKind(paper.kind)], paper.number, parent=self)
        else:
            self.papers_wanted.emit(paper.batch)

    def _enlarge(self, photo_id: str) -> None:
        places = [photo.id for photo in self.belongings.photos.photos]
        if photo_id in places:
            self.belongings.photos.enlarged.emit(places.index(photo_id))


class StoryPage(Card):
    """The same with its own heading and the way back: ``closed`` says that somebody has seen enough."""

    closed = Signal()
    thing_wanted = Signal(str, str)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._words = room.words
        self.heading.hide()
        self.view = StoryView(room)
        self.view.thing_wanted.connect(self.thing_wanted)
        self.view.papers_wanted.connect(lambda number: self.thing_wanted.emit("batch", number))
        self._title = code_label("", "title")
        back = push_button(room.words("Back (Esc)"), "story_back")
        back.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(self._title)
        top.addWidget(label(room.words("From the parcel to the credit"), "quiet"))
        top.addStretch(1)
        top.addWidget(back)
        self.body.addLayout(top)
        self.body.addWidget(self.view, 1)

    def tell(self, kind: str, number: str) -> None:
        """Tell the way of this thing."""
        self._title.setText(f"{say_kind(self._words, kind)} {number}")
        self.setAccessibleName(self._title.text())
        self.view.tell(kind, number)
