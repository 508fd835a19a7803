"""The list of what stands out, and the chips that choose one kind of it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from returns_desk.desktop.screens.exception_words import say_age, say_what
from returns_desk.desktop.screens.two_lines import show_two_lines
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.flow_layout import FlowLayout
from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.domain.exceptions import ExceptionCount, ExceptionKind, ExceptionRow, prefix_of
from returns_desk.wording import Words
from returns_desk.wording.exceptions import owner_in, say_why

_WHAT, _WHY, _OWNER = 0, 1, 3
_ROOM_FOR_OWNER = 580


class ExceptionTable(Table):
    """Digits and letters are left to the screen: they are its keys."""

    def __init__(self, words: Words, now: Callable[[], datetime]) -> None:
        self._words, self._now = words, now
        super().__init__(self._columns(), "exception_table")
        self.setAccessibleName(words("Exceptions"))
        show_two_lines(self, _WHAT, _WHY)

    def _columns(self) -> tuple[Column, ...]:
        words = self._words
        return (
            Column(words("What"), lambda row: say_what(words, row)),
            Column(words("Why"), lambda row: f"{words.name(row.kind)}\n{say_why(words, row)}", stretch=True),
            Column(words("Since"), lambda row: say_age(words, row.since, self._now())),
            Column(words("For whom"), lambda row: owner_in(words, row)),
        )

    def show_exceptions(self, rows: Sequence[ExceptionRow], chosen: ExceptionRow | None) -> None:
        """Show the rows; the chosen one is the current one."""
        self.show_rows(rows)
        self._hide_owner()
        if chosen is not None:
            self.choose([row.key for row in rows].index(chosen.key))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the room is narrow the reason needs it; for whom it is stands beside the list too."""
        super().resizeEvent(event)
        self._hide_owner()

    def _hide_owner(self) -> None:
        nobody = not any(owner_in(self._words, row) for row in self.rows_model.rows)
        self.setColumnHidden(_OWNER, nobody or self.width() < _ROOM_FOR_OWNER)

    def step(self, by: int) -> None:
        """Choose the next row, or the one before."""
        count = len(self.rows_model.rows)
        if count:
            self.choose(min(max(self.currentIndex().row() + by, 0), count - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whatever writes something means something to the screen."""
        if event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)


class KindChips(QWidget):
    """All, and each kind of which there is something; ``chosen`` tells a kind, or ``None`` for all."""

    chosen = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._flow = FlowLayout(self)
        self._buttons: dict[ExceptionKind | None, QPushButton] = {None: self._make("all", None)}
        for kind in ExceptionKind:
            self._buttons[kind] = self._make(prefix_of(kind), kind)
        for button in self._buttons.values():
            self._flow.addWidget(button)

    def _make(self, name: str, kind: ExceptionKind | None) -> QPushButton:
        button = push_button("", f"kind_{name}", "chip")
        button.setCheckable(True)
        button.clicked.connect(lambda: self.chosen.emit(kind))
        return button

    def show_counts(self, counts: Sequence[ExceptionCount], chosen: ExceptionKind | None) -> None:
        """Show how many there are of each kind; kinds of which there is none are not shown."""
        found: dict[ExceptionKind | None, int] = {each.kind: each.count for each in counts}
        found[None] = sum(each.count for each in counts)
        for kind, button in self._buttons.items():
            name = self._words("All") if kind is None else self._words.name(kind)
            button.setText(f"{name} · {self._words.number(found.get(kind, 0))}")
            button.setAccessibleName(button.text())
            button.setChecked(kind is chosen)
            self._flow_shows(button, kind is None or found.get(kind, 0) > 0)

    def next_kind(self, by: int) -> ExceptionKind | None:
        """The kind beside the chosen one, of those that are shown."""
        shown = [kind for kind, button in self._buttons.items() if not button.isHidden()]
        place = next((place for place, kind in enumerate(shown) if self._buttons[kind].isChecked()), 0)
        return shown[(place + by) % len(shown)]

    def _flow_shows(self, button: QPushButton, shown: bool) -> None:
        if button.isHidden() == shown:
            button.setVisible(shown)
            self._flow.invalidate()
