"""Hears a scanner on a serial port: no keyboard layout, no focus and no shortcut is in its way.

The port is opened, and opened again after it was pulled out, by a timer, for as long as the program runs. Where the
device says who it is, it is found again on whichever port it comes back. Imported only when a port was chosen.
"""

import os
from dataclasses import dataclass

from PySide6.QtCore import QIODevice, QObject, Qt, QTimer, Signal
from PySide6.QtSerialPort import QSerialPort, QSerialPortInfo

from returns_desk.desktop.port_state import PortReport, PortState
from returns_desk.desktop.serial_frames import Frames

_RETRY_MS = 1_500
_SILENCE_MS = 80  # at 9600 baud a sign takes 1 ms; within a scan none is ever so late
_Error = QSerialPort.SerialPortError
_STATES = {
    _Error.DeviceNotFoundError: PortState.MISSING,
    _Error.PermissionError: PortState.HELD,
    _Error.OpenError: PortState.HELD,
}


@dataclass(frozen=True)
class PortChoice:
    """Which scanner: the port it was on when it was chosen, what its maker calls it, its speed in baud."""

    name: str
    device: str = ""
    speed: int = 9_600


class SerialScanner(QObject):
    """``scanned`` tells the same as the wedge's; ``state_changed`` tells a ``PortReport``, once for each change."""

    scanned = Signal(str)
    state_changed = Signal(object)

    def __init__(self, choice: PortChoice, parent: QObject | None = None, retry_ms: int = _RETRY_MS) -> None:
        super().__init__(parent)
        self._choice = choice
        self._frames = Frames()
        self.report: PortReport | None = None
        self._port = QSerialPort(self)
        self._port.readyRead.connect(self._on_bytes)
        # queued: the port is not closed while it still says what is wrong with it
        self._port.errorOccurred.connect(self._on_error, Qt.ConnectionType.QueuedConnection)
        self._retry = QTimer(self, interval=retry_ms)
        self._retry.timeout.connect(self._try_to_open)
        self._silence = QTimer(self, singleShot=True, interval=_SILENCE_MS)
        self._silence.timeout.connect(self._on_silence)

    def start(self) -> None:
        """Open the port, now or as soon as it is there."""
        self._retry.start()
        self._try_to_open()

    def stop(self) -> None:
        """Let go of the port; what was half heard is dropped."""
        self._retry.stop()
        self._silence.stop()
        self._port.close()

    def _try_to_open(self) -> None:
        if self._port.isOpen():
            return
        name = port_now(self._choice, listed_ports())
        self._port.setPortName(name)
        self._port.setBaudRate(self._choice.speed)
        if self._port.open(QIODevice.OpenModeFlag.ReadOnly):
            self._frames = Frames()
            self._tell(name, PortState.CONNECTED)
            return
        state = _STATES.get(self._port.error(), PortState.FAULTY)
        if state is PortState.HELD and not _may_open(name):
            state = PortState.FORBIDDEN
        was_there = self.report is not None and self.report.state in (PortState.CONNECTED, PortState.GONE)
        self._tell(name, PortState.GONE if state is PortState.MISSING and was_there else state)

    def _on_error(self, error: QSerialPort.SerialPortError) -> None:
        if error == _Error.NoError or not self._port.isOpen():
            return
        self._on_bytes()
        self._port.close()
        self._silence.stop()
        self._frames = Frames()  # half a scan is none
        self._tell(self._port.portName(), PortState.GONE)

    def _on_bytes(self) -> None:
        for text in self._frames.take(bytes(self._port.readAll().data())):
            self.scanned.emit(text)
        if self._frames.is_begun:
            self._silence.start()
        else:
            self._silence.stop()

    def _on_silence(self) -> None:
        # the window may have been busy: bytes that came in time are taken before silence is believed
        if self._port.waitForReadyRead(1):
            return
        for text in self._frames.end():
            self.scanned.emit(text)

    def _tell(self, name: str, state: PortState) -> None:
        report = PortReport(name, state)
        if report != self.report:
            self.report = report
            self.state_changed.emit(report)


@dataclass(frozen=True)
class ListedPort:
    """A port of this computer: its name, what is plugged in, and who that says it is (empty where it does not)."""

    name: str
    title: str = ""
    device: str = ""


def listed_ports() -> tuple[ListedPort, ...]:
    """The ports there are now, those with something that names itself first."""
    found = [
        ListedPort(port.portName(), port.description() or port.manufacturer(), _device_of(port))
        for port in QSerialPortInfo.availablePorts()
    ]
    return tuple(sorted(found, key=lambda port: (not port.device, port.name)))


def _device_of(port: QSerialPortInfo) -> str:
    """Maker, model and serial number, as one text that stays the same on every port."""
    if not port.hasVendorIdentifier() or not port.hasProductIdentifier():
        return ""
    return f"{port.vendorIdentifier():04x}:{port.productIdentifier():04x}:{port.serialNumber()}"


def port_now(choice: PortChoice, ports: tuple[ListedPort, ...]) -> str:
    """The port on which the chosen scanner is now: on its own port, else wherever the only device like it is."""
    same = [port.name for port in ports if choice.device and port.device == choice.device]
    return same[0] if len(same) == 1 else choice.name


def _may_open(name: str) -> bool:
    """Whether this computer's user has the right to the port; where that is not told by the file's rights: yes."""
    place = QSerialPortInfo(name).systemLocation() or name
    return not os.path.exists(place) or os.access(place, os.R_OK)
