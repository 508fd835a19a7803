"""The Settings screen of a real window on the sample shop: how to get there, what a table there shows."""

from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from returns_desk.desktop.shell import Shell
from returns_desk.desktop.widgets.table import Table


def go_to_settings(shell: Shell, badge: str, qtbot: QtBot) -> None:
    """Sign in with a badge and bring Settings to the front."""
    shell.take_scan(badge)
    qtbot.waitUntil(lambda: shell.bench is not None and shell.bench.person is not None, timeout=30_000)
    shell.findChild(QToolButton, "nav_settings").click()


def shown(card: QWidget, table: str) -> list[list[str]]:
    """The texts of a table, row by row."""
    model = card.findChild(Table, table).rows_model
    return [[column.text(row) for column in model.columns] for row in model.rows]
