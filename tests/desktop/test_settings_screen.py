"""Settings: each change counts at once and is told to be remembered; labels, sheets and the port say how they stand."""

import os
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from returns_desk.app import desk_opener
from returns_desk.desktop.screens.settings import SettingsScreen
from returns_desk.desktop.shell import Shell
from returns_desk.desktop.window import build_shell
from returns_desk.domain.printing import LABELS, PaperKind, Route
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


@pytest.fixture
def shop_window(sample_home: Path, qtbot: QtBot) -> Iterator[Shell]:
    """A window on the sample shop, with a network printer where nobody answers."""
    settings = Settings(
        language="en", sounds=False, station="1", routes={LABELS: Route(f"zpl://127.0.0.1:{closed_port()}")}
    )
    shell = build_shell(settings, desk_opener(sample_home, settings, sample=True), sample_home)
    qtbot.addWidget(shell)
    shell.resize(1280, 720)
    with qtbot.waitSignal(shell.runner.opened, timeout=30_000):
        shell.show()
    shell.take_scan("ID-DANA-1")
    qtbot.waitUntil(lambda: shell.bench is not None and shell.bench.person is not None, timeout=30_000)
    yield shell
    shell.close()


def closed_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return cast(int, asked.getsockname()[1])


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


def test_an_address_of_a_printer_is_taken_with_or_without_its_port(open_settings: OpenSettings) -> None:
    shell, told = open_settings()
    press(shell, "printer_kind_zpl")
    assert told == [], "without an address there is no network printer"
    field = shell.findChild(QLineEdit, "printer_address")
    for text, address in (
        ("192.168.1.40", "zpl://192.168.1.40:9100"),
        ("labels.local:6101", "zpl://labels.local:6101"),
    ):
        field.setText(text)
        field.editingFinished.emit()
        assert told[-1].route(PaperKind.ITEM_LABEL).printer == address
    press(shell, "printer_kind_folder")
    assert told[-1].route(PaperKind.ITEM_LABEL).printer == "folder"


@pytest.mark.parametrize("text", ["http://printer/", "a b", "host:99999", "host:port"])
def test_something_that_is_no_address_is_said_and_not_kept(open_settings: OpenSettings, text: str) -> None:
    shell, told = open_settings()
    press(shell, "printer_kind_zpl")
    field = shell.findChild(QLineEdit, "printer_address")
    field.setText(text)
    field.editingFinished.emit()
    assert told == []
    assert notice_of(shell).startswith("This is no address of a printer")


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


def test_a_test_label_is_written_into_the_folder(open_settings: OpenSettings, qtbot: QtBot) -> None:
    shell, _ = open_settings()
    press(shell, "test_label")
    qtbot.waitUntil(lambda: notice_of(shell).startswith("The test label is in"))
    assert (shell.home / "labels" / "PA-TEST.pdf").read_bytes().startswith(b"%PDF")


def test_labels_that_a_printer_does_not_take_wait_with_the_reason_and_are_printed_later(
    shop_window: Shell, qtbot: QtBot
) -> None:
    for code in ("RR402101201IL", "7290011232016", "DO-D", "DO-OK"):
        shop_window.take_scan(code)
    qtbot.waitUntil(lambda: shop_window.runner.count == 0, timeout=30_000)
    waiting = shop_window.bench
    assert waiting is not None
    assert waiting.labels_waiting > 0
    shop_window.show_screen("settings")
    said = shop_window.findChild(QLabel, "labels_waiting")
    qtbot.waitUntil(lambda: "refused" in said.text(), timeout=10_000)
    with socket.create_server(("127.0.0.1", 0)) as printer:
        taken: list[bytes] = []
        hearing = threading.Thread(target=_take_label, args=(printer, taken))
        hearing.start()
        field = shop_window.findChild(QLineEdit, "printer_address")
        field.setText(f"127.0.0.1:{printer.getsockname()[1]}")
        field.editingFinished.emit()
        press(shop_window, "print_waiting")
        qtbot.waitUntil(lambda: said.text() == "No label waits", timeout=10_000)
        hearing.join(10)
    assert taken[0].startswith(b"^XA")


def _take_label(printer: socket.socket, taken: list[bytes]) -> None:
    printer.settimeout(10)
    line, _ = printer.accept()
    with line:
        pieces = []
        while piece := line.recv(65_536):
            pieces.append(piece)
    taken.append(b"".join(pieces))


def test_the_command_sheet_opens_in_the_systems_viewer(
    open_settings: OpenSettings, opened_files: list[str], qtbot: QtBot
) -> None:
    shell, _ = open_settings()
    press(shell, "command_sheet_open")
    qtbot.waitUntil(lambda: len(opened_files) == 1, timeout=10_000)
    assert "DO-UNDO" in codes_on(Path(opened_files[0]))


def test_badges_are_made_from_the_file_of_people(
    open_settings: OpenSettings, opened_files: list[str], qtbot: QtBot
) -> None:
    shell, _ = open_settings()
    shell.inside.screen_shown.findChild(QWidget, "sheets_card").make_badges(resource("sample", "people.csv"))
    qtbot.waitUntil(lambda: len(opened_files) == 1, timeout=10_000)
    assert {"ID-DANA-1", "ID-NOA-4"} <= codes_on(Path(opened_files[0]))


def test_a_file_that_holds_no_people_is_said_in_words(
    open_settings: OpenSettings, opened_files: list[str], qtbot: QtBot
) -> None:
    shell, _ = open_settings()
    shell.inside.screen_shown.findChild(QWidget, "sheets_card").make_badges(resource("sample", "products.csv"))
    qtbot.waitUntil(lambda: notice_of(shell).startswith("The sheet was not made"))
    assert opened_files == []


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
