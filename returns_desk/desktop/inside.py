"""All that stands inside the window, in one language and one theme: bar, rail, and the screens in a stack.

A change of language or theme makes a new one; what it shows is given to it again.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from returns_desk.desktop.places import BUILDERS, places
from returns_desk.desktop.rail import Rail
from returns_desk.desktop.screens.desk import DeskScreen
from returns_desk.desktop.screens.screen import Room, Screen
from returns_desk.desktop.top_bar import TopBar

if TYPE_CHECKING:
    from returns_desk.domain.snapshots import BenchSnapshot


class Inside(QWidget):
    """The desk is built at once, other screens when they are first chosen."""

    def __init__(self, room: Room, station: str) -> None:
        super().__init__()
        self.setObjectName("content")
        self._room = room
        self.bar = TopBar(room.words, room.theme, station, room.clock)
        self.desk = DeskScreen(room.words, room.theme, room.clock)
        self.desk.submitted.connect(room.submit)
        self.desk.screen_wanted.connect(room.go_to)
        self._rail = Rail(room.theme, places(room.words))
        self._rail.chosen.connect(self.show_screen)
        self._screens: dict[str, QWidget] = {"desk": self.desk}
        self._stack = QStackedWidget()
        self._stack.addWidget(self.desk)
        self._lay_out()
        self._rail.show_chosen("desk")
        self._rail.let_choose(False)

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self._rail)
        below.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(below, 1)

    @property
    def screen_shown(self) -> Screen | DeskScreen:
        """The screen in front."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, Screen | DeskScreen)
        return shown

    @property
    def screen_name(self) -> str:
        """The name of the screen in front, as the rail has it."""
        return next(name for name, screen in self._screens.items() if screen is self._stack.currentWidget())

    def show_screen(self, name: str) -> None:
        """Bring a screen to the front, building it the first time."""
        if isinstance(self.screen_shown, Screen) and self.screen_shown.stays and name != self.screen_name:
            return
        screen = self._screens.get(name)
        if screen is None:
            screen = self._screens[name] = BUILDERS[name](self._room)
            self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        self._rail.show_chosen(name)
        if isinstance(screen, Screen):
            screen.look_again()
        else:
            self.window().setFocus()

    def show_exceptions(self, count: int) -> None:
        """Say on the rail how many things somebody should look at."""
        self._rail.show_count("exceptions", count)

    def show_bench(self, bench: "BenchSnapshot") -> None:
        """Show how the bench stands and who is there; whoever left sees only the desk."""
        from returns_desk.desktop.screens.panels.names import person_name  # noqa: PLC0415  not before the first paint

        words, person = self._room.words, bench.person
        self.desk.show_bench(bench)
        self.bar.show_station(bench.station, bench.station_name)
        self.bar.show_person(f"{person_name(words, person)} · {words.name(person.role)}" if person else "")
        self._rail.let_choose(person is not None)
        if person is None and self.screen_shown is not self.desk:
            self.show_screen("desk")
