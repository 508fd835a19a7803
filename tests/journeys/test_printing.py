"""A morning with a printer that is off: the clerk scans on, sees the mark, opens the queue, all comes out."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from returns_desk.desktop.screens.printing.page import PrintersPage
from returns_desk.domain.printing import JobState
from tests.desktop.printing.stations import LONG, ONE_PIECE, labels_to, mark_of, press, scan, station
from tests.desktop.printing.test_print_drain import jobs_of, wait_for_states
from tests.desktop.printing.test_printers_page import shown, write
from tests.printers import free_port, label_printer


@pytest.mark.parametrize(
    ("language", "mark", "why"),
    [
        ("en", "Printer off, 1 waiting", "The printer is off, or not on the network"),
        ("he", "המדפסת כבויה, ממתינים: 1", "המדפסת כבויה או לא מחוברת לרשת"),
    ],
)
def test_a_label_waits_for_its_printer_and_comes_out_when_it_is_there(
    sample_home: Path, qtbot: QtBot, language: str, mark: str, why: str
) -> None:
    with station(sample_home, qtbot, labels_to(f"zpl://127.0.0.1:{free_port()}"), language) as shell:
        scan(shell, qtbot, *ONE_PIECE, "DO-CLOSE")
        qtbot.waitUntil(lambda: mark_of(shell) == mark, timeout=LONG)
        band = shell.findChild(QWidget, "band")
        assert mark not in band.accessibleName(), "the desk goes on undisturbed"
        shell.activateWindow()
        qtbot.waitUntil(shell.isActiveWindow)
        qtbot.keyClick(shell, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda: shell.findChild(PrintersPage) is not None, timeout=LONG)
        page = shell.findChild(PrintersPage)
        qtbot.waitUntil(lambda: [row[3].split("\n")[0] for row in shown(page, "queue_table")] == [why], timeout=LONG)
        with label_printer() as printer:
            write(page, "route_address", f"127.0.0.1:{printer.port}")
            wait_for_states(shell, qtbot, JobState.PRINTED)
            qtbot.waitUntil(lambda: mark_of(shell) == "", timeout=LONG)
            qtbot.waitUntil(page.findChild(QWidget, "queue_reprint").isEnabled, timeout=LONG)
            press(shell, "queue_reprint")
            wait_for_states(shell, qtbot, JobState.PRINTED, JobState.PRINTED)
            assert [job.copy for job in jobs_of(shell, qtbot)] == [0, 1]
            assert len(printer.jobs) == 2
