"""What the page of printers has before it: the routes of this station, the one that is chosen, how each printer is.

A change counts at once; printers are asked in the pool, for one that is off answers late.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.screens.printing.asking import ask_for_printers, ask_how_it_is
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.screens.settings_changes import change_settings
from returns_desk.domain.printing import LABELS, PAPERS, PaperKind, PrinterStatus, Route
from returns_desk.exchange.printers import FoundPrinter

FAMILIES = (LABELS, PAPERS)


@dataclass(frozen=True)
class RouteRow:
    """One line of the table: a family or a kind with a route of its own, where it goes, how its printer is.

    ``status`` is missing while the printer was not asked or has not answered.
    """

    key: str
    route: Route
    status: PrinterStatus | None = None

    @property
    def kind(self) -> PaperKind | None:
        """The kind of paper; none: all labels or all papers."""
        return None if self.key in FAMILIES else PaperKind(self.key)

    @property
    def family(self) -> str:
        """Labels or papers."""
        return self.kind.family if self.kind else self.key


class RoutesBoard(QObject):
    """``shown``: routes, choice or an answer changed; ``said`` tells that a change counts."""

    shown = Signal()
    said = Signal(str, str)  # tone, text

    def __init__(self, room: Room, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room
        self._statuses: dict[tuple[str, str], PrinterStatus] = {}  # by address and family
        self._asking: set[tuple[str, str]] = set()
        self.found: tuple[FoundPrinter, ...] = ()
        self.key = LABELS

    @property
    def rows(self) -> tuple[RouteRow, ...]:
        """All labels, all papers, then the kinds that have a route of their own."""
        routes = self._room.station.settings.routes
        keys = (*FAMILIES, *(kind.value for kind in PaperKind if kind.value in routes))
        return tuple(self._row(routes, key) for key in keys)

    @property
    def row(self) -> RouteRow:
        """The one that is chosen."""
        return next((row for row in self.rows if row.key == self.key), self.rows[0])

    @property
    def others(self) -> tuple[PaperKind, ...]:
        """The kinds that go where all of their family go."""
        routes = self._room.station.settings.routes
        return tuple(kind for kind in PaperKind if kind.value not in routes)

    def _row(self, routes: Mapping[str, Route], key: str) -> RouteRow:
        row = RouteRow(key, routes.get(key, Route()))
        return replace(row, status=self._statuses.get((row.route.printer, row.family)))

    def choose(self, key: str) -> None:
        """Another route is before us."""
        if key != self.key:
            self.key = key
            self.shown.emit()

    def take(self, **changes: Any) -> None:
        """Change the chosen route; it counts from the next paper on."""
        row = self.row
        self._save(self._room.station.settings.routes | {row.key: replace(row.route, **changes)})

    def part(self, kind: PaperKind) -> None:
        """Give a kind a route of its own, which begins as that of its family."""
        self.key = kind.value
        settings = self._room.station.settings
        self._save(settings.routes | {kind.value: settings.route(kind)})

    def join(self) -> None:
        """Let the chosen kind go where all of its family go."""
        row = self.row
        self.key = row.family
        self._save({key: route for key, route in self._room.station.settings.routes.items() if key != row.key})

    def _save(self, routes: dict[str, Route]) -> None:
        if change_settings(self._room.station, routes=routes):
            self.said.emit("ok", self._room.words("Saved"))
            self.ask()
        self.shown.emit()

    def ask_again(self) -> None:
        """Ask every printer, and the system which printers it has."""
        self._statuses.clear()
        self._room.pool.begin(lambda _report: ask_for_printers(), while_alive(self, self._on_found))
        self.ask()
        self.shown.emit()

    def ask(self) -> None:
        """Ask those printers that were not asked yet."""
        for row in self.rows:
            asked = (row.route.printer, row.family)
            if row.status is None and asked not in self._asking:
                self._asking.add(asked)
                self._ask_one(row, asked, self._room.home)

    def ask_anew(self, printer: str) -> None:
        """A printer was printed to, or tried: how it is now may be another thing."""
        for asked in [each for each in self._statuses if each[0] == printer]:
            del self._statuses[asked]
        self.ask()

    def _ask_one(self, row: RouteRow, asked: tuple[str, str], home: Path) -> None:
        def hear(status: PrinterStatus) -> None:
            self._asking.discard(asked)
            self._statuses[asked] = status
            self.shown.emit()

        self._room.pool.begin(lambda _report: ask_how_it_is(row.route, home, row.family), while_alive(self, hear))

    def _on_found(self, found: tuple[FoundPrinter, ...]) -> None:
        self.found = found
        self.shown.emit()
