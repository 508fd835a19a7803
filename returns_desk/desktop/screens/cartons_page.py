"""The page of a batch's cartons: a carton is begun or scanned, then each piece's label goes into it by scanning.

While the page is in front and the batch may be packed, every scan but badges, commands and other batches is for it.
What does not belong into the carton is said in red, and nothing is changed.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.dialogs.entry import EntryDialog, ask_facts
from returns_desk.desktop.preview import open_preview
from returns_desk.desktop.screens import packing_jobs as jobs
from returns_desk.desktop.screens.carton_tables import CartonTable, UnpackedTable
from returns_desk.desktop.screens.packing_forms import close_form
from returns_desk.desktop.screens.packing_jobs import Packed
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.chip import Chip
from returns_desk.desktop.widgets.flow_layout import FlowLayout
from returns_desk.domain.batches import BatchMode, BatchState, LineState
from returns_desk.domain.codes import sscc_key
from returns_desk.domain.printing import PaperKind
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.snapshots import BatchSnapshot, CartonSnapshot
from returns_desk.scanning.recogniser import recognise
from returns_desk.wording.events import say_event
from returns_desk.wording.refusals import refusal_line

if TYPE_CHECKING:
    from returns_desk.desk import Desk

_PACKING = (BatchState.APPROVED, BatchState.AWAITING_AUTHORIZATION, BatchState.AUTHORIZED)
_OF_OTHERS = ("ID-", "DO-", "SB-", "DB-", "RB-", "SR-", "DN-", "RC-", "SC-", "DL-", "PA-", "BIN-")
_UNDO = "DO-UNDO"
_LOOKED_AT = ("show_carton_label", "print_packing_list")


class CartonsPage(QWidget):
    """``told`` is the line that says how the last scan went; ``happened`` tells that a step was done here."""

    happened = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.setObjectName("cartons")
        self._room = room
        self._batch: BatchSnapshot | None = None
        self._carton = ""  # the one that was scanned or begun; empty: the newest that is open
        self.count = label("", "title")
        self.count.setObjectName("packing_count")
        self.told = Chip()
        self.told.setObjectName("packing_told")
        self.told.setWordWrap(True)
        self.told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.told.hide()
        self.cartons = CartonTable(room.words)
        self.unpacked = UnpackedTable(room.words)
        self._buttons = {name: self._button(name, title, act) for name, title, act in self._acts()}
        self.cartons.chosen.connect(self._on_chosen)
        self._lay_out()

    def _acts(self) -> tuple[tuple[str, str, Callable[[], None]], ...]:
        words = self._room.words
        return (
            ("new_carton", words("New carton"), self.begin_carton),
            ("close_carton", words("Close carton"), self.ask_weight),
            ("reopen_carton", words("Open again"), lambda: self._do_with(jobs.reopen_carton)),
            ("remove_carton", words("Take away"), lambda: self._do_with(jobs.remove_carton)),
            ("print_carton_label", words("Print label"), lambda: self._do_with(jobs.print_label)),
            ("show_carton_label", words("Show label"), lambda: self._show(PaperKind.CARTON_LABEL, self._current())),
            ("print_packing_list", words("Packing list"), lambda: self._show(PaperKind.PACKING_LIST, self._number)),
        )

    def _button(self, name: str, title: str, act: Callable[[], None]) -> QPushButton:
        made = push_button(title, name)
        made.clicked.connect(act)
        return made

    def _lay_out(self) -> None:
        said = QHBoxLayout()
        said.setSpacing(16)
        said.addWidget(self.count)
        said.addWidget(self.told, 1)
        said.addStretch(0)
        row = FlowLayout()
        for name, button in self._buttons.items():
            place = said if name in _LOOKED_AT else row  # in one line they would take the room of the list of batches
            place.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 2, 10, 2)
        column.setSpacing(6)
        column.addLayout(said)
        column.addLayout(row)
        column.addWidget(self.cartons)
        column.addWidget(self.unpacked, 1)
        column.addStretch(0)  # where all is packed

    def show_batch(self, batch: BatchSnapshot) -> None:
        """Show the cartons of a batch, and what is in none yet."""
        if self._batch is None or self._batch.row.number != batch.row.number:
            self._carton = ""
            self.told.hide()
        self._batch = batch
        going = [line for line in batch.lines if line.state is not LineState.SENT_BACK]
        unpacked = [line for line in going if not line.carton]
        self.cartons.show_cartons(batch, self._current())
        self.unpacked.show_rows(unpacked)
        self.unpacked.setVisible(bool(unpacked) and self._is_packing())
        self._say_count(len(going) - len(unpacked), len(going))
        self._show_buttons()

    def take_scan(self, text: str) -> bool:
        """A carton's label chooses it, any other label is a piece to pack; badges and commands are for others."""
        if self._batch is None or not self.isVisible() or not self._is_packing():
            return False
        scan = recognise(text)
        code = (scan.value or scan.trimmed).upper()
        if code == _UNDO:
            self._do(jobs.take_back)
            return True
        if code.startswith(_OF_OTHERS) or not code:
            return False
        number = self._batch.row.number
        if code.startswith("CT-") or (sscc_key(code) and not code.startswith("IT-")):
            self._do(lambda desk: jobs.choose_carton(desk, code))
        else:
            carton = self._current_open()
            self._do(lambda desk: jobs.pack_item(desk, number, carton, code))
        return True

    def begin_carton(self) -> None:
        """Begin a carton; what is scanned next goes into it."""
        number, self._carton = self._number, ""
        self._do(lambda desk: jobs.begin_carton(desk, number))

    def ask_weight(self) -> None:
        """Ask for weight and size of the open carton, then close it."""
        carton = self._current()
        form = close_form(self._room.words, carton)
        dialog = EntryDialog(self._room.words, form.title, form.fields, form.go_on, self.window())
        ask_facts(dialog, lambda facts: self._do(lambda desk: jobs.close_carton(desk, carton, facts)))

    def _show(self, kind: PaperKind, number: str) -> None:
        open_preview(self._room, kind, number, parent=self.window())

    def _do_with(self, job: "Callable[[Desk, str], Packed]") -> None:
        carton = self._current()
        if carton:
            self._do(lambda desk: job(desk, carton))

    def _do(self, job: "Callable[[Desk], Packed]") -> None:
        runner = self._room.runner

        def hear(packed: Packed) -> None:
            while_alive(self, self._on_done)(packed)
            runner.tell(packed.events)

        runner.do(job, hear, while_alive(self, self._on_refused), counted=True)

    def _on_done(self, packed: Packed) -> None:
        words, shown = self._room.words, packed.shown
        said = " · ".join(say_event(words, event) for event in packed.events)
        if shown is not None and self._batch is not None and shown.batch == self._batch.row.number:
            self._say_count(shown.packed, shown.going)
            self._carton = shown.carton.number
            if not packed.events:
                closed, number = shown.carton.closed, shown.carton.number
                said = (
                    words("Carton {carton} is closed", carton=number)
                    if closed
                    else words("Carton {carton} is open", carton=number)
                )
                self._tell("bad" if closed else "ok", said)
                self.show_batch(self._batch)
                return
        elif shown is not None:
            self._tell("bad", words("{carton} is a carton of {batch}", carton=shown.carton.number, batch=shown.batch))
            return
        self._tell("ok", said)
        self.happened.emit()

    def _on_refused(self, refusal: DeskError) -> None:
        self._tell("bad", refusal_line(self._room.words, refusal))

    def _tell(self, tone: str, text: str) -> None:
        self.told.show_word(text, tone)
        self.told.setAccessibleName(text)
        self.told.show()

    def _say_count(self, packed: int, going: int) -> None:
        self.count.setText(self._room.words("Packed: {packed} of {going}", packed=packed, going=going))

    def _on_chosen(self, carton: CartonSnapshot) -> None:
        self._carton = carton.number
        self._show_buttons()

    @property
    def _number(self) -> str:
        return self._batch.row.number if self._batch else ""

    def _is_packing(self) -> bool:
        batch = self._batch
        return batch is not None and batch.row.mode is BatchMode.SEND and batch.row.state in _PACKING

    def _boxes(self) -> tuple[CartonSnapshot, ...]:
        return self._batch.cartons if self._batch else ()

    def _current(self) -> str:
        """The carton that the buttons mean: the chosen one, else the newest open one, else the last."""
        numbers = [box.number for box in self._boxes()]
        if self._carton in numbers:
            return self._carton
        newest = [box.number for box in self._boxes() if not box.closed]
        return (newest or numbers or [""])[-1]

    def _current_open(self) -> str:
        """The chosen carton; empty where the store should say which one is open."""
        chosen = [box for box in self._boxes() if box.number == self._carton]
        return self._carton if chosen and not chosen[0].closed else ""

    def _show_buttons(self) -> None:
        packing, now = self._is_packing(), self._current()
        box = next((box for box in self._boxes() if box.number == now), None)
        packed = self._batch is not None and self._batch.row.state is BatchState.PACKED
        empty = self._batch is not None and all(line.carton != now for line in self._batch.lines)
        is_open = box is not None and not box.closed
        may = {
            "new_carton": packing,
            "close_carton": packing and is_open and not empty,
            "reopen_carton": (packing or packed) and box is not None and box.closed,
            "remove_carton": packing and is_open and empty,
            "print_carton_label": box is not None,
            "show_carton_label": box is not None,
            "print_packing_list": bool(self._boxes()),
        }
        for name, button in self._buttons.items():
            button.setEnabled(may[name])
