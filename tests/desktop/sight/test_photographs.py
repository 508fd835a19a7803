"""Photographs at the desk: from the camera, dropped and pasted; kept, shown, removed, and never in the belt's way."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from returns_desk.desktop.sight.looking import image_of
from returns_desk.desktop.widgets.photo_overlay import PhotoOverlay
from returns_desk.desktop.widgets.photo_strip import PhotoStrip, PhotoTile
from returns_desk.domain.photos import PhotoKind, PhotoSnapshot
from returns_desk.usecases import look
from tests.desktop.code_pictures import EMPTY, scene
from tests.desktop.sight.conftest import KETTLE, PARCEL, UNKNOWN, OpenStation, Station, files
from tests.desktop.sight.test_brought import drop, saved

pytestmark = pytest.mark.qt_log_ignore(
    "Couldn't load .* library", "Couldn't resolve .* symbols", "No RHI backend", extend=True
)
CONTROL = Qt.KeyboardModifier.ControlModifier
PIECE = "IT-2-000001"


@pytest.fixture
def station(open_station: OpenStation) -> Station:
    """A faulty kettle in hand."""
    station = open_station()
    take_kettle(station)
    return station


def take_kettle(station: Station) -> None:
    for code in (KETTLE, "DO-D"):
        station.shell.take_scan(code)
    station.settle()


def kept(station: Station, number: str = PIECE) -> list[PhotoSnapshot]:
    """What is really kept, asked of the store."""
    found: list[tuple[PhotoSnapshot, ...]] = []
    station.shell.runner.do(lambda desk: desk.read(look.photos_of, "item", number), found.append)
    station.wait_for(lambda: bool(found))
    return list(found[0])


def wait_for_photographs(station: Station, count: int) -> list[PhotoSnapshot]:
    station.wait_for(lambda: station.shell.bench is not None and len(station.shell.bench.photos) == count)
    return kept(station)


def picture(station: Station, colour: int = 90, name: str = "defect.png") -> Path:
    return saved(station.folder, Image.new("L", (800, 600), colour), name)


def keep_dropped(station: Station) -> None:
    drop(station, files(picture(station)))
    station.read_question()
    station.press(int(Qt.Key.Key_Return), "\r")
    wait_for_photographs(station, 1)


def test_a_dropped_picture_without_a_code_becomes_what_is_needed_by_one_key(station: Station) -> None:
    assert drop(station, files(picture(station)))
    station.read_question()
    assert station.text("band_title") == f"What does the picture of {PIECE} show?"
    station.press(int(Qt.Key.Key_Return), "\r")
    [photo] = wait_for_photographs(station, 1)
    assert (photo.kind, photo.item, photo.person) == (PhotoKind.DEFECT, PIECE, "דנה לוי")
    assert (station.folder / "photos" / photo.sha256[:2] / f"{photo.sha256}.jpg").is_file()
    assert station.text("band_title") == f"Photograph of {PIECE} kept: Defect"
    assert not station.part("sight").isVisible()
    assert station.scans == [KETTLE, "DO-D"]


def test_another_kind_is_chosen_by_its_digit_and_box_and_label_are_the_parcels(station: Station) -> None:
    QGuiApplication.clipboard().setImage(image_of(EMPTY))
    station.keys.press(int(Qt.Key.Key_V), "\x16", CONTROL, after=500)
    station.read_question()
    names = [station.part(f"sight_answer_{place}").accessibleName() for place in range(7)]
    place = next(place for place, name in enumerate(names) if name.startswith("Box"))
    station.press(int(Qt.Key.Key_1) + place, str(place + 1))
    [photo] = wait_for_photographs(station, 1)
    assert (photo.kind, photo.item, photo.parcel) == (PhotoKind.BOX, "", PARCEL)


def test_a_picture_that_is_left_is_not_kept(station: Station) -> None:
    drop(station, files(picture(station)))
    station.read_question()
    station.press(int(Qt.Key.Key_Escape), "\x1b")
    station.settle()
    assert kept(station) == []
    assert list(station.folder.glob("photos/*/*")) == []


def test_a_picture_of_an_unknown_code_may_be_kept_as_a_photograph(station: Station) -> None:
    drop(station, files(saved(station.folder, scene((UNKNOWN, "EAN13")))))
    station.read_question()
    station.press(int(Qt.Key.Key_2), "2")
    station.wait_for(lambda: "What does the picture" in station.text("band_title"))
    station.qtbot.wait(350)
    station.press(int(Qt.Key.Key_Return), "\r")
    assert [photo.kind for photo in wait_for_photographs(station, 1)] == [PhotoKind.DEFECT]
    assert UNKNOWN not in station.scans


def test_a_known_code_is_still_a_scan(station: Station) -> None:
    drop(station, files(saved(station.folder, scene((PARCEL, "Code128")))))
    station.wait_for(lambda: station.scans[-1] == PARCEL)
    assert kept(station) == []


def test_what_is_too_large_to_keep_is_said_and_changes_nothing(station: Station) -> None:
    path = station.folder / "huge.jpg"
    Image.new("L", (64, 48), 90).save(path)
    with path.open("r+b") as file:
        file.truncate(200 * 1024 * 1024)
    station.sight.photographs.keep(path, PhotoKind.DEFECT)
    station.wait_for(lambda: "too large" in station.text("band_title"))
    assert "F9" in station.text("band_detail")
    assert kept(station) == []


def test_the_photograph_is_of_the_piece_that_was_in_hand_when_it_was_taken(station: Station) -> None:
    station.sight.photographs.keep(image_of(EMPTY), PhotoKind.DEFECT)
    station.shell.take_scan("DO-HOLD")  # lays the piece down before the picture is ready
    station.settle()
    station.wait_for(lambda: [photo.item for photo in kept(station)] == [PIECE])


def strip_in_window(station: Station) -> PhotoStrip:
    """A strip somewhere in the window, joined as the desk's are."""
    strip = PhotoStrip(station.shell.words, station.shell.inside._room.theme)
    strip.setParent(station.shell)
    station.sight.photographs.join_strip(strip)
    bench = station.shell.bench
    assert bench is not None
    strip.show_photos(bench.photos, bench.photos_needed)
    strip.resize(600, 90)
    strip.show()
    return strip


