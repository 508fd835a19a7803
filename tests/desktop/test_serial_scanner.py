"""A scanner on a real pseudo-terminal: how scans end, what is kept, and how it comes back after it was pulled out."""

import os
import subprocess
import sys
import tty
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from returns_desk.desktop.burst import Pace
from returns_desk.desktop.port_state import PortState
from returns_desk.desktop.serial_frames import MOST_BYTES, Frames
from returns_desk.desktop.serial_scanner import ListedPort, PortChoice, SerialScanner, port_now
from returns_desk.desktop.wedge import Wedge
from tests.desktop.typing_by_machine import Keyboard

pytestmark = pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no pseudo-terminals")

HOLDER = """
import sys
from PySide6.QtCore import QCoreApplication, QIODevice
from PySide6.QtSerialPort import QSerialPort
app = QCoreApplication([])
port = QSerialPort(sys.argv[1])
print(port.open(QIODevice.OpenModeFlag.ReadOnly), flush=True)
sys.stdin.readline()
"""


class Cable:
    """A cable whose far end is the scanner; the near end has a name that lasts over plugging it in again."""

    def __init__(self, folder: Path) -> None:
        self.name = str(folder / "scanner")
        self._far = self._near = -1

    def plug_in(self) -> None:
        self._far, self._near = os.openpty()
        tty.setraw(self._near)
        Path(self.name).symlink_to(os.ttyname(self._near))

    def send(self, scan: bytes) -> None:
        os.write(self._far, scan)

    def pull_out(self) -> None:
        if self._far >= 0:
            os.close(self._far)
            os.close(self._near)
            Path(self.name).unlink()
            self._far = self._near = -1


class Heard(QObject):
    """A scanner on the cable, and all it told."""

    def __init__(self, cable: Cable) -> None:
        super().__init__()
        self.scans: list[str] = []
        self.states: list[PortState] = []
        self.scanner = SerialScanner(PortChoice(cable.name), self, retry_ms=20)
        self.scanner.scanned.connect(self.scans.append)
        self.scanner.state_changed.connect(lambda report: self.states.append(report.state))


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Cable]:
    made = Cable(tmp_path)
    yield made
    made.pull_out()


@pytest.fixture
def heard(cable: Cable, qapp: QApplication) -> Iterator[Heard]:
    made = Heard(cable)
    yield made
    made.scanner.stop()


@pytest.fixture
def plugged(cable: Cable, heard: Heard, qtbot: QtBot) -> Heard:
    cable.plug_in()
    heard.scanner.start()
    qtbot.waitUntil(lambda: heard.states == [PortState.CONNECTED])
    return heard


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"\t"])
def test_each_end_sign_ends_a_scan_once(cable: Cable, plugged: Heard, qtbot: QtBot, end: bytes) -> None:
    cable.send(b"7290011234563" + end + b"RMA-20418" + end)
    qtbot.waitUntil(lambda: len(plugged.scans) == 2)
    qtbot.wait(120)
    assert plugged.scans == ["7290011234563", "RMA-20418"]


def test_silence_ends_a_scan_of_a_scanner_that_sends_no_end(cable: Cable, plugged: Heard, qtbot: QtBot) -> None:
    cable.send(b"RMA-20418")
    qtbot.waitUntil(lambda: plugged.scans == ["RMA-20418"])


def test_the_group_separator_and_capital_and_small_letters_arrive_as_sent(
    cable: Cable, plugged: Heard, qtbot: QtBot
) -> None:
    cable.send(b"]d20107290011234563" + b"10aB/7\x1d21SER-9\r")
    qtbot.waitUntil(lambda: plugged.scans == ["]d2010729001123456310aB/7\x1d21SER-9"])


def test_a_scan_that_comes_in_pieces_is_one(cable: Cable, plugged: Heard, qtbot: QtBot) -> None:
    for piece in (b"729001", b"1234", b"563\r"):
        cable.send(piece)
        qtbot.wait(10)
    qtbot.waitUntil(lambda: plugged.scans == ["7290011234563"])


