"""Settings: notices of recalls, taken in from files and withdrawn; and the red band at the scan, with the low buzz."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from returns_desk.desktop.screens.recalls_card import RecallsCard
from returns_desk.desktop.shell import Shell
from returns_desk.desktop.widgets.band import BandBar
from returns_desk.desktop.widgets.table import Table
from returns_desk.resources import resource
from tests.desktop.sample_settings import go_to_settings, shown

KETTLE = "7290011232016"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    lines = ("number,code,lot,serial_from,serial_to", f"R-17,{KETTLE},L5,,", f"R-18,{KETTLE},,200,100", "R-19,XX-9,,,")
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def sign_in(shell: Shell, badge: str, qtbot: QtBot) -> RecallsCard:
    go_to_settings(shell, badge, qtbot)
    shell.findChild(QPushButton, "settings_recalls").click()
    return shell.findChild(RecallsCard)


def take(card: RecallsCard, file: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.said, timeout=30_000) as told:
        card.files.take(file)
    assert told.args[0] == "ask"
    qtbot.waitUntil(lambda: len(shown(card, "recalls_table")) == 2, timeout=30_000)


def test_a_file_is_taken_in_and_rows_to_look_at_stand_below(window: Shell, file: Path, qtbot: QtBot) -> None:
    card = sign_in(window, "ID-AVI-3", qtbot)
    take(card, file, qtbot)
    assert [row[0] for row in shown(card, "recalls_told")] == ["3", "4"]
    rows = {row[0]: row for row in shown(card, "recalls_table")}
    assert rows["R-17"][2] == "Lot \u2068L5\u2069"
    assert rows["R-19"][1] == "not in the catalogue"


def test_the_chosen_notice_is_withdrawn(window: Shell, file: Path, qtbot: QtBot) -> None:
    card = sign_in(window, "ID-AVI-3", qtbot)
    take(card, file, qtbot)
    button = card.findChild(QPushButton, "recalls_withdraw")
    assert not button.isEnabled()
    card.findChild(Table, "recalls_table").choose(0)
    qtbot.waitUntil(button.isEnabled, timeout=30_000)
    button.click()
    qtbot.waitUntil(lambda: shown(card, "recalls_table")[0][-1] == "withdrawn", timeout=30_000)
    qtbot.waitUntil(lambda: not button.isEnabled(), timeout=30_000)


def test_a_clerk_sees_the_notices_and_is_told_who_changes_them(window: Shell, qtbot: QtBot) -> None:
    card = sign_in(window, "ID-DANA-1", qtbot)
    qtbot.waitUntil(lambda: not card.findChild(QPushButton, "recalls_import").isEnabled(), timeout=30_000)


def test_the_example_that_is_saved_is_the_samples(window: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    card = sign_in(window, "ID-AVI-3", qtbot)
    with qtbot.waitSignal(card.said):
        card.files.save_example(tmp_path / "example.csv")
    assert (tmp_path / "example.csv").read_bytes() == resource("sample", "recalls.csv").read_bytes()
    with qtbot.waitSignal(card.said) as told:
        card.files.save_example(tmp_path / "no" / "such" / "example.csv")
    assert told.args[0] == "bad"


class Heard:
    """Keeps which sounds were wanted."""

    def __init__(self) -> None:
        self.sounds: list[str] = []

    def say_yes(self) -> None:
        self.sounds.append("yes")

    def say_no(self) -> None:
        self.sounds.append("no")


@pytest.mark.parametrize(("window", "word"), [("he", "ריקול"), ("en", "RECALLED")], indirect=["window"])
def test_a_recalled_item_turns_the_band_red_and_buzzes_though_it_is_done(
    window: Shell, word: str, file: Path, qtbot: QtBot
) -> None:
    take(sign_in(window, "ID-AVI-3", qtbot), file, qtbot)
    window.show_screen("desk")
    heard = Heard()
    window.sounds = heard  # type: ignore[assignment]
    band = window.findChild(BandBar)
    for scanned in ("RR402101201IL", f"(01)0{KETTLE}(10)L5"):
        window.take_scan(scanned)
    qtbot.waitUntil(lambda: word in band.title.text(), timeout=30_000)
    assert band.property("tone") == "bad"
    assert heard.sounds == ["yes", "no"]
    assert window.bench is not None
    assert window.bench.item is None
    window.take_scan("DO-NEXT")
    qtbot.waitUntil(lambda: band.property("tone") != "bad", timeout=30_000)


def lot_in_hand(window: Shell) -> str:
    return window.bench.item.lot if window.bench and window.bench.item else ""


@pytest.mark.parametrize("typed", ["L6", f"(01)0{KETTLE}(10)L6"])
def test_lot_and_last_day_of_the_item_in_hand_are_typed(window: Shell, typed: str, qtbot: QtBot) -> None:
    for scanned in ("ID-DANA-1", "RR402101201IL", KETTLE):
        window.take_scan(scanned)
    qtbot.waitUntil(lambda: window.bench is not None and window.bench.item is not None, timeout=30_000)
    window.findChild(QPushButton, "marks_open").click()
    for name, written in (("lot", typed), ("expires", "2027-12-31")):
        window.findChild(QLineEdit, name).setText(written)
    window.findChild(QPushButton, "entry_go_on").click()
    qtbot.waitUntil(
        lambda: window.bench is not None and window.bench.item is not None and window.bench.item.lot == "L6"
    )
    assert window.bench is not None
    assert window.bench.item is not None
    assert window.bench.item.expires == date(2027, 12, 31)
