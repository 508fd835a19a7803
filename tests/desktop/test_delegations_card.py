"""Settings: who signs for whom is shown to all, given and taken back with badge and PIN; Batches says for whom."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from returns_desk.desk import now_utc
from returns_desk.desktop.dialogs.approval import ApprovalDialog
from returns_desk.desktop.dialogs.entry import EntryDialog
from returns_desk.desktop.screens.delegations_card import DelegationsCard
from returns_desk.desktop.shell import Shell
from returns_desk.desktop.widgets.table import Table
from tests.desktop.sample_settings import go_to_settings, shown

NOA, AVI, PIN = "ID-NOA-4", "ID-AVI-3", "2580"


def card_of(shell: Shell, badge: str, qtbot: QtBot) -> DelegationsCard:
    go_to_settings(shell, badge, qtbot)
    shell.findChild(QPushButton, "settings_rules").click()
    return shell.findChild(DelegationsCard)


def sign(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ApprovalDialog), timeout=30_000)
    dialog = QApplication.activeModalWidget()
    dialog.findChild(QLineEdit, "approval_badge").setText(AVI)
    dialog.findChild(QLineEdit, "approval_pin").setText(PIN)
    dialog.findChild(QPushButton, "approval_sign").click()


def give(card: DelegationsCard, qtbot: QtBot, last: str) -> None:
    button = card.findChild(QPushButton, "delegation_give")
    qtbot.waitUntil(button.isEnabled, timeout=30_000)
    button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EntryDialog)
    dialog.take_scan(NOA)
    dialog.findChild(QLineEdit, "last").setText(last)
    dialog.findChild(QPushButton, "entry_go_on").click()
    sign(qtbot)


def told(card: DelegationsCard, qtbot: QtBot, act: Callable[[], None]) -> list[str]:
    with qtbot.waitSignal(card.said, timeout=30_000) as said:
        act()
    return list(said.args)


def test_a_right_is_given_and_taken_back(window: Shell, qtbot: QtBot) -> None:
    card = card_of(window, AVI, qtbot)
    tone, said = told(card, qtbot, lambda: give(card, qtbot, "2030-01-01"))
    assert (tone, "signs for" in said) == ("bad", False)  # more than a year
    tone, said = told(card, qtbot, lambda: give(card, qtbot, now_utc().astimezone().date().isoformat()))
    assert (tone, "signs for" in said) == ("ok", True)
    qtbot.waitUntil(lambda: len(shown(card, "delegations_table")) == 1, timeout=30_000)
    assert shown(card, "delegations_table")[0][-1] == "In force"
    revoke = card.findChild(QPushButton, "delegation_revoke")
    card.findChild(Table, "delegations_table").choose(0)
    qtbot.waitUntil(revoke.isEnabled, timeout=30_000)

    def take_back() -> None:
        revoke.click()
        sign(qtbot)

    assert told(card, qtbot, take_back)[0] == "ok"
    qtbot.waitUntil(lambda: shown(card, "delegations_table")[0][-1] == "Revoked", timeout=30_000)
    qtbot.waitUntil(lambda: not revoke.isEnabled(), timeout=30_000)


def test_a_clerk_sees_who_signs_and_is_told_who_changes_it(window: Shell, qtbot: QtBot) -> None:
    card = card_of(window, "ID-DANA-1", qtbot)
    button = card.findChild(QPushButton, "delegation_give")
    qtbot.waitUntil(lambda: not button.isEnabled() and bool(button.toolTip()), timeout=30_000)
