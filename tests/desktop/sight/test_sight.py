"""The camera in the window: its key and button, its place beside the desk, and that nothing is loaded before it."""

import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from returns_desk.desktop.sight.troubles import CameraTrouble, say_camera_trouble
from returns_desk.domain.printing import LABELS, Route
from returns_desk.wording import Words
from tests.desktop.code_pictures import EMPTY
from tests.desktop.sight.conftest import OpenStation

pytestmark = pytest.mark.qt_log_ignore(
    "Couldn't load .* library", "Couldn't resolve .* symbols", "No RHI backend", extend=True
)


def test_nothing_dear_is_loaded_before_the_camera_or_a_picture_is_used() -> None:
    code = (
        "import sys, returns_desk.desktop.window, returns_desk.desktop.sight.sight;"
        "print([n for n in ('PySide6.QtMultimedia', 'numpy', 'PIL', 'zxingcpp', 'pyzbar') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_key_and_the_button_open_and_close(open_camera: OpenStation) -> None:
    station = open_camera()
    station.film((EMPTY, 20))
    assert station.part("sight").isVisible()
    station.press(int(Qt.Key.Key_F9))
    assert not station.part("sight").isVisible()
    assert not station.sight.is_live
    station.part("camera").click()
    assert station.sight.is_live
    station.part("camera_close").click()
    assert not station.sight.is_live


def test_other_settings_leave_the_camera_alone_and_another_language_brings_its_button_again(
    open_camera: OpenStation,
) -> None:
    station = open_camera()
    station.film((EMPTY, 20))
    station.shell.settings_changed.emit(
        replace(station.shell.settings, sounds=False, routes={LABELS: Route("zpl://printer:9100")})
    )
    assert station.sight.is_live
    assert len(station.shell.desk.findChildren(QToolButton, "camera")) == 1
    station.part("language").click()
    assert len(station.shell.desk.findChildren(QToolButton, "camera")) == 1
    assert station.sight.is_live


@pytest.mark.parametrize("language", ["he", "en"])
def test_the_desk_beside_the_camera_shows_every_grade_and_way(open_camera: OpenStation, language: str) -> None:
    station = open_camera(language=language)
    station.film((EMPTY, 20))
    station.settle()
    QApplication.processEvents()
    sight, inside = station.part("sight"), station.shell.inside
    beside = sight.mapTo(station.shell, sight.rect().center()).x()
    assert (beside < inside.x()) == (language == "he")
    for name in ("grade_A", "grade_X", "disposition_restock", "disposition_recycle", "hold"):
        part = station.part(name)
        left = part.mapTo(inside, part.rect().topLeft()).x()
        assert left >= 0, name
        assert left + part.width() <= inside.width(), name


@pytest.mark.parametrize("language", ["he", "en"])
def test_every_trouble_of_a_camera_is_said_with_a_way_on(language: str) -> None:
    said = [say_camera_trouble(Words(language), trouble) for trouble in CameraTrouble]
    assert len(set(said)) == len(CameraTrouble)
    assert all(title and "F2" in way_on for title, way_on in said)
