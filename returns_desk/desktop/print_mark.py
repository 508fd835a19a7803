"""The mark in the top bar that something waits with a trouble, or is perhaps printed: there only while it does.

It is looked for when a printer was tried and when somebody settled a job, never for a scan; the desk's band says
nothing of it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.mark_words import Waits, say_waits, waits_in
from returns_desk.domain.events import JobCancelled, JobPrintedAgain, JobSettled, JobWaitsAgain

if TYPE_CHECKING:
    from returns_desk.desk import Desk
    from returns_desk.desktop.print_drain import PrintDrain
    from returns_desk.desktop.shell import Shell

_MOST = 200
_KEYS = ("Alt+P", "Alt+פ")  # also while the keyboard is set to Hebrew
_CHANGES = (JobCancelled, JobPrintedAgain, JobSettled, JobWaitsAgain)
_QUEUE = "print_queue"  # as Settings knows it


class PrintMark(QObject):
    """Keeps the mark true, also on a bar that was built anew; mark and key open the queue."""

    def __init__(self, shell: "Shell", drain: "PrintDrain") -> None:
        super().__init__(shell)
        self._shell = shell
        self._waits = Waits()
        drain.changed.connect(self.look)
        shell.runner.happened.connect(self._hear)
        shell.settings_changed.connect(lambda _: self._show())
        for keys in _KEYS:
            shortcut = QShortcut(QKeySequence(keys), shell)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(self.open_queue)
        self.look()

    def look(self) -> None:
        """Ask the store what waits."""
        self._shell.runner.do(_look, while_alive(self, self._take))

    def open_queue(self) -> None:
        """Show the queue, to whoever is signed in."""
        bench = self._shell.bench
        if self._waits and bench is not None and bench.person is not None:
            self._shell.go_to("settings", _QUEUE)

    def _hear(self, events: tuple[object, ...]) -> None:
        if any(isinstance(event, _CHANGES) for event in events):
            self.look()

    def _take(self, waits: Waits) -> None:
        self._waits = waits
        self._show()

    def _show(self) -> None:
        words, bar = self._shell.words, self._shell.inside.bar
        said = say_waits(words, self._waits)
        bar.show_printing(said, words("Open the print queue ({key})", key=_KEYS[0]), self.open_queue)


def _look(desk: "Desk") -> Waits:
    from returns_desk.usecases.look_jobs import jobs  # noqa: PLC0415  imported by the thread that works

    return waits_in(desk.read(jobs, _MOST))
