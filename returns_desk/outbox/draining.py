"""Print what waits: one drain for each printer, its jobs in their order; a printer that is off holds up no other.

A drain goes step by step, so that each step may run where it belongs: ``claim`` and ``mark`` on the store thread,
``send`` in the pool. A window alternates them; ``drain`` runs them all at once, for the command line.
"""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from platform import node

from returns_desk.desk import Desk
from returns_desk.domain.people import OWNER
from returns_desk.domain.print_jobs import Sent
from returns_desk.domain.printing import JobState, PaperKind, Trouble
from returns_desk.exchange.one_holder import OneHolder
from returns_desk.exchange.printers import printer_of as usual_printer_of
from returns_desk.outbox.lines import Line, Place, PrinterOf, lines_of
from returns_desk.outbox.sending import ask_after, send_job
from returns_desk.settings import Settings
from returns_desk.store.ids import new_id
from returns_desk.store.work import Work
from returns_desk.usecases.send_jobs import (
    Claimed,
    LeftBehind,
    StillWaiting,
    Wanted,
    claim_job,
    left_behind,
    mark_sent,
    printers_with_work,
    what_is_left,
)

_AT_MOST = 8  # printers beside each other
Task = Claimed | LeftBehind


@dataclass(frozen=True)
class Drained:
    """How one printer's drain went. ``waiting``: still to be printed, for ``trouble`` in the printer's words ``said``.

    ``unsure`` may be on paper, ``aside`` could not be drawn. ``busy``: another window or command prints there.
    """

    printer: str
    kinds: tuple[PaperKind, ...] = ()
    printed: int = 0
    waiting: int = 0
    unsure: int = 0
    aside: int = 0
    trouble: Trouble | None = None
    said: str = ""
    busy: bool = False
    next_try_at: datetime | None = None  # when it is worth asking the printer again; none: now, or nothing waits


class Drain:
    """One drain of one printer: ``begin``, then ``claim`` and ``send`` by turns until nothing is claimed, then ``end``.

    Used by one thread at a time. Between ``begin`` and ``end`` no other drain of it begins, in whichever program.
    """

    def __init__(self, line: Line, place: Place, *, at_once: bool = True) -> None:
        self.line = line
        self._place, self._at_once = place, at_once
        self._sender = f"{node()} {new_id()}"
        self._lock = OneHolder(place.home / "printing", line.printer)
        self._left: tuple[LeftBehind, ...] | None = None
        self._after = ""
        self._came: Counter[JobState] = Counter()
        self._aside = 0
        self._stop: Sent | None = None

    def begin(self) -> bool:
        """Take the printer; ``False`` when somebody else prints there. On any thread."""
        return self._lock.take()

    def claim(self, desk: Desk, sent: Sent | None = None) -> Task | None:
        """Note what came of the last task, and take the next: both in one transaction. On the store's thread."""
        if self._left is None:
            self._left = desk.read(left_behind, self.line.printer, self._sender)
        left = tuple(each for each in self._left if sent is None or each.id != sent.job_id)
        if sent is not None and sent.trouble is Trouble.NOT_DRAWN:
            self._after = sent.job_id
        stops = sent is not None and sent.stops
        task = desk.run(OWNER, _step, sent, next(iter(left), None), None if stops else self._wanted()).answer
        self._left = left
        self._count(sent)
        return task

    def send(self, task: Task) -> Sent:
        """Draw and send a job, or ask after one that was left behind: may take long. In the pool; needs no database."""
        if isinstance(task, LeftBehind):
            return ask_after(task, self.line, self._place)
        return send_job(task, self.line, self._place)

    def mark(self, desk: Desk, sent: Sent) -> None:
        """Only note what came of the last task, where nothing more is to be sent. On the store's thread."""
        desk.run(OWNER, mark_sent, sent)
        self._count(sent)

    def end(self, desk: Desk) -> Drained:
        """Let the printer go, and tell how it went. On the store's thread."""
        self.let_go()
        return _told(self.line, desk.read(what_is_left, self.line.rows), self._came, self._aside, self._stop)

    def let_go(self) -> None:
        """Let the printer go, whatever happened. On any thread."""
        self._lock.let_go()

    def _wanted(self) -> Wanted:
        place, line = self._place, self.line
        routes = {kind: place.settings.route(kind) for kind in line.kinds}
        return Wanted(
            line.rows, line.printer, self._sender, routes, place.language, at_once=self._at_once, after=self._after
        )

    def _count(self, sent: Sent | None) -> None:
        if sent is None:
            return
        self._came[sent.state] += 1
        self._aside += sent.trouble is Trouble.NOT_DRAWN
        if sent.stops:
            self._stop = sent


def drain(
    desk: Desk,
    settings: Settings,
    home: Path,
    language: str,
    printer_of: PrinterOf = usual_printer_of,
    *,
    at_once: bool = True,
) -> tuple[Drained, ...]:
    """Print everything that waits at this station; one answer for each printer that had something to do.

    ``at_once``: also what rests after a failed try, as somebody who asks for it wants. It sends on threads of its own
    and waits for them: not for a window.
    """
    drains = drains_due(desk, Place(settings, home, language, printer_of), at_once=at_once)
    if len(drains) < 2:
        return tuple(_run(desk, each) for each in drains)
    with ThreadPoolExecutor(min(_AT_MOST, len(drains))) as pool:
        return tuple(pool.map(lambda each: _run(desk, each), drains))


def drains_due(desk: Desk, place: Place, *, at_once: bool = True) -> tuple[Drain, ...]:
    """A drain, not begun yet, for each printer for which something waits or was left behind. On the store's thread."""
    waiting, being_sent = desk.read(printers_with_work)
    lines = lines_of(place)
    gone = being_sent - {line.printer for line in lines}
    due = [line for line in lines if waiting.intersection(line.rows) or line.printer in being_sent]
    return tuple(
        Drain(line, place, at_once=at_once) for line in (*due, *(Line(printer, ()) for printer in sorted(gone)))
    )


def _run(desk: Desk, one: Drain) -> Drained:
    """Run a drain whole."""
    if not one.begin():
        return replace(one.end(desk), busy=True)
    try:
        task = one.claim(desk)
        while task is not None:
            task = one.claim(desk, one.send(task))
        return one.end(desk)
    finally:
        one.let_go()


def _step(work: Work, sent: Sent | None, left: LeftBehind | None, wanted: Wanted | None) -> Task | None:
    """Note one, take one."""
    if sent is not None:
        mark_sent(work, sent)
        work.flush()
    if left is not None:
        return left
    return claim_job(work, wanted) if wanted is not None else None


def _told(line: Line, left: StillWaiting, came: Counter[JobState], aside: int, stop: Sent | None) -> Drained:
    return Drained(
        printer=line.printer,
        kinds=line.kinds,
        printed=came[JobState.PRINTED],
        waiting=left.count,
        unsure=came[JobState.UNSURE],
        aside=aside,
        trouble=stop.trouble if stop else left.trouble,
        said=stop.said if stop else left.said,
        next_try_at=left.next_try_at,
    )
