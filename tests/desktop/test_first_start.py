"""The first start over a real, empty database, worked with real keys: sample shop, empty shop, server."""

import socket
import stat
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from returns_desk.app import desk_opener
from returns_desk.desk import Desk
from returns_desk.desktop.rail_count import RailCount
from returns_desk.desktop.screens.first_start_choices import WAYS
from returns_desk.desktop.server_attempt import ServerAttempt
from returns_desk.desktop.shell import Shell
from returns_desk.desktop.window import build_shell
from returns_desk.domain.beginnings import FirstPerson, NewShop
from returns_desk.domain.people import AT_THE_BENCH, OWNER, Role
from returns_desk.domain.printing import LABELS, PaperKind, Route
from returns_desk.domain.refusals import StoreRefused
from returns_desk.domain.snapshots import Company
from returns_desk.settings import Settings, load, save
from returns_desk.usecases import look
from returns_desk.usecases.join_server import PASSWORD_FILE
from returns_desk.usecases.sign_in import prove
from returns_desk.usecases.start_shop import begin_shop
from tests.desktop.typing_by_machine import Keyboard

PIN = "40417"
SHOP = NewShop(Company("Other house"), FirstPerson("Gal", "ID-GAL-7", "1357"))


class Window:
    """A window on a home folder, and what a person does with it."""

    def __init__(self, shell: Shell, home: Path, qtbot: QtBot) -> None:
        self.shell, self.home, self.qtbot = shell, home, qtbot
        self.keys = Keyboard(shell)

    def part(self, name: str) -> Any:
        """The part of this object name that is seen, once it is."""
        self.qtbot.waitUntil(lambda: self.sees(name))
        found = [part for part in self.shell.findChildren(QWidget, name) if part.isVisible()]
        return found[-1]

    def sees(self, name: str) -> bool:
        return any(part.isVisible() for part in self.shell.findChildren(QWidget, name))

    def press(self, key: int, text: str = "") -> None:
        self.keys.press(int(key), text, after=500)
        self.qtbot.wait(130)  # the wedge waits for a scanner's next sign

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return, "\r")

    def type_into(self, name: str, text: str) -> None:
        """Click into a field and type, as a person does."""
        self.part(name).setFocus()
        self.part(name).selectAll()
        self.keys.write(text, gap=150)
        self.qtbot.wait(130)

    def scan(self, text: str) -> None:
        self.keys.now += 1000
        self.keys.scan(text)
        self.qtbot.wait(130)

    def choose(self, way: str) -> None:
        number = WAYS.index(way) + 1
        self.press(ord(str(number)), str(number))

    def fill_shop(self, *, pin: str = PIN, again: str = PIN) -> None:
        self.choose("empty")
        for name, text in (("name", "Hat House"), ("company_number", "515123456"), ("phone", "04-8123456")):
            self.type_into(name, text)
        self.type_into("supervisor", "Rut")
        self.type_into("pin", pin)
        self.type_into("pin_again", again)

    def wait_for_desk(self) -> None:
        self.qtbot.waitUntil(lambda: self.shell.inside.screen_name == "desk", timeout=10_000)

    def wrong(self, name: str) -> str:
        return str(self.part(f"{name}_wrong").text())


Open = Callable[..., Window]


@pytest.fixture
def start(tmp_path: Path, qtbot: QtBot) -> Iterator[Open]:
    """Open a window on the home folder: ``start(language)``; the first start has come when it is given back."""
    shells: list[Shell] = []

    def build(language: str = "en", *, database: str = "", fails: bool = False) -> Window:
        settings = Settings(language=language, sounds=False, database=database)
        shell = build_shell(settings, desk_opener(tmp_path, settings, sample=False), tmp_path)
        shell.settings_changed.connect(lambda changed: save(tmp_path, changed))
        shells.append(shell)
        qtbot.addWidget(shell)
        shell.resize(1280, 720)
        with qtbot.waitSignal(shell.runner.failed if fails else shell.runner.opened, timeout=10_000):
            shell.show()
        qtbot.waitUntil(lambda: shell.inside.screen_name == "first_start", timeout=5_000)
        shell.activateWindow()
        return Window(shell, tmp_path, qtbot)

    yield build
    for shell in shells:
        shell.close()


