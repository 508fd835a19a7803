"""How a label printer is spoken with: asked how it is, given its labels, watched until they are out.

Printers have manners of their own: many answer ``~HS``, some (clones, print servers) say nothing but close the line
when they have read everything. Which it is is found out once and remembered, so that no label waits for an answer that
never comes. Whoever does neither is not given anything: a label sent there may be lost.
"""

import re
import time
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from returns_desk.domain.printing import PrinterStatus, Trouble
from returns_desk.exchange.printers.host_status import HARMLESS, LONGEST, QUESTION, is_foreign, quoted, status_of
from returns_desk.exchange.printers.printer import PrinterRefused
from returns_desk.exchange.printers.wires import Wire

PATIENCE = 5.0  # seconds; a printer that takes nothing for so long is not there
_FIRST_ANSWER = 1.2  # how long one is waited for whose manners are not known
_REMEMBERED = 600.0
_LOOKS = 0.1  # from one look at a printing printer to the next
_LONGEST_WATCH = 60.0
_COPIES = re.compile(rb"\^PQ1(?![0-9])")


class Dial(Protocol):
    """Opens a wire anew."""

    def __call__(self) -> AbstractContextManager[Wire]:
        """One call."""


@dataclass
class Manners:
    """What was found out about each printer, by address: whether it answers, and until when that is believed."""

    known: dict[str, tuple[bool, float]] = field(default_factory=dict)

    def answers(self, address: str) -> bool | None:
        """Whether a printer answers; ``None``: not known, or too long ago."""
        answers, until = self.known.get(address, (None, 0.0))
        return answers if time.monotonic() < until else None

    def learn(self, address: str, *, answers: bool) -> None:
        """Remember for a while."""
        self.known[address] = (answers, time.monotonic() + _REMEMBERED)


MANNERS = Manners()


def look_at(address: str, dial: Dial, patience: float) -> PrinterStatus:
    """Ask a printer how it is, and learn its manners. Refuses ``PrinterRefused``."""
    with dial() as wire:
        known = MANNERS.answers(address)
        status = ask(wire, patience if known else min(patience, _FIRST_ANSWER))
        if status is None and (known or not wire.farewell(patience)):
            MANNERS.known.pop(address, None)
            raise PrinterRefused(Trouble.SILENT)
        MANNERS.learn(address, answers=status is not None)
        return status or PrinterStatus()


def give(address: str, dial: Dial, content: bytes, patience: float) -> None:
    """Give labels to a printer whose manners are found out first. Refuses ``PrinterRefused``."""
    if MANNERS.answers(address) is None:
        _refuse_if_stopped(look_at(address, dial, patience))
    with dial() as wire:
        if MANNERS.answers(address):
            _give_watched(wire, content, patience)
        else:
            wire.put(content)
            if not wire.farewell(patience):
                raise PrinterRefused(Trouble.SILENT, perhaps=True)


def ask(wire: Wire, seconds: float) -> PrinterStatus | None:
    """The answer to ``~HS``; ``None`` when there was none in time. Refuses whoever answers something else."""
    wire.put(QUESTION)
    heard, end = b"", time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        piece = wire.hear(left)
        if piece is None:
            break
        heard = (heard + piece)[: LONGEST + 1]
        if is_foreign(heard):
            raise PrinterRefused(Trouble.REFUSED, quoted(heard))
        if (status := status_of(heard)) is not None:
            return status
    return None


def with_copies(zpl: bytes, copies: int) -> bytes:
    """The same labels, each printed so many times; what is drawn says ``^PQ1``, and no text of a label can."""
    return _COPIES.sub(b"^PQ%d" % copies, zpl) if copies > 1 else zpl


def _give_watched(wire: Wire, content: bytes, patience: float) -> None:
    before = ask(wire, patience)
    if before is None:
        raise PrinterRefused(Trouble.SILENT)
    _refuse_if_stopped(before)
    wire.put(content)
    try:
        _watch(wire, patience)
    except PrinterRefused as refused:
        raise PrinterRefused(refused.trouble, refused.said, perhaps=True) from refused


def _watch(wire: Wire, patience: float) -> None:
    """Until nothing is left in its memory; a printer that keeps a label for somebody to take it off has printed it."""
    left, counted = 0, False
    begun = moved = time.monotonic()
    while True:
        status = ask(wire, patience)
        if status is None:
            raise PrinterRefused(Trouble.SILENT)
        now = time.monotonic()
        if not status.waiting and (counted or not _stops(status)):
            return
        _refuse_if_stopped(status)
        if status.waiting != left:
            left, counted, moved = status.waiting, True, now
        if now > moved + patience or now > begun + _LONGEST_WATCH:
            return
        wire.hear(_LOOKS)


def _stops(status: PrinterStatus) -> tuple[Trouble, ...]:
    return tuple(trouble for trouble in status.troubles if trouble not in HARMLESS)


def _refuse_if_stopped(status: PrinterStatus) -> None:
    for trouble in _stops(status):
        raise PrinterRefused(trouble, status.said)
