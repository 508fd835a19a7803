"""Settings: checklists and guides by category, taken in from files; refused rows stand below with line and reason."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from returns_desk.desktop.screens.checklists_card import ChecklistsCard
from returns_desk.desktop.shell import Shell
from returns_desk.exchange.read_checklists import COLUMNS
from returns_desk.resources import resource
from tests.desktop.sample_settings import go_to_settings, shown


def sign_in(shell: Shell, badge: str, qtbot: QtBot) -> ChecklistsCard:
    go_to_settings(shell, badge, qtbot)
    card = shell.findChild(ChecklistsCard)
    qtbot.waitUntil(lambda: bool(shown(card, "checklists_table")), timeout=30_000)
    return card


@pytest.mark.parametrize(("window", "others"), [("he", "כל השאר"), ("en", "All others")], indirect=["window"])
def test_every_category_is_listed_with_its_checks_and_guides(window: Shell, others: str, qtbot: QtBot) -> None:
    card = sign_in(window, "ID-AVI-3", qtbot)
    rows = {row[0]: row for row in shown(card, "checklists_table")}
    assert set(rows) == {others, "beauty", "electronics", "kitchen", "phones and tablets", "textiles"}
    assert rows["kitchen"][3] == "A B C D E X"
    assert rows[others][1] == ""


def test_a_file_is_taken_in_and_what_was_refused_says_why(window: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    card = sign_in(window, "ID-AVI-3", qtbot)
    file = tmp_path / "mine.csv"
    lines = ("shoes,SOLE,הסוליה?,Sole?,,,,,,,,,", "hats,BRIM,שוליים,,measure,,,,9,3,,,")
    file.write_text("\n".join((",".join(COLUMNS), *lines)), encoding="utf-8")
    with qtbot.waitSignal(card.said, timeout=30_000) as told:
        card.files["checklists"].take(file)
    assert told.args[0] == "ask"
    qtbot.waitUntil(lambda: "shoes" in [row[0] for row in shown(card, "checklists_table")], timeout=30_000)
    [[line, why]] = shown(card, "checklists_refused")
    assert (line, "9 > 3" in why) == ("3", True)
    assert card.findChild(QPushButton, "checklists_import").isEnabled()


def test_a_file_that_is_no_table_is_said_in_words(window: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    card = sign_in(window, "ID-AVI-3", qtbot)
    file = tmp_path / "paper.csv"
    file.write_bytes(b"%PDF-1.7")
    with qtbot.waitSignal(card.said, timeout=30_000) as told:
        card.files["guides"].take(file)
    assert told.args[0] == "bad"
    assert shown(card, "checklists_refused") == []


def test_a_clerk_sees_the_lists_and_is_told_who_changes_them(window: Shell, qtbot: QtBot) -> None:
    card = sign_in(window, "ID-DANA-1", qtbot)
    qtbot.waitUntil(lambda: not card.findChild(QPushButton, "checklists_import").isEnabled(), timeout=30_000)


def test_the_example_that_is_saved_can_be_taken_in(window: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    card = sign_in(window, "ID-AVI-3", qtbot)
    with qtbot.waitSignal(card.said):
        card.files["guides"].save_example(tmp_path / "mine.csv")
    assert (tmp_path / "mine.csv").read_bytes() == resource("sample", "guides.csv").read_bytes()
    with qtbot.waitSignal(card.said) as told:
        card.files["guides"].save_example(tmp_path / "no" / "such" / "mine.csv")
    assert told.args[0] == "bad"
