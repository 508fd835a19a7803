"""What belongs to a story: its papers, photographs and files, and the things it tells of, each a button there."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from returns_desk.desktop.screens.thing_words import say_kind
from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.flow_layout import FlowLayout
from returns_desk.desktop.widgets.photo_strip import PhotoStrip
from returns_desk.domain.papers import DocumentKind
from returns_desk.domain.snapshots import AttachmentSnapshot
from returns_desk.domain.stories import PaperLink, Story, Thing
from returns_desk.wording import Words
from returns_desk.wording.stories import thing_in

MOST_THINGS, MOST_PHOTOS = 24, 48
T = TypeVar("T")


class Belongings(QScrollArea):
    """``thing_wanted`` gives kind and number, ``paper_wanted`` a paper, ``file_wanted`` a file from outside."""

    thing_wanted = Signal(str, str)
    paper_wanted = Signal(object)  # PaperLink
    file_wanted = Signal(object)  # AttachmentSnapshot

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._words = words
        inside = QWidget()
        inside.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # as wide as there is room
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(4, 0, 4, 0)
        self._column.setSpacing(6)
        self._papers = self._part(words("Papers"))
        self._photos = label(words("Photographs"), "heading")
        self._column.addWidget(self._photos)
        self.photos = PhotoStrip(words, theme)
        self._column.addWidget(self.photos)
        self._more_photos = label("", "small", wraps=True)
        self._column.addWidget(self._more_photos)
        self._files = self._part(words("Files"))
        self._things = self._part(words("What it tells of"))
        self._column.addStretch(1)
        self.setWidget(inside)

    def _part(self, title: str) -> "_Part":
        part = _Part(title)
        self._column.addWidget(part)
        return part

    def show_story(self, story: Story) -> None:
        """Show what belongs to it; of very many things and photographs the last ones."""
        words = self._words
        shown = story.photos[-MOST_PHOTOS:]
        self._photos.setVisible(bool(shown))
        self.photos.show_photos(shown)
        left_out = len(story.photos) - len(shown)
        self._more_photos.setText(words("{count} earlier photographs are not shown", count=left_out))
        self._more_photos.setVisible(left_out > 0)
        self._papers.show_buttons(story.papers, self._paper)
        self._files.show_buttons(story.files, self._file)
        others = [thing for thing in story.things if thing != story.about]
        more = words("and {count} more", count=len(others) - MOST_THINGS) if len(others) > MOST_THINGS else ""
        self._things.show_buttons(others[:MOST_THINGS], self._thing, more)

    def _paper(self, paper: PaperLink) -> QPushButton:
        title = f"{paper.number} · {self._words.name(DocumentKind(paper.kind))}"
        button = push_button(title, f"belongs_paper_{paper.number}")
        button.clicked.connect(lambda: self.paper_wanted.emit(paper))
        return button

    def _file(self, file: AttachmentSnapshot) -> QPushButton:
        button = push_button(f"{file.name} · {self._words.name(file.kind)}", f"belongs_file_{file.id}")
        button.clicked.connect(lambda: self.file_wanted.emit(file))
        return button

    def _thing(self, thing: Thing) -> QPushButton:
        named = " · ".join(part for part in (thing.number, thing_in(self._words, thing)) if part)
        button = push_button(f"{say_kind(self._words, thing.kind)} {named}", f"belongs_{thing.kind}_{thing.number}")
        button.clicked.connect(lambda: self.thing_wanted.emit(thing.kind, thing.number))
        return button


class _Part(QWidget):
    """A heading with buttons below; hidden while there are none."""

    def __init__(self, title: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(title, "heading"))
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, gap=6)
        column.addWidget(self._holder)
        self._more = label("", "small")
        column.addWidget(self._more)

    def show_buttons(self, of: Sequence[T], make: Callable[[T], QPushButton], more: str = "") -> None:
        """One button each; ``more`` says what is left out."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in of:
            self._flow.addWidget(make(one))
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.setVisible(bool(of))
        self._holder.updateGeometry()
