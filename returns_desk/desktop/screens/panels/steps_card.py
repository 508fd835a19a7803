"""The last steps at this station, newest first, and the way back: one step with Ctrl+Z."""

from PySide6.QtCore import Signal

from returns_desk.desktop.widgets.buttons import keyed_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.domain.snapshots import BenchSnapshot, StepLine
from returns_desk.wording import Words
from returns_desk.wording.events import say_event


class StepsCard(Card):
    """Shows ``BenchSnapshot.steps``."""

    submitted = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__(words("Last steps"))
        self._words = words
        self._sitting = ""
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

    def show_bench(self, bench: BenchSnapshot) -> None:
        """Show the steps; undo is offered while one of them stands."""
        self._sitting = bench.person.name if bench.person else ""
        self.table.show_rows(bench.steps)
        self.table.setVisible(bool(bench.steps))
        self._empty.setVisible(not bench.steps)
        self._undo.setEnabled(any(not step.undone for step in bench.steps))
