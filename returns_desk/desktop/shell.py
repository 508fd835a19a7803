"""The one window: bar, rail and screens, joined to the scanner and the store thread.

Language and theme are changed by building the inside anew; what is shown comes from the store, so nothing is lost.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from returns_desk.desktop.clock import Clock, station_time
from returns_desk.desktop.dialogs.scan_dialog import dialog_takes
from returns_desk.desktop.inside import Inside
from returns_desk.desktop.places import places
from returns_desk.desktop.rail_count import RailCount
from returns_desk.desktop.runner import Runner
from returns_desk.desktop.scan_line import ScanLine
from returns_desk.desktop.screens.desk import DeskScreen
from returns_desk.desktop.screens.screen import Room, Screen
from returns_desk.desktop.second_signature import SecondSignature
from returns_desk.desktop.slow_work import Pool
from returns_desk.desktop.sounds import Sounds
from returns_desk.desktop.theme import apply_font_and_palette, load_theme
from returns_desk.settings import Settings, default_home
from returns_desk.wording import Words

if TYPE_CHECKING:
    from returns_desk.desktop.print_drain import PrintDrain
    from returns_desk.desktop.scanners import Scanners
    from returns_desk.desktop.sight.photographs import Photographs
    from returns_desk.desktop.station import Reply
    from returns_desk.domain.refusals import DeskError
    from returns_desk.domain.snapshots import BenchSnapshot

_FIND_KEYS = (Qt.Key.Key_K, 0x5DC)  # K, also while the keyboard is set to Hebrew
LEAST_WIDTH, LEAST_HEIGHT = 960, 600


class Shell(QMainWindow):
    """The window of one station; ``settings_changed`` tells what the person chose in it."""

    settings_changed = Signal(object)  # Settings
    painted = Signal()  # once, after the first paint
    closed = Signal()

    def __init__(
        self, settings: Settings, runner: Runner, home: Path | None = None, clock: Clock = station_time
    ) -> None:
        super().__init__()
        self.setObjectName("shell")
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.settings = settings
        self.home = home or default_home()
        self._clock = clock
        self.runner = runner
        self.scanners: Scanners | None = None  # joined after the first paint
        self.drafts: dict[str, Any] = {}
        self.printing: PrintDrain | None = None  # joined once the store is open
        self.photographs: Photographs | None = None  # joined once the store is open
        self.pool = Pool()
        self.sounds = Sounds(settings.sounds)
        self._was_painted = False
        self.bench: BenchSnapshot | None = None
        self._reply: Reply | None = None
        self._trouble: DeskError | None = None
        self.scans = ScanLine(runner, self)
        self.scans.submitted.connect(lambda text: self.desk.show_scan(text))
        self.scans.bench_changed.connect(self._on_bench)
        self.scans.replied.connect(self._on_reply)
        self._second = SecondSignature(self.scans, self.ask_approval, lambda: self.words)
        runner.happened.connect(self._on_happened)
        self._exceptions = RailCount(runner, self)
        self._exceptions.counted.connect(lambda count: self.inside.show_exceptions(count))
        runner.waiting.connect(lambda count: self.inside.bar.show_waiting(count))
        runner.failed.connect(self._on_failed)
        runner.opened.connect(self._on_opened)
        self._build()
        self.scans.look_again()

    def _build(self) -> None:
        """Make the inside in the language and theme of the settings."""
        self.words = Words(self.settings.language)
        theme = load_theme(self.settings.theme)
        app = _application()
        app.setLayoutDirection(_direction(self.words))
        apply_font_and_palette(app, theme)
        self.setWindowTitle(self.words("Returns Desk"))
        doors = (self.scans.submit, self.ask_approval, self.go_to)
        room = Room(self.words, theme, self.runner, self.pool, *doors, self.home, self._clock, self)
        self._take_out_the_old()
        self.inside = Inside(room, self.settings.station_name)
        self.desk.step_wanted.connect(self.scans.submit_step)
        bar = self.inside.bar
        bar.language_wanted.connect(lambda language: self.rebuild(replace(self.settings, language=language)))
        bar.theme_wanted.connect(lambda name: self.rebuild(replace(self.settings, theme=name)))
        self.setCentralWidget(self.inside)
        if self._was_painted:
            self._complete()
        # dressed once it stands: a style sheet in force is worked through anew for every part that is put in its place
        app.setStyleSheet(theme.style_sheet)
        self.setFocus()

    @property
    def desk(self) -> DeskScreen:
        """The Desk screen."""
        return self.inside.desk

    def _take_out_the_old(self) -> None:
        old = self.takeCentralWidget()
        if old is not None:
            self.inside.bar.stop_clock()
            old.hide()
            old.setParent(None)
            old.deleteLater()

    def rebuild(self, settings: Settings) -> None:
        """Take over a language or theme, and tell it; what was in front stays in front."""
        shown = self.inside.screen_name
        self.settings = settings
        self._build()
        if self.bench is not None:
            self._on_bench(self.bench)
        if self._reply is not None:
            self.desk.show_reply(self._reply)
        if self._trouble is not None:
            self._on_failed(self._trouble)
        self.show_screen(shown)
        self.settings_changed.emit(settings)

    def show_screen(self, name: str) -> None:
        """Bring a screen to the front."""
        self.inside.show_screen(name)

    def go_to(self, name: str, number: str) -> None:
        """Show one thing on its screen; without a number the screen lets one look for it."""
        self.show_screen(name)
        screen = self.inside.screen_shown
        if isinstance(screen, Screen):
            screen.show_number(number)

    def take_scan(self, text: str) -> None:
        """A scanner was heard: an open dialog takes it, else the screen, else the desk."""
        if dialog_takes(text):
            return
        screen = self.inside.screen_shown
        if isinstance(screen, Screen):
            if screen.take_scan(text):
                return
            self.show_screen("desk")
        self.desk.finish_keys()
        self.scans.submit(text)

    def ask_approval(self, title: str, then: Callable[[str, str], None]) -> None:
        """Ask for badge and PIN of somebody who may; the window stays alive meanwhile."""
        from returns_desk.desktop.dialogs.approval import ApprovalDialog  # noqa: PLC0415  not before the first paint

        dialog = ApprovalDialog(self.words, title, self)
        dialog.signed.connect(then)
        dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that no field wanted."""
        if not self.choose_place(event) and not self.inside.screen_shown.take_key(event):
            super().keyPressEvent(event)

    def choose_place(self, event: QKeyEvent) -> bool:
        """Alt and a digit choose the screen; Ctrl+K looks for anything. Say whether the key was one of these."""
        number = event.key() - Qt.Key.Key_1
        offered = places(self.words)
        signed_in = self.bench is not None and self.bench.person is not None
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in _FIND_KEYS:
            if signed_in:
                self.go_to("items", "")
            return True
        if not event.modifiers() & Qt.KeyboardModifier.AltModifier or not 0 <= number < len(offered):
            return False
        if number == 0 or signed_in:
            self.show_screen(offered[number].name)
        return True

    def _on_bench(self, bench: "BenchSnapshot") -> None:
        self.bench = bench
        self.inside.show_bench(bench)
        self._exceptions.ask_soon(self.bench)

    def _on_reply(self, reply: "Reply") -> None:
        self._reply = reply
        if self.desk.show_reply(reply) == "bad":  # refused, or done with an alarm
            self.sounds.say_no()
        else:
            self.sounds.say_yes()

    def _on_happened(self, _events: object) -> None:
        screen = self.inside.screen_shown
        if isinstance(screen, Screen):
            screen.look_again()
            self.scans.look_again()  # the desk behind it counts and lists what was done here
        self._exceptions.ask_soon(self.bench)

    def _on_failed(self, refusal: "DeskError") -> None:
        from returns_desk.desktop.trouble import say_trouble  # noqa: PLC0415  not before the first paint

        self._trouble = refusal
        self.inside.bar.start_clock()
        self.desk.show_refusal(*say_trouble(self.words, refusal))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first paint is told, so that the store is opened right after it."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._on_painted)

    def _on_painted(self) -> None:
        self.painted.emit()
        self._complete()

    def _complete(self) -> None:
        """Add what the first paint does not wait for."""
        self.desk.teach()
        if self.runner.is_open:
            self._on_opened()

    def _on_opened(self) -> None:
        self._trouble = None
        self.inside.bar.start_clock()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the store finish what was given to it before the window goes."""
        self.pool.close()
        self._exceptions.stop()
        if self.printing is not None:
            self.printing.stop()
        self.runner.stop()
        self.closed.emit()
        super().closeEvent(event)


def _direction(words: Words) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if words.right_to_left else Qt.LayoutDirection.LeftToRight


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
