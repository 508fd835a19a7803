"""Settings, a card over the whole width: the shop's bins, what each holds and how many pieces lie there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.screens.bin_label_jobs import print_labels
from returns_desk.desktop.screens.file_intake import FileIntake, file_form
from returns_desk.desktop.screens.place_jobs import PlacesLook, look_at_places, use_no_longer
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.screens.told_rows import ToldRows
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.desktop.widgets.titled import emphasise, in_line
from returns_desk.domain.events import Event
from returns_desk.domain.people import Permission
from returns_desk.domain.places import HELD_STATUSES
from returns_desk.domain.refusals import DeskError
from returns_desk.exchange.read_places import COLUMNS
from returns_desk.usecases.import_rows import Taken
from returns_desk.usecases.look_places import PlaceLook
from returns_desk.wording import Words
from returns_desk.wording.events import say_event
from returns_desk.wording.refusals import refusal_line
from returns_desk.wording.rights import say_why_not

_ROWS_SHOWN = 8  # more are scrolled


class PlacesCard(Card):
    """``said`` tells how a change went: tone, text; the rows that were refused stand below, until the next one."""

    said = Signal(str, str)

    def __init__(self, room: Room) -> None:
        words = room.words
        super().__init__(words("Places"))
        self._room = room
        self._why = ""
        self._chosen: PlaceLook | None = None
        self._any = False
        self.setObjectName("places_card")
        emphasise(self)
        self._why_not = label("", "small", wraps=True)
        self._why_not.setObjectName("places_why_not")
        self._none = label(words("No place is known yet: the desk asks where every piece goes."), wraps=True)
        self._table = Table(_columns(words), "places_table")
        self._table.chosen.connect(self._on_chosen)
        self._refused = ToldRows(words, words("Rows that were not taken"), "places_refused")
        self.files = FileIntake(room, "places", self)
        self._import = push_button(words("Import places"), "places_import")
        self._drop = push_button(words("Use it no longer"), "places_drop")
        self._label = push_button(words("Print its label"), "places_label")
        self._labels = push_button(words("Print all labels"), "places_labels")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        words = self._room.words
        self._table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.body.addWidget(self._why_not)
        self.body.addWidget(in_line(self._import, self._drop, self._label, self._labels, self._example_button()))
        for part in (self._refused, self._none, self._table):
            self.body.addWidget(part)
        title = words("A file of places (CSV, XLSX): a row for each place, with these columns")
        detail = words(
            "The code is what its label says. The status is what lies there ({statuses}), or stays empty: anything. "
            "Categories are parted by semicolons.",
            statuses=", ".join(status.value for status in HELD_STATUSES),
        )
        for line in file_form(title, COLUMNS, detail):
            self.body.addWidget(line)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._import.clicked.connect(self.files.ask_for_file)
        self._drop.clicked.connect(self._on_drop)
        self._label.clicked.connect(self._on_label)
        self._labels.clicked.connect(lambda: self._print(()))
        self.files.begun.connect(lambda: self._rest(True))
        self.files.taken.connect(self._on_taken)
        self.files.said.connect(self.said)

    def _example_button(self) -> QPushButton:
        button = push_button(self._room.words("Save an example"), "places_example", "quiet")
        button.clicked.connect(self.files.ask_where)
        return button

    def show_settings(self) -> None:
        """Read the places anew."""
        self._room.runner.do(look_at_places, while_alive(self, self.show_places))

    def show_places(self, look: PlacesLook) -> None:
        """Show the places; who may not change them is told so."""
        self._why = say_why_not(self._room.words, look.person, Permission.IMPORT)
        self._why_not.setText(self._why)
        self._why_not.setVisible(bool(self._why))
        self._none.setVisible(not look.rows)
        self._table.setVisible(bool(look.rows))
        self._table.show_up_to(look.rows, _ROWS_SHOWN)
        self._any = any(not row.place.dropped for row in look.rows)
        row = self._table.currentIndex().row()
        self._chosen = look.rows[row] if 0 <= row < len(look.rows) else None
        self._rest(False)

    def _on_chosen(self, row: PlaceLook) -> None:
        self._chosen = row
        self._rest(False)

    def _on_drop(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        self._rest(True)
        self._room.runner.do(
            lambda desk: use_no_longer(desk, chosen.place.code),
            while_alive(self, self._on_dropped),
            while_alive(self, self._on_refused),
            counted=True,
        )

    def _on_label(self) -> None:
        if self._chosen is not None:
            self._print((self._chosen.place.code,))

    def _print(self, codes: tuple[str, ...]) -> None:
        self._rest(True)
        self._room.runner.do(
            lambda desk: print_labels(desk, codes),
            while_alive(self, self._on_printed),
            while_alive(self, self._on_refused),
            counted=True,
        )

    def _on_printed(self, done: tuple[int, tuple[Event, ...]]) -> None:
        count, events = done
        self.said.emit("ok", self._room.words("Labels on their way to the printer: {count}", count=count))
        self._room.runner.tell(events)
        self._rest(False)

    def _on_dropped(self, events: tuple[Event, ...]) -> None:
        self.said.emit("ok", " · ".join(say_event(self._room.words, event) for event in events))
        self._room.runner.tell(events)
        self.show_settings()

    def _on_refused(self, refusal: DeskError) -> None:
        self.said.emit("bad", refusal_line(self._room.words, refusal))
        self._rest(False)

    def _on_taken(self, taken: Taken | None) -> None:
        self._refused.show_rows(taken.refused if taken else ())
        self.show_settings()

    def _rest(self, resting: bool) -> None:
        used = self._chosen is not None and not self._chosen.place.dropped
        self._import.setEnabled(not resting and not self._why)
        self._drop.setEnabled(not resting and not self._why and used)
        self._label.setEnabled(not resting and used)
        self._labels.setEnabled(not resting and self._any)
        self._import.setToolTip(self._why)
        choose = "" if used else self._room.words("Choose a place in the list that is still used")
        self._drop.setToolTip(self._why or choose)
        self._label.setToolTip(choose)


def _columns(words: Words) -> tuple[Column, ...]:
    def holds(row: PlaceLook) -> str:
        if row.place.dropped:
            return words("used no longer")
        return words.name(row.place.status) if row.place.status else words("anything")

    def dropped(row: PlaceLook) -> bool:
        return row.place.dropped

    return (
        Column(words("Place"), lambda row: row.place.code, strong=lambda row: not row.place.dropped),
        Column(words("Name"), lambda row: row.place.name, stretch=True),
        Column(words("What lies there"), holds, quiet=dropped),
        Column(words("Categories"), lambda row: ", ".join(row.place.categories), stretch=True),
        Column(words("Pieces"), lambda row: words.number(row.pieces), at_end=True),
    )
