"""Packing in the window with a scanner: pieces go into cartons by scanning, what is wrong is said in red."""

import pytest

from returns_desk.desk import Desk
from returns_desk.domain.batches import BatchState
from returns_desk.usecases import look_batches
from returns_desk.usecases.ship_batch import authorize_batch
from tests.desktop.stocked import (
    DANA,
    OpenWindow,
    Window,
    approve_all,
    numbers,
    open_window,
    proven,
    stocked_template,
)

__all__ = ["open_window", "stocked_template"]


def biggest(desk: Desk) -> str:
    return max(numbers(desk), key=lambda number: len(desk.read(look_batches.batch, number).lines))


def show_cartons(window: Window, number: str) -> None:
    screen = window.show("batches")
    screen.show_number(number)
    window.settle()
    window.part("page_cartons").click()
    window.settle()


def scan(window: Window, text: str) -> None:
    window.keys.now += 1000
    window.keys.scan(text)
    window.settle()


@pytest.mark.parametrize("language", ["he", "en"])
def test_a_batch_is_packed_with_the_scanner_alone(open_window: OpenWindow, language: str) -> None:
    window = open_window(language, DANA, approve_all)
    number = biggest(window.desk)
    show_cartons(window, number)
    items = [line.item.number for line in window.batch(number).lines]
    told, count = window.part("packing_told"), window.part("packing_count")
    scan(window, items[0])
    assert told.property("tone") == "bad"  # no carton is open yet
    window.part("new_carton").click()
    window.settle()
    [carton] = window.batch(number).cartons
    for place, item in enumerate(items, 1):
        scan(window, item)
        assert (told.property("tone"), str(place) in count.text()) == ("ok", True)
    scan(window, items[0])
    assert told.property("tone") == "bad"
    assert carton.number in told.text()
    scan(window, carton.number)
    assert told.property("tone") == "ok"
    window.part("close_carton").click()
    window.type_into_dialog("2.5")
    [carton] = window.batch(number).cartons
    assert (carton.closed, carton.weight_g) == (True, 2_500)
    scan(window, items[0])
    assert window.batch(number).lines[0].carton == carton.number
    window.part("pack").click()  # asks nothing: the carton says it
    window.settle()
    batch = window.batch(number)
    assert (batch.row.state, batch.packages, batch.weight_g) == (BatchState.PACKED, 1, 2_500)


def test_a_piece_of_another_batch_is_refused_in_words(open_window: OpenWindow) -> None:
    window = open_window("en", DANA, approve_all)
    mine, *others = sorted(numbers(window.desk), key=lambda number: -len(window.batch(number).lines))
    foreign = window.batch(others[0]).lines[0].item.number
    show_cartons(window, mine)
    window.part("new_carton").click()
    window.settle()
    scan(window, foreign)
    told = window.part("packing_told")
    assert told.property("tone") == "bad"
    assert others[0] in told.text()
    assert not window.batch(others[0]).lines[0].carton
    assert window.shell.inside.screen_shown.objectName() == "batches_screen"


def test_the_last_scan_is_undone_by_its_barcode_on_the_same_page(open_window: OpenWindow) -> None:
    window = open_window("en", DANA, approve_all)
    number = biggest(window.desk)
    item = window.batch(number).lines[0].item.number
    show_cartons(window, number)
    window.part("new_carton").click()
    window.settle()
    scan(window, item)
    scan(window, "DO-UNDO")
    assert not window.batch(number).lines[0].carton
    assert window.part("cartons").isVisible()


def test_a_badge_is_still_for_the_desk(open_window: OpenWindow) -> None:
    window = open_window("en", DANA, approve_all)
    show_cartons(window, biggest(window.desk))
    scan(window, "ID-OMER-2")
    assert window.shell.inside.screen_shown.objectName() != "batches_screen"


def test_an_empty_carton_is_taken_away_and_a_closed_one_opened_again(open_window: OpenWindow) -> None:
    window = open_window("en", DANA, approve_all)
    number = biggest(window.desk)
    show_cartons(window, number)
    for name in ("new_carton", "remove_carton"):
        window.part(name).click()
        window.settle()
    assert window.batch(number).cartons == ()
    window.part("new_carton").click()
    window.settle()
    scan(window, window.batch(number).lines[0].item.number)
    window.part("close_carton").click()
    window.type_into_dialog("1")
    window.part("reopen_carton").click()
    window.settle()
    assert not window.batch(number).cartons[0].closed


