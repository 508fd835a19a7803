"""Pictures that are dropped or pasted onto the desk: one code, several, none, an unknown one, no picture at all."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from returns_desk.desktop.sight.brought import pictures_in
from returns_desk.desktop.sight.looking import image_of
from tests.desktop.code_pictures import EMPTY, scene
from tests.desktop.sight.conftest import KETTLE, UNKNOWN, OpenStation, Station, files

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def station(open_station: OpenStation) -> Station:
    return open_station()


def saved(folder: Path, picture: Image.Image, name: str = "photo.jpg") -> Path:
    picture.save(folder / name)
    return folder / name


def drop(station: Station, content: QMimeData) -> bool:
    """Drop something in the middle of the desk; say whether it was welcome."""
    copy, buttons, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window, middle = station.shell.windowHandle(), QPointF(station.shell.rect().center())
    enters = QDragEnterEvent(middle, copy, content, buttons, plain)
    QApplication.sendEvent(window, enters)
    if enters.isAccepted():
        QApplication.sendEvent(window, QDropEvent(middle, copy, content, buttons, plain))
    return enters.isAccepted()


def test_a_dropped_picture_of_one_known_code_is_a_scan(station: Station) -> None:
    assert drop(station, files(saved(station.folder, scene((KETTLE, "EAN13")))))
    station.wait_for(lambda: station.scans == [KETTLE])
    assert not station.part("sight").isVisible()


def test_a_pasted_picture_is_a_scan(station: Station) -> None:
    QGuiApplication.clipboard().setImage(image_of(scene((KETTLE, "EAN13"))))
    station.keys.press(int(Qt.Key.Key_V), "\x16", CONTROL, after=500)
    station.wait_for(lambda: station.scans == [KETTLE])


def test_a_copied_file_is_pasted_also_under_the_hebrew_layout(station: Station) -> None:
    QGuiApplication.clipboard().setMimeData(files(saved(station.folder, scene((KETTLE, "EAN13")))))
    station.keys.press(0x5D4, "", CONTROL, after=500)
    station.wait_for(lambda: station.scans == [KETTLE])


def test_a_copied_text_stays_a_text(station: Station) -> None:
    QGuiApplication.clipboard().setText("7290011232016")
    assert not station.sight.bring(QGuiApplication.clipboard().mimeData())


def test_of_several_codes_in_a_picture_the_clerk_chooses_by_digit(station: Station) -> None:
    drop(station, files(saved(station.folder, scene((KETTLE, "EAN13"), (UNKNOWN, "EAN13")))))
    station.read_question()
    assert station.scans == []
    assert station.part("sight").isVisible()
    assert len(station.part("camera_view").marks) == 2
    station.press(int(Qt.Key.Key_2), "2")
    assert station.scans == [UNKNOWN]
    assert not station.part("sight").isVisible()


def test_an_unknown_code_in_a_picture_is_confirmed_first(station: Station) -> None:
    drop(station, files(saved(station.folder, scene((UNKNOWN, "EAN13")))))
    station.read_question()
    assert station.scans == []
    assert station.text("band_title") == f"Unknown code: {UNKNOWN}"
    station.press(int(Qt.Key.Key_Return), "\r")
    assert station.scans == [UNKNOWN]


def test_a_picture_that_is_put_aside_scans_nothing(station: Station) -> None:
    drop(station, files(saved(station.folder, scene((UNKNOWN, "EAN13")))))
    station.read_question()
    station.press(int(Qt.Key.Key_Escape), "\x1b")
    assert station.scans == []
    assert not station.part("sight").isVisible()
    assert station.text("band_title") == "The picture was put aside"


def test_a_picture_without_a_code_says_so_and_the_way_on(station: Station) -> None:
    station.shell.take_scan("DO-NEXT")  # with nothing on the bench, there is nothing it could be a photograph of
    station.settle()
    drop(station, files(saved(station.folder, EMPTY)))
    station.wait_for(lambda: station.text("band_title") == "No code was found in the picture")
    assert "F2" in station.text("band_detail")


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "The file is empty"), (b"Dear Sirs,", "Not a picture (PNG, JPEG, WebP, GIF, BMP and TIFF can be read)")],
)
def test_what_is_no_picture_is_said(station: Station, content: bytes, said: str) -> None:
    (station.folder / "a.jpg").write_bytes(content)
    drop(station, files(station.folder / "a.jpg"))
    station.wait_for(lambda: station.text("band_title") == said)


def test_several_pictures_are_done_one_after_the_other(station: Station) -> None:
    first = saved(station.folder, scene((UNKNOWN, "EAN13")), "1.png")
    second = saved(station.folder, scene((KETTLE, "EAN13")), "2.png")
    drop(station, files(first, second))
    station.read_question()
    assert station.scans == []
    station.press(int(Qt.Key.Key_Escape), "\x1b")
    station.wait_for(lambda: station.scans == [KETTLE])


def test_nothing_is_fetched_from_elsewhere(station: Station) -> None:
    content = QMimeData()
    content.setUrls([QUrl("https://example.com/code.png")])
    assert pictures_in(content) == []
    assert not drop(station, content)
