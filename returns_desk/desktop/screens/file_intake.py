"""A file of a card is chosen, read by the pool, taken by the store thread; an example of one is saved."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.documents_folder import documents_folder
from returns_desk.desktop.screens.checklist_jobs import read_rules, take_rules
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.widgets.card import label
from returns_desk.domain.refusals import DeskError
from returns_desk.exchange.reading import Import
from returns_desk.exchange.rows import Reading
from returns_desk.intake import FileToTake
from returns_desk.resources import resource
from returns_desk.usecases.import_rows import Taken
from returns_desk.usecases.shelf_pictures import shelf_of
from returns_desk.wording import Words
from returns_desk.wording.refusals import refusal_line


class FileIntake(QObject):
    """Files of one kind. ``taken`` gives how the rows went; ``said`` tells it: tone, text."""

    begun = Signal()
    taken = Signal(object)  # Taken; none for a file that was refused as a whole
    said = Signal(str, str)

    def __init__(self, room: Room, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._room, self._kind, self._window = room, kind, parent

    def ask_for_file(self) -> None:
        """Let the person choose a file, and take it."""
        dialog = QFileDialog(self._window, self._room.words("Choose the file"), documents_folder())
        dialog.setNameFilter("CSV, XLSX (*.csv *.xlsx)")
        dialog.fileSelected.connect(lambda chosen: self.take(Path(chosen)))
        dialog.open()

    def take(self, path: Path) -> None:
        """Take a file in."""
        self.begun.emit()
        room = self._room
        file = FileToTake(self._kind, path, shelf=shelf_of(room.station.settings, room.home))
        wanted = Import(room.clock().astimezone().date())

        def hear(read: Reading[Any] | DeskError) -> None:
            if isinstance(read, DeskError):
                self._on_refused(read)
            else:
                room.runner.do(
                    lambda desk: take_rules(desk, file, read),
                    while_alive(self, lambda taken: self._on_taken(path, taken)),
                    while_alive(self, self._on_refused),
                    counted=True,
                )

        room.pool.begin(lambda _report: read_rules(file, wanted), while_alive(self, hear))

    def ask_where(self) -> None:
        """Let the person choose where an example goes, and save it."""
        name = f"{self._kind}.csv"
        dialog = QFileDialog(self._window, self._room.words("Save as file"), str(Path(documents_folder(), name)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("CSV (*.csv)")
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(lambda chosen: self.save_example(Path(chosen)))
        dialog.open()

    def save_example(self, path: Path) -> None:
        """Write the sample shop's file, to be changed and taken in."""
        words = self._room.words
        try:
            shutil.copyfile(resource("sample", f"{self._kind}.csv"), path)
        except OSError as trouble:
            self.said.emit("bad", words("Nothing can be written to {file}", file=trouble.filename or str(path)))
            return
        self.said.emit("ok", words("The example is in {file}", file=str(path)))

    def _on_taken(self, path: Path, taken: Taken) -> None:
        to_see = taken.refused or taken.told or taken.pieces
        self.said.emit("ask" if to_see else "ok", say_taken(self._room.words, path, taken))
        self.taken.emit(taken)

    def _on_refused(self, refusal: DeskError) -> None:
        self.said.emit("bad", refusal_line(self._room.words, refusal))
        self.taken.emit(None)


def say_taken(words: Words, path: Path, taken: Taken) -> str:
    """How the rows of a file went, in one line."""
    went = words(
        "{file}: {taken} taken, {changed} changed, {same} as before, {refused} refused",
        file=path.name,
        taken=taken.added,
        changed=taken.changed,
        same=taken.same,
        refused=len(taken.refused),
    )
    stopped = words("Pieces in the house that are stopped: {count}", count=taken.pieces) if taken.pieces else ""
    return " · ".join(part for part in (went, stopped) if part)


def file_form(title: str, columns: Sequence[str], detail: str) -> tuple[QWidget, ...]:
    """What a file must look like: a title over its columns, and what stands in them."""
    return (
        label(title, "heading", wraps=True),
        label(", ".join(columns), "small", wraps=True),
        label(detail, "small", wraps=True),
    )
