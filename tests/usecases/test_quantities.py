"""Forty of one small thing: counted, split, joined; no piece and no agora is lost, and no line is overfilled."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from returns_desk.domain.contents_refusals import CannotMerge, CountedAlready, OneByOne, OnlyOne
from returns_desk.domain.events import ItemPickedUp
from returns_desk.domain.grades import WantedOutcome
from returns_desk.domain.items import ItemState
from returns_desk.domain.refusals import BadValue, CannotUndo, WrongState
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.store.database import open_database
from returns_desk.store.records import ItemRecord
from returns_desk.store.work import Work
from returns_desk.usecases.import_expected import import_expected
from returns_desk.usecases.split_item import merge_items, split_item
from returns_desk.usecases.verify_books import verify_books
from tests.builders import CABLE, KETTLE, PHONE, SHIRT, Station, copied, expected, rows, standing

BOX = "RR402105005IL"


def announce(station: Station, *quantities: int, sku: str = "CABLE") -> None:
    """Announce one box with a return for each quantity of one thing."""
    returns = [expected(f"RMA-7{n}", sku, quantity, tracking=(BOX,)) for n, quantity in enumerate(quantities)]
    station.do_as("avi", import_expected, returns)


def pieces(station: Station) -> list[tuple[int, str, str | None]]:
    """What every number stands for, oldest first."""
    found = rows(
        station.database, "SELECT quantity, outcome, state FROM items WHERE state != 'put back' ORDER BY number"
    )
    return [(quantity, outcome, state) for quantity, outcome, state in found]


def test_a_typed_number_is_how_many_there_are(station: Station) -> None:
    announce(station, 40)
    station.scan(BOX, CABLE, "40")
    item = station.bench.item
    assert item is not None
    assert (item.number, item.quantity) == ("IT-1-000001", 40)
    assert [line.received for line in station.rma("RMA-70").lines] == [40]
    station.scan("DO-A", "DO-OK", "RMA-6", CABLE, "DO-A", "DO-OK")
    forty, one = station.item("IT-1-000001").net, station.item("IT-1-000002").net
    assert forty is not None
    assert one is not None
    assert forty == one * 40
    assert station.desk.read(verify_books) == ()


def test_fewer_than_were_typed_is_corrected_by_typing_again(station: Station) -> None:
    announce(station, 40)
    station.scan(BOX, CABLE, "40", "38")
    assert pieces(station) == [(38, "expected", "received")]
    assert [line.received for line in station.rma("RMA-70").lines] == [38]


def test_more_than_announced_fills_the_line_and_asks_for_the_rest(station: Station) -> None:
    announce(station, 30)
    station.scan(BOX, CABLE, "40")
    question = station.bench.question
    assert question is not None
    assert (question.kind, question.subject, question.choices) == (QuestionKind.TAKE_OVER, "40", ("10",))
    assert pieces(station) == [(30, "expected", "received")]
    station.scan("40")
    assert pieces(station) == [(30, "expected", "received"), (10, "over", "received")]
    assert station.bench.item is not None
    assert station.bench.item.number == "IT-1-000001"
    assert station.desk.read(verify_books) == ()


def test_ok_takes_what_is_more_no_leaves_it_and_a_grade_is_asked_first(station: Station) -> None:
    announce(station, 1)
    station.scan(BOX, CABLE, "3", "DO-A")
    assert pieces(station) == [(1, "expected", "received")]
    station.scan("DO-NO", "DO-A")
    assert pieces(station) == [(1, "expected", "inspected")]
    station.scan("3", "DO-OK")
    assert pieces(station) == [(1, "expected", "inspected"), (2, "over", "received")]


def test_lines_of_one_product_are_filled_in_their_order_each_under_its_own_number(station: Station) -> None:
    announce(station, 20, 15)
    station.scan(BOX, CABLE, "37", "37")
    assert pieces(station) == [
        (20, "expected", "received"),
        (15, "expected", "received"),
        (2, "over", "received"),
    ]
    assert [station.rma(rma).lines[0].received for rma in ("RMA-70", "RMA-71")] == [20, 15]
    assert station.item("IT-1-000002").rma == "RMA-71"
    assert isinstance(station.refused("30"), CountedAlready)


def test_what_nobody_announced_is_simply_so_many(station: Station) -> None:
    station.scan("JD014600006281234567", CABLE, "40")
    assert pieces(station) == [(40, "unannounced", "received")]


@pytest.mark.parametrize(("scans", "typed", "kind"), [
    (["RR402104002IL", PHONE], "2", OneByOne),
    (["RR402101201IL", KETTLE], "0", BadValue),
    (["RR402101201IL", KETTLE], "0000", BadValue),
])  # fmt: skip
def test_what_is_no_count_is_refused_in_words(station: Station, scans: list[str], typed: str, kind: type) -> None:
    station.scan(*scans)
    stood = standing(station.database)
    assert isinstance(station.refused(typed), kind)
    assert standing(station.database) == stood


def test_a_count_that_was_decided_is_not_taken_back_before_the_decision(station: Station) -> None:
    announce(station, 40)
    station.scan(BOX, CABLE, "40", "ID-OMER-2", "DO-A", "DO-OK", "ID-DANA-1")
    assert isinstance(station.refused("DO-UNDO"), CannotUndo)


def test_a_part_gets_a_number_and_a_label_of_its_own(station: Station) -> None:
    announce(station, 40)
    station.scan(BOX, CABLE, "40", "DO-A", "DO-SPLIT", "3")
    assert pieces(station) == [(37, "expected", "inspected"), (3, "expected", "inspected")]
    part = station.item("IT-1-000002")
    assert (part.grade, part.rma, part.parcel) == (station.item("IT-1-000001").grade, "RMA-70", BOX)
    assert station.desk.read(verify_books) == ()
    station.scan("IT-1-000002", "DO-D")
    assert station.item("IT-1-000001").grade is not station.item("IT-1-000002").grade


@pytest.mark.parametrize("count", ["0", "40", "41"])
def test_a_part_is_neither_nothing_nor_all(station: Station, count: str) -> None:
    announce(station, 40)
    station.scan(BOX, CABLE, "40", "DO-SPLIT")
    assert isinstance(station.refused(count), BadValue)


def test_one_piece_cannot_be_split(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE)
    assert station.refused("DO-SPLIT") == OnlyOne("IT-1-000001")


def test_what_was_split_off_joins_again_and_its_number_opens_the_whole(station: Station) -> None:
    announce(station, 40)
    station.scan(BOX, CABLE, "40", "DO-SPLIT", "3", "DO-MERGE", "IT-1-000002")
    assert pieces(station) == [(40, "expected", "received"), (3, "expected", "merged")]
    assert station.item("IT-1-000002").state is ItemState.MERGED
    station.scan("DO-HOLD", "DO-H-PARTS")
    (event,) = station.scan("IT-1-000002")
    assert isinstance(event, ItemPickedUp)
    assert event.number == "IT-1-000001"
    assert station.desk.read(verify_books) == ()


def test_only_what_is_alike_becomes_one(station: Station) -> None:
    station.scan("RR402100166IL", SHIRT, CABLE, "IT-1-000001", "DO-MERGE")
    assert station.refused("IT-1-000002") == CannotMerge("IT-1-000001", "IT-1-000002", "product")
    station.scan("DO-MERGE")
    assert station.refused("IT-1-000001") == CannotMerge("IT-1-000001", "IT-1-000001", "same")


def test_pieces_of_two_conditions_stay_two(station: Station) -> None:
    announce(station, 40)
    station.scan(BOX, CABLE, "40", "DO-SPLIT", "3", "DO-A", "DO-MERGE")
    assert station.refused("IT-1-000002") == CannotMerge("IT-1-000001", "IT-1-000002", "condition")


def test_decided_pieces_are_neither_split_nor_joined(station: Station) -> None:
    announce(station, 40)
    station.scan(BOX, CABLE, "40", "DO-A", "DO-OK")
    assert isinstance(station.refusal(station.signature("dana"), split_item, 3, "IT-1-000001"), WrongState)
    assert isinstance(station.refusal(station.signature("dana"), merge_items, "IT-1-000001", "IT-1-000001"), WrongState)


@given(total=st.integers(2, 60), data=st.data())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_money_agreed_is_shared_and_joined_to_the_agora(
    shop_template: Path, tmp_path_factory: pytest.TempPathFactory, total: int, data: st.DataObject
) -> None:
    amount, fee = data.draw(st.integers(0, 10**6)), data.draw(st.integers(0, 999))
    database = open_database(f"sqlite:///{copied(shop_template, tmp_path_factory.mktemp('split'))}")
    try:
        station = Station(database).begin()
        station.scan("JD014600006281234567", CABLE, str(total))
        station.do(_agree, amount, fee)
        station.do(split_item, data.draw(st.integers(1, total - 1)))
        sums = "SELECT sum(quantity), sum(agreed_amount), sum(agreed_fee) FROM items WHERE state != 'merged'"
        assert rows(database, sums) == [(total, amount, fee)]
        station.scan("DO-MERGE", "IT-1-000002")
        assert rows(database, sums) == [(total, amount, fee)]
    finally:
        database.close()


def _agree(work: Work, amount: int, fee: int) -> None:
    item = work.get(ItemRecord, work.bench.item_id)
    assert item is not None
    item.agreed, item.agreed_amount, item.agreed_fee = WantedOutcome.REFUND, amount, fee
