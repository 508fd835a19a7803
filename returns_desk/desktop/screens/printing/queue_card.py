"""The print queue: what waits and why, what was printed last, and the ways on for the chosen job."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.screens.printing.queue_jobs import QueueLook, look_at_jobs, take_way
from returns_desk.desktop.screens.printing.queue_words import (
    OPEN,
    Act,
    acts_for,
    say_job,
    say_since,
    say_why,
    tone_of,
)
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.screens.two_lines import show_two_lines
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.desktop.widgets.titled import emphasise
from returns_desk.domain.events import Event
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.snapshots.printing import JobSnapshot
from returns_desk.wording.events import say_event
from returns_desk.wording.refusals import refusal_line

_FEW_ROWS, _MANY_ROWS = 5, 10
_TALL = 900  # pixels of a window that has room for many
_BUTTONS = 3


class QueueCard(Card):
    """``said`` tells how a step went: tone, text; ``tried``: somebody asked to try at once."""

    said = Signal(str, str)
    tried = Signal()

    def __init__(self, room: Room) -> None:
        words = room.words
        super().__init__(words("Print queue"))
        self.setObjectName("queue_card")
        self._room = room
        self._look = QueueLook(None, ())
        self._chosen = ""
        emphasise(self)
        self._how = label("", "quiet")
        self._how.setObjectName("queue_state")
        self.head.insertWidget(1, self._how)
        self._none = label(
            words("Nothing was printed here yet. What cannot be printed at once waits here."), wraps=True
        )
        self._table = Table(self._columns(), "queue_table")
        self._table.setAccessibleName(words("Print queue"))
        self._table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._table.chosen.connect(self._on_chosen)
        show_two_lines(self._table, 0, 1, 3)
        self._buttons = [push_button("", f"queue_{place}") for place in range(_BUTTONS)]
        self._acts: tuple[Act, ...] = ()
        self._lay_out()

    def _columns(self) -> tuple[Column, ...]:
        words, clock = self._room.words, self._room.clock
        return (
            Column(words("Paper"), lambda job: say_job(words, job)),
            Column(words("Since"), lambda job: say_since(words, job, clock())),
            Column(words("State"), lambda job: words.name(job.state), tone=tone_of),
            Column(words("Why, and what comes next"), lambda job: say_why(words, job), stretch=True),
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for place, button in enumerate(self._buttons):
            button.clicked.connect(lambda _=False, place=place: self._take(self._acts[place]))
            row.addWidget(button)
        row.addStretch(1)
        self.body.addWidget(self._none)
        self.body.addWidget(self._table)
        self.body.addLayout(row)

    def show_settings(self) -> None:
        """Read the queue anew."""
        self._room.runner.do(look_at_jobs, while_alive(self, self.show_queue))

    def show_queue(self, look: QueueLook) -> None:
        """Show the jobs; the chosen one stays chosen, else the first."""
        self._look, words = look, self._room.words
        self._none.setVisible(not look.jobs)
        self._table.setVisible(bool(look.jobs))
        waiting = sum(job.state in OPEN for job in look.jobs)
        self._how.setText(words("Waiting: {count}", count=waiting) if waiting else words("Nothing waits"))
        ids = [job.id for job in look.jobs]
        if self._chosen not in ids:
            self._chosen = next(iter(ids), "")
        with QSignalBlocker(self._table):
            if look.jobs != self._table.rows_model.rows:
                self._table.show_up_to(look.jobs, _MANY_ROWS if self.window().height() > _TALL else _FEW_ROWS)
            if ids:
                self._table.choose(ids.index(self._chosen))
        self._show_acts()

    def begin(self) -> None:
        """Let keys go through the list."""
        self._table.setFocus()

    @property
    def job(self) -> JobSnapshot | None:
        """The chosen one."""
        return next((job for job in self._look.jobs if job.id == self._chosen), None)

    def _on_chosen(self, job: JobSnapshot) -> None:
        self._chosen = job.id
        self._show_acts()

    def _show_acts(self) -> None:
        self._acts = acts_for(self._room.words, self._look.person, self.job)
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(self._acts) and bool(self._look.jobs))
            if place < len(self._acts):
                _show_act(button, self._acts[place])

    def _take(self, act: Act) -> None:
        job, printing = self.job, self._room.station.printing
        if job is None:
            return
        if act.way == "now":
            self.tried.emit()
            if printing is not None:
                printing.try_now()
            return
        self._rest()
        self._room.runner.do(
            lambda desk: take_way(desk, job.id, act.way),
            while_alive(self, self._on_done),
            while_alive(self, self._on_refused),
            counted=True,
        )

    def _rest(self) -> None:
        for button in self._buttons:
            button.setEnabled(False)

    def _on_done(self, events: Sequence[Event]) -> None:
        self.said.emit("ok", " · ".join(say_event(self._room.words, event) for event in events))
        self._room.runner.tell(tuple(events))
        self.show_settings()

    def _on_refused(self, refusal: DeskError) -> None:
        self.said.emit("bad", refusal_line(self._room.words, refusal))
        self.show_settings()


def _show_act(button: QPushButton, act: Act) -> None:
    button.setText(act.title)
    button.setObjectName(f"queue_{act.way}")
    button.setAccessibleName(act.title)
    button.setAccessibleDescription(act.why_not)
    button.setToolTip(act.why_not)
    button.setEnabled(not act.why_not)
