"""What can come out of a printer, how it goes there, and what a job in the print queue may go through.

Where a kind of paper goes is the station's own choice (a route); what waits is the database's (a job).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

FOLDER = "folder"  # the printer of a station that chose none: every paper is kept as a file
LABELS, PAPERS = "labels", "papers"  # routes that count for every kind that has none of its own


class PaperKind(StrEnum):
    """One kind of label or paper: each may have a printer of its own."""

    ITEM_LABEL = "item label"
    PARCEL_LABEL = "parcel label"
    CARTON_LABEL = "carton label"
    HOLD_LABEL = "hold label"
    DAMAGE_LABEL = "damage label"
    TOTE_LABEL = "tote label"  # of a donation or recycling cage
    BIN_LABEL = "bin label"
    SLIP = "slip"
    CORRECTION = "correction"
    PACKING_LIST = "packing list"
    DISPUTE_LETTER = "dispute letter"
    STATEMENT = "statement"
    EVIDENCE = "evidence pack"
    SHEET = "sheet"  # of codes, badges; the calibration page

    @property
    def is_label(self) -> bool:
        """Whether it comes out of the label printer."""
        return self.value.endswith("label")

    @property
    def family(self) -> str:
        """The route that counts where the kind has none of its own."""
        return LABELS if self.is_label else PAPERS


@dataclass(frozen=True)
class Route:
    """Where a kind of paper goes at a station.

    ``printer``: ``folder`` | ``folder:/path`` | ``zpl://host:port`` | ``raw:/dev/usb/lp0`` | ``cups://QUEUE`` |
    ``windows://NAME``, read by ``printer_address``. ``speaks`` is ``pdf`` or ``zpl``, empty for what the printer's kind
    usually does. ``size`` is a label's (``62``, ``100x50``, any ``WxH`` in mm) or a sheet's (``A4``, ``Letter``);
    empty: the usual. ``dpi`` 0 and ``language`` empty mean the usual ones too. ``tray`` is the printer's own name for
    one.
    """

    printer: str = FOLDER
    copies: int = 1
    tray: str = ""
    size: str = ""
    dpi: int = 0
    language: str = ""
    speaks: str = ""


class JobState(StrEnum):
    """Where a job of the print queue stands."""

    WAITING = "waiting"
    SENDING = "sending"
    PRINTED = "printed"
    CANCELLED = "cancelled"
    UNSURE = "unsure"  # the program ended, or the line broke, while it was sent: it may be on paper


class Trouble(StrEnum):
    """Why a printer did not take a job, or would not."""

    OFF = "off"  # nobody answers there
    SILENT = "silent"  # somebody answers, but takes nothing or says nothing in time
    NO_SUCH_HOST = "no such host"
    NO_SUCH_QUEUE = "no such queue"
    STOPPED = "stopped"  # the queue was stopped
    PAPER_OUT = "paper out"
    RIBBON_OUT = "ribbon out"
    HEAD_OPEN = "head open"
    PAUSED = "paused"
    BUFFER_FULL = "buffer full"
    TOO_HOT = "too hot"
    TOO_COLD = "too cold"
    COVER_OPEN = "cover open"
    PAPER_JAM = "paper jam"
    TONER_OUT = "toner out"  # or ink
    DISK_FULL = "disk full"
    NO_RIGHT = "no right"
    NOT_THERE = "not there"  # a device or folder
    NO_DEVICE = "no device"  # a file or a folder, or a disk
    NOT_DRAWN = "not drawn"  # what should be printed cannot be
    NO_SERVICE = "no service"  # the system's own print service does not run
    NEEDS_WINDOW = "needs window"  # only the window can print there
    BAD_ADDRESS = "bad address"  # written by hand into the settings
    REFUSED = "refused"  # for a reason in the printer's own words


@dataclass(frozen=True)
class PrinterStatus:
    """How a printer is: ``troubles`` in the order in which they stop it; ``waiting`` labels in its own memory.

    ``said``: the printer's or system's own words, where there are any.
    """

    troubles: tuple[Trouble, ...] = ()
    waiting: int = 0
    said: str = ""

    @property
    def ready(self) -> bool:
        """Whether it would print now."""
        return not self.troubles


USUAL_LABEL = "62"  # the width of tape in mm
_PAUSES = (5, 15, 45, 120, 300)  # seconds
_LONGEST = timedelta(seconds=600)


def pause_after(tries: int) -> timedelta:
    """How long to wait after so many failed tries: 5, 15, 45 seconds, 2, 5, then always 10 minutes."""
    return timedelta(seconds=_PAUSES[tries - 1]) if 0 < tries <= len(_PAUSES) else _LONGEST


def route_for(routes: Mapping[str, Route], kind: PaperKind) -> Route:
    """The route of a kind: its own, else its family's, else files in a folder."""
    return routes.get(kind.value) or routes.get(kind.family) or Route()
