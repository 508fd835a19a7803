"""The one window: bar, rail and screens, joined to the scanner and the store thread.

Language and theme are changed by building the inside anew; what is shown comes from the store, so nothing is lost.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from returns_desk.desktop.dialogs.approval import ApprovalDialog
from returns_desk.desktop.places import BUILDERS, places
from returns_desk.desktop.rail import Rail
from returns_desk.desktop.runner import Runner
from returns_desk.desktop.scan_line import ScanLine
from returns_desk.desktop.screens.desk import DeskScreen
from returns_desk.desktop.screens.screen import Room, Screen
from returns_desk.desktop.slow_work import Pool
from returns_desk.desktop.sounds import Sounds
from returns_desk.desktop.theme import apply_theme, load_theme
from returns_desk.desktop.top_bar import TopBar
from returns_desk.settings import Settings, default_home
from returns_desk.wording import Words

if TYPE_CHECKING:
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

    def __init__(self, settings: Settings, runner: Runner, home: Path | None = None) -> None:
        super().__init__()
        self.setObjectName("shell")
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._settings = settings
        self._home = home or default_home()
        self.runner = runner
        self._pool = Pool()
        self._sounds = Sounds(settings.sounds)
        self._was_painted = False
        self._bench: BenchSnapshot | None = None
        self._reply: Reply | None = None
        self._trouble: DeskError | None = None
        self.scans = ScanLine(runner, self)
        self.scans.submitted.connect(self._on_submitted)
        self.scans.bench_changed.connect(self._on_bench)
        self.scans.replied.connect(self._on_reply)
        runner.happened.connect(self._on_happened)
        runner.waiting.connect(self._on_waiting)
        runner.failed.connect(self._on_failed)
        self._build()
        self.scans.look_again()

    def _build(self) -> None:
        """Make the inside in the language and theme of the settings."""
        words = self.words = Words(self._settings.language)
        theme = load_theme(self._settings.theme)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, theme)
            right_to_left = words.right_to_left
            app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
        self.setWindowTitle(words("Returns Desk"))
        doors = (self.scans.submit, self.ask_approval, self.go_to)
        self._room = Room(words, theme, self.runner, self._pool, *doors, self._home)
        self._bar = TopBar(words, theme, self._settings.station_name)
        self._bar.language_wanted.connect(lambda language: self._change(replace(self._settings, language=language)))
        self._bar.theme_wanted.connect(lambda name: self._change(replace(self._settings, theme=name)))
        self._rail = Rail(theme, places(words))
        self._rail.chosen.connect(self.show_screen)
        self.desk = DeskScreen(words, theme)
        self.desk.submitted.connect(self.scans.submit)
        self._screens: dict[str, QWidget] = {"desk": self.desk}
        self._stack = QStackedWidget()
        self._stack.addWidget(self.desk)
        self._take_out_the_old()
        self.setCentralWidget(self._lay_out())
        self._rail.show_chosen("desk")
        self._rail.let_choose(False)
        self.setFocus()

    def _take_out_the_old(self) -> None:
        old = self.takeCentralWidget()
        if old is not None:
            old.hide()
            old.setParent(None)
            old.deleteLater()

    def _lay_out(self) -> QWidget:
        content = QWidget()
        content.setObjectName("content")
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self._rail)
        below.addWidget(self._stack, 1)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addLayout(below, 1)
        return content

    def _change(self, settings: Settings) -> None:
        """Take over a language or theme, and tell it."""
        self._settings = settings
        self._build()
        if self._bench is not None:
            self._on_bench(self._bench)
        if self._reply is not None:
            self.desk.show_reply(self._reply)
        if self._trouble is not None:
            self._on_failed(self._trouble)
        self.settings_changed.emit(settings)

    def show_screen(self, name: str) -> None:
        """Bring a screen to the front, building it the first time."""
        screen = self._screens.get(name)
        if screen is None:
            screen = self._screens[name] = BUILDERS[name](self._room)
            self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        self._rail.show_chosen(name)
        if isinstance(screen, Screen):
            screen.look_again()
        else:
            self.setFocus()

    def go_to(self, name: str, number: str) -> None:
        """Show one thing on its screen; without a number the screen lets one look for it."""
        self.show_screen(name)
        screen = self._stack.currentWidget()
        if isinstance(screen, Screen):
            screen.show_number(number)

    def take_scan(self, text: str) -> None:
        """A scanner was heard: an open dialog takes it, else the screen, else the desk."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ApprovalDialog):
            dialog.take_scan(text)
            return
        screen = self._stack.currentWidget()
        if isinstance(screen, Screen):
            if screen.take_scan(text):
                return
            self.show_screen("desk")
        self.scans.submit(text)

    def ask_approval(self, title: str, then: Callable[[str, str], None]) -> None:
        """Ask for badge and PIN of somebody who may; the window stays alive meanwhile."""
        dialog = ApprovalDialog(self.words, title, self)
        dialog.signed.connect(then)
        dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that no field wanted."""
        if not self._choose_place(event):
            screen = self._stack.currentWidget()
            taken = isinstance(screen, Screen | DeskScreen) and screen.take_key(event)
            if not taken:
                super().keyPressEvent(event)

    def _choose_place(self, event: QKeyEvent) -> bool:
        """Alt and a digit choose the screen; Ctrl+K looks for anything."""
        number = event.key() - Qt.Key.Key_1
        offered = places(self.words)
        signed_in = self._bench is not None and self._bench.person is not None
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in _FIND_KEYS:
            if signed_in:
                self.go_to("items", "")
            return True
        if not event.modifiers() & Qt.KeyboardModifier.AltModifier or not 0 <= number < len(offered):
            return False
        if number == 0 or signed_in:
            self.show_screen(offered[number].name)
        return True

    def _on_submitted(self, text: str) -> None:
        self.desk.show_scan(text)

    def _on_bench(self, bench: "BenchSnapshot") -> None:
        from returns_desk.desktop.screens.panels.names import person_name  # noqa: PLC0415  not before the first paint

        self._bench = bench
        self.desk.show_bench(bench)
        self._bar.show_station(bench.station, bench.station_name)
        person = bench.person
        role = self.words.name(person.role) if person else ""
        self._bar.show_person(f"{person_name(self.words, person)} · {role}" if person else "")
        self._rail.let_choose(person is not None)

    def _on_reply(self, reply: "Reply") -> None:
        self._reply = reply
        self.desk.show_reply(reply)
        if reply.refusal is None:
            self._sounds.say_yes()
        else:
            self._sounds.say_no()

    def _on_happened(self, _events: object) -> None:
        screen = self._stack.currentWidget()
        if isinstance(screen, Screen):
            screen.look_again()

    def _on_waiting(self, count: int) -> None:
        self._bar.show_waiting(count)

    def _on_failed(self, refusal: "DeskError") -> None:
        from returns_desk.desktop.trouble import say_trouble  # noqa: PLC0415  not before the first paint

        self._trouble = refusal
        self.desk.show_refusal(*say_trouble(self.words, refusal))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first paint is told, so that the store is opened right after it."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the store finish what was given to it before the window goes."""
        self._pool.close()
        self.runner.stop()
        self.closed.emit()
        super().closeEvent(event)
