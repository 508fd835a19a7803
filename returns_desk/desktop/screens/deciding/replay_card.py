"""What a replay found: what would have been decided otherwise, how often, and the money won or lost by it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from returns_desk.desktop.screens.deciding.board import Board
from returns_desk.desktop.screens.deciding.replay_job import ReplayJob
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.choice import Choice
from returns_desk.desktop.widgets.pick import Pick
from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.domain.money import Money
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.replay import Replayed, Sums
from returns_desk.usecases.replay_rules import LAST
from returns_desk.wording import Words
from returns_desk.wording.replay import say_replayed, say_turn, say_won

_OFFERED = (1_000, LAST, 100_000)
_ROWS_SHOWN = 8  # more are scrolled


@dataclass(frozen=True)
class _Line:
    """One line of the result; the last is the sum."""

    said: str
    count: str
    money: Money
    then: Money
    whole: bool = False


class ReplayCard(Card):
    """``running`` tells whether a replay runs; ``refused`` why one did not."""

    running = Signal(bool)
    refused = Signal(object)

    def __init__(self, room: Room, board: Board) -> None:
        words = room.words
        super().__init__(words("Replay: the last decisions, by these rules"))
        self.setObjectName("rule_replay")
        self._room, self._board = room, board
        self._job: ReplayJob | None = None
        self._found: Replayed | None = None
        self._last = Pick(
            "replay_last",
            words("How many decisions"),
            [(str(n), words("the last {count}", count=words.number(n))) for n in _OFFERED],
        )
        self._last.setMinimumWidth(190)
        self._last.show_value(str(LAST))
        self._last.picked.connect(lambda _value: self.begin())
        self._stop = push_button(words("Stop"), "replay_stop")
        self._stop.clicked.connect(self._on_stop)
        self._close = push_button(words("Close"), "replay_close", "quiet")
        self._close.clicked.connect(self.hide)
        self._bar = QProgressBar()
        self._bar.setObjectName("replay_progress")
        self._bar.setTextVisible(False)
        self._said = label("", wraps=True)
        self._said.setObjectName("replay_said")
        self._by = Choice(
            "replay_by",
            words("Shown by"),
            (("turns", words("Way")), ("categories", words("Category")), ("largest", words("Largest"))),
        )
        self._by.show_value("turns")
        self._by.chosen.connect(lambda _value: self._show_table())
        self._table = Table(_columns(words), "replay_table")
        self._table.show_only()
        self._table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        for button in (self._last, self._stop, self._close):
            self.head.addWidget(button)
        note = self._room.words("Both ways are weighed by the figures of these rules; beside it by those of then.")
        self._note = label(note, "small", wraps=True)
        for part in (self._bar, self._said, self._by, self._table, self._note):
            self.body.addWidget(part)

    def begin(self) -> None:
        """Replay what is typed now."""
        if self._job is not None:
            return
        self._found = None
        self._job = ReplayJob(self._room, self._board.book, int(self._last.value), self)
        self._job.progressed.connect(self._on_progress)
        self._job.ended.connect(self._on_ended)
        self._job.refused.connect(self._on_refused)
        self._bar.setValue(0)
        self._said.setText("")
        self._show_running(True)
        self.show()
        self._job.start()

    def _show_running(self, running: bool) -> None:
        self._bar.setVisible(running)
        self._stop.setVisible(running)
        for part in (self._by, self._table, self._note):
            part.setVisible(not running and self._found is not None and self._found.changed > 0)
        self._close.setVisible(not running)
        self._last.setEnabled(not running)
        self.running.emit(running)

    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _on_progress(self, done: int, of: int) -> None:
        words = self._room.words
        self._bar.setRange(0, max(1, of))
        self._bar.setValue(done)
        self._said.setText(words("{done} of {count} decisions", done=words.number(done), count=words.number(of)))

    def _let_go(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None

    def _on_ended(self, found: Replayed) -> None:
        self._let_go()
        self._found = found
        self._said.setText("\n".join(say_replayed(self._room.words, found)))
        self._show_running(False)
        self._show_table()

    def _on_refused(self, refusal: DeskError) -> None:
        self._let_go()
        self._show_running(False)
        self.hide()
        self.refused.emit(refusal)

    def _show_table(self) -> None:
        if self._found is None:
            return
        self._table.show_up_to(tuple(_lines(self._room.words, self._found, self._by.value)), _ROWS_SHOWN)


def _lines(words: Words, found: Replayed, by: str) -> Iterator[_Line]:
    match by:
        case "categories":
            for kind in found.categories:
                if kind.sums.changed:
                    yield _line(words, kind.category or words("no category"), kind.sums)
        case "largest":
            for one in found.largest:
                said = " · ".join((one.item, one.category, say_turn(words, one.was, one.would)))
                yield _Line(said, "", one.difference, one.difference_then)
            return
        case _:
            for turn in found.turns:
                yield _line(words, say_turn(words, turn.was, turn.would), turn.sums)
    for sums in found.totals:
        yield _line(words, words("Together"), sums, whole=True)


def _line(words: Words, said: str, sums: Sums, *, whole: bool = False) -> _Line:
    return _Line(said, words.number(sums.changed), sums.difference, sums.difference_then, whole)


def _columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words("Was, and would be"), lambda row: row.said, stretch=True, strong=lambda row: row.whole),
        Column(words("How many"), lambda row: row.count, at_end=True, strong=lambda row: row.whole),
        Column(words("Won or lost"), lambda row: say_won(words, row.money), at_end=True, strong=lambda row: row.whole),
        Column(
            words("By the figures of then"), lambda row: say_won(words, row.then), at_end=True, quiet=lambda _: True
        ),
    )
