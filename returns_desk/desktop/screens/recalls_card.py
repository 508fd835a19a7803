"""Settings, a card over the whole width: notices of recalled goods, taken in from files and withdrawn."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.screens.file_intake import FileIntake, file_form
from returns_desk.desktop.screens.recall_jobs import RecallsLook, look_at_recalls, withdraw
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.screens.told_rows import ToldRows
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.desktop.widgets.titled import emphasise, in_line
from returns_desk.domain.events import Event
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import DeskError
from returns_desk.exchange.read_recalls import COLUMNS
from returns_desk.usecases.import_rows import Taken
from returns_desk.usecases.look_recalls import NoticeLine
from returns_desk.wording import Words
from returns_desk.wording.events import say_event
from returns_desk.wording.recalls import say_notice_goods
from returns_desk.wording.refusals import refusal_line
from returns_desk.wording.rights import say_why_not

_ROWS_SHOWN = 7  # more are scrolled


class RecallsCard(Card):
    """``said`` tells how an import or a withdrawal went: tone, text; rows that say something stand below."""

    said = Signal(str, str)

    def __init__(self, room: Room) -> None:
        words = room.words
        super().__init__(words("Recalls"))
        self._room = room
        self._why = ""
        self._line: NoticeLine | None = None  # the chosen one
        self.setObjectName("recalls_card")
        emphasise(self)
        self._why_not = label("", "small", wraps=True)
        self._why_not.setObjectName("recalls_why_not")
        self._none = label(words("No notice was taken in yet. What one names is stopped at its scan."), wraps=True)
        self._table = Table(_columns(words), "recalls_table")
        self._table.chosen.connect(self._on_chosen)
        self._told = ToldRows(words, words("Rows to look at"), "recalls_told")
        self.files = FileIntake(room, "recalls", self)
        self._import = push_button(words("Import recalls"), "recalls_import")
        self._withdraw = push_button(words("Withdraw the notice"), "recalls_withdraw")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.body.addWidget(self._why_not)
        self.body.addWidget(in_line(self._import, self._withdraw, self._example_button()))
        for part in (self._told, self._none, self._table):
            self.body.addWidget(part)
        words = self._room.words
        title = words("A file of recalls (CSV, XLSX): a row for each line of a notice, with these columns")
        detail = words(
            "The code is a barcode or SKU. Without lot and serials the whole product is meant. In {measure} stands "
            "{supplier} or {recycle}, or nothing.",
            measure="measure",
            supplier="supplier",
            recycle="recycle",
        )
        for line in file_form(title, COLUMNS, detail):
            self.body.addWidget(line)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._import.clicked.connect(self.files.ask_for_file)
        self._withdraw.clicked.connect(self._on_withdraw)
        self.files.begun.connect(lambda: self._rest(True))
        self.files.taken.connect(self._on_taken)
        self.files.said.connect(self.said)

    def _example_button(self) -> QPushButton:
        button = push_button(self._room.words("Save an example"), "recalls_example", "quiet")
        button.clicked.connect(self.files.ask_where)
        return button

    def show_settings(self) -> None:
        """Read the notices anew."""
        self._room.runner.do(look_at_recalls, while_alive(self, self.show_recalls))

    def show_recalls(self, look: RecallsLook) -> None:
        """Show the notices; who may not change them is told so."""
        self._why = say_why_not(self._room.words, look.person, Permission.SET_RULES)
        self._why_not.setText(self._why)
        self._why_not.setVisible(bool(self._why))
        self._none.setVisible(not look.lines)
        self._table.setVisible(bool(look.lines))
        self._table.show_up_to(look.lines, _ROWS_SHOWN)
        place = self._table.currentIndex().row()
        self._line = look.lines[place] if 0 <= place < len(look.lines) else None
        self._rest(False)

    def _on_taken(self, taken: Taken | None) -> None:
        self._told.show_rows((*taken.refused, *taken.told) if taken else ())
        self.show_settings()

    def _on_refused(self, refusal: DeskError) -> None:
        self.said.emit("bad", refusal_line(self._room.words, refusal))
        self._rest(False)

    def _on_chosen(self, line: NoticeLine) -> None:
        self._line = line
        self._rest(False)

    def _on_withdraw(self) -> None:
        line = self._line
        if line is None:
            return
        self._rest(True)
        self._room.runner.do(
            lambda desk: withdraw(desk, line.notice.number),
            while_alive(self, self._on_withdrawn),
            while_alive(self, self._on_refused),
            counted=True,
        )

    def _on_withdrawn(self, events: tuple[Event, ...]) -> None:
        self.said.emit("ok", " · ".join(say_event(self._room.words, event) for event in events))
        self._room.runner.tell(events)
        self.show_settings()

    def _rest(self, resting: bool) -> None:
        self._import.setEnabled(not resting and not self._why)
        stands = self._line is not None and not self._line.notice.withdrawn
        self._withdraw.setEnabled(not resting and not self._why and stands)
        for button in (self._import, self._withdraw):
            button.setToolTip(self._why)


def _columns(words: Words) -> tuple[Column, ...]:
    def product(row: NoticeLine) -> str:
        return row.product.name_in(words.language) if row.product else words("not in the catalogue")

    def measure(row: NoticeLine) -> str:
        return words.name(row.notice.measure) if row.notice.measure else ""

    def withdrawn(row: NoticeLine) -> bool:
        return row.notice.withdrawn

    return (
        Column(words("Notice"), lambda row: row.notice.number, strong=lambda row: not row.notice.withdrawn),
        Column(words("Product"), product, stretch=True),
        Column(words("Which of it"), lambda row: say_notice_goods(words, row.notice), stretch=True),
        Column(words("Why"), lambda row: row.notice.reason, stretch=True),
        Column(words("What becomes of it"), measure),
        Column(words("Since"), lambda row: words.date(row.notice.since) if row.notice.since else ""),
        Column(
            words("State"), lambda row: words("withdrawn") if withdrawn(row) else words("in force"), quiet=withdrawn
        ),
    )
