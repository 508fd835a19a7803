"""Where labels and papers go: the table of routes, each with its printer and how that is now."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from returns_desk.desktop.icons import icon
from returns_desk.desktop.screens.printing.board import RouteRow, RoutesBoard
from returns_desk.desktop.screens.printing.printer_words import (
    kind_of,
    say_key,
    say_kind,
    say_place,
    say_status,
    tone_of,
)
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.screens.two_lines import show_two_lines
from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.pick import Pick
from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.desktop.widgets.titled import emphasise
from returns_desk.wording import Words
from returns_desk.wording.words import isolated

_ICONS = {"ok": ("circle-check", "ok"), "ask": ("triangle-alert", "warning"), "bad": ("octagon-x", "bad")}
_PIXELS = 18


class RoutesCard(Card):
    """Choosing a line shows it in the form beside."""

    def __init__(self, room: Room, board: RoutesBoard) -> None:
        words = room.words
        super().__init__(words("Where labels and papers go"))
        self.setObjectName("routes_card")
        self._words, self._board = words, board
        emphasise(self)
        self._ask = push_button(words("Ask the printers again"), "ask_printers", "quiet")
        self._ask.clicked.connect(board.ask_again)
        self.head.addWidget(self._ask)
        self._table = Table(_columns(words, room.theme), "routes_table")
        self._table.setAccessibleName(words("Where labels and papers go"))
        self._table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        show_two_lines(self._table, 0, 1)
        self._table.setWordWrap(True)  # how a printer is may need two lines
        self._table.chosen.connect(lambda row: board.choose(row.key))
        self._own = Pick("own_route", words("A printer of its own for"), in_list=True)
        self._own.setMinimumWidth(190)
        self._own.picked.connect(self._on_own)
        self._lay_out()
        board.shown.connect(self.show_board)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label(self._words("A printer of its own for"), "small"))
        line.addWidget(self._own)
        line.addStretch(1)
        self.body.addWidget(self._table)
        self.body.addLayout(line)
        self.body.addStretch(1)

    def show_board(self) -> None:
        """Show the routes, the chosen one, and how the printers are."""
        rows, words = self._board.rows, self._words
        with QSignalBlocker(self._table):
            if rows != self._table.rows_model.rows:
                self._table.show_up_to(rows, len(rows))
            self._table.choose([row.key for row in rows].index(self._board.row.key))
        kinds = [(kind.value, words.name(kind)) for kind in self._board.others]
        self._own.offer([("", words("Choose…")), *kinds])
        self._own.show_value("")

    def _on_own(self, key: str) -> None:
        kind = next((kind for kind in self._board.others if kind.value == key), None)
        if kind is not None:
            self._board.part(kind)


def _columns(words: Words, theme: Theme) -> tuple[Column, ...]:
    def paper(row: RouteRow) -> str:
        copies = words("{count} copies", count=row.route.copies) if row.route.copies > 1 else ""
        return f"{say_key(words, row.key)}\n{copies}" if copies else say_key(words, row.key)

    def goes_to(row: RouteRow) -> str:
        address = row.route.printer
        place = say_place(address)
        kind = say_kind(words, kind_of(address))
        return f"{kind}\n{isolated(place)}" if place else kind

    def picture(row: RouteRow) -> QIcon:
        name, colour = _ICONS.get(tone_of(row.status), ("circle", "muted"))
        return icon(name, theme[colour], size=_PIXELS)

    return (
        Column(words("Paper"), paper, strong=lambda row: row.kind is None),
        Column(words("Printer"), goes_to, stretch=True),
        Column(words("How it is"), lambda row: say_status(words, row.status), stretch=True, picture=picture),
    )