def test_a_label_goes_to_the_printers_queue_and_a_list_into_the_folder(open_window: OpenWindow) -> None:
    window = open_window("en", DANA, approve_all)
    number = biggest(window.desk)
    show_cartons(window, number)
    window.part("new_carton").click()
    window.settle()
    scan(window, window.batch(number).lines[0].item.number)
    window.part("print_carton_label").click()
    window.qtbot.waitUntil(lambda: any(window.home.rglob("CT-*")), timeout=10_000)
    window.part("print_packing_list").click()
    preview = window.dialog()
    window.qtbot.waitUntil(lambda: preview.page_count == 1)
    preview.print_paper()
    window.qtbot.waitUntil(lambda: any(window.home.rglob(f"{number}-packing-list-*.pdf")), timeout=10_000)
    preview.accept()
    window.part("show_carton_label").click()
    label = window.dialog()
    window.qtbot.waitUntil(lambda: label.page_count == 1)
    label.accept()


def test_an_expired_number_is_asked_for_again_and_a_used_one_confirmed(open_window: OpenWindow) -> None:
    def expired(desk: Desk) -> None:
        approve_all(desk)
        with desk.database.engine.begin() as connection:
            connection.exec_driver_sql(
                "UPDATE batches SET authorization_until = '2001-01-01' WHERE authorization != ''"
            )

    window = open_window("en", DANA, expired)
    number = wanting(window.desk)
    screen = window.show("batches")
    screen.show_number(number)
    window.settle()
    window.part("ask_again").click()
    window.settle()
    assert window.batch(number).row.state is BatchState.AWAITING_AUTHORIZATION
    window.part("authorize").click()
    window.type_into_dialog("RGA-NEW")
    assert window.batch(number).authorization == "RGA-NEW"


def test_a_number_that_was_used_before_is_taken_only_after_a_yes(open_window: OpenWindow) -> None:
    window = open_window("en", DANA, approve_all)
    screen = window.show("batches")
    used = wanting(window.desk)
    partner = window.batch(used).row.partner.id
    window.desk.run(proven(window.desk), authorize_batch, used, "RGA-1")
    with window.desk.database.engine.begin() as connection:  # another batch of the same supplier
        other = next(number for number in numbers(window.desk) if number != used)
        connection.exec_driver_sql(
            "UPDATE batches SET partner_id = (SELECT partner_id FROM batches WHERE number = ?), "
            "state = 'awaiting authorization', authorization = '' WHERE number = ?",
            (used, other),
        )
    assert window.batch(other).row.partner.id == partner
    screen.show_number(other)
    window.settle()
    window.part("authorize").click()
    window.type_into_dialog("RGA-1")
    assert window.batch(other).authorization == ""
    assert used in window.dialog().windowTitle()
    window.type_into_dialog("")
    assert window.batch(other).authorization == ""
    window.part("again").setChecked(True)
    window.type_into_dialog()
    assert window.batch(other).authorization == "RGA-1"


def wanting(desk: Desk) -> str:
    """A batch whose supplier gave a number."""
    return next(number for number in numbers(desk) if desk.read(look_batches.batch, number).authorization)


def test_shipping_asks_for_the_vehicle_and_the_delivery_for_its_day(open_window: OpenWindow) -> None:
    window = open_window("en", DANA, approve_all)
    number = biggest(window.desk)
    screen = window.show("batches")
    screen.show_number(number)
    window.settle()
    window.part("ship").click()
    window.type_into_dialog("DHL", "W-1", "Moshe", "12-345-67")
    assert (window.batch(number).row.state, window.batch(number).plate) == (BatchState.SHIPPED, "12-345-67")
    window.part("deliver").click()
    window.keys.now += 1000
    window.type_into_dialog("")
    assert window.batch(number).row.state is BatchState.PENDING_CREDIT


@pytest.mark.parametrize("language", ["he", "en"])
def test_the_cartons_leave_the_list_of_batches_its_room(open_window: OpenWindow, language: str) -> None:
    window = open_window(language, DANA, approve_all)
    show_cartons(window, biggest(window.desk))
    room = window.part("cartons").parentWidget()
    assert room.minimumSizeHint().width() <= 640  # of 1280: with more, its numbers would be cut
    below = [window.part(name).y() for name in ("new_carton", "close_carton", "print_carton_label")]
    assert len(set(below)) == 1  # a second line would take the room of what is to be packed
