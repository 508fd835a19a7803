"""Every way a paper leaves: through the print queue, by the system's print dialog, into a file, to another program.

A numbered paper's print is registered before anything is written. What then cannot be written is kept at hand: the
next way out takes the very same print, and at the end it goes into the folder of papers.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.preview import writing
from returns_desk.desktop.preview.paper_words import say_job, say_paper
from returns_desk.desktop.preview.shown import (
    KeptPaper,
    Queued,
    Shown,
    Taken,
    What,
    drawn,
    look_at_job,
    queue_second_original,
)
from returns_desk.desktop.screens.screen import Room
from returns_desk.domain.printing import JobState, PaperKind
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.snapshots.printing import JobSnapshot
from returns_desk.usecases.paper import Paper

OPENED = ("temp", "papers")
_OVER = (JobState.PRINTED, JobState.CANCELLED)


class Outlets(QObject):
    """``said`` tells how it went (tone, text); ``taken`` that a print was registered: the next one is another."""

    said = Signal(str, str)
    refused = Signal(object)  # DeskError
    taken = Signal()

    def __init__(self, room: Room, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.open_outside: Callable[[QUrl], bool] = QDesktopServices.openUrl
        self._unspent: Taken | None = None  # registered, but written nowhere yet
        self._job = ("", "")  # the last one, and what it prints
        if room.station.printing is not None:
            room.station.printing.changed.connect(self._look_at_job)

    def print_paper(self, shown: Shown, what: What) -> None:
        """Print through the queue; a loose paper goes to its printer at once."""
        if self._unspent is not None:
            self._send(self._unspent.paper, what, shown.zpl)
            return

        def hear(answer: tuple[Paper, Queued | None]) -> None:
            paper, queued = answer
            if queued is None:
                self._send(paper, what, shown.zpl)
            else:
                self._on_queued(say_paper(self._room.words, paper), queued)

        self._do(lambda desk: (shown.look(desk, what), shown.queue(desk, what)), hear)

    def print_second_original(self, proof: tuple[str, str], number: str, reason: str) -> None:
        """Print a slip's original again, which a supervisor signs."""
        what, slip = {"reason": reason}, KeptPaper(PaperKind.SLIP, number)

        def hear(answer: tuple[Queued, Paper]) -> None:
            kind, words = self._room.words.name(PaperKind.SLIP), self._room.words
            self._on_queued(words("{kind} {number}, original", kind=kind, number=answer[1].number), answer[0])

        self._do(lambda desk: (queue_second_original(desk, proof, number, what), slip.look(desk, {})), hear)

    def save(self, shown: Shown, what: What, file: Path) -> None:
        """Save one print into a file."""
        self._take(shown, what, file.name, lambda paper: self._write(paper, what, file))

    def open_beside(self, shown: Shown, what: What) -> None:
        """Open a copy in the system's viewer."""
        folder = self._room.home.joinpath(*OPENED)

        def open_file(paper: Paper) -> None:
            self._write(paper, what, writing.free_file(folder, paper.file_name), then=self._view)

        self._take(shown, what, "viewer", open_file)

    def print_on(self, shown: Shown, what: What, printer: QPrinter) -> None:
        """Print on a printer that was chosen for once; its copies and pages are what the person set there."""
        name = printer.printerName() or Path(printer.outputFileName()).name

        def draw(paper: Paper) -> None:
            self._draw_on(paper, what, printer, name)

        self._take(shown, what, name, draw)

    def spend(self) -> None:
        """Nobody wants more of it: a print that is registered and written nowhere goes into the folder of papers."""
        if self._unspent is not None:
            paper = self._unspent.paper
            self._write(paper, {}, writing.free_file(self._room.home / paper.kind.family, paper.file_name))

    def _take(self, shown: Shown, what: What, target: str, then: Callable[[Paper], None]) -> None:
        """Register a print, or go on with the one that came to nothing."""
        if self._unspent is not None:
            then(self._unspent.paper)
            return

        def hear(taken: Taken) -> None:
            self._unspent = taken if taken.events else None
            self._room.runner.tell(taken.events)
            then(taken.paper)

        self._do(lambda desk: shown.take(desk, what, target), hear)

    def _write(self, paper: Paper, what: What, file: Path, then: Callable[[Path], None] | None = None) -> None:
        def hear(trouble: str) -> None:
            words = self._room.words
            if trouble:
                lost = words("{file} could not be written: {why}", file=str(file), why=trouble)
                kept = words("The paper is not lost: save it elsewhere, or print it.")
                self.said.emit("bad", f"{lost}. {kept}")
                return
            self._spent()
            self.said.emit("ok", words("{paper} is in {file}", paper=say_paper(words, paper), file=str(file)))
            if then is not None:
                then(file)

        room, language = self._room, str(what.get("language", ""))
        settings, home = room.station.settings, room.home
        work = writing.guarded(lambda: writing.write(drawn(paper, language, settings, home), file), room.words)
        room.pool.begin(lambda _report: work(), while_alive(self, hear))

    def _view(self, file: Path) -> None:
        if not self.open_outside(QUrl.fromLocalFile(str(file))):
            words = self._room.words
            self.said.emit("bad", words("No program for PDF files was found here. The file is {file}", file=str(file)))

    def _draw_on(self, paper: Paper, what: What, printer: QPrinter, name: str) -> None:
        room, language = self._room, str(what.get("language", ""))
        settings, home = room.station.settings, room.home

        def work(report: Callable[[int, int], None]) -> str:
            return writing.guarded(
                lambda: writing.print_pages(drawn(paper, language, settings, home), printer, report), room.words
            )()

        def hear(trouble: str) -> None:
            words = room.words
            if trouble:
                failed = words("{printer} did not print it: {why}", printer=name, why=trouble)
                kept = words("The paper is not lost: save it elsewhere, or print it.")
                self.said.emit("bad", f"{failed}. {kept}")
            else:
                self._spent()
                self.said.emit("ok", words("{paper} went to {printer}", paper=say_paper(words, paper), printer=name))

        room.pool.begin(work, while_alive(self, hear))

    def _send(self, paper: Paper, what: What, zpl: writing.Zpl | None) -> None:
        """Give a loose paper to the printer of its kind, beside the queue."""
        room, language = self._room, str(what.get("language", ""))
        settings, home = room.station.settings, room.home
        title = say_paper(room.words, paper)

        def hear(answer: tuple[str, str]) -> None:
            tone, text = answer
            if tone == "ok":
                self._spent()
            self.said.emit(tone, text)

        room.pool.begin(
            lambda _report: writing.send(paper, title, language, zpl, writing.Place(settings, home, room.words)),
            while_alive(self, hear),
        )

    def _spent(self) -> None:
        self._unspent = None
        self.taken.emit()

    def _on_queued(self, title: str, queued: Queued) -> None:
        self._job = (queued.job_id, title)
        self._room.runner.tell(queued.events)
        self.taken.emit()
        self._look_at_job()

    def _look_at_job(self) -> None:
        job_id, title = self._job
        if not job_id:
            return

        def hear(job: JobSnapshot | None) -> None:
            if job is not None and self._job[0] == job_id:
                if job.state in _OVER:
                    self._job = ("", "")
                self.said.emit(*say_job(self._room.words, title, job, self._room.home))

        self._room.runner.do(lambda desk: look_at_job(desk, job_id), while_alive(self, hear))

    def _do(self, job: Callable[..., object], hear: Callable[..., None]) -> None:
        refused: Callable[[DeskError], None] = while_alive(self, self.refused.emit)
        self._room.runner.do(job, while_alive(self, hear), refused, counted=True)
