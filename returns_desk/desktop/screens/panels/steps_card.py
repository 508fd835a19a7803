"""The last steps at this station, newest first, the way back (one step with Ctrl+Z), and the rarer acts."""

from PySide6.QtCore import Signal

from returns_desk.desktop.screens.joined import joined
from returns_desk.desktop.screens.panels.choosing import MORE_KEY, NOTE_KEY
from returns_desk.desktop.widgets.buttons import keyed_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.elided import ElidedLabel
from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.domain.snapshots import BenchSnapshot, StepLine
from returns_desk.wording import Words
from returns_desk.wording.events import say_event


class StepsCard(Card):
    """Shows ``BenchSnapshot.steps``."""

    submitted = Signal(str)
    note_wanted = Signal()
    more_wanted = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(words("Last steps"))
        self._words = words
        self._sitting = ""
        self._is_short = False
        self._newest = ElidedLabel("quiet")
        self.head.insertWidget(1, self._newest)
        self._note = keyed_button(words("Note"), NOTE_KEY, "note_wanted")
        self._note.clicked.connect(self.note_wanted)
        self._more = keyed_button(words("More to do"), MORE_KEY, "more_acts")
        self._more.clicked.connect(self.more_wanted)
        for act in (self._note, self._more):
            self.head.addWidget(act)
        self._undo = keyed_button(words("Undo"), "Ctrl+Z", "undo")
        self._undo.clicked.connect(lambda: self.submitted.emit("DO-UNDO"))
        self.head.addWidget(self._undo)
        self._empty = label(words("Nothing was done here yet today."), "quiet")
        self.table = Table(
            [
                Column("", lambda step: words.time(step.at, seconds=True)),
                Column("", self._say_step, stretch=True),
                Column("", self._say_other),
                Column("", lambda step: words("taken back") if step.undone else "", tone=lambda _: "ask"),
            ],
            "recent_steps",
        )
        self.table.show_only()
        self.table.setMinimumHeight(44)
        self.table.setAccessibleName(words("Last steps"))
        self.body.addWidget(self._empty)
        self.body.addWidget(self.table, 1)

    def _say_other(self, step: StepLine) -> str:
        """Who did it, when it was somebody else than the one who sits here."""
        return "" if step.person == self._sitting else step.person_in(self._words.language)

    def _say_step(self, step: StepLine) -> str:
        return say_event(self._words, step.event)

    def make_room(self, is_short: bool) -> None:
        """In a short window only the newest step is shown, on the line of the heading."""
        self._is_short = is_short
        self.tighten(is_short)
        if is_short:
            self.body.setContentsMargins(16, 2, 16, 2)
        self._show_table()

    def _show_table(self) -> None:
        steps = self.table.rows_model.rows
        short = self._is_short
        self.table.setVisible(bool(steps) and not short)
        self._empty.setVisible(not steps and not short)
        self._newest.show_text(self._say_newest(steps[0]) if steps and short else "")

    def _say_newest(self, step: StepLine) -> str:
        undone = self._words("taken back") if step.undone else ""
        return joined(self._words, self._words.time(step.at, seconds=True), self._say_step(step), undone)

    def show_bench(self, bench: BenchSnapshot) -> None:
        """Show the steps; undo is offered while one of them stands."""
        self._sitting = bench.person.name if bench.person else ""
        self.table.show_rows(bench.steps)
        self._show_table()
        is_open = bench.person is not None and (bench.parcel is not None or bench.item is not None)
        self._note.setVisible(is_open)
        self._note.setEnabled(bench.item is not None)
        self._more.setVisible(is_open)
        self._undo.setEnabled(any(not step.undone for step in bench.steps))
