"""The decision at the real window by real key events: five ways with their money, at once after every key."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent
from PySide6.QtWidgets import QApplication, QLabel

from returns_desk.desktop.screens.panels.decision_card import DecisionCard
from returns_desk.desktop.screens.panels.way_popup import WayPopup
from returns_desk.domain.grades import Grade
from returns_desk.domain.items import Disposition, OverrideReason, StockStatus
from returns_desk.domain.snapshots import ItemSnapshot
from returns_desk.usecases import look
from returns_desk.wording import Words
from returns_desk.wording.options import say_way
from tests.desktop.stocked import OpenWindow, Window

CLERK, UNKNOWN, KETTLE = "ID-OMER-2", "JD014600006281234567", "7290011232016"
GRADES = {"1": Grade.A, "2": Grade.B, "3": Grade.C, "4": Grade.D, "5": Grade.E}
WAYS = {
    StockStatus.AVAILABLE: "disposition_restock",
    StockStatus.OPEN_BOX: "disposition_open_box",
    StockStatus.SUPPLIER_RETURN: "disposition_supplier",
    StockStatus.DONATION: "disposition_donate",
    StockStatus.RECYCLING: "disposition_recycle",
}


@pytest.fixture(params=["he", "en"])
def window(open_window: OpenWindow, request: pytest.FixtureRequest) -> Window:
    """A window in a language, a kettle in hand."""
    made = open_window(request.param, person=CLERK, prepare=lambda _desk: None)
    for text in (CLERK, "DO-NEXT", "DO-OK", UNKNOWN, KETTLE):
        made.keys.scan(text)
        made.settle()
    return made


def advised(window: Window) -> StockStatus | None:
    """What the rule advises now, as the store says."""
    bench = window.shell.bench
    assert bench is not None
    found = bench.recommendation
    return found.advised.becomes if found and found.advised else None


def filled(window: Window) -> list[str]:
    """The ways that stand out on the card."""
    return [name for name in WAYS.values() if window.part(name).property("chosen") == "true"]


def press(window: Window, digit: str) -> None:
    """Press one digit as a person does, and wait for its grade."""
    window.keys.write(digit)
    window.qtbot.waitUntil(lambda: grade_in_hand(window) is GRADES[digit])
    window.settle()


def grade_in_hand(window: Window) -> Grade | None:
    bench = window.shell.bench
    return bench.item.grade if bench is not None and bench.item is not None else None


def words_on(window: Window, name: str) -> str:
    return " ".join(label.text() for label in window.part(name).findChildren(QLabel) if label.text())


def newest_item(window: Window) -> ItemSnapshot:
    item: Any = window.desk.read(look.items, None, 1).rows[0]
    assert isinstance(item, ItemSnapshot)
    return item


def test_each_grade_key_changes_the_advised_way_at_once(window: Window) -> None:
    seen = []
    for digit in GRADES:
        press(window, digit)
        way = advised(window)
        assert way is not None
        assert filled(window) == [WAYS[way]]
        seen.append(way)
    assert len(set(seen)) > 2


def test_a_finding_changes_the_advised_way_at_once_and_back(window: Window) -> None:
    press(window, "1")
    before = filled(window)
    for expected in (["disposition_recycle"], before):
        window.keys.scan("DO-F-UNSAFE")
        window.settle()
        assert filled(window) == expected


def test_a_quantity_multiplies_the_money_of_every_way_at_once(window: Window) -> None:
    press(window, "1")
    one = words_on(window, "disposition_restock")
    window.keys.press(int(Qt.Key.Key_F2), after=500)
    window.keys.write("40", gap=200)
    window.keys.enter(after=300)
    window.qtbot.waitUntil(lambda: words_on(window, "disposition_restock") != one)
    forty = words_on(window, "disposition_restock")
    bench = window.shell.bench
    assert bench is not None
    assert bench.recommendation is not None
    way = bench.recommendation.becoming(StockStatus.AVAILABLE)
    assert Words(window.shell.settings.language).money(way.net) in forty


def test_a_blocked_way_stays_and_says_why(window: Window) -> None:
    press(window, "4")
    for name in WAYS.values():
        assert window.part(name).isVisible()
    bench = window.shell.bench
    assert bench is not None
    assert bench.recommendation is not None
    [block] = bench.recommendation.becoming(StockStatus.AVAILABLE).blocks
    assert Words(window.shell.settings.language).name(block) in words_on(window, "disposition_restock")


def test_the_key_of_restocking_stands_at_the_way_that_it_takes(window: Window) -> None:
    press(window, "1")
    assert ("F5" in words_on(window, "disposition_restock").split(), advised(window)) == (True, StockStatus.AVAILABLE)
    press(window, "2")
    assert advised(window) is StockStatus.OPEN_BOX
    assert "F5" in words_on(window, "disposition_open_box").split()
    window.keys.press(int(Qt.Key.Key_F5), after=500)
    window.qtbot.waitUntil(lambda: newest_item(window).disposition is not None)
    assert newest_item(window).stock is StockStatus.OPEN_BOX


def test_open_box_has_a_key_of_its_own_and_asks_why_where_as_new_is_advised(window: Window) -> None:
    press(window, "1")
    window.keys.press(int(Qt.Key.Key_F5), modifiers=Qt.KeyboardModifier.ShiftModifier, after=500)
    window.qtbot.waitUntil(lambda: window.shell.bench is not None and window.shell.bench.question is not None)
    window.settle()
    heading = window.shell.findChild(DecisionCard).heading.text()
    words = Words(window.shell.settings.language)
    assert words("Restock as open box") in heading.replace("\u2068", "").replace("\u2069", "")
    window.keys.scan("DO-O-WORSE")
    window.settle()
    item = newest_item(window)
    assert (item.disposition, item.stock) == (Disposition.RESTOCK, StockStatus.OPEN_BOX)
    assert OverrideReason.WORSE_THAN_GRADE.value == "WORSE"


def test_the_whole_explanation_comes_with_the_focus_and_goes_with_it(window: Window) -> None:
    press(window, "1")
    button = window.part("disposition_restock")
    popup = window.shell.findChild(WayPopup)
    QApplication.sendEvent(button, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    window.qtbot.waitUntil(popup.isVisible)
    bench = window.shell.bench
    assert bench is not None
    assert bench.recommendation is not None
    way = bench.recommendation.becoming(StockStatus.AVAILABLE)
    words = Words(window.shell.settings.language)
    assert words.money(way.net) in popup.text
    assert popup.geometry().bottom() < popup.parentWidget().height()
    QApplication.sendEvent(button, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert not popup.isVisible()
    inside = QPointF(5, 5)
    QApplication.sendEvent(button, QEnterEvent(inside, inside, QPointF(button.mapToGlobal(QPoint(5, 5)))))
    window.qtbot.waitUntil(popup.isVisible)
    assert say_way(words, way) == button.accessibleName()
