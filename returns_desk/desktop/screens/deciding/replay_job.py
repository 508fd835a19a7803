"""Runs a book over the last decisions: pieces of them from the store's thread, which takes scans between, one after
the other asked in the pool.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.screens.screen import Room
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.replay import KeptDecision, Replay, Replayed
from returns_desk.domain.rules import RuleBook
from returns_desk.usecases.replay_rules import PIECE, decisions_to_replay, kept_decisions, may_replay

if TYPE_CHECKING:
    from returns_desk.desk import Desk


class ReplayJob(QObject):
    """``progressed``: done, of; ``ended``: a ``Replayed``, of what was looked at until it was stopped."""

    progressed = Signal(int, int)
    ended = Signal(object)
    refused = Signal(object)  # DeskError

    def __init__(self, room: Room, book: RuleBook, last: int, parent: QObject) -> None:
        super().__init__(parent)
        self._room, self._last = room, last
        self._asked = Replay(book)
        self._done = self._of = 0
        self._before = ""
        self._stopped = False

    def start(self) -> None:
        """Count what there is, then go through it."""
        last = self._last
        self._ask(lambda desk: _count(desk, last), self._on_counted)

    def stop(self) -> None:
        """End after the piece that is looked at."""
        self._stopped = True

    def _ask(self, look: "Callable[[Desk], object]", hear: Callable[..., None]) -> None:
        self._room.runner.do(look, while_alive(self, hear), while_alive(self, self._on_refused))

    def _on_counted(self, count: int) -> None:
        self._of = count
        self._next()

    def _next(self) -> None:
        self.progressed.emit(self._done, self._of)
        wanted = min(PIECE, self._of - self._done)
        if self._stopped or wanted <= 0:
            self._end()
            return
        before = self._before
        self._ask(lambda desk: desk.read(kept_decisions, before, wanted), self._on_piece)

    def _on_piece(self, piece: tuple[KeptDecision, ...]) -> None:
        if not piece:
            self._end()
            return
        take = partial(self._asked.take, piece)
        slow = self._room.pool.begin(lambda _report: take(), while_alive(self, lambda _: self._on_taken(piece)))
        slow.failed.connect(self._room.runner.crashed)

    def _on_taken(self, piece: tuple[KeptDecision, ...]) -> None:
        self._done += len(piece)
        self._before = piece[-1].id
        self._next()

    def _end(self) -> None:
        found: Replayed = self._asked.result(stopped=self._done < self._of)
        self.ended.emit(found)

    def _on_refused(self, refusal: DeskError) -> None:
        self.refused.emit(refusal)


def _count(desk: "Desk", last: int) -> int:
    desk.run(AT_THE_BENCH, may_replay)
    return desk.read(decisions_to_replay, last)
