"""One route as a form: printer, copies, tray, size, dots, language; each change counts at once."""

from typing import Any

from PySide6.QtCore import Signal

from returns_desk.desktop.screens.deciding.cells import PickCell
from returns_desk.desktop.screens.printing.board import RouteRow, RoutesBoard
from returns_desk.desktop.screens.printing.fields import (
    FREE,
    HINTS,
    Grid,
    label_sizes,
    latin_cell,
    sheet_sizes,
    size_cell,
    typed_address,
)
from returns_desk.desktop.screens.printing.printer_words import (
    SYSTEM,
    is_family,
    kind_of,
    say_key,
    say_kind,
    say_place,
)
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card
from returns_desk.desktop.widgets.titled import emphasise, in_line
from returns_desk.documents.labels import label_size
from returns_desk.domain.printer_address import RAW, ZPL, parse_address
from returns_desk.domain.printing import FOLDER, LABELS
from returns_desk.domain.refusals import BadValue
from returns_desk.wording import Words

_KINDS = (FOLDER, ZPL, SYSTEM, RAW)
_DPI = ("203", "300", "600")
_MOST_COPIES = 99


class RouteForm(Card):
    """``trial_wanted`` asks for a test print, ``calibration_wanted`` for the paper by which a printer is set right."""

    trial_wanted = Signal()
    calibration_wanted = Signal()

    def __init__(self, words: Words, board: RoutesBoard) -> None:
        super().__init__()
        self.setObjectName("route_form")
        self._words, self._board = words, board
        self._begun, self._sizing = "", False  # a kind of printer or a size that lacks its text, so no setting yet
        self._shown_key = board.key
        emphasise(self)
        self._make_cells(words)
        self._lay_out(words)
        board.shown.connect(self.show_board)

    def _make_cells(self, words: Words) -> None:
        self._kind = PickCell(
            "route_printer", words("Printer"), [(kind, say_kind(words, kind)) for kind in _KINDS], self
        )
        self._kind.edited.connect(self._on_kind)
        self._address = latin_cell("route_address", words("Address of the printer"), self)
        self._address.line.editingFinished.connect(self._on_address)
        self._system = PickCell("route_queue", words("Its name"), (("", words("Choose…")),), self, in_list=True)
        self._system.edited.connect(lambda address: self._take(printer=address) if address else None)
        self._copies = latin_cell("route_copies", words("Copies"), self)
        self._copies.line.editingFinished.connect(self._on_copies)
        self._tray = PickCell("route_tray", words("Tray"), (("", words("The usual one")),), self)
        self._tray.edited.connect(lambda tray: self._take(tray=tray))
        self._size = size_cell(words, self)
        self._size.edited.connect(self._on_size)
        self._own_size = latin_cell("route_own_size", words("Width x height in mm"), self)
        self._own_size.line.editingFinished.connect(self._on_own_size)
        self._language = PickCell("route_language", words("Language"), _languages(words), self)
        self._language.edited.connect(lambda language: self._take(language=language))
        self._dpi = PickCell("route_dpi", words("Dots per inch"), _dpi(words), self)
        self._dpi.edited.connect(lambda dpi: self._take(dpi=int(dpi or 0)))
        self._speaks = PickCell("route_speaks", words("What it is sent"), _speech(words), self)
        self._speaks.edited.connect(lambda speaks: self._take(speaks=speaks))

    def _lay_out(self, words: Words) -> None:
        self._grid = Grid()
        self._grid.put(self._kind, self._address)
        self._grid.put_over(self._system)
        self._grid.put(self._copies, self._tray)
        self._grid.put(self._size, self._language)
        self._grid.put(self._own_size)
        self._grid.put(self._dpi, self._speaks)
        self._trial = push_button(words("Print a test label"), "print_trial", "primary")
        self._trial.clicked.connect(self.trial_wanted)
        self._calibrate = push_button(words("Calibration"), "print_calibration")
        self._calibrate.clicked.connect(self.calibration_wanted)
        self._join = push_button(words("As all labels"), "join_route", "quiet")
        self._join.clicked.connect(self._board.join)
        self.body.addLayout(self._grid.layout)
        self.body.addWidget(in_line(self._trial, self._calibrate, self._join))
        self.body.addStretch(1)

    def show_board(self) -> None:
        """Show the chosen route; what is typed and does not fit yet stays."""
        row, words = self._board.row, self._words
        if row.key != self._shown_key:
            self._begun, self._shown_key = "", row.key
            self._forget_faults()
        labels = row.family == LABELS
        self.say_heading(say_key(words, row.key))
        self._trial.setText(words("Print a test label") if labels else words("Print a test page"))
        self._calibrate.setVisible(labels)  # the test page is that of calibration
        self._join.setVisible(not is_family(row.key))
        self._join.setText(words("As all labels") if labels else words("As all papers"))
        self._show_printer(row.route.printer)
        self._show_paper(row, labels)

    def _show_printer(self, printer: str) -> None:
        kind = self._begun or kind_of(printer)
        given = printer if kind == kind_of(printer) else ""
        self._kind.show_text(kind)
        self._grid.show(self._address, kind != SYSTEM)
        self._grid.show(self._system, kind == SYSTEM)
        self._address.say_title(self._words("Folder") if kind == FOLDER else self._words("Address of the printer"))
        self._grid.name(self._address, self._words("Folder") if kind == FOLDER else self._words("Address"))
        self._address.show_hint(HINTS.get(kind) or self._words("The usual one"))
        if not self._address.line.hasFocus():
            self._address.show_text(say_place(given) if given else "")
        self._system.pick.offer(
            [("", self._words("Choose…")), *((each.address, each.name) for each in self._board.found)]
        )
        self._system.show_text(given if kind == SYSTEM else "")
        self._trial.setEnabled(bool(given))

    def _show_paper(self, row: RouteRow, labels: bool) -> None:
        route, words = row.route, self._words
        if not self._copies.line.hasFocus():
            self._copies.show_text(str(route.copies))
        trays = next((each.trays for each in self._board.found if each.address == route.printer), ())
        self._tray.pick.offer([("", words("The usual one")), *((tray, tray) for tray in trays)])
        self._tray.show_text(route.tray)
        self._tray.lock(not trays and not route.tray)
        sizes = label_sizes(words) if labels else sheet_sizes(words)
        self._size.pick.offer(sizes)
        own = bool(route.size) and route.size not in dict(sizes)
        self._size.show_text(FREE if own or self._sizing else route.size)
        self._grid.show(self._own_size, labels and (own or self._sizing))
        if not self._own_size.line.hasFocus():
            self._own_size.show_text(route.size if own else "")
        for cell in (self._dpi, self._speaks):
            self._grid.show(cell, labels)
        self._dpi.show_text(str(route.dpi or ""))
        self._speaks.show_text(route.speaks)
        self._language.show_text(route.language)

    def _on_kind(self, kind: str) -> None:
        self._forget_faults()
        self._begun = "" if kind == kind_of(self._board.row.route.printer) else kind
        if kind == FOLDER and self._begun:
            self._take(printer=FOLDER)
            return
        self.show_board()  # counts once there is an address
        (self._system.pick if kind == SYSTEM else self._address.line).setFocus()

    def _on_address(self) -> None:
        text, kind = self._address.line.text().strip(), self._begun or kind_of(self._board.row.route.printer)
        if not text and kind != FOLDER:
            return
        try:
            address = parse_address(typed_address(kind, text))
        except BadValue:
            self._address.show_wrong(_say_wrong(self._words, kind))
            return
        self._take(printer=address)

    def _on_copies(self) -> None:
        text = self._copies.line.text().strip()
        fits = text.isdecimal() and 0 < int(text) <= _MOST_COPIES
        self._copies.show_wrong("" if fits else self._words("A number from 1 to {most}", most=_MOST_COPIES))
        if fits:
            self._take(copies=int(text))

    def _on_size(self, size: str) -> None:
        self._sizing = size == FREE
        if self._sizing:
            self.show_board()
            self._own_size.line.setFocus()
        else:
            self._take(size=size)

    def _on_own_size(self) -> None:
        text = self._own_size.line.text().strip()
        if not text:
            return
        try:
            label_size(text)
        except BadValue:
            self._own_size.show_wrong(self._words("Write it as 80x40, in millimetres, from 20x12 to 210x300"))
            return
        self._take(size=text.lower())

    def _take(self, **changes: Any) -> None:
        self._begun, self._sizing = ("", self._sizing) if "printer" in changes else (self._begun, False)
        self._forget_faults()
        self._board.take(**changes)

    def _forget_faults(self) -> None:
        for cell in (self._address, self._copies, self._own_size):
            cell.show_wrong("")


def _say_wrong(words: Words, kind: str) -> str:
    match kind:
        case "folder":
            return words("Write the whole path of a folder, from the root on")
        case "raw":
            return words("Write the path of a device, such as {example}", example=HINTS[RAW])
    return words("Write a name or number with its port, such as {example}", example=HINTS[ZPL])


def _languages(words: Words) -> list[tuple[str, str]]:
    return [("", words("As this station's")), ("he", "עברית"), ("en", "English")]


def _dpi(words: Words) -> list[tuple[str, str]]:
    return [("", words("The usual ones")), *((dpi, dpi) for dpi in _DPI)]


def _speech(words: Words) -> list[tuple[str, str]]:
    return [("", words("The usual")), ("pdf", "PDF"), ("zpl", "ZPL")]
