"""Settings, second card: the scanner that types, with its pace, and the one on a serial port."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from returns_desk.desktop.port_state import PortReport
from returns_desk.desktop.port_words import say_port, say_way_on, tone_of
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.screens.settings_changes import change_settings
from returns_desk.desktop.serial_scanner import ListedPort, listed_ports
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label, rule
from returns_desk.desktop.widgets.chip import Chip
from returns_desk.desktop.widgets.choice import Choice
from returns_desk.desktop.widgets.titled import emphasise
from returns_desk.wording import Words
from returns_desk.wording.words import isolated

_SPEEDS = (9_600, 19_200, 38_400, 57_600, 115_200)
_NONE = ""


class ScannerCard(Card):
    """``trial_wanted`` asks for the dialog that tries a scanner out."""

    trial_wanted = Signal()
    said = Signal(str, str)  # tone, text

    def __init__(self, room: Room) -> None:
        words = room.words
        super().__init__(words("Scanner"))
        self._room = room
        self.setObjectName("scanner_card")
        self._ports: tuple[ListedPort, ...] = ()
        self._pace = label("", wraps=True)
        self._pace.setObjectName("pace")
        trial = push_button(words("Try the scanner"), "calibrate", "primary")
        trial.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        trial.clicked.connect(self.trial_wanted)
        self._port = Choice("port", words("Serial port"))
        self._port.chosen.connect(self._on_port)
        self._speed = Choice("speed", words("Its speed"), [(str(speed), str(speed)) for speed in _SPEEDS])
        self._speed.chosen.connect(lambda speed: self._take(scanner_speed=int(speed)))
        self._state = Chip()
        self._state.setObjectName("port_state")
        self._way_on = label("", "small", wraps=True)
        emphasise(self)
        self.head.addWidget(self._state)
        parts: tuple[QWidget, ...] = (label(words("Scanner that types like a keyboard"), "heading"), self._pace, trial)
        for part in (*parts, rule(), self._port, self._speed, self._way_on):
            self.body.addWidget(part)
        scanners = room.station.scanners
        if scanners is not None:
            scanners.port_changed.connect(self._show_report)

    def show_settings(self) -> None:
        """Show how the station is set, and which ports there are now."""
        settings, words = self._room.station.settings, self._room.words
        self._pace.setText(
            words(
                "A scan: keys up to {gap} ms apart on average, no pause over {pause} ms",
                gap=settings.scan_gap_ms,
                pause=settings.scan_pause_ms,
            )
        )
        self._ports = listed_ports()
        self._port.offer(self._offered(words, settings.scanner_port))
        self._port.show_value(settings.scanner_port)
        self._speed.show_value(str(settings.scanner_speed))
        self._speed.setVisible(bool(settings.scanner_port))
        scanners = self._room.station.scanners
        self._show_report(scanners.report if scanners is not None else None)

    def _offered(self, words: Words, chosen: str) -> list[tuple[str, str]]:
        """None, the ports there are, and the chosen one even when it is not there."""
        offered = [(_NONE, words("None"))]
        for port in self._ports:
            name = isolated(port.name)
            offered.append((port.name, f"{name} · {isolated(port.title)}" if port.title else name))
        if chosen not in [value for value, _ in offered]:
            offered.append((chosen, isolated(chosen)))
        return offered

    def _on_port(self, name: str) -> None:
        device = next((port.device for port in self._ports if port.name == name), "")
        self._take(scanner_port=name, scanner_device=device)

    def _take(self, **changes: str | int) -> None:
        change_settings(self._room.station, **changes)
        self.show_settings()
        self.said.emit("ok", self._room.words("Saved"))

    def _show_report(self, report: PortReport | None) -> None:
        words = self._room.words
        self._state.setVisible(report is not None)
        self._way_on.setVisible(report is not None)
        if report is not None:
            self._state.show_word(say_port(words, report), tone_of(report))
            self._way_on.setText(say_way_on(words, report))
            self._way_on.setVisible(bool(self._way_on.text()))