class Viewer(QObject):
    """Takes files in the place of the system's viewer."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def show_file(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def viewer() -> Iterator[Viewer]:
    made = Viewer()
    QDesktopServices.setUrlHandler("file", made, "show_file")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def looked_at(home: Path) -> Desk:
    """A second door to the same database."""
    return desk_opener(home, Settings(), sample=False)()


def text_of(window: Window) -> str:
    """All that is written below the home folder but the database, as one text."""
    files = [path for path in window.home.rglob("*") if path.is_file() and not path.name.startswith("returns.db")]
    return "".join(path.read_text(encoding="utf-8", errors="replace") for path in files)


@pytest.mark.parametrize("language", ["en", "he"])
def test_the_sample_shop_is_filled_and_its_badges_sign_in(start: Open, viewer: Viewer, language: str) -> None:
    window = start(language)
    window.choose("sample")
    window.qtbot.waitUntil(lambda: window.sees("to_desk"), timeout=10_000)
    window.part("open_sheet").click()
    assert [path.name for path in viewer.opened] == ["scan-me.pdf"]
    assert viewer.opened[0].is_file()
    window.scan("ID-DANA-1")
    window.wait_for_desk()
    window.qtbot.waitUntil(lambda: window.shell.bench is not None and window.shell.bench.person is not None)
    assert window.shell.drafts["first_start"] == {}


def test_enter_leads_from_the_badges_to_the_desk(start: Open) -> None:
    window = start()
    window.choose("sample")
    window.qtbot.waitUntil(lambda: window.sees("to_desk"), timeout=10_000)
    window.enter()
    window.wait_for_desk()
    assert window.shell.desk.band.title.text() == "Scan your badge"


def test_until_a_shop_is_begun_nothing_else_comes_to_the_front(start: Open) -> None:
    window = start()
    window.keys.press(int(Qt.Key.Key_1), "1", Qt.KeyboardModifier.AltModifier, after=500)
    window.scan("ID-DANA-1")
    window.shell.show_screen("desk")
    window.shell.scans.look_again()
    window.qtbot.wait(200)
    assert window.shell.inside.screen_name == "first_start"
    assert not looked_at(window.home).read(look.is_begun)


def test_a_begun_shop_meets_no_first_start(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(language="en", sounds=False)
    desk_opener(tmp_path, settings, sample=True)().close()
    shell = build_shell(settings, desk_opener(tmp_path, settings, sample=False), tmp_path)
    qtbot.addWidget(shell)
    with qtbot.waitSignal(shell.runner.opened):
        shell.show()
    heard: list[object] = []
    shell.runner.do(lambda _: None, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    qtbot.wait(100)
    assert shell.inside.screen_name == "desk"
    shell.close()


@pytest.mark.parametrize("language", ["en", "he"])
def test_an_empty_shop_begins_with_a_scanned_badge(start: Open, language: str) -> None:
    window = start(language)
    window.fill_shop()
    window.scan("ID-RUT-9")
    window.qtbot.waitUntil(lambda: window.part("pin").hasFocus())
    assert window.part("badge").text() == "ID-RUT-9"
    window.enter()
    window.wait_for_desk()
    desk = looked_at(window.home)
    assert desk.read(look.shop_name) == "Hat House"
    assert [(row.name, row.role, row.language) for row in desk.read(look.people)] == [("Rut", Role.ADMIN, language)]
    assert desk.run(AT_THE_BENCH, prove, "ID-RUT-9", PIN).answer.proven
    desk.close()
    assert window.shell.drafts["first_start"] == {}
    assert PIN not in text_of(window)
    assert "RUT" not in text_of(window)
    assert load(window.home).route(PaperKind.ITEM_LABEL).printer == "folder"
    window.scan("ID-RUT-9")
    window.qtbot.waitUntil(lambda: window.shell.bench is not None and window.shell.bench.person is not None)


def test_a_label_printer_is_taken_with_the_shop_and_what_is_no_address_is_told(start: Open) -> None:
    window = start()
    window.fill_shop()
    window.scan("ID-RUT-9")
    window.type_into("label_printer", "a b")
    window.enter()
    assert window.wrong("label_printer").startswith("Write a name or number with its port")
    window.type_into("label_printer", "192.0.2.7")
    window.enter()
    window.wait_for_desk()
    assert window.shell.settings.routes == {LABELS: Route("zpl://192.0.2.7:9100")}


def test_a_made_badge_is_shown_and_printed_on_a_sheet(start: Open, viewer: Viewer) -> None:
    window = start()
    window.fill_shop()
    window.part("make_badge").click()
    code = window.part("badge").text()
    assert len(code) == 16
    window.enter()
    window.qtbot.waitUntil(lambda: window.sees("to_desk"), timeout=10_000)
    sheet = window.home / "sheets" / "badges-en.pdf"
    window.qtbot.waitUntil(sheet.exists)
    window.part("open_sheet").click()
    window.qtbot.waitUntil(lambda: viewer.opened == [sheet])
    page = PdfReader(sheet).pages[0].extract_text()
    assert code in page
    assert PIN not in page
    window.scan(code)
    window.wait_for_desk()
    window.qtbot.waitUntil(lambda: window.shell.bench is not None and window.shell.bench.person is not None)


def test_what_does_not_fit_is_said_at_its_field_and_nothing_typed_is_lost(start: Open) -> None:
    window = start()
    window.fill_shop(pin="123", again="124")
    window.type_into("phone", "ring")
    window.scan("7290011232016")
    window.enter()
    assert window.wrong("phone") == "Digits, with + in front or - between them"
    assert window.wrong("badge") == "A badge begins with ID- and has only A-Z, 0-9 and -"
    assert window.wrong("pin") == "A PIN has 4 to 12 digits"
    assert not window.sees("name_wrong")
    assert window.part("phone").hasFocus()
    assert window.part("phone").accessibleDescription() == window.wrong("phone")
    assert [window.part(name).text() for name in ("name", "phone", "pin", "pin_again")] == [
        "Hat House",
        "ring",
        "123",
        "124",
    ]
    window.type_into("phone", "0")
    assert not window.sees("phone_wrong")
    assert not looked_at(window.home).read(look.is_begun)


def test_two_different_pins_are_told(start: Open) -> None:
    window = start()
    window.fill_shop(again="40418")
    window.scan("ID-RUT-9")
    window.enter()
    assert window.wrong("pin_again") == "The two PINs differ"
    assert not looked_at(window.home).read(look.is_begun)


def test_another_language_colours_and_the_way_back_lose_nothing(start: Open) -> None:
    window = start()
    window.fill_shop()
    window.part("first_language_he").click()
    assert window.shell.words.language == "he"
    assert window.part("name").text() == "Hat House"
    assert window.part("pin").text() == PIN
    window.part("theme").click()
    assert window.part("name").text() == "Hat House"
    window.press(Qt.Key.Key_Escape)
    assert window.sees("begin_sample")
    window.choose("empty")
    assert window.part("pin_again").text() == PIN
    assert load(window.home).language == "he"


def test_a_shop_that_another_station_began_meanwhile_is_not_begun_again(start: Open) -> None:
    window = start()
    window.fill_shop()
    window.scan("ID-RUT-9")
    beside = looked_at(window.home)
    beside.run(OWNER, begin_shop, SHOP)
    window.enter()
    window.qtbot.waitUntil(lambda: "belongs to" in window.part("notice").accessibleName(), timeout=10_000)
    assert window.part("name").text() == "Hat House"
    assert beside.read(look.shop_name) == "Other house"
    beside.close()


@pytest.mark.parametrize("way", ["choices", "empty", "server"])
def test_everything_is_reached_by_tab_and_has_a_name(start: Open, way: str) -> None:
    window = start()
    if way != "choices":
        window.choose(way)
    screen = window.shell.inside.screen_shown
    wanted = {
        part
        for part in screen.findChildren(QWidget)
        if isinstance(part, QLineEdit | QAbstractButton) and part.isVisible() and part.focusPolicy()
    }
    assert wanted
    assert all(part.accessibleName() or part.text() for part in wanted)  # type: ignore[attr-defined]
    reached = set()
    for _ in range(40):
        before = QApplication.focusWidget()
        window.keys.press(int(Qt.Key.Key_Tab), "\t", after=500)
        window.qtbot.waitUntil(lambda before=before: QApplication.focusWidget() is not before)
        reached.add(QApplication.focusWidget())
        if wanted <= reached:
            break
    window.qtbot.wait(150)  # the wedge has stopped waiting for more
    assert wanted <= reached


def test_enter_presses_the_button_to_which_tab_came(start: Open) -> None:
    window = start()
    window.part("begin_server").setFocus()
    window.enter()
    assert window.sees("server_address")
    window.part("form_back").setFocus()
    window.enter()
    assert window.sees("begin_server")


@pytest.mark.parametrize("size", [(960, 600), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("way", ["empty", "server"])
def test_the_forms_fit_without_running_out_at_the_side(start: Open, way: str, size: tuple[int, int]) -> None:
    window = start("he")
    window.shell.resize(*size)
    window.choose(way)
    window.qtbot.wait(50)
    for part in window.shell.inside.screen_shown.findChildren(QLineEdit):
        left = part.mapTo(window.shell, part.rect().topLeft()).x()
        assert left >= 0
        assert left + part.width() <= window.shell.width()
        assert part.width() >= 120


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("nonsense", "This is no address of a server"),
        ("postgresql+psycopg://desk:s3cret@127.0.0.1:9/returns", "No database server answers"),
        ("postgresql+psycopg://desk:s3cret@no-such-computer.invalid/returns", "No computer is called"),
    ],
)
def test_a_server_that_cannot_be_joined_is_told_and_nothing_is_lost(start: Open, address: str, said: str) -> None:
    window = start()
    window.choose("server")
    window.part("server_address").setText(address)
    window.part("server_address").textEdited.emit(address)
    window.part("form_go_on").click()
    window.qtbot.waitUntil(lambda: said in window.part("notice").accessibleName(), timeout=20_000)
    assert "s3cret" not in window.part("notice").accessibleName()
    assert said in window.wrong("server_address")
    assert window.part("server_address").text() == address
    assert window.part("form_go_on").isEnabled()
    assert "s3cret" not in text_of(window)
    assert load(window.home).database == ""


@pytest.mark.postgres
@pytest.mark.parametrize("keep", [False, True])
def test_a_server_is_joined_its_shop_begun_and_its_password_kept_only_if_wished(
    start: Open, postgresql_url: str, keep: bool
) -> None:
    window = start()
    window.choose("server")
    window.type_into("server_password", "s3cret")
    window.part("server_address").setText(postgresql_url)
    window.part("server_keep").setChecked(keep)
    window.part("form_go_on").click()
    window.qtbot.waitUntil(lambda: bool(load(window.home).database), timeout=20_000)
    window.qtbot.waitUntil(lambda: window.sees("begin_sample"), timeout=10_000)  # no shop was begun there yet
    window.fill_shop()
    window.scan("ID-RUT-9")
    window.enter()
    window.wait_for_desk()
    window.scan("ID-RUT-9")
    window.qtbot.waitUntil(lambda: window.shell.bench is not None and window.shell.bench.person is not None)
    settings = load(window.home)
    joined = desk_opener(window.home, settings, sample=False)()
    assert joined.database.on_postgres
    assert joined.read(look.shop_name) == "Hat House"
    joined.close()
    assert not looked_at(window.home).read(look.is_begun)  # the file beside it is as it was
    assert "s3cret" not in str(tomllib.loads((window.home / "settings.toml").read_text(encoding="utf-8")))
    file = window.home / PASSWORD_FILE
    assert file.exists() is keep
    assert not keep or stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_server_that_is_gone_at_the_start_may_be_given_another_address(start: Open) -> None:
    window = start(database="postgresql+psycopg://desk:s3cret@127.0.0.1:9/returns", fails=True)
    assert window.part("server_address").text() == "postgresql+psycopg://desk@127.0.0.1:9/returns"
    assert "No database server answers" in window.part("notice").accessibleName()
    assert not window.sees("form_back")
    window.press(Qt.Key.Key_Escape)
    assert window.sees("server_address")


@pytest.mark.postgres
def test_a_station_whose_server_was_gone_goes_on_once_it_is_there(start: Open, postgresql_url: str) -> None:
    window = start(database="postgresql+psycopg://desk@127.0.0.1:9/returns", fails=True)
    window.part("server_address").setText(postgresql_url)
    with window.qtbot.waitSignal(window.shell.runner.opened, timeout=20_000):
        window.part("form_go_on").click()
    window.qtbot.waitUntil(lambda: window.sees("begin_sample"), timeout=10_000)
    window.choose("sample")
    window.qtbot.waitUntil(lambda: window.sees("to_desk"), timeout=20_000)


def test_a_server_that_says_nothing_is_given_up_after_a_while(start: Open) -> None:
    window = start()
    room = window.shell.inside.screen_shown._room
    with socket.create_server(("127.0.0.1", 0)) as silent:
        attempt = ServerAttempt(room, window.shell, deadline_ms=100)
        with window.qtbot.waitSignal(attempt.refused, timeout=3_000) as heard:
            attempt.begin(f"desk@127.0.0.1:{silent.getsockname()[1]}/returns", "", keep=False)
        assert heard.args == [StoreRefused("unreachable")]


def test_before_a_shop_is_begun_nothing_is_counted(start: Open) -> None:
    window = start()
    counts = window.shell.findChild(RailCount)
    assert not any(timer.isActive() for timer in counts.findChildren(QTimer))
