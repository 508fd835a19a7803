"""Printing beside the work: what a printer does not take waits and is printed in order; nothing waits for a printer."""

import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from returns_desk.desktop.screens.settings_changes import change_settings
from returns_desk.desktop.shell import Shell
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.printing import LABELS, PAPERS, JobState, PaperKind, Route
from returns_desk.domain.snapshots.printing import JobSnapshot
from returns_desk.usecases.look_jobs import jobs
from returns_desk.usecases.queue_paper import queue_paper
from tests.desktop.printing.stations import LONG, ONE_PIECE, labels_to, mark_of, scan, station
from tests.printers import free_port, hs, label_printer

PIECE = "IT-1-000001"


def jobs_of(shell: Shell, qtbot: QtBot) -> tuple[JobSnapshot, ...]:
    """The queue as the store has it, in the order in which its jobs were made."""
    told: list[tuple[JobSnapshot, ...]] = []
    shell.runner.do(lambda desk: desk.read(jobs), told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    return tuple(sorted(told[0], key=lambda job: job.id))


def wait_for_states(shell: Shell, qtbot: QtBot, *states: JobState) -> tuple[JobSnapshot, ...]:
    """Wait until the jobs stand so."""
    qtbot.waitUntil(lambda: tuple(job.state for job in jobs_of(shell, qtbot)) == states, timeout=LONG)
    return jobs_of(shell, qtbot)


def queue(shell: Shell, kind: PaperKind, number: str) -> None:
    """Let something be printed, as a screen does."""
    shell.runner.do(lambda desk: desk.run(AT_THE_BENCH, queue_paper, kind, number).events, shell.runner.tell)


@pytest.mark.parametrize(("language", "said"), [("en", "Printer off, 2 waiting"), ("he", "המדפסת כבויה, ממתינים: 2")])
def test_a_printer_that_is_off_makes_the_mark_and_prints_in_order_once_it_is_there(
    sample_home: Path, qtbot: QtBot, language: str, said: str
) -> None:
    with station(sample_home, qtbot, labels_to(f"zpl://127.0.0.1:{free_port()}"), language) as shell:
        assert mark_of(shell) == ""
        scan(shell, qtbot, *ONE_PIECE, "DO-CLOSE")
        queue(shell, PaperKind.DAMAGE_LABEL, PIECE)
        qtbot.waitUntil(lambda: mark_of(shell) == said, timeout=LONG)
        with label_printer() as printer:
            change_settings(shell, routes=labels_to(printer.address))
            first, second = wait_for_states(shell, qtbot, JobState.PRINTED, JobState.PRINTED)
            qtbot.waitUntil(lambda: mark_of(shell) == "", timeout=LONG)
            assert len(printer.jobs) == 2
        assert first.printed_at is not None
        assert second.printed_at is not None
        assert first.printed_at < second.printed_at


@pytest.mark.parametrize(("language", "said"), [("en", "Out of paper, 1 waiting"), ("he", "נגמר הנייר, ממתינים: 1")])
def test_a_printer_without_paper_is_told_in_words(sample_home: Path, qtbot: QtBot, language: str, said: str) -> None:
    with (
        label_printer(hs(paper=1, pause=1)) as printer,
        station(sample_home, qtbot, labels_to(printer.address), language) as shell,
    ):
        scan(shell, qtbot, *ONE_PIECE, "DO-CLOSE")
        qtbot.waitUntil(lambda: mark_of(shell).startswith(said.split(",")[0]), timeout=LONG)
        assert mark_of(shell) == said


def test_scans_are_answered_while_a_printer_hangs(sample_home: Path, qtbot: QtBot) -> None:
    with (
        label_printer(takes=0, silent=True) as printer,
        station(sample_home, qtbot, labels_to(printer.address)) as shell,
    ):
        scan(shell, qtbot, *ONE_PIECE, "DO-CLOSE")
        wait_for_states(shell, qtbot, JobState.SENDING)
        begun = time.monotonic()
        scan(shell, qtbot, "RR402104123IL")
        assert time.monotonic() - begun < 2, "the printer would take five seconds to be given up"
        assert [job.state for job in jobs_of(shell, qtbot)] == [JobState.SENDING]


def test_a_printer_that_is_off_holds_up_no_other(sample_home: Path, qtbot: QtBot) -> None:
    with label_printer() as printer:
        routes = labels_to(f"zpl://127.0.0.1:{free_port()}") | {
            PaperKind.DAMAGE_LABEL.value: Route(printer.address),
            PAPERS: Route(),
        }
        with station(sample_home, qtbot, routes) as shell:
            scan(shell, qtbot, *ONE_PIECE, "DO-CLOSE")
            queue(shell, PaperKind.DAMAGE_LABEL, PIECE)
            waits, printed = wait_for_states(shell, qtbot, JobState.WAITING, JobState.PRINTED)
            assert (waits.kind, printed.kind) == (PaperKind.ITEM_LABEL, PaperKind.DAMAGE_LABEL)
            assert len(printer.jobs) == 1
            qtbot.waitUntil(lambda: mark_of(shell) == "Printer off, 1 waiting", timeout=LONG)


def test_papers_are_printed_beside_labels(sample_home: Path, qtbot: QtBot) -> None:
    with station(sample_home, qtbot, {}) as shell:
        queue(shell, PaperKind.SHEET, "COMMANDS")
        wait_for_states(shell, qtbot, JobState.PRINTED)
    assert [file.suffix for file in (sample_home / "papers").iterdir()] == [".pdf"]


def test_a_window_that_closes_waits_for_the_label_in_hand_and_notes_that_it_is_printed(
    sample_home: Path, qtbot: QtBot
) -> None:
    with label_printer() as printer:
        with station(sample_home, qtbot, labels_to(printer.address)) as shell:
            scan(shell, qtbot, *ONE_PIECE, "DO-CLOSE")
            qtbot.waitUntil(lambda: bool(printer.jobs), timeout=LONG)
        with station(sample_home, qtbot, labels_to(printer.address)) as shell:
            assert [job.state for job in jobs_of(shell, qtbot)] == [JobState.PRINTED]
        assert len(printer.jobs) == 1


def test_what_a_broken_line_left_unsure_makes_the_mark_also_after_a_restart(sample_home: Path, qtbot: QtBot) -> None:
    with label_printer(takes=300) as printer:
        with station(sample_home, qtbot, labels_to(printer.address)) as shell:
            scan(shell, qtbot, *ONE_PIECE, "DO-CLOSE")
            wait_for_states(shell, qtbot, JobState.UNSURE)
        with station(sample_home, qtbot, labels_to(printer.address)) as shell:
            qtbot.waitUntil(lambda: mark_of(shell) == "Perhaps printed: 1", timeout=LONG)


def test_the_same_routes_again_send_nothing_twice(sample_home: Path, qtbot: QtBot) -> None:
    with (
        label_printer() as printer,
        station(sample_home, qtbot, labels_to(printer.address)) as shell,
    ):
        scan(shell, qtbot, *ONE_PIECE, "DO-CLOSE")
        for copies in (2, 1):
            change_settings(shell, routes={LABELS: Route(printer.address, copies=copies)})
            assert shell.printing is not None
            shell.printing.try_now()
        wait_for_states(shell, qtbot, JobState.PRINTED)
        assert len(printer.jobs) == 1
