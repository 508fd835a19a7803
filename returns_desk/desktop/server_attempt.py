"""One try to join a server, beside the window, with a deadline; a desk that comes too late is closed again."""

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from returns_desk.desktop.first_start_jobs import Joined, join_server
from returns_desk.desktop.screens.screen import Room
from returns_desk.domain.refusals import DeskError, StoreRefused

DEADLINE_MS = 15_000


class ServerAttempt(QObject):
    """``joined`` tells the address as it may be kept, once the runner works there; ``refused`` why not."""

    joined = Signal(str)
    refused = Signal(object)  # StoreRefused

    def __init__(self, room: Room, parent: QObject, deadline_ms: int = DEADLINE_MS) -> None:
        super().__init__(parent)
        self._room = room
        self._timer = QTimer(self, singleShot=True, interval=deadline_ms)
        self._timer.timeout.connect(self._give_up)

    def begin(self, address: str, password: str, *, keep: bool) -> None:
        """Try it in the pool."""
        home, station = self._room.home, self._room.station.settings.station_name

        def hear(answer: Joined | DeskError) -> None:
            if shiboken6.isValid(self) and self._timer.isActive():
                self._on_answer(answer)
            elif isinstance(answer, Joined):
                answer.desk.close()

        self._timer.start()
        slow = self._room.pool.begin(lambda _: join_server(home, address, password, keep=keep, station=station), hear)
        slow.failed.connect(self._on_crash)

    def _on_answer(self, answer: Joined | DeskError) -> None:
        self._timer.stop()
        if isinstance(answer, Joined):
            self._room.runner.move_to(answer.desk)
            self.joined.emit(answer.address)
        else:
            self.refused.emit(answer)
        self.deleteLater()

    def _on_crash(self, trace: str) -> None:
        self._timer.stop()
        self._room.runner.crashed.emit(trace)
        self._give_up()

    def _give_up(self) -> None:
        self.refused.emit(StoreRefused("unreachable"))
        self.deleteLater()
