"""What a page of Settings shares that has its figures out in a TOML file and in again."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QSizePolicy

from returns_desk.desktop.documents_folder import documents_folder
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.table import Column, Table

_ROWS_SHOWN = 8  # more are scrolled


class TomlFiles(Card):
    """Hidden until a file did not fit, whose faults it lists; ``said`` tells how it went: tone, text.

    ``name`` begins the object names; ``say_fault`` puts a fault, which has a ``line``, into words.
    """

    said = Signal(str, str)

    def __init__(self, room: Room, title: str, name: str, say_fault: Callable[[Any], str]) -> None:
        super().__init__(title)
        words = room.words
        self.setObjectName(f"{name}_file_faults_card")
        self._room = room
        self._file = label("", "small", wraps=True)
        close = push_button(words("Close"), f"{name}_faults_close", "quiet")
        close.clicked.connect(self.hide)
        self.head.addWidget(close)
        columns = (
            Column(words("Line"), lambda fault: str(fault.line or ""), at_end=True),
            Column(words("Why"), say_fault, stretch=True),
        )
        self._table = Table(columns, f"{name}_file_faults")
        self._table.setAccessibleName(title)
        self._table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.body.addWidget(self._file)
        self.body.addWidget(self._table)
        self.hide()

    @property
    def file_name(self) -> str:
        """What a file that is written is called, unless the person says otherwise."""
        raise NotImplementedError

    def take_file(self, path: Path) -> None:
        """Read a file; what fits becomes the draft, and does not count yet."""
        raise NotImplementedError

    def save_file(self, path: Path) -> None:
        """Write what is shown, so that it can be imported."""
        raise NotImplementedError

    def ask_for_file(self) -> None:
        """Let a person choose the file to import."""
        dialog = QFileDialog(self, self._room.words("Choose the file"), documents_folder())
        dialog.setNameFilter("TOML (*.toml)")
        dialog.fileSelected.connect(lambda chosen: self.take_file(Path(chosen)))
        dialog.open()

    def ask_where(self) -> None:
        """Let a person choose where what is shown is written."""
        dialog = QFileDialog(self, self._room.words("Save as file"), str(Path(documents_folder(), self.file_name)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("TOML (*.toml)")
        dialog.setDefaultSuffix("toml")
        dialog.fileSelected.connect(lambda chosen: self.save_file(Path(chosen)))
        dialog.open()

    def _show_faults(self, path: Path, faults: Sequence[object]) -> None:
        words = self._room.words
        self._file.setText(str(path))
        self._table.show_up_to(faults, _ROWS_SHOWN)
        count = words.number(len(faults))
        self.said.emit("bad", words("{file} is not taken: {count} things do not fit", file=path.name, count=count))

    def _write(self, path: Path, content: bytes, written: str) -> None:
        try:
            path.write_bytes(content)
        except OSError as trouble:
            words = self._room.words
            self.said.emit("bad", words("Nothing can be written to {file}", file=trouble.filename or str(path)))
            return
        self.said.emit("ok", written)
