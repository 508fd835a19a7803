"""What happened, chapter by chapter: a line of dots, a sentence at each, what many pieces have in common unfolds."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from returns_desk.desktop.screens.timeline_view import TimelineRow
from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import clear, label
from returns_desk.desktop.widgets.chip import Chip
from returns_desk.domain.stories import Chapter, PaperLink, Story, StoryEntry, Thing
from returns_desk.wording import Words
from returns_desk.wording.stories import say_chapter

MOST_SHOWN = 200  # rows at once: of more, the last ones are shown


class ChaptersView(QScrollArea):
    """``thing_wanted`` gives kind and number, ``paper_wanted`` a paper, ``photo_wanted`` a photograph's id."""

    thing_wanted = Signal(str, str)
    paper_wanted = Signal(object)  # PaperLink
    photo_wanted = Signal(str)

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("story_chapters")
        self.setAccessibleName(words("What happened"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._words, self._theme = words, theme
        self._story: Story | None = None
        self._unfolded: set[tuple[str, str]] = set()
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(6, 0, 6, 0)
        self._column.setSpacing(0)
        self.setWidget(inside)

    def show_story(self, story: Story) -> None:
        """Show the chapters; those that were unfolded stay so while it is the same story."""
        if self._story is None or self._story.about != story.about:
            self._unfolded.clear()
            self.verticalScrollBar().setValue(0)
        self._story = story
        self._build()

    def _build(self) -> None:
        if self._story is None:
            return
        clear(self._column)
        rows = self._rows(self._story.chapters)
        left_out = len(rows) - MOST_SHOWN
        if left_out > 0:
            self._column.addWidget(label(self._words("{count} earlier steps are not shown", count=left_out), "quiet"))
        shown = rows[-MOST_SHOWN:]
        day: date | None = None
        for place, (chapter, inside) in enumerate(shown):
            row = TimelineRow(self._theme, first=place == 0, last=place == len(shown) - 1, to_come=inside)
            self._fill(row, chapter, day)
            self._column.addWidget(row)
            day = chapter.at.astimezone().date()
        self._column.addStretch(1)

    def _rows(self, chapters: Sequence[Chapter]) -> list[tuple[Chapter, bool]]:
        """Chapters, and after an unfolded one its entries, which are told as inside of it."""
        rows: list[tuple[Chapter, bool]] = []
        for chapter in chapters:
            rows.append((chapter, False))
            if _name(chapter) in self._unfolded:
                rows += [(Chapter(entry.stage, (entry,)), True) for entry in chapter.entries[-MOST_SHOWN:]]
        return rows

    def _fill(self, row: TimelineRow, chapter: Chapter, day: date | None) -> None:
        words, entry = self._words, chapter.entries[0]
        says = QVBoxLayout()
        says.setSpacing(0)
        says.addWidget(label(say_chapter(words, chapter), "strong" if len(chapter.entries) > 1 else "", wraps=True))
        row.row.addLayout(says, 1)
        if len(chapter.entries) > 1:
            row.row.addWidget(self._unfolding(chapter), 0, Qt.AlignmentFlag.AlignTop)
            return
        person = entry.told.person_in(words.language) or "—"
        who = words("{person}, station {station}", person=person, station=entry.told.station)
        below = self._links(entry)
        below.insertWidget(0, label(who, "small"))
        says.addLayout(below)
        if entry.told.undone:
            row.row.addWidget(Chip(words("taken back"), "ask"), 0, Qt.AlignmentFlag.AlignTop)
        same_day = entry.at.astimezone().date() == day
        when = words.time(entry.at) if same_day else words.moment(entry.at)
        row.row.addWidget(label(when, "small"), 0, Qt.AlignmentFlag.AlignTop)

    def _unfolding(self, chapter: Chapter) -> QPushButton:
        name = _name(chapter)
        title = self._words("Fold") if name in self._unfolded else self._words("Unfold")
        button = push_button(title, f"unfold_{chapter.stage.value}", "quiet")
        button.clicked.connect(lambda: self._turn(name))
        return button

    def _turn(self, name: tuple[str, str]) -> None:
        self._unfolded ^= {name}
        self._build()

    def _links(self, entry: StoryEntry) -> QHBoxLayout:
        """What the entry leads to: the thing it is about, its papers, its photographs."""
        row = QHBoxLayout()
        row.setSpacing(6)
        if self._story is not None and entry.about != self._story.about:
            row.addWidget(self._thing(entry.about))
        for paper in entry.papers:
            row.addWidget(self._paper(paper))
        for photo in entry.photos:
            button = push_button(self._words.name(photo.kind), f"story_photo_{photo.id}", "link")
            button.clicked.connect(lambda _=False, which=photo.id: self.photo_wanted.emit(which))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _thing(self, thing: Thing) -> QPushButton:
        button = push_button(thing.number, f"story_{thing.kind}_{thing.number}", "link")
        button.clicked.connect(lambda: self.thing_wanted.emit(thing.kind, thing.number))
        return button

    def _paper(self, paper: PaperLink) -> QPushButton:
        button = push_button(paper.number, f"story_paper_{paper.number}", "link")
        button.clicked.connect(lambda: self.paper_wanted.emit(paper))
        return button


def _name(chapter: Chapter) -> tuple[str, str]:
    """What tells a chapter apart from the others of its story: its beginning, which never changes."""
    return chapter.stage.value, chapter.at.isoformat() if len(chapter.entries) > 1 else ""
