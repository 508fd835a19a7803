"""The page of printers: what is chosen counts at once, what does not fit is said below it, and the queue is settled."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from returns_desk.desktop.screens.printing.page import PrintersPage
from returns_desk.desktop.screens.settings import SettingsScreen
from returns_desk.desktop.shell import Shell
from returns_desk.desktop.widgets.pick import Pick
from returns_desk.desktop.widgets.table import Table
from returns_desk.domain.printing import JobState, PaperKind, Route
from tests.desktop.printing.stations import LONG, ONE_PIECE, labels_to, mark_of, plain, press, scan, station
from tests.desktop.printing.test_print_drain import jobs_of, wait_for_states
from tests.printers import free_port, hs, label_printer


def open_page(shell: Shell) -> PrintersPage:
    """Bring the page to the front."""
    shell.show_screen("settings")
    press(shell, "settings_printers")
    return shell.findChild(PrintersPage)


def choose(page: PrintersPage, name: str, value: str) -> None:
    """Pick a value by hand."""
    pick = page.findChild(Pick, name)
    pick.setCurrentIndex(pick.findData(value))
    pick.activated.emit(pick.currentIndex())


def write(page: PrintersPage, name: str, text: str) -> None:
    """Type into a field and leave it."""
    field = page.findChild(QLineEdit, name)
    field.setText(text)
    field.editingFinished.emit()


def wrong(page: PrintersPage, name: str) -> str:
    """What is said below a field."""
    return page.findChild(QLabel, f"{name}_wrong").text()


def shown(page: PrintersPage, table: str) -> list[list[str]]:
    """The texts of a table."""
    model = page.findChild(Table, table).rows_model
    return [[plain(column.text(row)) for column in model.columns] for row in model.rows]


def notice_of(shell: Shell) -> str:
    screen = shell.inside.screen_shown
    assert isinstance(screen, SettingsScreen)
    return plain(screen.notice.text.text())


def test_an_address_is_taken_with_or_without_its_port_and_the_folder_is_the_way_back(
    sample_home: Path, qtbot: QtBot
) -> None:
    with station(sample_home, qtbot, {}) as shell:
        page = open_page(shell)
        choose(page, "route_printer", "zpl")
        assert shell.settings.routes == {}, "without an address there is no network printer"
        for text, address in (("192.0.2.4", "zpl://192.0.2.4:9100"), ("labels.local:6101", "zpl://labels.local:6101")):
            write(page, "route_address", text)
            assert shell.settings.route(PaperKind.ITEM_LABEL).printer == address
        choose(page, "route_printer", "folder")
        assert shell.settings.route(PaperKind.ITEM_LABEL).printer == "folder"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("zpl", "http://printer/"),
        ("zpl", "a b"),
        ("zpl", "host:99999"),
        ("zpl", "host:port"),
        ("raw", "usb"),
        ("folder", "labels"),
    ],
)
def test_what_is_no_address_is_said_below_the_field_and_not_kept(
    sample_home: Path, qtbot: QtBot, kind: str, text: str
) -> None:
    with station(sample_home, qtbot, {}) as shell:
        page = open_page(shell)
        if kind != "folder":
            choose(page, "route_printer", kind)
        write(page, "route_address", text)
        assert wrong(page, "route_address")
        assert shell.settings.routes == {}
        assert page.findChild(QPushButton, "print_trial").isEnabled() is (kind == "folder")


def test_copies_sizes_and_dots_count_at_once_and_nonsense_does_not(sample_home: Path, qtbot: QtBot) -> None:
    with station(sample_home, qtbot, {}) as shell:
        page = open_page(shell)
        write(page, "route_copies", "2")
        choose(page, "route_size", "free")
        write(page, "route_own_size", "80x40")
        choose(page, "route_dpi", "300")
        choose(page, "route_language", "he")
        assert shell.settings.route(PaperKind.BIN_LABEL) == Route(copies=2, size="80x40", dpi=300, language="he")
        for field, text in (("route_copies", "0"), ("route_copies", "many"), ("route_own_size", "5x5")):
            write(page, field, text)
            assert wrong(page, field)
        assert shell.settings.route(PaperKind.BIN_LABEL).copies == 2


def test_a_kind_gets_a_printer_of_its_own_and_goes_with_its_family_again(sample_home: Path, qtbot: QtBot) -> None:
    with station(sample_home, qtbot, labels_to("zpl://192.0.2.1:9100")) as shell:
        page = open_page(shell)
        choose(page, "own_route", PaperKind.CARTON_LABEL.value)
        assert shell.settings.routes[PaperKind.CARTON_LABEL.value].printer == "zpl://192.0.2.1:9100"
        write(page, "route_address", "192.0.2.2")
        assert shell.settings.route(PaperKind.CARTON_LABEL).printer == "zpl://192.0.2.2:9100"
        assert shell.settings.route(PaperKind.ITEM_LABEL).printer == "zpl://192.0.2.1:9100"
        assert [row[0] for row in shown(page, "routes_table")] == ["All labels", "All papers", "Carton label"]
        press(shell, "join_route")
        assert shell.settings.route(PaperKind.CARTON_LABEL).printer == "zpl://192.0.2.1:9100"


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", ["Out of paper", "Ready to print"]), ("he", ["נגמר הנייר", "מוכנה להדפסה"])],
)
def test_each_printer_says_how_it_is(sample_home: Path, qtbot: QtBot, language: str, said: list[str]) -> None:
    with (
        label_printer(hs(paper=1)) as printer,
        station(sample_home, qtbot, labels_to(printer.address), language) as shell,
    ):
        page = open_page(shell)
        qtbot.waitUntil(lambda: [row[2] for row in shown(page, "routes_table")] == said, timeout=LONG)
        printer.answers[:] = [hs()]
        press(shell, "ask_printers")
        qtbot.waitUntil(lambda: shown(page, "routes_table")[0][2] == said[1], timeout=LONG)


def test_a_test_label_and_the_calibration_are_written_into_the_folder(sample_home: Path, qtbot: QtBot) -> None:
    with station(sample_home, qtbot, {}) as shell:
        page = open_page(shell)
        press(shell, "print_trial")
        qtbot.waitUntil(lambda: notice_of(shell).startswith("The test label is in"), timeout=LONG)
        press(shell, "print_calibration")
        qtbot.waitUntil(lambda: (sample_home / "labels" / "calibration.pdf").exists(), timeout=LONG)
        page.board.choose("papers")
        press(shell, "print_trial")
        qtbot.waitUntil(lambda: notice_of(shell).startswith("The test page is in"), timeout=LONG)
        for file in ("labels/PA-TEST.pdf", "papers/calibration.pdf"):
            assert (sample_home / file).read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(("language", "why"), [("en", "The printer is off"), ("he", "המדפסת כבויה")])
def test_a_test_label_that_no_printer_takes_says_why_and_leaves_out_what_the_system_says_in_english(
    sample_home: Path, qtbot: QtBot, language: str, why: str
) -> None:
    with station(sample_home, qtbot, labels_to(f"zpl://127.0.0.1:{free_port()}"), language) as shell:
        open_page(shell)
        press(shell, "print_trial")
        qtbot.waitUntil(lambda: why in notice_of(shell), timeout=LONG)
        assert "refused" not in notice_of(shell)


def test_what_was_said_of_a_test_print_is_gone_on_another_page(sample_home: Path, qtbot: QtBot) -> None:
    with station(sample_home, qtbot, {}) as shell:
        open_page(shell)
        press(shell, "print_trial")
        qtbot.waitUntil(lambda: notice_of(shell).startswith("The test label is in"), timeout=LONG)
        press(shell, "settings_papers")
        assert not shell.findChild(SettingsScreen).notice.isVisibleTo(shell)


@pytest.mark.parametrize("language", ["en", "he"])
def test_a_job_is_cancelled_printed_all_the_same_and_printed_again_as_a_copy(
    sample_home: Path, qtbot: QtBot, language: str
) -> None:
    with station(sample_home, qtbot, labels_to(f"zpl://127.0.0.1:{free_port()}"), language) as shell:
        scan(shell, qtbot, *ONE_PIECE, "DO-CLOSE")
        qtbot.waitUntil(lambda: bool(mark_of(shell)), timeout=LONG)
        shell.go_to("settings", "print_queue")
        page = shell.findChild(PrintersPage)
        qtbot.waitUntil(lambda: len(shown(page, "queue_table")) == 1, timeout=LONG)
        press(shell, "queue_cancel")
        wait_for_states(shell, qtbot, JobState.CANCELLED)
        qtbot.waitUntil(lambda: mark_of(shell) == "", timeout=LONG)
        with label_printer() as printer:
            page.board.take(printer=printer.address)
            qtbot.waitUntil(page.findChild(QPushButton, "queue_reprint").isEnabled, timeout=LONG)
            press(shell, "queue_reprint")
            wait_for_states(shell, qtbot, JobState.PRINTED)
            qtbot.waitUntil(lambda: page.queue.job is not None and page.queue.job.state is JobState.PRINTED)
            qtbot.waitUntil(page.findChild(QPushButton, "queue_reprint").isEnabled, timeout=LONG)
            press(shell, "queue_reprint")
            first, again = wait_for_states(shell, qtbot, JobState.PRINTED, JobState.PRINTED)
            assert (first.copy, again.copy, len(printer.jobs)) == (0, 1, 2)


@pytest.mark.parametrize(("way", "state", "sent"), [("printed", JobState.PRINTED, 0), ("lost", JobState.PRINTED, 1)])
def test_whoever_looked_says_whether_it_is_on_paper(
    sample_home: Path, qtbot: QtBot, way: str, state: JobState, sent: int
) -> None:
    with label_printer(takes=300) as broken, station(sample_home, qtbot, labels_to(broken.address)) as shell:
        scan(shell, qtbot, *ONE_PIECE, "DO-CLOSE")
        qtbot.waitUntil(lambda: mark_of(shell) == "Perhaps printed: 1", timeout=LONG)
        with label_printer() as printer:
            page = open_page(shell)
            page.board.take(printer=printer.address)
            qtbot.waitUntil(lambda: shell.findChild(QPushButton, f"queue_{way}") is not None, timeout=LONG)
            press(shell, f"queue_{way}")
            [job] = wait_for_states(shell, qtbot, state)
            assert (job.copy, len(printer.jobs)) == (sent, sent)
            qtbot.waitUntil(lambda: mark_of(shell) == "", timeout=LONG)


def test_what_rests_is_tried_at_once_when_somebody_asks(sample_home: Path, qtbot: QtBot) -> None:
    with label_printer(hs(paper=1)) as printer, station(sample_home, qtbot, labels_to(printer.address)) as shell:
        scan(shell, qtbot, *ONE_PIECE, "DO-CLOSE")
        qtbot.waitUntil(lambda: mark_of(shell) == "Out of paper, 1 waiting", timeout=LONG)
        page = open_page(shell)
        qtbot.waitUntil(lambda: any("next try at" in row[3] for row in shown(page, "queue_table")), timeout=LONG)
        printer.answers[:] = [hs()]
        press(shell, "queue_now")
        wait_for_states(shell, qtbot, JobState.PRINTED)
        assert len(jobs_of(shell, qtbot)) == 1


def test_the_first_page_says_where_labels_go_and_opens_the_page(sample_home: Path, qtbot: QtBot) -> None:
    with station(sample_home, qtbot, labels_to("zpl://192.0.2.1:9100")) as shell:
        shell.show_screen("settings")
        assert plain(shell.findChild(QLabel, "where_labels").text()) == "Label printer on the network · 192.0.2.1:9100"
        press(shell, "open_printers")
        assert shell.findChild(PrintersPage).isVisible()


def test_a_size_for_sheets_is_offered_for_papers_only(sample_home: Path, qtbot: QtBot) -> None:
    with station(sample_home, qtbot, {}) as shell:
        page = open_page(shell)
        sizes = page.findChild(QComboBox, "route_size")
        assert sizes.findData("100x150") >= 0
        page.board.choose("papers")
        assert (sizes.findData("100x150"), sizes.findData("Letter") >= 0) == (-1, True)
