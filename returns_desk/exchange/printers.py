"""Printers of labels: a folder that keeps them as PDF, or a label printer on the network that understands ZPL."""

import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from returns_desk.exchange.whole_file import safe_name, save_whole
from returns_desk.settings import Settings

SECONDS = 5.0  # a printer that does not take a label within this is taken for switched off
ZPL_PORT = 9100
FOLDER_NAME = "labels"


class PrinterRefused(Exception):
    """The printer did not take it; the text says why in the system's own words."""


class Printer(Protocol):
    """Takes labels, in the language that it speaks."""

    @property
    def language(self) -> str:
        """``pdf`` or ``zpl``."""

    def send(self, number: str, label: bytes) -> None:
        """Print one label. Refuses ``PrinterRefused``."""

    def ready(self) -> str:
        """Why nothing could be printed now; empty when all is well."""


@dataclass(frozen=True)
class FolderPrinter:
    """Keeps every label as a file of its own; the same label again takes the place of the first."""

    folder: Path
    language: str = "pdf"

    def send(self, number: str, label: bytes) -> None:
        """Write one label, whole or not at all."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            save_whole(self.folder / safe_name(number, ".pdf"), label)
        except OSError as error:
            raise PrinterRefused(error.strerror or type(error).__name__) from error

    def ready(self) -> str:
        """Try whether the folder takes a file."""
        probe = self.folder / ".probe"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            save_whole(probe, b"")
            probe.unlink()
        except OSError as error:
            return error.strerror or type(error).__name__
        return ""


@dataclass(frozen=True)
class NetworkPrinter:
    """Sends ZPL to a printer on the network."""

    host: str
    port: int = ZPL_PORT
    language: str = "zpl"

    def send(self, number: str, label: bytes) -> None:
        """Send one label, with a deadline."""
        try:
            with socket.create_connection((self.host, self.port), timeout=SECONDS) as line:
                line.settimeout(SECONDS)
                line.sendall(label)
        except OSError as error:
            raise PrinterRefused(str(error) or type(error).__name__) from error

    def ready(self) -> str:
        """Try whether anybody answers there."""
        try:
            socket.create_connection((self.host, self.port), timeout=SECONDS).close()
        except OSError as error:
            return str(error) or type(error).__name__
        return ""


def printer_of(settings: Settings, home: Path) -> Printer:
    """This station's printer: ``zpl://host:port``, else the folder of labels in the home folder."""
    place = urlsplit(settings.printer)
    if place.scheme == "zpl" and place.hostname:
        try:
            return NetworkPrinter(place.hostname, place.port or ZPL_PORT)
        except ValueError:  # a port that is none
            return NetworkPrinter(place.hostname)
    return FolderPrinter(home / FOLDER_NAME)
