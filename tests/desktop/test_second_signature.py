"""A scan that one person may not sign alone: badge and PIN by real keys, then the same scan again, signed by two."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from returns_desk.app import desk_opener
from returns_desk.desktop.dialogs.approval import ApprovalDialog
from returns_desk.desktop.shell import Shell
from returns_desk.desktop.window import build_shell
from returns_desk.domain.grades import WantedOutcome
from returns_desk.domain.snapshots import ItemSnapshot
from returns_desk.settings import Settings
from tests.desktop.typing_by_machine import Keyboard

ESPRESSO = ("1Z5A7W210368412668", "7290011232030", "EM15-204417", "DO-D")


@pytest.fixture
def shell(sample_home: Path, qtbot: QtBot) -> Iterator[Shell]:
    """The sample shop, Dana signed in, an espresso machine of 799.00 in hand."""
    settings = Settings(language="en", sounds=False, station="1")
    made = build_shell(settings, desk_opener(sample_home, settings, sample=True), sample_home)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    with qtbot.waitSignal(made.runner.opened, timeout=30_000):
        made.show()
    made.activateWindow()
    for code in ("ID-DANA-1", *ESPRESSO):
        made.take_scan(code)
    qtbot.waitUntil(lambda: made.runner.count == 0, timeout=30_000)
    assert in_hand(made).grade is not None
    yield made
    made.close()


def in_hand(shell: Shell) -> ItemSnapshot:
    assert shell.bench is not None
    assert shell.bench.item is not None
    return shell.bench.item


def scan(shell: Shell, code: str) -> None:
    Keyboard(shell).scan(code)


def dialog(qtbot: QtBot) -> ApprovalDialog:
    """The one dialog, once it is open."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ApprovalDialog), timeout=30_000)
    found = QApplication.activeModalWidget()
    assert isinstance(found, ApprovalDialog)
    return found


def sign(shell: Shell, qtbot: QtBot, badge: str, pin: str) -> None:
    """Scan the badge into the dialog and type the PIN, with real keys."""
    keyboard = Keyboard(dialog(qtbot))
    keyboard.scan(badge)
    keyboard.write(pin, gap=200)
    keyboard.enter(after=400)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=30_000)
    qtbot.waitUntil(lambda: shell.runner.count == 0, timeout=30_000)


def test_badge_and_pin_do_the_scan_again_signed_by_two(shell: Shell, qtbot: QtBot) -> None:
    scan(shell, "DO-C-REFUND")
    asked = dialog(qtbot)
    assert "second signature" in asked.windowTitle()
    assert in_hand(shell).agreed is None
    sign(shell, qtbot, "ID-AVI-3", "2580")
    qtbot.waitUntil(lambda: in_hand(shell).agreed is WantedOutcome.REFUND, timeout=30_000)
    amount = in_hand(shell).agreed_amount
    assert amount is not None
    assert str(amount) == "799.00"
    assert "signed by" in shell.desk.band.title.text()
    assert shell.bench is not None
    assert shell.bench.person is not None
    assert shell.bench.person.name_en == "Dana Levi", "the clerk stays at the bench"


def test_a_wrong_pin_changes_nothing_and_says_so(shell: Shell, qtbot: QtBot) -> None:
    scan(shell, "DO-C-REFUND")
    sign(shell, qtbot, "ID-AVI-3", "1111")
    assert in_hand(shell).agreed is None
    assert "wrong" in shell.desk.band.title.text()


def test_whoever_is_no_supervisor_signs_nothing(shell: Shell, qtbot: QtBot) -> None:
    scan(shell, "DO-C-REFUND")
    sign(shell, qtbot, "ID-OMER-2", "2580")
    assert in_hand(shell).agreed is None


def test_another_amount_is_typed_by_hand_whatever_digit_it_begins_with(shell: Shell, qtbot: QtBot) -> None:
    for code in ("DO-HOLD", "DO-NEXT", "RR402100166IL", "7290011231088", "DO-B", "DO-C-REFUND"):
        shell.take_scan(code)
    qtbot.waitUntil(lambda: shell.runner.count == 0, timeout=30_000)
    assert str(in_hand(shell).agreed_amount) == "28.40"
    keyboard = Keyboard(shell)
    for amount in ("12.50", "25.00"):
        keyboard.write(amount, gap=250)
        keyboard.enter(after=400)
        qtbot.waitUntil(lambda amount=amount: str(in_hand(shell).agreed_amount) == amount, timeout=5_000)


def test_leaving_the_dialog_leaves_all_as_it_was(shell: Shell, qtbot: QtBot) -> None:
    scan(shell, "DO-C-REFUND")
    dialog(qtbot).reject()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=30_000)
    assert in_hand(shell).agreed is None


def test_two_refused_scans_ask_once(shell: Shell, qtbot: QtBot) -> None:
    for code in ("DO-C-REFUND", "DO-C-CREDIT"):
        shell.scans.submit(code)
    qtbot.waitUntil(lambda: shell.runner.count == 0, timeout=30_000)
    dialog(qtbot)
    assert len(shell.findChildren(ApprovalDialog)) == 1
    sign(shell, qtbot, "ID-AVI-3", "2580")
    assert in_hand(shell).agreed is WantedOutcome.REFUND


def test_what_was_signed_for_one_piece_is_never_done_to_another(shell: Shell, qtbot: QtBot) -> None:
    scan(shell, "DO-C-REFUND")
    dialog(qtbot)
    shell.scans.submit("DO-HOLD")  # it was on its way while the dialog opened: the piece leaves the hand
    qtbot.waitUntil(lambda: shell.runner.count == 0, timeout=30_000)
    sign(shell, qtbot, "ID-AVI-3", "2580")
    assert shell.bench is not None
    assert shell.bench.item is None
    assert "changed it" in shell.desk.band.title.text()


def test_when_the_dialog_goes_the_keys_come_back_to_the_window(shell: Shell, qtbot: QtBot) -> None:
    scan(shell, "DO-C-REFUND")
    asked = dialog(qtbot)
    asked.reject()
    qtbot.waitUntil(shell.isActiveWindow)
