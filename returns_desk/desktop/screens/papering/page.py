"""Settings, the page of papers: form and preview beside each other, and what can be done above them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.screens.papering.board import Board
from returns_desk.desktop.screens.papering.form import PaperForm
from returns_desk.desktop.screens.papering.jobs import look_at_paper, save_paper
from returns_desk.desktop.screens.papering.live_preview import LivePreview
from returns_desk.desktop.screens.papering.logo_card import LogoCard
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.scrolled import scrolled
from returns_desk.domain.events import Event
from returns_desk.domain.refusals import DeskError
from returns_desk.wording.events import say_event
from returns_desk.wording.refusals import refusal_line

_GAP = 10


class PaperingPage(QWidget):
    """``said`` tells how a step went: tone, text. It fills the window itself: only its form is scrolled."""

    said = Signal(str, str)

    def __init__(self, room: Room) -> None:
        super().__init__()
        words = room.words
        self.setObjectName("papering_page")
        self._room = room
        self._resting = False
        self.board = Board(room, self)
        self.logo = LogoCard(room, self.board)
        self.logo.said.connect(self.said)
        self._form = PaperForm(room, self.board, self.logo)
        self.preview = LivePreview(room, self.board)
        self._why_not = label("", "small", wraps=True)
        self._why_not.setObjectName("paper_why_not")
        self._save = push_button(words("Save"), "paper_save", "primary")
        self._save.clicked.connect(self._on_save)
        self._drop = push_button(words("Drop the draft"), "paper_drop")
        self._drop.clicked.connect(self.board.drop)
        self.board.shown.connect(self._show_board)
        self.board.edited.connect(self._show_board)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._why_not, 1)
        head.addWidget(self._drop)
        head.addWidget(self._save)
        sides = QHBoxLayout()
        sides.setSpacing(_GAP)
        sides.addWidget(scrolled(self._form), 1)
        sides.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addLayout(head)
        column.addLayout(sides, 1)

    def show_settings(self) -> None:
        """Read what is in force anew; a draft stays."""
        self._room.runner.do(look_at_paper, while_alive(self, self.board.take))

    def _show_board(self) -> None:
        board, words = self.board, self._room.words
        none = "" if board.draft else words("There is no draft")
        wrong = words("Something does not fit yet") if board.faults else ""
        for button, why in ((self._save, board.why_not or none or wrong), (self._drop, board.why_not or none)):
            button.setEnabled(not why and not self._resting)
            button.setToolTip(why)
            button.setAccessibleDescription(why)
        self._why_not.setText(board.why_not or wrong or self._say())

    def _say(self) -> str:
        words = self._room.words
        if self.board.draft is None:
            return words("What is changed here counts for papers from then on; issued ones keep their look")
        kept = words("It is kept until the program closes, also when you leave this page")
        return f"{words('A draft, not in force')}. {kept}."

    def _on_save(self) -> None:
        board = self.board
        company, look, logo = board.company, board.look, board.new_logo
        self._rest(True)
        self._room.runner.do(
            lambda desk: save_paper(desk, company, look, logo),
            while_alive(self, self._on_saved),
            while_alive(self, self._on_refused),
            counted=True,
        )

    def _rest(self, resting: bool) -> None:
        """While it is saved, nothing else can be begun."""
        self._resting = resting
        self._show_board()

    def _on_saved(self, events: tuple[Event, ...]) -> None:
        words = self._room.words
        self.board.forget_draft()
        self._rest(False)
        undo = words("Ctrl+Z at the desk takes it back")
        said = [*(say_event(words, event) for event in events), undo] if events else [words("Nothing changed")]
        self.said.emit("ok", " · ".join(said))
        self._room.runner.tell(events)
        self.show_settings()

    def _on_refused(self, refusal: DeskError) -> None:
        self._rest(False)
        self.said.emit("bad", refusal_line(self._room.words, refusal))
