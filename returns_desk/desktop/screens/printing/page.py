"""Settings, the page of printers: the queue above; below it where each kind of paper goes, and the chosen route."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from returns_desk.desktop.screens.printing.board import RoutesBoard
from returns_desk.desktop.screens.printing.queue_card import QueueCard
from returns_desk.desktop.screens.printing.route_form import RouteForm
from returns_desk.desktop.screens.printing.routes_card import RoutesCard
from returns_desk.desktop.screens.printing.trials import Trials
from returns_desk.desktop.screens.screen import Room
from returns_desk.outbox import Drained

_GAP = 10
_WIDE = 900  # pixels that table and form need beside each other


class PrintersPage(QWidget):
    """``said`` tells how a change, a step or a test print went: tone, text."""

    said = Signal(str, str)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.setObjectName("printers_page")
        self._room = room
        self.board = RoutesBoard(room, self)
        self.queue = QueueCard(room)
        self._routes = RoutesCard(room, self.board)
        self._form = RouteForm(room.words, self.board)
        self._trials = Trials(room, self.board)
        self._form.trial_wanted.connect(self._trials.print_trial)
        self._form.calibration_wanted.connect(self._trials.print_calibration)
        for teller in (self.board, self.queue, self._trials):
            teller.said.connect(self.said)
        self._tried = False  # somebody waits for what comes of it
        self.queue.tried.connect(self._on_tried)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        if room.station.printing is not None:
            room.station.printing.changed.connect(self.queue.show_settings)
            room.station.printing.ended.connect(self._on_ended)
        self.board.ask_again()

    def _lay_out(self) -> None:
        self._sides.setSpacing(_GAP)
        self._sides.addWidget(self._routes, 11)
        self._sides.addWidget(self._form, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self.queue)
        column.addLayout(self._sides)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Table and form stand beside each other where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def show_settings(self) -> None:
        """Read the queue anew, and show the routes as they are now."""
        self.queue.show_settings()
        self.board.ask()
        self.board.shown.emit()

    def _on_tried(self) -> None:
        self._tried = True

    def _on_ended(self, drained: Drained) -> None:
        """Say how a printer's turn went; that one failed by itself stands in the queue and needs no word."""
        words = self._room.words
        self.board.ask_anew(drained.printer)
        if drained.trouble is not None and drained.waiting:
            if not self._tried:
                return
            self._tried = False
            why = words.name(drained.trouble)
            self.said.emit("bad", words("{trouble}, {count} waiting", trouble=why, count=drained.waiting))
        elif drained.printed:
            self.said.emit("ok", words("Printed: {count}", count=drained.printed))
