"""Printers by hand, that take what they are told to, and refuse when they are told to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from returns_desk.domain.printing import PrinterStatus, Route, Trouble
from returns_desk.exchange.printers import Printer, PrinterRefused, PrintOut


@dataclass
class PaperTray:
    """A printer that keeps what it was given; ``refuses`` is asked before each job, ``remembers`` answers ``knows``."""

    address: str = "cups://OFFICE"
    speaks: str = "pdf"
    taken: list[PrintOut] = field(default_factory=list)
    refuses: Callable[[PrintOut], PrinterRefused | None] = lambda _: None
    remembers: bool | None = None

    def send(self, out: PrintOut) -> str:
        """Take it, or not."""
        refusal = self.refuses(out)
        if refusal is not None:
            raise refusal
        self.taken.append(out)
        return f"job-{len(self.taken)}"

    def status(self) -> PrinterStatus:
        """Always well."""
        return PrinterStatus()

    def knows(self, name: str) -> bool | None:
        """What it was told to say, or whether it has it."""
        return self.remembers

    @property
    def numbers(self) -> list[str]:
        """What came out, by number, in its order."""
        return [out.name.split()[0] for out in self.taken]


def off(_out: PrintOut) -> PrinterRefused:
    """A printer that is off."""
    return PrinterRefused(Trouble.OFF, "no answer")


def only(*printers: PaperTray) -> Callable[[Route, Path, str], Printer]:
    """What makes a station's printers: these by their addresses, the first one for all else."""
    known = {printer.address: printer for printer in printers}
    return lambda route, _home, _family: known.get(route.printer, printers[0])
