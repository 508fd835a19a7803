"""All scanners of this station: those that type, and the one on a serial port if there is one; they tell one signal."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from returns_desk.desktop.burst import Pace
from returns_desk.desktop.port_state import PortReport
from returns_desk.desktop.wedge import Wedge
from returns_desk.settings import Settings

if TYPE_CHECKING:
    from returns_desk.desktop.serial_scanner import SerialScanner


class Scanners(QObject):
    """``apply`` takes the station's settings, at the start and whenever they change."""

    scanned = Signal(str)
    pressed = Signal()  # any key of a person
    port_changed = Signal(object)  # PortReport, or None when no port is chosen

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._wedge = Wedge(_pace(settings), self)
        self._wedge.scanned.connect(self._on_scanned)
        self._wedge.pressed.connect(self.pressed)
        self._serial: SerialScanner | None = None
        self._choice: tuple[str, str, int] = ("", "", 0)
        self._borrower: Callable[[str], None] | None = None

    def listen(self, settings: Settings) -> None:
        """Hear scans from now on."""
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self._wedge)
        self.apply(settings)

    def stop(self) -> None:
        """Hear nothing more, and let go of the port."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self._wedge)
        self._leave_port()

    @property
    def report(self) -> PortReport | None:
        """How the serial port stands; nothing while none is chosen."""
        return self._serial.report if self._serial is not None else None

    def apply(self, settings: Settings) -> None:
        """Take the pace and the port of these settings; a port that stays the same stays open."""
        self._wedge.set_pace(_pace(settings))
        choice = (settings.scanner_port, settings.scanner_device, settings.scanner_speed)
        if choice == self._choice:
            return
        self._choice = choice
        self._leave_port()
        if settings.scanner_port:
            self._take_port(*choice)
        else:
            self.port_changed.emit(None)

    def lend(self, borrower: Callable[[str], None] | None) -> None:
        """Give scans to somebody else for a while, who tries a scanner out; ``None`` takes them back."""
        self._borrower = borrower

    def _take_port(self, name: str, device: str, speed: int) -> None:
        from returns_desk.desktop.serial_scanner import PortChoice, SerialScanner  # noqa: PLC0415  few stations need it

        self._serial = SerialScanner(PortChoice(name, device, speed), self)
        self._serial.scanned.connect(self._on_scanned)
        self._serial.state_changed.connect(self.port_changed)
        self._serial.start()

    def _leave_port(self) -> None:
        if self._serial is not None:
            self._serial.stop()
            self._serial.deleteLater()
            self._serial = None

    def _on_scanned(self, text: str) -> None:
        if self._borrower is not None:
            self._borrower(text)
        else:
            self.scanned.emit(text)


def _pace(settings: Settings) -> Pace:
    """The pace of the settings, never one at which a person's typing would be taken for scans, or none ever heard."""
    return Pace(min(max(settings.scan_gap_ms, 5), 80), min(max(settings.scan_pause_ms, 30), 500))
