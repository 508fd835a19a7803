"""The side of the desk: the parcel's facts, what is in the box, what waits, and the notes that are taken of it."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from returns_desk.desktop.dialogs.parcel_facts import ParcelFactsDialog
from returns_desk.desktop.screens.bench_view import BenchView
from returns_desk.desktop.screens.panels.box_lines import LineMark, box_lines, plates
from returns_desk.desktop.screens.panels.parcel_card import is_far_off
from returns_desk.desktop.screens.panels.waiting_card import due_tone
from returns_desk.desktop.shell import Shell
from returns_desk.domain.events import ItemLookedUp
from returns_desk.domain.parcels import OuterCondition, ParcelFacts, ParcelState
from returns_desk.domain.snapshots import WaitingParcel
from returns_desk.wording import Words
from tests.desktop.arrivals import UNKNOWN, three_returns, unknown_parcel
from tests.desktop.benches import a_bench, waiting_for_decision
from tests.desktop.conftest import OpenShell
from tests.desktop.typing_by_machine import CONTROL

TODAY = date(2026, 11, 22)


def seen(shell: Shell) -> str:
    return " ".join(label.text() for label in shell.findChildren(QLabel) if label.isVisible())


def test_the_lines_of_three_returns_stand_under_their_heads_and_what_is_odd_is_marked() -> None:
    bench = three_returns()
    assert bench.parcel is not None
    lines = box_lines(Words("en"), bench.parcel, bench.item)
    assert [(line.mark, line.count) for line in lines] == [
        (LineMark.RETURN, ""),
        (LineMark.DONE, "1/1"),
        (LineMark.DONE, "40/40"),
        (LineMark.RETURN, ""),
        (LineMark.IN_HAND, "1/2"),
        (LineMark.RETURN, ""),
        (LineMark.WAITS, "0/1"),
        (LineMark.ODD, "× 3"),
    ]
    unmarked = str.maketrans("", "", "\u2068\u2069\u200e\u200f")
    assert lines[5].name.translate(unmarked) == "RMA-3 · Dalia · VIP"
    assert "More than announced" in lines[-1].below


def test_what_did_not_come_is_missing_once_the_box_is_closed_or_empty() -> None:
    bench = three_returns()
    assert bench.parcel is not None
    for ended in (replace(bench.parcel, state=ParcelState.CLOSED), replace(bench.parcel, empty=True)):
        assert [line.mark for line in box_lines(Words("en"), ended, None)].count(LineMark.MISSING) == 2


def test_of_many_plates_the_first_are_told_and_how_many_more_there_are() -> None:
    assert plates(f"IT-{number}" for number in range(40)) == "IT-0, IT-1 +38"
    assert plates(["IT-1"]) == "IT-1"


def test_three_returns_of_one_box_are_all_told_with_their_customers_and_their_last_days(open_shell: OpenShell) -> None:
    shell, _, _ = open_shell(three_returns())
    told = seen(shell)
    for fact in ("RMA-1", "RMA-2", "RMA-3", "Michal", "Yossi", "Dalia", "VIP", "2026-11-20", "weight!"):
        assert fact in told
    assert "2 of 3" in told.replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize(
    ("weight", "expected", "off"), [(1000, 1000, False), (1250, 1000, False), (1251, 1000, True), (500, None, False)]
)
def test_a_weight_is_far_off_beyond_a_quarter(weight: int, expected: int | None, off: bool) -> None:
    assert is_far_off(weight, expected) is off


def test_what_is_due_soon_stands_out() -> None:
    days = (None, date(2026, 11, 21), TODAY, date(2026, 11, 25), date(2026, 11, 26))
    assert [due_tone(day, TODAY) for day in days] == ["", "bad", "bad", "ask", ""]


def test_the_free_desk_tells_what_is_due_and_leads_to_the_exceptions(open_shell: OpenShell) -> None:
    waiting = WaitingParcel("RR1", ParcelState.ANNOUNCED, "Michal", True, ("כבל",), ("Cable",), date(2026, 12, 4))
    shell, _, _ = open_shell(replace(a_bench(), parcels_waiting=(waiting,), exceptions_waiting=7))
    model = shell.findChild(QTableView, "waiting_parcels").model()
    assert [model.index(0, column).data() for column in range(5)] == ["RR1", "Cable", "Michal", "2026-12-04", "VIP"]
    button = shell.findChild(QPushButton, "waiting_exceptions")
    assert button.isVisible()
    assert "7" in button.text()


def test_ctrl_e_asks_for_the_facts_of_the_box_and_keeps_them(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(unknown_parcel())
    keyboard.press(0x5E7, "ק", CONTROL)
    qtbot.waitUntil(lambda: bool(shell.findChildren(QDialog, "parcel_facts_dialog")))
    dialog = shell.findChild(ParcelFactsDialog, "parcel_facts_dialog")
    dialog.findChild(QLineEdit, "sender").setText("Mizrahi, Haifa")
    dialog.findChild(QLineEdit, "weight").setText("1,42")
    dialog.findChild(QPushButton, "condition_wet").click()
    dialog.findChild(QPushButton, "facts_keep").click()
    qtbot.waitUntil(lambda: len(desk.steps) == 1 and shell.runner.count == 0)
    facts = ParcelFacts("Mizrahi, Haifa", OuterCondition.WET, 1420)
    assert desk.steps == [("describe_parcel", "PA-2-000318", facts)]


def test_an_sscc_goes_where_it_belongs_and_a_number_that_is_none_is_said(qtbot: QtBot) -> None:
    dialog = ParcelFactsDialog(Words("en"), UNKNOWN)
    qtbot.addWidget(dialog)
    dialog.show()
    told: list[object] = []
    dialog.entered.connect(told.append)
    dialog.take_scan("00106141412345678908")
    assert dialog.findChild(QLineEdit, "sscc").text() == "106141412345678908"
    dialog.findChild(QLineEdit, "weight").setText("heavy")
    dialog.findChild(QPushButton, "facts_keep").click()
    assert told == []
    assert dialog.findChild(QLabel, "weight_wrong").isVisible()


def test_a_piece_that_is_only_told_about_can_be_shown_whole(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(a_bench())
    told = ItemLookedUp(number="IT-2-004511", product="כבל", product_en="Cable", stands="gone")
    desk.events["IT-2-004511"] = (told,)
    keyboard.scan("IT-2-004511")
    qtbot.waitUntil(lambda: shell.findChild(QPushButton, "band_offer") is not None)
    went: list[tuple[str, str]] = []
    shell.desk.screen_wanted.disconnect()
    shell.desk.screen_wanted.connect(lambda name, number: went.append((name, number)))
    keyboard.enter(after=600)
    qtbot.waitUntil(lambda: went == [("items", "IT-2-004511")])


def test_the_offer_goes_when_the_next_thing_is_said(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, _, _ = open_shell(a_bench())
    band = shell.desk.band
    band.offer("Show it whole", "Enter")
    assert band.findChild(QWidget, "band_offer").isVisible()
    band.show_band("ok", "Ready", "")
    assert not band.findChild(QWidget, "band_offer").isVisible()


def test_a_box_of_many_customers_leaves_room_for_what_is_in_it(open_shell: OpenShell) -> None:
    waiting = WaitingParcel("RR1", ParcelState.ANNOUNCED, "Michal, Uri, Tamar", False, ("כבל",), ("Cable",))
    shell, _, _ = open_shell(replace(a_bench(), parcels_waiting=(waiting,)))
    assert shell.findChild(QTableView, "waiting_parcels").model().index(0, 2).data() == "Michal +2"


@pytest.mark.parametrize("language", ["he", "en"])
def test_a_piece_in_hand_is_seen_also_when_its_parcel_was_finished_before(
    open_shell: OpenShell, qtbot: QtBot, language: str
) -> None:
    waiting = WaitingParcel("RR1", ParcelState.ANNOUNCED, "Michal", False, ("כבל",), ("Cable",))
    bench = replace(waiting_for_decision(), parcel=None, parcels_waiting=(waiting,))
    shell, desk, keyboard = open_shell(bench, language=language)
    for name in ("grade_D", "disposition_supplier", "outcome_refund", "more_acts", "note_wanted"):
        assert shell.findChild(QPushButton, name).isVisible()
    assert not shell.findChild(QTableView, "waiting_parcels").isVisible()
    keyboard.press(int(Qt.Key.Key_1), "", CONTROL)
    qtbot.waitUntil(lambda: desk.scans == ["DO-C-REFUND"] and shell.runner.count == 0)
    qtbot.waitUntil(lambda: shell.findChild(BenchView).verticalScrollBar().maximum() == 0)
