"""The line of scans of this station: every scan, key and button of the desk goes in and is answered in order.

A refusal is never overrun: scans that were already under way when it was shown do not take it off the screen; the
first scan or key after it does.
"""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from returns_desk.desktop.runner import Runner

if TYPE_CHECKING:
    from returns_desk.desk import Desk
    from returns_desk.desktop.station import Reply
    from returns_desk.domain.snapshots import BenchSnapshot


class ScanLine(QObject):
    """Gives scans to the store thread and tells how each one went."""

    submitted = Signal(str)
    bench_changed = Signal(object)  # BenchSnapshot
    replied = Signal(object)  # the Reply to show: nothing that the person has not seen is covered by it

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._given = 0
        self._kept_until = 0  # scans up to this number were on their way before a refusal was seen
        self._latest: Reply | None = None

    def submit(self, text: str) -> None:
        """Queue one scan; what it means is decided on the store thread."""
        self._given += 1
        number = self._given
        self.submitted.emit(text)
        self._runner.do(lambda desk: _take(desk, number, text), self._on_reply, counted=True)

    def look_again(self) -> None:
        """Read the bench anew: after another screen or station changed something."""
        self._runner.do(_look, self.bench_changed.emit)

    def acknowledge(self) -> None:
        """The person pressed a key: a refusal that was kept has been seen."""
        if self._kept_until and self._latest is not None and self._latest.number <= self._kept_until:
            self._kept_until = 0
            if self._latest.refusal is None:
                self.replied.emit(self._latest)

    def _on_reply(self, reply: "Reply") -> None:
        self._latest = reply
        events: tuple[Any, ...] = reply.events
        self._runner.tell(events)
        self.bench_changed.emit(reply.bench)
        if reply.refusal is None and reply.number <= self._kept_until:
            return  # a refusal is on the screen that nobody can have seen yet
        self._kept_until = self._given if reply.refusal is not None else 0
        self.replied.emit(reply)


def _take(desk: "Desk", number: int, text: str) -> "Reply":
    from returns_desk.desktop.station import take_scan  # noqa: PLC0415  the first paint waits for no use case

    return take_scan(desk, number, text)


def _look(desk: "Desk") -> "BenchSnapshot":
    from returns_desk.desktop.station import look  # noqa: PLC0415  the first paint waits for no use case

    return look(desk)
