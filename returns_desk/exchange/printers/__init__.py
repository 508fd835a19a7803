"""Printers: a folder that keeps papers as files, a label printer on the network that understands ZPL."""

from pathlib import Path
from urllib.parse import urlsplit

from returns_desk.domain.printing import Route
from returns_desk.exchange.printers.folder import FolderPrinter
from returns_desk.exchange.printers.printer import Printer, PrinterRefused, PrintOut
from returns_desk.exchange.printers.zpl_line import ZPL_PORT, NetworkPrinter

__all__ = ["FolderPrinter", "NetworkPrinter", "PrintOut", "Printer", "PrinterRefused", "printer_of"]

FOLDER_NAME = "labels"


def printer_of(route: Route, home: Path) -> Printer:
    """The printer of a route: ``zpl://host:port``, else the folder of labels in the home folder."""
    place = urlsplit(route.printer)
    if place.scheme == "zpl" and place.hostname:
        try:
            return NetworkPrinter(place.hostname, place.port or ZPL_PORT)
        except ValueError:  # a port that is none
            return NetworkPrinter(place.hostname)
    return FolderPrinter(home / FOLDER_NAME)
