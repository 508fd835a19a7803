"""The constants survive what the wheels of PySide6 do to them on Python 3.11."""

import sys

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from returns_desk.desktop.lasting_constants import keep_constants_alive


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="from Python 3.12 on these never die anyway")
def test_none_outlives_a_long_day_of_showing_and_hiding(qtbot: QtBot) -> None:
    keep_constants_alive()
    widget = QWidget()
    qtbot.addWidget(widget)
    for _ in range(200_000):
        widget.setVisible(False)
    assert min(sys.getrefcount(constant) for constant in (None, True, False)) > 1_000_000
