"""Settings, the page of suppliers: the list, the chosen one's terms as a form, and beside it what they would say."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.screens.supplying.board import Board
from returns_desk.desktop.screens.supplying.files import TermsFiles
from returns_desk.desktop.screens.supplying.head import TermsHead
from returns_desk.desktop.screens.supplying.jobs import SuppliersLook, look_at_suppliers, save_terms
from returns_desk.desktop.screens.supplying.suppliers_card import SuppliersCard
from returns_desk.desktop.screens.supplying.terms_form import TermsForm
from returns_desk.desktop.screens.supplying.try_card import TryCard
from returns_desk.domain.events import Event
from returns_desk.domain.refusals import DeskError
from returns_desk.wording.events import say_event
from returns_desk.wording.refusals import refusal_line

_GAP = 10
_WIDE = 900  # pixels that list, form and example need beside each other


class SupplyingPage(QWidget):
    """``said`` tells how a step went: tone, text."""

    said = Signal(str, str)

    def __init__(self, room: Room) -> None:
        super().__init__()
        words = room.words
        self.setObjectName("supplying_page")
        self._room = room
        self.board = Board(room, self)
        self._head = TermsHead(words, self.board)
        self.files = TermsFiles(room, self.board)
        self._suppliers = SuppliersCard(words, self.board)
        self._form = TermsForm(words, self.board)
        self._try = TryCard(room, self.board)
        self._head.wanted.connect(self._on_wanted)
        self.files.said.connect(self.said)
        self._above = QWidget()  # what the example leaves above itself, so that it stays in sight beside the form
        self._above.setFixedHeight(0)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self._head)
        column.addWidget(self.files)
        self._sides.setSpacing(_GAP)
        for card, share in ((self._suppliers, 4), (self._form, 9), (self._try, 6)):
            side = QVBoxLayout()
            side.setSpacing(0)
            if card is self._try:
                side.addWidget(self._above)
            side.addWidget(card)
            side.addStretch(1)
            self._sides.addLayout(side, share)
        column.addLayout(self._sides)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """List, form and example stand beside each other where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def showEvent(self, event: QShowEvent) -> None:
        """From now on the example goes along with what is scrolled."""
        super().showEvent(event)
        around = self.parent()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parent()
        if around is not None:
            bar = around.verticalScrollBar()
            bar.valueChanged.connect(self._follow, Qt.ConnectionType.UniqueConnection)

    @Slot(int)
    def _follow(self, scrolled: int) -> None:
        """Keep the example in sight, but no lower than the form's end."""
        wide = self._sides.direction() == QBoxLayout.Direction.LeftToRight
        room = self._form.height() - self._try.height()
        self._above.setFixedHeight(max(0, min(scrolled - self._form.y(), room)) if wide else 0)

    def show_settings(self) -> None:
        """Read the terms anew; drafts stay."""
        self._room.runner.do(look_at_suppliers, while_alive(self, self.board.take))

    def _on_wanted(self, act: str) -> None:
        match act:
            case "save":
                self._save()
            case "import":
                self.files.ask_for_file()
            case "export":
                self.files.ask_where()

    def _save(self) -> None:
        code, terms = self.board.code, self.board.terms
        self._head.rest(True)
        self._room.runner.do(
            lambda desk: save_terms(desk, code, terms),
            while_alive(self, lambda events: self._on_saved(code, events)),
            while_alive(self, self._on_refused),
            counted=True,
        )

    def _on_saved(self, code: str, events: tuple[Event, ...]) -> None:
        words = self._room.words
        self._head.rest(False)
        undo = words("Ctrl+Z at the desk takes it back, until something goes by it")
        said = (
            [*(say_event(words, event) for event in events), undo]
            if events
            else [words("The same terms stand already")]
        )
        self.said.emit("ok", " · ".join(said))
        self.board.forget_draft(code)
        self._room.runner.tell(events)
        self._room.runner.do(look_at_suppliers, while_alive(self, self._show_saved))

    def _show_saved(self, look: SuppliersLook) -> None:
        self.board.take(look)
        self.board.show_newest()

    def _on_refused(self, refusal: DeskError) -> None:
        self._head.rest(False)
        self.said.emit("bad", refusal_line(self._room.words, refusal))
