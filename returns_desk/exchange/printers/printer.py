"""What every printer is asked, and how it says no."""

from dataclasses import dataclass
from typing import Protocol

from returns_desk.domain.printing import PrinterStatus, Trouble

PDF, ZPL = "pdf", "zpl"


@dataclass(frozen=True)
class PrintOut:
    """One job as a printer takes it: drawn already, in the language that it speaks.

    ``name`` is the job's title and, without its ending, the name of its file; no two jobs that differ have the same.
    ``media`` is ``A4``, ``Letter`` or a label's ``WxH`` in millimetres. The copies are the printer's to make.
    """

    name: str
    content: bytes
    copies: int = 1
    tray: str = ""
    media: str = ""


class PrinterRefused(Exception):
    """The printer did not take it: why, in the system's own words too. ``perhaps``: it may be on paper all the same."""

    def __init__(self, trouble: Trouble, said: str = "", *, perhaps: bool = False) -> None:
        super().__init__(said or trouble.value)
        self.trouble, self.said, self.perhaps = trouble, said, perhaps


class Printer(Protocol):
    """Takes what is printed; used by one thread at a time, and never by the one that has the store or the window."""

    @property
    def speaks(self) -> str:
        """``pdf`` or ``zpl``."""

    @property
    def address(self) -> str:
        """As in a route."""

    def send(self, out: PrintOut) -> str:
        """Print it; gives the receipt, what the printer or system calls it. Refuses ``PrinterRefused``."""

    def status(self) -> PrinterStatus:
        """How the printer is, asked now; takes a few seconds at most and never raises."""

    def knows(self, name: str) -> bool | None:
        """Whether it took a job of this name before; ``None`` where it cannot tell. Never raises."""


@dataclass(frozen=True)
class FoundPrinter:
    """A printer that the system knows: its address for a route, its name for people, its trays' own names."""

    address: str
    name: str
    trays: tuple[str, ...] = ()
    usual: bool = False  # the system's default
