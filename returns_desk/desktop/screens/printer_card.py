"""Settings, third card: where labels go, their size, a test label, and the labels that wait."""

import re
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.label_printing import Tried
from returns_desk.desktop.label_rounds import look_at_queue
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.screens.settings_changes import change_settings
from returns_desk.desktop.sheet_jobs import print_test_label
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.choice import Choice
from returns_desk.desktop.widgets.titled import emphasise
from returns_desk.documents.labels import LABEL_SIZES
from returns_desk.domain.printing import LABELS, USUAL_LABEL, PaperKind
from returns_desk.usecases.print_labels import LabelJob
from returns_desk.wording import Words

_FOLDER, _ZPL = "folder", "zpl"
_ADDRESS = re.compile(r"(?:zpl://)?([A-Za-z0-9._-]+)(?::([0-9]{1,5}))?/?")


class PrinterCard(Card):
    """``said`` tells how a change or a print went: tone, text."""

    said = Signal(str, str)

    def __init__(self, room: Room) -> None:
        words = room.words
        super().__init__(words("Label printer"))
        self._room = room
        self.setObjectName("printer_card")
        kinds = ((_FOLDER, words("Files in a folder")), (_ZPL, words("Label printer on the network")))
        self._kind = Choice("printer_kind", words("Labels go to"), kinds)
        self._kind.chosen.connect(self._on_kind)
        self._address = self._make_address(words)
        self._size = Choice("label_size", words("Label size"), [(size, _say_size(words, size)) for size in LABEL_SIZES])
        self._size.chosen.connect(self._on_size)
        self._waiting = label("", wraps=True)
        self._waiting.setObjectName("labels_waiting")
        if room.station.printing is not None:
            room.station.printing.printed.connect(self._on_printed)
        emphasise(self)
        for part in (self._kind, self._address, self._size, self._waiting):
            self.body.addWidget(part)
        self.body.addLayout(self._make_buttons(words))

    def _make_address(self, words: Words) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("printer_address")
        field.setAccessibleName(words("Address of the printer"))
        field.setPlaceholderText("192.168.1.40:9100")
        field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        field.setMaxLength(200)
        field.editingFinished.connect(self._on_address)
        return field

    def _make_buttons(self, words: Words) -> QHBoxLayout:
        trial = push_button(words("Print a test label"), "test_label")
        trial.clicked.connect(self._print_test)
        self._now = push_button(words("Print what waits"), "print_waiting")
        self._now.clicked.connect(self._print_waiting)
        row = QHBoxLayout()
        row.addWidget(trial)
        row.addWidget(self._now)
        row.addStretch(1)
        return row

    def show_settings(self) -> None:
        """Show how the station is set, and what waits."""
        route = self._room.station.settings.route(PaperKind.ITEM_LABEL)
        is_zpl = route.printer.startswith("zpl:")
        self._kind.show_value(_ZPL if is_zpl else _FOLDER)
        self._address.setVisible(is_zpl)
        if not self._address.hasFocus():
            self._address.setText(route.printer.removeprefix("zpl://") if is_zpl else "")
        self._size.show_value(route.size or USUAL_LABEL)
        self._room.runner.do(look_at_queue, while_alive(self, self._show_waiting))

    def _show_waiting(self, jobs: tuple[LabelJob, ...]) -> None:
        words = self._room.words
        self._now.setEnabled(bool(jobs))
        why = next((job.why for job in jobs if job.why), "")
        said = words("Labels waiting: {count}", count=len(jobs)) if jobs else words("No label waits")
        self._waiting.setText(f"{said}. {words('The printer said: {why}', why=why)}" if why else said)

    def _on_kind(self, kind: str) -> None:
        if kind == _FOLDER:
            self._take(printer=_FOLDER)
            return
        self._address.show()  # counts once there is an address
        self._address.setFocus()

    def _on_address(self) -> None:
        text = self._address.text().strip()
        if not text:
            return
        found = _ADDRESS.fullmatch(text)
        if found is None or not 0 < int(found[2] or 9100) < 65_536:
            self.said.emit("bad", self._room.words("This is no address of a printer: {text}", text=text))
            return
        self._take(printer=f"zpl://{found[1]}:{found[2] or 9100}")

    def _on_size(self, size: str) -> None:
        self._take(size=size)

    def _take(self, **changes: Any) -> None:
        settings = self._room.station.settings
        labels = replace(settings.route(PaperKind.ITEM_LABEL), **changes)
        if change_settings(self._room.station, routes=settings.routes | {LABELS: labels}):
            self.said.emit("ok", self._room.words("Saved"))
        self.show_settings()

    def _print_waiting(self) -> None:
        if self._room.station.printing is not None:
            self._room.station.printing.print_waiting()

    def _print_test(self) -> None:
        settings, home, now = self._room.station.settings, self._room.home, self._room.clock()
        self._room.pool.begin(lambda _: print_test_label(settings, home, now), while_alive(self, self._on_tested))

    def _on_tested(self, trouble: str) -> None:
        words = self._room.words
        if trouble:
            self.said.emit("bad", words("The test label was not printed: {why}", why=trouble))
        elif self._room.station.settings.route(PaperKind.ITEM_LABEL).printer.startswith("zpl:"):
            self.said.emit("ok", words("The test label went to the printer"))
        else:
            folder = str(self._room.home / "labels")
            self.said.emit("ok", words("The test label is in {folder}", folder=folder))

    def _on_printed(self, tried: Tried) -> None:
        words = self._room.words
        if tried.left:
            self.said.emit("bad", words("{count} labels wait: {why}", count=len(tried.left), why=tried.why))
        else:
            self.said.emit("ok", words("{count} labels printed", count=len(tried.taken)))
        self.show_settings()


def _say_size(words: Words, size: str) -> str:
    return words("{width} mm tape", width=size) if "x" not in size else words("{size} mm", size=size)
