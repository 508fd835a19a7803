"""Settings: each change counts at once and is told to be remembered; labels, sheets and the port say how they stand."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from returns_desk.desktop.preview import PaperPreview
from returns_desk.desktop.screens.settings import SettingsScreen
from returns_desk.desktop.shell import Shell
from returns_desk.resources import resource
from returns_desk.settings import Settings, load, save
from tests.desktop.benches import a_bench
from tests.desktop.conftest import OpenShell

OpenSettings = Callable[..., tuple[Shell, list[Settings]]]


@pytest.fixture
def open_settings(open_shell: OpenShell) -> OpenSettings:
    """A window with its settings in front, and what it told to remember."""

    def build(language: str = "en", **changes: object) -> tuple[Shell, list[Settings]]:
        shell, _, _ = open_shell(a_bench(), language=language, **changes)
        told: list[Settings] = []
        shell.settings_changed.connect(told.append)
        shell.findChild(QToolButton, "nav_settings").click()
        return shell, told

    return build


@pytest.fixture
def opened_files(qapp: QApplication) -> Iterator[list[str]]:
    """The files that the system's viewer was asked to open."""
    viewer = Viewer()
    QDesktopServices.setUrlHandler("file", viewer, "open_file")
    yield viewer.files
    QDesktopServices.unsetUrlHandler("file")


class Viewer(QWidget):
    """Takes the place of the system's viewer."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[str] = []

    @Slot(QUrl)
    def open_file(self, url: QUrl) -> None:
        self.files.append(url.toLocalFile())


def press(shell: Shell, name: str) -> None:
    shell.findChild(QPushButton, name).click()


def notice_of(shell: Shell) -> str:
    screen = shell.inside.screen_shown
    assert isinstance(screen, SettingsScreen)
    return screen.notice.text.text().replace("\u2068", "").replace("\u2069", "")


def test_the_language_changes_at_once_and_the_settings_stay_in_front(open_settings: OpenSettings) -> None:
    shell, told = open_settings()
    press(shell, "language_choice_he")
    assert [settings.language for settings in told] == ["he"]
    assert QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert shell.inside.screen_name == "settings"


def test_the_colours_change_at_once(open_settings: OpenSettings) -> None:
    shell, told = open_settings()
    press(shell, "theme_choice_contrast")
    assert told[-1].theme == "contrast"
    app = QApplication.instance()
    assert app is not None
    assert app.property("theme") == "contrast"


def test_a_new_name_is_remembered_and_said_to_count_after_the_next_start(open_settings: OpenSettings) -> None:
    shell, told = open_settings()
    field = shell.findChild(QLineEdit, "station_name")
    field.setText("  Dock   7 ")
    field.editingFinished.emit()
    assert told[-1].station == "Dock 7"
    assert "after the next start" in notice_of(shell)


def test_an_empty_name_is_no_name(open_settings: OpenSettings) -> None:
    shell, told = open_settings()
    field = shell.findChild(QLineEdit, "station_name")
    field.setText("   ")
    field.editingFinished.emit()
    assert (told, field.text()) == ([], "2")


def test_sounds_are_switched_without_building_the_window_anew(open_settings: OpenSettings) -> None:
    shell, told = open_settings()
    inside = shell.inside
    press(shell, "sounds_choice_on")
    assert told[-1].sounds
    assert shell.inside is inside


def test_a_port_is_opened_as_soon_as_it_is_chosen_and_the_bar_says_how_it_stands(
    open_settings: OpenSettings, qtbot: QtBot
) -> None:
    far, near = os.openpty()
    name = os.ttyname(near)
    shell, told = open_settings(scanner_port=name)
    bar = shell.findChild(QLabel, "scanner")
    qtbot.waitUntil(lambda: bar.text() == "Scanner connected")
    press(shell, "theme_choice_dark")
    assert shell.findChild(QToolButton, "nav_settings").isChecked()
    assert shell.inside.bar.findChild(QLabel, "scanner").text() == "Scanner connected", "the new bar says it too"
    os.close(far)
    os.close(near)
    qtbot.waitUntil(lambda: shell.inside.bar.findChild(QLabel, "scanner").text() == "Scanner unplugged")
    assert shell.inside.findChild(QLabel, "port_state").text() == "Scanner unplugged"
    shell.inside.findChild(QPushButton, "port_").click()
    assert told[-1].scanner_port == ""
    assert not shell.inside.bar.findChild(QLabel, "scanner").isVisible()


def test_a_scan_over_the_port_goes_the_way_of_every_scan(open_shell: OpenShell, qtbot: QtBot) -> None:
    far, near = os.openpty()
    shell, desk, _ = open_shell(a_bench(), scanner_port=os.ttyname(near))
    qtbot.waitUntil(lambda: shell.findChild(QLabel, "scanner").text() == "Scanner connected")
    os.write(far, b"RR123456785IL\r")
    qtbot.waitUntil(lambda: desk.scans == ["RR123456785IL"])
    shell.close()
    os.close(far)
    os.close(near)


def test_badges_are_made_from_the_file_of_people(
    open_settings: OpenSettings, opened_files: list[str], qtbot: QtBot
) -> None:
    shell, _ = open_settings()
    shell.inside.screen_shown.findChild(QWidget, "sheets_card").make_badges(resource("sample", "people.csv"))
    open_beside(shell, qtbot)
    qtbot.waitUntil(lambda: len(opened_files) == 1, timeout=10_000)
    assert {"ID-DANA-1", "ID-NOA-4"} <= codes_on(Path(opened_files[0]))


def test_a_file_that_holds_no_people_is_said_in_words(
    open_settings: OpenSettings, opened_files: list[str], qtbot: QtBot
) -> None:
    shell, _ = open_settings()
    shell.inside.screen_shown.findChild(QWidget, "sheets_card").make_badges(resource("sample", "products.csv"))
    qtbot.waitUntil(lambda: notice_of(shell).startswith("The sheet was not made"))
    assert opened_files == []


def open_beside(shell: Shell, qtbot: QtBot) -> None:
    """Wait for the preview, and open what it shows in the system's viewer."""
    qtbot.waitUntil(lambda: bool(shell.findChildren(PaperPreview)))
    (preview,) = shell.findChildren(PaperPreview)
    qtbot.waitUntil(lambda: preview.page_count > 0, timeout=10_000)
    preview.open_beside()
    qtbot.waitUntil(lambda: (preview._room.home / "temp" / "papers").exists(), timeout=10_000)
    preview.accept()


