"""The line of scans of this station: every scan, key and button of the desk goes in and is answered in order.

A refusal is never overrun: scans that were already under way when it was shown do not take it off the screen; the
first scan or key after it does.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from returns_desk.desktop.runner import Runner

if TYPE_CHECKING:
    from returns_desk.desk import Desk
    from returns_desk.desktop.station import Reply
    from returns_desk.domain.snapshots import BenchSnapshot

    Step = Callable[[Desk, int], Reply]  # the number is the scan's place in the line


class ScanLine(QObject):
    """Gives scans to the store thread and tells how each one went."""

    submitted = Signal(str)
    bench_changed = Signal(object)  # BenchSnapshot
    replied = Signal(object)  # the Reply to show: nothing that the person has not seen is covered by it
    second_wanted = Signal(object, object)  # the Reply that was refused for want of a second signature, and its step

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._given = 0
        self._kept_until = 0  # scans up to this number were on their way before a refusal was seen
        self._latest: Reply | None = None
        self._shown: BenchSnapshot | None = None

    def submit(self, text: str) -> None:
        """Queue one scan; what it means is decided on the store thread."""
        self.submitted.emit(text)
        self._queue(lambda desk, number: _take(desk, number, text))

    def submit_step(self, step: "Callable[[Desk], tuple[Any, ...]]") -> None:
        """Queue a step that no scan stands for; it gives back what happened, and is answered as a scan is."""
        self._queue(lambda desk, number: _take_step(desk, number, step))

    def submit_signed(self, refused: "Reply", step: "Step", badge: str, pin: str) -> None:
        """Queue a step once more, with the badge and PIN of the second who signs it."""
        self._queue(lambda desk, number: _take_signed(desk, number, step, refused.bench, (badge, pin)))

    def _queue(self, step: "Step") -> None:
        self._given += 1
        number = self._given

        def hear(reply: "Reply") -> None:
            self._on_reply(reply)
            if reply.wants_second:
                self.second_wanted.emit(reply, step)

        self._runner.do(lambda desk: step(desk, number), hear, counted=True)

    def look_again(self) -> None:
        """Read the bench anew: after another screen or station changed something.

        A bench that stands as before is not told: what somebody types beside it stays.
        """
        self._runner.do(_look, self._on_look)

    def _on_look(self, bench: "BenchSnapshot") -> None:
        if bench != self._shown:
            self._shown = bench
            self.bench_changed.emit(bench)

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
        self._shown = reply.bench
        self.bench_changed.emit(reply.bench)
        if reply.refusal is None and reply.number <= self._kept_until:
            return  # a refusal is on the screen that nobody can have seen yet
        self._kept_until = self._given if reply.refusal is not None else 0
        self.replied.emit(reply)


def _take(desk: "Desk", number: int, text: str) -> "Reply":
    from returns_desk.desktop.station import take_scan  # noqa: PLC0415  the first paint waits for no use case

    return take_scan(desk, number, text)


def _take_step(desk: "Desk", number: int, step: "Callable[[Desk], tuple[Any, ...]]") -> "Reply":
    from returns_desk.desktop.station import take_step  # noqa: PLC0415  the first paint waits for no use case

    return take_step(desk, number, step)


def _take_signed(desk: "Desk", number: int, step: "Step", stood: "BenchSnapshot", proof: tuple[str, str]) -> "Reply":
    from returns_desk.desktop.station import take_signed  # noqa: PLC0415  the first paint waits for no use case

    return take_signed(desk, number, step, stood, proof)


def _look(desk: "Desk") -> "BenchSnapshot":
    from returns_desk.desktop.station import look  # noqa: PLC0415  the first paint waits for no use case

    return look(desk)
