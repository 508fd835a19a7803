"""Printers: files in a folder, label printers that understand ZPL, raw devices, the queues of the system."""

from pathlib import Path

from returns_desk.domain.printer_address import PrinterAddress, read_address
from returns_desk.domain.printing import LABELS, Route, Trouble
from returns_desk.domain.refusals import BadValue
from returns_desk.exchange.printers.cups import CupsPrinter
from returns_desk.exchange.printers.cups_queues import find_queues
from returns_desk.exchange.printers.folder import FolderPrinter
from returns_desk.exchange.printers.no_printer import NoPrinter
from returns_desk.exchange.printers.printer import PDF, ZPL, FoundPrinter, Printer, PrinterRefused, PrintOut
from returns_desk.exchange.printers.raw_device import DevicePrinter
from returns_desk.exchange.printers.zpl_line import NetworkPrinter

__all__ = [
    "CupsPrinter",
    "DevicePrinter",
    "FolderPrinter",
    "FoundPrinter",
    "NetworkPrinter",
    "NoPrinter",
    "PrintOut",
    "Printer",
    "PrinterRefused",
    "find_printers",
    "printer_of",
]


def printer_of(route: Route, home: Path, family: str = LABELS) -> Printer:
    """The printer of a route; without one, a folder of labels or of papers in the home folder.

    A route that names no printer of this program gives one that takes nothing and says so. What can be drawn only
    with the window (``windows://``) is the desktop's ``station_printer``.
    """
    try:
        at = read_address(route.printer)
    except BadValue as wrong:
        return NoPrinter(wrong.value, Trouble.BAD_ADDRESS)
    match at.kind:
        case "zpl":
            return NetworkPrinter(at.place, at.port, _usual_speech(route, family), at.answers)
        case "raw":
            return DevicePrinter(at.place, _usual_speech(route, family))
        case "cups":
            return CupsPrinter(at.place, route.speaks or PDF)
        case "windows":
            return NoPrinter(str(at), Trouble.NEEDS_WINDOW)
    return _folder(at, route, home, family)


def find_printers() -> tuple[FoundPrinter, ...]:
    """The queues of the system's print service, by name."""
    return find_queues()


def _usual_speech(route: Route, family: str) -> str:
    return route.speaks or (ZPL if family == LABELS else PDF)


def _folder(at: PrinterAddress, route: Route, home: Path, family: str) -> FolderPrinter:
    speaks = route.speaks or PDF
    if at.place:
        return FolderPrinter(Path(at.place), speaks, str(at), made=False)
    return FolderPrinter(home / ("labels" if family == LABELS else "papers"), speaks)
