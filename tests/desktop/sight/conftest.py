"""A station with a camera: the real window over the sample shop, its camera a film."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from returns_desk.desk import Desk
from returns_desk.desktop.shell import Shell
from returns_desk.desktop.sight.sight import Sight
from returns_desk.desktop.sight.troubles import CameraTrouble
from returns_desk.desktop.window import build_shell
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.settings import Settings
from returns_desk.store.database import open_database
from returns_desk.usecases.fill_sample import fill_sample
from returns_desk.usecases.handle_scan import handle_scan
from tests.desktop.typing_by_machine import Keyboard

PARCEL, KETTLE = "RR402101201IL", "7290011232016"
UNKNOWN = "4006381333931"


def open_desk(file: Path) -> Desk:
    return Desk(open_database(f"sqlite:///{file}"), "2")


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample shop; the clerk is signed in at station 2 and has opened a parcel with a kettle."""
    file = tmp_path_factory.mktemp("sight") / "desk.db"
    desk = open_desk(file)
    desk.run(AT_THE_BENCH, fill_sample)
    for code in ("ID-DANA-1", PARCEL):
        desk.run(AT_THE_BENCH, handle_scan, code)
    desk.close()
    return file


@dataclass
class Station:
    """One window with eyes, and what was submitted in it."""

    shell: Shell
    sight: Sight
    keys: Keyboard
    folder: Path
    qtbot: QtBot
    scans: list[str] = field(default_factory=list)
    troubles: list[CameraTrouble] = field(default_factory=list)

    def film(self, *parts: tuple[Image.Image, float]) -> None:
        """Put a film into the camera's place and open it."""
        from tests.desktop.films import Film, write_film  # noqa: PLC0415  only where Qt's multimedia part is

        path = write_film(self.folder / "film.avi", parts)

        def load() -> Film:
            film = Film(path)
            film.troubled.connect(self.troubles.append)
            return film

        self.sight.source = load
        self.sight.turn()

    def wait_for(self, happened: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(happened, timeout=15_000)

    def wait_for_end(self) -> None:
        """Wait until the film is over."""
        self.wait_for(lambda: bool(self.troubles))

    def settle(self) -> None:
        """Wait until the store has answered all that was asked until now."""
        heard: list[object] = []
        for turn in range(3):
            self.shell.runner.do(lambda _: None, heard.append)
            self.wait_for(lambda turn=turn: len(heard) > turn)  # type: ignore[misc]

    def part(self, name: str) -> Any:
        """A widget by its object name."""
        found = self.shell.findChild(QWidget, name)
        assert found is not None, name
        return found

    def text(self, name: str) -> str:
        """What a label says, without the isolating signs."""
        label = self.part(name)
        assert isinstance(label, QLabel)
        return label.text().translate({0x2068: None, 0x2069: None})

    def press(self, key: int, text: str = "") -> None:
        """Press a key as a person does."""
        self.keys.press(key, text, after=500)
        self.qtbot.wait(130)  # the wedge holds a key back for so long

    def read_question(self) -> None:
        """Look at a question for as long as a person needs to."""
        self.wait_for(lambda: self.part("sight").question is not None)
        self.qtbot.wait(350)


def files(*paths: Path) -> QMimeData:
    """Files as a file manager hands them over."""
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return content


OpenStation = Callable[..., Station]


@pytest.fixture
def open_station(sample_file: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[OpenStation]:
    """Open a window: ``open_station(language="he", camera_again_ms=500)``."""
    opened: list[Station] = []

    def build(language: str = "en", **changes: Any) -> Station:
        file = tmp_path / "desk.db"
        shutil.copy(sample_file, file)
        settings = Settings(language=language, sounds=False, station="2", **changes)
        shell = build_shell(settings, lambda: open_desk(file), tmp_path)
        qtbot.addWidget(shell)
        shell.resize(1280, 720)
        with qtbot.waitSignal(shell.runner.opened):
            shell.show()
        qtbot.waitUntil(lambda: shell.bench is not None)
        shell.activateWindow()
        qtbot.waitUntil(lambda: shell.findChild(Sight) is not None)
        sight = shell.findChild(Sight)
        assert isinstance(sight, Sight)
        station = Station(shell, sight, Keyboard(shell), tmp_path, qtbot)
        shell.scans.submitted.connect(station.scans.append)
        opened.append(station)
        return station

    yield build
    for station in opened:
        station.shell.close()


@pytest.fixture
def open_camera(open_station: OpenStation) -> OpenStation:
    """As ``open_station``, where this computer can play films."""
    multimedia = pytest.importorskip(
        "PySide6.QtMultimedia",
        reason="Qt's multimedia part lacks a library on this computer (libpulse0 on Debian)",
        exc_type=ImportError,
    )
    QMediaFormat = multimedia.QMediaFormat  # noqa: N806  a class
    if QMediaFormat.FileFormat.AVI not in QMediaFormat().supportedFileFormats(QMediaFormat.ConversionMode.Decode):
        pytest.skip("Qt plays no films on this computer (its multimedia part finds no decoder)")
    return open_station
