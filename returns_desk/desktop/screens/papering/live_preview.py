"""A slip as the shop's papers would look, drawn anew shortly after every change."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.preview.view import PaperView
from returns_desk.desktop.screens.papering.board import Board
from returns_desk.desktop.screens.papering.sample import draw_sample
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.choice import Choice
from returns_desk.desktop.widgets.titled import emphasise

RENEWED_MS = 300  # after the last key


class LivePreview(Card):
    """Drawn by the pool, by the very code that draws the slip; what comes too late is not shown."""

    def __init__(self, room: Room, board: Board) -> None:
        words = room.words
        super().__init__(words("How a slip would look"))
        self.setObjectName("paper_preview")
        emphasise(self)
        self._room, self._board = room, board
        self._asked = 0
        offered = [("he", "עברית"), ("en", "English"), ("both", words("Both languages"))]
        self.language = Choice("paper_preview_language", words("Language of the paper"), offered)
        self.language.show_value(words.language)
        self.language.chosen.connect(self._choose)
        self.view = PaperView(words)
        self.view.pages.setMinimumHeight(200)
        self._stale = label(words("This is what fitted last"), "small", wraps=True)
        self._stale.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(RENEWED_MS)
        self._timer.timeout.connect(self._draw)
        self.body.addWidget(self.language)
        self.body.addWidget(self._stale)
        self.body.addWidget(self.view, 1)
        board.shown.connect(self._wait)
        board.edited.connect(self._wait)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what stands there by now."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is drawn for nobody."""
        super().hideEvent(event)
        self._timer.stop()

    def _wait(self) -> None:
        if self.isVisible():
            self._timer.start()

    def _choose(self, language: str) -> None:
        self.language.show_value(language)
        self._draw()

    def _draw(self) -> None:
        board = self._board
        self._stale.setVisible(bool(board.faults))
        if not board.known or board.faults:
            return
        self._asked += 1
        asked, language, moment = self._asked, self.language.value, self._room.clock()
        company, dress = board.company, board.dress
        slow = self._room.pool.begin(
            lambda _report: draw_sample(company, dress, language, moment),
            while_alive(self, lambda drawn: self._show(asked, drawn)),
        )
        slow.failed.connect(self._room.runner.crashed)

    def _show(self, asked: int, drawn: bytes) -> None:
        if asked == self._asked:  # else something was typed meanwhile
            self.view.show_pages(drawn)
