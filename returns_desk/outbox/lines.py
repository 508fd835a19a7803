"""Which printers a station has, and what goes to each: several printers are drained beside each other."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from returns_desk.domain.print_jobs import row_kinds
from returns_desk.domain.printing import FOLDER, PaperKind, Route
from returns_desk.exchange.printers import Printer
from returns_desk.settings import Settings

PrinterOf = Callable[[Route, Path, str], Printer]


@dataclass(frozen=True)
class Place:
    """Where printing happens: a station's settings and home folder, its language, what makes its printers."""

    settings: Settings
    home: Path
    language: str
    printer_of: PrinterOf

    def printer(self, kind: PaperKind) -> Printer:
        """The printer of a kind of paper."""
        return self.printer_of(self.settings.route(kind), self.home, kind.family)


@dataclass(frozen=True)
class Line:
    """One printer by its address, and the kinds that go to it."""

    printer: str
    kinds: tuple[PaperKind, ...]

    @property
    def rows(self) -> tuple[str, ...]:
        """The kinds of rows that go to it."""
        return row_kinds(self.kinds)

    @property
    def overwrites(self) -> bool:
        """Whether the same job once more takes the place of the first, so that nothing can come out twice."""
        return self.printer == FOLDER or self.printer.startswith(f"{FOLDER}:")


def lines_of(place: Place) -> tuple[Line, ...]:
    """Every printer that some kind of paper goes to. Asks no printer and no database: on any thread."""
    kinds: dict[str, list[PaperKind]] = {}
    for kind in PaperKind:
        kinds.setdefault(place.printer(kind).address, []).append(kind)
    return tuple(Line(printer, tuple(of)) for printer, of in kinds.items())
