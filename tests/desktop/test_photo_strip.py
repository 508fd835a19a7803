"""Strips of photographs: what a thing was photographed for, in the items screen too; pictures are read once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from returns_desk.darkroom import Shot, keep_photograph
from returns_desk.desk import Desk
from returns_desk.desktop.slow_work import Pool
from returns_desk.desktop.theme import load_theme
from returns_desk.desktop.thumbnails import Thumbnails
from returns_desk.desktop.widgets.photo_strip import PhotoStrip
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.photos import PhotoKind
from returns_desk.settings import Settings
from returns_desk.usecases.shelf_pictures import shelf_of
from returns_desk.wording import Words
from tests.desktop.stocked import DANA, OpenWindow, open_window, scan, stocked_template

__all__ = ["open_window", "stocked_template"]

NUMBER = "IT-2-000001"


@pytest.fixture
def pool() -> Iterator[Pool]:
    pool = Pool()
    yield pool
    pool.close()


def saved(folder: Path, size: tuple[int, int] = (1600, 1200)) -> Path:
    path = folder / "photo.jpg"
    Image.new("RGB", size, (90, 120, 40)).save(path)
    return path


def test_a_picture_is_read_small_and_once(pool: Pool, qtbot: QtBot, tmp_path: Path) -> None:
    path, asked, heard = saved(tmp_path), [], []

    def where(sha256: str) -> Path:
        asked.append(sha256)
        return path

    thumbnails = Thumbnails(pool, where, pytest.fail)
    for turn in range(3):
        thumbnails.ask("a", QSize(104, 78), heard.append)
        qtbot.waitUntil(lambda turn=turn: len(heard) > turn)
    assert asked == ["a"]
    assert [(picture.width(), picture.height()) for picture in heard] == [(104, 78)] * 3
    thumbnails.ask("a", QSize(1600, 1600), heard.append)
    qtbot.waitUntil(lambda: len(heard) == 4)
    assert heard[3].width() == 1600


@pytest.mark.qt_log_ignore("Not a JPEG file", extend=True)
@pytest.mark.parametrize("content", [None, b"", b"no picture"])
def test_a_picture_that_is_not_to_be_had_is_none(
    pool: Pool, qtbot: QtBot, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "photo.jpg"
    if content is not None:
        path.write_bytes(content)
    heard: list[QImage] = []
    Thumbnails(pool, lambda _: path if content is not None else None, pytest.fail).ask("a", QSize(9, 9), heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0].isNull()


@pytest.mark.parametrize("language", ["he", "en"])
def test_what_is_needed_stands_first_and_asks_for_its_photograph(qtbot: QtBot, language: str) -> None:
    strip = PhotoStrip(Words(language), load_theme("light"))
    qtbot.addWidget(strip)
    assert strip.isHidden(), "nothing to show takes no room"
    wanted: list[str] = []
    strip.wanted.connect(wanted.append)
    strip.show_photos((), (PhotoKind.DEFECT, PhotoKind.SERIAL))
    strip.resize(400, 90)
    strip.show()
    tile = strip.findChild(object, "photo_needed_serial")
    QTest.keyClick(tile, Qt.Key.Key_Return)
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert wanted == ["serial", "serial"]
    strip.show_photos((), ())
    assert strip.isHidden()


def photograph(folder: Path, desk: Desk) -> None:
    scan(desk, DANA)
    shelf = shelf_of(Settings(), folder)
    keep_photograph(desk, AT_THE_BENCH, shelf, saved(folder), Shot(PhotoKind.DEFECT, NUMBER))


def test_the_items_screen_shows_photographs_and_removes_one_by_key(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(prepare=lambda desk: photograph(tmp_path, desk))
    window.qtbot.waitUntil(lambda: window.shell.photographs is not None)
    screen = window.show("items")
    screen.show_number(NUMBER)
    window.settle()
    strip = screen._thing.photos
    window.qtbot.waitUntil(lambda: len(strip.photos) == 1)
    tile = strip.findChild(object, "photo_defect")
    window.qtbot.waitUntil(lambda: not tile.picture.isNull())
    QTest.keyClick(tile, Qt.Key.Key_Delete)
    window.settle()
    window.qtbot.waitUntil(lambda: strip.photos == ())
    assert "removed" in screen.notice.text.text()
    assert window.shell.inside.screen_name == "items"
