"""What the pool does with a drawn paper: into a file, onto a printer's pages, to a printer's address."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from returns_desk.desktop.preview.shown import drawn
from returns_desk.desktop.screens.printing.printer_words import say_trouble
from returns_desk.desktop.system_printer import draw_pages, station_printer
from returns_desk.domain.printing import FOLDER
from returns_desk.domain.refusals import DeskError
from returns_desk.exchange.printers import PrinterRefused, PrintOut
from returns_desk.exchange.whole_file import save_whole
from returns_desk.settings import Settings
from returns_desk.usecases.paper import Paper
from returns_desk.wording import Words
from returns_desk.wording.refusals import refusal_line

ZPL = "zpl"
_SOME_PAGES = QPrinter.PrintRange.PageRange
Zpl = Callable[[str], bytes]  # in a language


@dataclass(frozen=True)
class Place:
    """A station, for its printers: what it is set to, its folder, its words."""

    settings: Settings
    home: Path
    words: Words


def free_file(folder: Path, name: str) -> Path:
    """A file in a folder that is not there yet: no print ever writes over another."""
    file, number = folder / name, 1
    while file.exists():
        number += 1
        file = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
    return file


def write(content: bytes, file: Path) -> None:
    """Write a file whole or not at all, its folder too. Raises ``OSError``."""
    file.parent.mkdir(parents=True, exist_ok=True)
    save_whole(file, content)


def guarded(work: Callable[[], None], words: Words) -> Callable[[], str]:
    """The work, giving why it failed in words, else nothing."""

    def tried() -> str:
        try:
            work()
        except OSError as trouble:
            return trouble.strerror or str(trouble)
        except PrinterRefused as refused:
            return say_trouble(words, refused.trouble, refused.said)
        except DeskError as refusal:
            return refusal_line(words, refusal)
        return ""

    return tried


def print_pages(content: bytes, printer: QPrinter, report: Callable[[int, int], None]) -> None:
    """Draw the pages that were chosen on a printer, as often as was asked. Raises ``PrinterRefused``."""
    pages = (printer.fromPage(), printer.toPage()) if printer.printRange() == _SOME_PAGES else None
    every = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    for _ in range(max(1, every)):
        draw_pages(content, printer, report, pages)


def send(paper: Paper, title: str, language: str, zpl: Zpl | None, place: Place) -> tuple[str, str]:
    """Give a paper to the printer of its kind, past the queue; tells tone and words for how it went.

    ``zpl`` draws it for a printer that takes nothing else.
    """
    words, route = place.words, place.settings.route(paper.kind)
    printer = station_printer(route, place.home, paper.kind.family)
    try:
        if printer.speaks != ZPL:
            content = drawn(paper, language, place.settings, place.home)
        elif zpl is not None:
            content = zpl(language or paper.language)
        else:
            return "bad", words("{paper} was not printed: this printer takes only labels", paper=title)
        name = paper.file_name.removesuffix(".pdf")
        receipt = printer.send(PrintOut(name, content, max(1, route.copies), route.tray, paper.size))
    except PrinterRefused as refused:
        return "bad", words(
            "{paper} was not printed: {why}", paper=title, why=say_trouble(words, refused.trouble, refused.said)
        )
    except DeskError as refusal:
        return "bad", words("{paper} was not printed: {why}", paper=title, why=refusal_line(words, refusal))
    if route.printer == FOLDER:
        file = str(place.home / paper.kind.family / receipt)
        return "ok", words("{paper} is in {file}", paper=title, file=file)
    return "ok", words("{paper} went to {printer}", paper=title, printer=route.printer)