def test_garbage_is_told_as_signs_that_cannot_be_read_and_stops_nothing(
    cable: Cable, plugged: Heard, qtbot: QtBot
) -> None:
    cable.send(b"\xff\xfe\x80\r\r\n\rRMA-20418\r")
    qtbot.waitUntil(lambda: len(plugged.scans) == 2)
    assert plugged.scans == ["\ufffd\ufffd\ufffd", "RMA-20418"]


def test_a_scanner_that_is_pulled_out_and_comes_back_is_heard_again(cable: Cable, plugged: Heard, qtbot: QtBot) -> None:
    cable.send(b"half of a sc")
    qtbot.wait(10)
    cable.pull_out()
    qtbot.waitUntil(lambda: plugged.states[-1] is PortState.GONE)
    qtbot.wait(60)
    cable.plug_in()
    qtbot.waitUntil(lambda: plugged.states[-1] is PortState.CONNECTED)
    cable.send(b"RMA-20418\r")
    qtbot.waitUntil(lambda: plugged.scans == ["RMA-20418"])
    assert plugged.states == [PortState.CONNECTED, PortState.GONE, PortState.CONNECTED]


def test_a_scanner_that_is_plugged_in_after_the_start_is_found(cable: Cable, heard: Heard, qtbot: QtBot) -> None:
    heard.scanner.start()
    qtbot.waitUntil(lambda: heard.states == [PortState.MISSING])
    cable.plug_in()
    qtbot.waitUntil(lambda: heard.states == [PortState.MISSING, PortState.CONNECTED])


def test_a_port_that_another_program_has_is_said_and_taken_when_it_is_free(
    cable: Cable, heard: Heard, qtbot: QtBot
) -> None:
    cable.plug_in()
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, cable.name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "True"
        heard.scanner.start()
        qtbot.waitUntil(lambda: heard.states == [PortState.HELD])
        other.stdin.close()
    qtbot.waitUntil(lambda: heard.states == [PortState.HELD, PortState.CONNECTED])


def test_a_serial_scanner_and_one_that_types_do_not_mix(cable: Cable, plugged: Heard, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    wedge = Wedge(Pace(), window)
    typed: list[str] = []
    wedge.scanned.connect(typed.append)
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(wedge)
    window.show()
    keyboard = Keyboard(window)
    for first, second in zip("RMA-20418", "PA-2-0001", strict=True):
        keyboard.write(first, after=5)
        cable.send(second.encode())
        qtbot.wait(1)
    keyboard.enter(after=5)
    cable.send(b"\r")
    qtbot.waitUntil(lambda: bool(typed and plugged.scans))
    app.removeEventFilter(wedge)
    assert (typed, plugged.scans) == (["RMA-20418"], ["PA-2-0001"])


def test_a_device_that_names_itself_is_found_on_another_port() -> None:
    chosen = PortChoice("ttyACM0", "0c2e:0b6a:17")
    ports = (ListedPort("ttyACM0", "Modem", "1199:68c0:"), ListedPort("ttyACM1", "Scanner", "0c2e:0b6a:17"))
    assert port_now(chosen, ports) == "ttyACM1"


def test_of_two_devices_that_cannot_be_told_apart_the_one_on_the_chosen_port_is_taken() -> None:
    chosen = PortChoice("ttyACM1", "0c2e:0b6a:")
    ports = (ListedPort("ttyACM0", "Scanner", "0c2e:0b6a:"), ListedPort("ttyACM1", "Scanner", "0c2e:0b6a:"))
    assert port_now(chosen, ports) == "ttyACM1"


@given(st.lists(st.binary(max_size=40)))
def test_any_bytes_in_any_pieces_give_the_same_scans_as_in_one(pieces: list[bytes]) -> None:
    cut, whole = Frames(), Frames()
    in_pieces = [text for piece in pieces for text in cut.take(piece)] + cut.end()
    assert in_pieces == whole.take(b"".join(pieces)) + whole.end()


def test_an_endless_scan_is_cut() -> None:
    frames = Frames()
    assert [len(text) for text in frames.take(b"9" * 20_000 + b"\r")] == [MOST_BYTES]
