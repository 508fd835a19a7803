"""Settings: the shop's bins with what lies there, taken in from a file, and dropped."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from returns_desk.desktop.screens.places_card import PlacesCard
from returns_desk.desktop.shell import Shell
from returns_desk.desktop.widgets.table import Table
from tests.desktop.sample_settings import go_to_settings, shown


def sign_in(shell: Shell, badge: str, qtbot: QtBot) -> PlacesCard:
    go_to_settings(shell, badge, qtbot)
    card = shell.findChild(PlacesCard)
    qtbot.waitUntil(lambda: bool(shown(card, "places_table")), timeout=30_000)
    return card


@pytest.mark.parametrize(("window", "cage"), [("he", "לספק"), ("en", "For the supplier")], indirect=["window"])
def test_every_place_is_listed_with_what_lies_there(window: Shell, cage: str, qtbot: QtBot) -> None:
    card = sign_in(window, "ID-AVI-3", qtbot)
    rows = {row[0]: row for row in shown(card, "places_table")}
    assert cage in rows["RTV-1"][2]
    assert rows["OB-C-1"][3:] == ["kitchen", "0"]


def test_a_file_is_taken_in_and_what_was_refused_says_why(window: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    card = sign_in(window, "ID-AVI-3", qtbot)
    file = tmp_path / "mine.csv"
    file.write_text("code,status\nK-1,open box\nK-2,nowhere\n", encoding="utf-8")
    with qtbot.waitSignal(card.said, timeout=30_000) as told:
        card.files.take(file)
    assert told.args[0] == "ask"
    qtbot.waitUntil(lambda: "K-1" in [row[0] for row in shown(card, "places_table")], timeout=30_000)
    [[line, why]] = shown(card, "places_refused")
    assert (line, "nowhere" in why) == ("3", True)
    assert card.findChild(QPushButton, "places_import").isEnabled()


def test_the_example_is_a_file_that_can_be_taken_in(window: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    card = sign_in(window, "ID-AVI-3", qtbot)
    card.files.save_example(tmp_path / "example.csv")
    with qtbot.waitSignal(card.said, timeout=30_000) as told:
        card.files.take(tmp_path / "example.csv")
    assert told.args[0] == "ok"


def test_a_place_is_dropped_and_one_that_products_need_is_not(window: Shell, qtbot: QtBot) -> None:
    card = sign_in(window, "ID-AVI-3", qtbot)
    codes = [row[0] for row in shown(card, "places_table")]
    table, drop = card.findChild(Table, "places_table"), card.findChild(QPushButton, "places_drop")
    for code, tone in (("B-14-2", "bad"), ("OB-H-1", "ok")):
        table.selectRow(codes.index(code))
        qtbot.waitUntil(drop.isEnabled, timeout=30_000)
        with qtbot.waitSignal(card.said, timeout=30_000) as told:
            drop.click()
        assert told.args[0] == tone
    qtbot.waitUntil(lambda: shown(card, "places_table")[-1][0] == "OB-H-1", timeout=30_000)


def test_a_clerk_sees_the_places_and_why_they_stay(window: Shell, qtbot: QtBot) -> None:
    card = sign_in(window, "ID-DANA-1", qtbot)
    qtbot.waitUntil(lambda: not card.findChild(QPushButton, "places_import").isEnabled(), timeout=30_000)
    assert card.findChild(QPushButton, "places_import").toolTip()


def test_the_labels_of_one_place_and_of_all_go_to_the_printer(window: Shell, qtbot: QtBot) -> None:
    card = sign_in(window, "ID-AVI-3", qtbot)
    one, every = card.findChild(QPushButton, "places_label"), card.findChild(QPushButton, "places_labels")
    assert not one.isEnabled()
    card.findChild(Table, "places_table").selectRow(0)
    qtbot.waitUntil(one.isEnabled, timeout=30_000)
    for button, count in ((one, 1), (every, len(shown(card, "places_table")))):
        with qtbot.waitSignal(card.said, timeout=30_000) as told:
            button.click()
        assert told.args == ["ok", window.words("Labels on their way to the printer: {count}", count=count)]
        qtbot.waitUntil(every.isEnabled, timeout=30_000)
