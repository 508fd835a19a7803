"""Tries a printer: a label or page with today's date, or the paper by which it is set right; sent by the pool."""

from PySide6.QtCore import QObject, Signal

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.screens.printing.board import RouteRow, RoutesBoard
from returns_desk.desktop.screens.printing.printer_words import kind_of, say_printer
from returns_desk.desktop.screens.printing.trial_jobs import send_calibration, send_trial
from returns_desk.desktop.screens.screen import Room
from returns_desk.domain.printing import FOLDER, LABELS


class Trials(QObject):
    """``said`` tells how it went: tone, text."""

    said = Signal(str, str)

    def __init__(self, room: Room, board: RoutesBoard) -> None:
        super().__init__(board)
        self._room, self._board = room, board

    def print_trial(self) -> None:
        """Print a test label or page where the chosen route goes."""
        row, home, now = self._board.row, self._room.home, self._room.clock()
        language = row.route.language or self._room.words.language
        self._room.pool.begin(
            lambda _report: send_trial(row.route, row.family, home, language, now),
            while_alive(self, lambda trouble: self._on_sent(row, trouble)),
        )

    def print_calibration(self) -> None:
        """Print the calibration page or label where the chosen route goes."""
        row, home = self._board.row, self._room.home
        language = row.route.language or self._room.words.language
        self._room.pool.begin(
            lambda _report: send_calibration(row.route, row.family, home, language),
            while_alive(self, lambda trouble: self._on_sent(row, trouble)),
        )

    def _on_sent(self, row: RouteRow, trouble: str) -> None:
        words = self._room.words
        label = row.family == LABELS
        printer = say_printer(words, row.route.printer)
        if trouble:
            failed = (
                words("The test label was not printed: {why}", why=trouble)
                if label
                else words("The test page was not printed: {why}", why=trouble)
            )
            self.said.emit("bad", failed)
        elif kind_of(row.route.printer) == FOLDER:
            folder = row.route.printer.removeprefix(f"{FOLDER}:") if ":" in row.route.printer else ""
            place = folder or str(self._room.home / ("labels" if label else "papers"))
            self.said.emit("ok", self._in_folder(place, label=label))
        elif label:
            self.said.emit("ok", words("The test label went to the printer"))
        else:
            self.said.emit("ok", words("The test page went to {printer}", printer=printer))
        self._board.ask_again()

    def _in_folder(self, folder: str, *, label: bool) -> str:
        words = self._room.words
        if label:
            return words("The test label is in {folder}", folder=folder)
        return words("The test page is in {folder}", folder=folder)
