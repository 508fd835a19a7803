"""What the shell asks of a screen, and what a screen gets from the shell."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from returns_desk.desktop.clock import Clock
from returns_desk.desktop.theme import Theme
from returns_desk.wording import Words

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from returns_desk.desktop.print_drain import PrintDrain
    from returns_desk.desktop.runner import Runner
    from returns_desk.desktop.scanners import Scanners
    from returns_desk.desktop.sight.photographs import Photographs
    from returns_desk.desktop.slow_work import Pool
    from returns_desk.settings import Settings


class Station(Protocol):
    """The window as settings see it; it has ``scanners`` once it was painted, the rest once the store is open."""

    settings: "Settings"
    drafts: dict[str, Any]  # by the screen's name: what was typed and not yet sent, kept when the inside is built anew
    settings_changed: "SignalInstance"
    scanners: "Scanners | None"
    printing: "PrintDrain | None"
    photographs: "Photographs | None"

    def rebuild(self, settings: "Settings") -> None:
        """Build the inside anew, in other words or colours, and tell ``settings_changed``."""


@dataclass(frozen=True)
class Room:
    """What every screen works with: words, colours, the door to the store, the pool for slow work.

    ``ask_approval(title, then)`` opens the one dialog for badge and PIN and calls ``then(badge, pin)``; ``submit``
    gives a code to the desk's line of scans; ``go_to(screen, number)`` shows a thing on another screen; ``home`` is the
    folder for papers; ``clock`` says what time it is; ``station`` has its settings and scanners.
    """

    words: Words
    theme: Theme
    runner: "Runner"
    pool: "Pool"
    submit: Callable[[str], None]
    ask_approval: "Callable[[str, Callable[[str, str], None]], None]"
    go_to: Callable[[str, str], None]
    home: Path
    clock: Clock
    station: Station


class Screen(QWidget):
    """A screen of the rail; what it leaves alone goes to the desk."""

    stays = False  # as long as it does, no other screen comes to the front

    def look_again(self) -> None:
        """Read again what is shown: called when the screen comes up and when something happened."""

    def show_number(self, number: str) -> None:
        """Show the thing with this number; empty: begin to look for one."""
        del number

    def take_scan(self, text: str) -> bool:
        """Take a scan; ``False`` gives it to the desk, which then comes to the front."""
        del text
        return False

    def take_key(self, event: QKeyEvent) -> bool:
        """Take a key that no field wanted; say whether it meant something."""
        del event
        return False
