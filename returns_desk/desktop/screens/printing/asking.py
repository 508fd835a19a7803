"""What printers are asked, in the pool: how they are, which the system has; a paper or label to try one with."""

from pathlib import Path

from returns_desk.desktop.system_printer import find_printers, station_printer
from returns_desk.domain.printing import PrinterStatus, Route
from returns_desk.exchange.printers import FoundPrinter


def ask_how_it_is(route: Route, home: Path, family: str) -> PrinterStatus:
    """How the printer of a route is now."""
    return station_printer(route, home, family).status()


def ask_for_printers() -> tuple[FoundPrinter, ...]:
    """The printers that the system offers."""
    return find_printers()
