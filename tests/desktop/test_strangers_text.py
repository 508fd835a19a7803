"""What strangers wrote is shown sign by sign: never markup, never a key of a button."""

from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.tips import plain_tip

SMITH = "Smith & Sons <b>O'Neill</b>\nJaffa <img src='file:///etc/passwd'>"


def test_a_tip_shows_markup_as_it_was_written(qtbot: QtBot) -> None:
    shown = QTextDocument()
    shown.setHtml(plain_tip(SMITH))
    assert shown.toPlainText() == SMITH
    assert plain_tip("5 pieces") == "5 pieces"


def test_an_ampersand_is_no_key_of_a_button(qtbot: QtBot) -> None:
    button = push_button("Charger & cable")
    qtbot.addWidget(button)
    assert (button.shortcut().isEmpty(), button.accessibleName()) == (True, "Charger & cable")
