"""The Items screen over a real database: find anything while typing, and the whole life of what was found."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from returns_desk.desk import Desk
from returns_desk.domain.events import LabelQueued
from returns_desk.domain.snapshots import ItemSnapshot
from returns_desk.usecases import look
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.wording import Words
from tests.desktop.stocked import (
    AVI,
    DANA,
    OpenWindow,
    Window,
    numbers,
    open_window,
    proven,
    scan,
    stocked_template,
    submit_all,
)

__all__ = ["open_window", "stocked_template"]

OMER = "ID-OMER-2"


def newest(desk: Desk) -> list[ItemSnapshot]:
    return [item for item in desk.read(look.items).rows if isinstance(item, ItemSnapshot)]


def approve_all(desk: Desk) -> None:
    submit_all(desk)
    for number in numbers(desk):
        desk.run(proven(desk), approve_batch, number)  # one proof is for one act


def found(window: Window) -> list[str]:
    return [row.number for row in window.part("found").rows_model.rows]


def said_in_timeline(window: Window) -> list[str]:
    return [label.text() for label in window.part("timeline").findChildren(QLabel) if label.isVisible()]


def look_for(window: Window, text: str) -> None:
    """Type into the box as a person does, and wait for the answer."""
    window.keys.write(text, gap=150)
    window.qtbot.waitUntil(lambda: window.part("find").text() == text)
    window.qtbot.wait(120)
    window.settle()


@pytest.mark.parametrize("language", ["he", "en"])
def test_with_an_empty_box_the_newest_items_stand_there_and_the_first_is_shown(
    open_window: OpenWindow, language: str
) -> None:
    window = open_window(language)
    screen = window.show("items")
    items = newest(window.desk)
    assert found(window) == [item.number for item in items][: len(found(window))]
    assert items[0].number in screen._thing.accessibleName()


def test_ctrl_k_leads_to_the_box_from_another_screen(open_window: OpenWindow) -> None:
    window = open_window()
    window.show("batches")
    window.keys.press(int(Qt.Key.Key_K), "\x0b", Qt.KeyboardModifier.ControlModifier, after=500)
    window.qtbot.waitUntil(lambda: window.shell.inside.screen_name == "items")
    assert QApplication.focusWidget() is window.part("find")


@pytest.mark.parametrize("language", ["he", "en"])
def test_typing_finds_by_the_beginnings_of_words(open_window: OpenWindow, language: str) -> None:
    window = open_window(language)
    window.show("items")
    wanted = newest(window.desk)[-1]
    look_for(window, wanted.number.lower())
    assert found(window) == [wanted.number]
    words = Words(language)
    assert words("1 result") in [label.text().split(" · ")[0].strip("\u2068\u2069") for label in chips(window)]


def chips(window: Window) -> list[QLabel]:
    return [label for label in window.shell.inside.screen_shown.findChildren(QLabel) if " · " in label.text()]


def test_a_customers_name_finds_items_and_returns(open_window: OpenWindow) -> None:
    window = open_window("he")
    window.show("items")
    wanted = next(item for item in newest(window.desk) if item.customer)
    look_for(window, wanted.customer)
    assert wanted.number in found(window)
    assert wanted.rma in found(window)


def test_up_and_down_choose_while_the_cursor_stays_in_the_box(open_window: OpenWindow) -> None:
    window = open_window()
    screen = window.show("items")
    screen.show_number("")
    window.keys.press(int(Qt.Key.Key_Down), "", after=500)
    window.qtbot.wait(150)
    window.settle()
    assert found(window)[1] in screen._thing.accessibleName()
    assert QApplication.focusWidget() is window.part("find")


def test_the_timeline_goes_from_the_parcel_to_the_approval_and_says_what_waits(open_window: OpenWindow) -> None:
    window = open_window(prepare=approve_all)
    screen = window.show("items")
    item = next(item for item in newest(window.desk) if item.batch)
    screen.show_number(item.number)
    window.settle()
    said = [text.replace("\u2068", "").replace("\u2069", "") for text in said_in_timeline(window)]
    story = [text for text in said if item.parcel in text or item.batch in text or "Grade D" in text]
    order = [place for place, text in enumerate(story) if "received" in text or "Grade" in text or "approved" in text]
    assert f"Parcel {item.parcel} received" in said
    assert any(text.startswith(f"Batch {item.batch} approved") for text in said)
    assert len(order) >= 3
    assert order == sorted(order)
    assert said[-1] == "Waits: approval, shipping, credit"


def test_nothing_found_teaches_how_to_look(open_window: OpenWindow) -> None:
    window = open_window()
    screen = window.show("items")
    look_for(window, "zzzz")
    said = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]
    assert any("zzzz" in text for text in said)
    window.keys.press(int(Qt.Key.Key_Escape), "", after=500)
    window.qtbot.waitUntil(lambda: window.part("find").text() == "")
    window.qtbot.wait(120)
    window.settle()
    assert found(window)


def test_of_several_questions_the_last_one_is_answered(open_window: OpenWindow) -> None:
    window = open_window()
    screen = window.show("items")
    first, last = newest(window.desk)[0], newest(window.desk)[-1]
    for text in (first.number, "zzzz", last.number):
        screen.box.setText(text)
        screen._ask()
    window.settle()
    window.qtbot.waitUntil(lambda: found(window) == [last.number])


def test_a_scanned_label_is_looked_for_and_a_badge_goes_to_the_desk(open_window: OpenWindow) -> None:
    window = open_window()
    window.show("items")
    wanted = newest(window.desk)[-1]
    window.keys.now += 1000
    window.keys.scan(wanted.number)
    window.settle()
    assert found(window) == [wanted.number]
    window.keys.scan("ID-NOA-4")
    window.settle()
    assert window.shell.inside.screen_name == "desk"


def test_the_label_is_printed_again(open_window: OpenWindow) -> None:
    window = open_window()
    screen = window.show("items")
    number = found(window)[0]
    window.part("label_again").click()
    window.settle()
    last = window.desk.read(look.timeline_of, "item", number)[-1].event
    assert isinstance(last, LabelQueued)
    assert last.again
    assert screen.notice.isVisible()


def test_one_goes_from_an_item_to_its_batch_and_to_its_parcel(open_window: OpenWindow) -> None:
    window = open_window()
    screen = window.show("items")
    item = next(item for item in newest(window.desk) if item.batch)
    screen.show_number(item.number)
    window.settle()
    window.part("go_parcel").click()
    window.settle()
    assert item.parcel in screen._thing.accessibleName()
    screen.show_number(item.number)
    window.settle()
    window.part("go_batch").click()
    window.settle()
    assert window.shell.inside.screen_name == "batches"
    assert window.shell.inside.screen_shown.batch.row.number == item.batch


@pytest.mark.parametrize("language", ["he", "en"])
def test_a_product_shows_what_is_here_of_it_and_what_moved_last(open_window: OpenWindow, language: str) -> None:
    window = open_window(language)
    screen = window.show("items")
    item = next(item for item in newest(window.desk) if item.batch)
    screen.show_number(item.number)
    window.settle()
    window.part("go_product").click()
    window.settle()
    words = Words(language)
    assert found(window)[0] == item.product.sku
    assert item.product.name_in(language) in screen._thing.accessibleName()
    said = [label.text() for label in screen._thing.findChildren(QLabel) if label.isVisible()]
    assert words("Last stock movements") in said
    assert any(words.name(item.stock) in text for text in said)
    assert any(item.number in text and words.name(item.stock) in text for text in said_in_timeline(window))


def test_a_barcode_leads_to_its_product(open_window: OpenWindow) -> None:
    window = open_window()
    window.show("items")
    window.keys.now += 1000
    window.keys.scan("7290011232016")
    window.settle()
    assert found(window)[0] == "KX-17"


@pytest.mark.parametrize("screen", ["items", "batches"])
def test_what_comes_from_the_store_is_never_markup(open_window: OpenWindow, screen: str) -> None:
    window = open_window()
    shown = window.show(screen)
    markup = [label.text() for label in shown.findChildren(QLabel) if label.textFormat() != Qt.TextFormat.PlainText]
    assert not [text for text in markup if text]


def say_all(window: Window) -> str:
    said = " ".join(label.text() for label in window.shell.findChildren(QLabel) if label.isVisible())
    return said.replace("\u2068", "").replace("\u2069", "")


def back_buttons(window: Window) -> list[QPushButton]:
    buttons = window.part("timeline").findChildren(QPushButton)
    return [button for button in buttons if button.objectName().startswith("take_back_")]


def leave_as_it_is(desk: Desk) -> None:
    """Nothing more is done before the window opens: the batches still gather."""


def graded_one(desk: Desk) -> ItemSnapshot:
    return next(item for item in newest(desk) if item.grade is not None)


def test_a_piece_inspected_again_is_in_hand_at_the_desk_and_shows_both_looks(open_window: OpenWindow) -> None:
    window = open_window("en", OMER, prepare=leave_as_it_is)
    number = graded_one(window.desk).number
    window.show("items")
    look_for(window, number.lower())
    window.qtbot.mouseClick(window.part("inspect_again"), Qt.MouseButton.LeftButton)
    window.qtbot.waitUntil(lambda: window.shell.inside.screen_name == "desk")
    window.settle()
    assert window.shell.bench is not None
    assert window.shell.bench.item is not None
    assert (window.shell.bench.item.number, window.shell.bench.item.grade) == (number, None)
    scan(window.desk, "DO-C")
    window.show("items")
    window.qtbot.waitUntil(lambda: "Every inspection" in say_all(window))
    assert "C Used, works" in say_all(window)
    assert "D Faulty" in say_all(window)


def test_the_timeline_says_by_which_rules_it_was_decided_and_every_way_as_it_was(open_window: OpenWindow) -> None:
    window = open_window(prepare=approve_all)
    item = next(item for item in newest(window.desk) if item.batch.startswith("SB"))
    window.show("items").show_number(item.number)
    window.settle()
    said = [text.replace("\u2068", "").replace("\u2069", "") for text in said_in_timeline(window)]
    at = said.index("Decided by version 1 of the rules, row: everything")
    assert said[at + 1].startswith("Chosen: Supplier return: credit ")
    ways = [text.split(":")[0] for text in said[at + 2 : at + 6]]
    assert ways == ["Restock as new", "Restock as open box", "Donate", "Recycle"]


def test_a_step_is_taken_back_in_the_timeline_by_supervisors(open_window: OpenWindow) -> None:
    window = open_window("en", AVI, prepare=leave_as_it_is)
    item = next(item for item in newest(window.desk) if item.disposition is not None)
    window.show("items")
    look_for(window, item.number.lower())
    window.qtbot.waitUntil(lambda: back_buttons(window) != [])
    window.qtbot.mouseClick(back_buttons(window)[-1], Qt.MouseButton.LeftButton)
    window.settle()
    assert window.desk.read(look.item, item.number).disposition is None


def test_a_clerk_is_offered_no_step_to_take_back_in_the_timeline(open_window: OpenWindow) -> None:
    window = open_window("en", DANA)
    window.show("items")
    assert back_buttons(window) == []


def test_an_undecided_piece_opens_at_the_desk(open_window: OpenWindow) -> None:
    window = open_window("en", DANA, prepare=leave_as_it_is)
    scan(window.desk, "DO-UNDO", "DO-UNDO")
    item = next(item for item in newest(window.desk) if item.disposition is None)
    window.show("items")
    look_for(window, item.number.lower())
    window.qtbot.mouseClick(window.part("open_at_desk"), Qt.MouseButton.LeftButton)
    window.settle()
    assert window.shell.inside.screen_name == "desk"
    assert window.shell.bench is not None
    assert window.shell.bench.item is not None
    assert window.shell.bench.item.number == item.number