def test_the_strip_shows_pictures_and_what_is_missing_in_words(station: Station) -> None:
    strip = strip_in_window(station)
    [needed] = [part for part in strip.children() if part.objectName() == "photo_needed_defect"]
    assert "F4" in needed.accessibleName()  # type: ignore[attr-defined]
    keep_dropped(station)
    bench = station.shell.bench
    assert bench is not None
    strip.show_photos(bench.photos, bench.photos_needed)
    tile = station.part("photo_defect")
    station.wait_for(lambda: not tile.picture.isNull())
    assert tile.accessibleName() == "Defect"
    assert bench.photos_needed == ()


def test_a_photograph_is_enlarged_and_put_away_by_key_and_removed_and_brought_back(station: Station) -> None:
    keep_dropped(station)
    strip_in_window(station)
    QTest.mouseClick(station.part("photo_defect"), Qt.MouseButton.LeftButton)
    overlay = station.part("photo_overlay")
    station.wait_for(lambda: not overlay.picture.isNull())
    assert overlay.size() == station.shell.size()
    assert (overlay.picture.width(), overlay.picture.height()) == (800, 600)
    station.press(int(Qt.Key.Key_Escape), "\x1b")
    assert not overlay.isVisible()
    QTest.mouseClick(station.part("photo_defect"), Qt.MouseButton.LeftButton)
    again = station.shell.findChildren(PhotoOverlay)[-1]
    QTest.mouseClick(again.findChild(QAbstractButton, "photo_remove"), Qt.MouseButton.LeftButton)
    wait_for_photographs(station, 0)
    station.shell.take_scan("DO-UNDO")
    assert [photo.kind for photo in wait_for_photographs(station, 1)] == [PhotoKind.DEFECT]


def test_a_scan_goes_on_behind_the_large_view_and_puts_it_away(station: Station) -> None:
    keep_dropped(station)
    strip_in_window(station)
    QTest.mouseClick(station.part("photo_defect"), Qt.MouseButton.LeftButton)
    station.keys.scan("DO-F-LEAKS")
    station.wait_for(lambda: station.scans[-1] == "DO-F-LEAKS")
    QApplication.processEvents()
    assert not [one for one in station.shell.findChildren(PhotoOverlay) if one.isVisible()]


def test_a_picture_that_is_not_on_the_shelf_is_said_not_hidden(station: Station) -> None:
    keep_dropped(station)
    strip, [photo] = strip_in_window(station), kept(station)
    strip.show_photos((replace(photo, sha256="0" * 64),))

    def said() -> str:
        return "".join(tile.accessibleDescription() for tile in strip.findChildren(PhotoTile))

    station.wait_for(lambda: said() != "")
    assert "not in the folder" in said()


def test_without_anything_on_the_bench_there_is_nothing_to_photograph(open_station: OpenStation) -> None:
    station = open_station(language="he")
    station.shell.take_scan("DO-NEXT")
    station.settle()
    station.press(int(Qt.Key.Key_F4))
    assert station.text("band_title") == "אין מה לצלם"
    assert station.shell.findChild(QLabel, "sight_title") is None


@pytest.mark.parametrize("language", ["he", "en"])
def test_the_camera_photographs_what_is_needed_first(open_camera: OpenStation, language: str) -> None:
    station = open_camera(language=language)
    take_kettle(station)
    station.film((EMPTY, 20))
    station.wait_for(lambda: not station.sight.still().isNull())
    assert station.part("photo_bar").isVisible()
    assert station.part("photo_kind_defect").isChecked()
    station.press(int(Qt.Key.Key_F4))
    [photo] = wait_for_photographs(station, 1)
    assert (photo.kind, photo.width, photo.height) == (PhotoKind.DEFECT, 640, 480)
    assert PIECE in station.text("sight_title")
    station.part("photo_kind_serial").click()
    station.part("photo_take").click()
    assert {photo.kind for photo in wait_for_photographs(station, 2)} == {PhotoKind.DEFECT, PhotoKind.SERIAL}


def test_f4_opens_the_camera_first_and_shift_f4_goes_through_the_kinds(open_camera: OpenStation) -> None:
    station = open_camera()
    take_kettle(station)
    station.film((EMPTY, 20))
    station.press(int(Qt.Key.Key_F9))
    assert not station.sight.is_live
    station.press(int(Qt.Key.Key_F4))
    assert station.sight.is_live
    assert kept(station) == []
    station.keys.press(int(Qt.Key.Key_F4), "", Qt.KeyboardModifier.ShiftModifier, after=500)
    station.qtbot.wait(130)
    assert not station.part("photo_kind_defect").isChecked()


def test_a_camera_that_is_pulled_out_photographs_nothing_old_and_says_what_works(open_camera: OpenStation) -> None:
    station = open_camera()
    take_kettle(station)
    station.film((EMPTY, 0.6))
    station.wait_for_end()
    station.press(int(Qt.Key.Key_F4))
    assert station.text("band_title") == "The camera is gone"
    assert "dropped" in station.text("band_detail")
    assert kept(station) == []
    keep_dropped(station)
