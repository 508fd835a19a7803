"""The steps of the page of papers: read in the pool, kept by the store thread, drawn in the pool, opened outside."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.screens.papers import jobs
from returns_desk.desktop.screens.screen import Room
from returns_desk.domain.events import Event
from returns_desk.domain.papers import AttachmentKind
from returns_desk.domain.picture_refusals import FileRefused
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.snapshots import AttachmentSnapshot
from returns_desk.exchange.outside_files import OutsideFile
from returns_desk.wording.events import say_event
from returns_desk.wording.refusals import refusal_line

if TYPE_CHECKING:
    from returns_desk.desk import Desk


class PapersSteps(QObject):
    """``said`` tells how a step went: tone, text; ``changed`` that the papers are other ones now."""

    said = Signal(str, str)
    changed = Signal()

    def __init__(self, room: Room, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room
        self.open_outside: Callable[[Path], object] = _open_outside

    def attach(self, path: Path, number: str, kind: AttachmentKind) -> None:
        """Keep a file with a batch."""

        def hear(file: OutsideFile | FileRefused) -> None:
            if isinstance(file, FileRefused):
                self._refuse(file)
            else:
                self._do(lambda desk: jobs.attach(desk, place, file, number, kind), known=True)

        place = self._place
        self._room.pool.begin(lambda _report: jobs.read_file(path), while_alive(self, hear))

    def remove(self, attachment_id: str) -> None:
        """Let a file count no longer."""
        self._do(lambda desk: jobs.detach(desk, attachment_id))

    def open_file(self, file: AttachmentSnapshot) -> None:
        """Write a kept file out and open it; the kept one itself is never opened."""
        place = self._place

        def hear(found: Path | FileRefused) -> None:
            if isinstance(found, FileRefused):
                self._refuse(found)
            else:
                self.open_outside(found)

        self._room.pool.begin(lambda _report: jobs.put_out(place, file), while_alive(self, hear))

    def advance_copy(self, number: str, *, evidence: bool) -> None:
        """Make the e-mail of an advance copy, and open it in the mail program."""
        self._draw(lambda desk: jobs.take_advance_copy(desk, number, evidence=evidence))

    def correct(self, proof: tuple[str, str], number: str, items: tuple[str, ...], note: str) -> None:
        """Take pieces off a slip."""
        self._do(lambda desk: jobs.correct(desk, proof, number, items, note).events)

    @property
    def _place(self) -> jobs.Place:
        return self._room.station.settings, self._room.home

    def _do(self, job: "Callable[[Desk], tuple[Event, ...]]", *, known: bool = False) -> None:
        """Do a step; ``known``: where nothing happened the file was there already."""
        runner = self._room.runner

        def done(events: tuple[Event, ...]) -> None:
            self._on_done(events, known=known)

        def hear(events: tuple[Event, ...]) -> None:
            while_alive(self, done)(events)
            runner.tell(events)

        runner.do(job, hear, while_alive(self, self._refuse), counted=True)

    def _on_done(self, events: tuple[Event, ...], *, known: bool) -> None:
        words = self._room.words
        if events:
            self.said.emit("ok", say_event(words, events[-1]))
        elif known:
            self.said.emit("ok", words("It is kept already"))
        self.changed.emit()

    def _draw(self, job: "Callable[[Desk], jobs.ToDraw]") -> None:
        room = self._room
        self.said.emit("idle", room.words("It is being drawn…"))

        def draw(wanted: jobs.ToDraw) -> None:
            room.runner.tell(wanted.events)
            place = self._place
            room.pool.begin(lambda _report: _drawn(wanted, place), while_alive(self, self._on_drawn))

        room.runner.do(job, while_alive(self, draw), while_alive(self, self._refuse), counted=True)

    def _on_drawn(self, file: Path | str) -> None:
        words = self._room.words
        if isinstance(file, str):
            self.said.emit("bad", words("It could not be written: {why}", why=file))
            return
        self.said.emit("ok", words("It is in {file}", file=str(file)))
        self.changed.emit()
        self.open_outside(file)

    def _refuse(self, refusal: DeskError) -> None:
        self.said.emit("bad", refusal_line(self._room.words, refusal))


def _drawn(wanted: jobs.ToDraw, place: jobs.Place) -> Path | str:
    """The file, or why it could not be written."""
    try:
        return jobs.draw(wanted, place)
    except OSError as trouble:
        return trouble.strerror or str(trouble)


def _open_outside(file: Path) -> None:
    """Open a file in the system's own program for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