def codes_on(file: Path) -> set[str]:
    """Every code on every page of a PDF."""
    document = pypdfium2.PdfDocument(file)
    found = {
        code.text
        for page in document
        for code in zxingcpp.read_barcodes(page.render(scale=3).to_pil(), text_mode=zxingcpp.TextMode.Plain)
    }
    document.close()
    return found


@pytest.mark.parametrize("language", ["he", "en"])
def test_what_is_set_of_a_station_fits_the_smallest_one_without_scrolling(
    open_settings: OpenSettings, language: str, qtbot: QtBot
) -> None:
    shell, _ = open_settings(language)
    qtbot.wait(50)
    area = shell.inside.screen_shown.findChild(QScrollArea)
    inside = area.widget()
    assert inside is not None
    for name in ("printer_card", "sheets_card"):  # the rules of the shop stand below
        card = inside.findChild(QWidget, name)
        assert card.mapTo(inside, card.rect().bottomLeft()).y() <= area.viewport().height()
    for button in inside.findChildren(QPushButton):
        if button.isVisible():
            assert button.mapTo(inside, button.rect().bottomRight()).x() <= inside.width()
            assert button.width() >= button.minimumSizeHint().width(), button.text()


def test_settings_are_read_back_as_they_were_saved(tmp_path: Path) -> None:
    chosen = Settings(scanner_port="ttyACM0", scanner_device="0c2e:0b6a:17", scanner_speed=115_200, scan_gap_ms=20)
    save(tmp_path, chosen)
    assert load(tmp_path) == chosen
