"""The Settings screen: this station, its scanner, printer and sheets, all of which counts at once; the shop's rules."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from returns_desk.desktop.calibration import Verdict
from returns_desk.desktop.dialogs.calibration_dialog import CalibrationDialog
from returns_desk.desktop.screens.checklists_card import ChecklistsCard
from returns_desk.desktop.screens.deciding.page import DecidingPage
from returns_desk.desktop.screens.delegations_card import DelegationsCard
from returns_desk.desktop.screens.notice import Notice
from returns_desk.desktop.screens.places_card import PlacesCard
from returns_desk.desktop.screens.printing.page import PrintersPage
from returns_desk.desktop.screens.printing.where_card import WhereCard
from returns_desk.desktop.screens.recalls_card import RecallsCard
from returns_desk.desktop.screens.rules_card import RulesCard
from returns_desk.desktop.screens.scanner_card import ScannerCard
from returns_desk.desktop.screens.screen import Room, Screen
from returns_desk.desktop.screens.settings_changes import change_settings
from returns_desk.desktop.screens.sheets_card import SheetsCard
from returns_desk.desktop.screens.station_card import StationCard
from returns_desk.desktop.screens.supplying.page import SupplyingPage
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.choice import width_when_chosen
from returns_desk.desktop.widgets.scrolled import scrolled
from returns_desk.desktop.widgets.titled import in_line

if TYPE_CHECKING:
    from returns_desk.desktop.screens.papering.page import PaperingPage

PRINT_QUEUE = "print_queue"  # as ``go_to`` asks for it
_GAP = 10
_Shown = StationCard | ScannerCard | WhereCard | RulesCard | DelegationsCard | ChecklistsCard | RecallsCard | PlacesCard

_LargePage: TypeAlias = "DecidingPage | SupplyingPage | PrintersPage | PaperingPage"


def _papering(room: Room) -> "PaperingPage":
    # WORKAROUND(start-up): it brings what draws papers and reads pictures, for which no first scan should wait
    from returns_desk.desktop.screens.papering.page import PaperingPage  # noqa: PLC0415  see above

    return PaperingPage(room)


_LARGE: dict[str, Callable[[Room], _LargePage]] = {  # built when they are first chosen
    "printers": PrintersPage,
    "papers": _papering,
    "suppliers": SupplyingPage,
    "deciding": DecidingPage,
}


class SettingsScreen(Screen):
    """Four cards about this station, pages for the shop's rules; a line across says how the last change went."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.setObjectName("settings_screen")
        self._room = room
        self.notice = Notice(room.words, room.theme)
        self._station = StationCard(room)
        self._scanner = ScannerCard(room)
        self._printer = WhereCard(room)
        self._sheets = SheetsCard(room)
        self._rules = RulesCard(room)
        self._delegations = DelegationsCard(room)
        self._pages = QStackedLayout()
        self._tabs: dict[str, QPushButton] = {}
        self._checklists = ChecklistsCard(room)
        self._recalls = RecallsCard(room)
        self._places = PlacesCard(room)
        self._large: dict[str, _LargePage] = {}
        self._places_of: dict[str, int] = {}  # of the pages, by their names
        for card in (*self._shown(), self._sheets):
            card.said.connect(self.notice.tell)
        self._scanner.trial_wanted.connect(self._try_scanner)
        self._printer.page_wanted.connect(lambda: self._show_page("printers"))
        self._lay_out()

    def _shown(self) -> tuple[_Shown, ...]:
        """The cards that are read anew whenever the screen is looked at."""
        of_station = (self._station, self._scanner, self._printer)
        return (*of_station, self._rules, self._delegations, self._checklists, self._recalls, self._places)

    def _lay_out(self) -> None:
        words = self._room.words
        for name, cards in (
            ("station", (self._station_page(),)),
            ("rules", (self._rules, self._delegations)),
            ("checklists", (self._checklists,)),
            ("recalls", (self._recalls,)),
            ("places", (self._places,)),
        ):
            self._places_of[name] = self._pages.addWidget(_in_column(*cards))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(words("Settings"), "screen"))
        head.addSpacing(16)
        for name, title in (
            ("station", words("This station")),
            ("printers", words("Printers")),
            ("papers", words("Papers")),
            ("rules", words("Policies and limits")),
            ("checklists", words("Checklists")),
            ("recalls", words("Recalls")),
            ("places", words("Places")),
            ("suppliers", words("Suppliers")),
            ("deciding", words("Decision rules")),
        ):
            button = push_button(title, f"settings_{name}", "chip")
            button.setCheckable(True)
            button.setMinimumWidth(width_when_chosen(button, title))
            button.clicked.connect(lambda _=False, name=name: self._show_page(name))
            self._tabs[name] = button
        head.addWidget(in_line(*self._tabs.values()), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(_GAP)
        column.addLayout(head)
        column.addWidget(self.notice)
        column.addLayout(self._pages, 1)
        self._show_page("station")

    def _station_page(self) -> QWidget:
        columns = QWidget()
        row = QHBoxLayout(columns)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for pair in ((self._station, self._printer), (self._scanner, self._sheets)):
            side = QVBoxLayout()
            side.setSpacing(_GAP)
            for card in pair:
                side.addWidget(card)
            side.addStretch(1)
            row.addLayout(side, 1)
        return columns

    def show_number(self, number: str) -> None:
        """Show the print queue, where that is what is asked for."""
        if number == PRINT_QUEUE:
            self._show_page("printers")
            page = self._large["printers"]
            if isinstance(page, PrintersPage):
                page.queue.begin()

    def _show_page(self, name: str) -> None:
        self.notice.hide()  # it was about the page before
        if name in _LARGE and name not in self._large:
            self._large[name] = self._build(name)
        for each, tab in self._tabs.items():
            tab.setProperty("checked", each == name)
        self._pages.setCurrentIndex(self._places_of[name])

    def _build(self, name: str) -> _LargePage:
        """Add a page that was chosen for the first time."""
        page = _LARGE[name](self._room)
        page.said.connect(self.notice.tell)
        self._places_of[name] = self._pages.addWidget(page if name == "papers" else _in_column(page))
        page.show_settings()
        return page

    def look_again(self) -> None:
        """Show how the station is set now, which ports there are, what waits for the printer."""
        for card in self._shown():
            card.show_settings()
        for page in self._large.values():
            page.show_settings()

    def _try_scanner(self) -> None:
        dialog = CalibrationDialog(self._room, self.window())
        dialog.accepted_verdict.connect(self._on_verdict)
        dialog.sheet_wanted.connect(self._sheets.open_scanner_sheet)
        dialog.open()

    def _on_verdict(self, verdict: Verdict) -> None:
        pace = verdict.pace
        change_settings(self._room.station, scan_gap_ms=pace.gap_ms, scan_pause_ms=pace.pause_ms)
        self.notice.tell("ok", self._room.words("Saved: this pace counts from the next scan"))
        self._scanner.show_settings()


def _in_column(*pages: QWidget) -> QScrollArea:
    holder = QWidget()  # the scroll area paints over the ground of what lies in it
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(_GAP)
    for page in pages:
        column.addWidget(page)
    column.addStretch(1)
    return scrolled(holder)
