"""Settings, the page of the rules for decisions: its cards side by side, or under each other where it is narrow."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.screens.deciding.board import Board
from returns_desk.desktop.screens.deciding.book_form import BookForm
from returns_desk.desktop.screens.deciding.example_card import ExampleCard
from returns_desk.desktop.screens.deciding.files import FilesCard
from returns_desk.desktop.screens.deciding.jobs import DecidingLook, look_at_deciding, switch_on
from returns_desk.desktop.screens.deciding.overrides_card import OverridesCard
from returns_desk.desktop.screens.deciding.replay_card import ReplayCard
from returns_desk.desktop.screens.deciding.row_form import RowForm
from returns_desk.desktop.screens.deciding.rule_table import RuleTable
from returns_desk.desktop.screens.deciding.versions import VersionsCard
from returns_desk.desktop.screens.screen import Room
from returns_desk.domain.events import Event
from returns_desk.domain.refusals import DeskError
from returns_desk.wording.events import say_event
from returns_desk.wording.refusals import refusal_line

_GAP = 10
_WIDE = 900  # pixels that form and example need beside each other


class DecidingPage(QWidget):
    """``said`` tells how a step went: tone, text."""

    said = Signal(str, str)

    def __init__(self, room: Room) -> None:
        super().__init__()
        words = room.words
        self.setObjectName("deciding_page")
        self._room = room
        self.board = Board(room, self)
        self._versions = VersionsCard(words, self.board)
        self._table = RuleTable(words, self.board)
        self._form = RowForm(words, self.board)
        self._book = BookForm(words, self.board)
        self._example = ExampleCard(room, self.board)
        self._overrides = OverridesCard(words, self.board)
        self._replay = ReplayCard(room, self.board)
        self._files = FilesCard(room, self.board)
        self._versions.wanted.connect(self._on_wanted)
        self._replay.running.connect(self._versions.rest)
        self._replay.refused.connect(self._on_refused)
        self._files.said.connect(self.said)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        above: tuple[QWidget, ...] = (self._versions, self._files, self._replay, self._table)
        for card in above:
            column.addWidget(card)
        self._sides.setSpacing(_GAP)
        self._sides.addLayout(_under_each_other(self._form, self._book), 3)
        self._sides.addLayout(_under_each_other(self._example, self._overrides), 2)
        column.addLayout(self._sides)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Form and example stand beside each other where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def show_settings(self) -> None:
        """Read the rules anew; a draft stays."""
        self._room.runner.do(look_at_deciding, while_alive(self, self.show_rules))

    def show_rules(self, look: DecidingLook) -> None:
        """Show what the store has."""
        self._form.offer_scopes(look.scopes)
        self._example.offer_scopes(look.scopes)
        self.board.take(look)
        self._example.show_settings()

    def _on_wanted(self, act: str) -> None:
        match act:
            case "switch_on":
                self._switch_on()
            case "replay":
                self._replay.begin()
            case "import":
                self._files.ask_for_file()
            case "export":
                self._files.ask_where()

    def _switch_on(self) -> None:
        book = self.board.book
        self._versions.rest(True)
        self._room.runner.do(
            lambda desk: switch_on(desk, book),
            while_alive(self, self._on_switched_on),
            while_alive(self, self._on_refused),
            counted=True,
        )

    def _on_switched_on(self, events: tuple[Event, ...]) -> None:
        self._versions.rest(False)
        words = self._room.words
        undo = words("Ctrl+Z at the desk takes it back, until something is decided by it")
        self.said.emit("ok", " · ".join([*(say_event(words, event) for event in events), undo]))
        self.board.forget_draft()
        self._room.runner.tell(events)

    def _on_refused(self, refusal: DeskError) -> None:
        self._versions.rest(False)
        self.said.emit("bad", refusal_line(self._room.words, refusal))


def _under_each_other(*cards: QWidget) -> QVBoxLayout:
    side = QVBoxLayout()
    side.setSpacing(_GAP)
    for card in cards:
        side.addWidget(card)
    side.addStretch(1)
    return side
