"""Supplier returns from the shelf to the credit: the named cases of the trade, each from its first scan to its end."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import inspect

from returns_desk.domain.batches import BatchState, LineState
from returns_desk.domain.credits import ShortReason
from returns_desk.domain.events import ItemDecided, ItemGraded, ItemTaken
from returns_desk.domain.exceptions import ExceptionKind, ExceptionRow
from returns_desk.domain.money import Money
from returns_desk.domain.proposals import Advice
from returns_desk.domain.refusals import DeskError, WrongState
from returns_desk.domain.snapshots import BatchRow
from returns_desk.domain.stories import Stage, Story
from returns_desk.domain.terms import AuthorizationNeed, BelowMinimum, CreditMode, SupplierTerms
from returns_desk.store.database import Database
from returns_desk.store.ids import new_id
from returns_desk.store.records import BatchLineRecord, BatchRecord
from returns_desk.store.work import Work
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.credit_batch import close_batch, record_credit
from returns_desk.usecases.destroy_batch import destroy_batch
from returns_desk.usecases.dispute_batch import dispute_batch
from returns_desk.usecases.import_rows import import_suppliers
from returns_desk.usecases.look_board import board
from returns_desk.usecases.look_exceptions import exceptions
from returns_desk.usecases.look_story import story
from returns_desk.usecases.pack_cartons import close_carton, open_carton, pack_item
from returns_desk.usecases.ship_batch import ask_number_again, authorize_batch, deliver_batch, ship_batch
from returns_desk.usecases.submit_batch import pull_item, submit_batch
from returns_desk.usecases.verify_books import verify_books
from returns_desk.wording import Words
from returns_desk.wording.exceptions import say_why
from returns_desk.wording.refusals import say_refusal
from returns_desk.wording.stories import say_chapter
from tests.builders import TODAY, Station, decided_kettle, decided_shirts, journal, suppliers
from tests.cli.desk_at_hand import Commands
from tests.shops import shop, shop_file, shop_template, station
from tests.usecases.test_at_once import at_once

__all__ = ["shop", "shop_file", "shop_template", "station"]

K = ExceptionKind
FIRST = "SB-000001"
LANGUAGES = pytest.mark.parametrize("language", ["he", "en"])


def agree(station: Station, code: str, **changes: Any) -> SupplierTerms:
    """Let a supplier's terms be others from now on."""
    row = next(row for row in suppliers() if row.code == code)
    terms = replace(row.terms or SupplierTerms(), **changes)
    station.do_as("noa", import_suppliers, [replace(row, terms=terms)])
    return terms


def advised(station: Station, number: str) -> Advice | None:
    """What the board proposes to do with a batch."""
    rows = [row for row in station.desk.read(board).rows if isinstance(row, BatchRow)]
    proposal = next(row.proposal for row in rows if row.number == number)
    return proposal.advice if proposal else None


def stands_out(station: Station, kind: ExceptionKind, language: str) -> str:
    """Why the one batch of this kind stands out, in words; empty where none does."""
    rows = [row for row in station.desk.read(exceptions, 100, kind).rows if isinstance(row, ExceptionRow)]
    return say_why(Words(language), rows[0]) if rows else ""


def told(station: Station, number: str) -> Story:
    return station.desk.read(story, number)


def books_balance(station: Station) -> None:
    assert not station.desk.read(verify_books)


@LANGUAGES
def test_a_minimum_of_300_is_waited_for_21_days_and_then_shipped_anyway(station: Station, language: str) -> None:
    agree(station, "TAVOR", minimum_value=30_000, minimum_wait_days=21, below_minimum=BelowMinimum.SHIP, credit_days=30)
    number = decided_shirts(station)
    assert advised(station, number) is Advice.WAIT
    assert not stands_out(station, K.MINIMUM, language)
    station.clock.forward(days=22)
    station.begin()
    assert advised(station, number) is Advice.SEND
    assert "233.34" in stands_out(station, K.MINIMUM, language)  # 300.00 less two shirts at 33.33
    station.do(submit_batch, number)
    station.do_as("avi", approve_batch, number)
    station.do(ship_batch, number, waybill="W-300")
    assert not stands_out(station, K.MINIMUM, language)
    station.clock.forward(days=31)
    station.begin()
    assert stands_out(station, K.CREDIT_OVERDUE, language)
    station.do_as("avi", record_credit, number, "CN-300", station.batch(number).totals.expected)
    station.do_as("avi", close_batch, number)
    assert not stands_out(station, K.CREDIT_OVERDUE, language)
    assert {entry.told.step_id for entry in told(station, "CN-300").entries} == {
        entry.told.step_id for entry in told(station, number).entries
    }
    books_balance(station)


@LANGUAGES
def test_defective_goods_are_destroyed_here_for_their_credit(station: Station, language: str) -> None:
    agree(station, "TAVOR", defective=CreditMode.DESTROY, minimum_value=0)
    number = decided_shirts(station)
    station.do(submit_batch, number)
    station.do_as("avi", approve_batch, number)
    refusal = station.refusal(station.signature("omer"), ship_batch, number)
    assert isinstance(refusal, DeskError)
    assert all(say_refusal(Words(language), refusal))
    station.do_as("omer", destroy_batch, number, "Ruth Levi")
    assert station.batch(number).row.state is BatchState.PENDING_CREDIT
    station.do_as("avi", record_credit, number, "CN-9", station.batch(number).totals.expected)
    assert station.batch(number).row.state is BatchState.CREDITED
    assert [item.stock.value for item in (station.item("IT-1-000001"), station.item("IT-1-000002"))] == ["gone", "gone"]
    books_balance(station)


@LANGUAGES
def test_a_suppliers_number_that_ends_before_the_pick_up_is_asked_for_again(station: Station, language: str) -> None:
    number = decided_kettle(station)
    station.do(submit_batch, number)
    station.do_as("avi", approve_batch, number)
    station.do(authorize_batch, number, "RGA-1", TODAY + timedelta(days=5))
    assert not stands_out(station, K.AUTHORIZATION, language)
    station.clock.forward(days=3)
    station.begin()
    assert "RGA-1" in stands_out(station, K.AUTHORIZATION, language)
    station.clock.forward(days=4)
    station.begin()
    assert "RGA-1" in stands_out(station, K.AUTHORIZATION, language)
    fact, way_on = say_refusal(Words(language), station.refusal(station.signature("dana"), ship_batch, number))
    assert fact
    assert way_on
    station.do(ask_number_again, number)
    assert station.batch(number).row.state is BatchState.AWAITING_AUTHORIZATION
    assert not stands_out(station, K.AUTHORIZATION, language)
    station.do(authorize_batch, number, "RGA-2", TODAY + timedelta(days=40))
    station.do(ship_batch, number)
    numbers_on_it = {paper.number for paper in told(station, "RGA-2").papers}
    assert station.batch(number).slip in numbers_on_it
    assert len(numbers_on_it) > 1  # the void ones stay
    books_balance(station)


def grown(work: Work, many: int) -> None:
    """Let the first batch hold so many pieces like its first one, each with a life of its own."""
    batch = work.session.query(BatchRecord).filter_by(number=FIRST).one()
    line = work.session.query(BatchLineRecord).filter_by(batch_id=batch.id, position=1).one()
    like = line.item
    for number in range(3, many + 1):
        item = _copy(like, number=f"IT-1-{number:06d}", line_id=None)
        work.add(item)
        work.add(_copy(line, item_id=item.id, position=number))
        ties: dict[str, Any] = {"item_id": item.id, "parcel_id": item.parcel_id, "number": item.number}
        work.record(ItemTaken(product="", product_en="Shirt", sku="SHIRT", outcome="expected", **ties))
        work.record(ItemGraded(grade="D", **ties))
        decided: dict[str, Any] = {
            "disposition": "supplier",
            "recommended": "supplier",
            "net_minor": 0,
            "currency": "ILS",
        }
        work.record(ItemDecided(batch=FIRST, **decided, **ties))
    work.flush()


def _copy(record: Any, **changes: Any) -> Any:
    columns = [column.key for column in inspect(type(record)).column_attrs]
    kept = {name: getattr(record, name) for name in columns if name not in ("id", "version")}
    return type(record)(id=new_id(), **kept | changes)


def many(station: Station, acts: list[Callable[[Work], None]]) -> None:
    """Do many acts in one step, as nobody does, to be quick."""

    def do(work: Work) -> None:
        for act in acts:
            act(work)

    station.do(do)


def test_five_hundred_lines_go_out_in_three_cartons_and_their_story_stays_short(station: Station) -> None:
    agree(station, "TAVOR", authorization=AuthorizationNeed.NO, minimum_value=0)
    number = decided_shirts(station)
    station.do(grown, 500)
    station.clock.forward(days=6)
    station.begin()
    station.do(submit_batch, number)
    station.do_as("noa", approve_batch, number)
    items = [line.item.number for line in station.batch(number).lines]
    assert len(items) == 500
    for start, end in ((0, 200), (200, 400), (400, 500)):
        carton = station.do(open_carton, number)
        many(station, [lambda work, c=carton, i=item: pack_item(work, c, i) for item in items[start:end]])  # type: ignore[misc]
        station.do(close_carton, carton, 12_000)
    station.do(ship_batch, number, waybill="W-500")
    batch = station.batch(number)
    assert (batch.packages, batch.weight_g, len(batch.cartons)) == (3, 36_000, 3)
    whole = told(station, number)
    briefly = whole.chapters
    assert len(whole.entries) > 2_000
    assert len(briefly) < 30
    assert sum(len(chapter.entries) for chapter in briefly) == len(whole.entries)
    inspected = next(chapter for chapter in briefly if chapter.stage is Stage.INSPECTION and len(chapter.entries) > 100)
    for words in (Words("he"), Words("en")):
        assert words.number(inspected.count("item")) in say_chapter(words, inspected)
    in_one = told(station, batch.cartons[2].number)
    assert sum(thing.kind == "item" for thing in in_one.things) == 100


@LANGUAGES
def test_a_credit_12_percent_short_on_two_lines_is_disputed_with_its_reason(station: Station, language: str) -> None:
    number = decided_shirts(station)
    station.do(submit_batch, number)
    station.do_as("avi", approve_batch, number)
    station.do(ship_batch, number)
    station.do(deliver_batch, number)
    batch = station.batch(number)
    short = {line.item.number: Money(line.credit.minor * 88 // 100) for line in batch.lines}
    station.do_as(
        "avi",
        record_credit,
        number,
        "CN-12",
        Money(sum(part.minor for part in short.values())),
        lines=short,
        short_reasons=dict.fromkeys(short, ShortReason.PRICE),
        final=True,
    )
    assert station.batch(number).row.state is BatchState.SHORT_CREDIT
    assert stands_out(station, K.SHORT_CREDIT, language)
    letter = station.do_as("avi", dispute_batch, number, "12 % short on both lines")
    assert station.batch(number).row.state is BatchState.DISPUTED
    assert not stands_out(station, K.SHORT_CREDIT, language)
    assert letter in {paper.number for paper in told(station, letter).papers}
    assert [number] == sorted({paper.batch for paper in told(station, "CN-12").papers})
    books_balance(station)


@LANGUAGES
def test_two_supervisors_approve_in_the_same_second_and_one_is_told(shop: Database, language: str) -> None:
    first, second = Station(shop, "1").begin("dana"), Station(shop, "2").begin("omer")
    number = decided_shirts(first)
    first.do(submit_batch, number)
    results = at_once(
        lambda: first.do_as("avi", approve_batch, number), lambda: second.do_as("tal", approve_batch, number)
    )
    (refusal,) = [result for result in results if isinstance(result, DeskError)]
    assert isinstance(refusal, WrongState)
    assert number in say_refusal(Words(language), refusal)[0]
    assert [kind for kind, _ in journal(shop)].count("DocumentIssued") == 1
    told_once = [entry for entry in told(first, number).entries if entry.stage is Stage.APPROVAL]
    assert len(told_once) == 1


def test_a_line_pulled_out_after_submission_is_not_on_the_paper(station: Station) -> None:
    number = decided_shirts(station)
    station.do(submit_batch, number)
    station.do(pull_item, number, "IT-1-000002")
    assert station.batch(number).row.state is BatchState.COLLECTING  # what was submitted is not what is there
    station.do(submit_batch, number)
    station.do_as("avi", approve_batch, number)
    assert {line.item.number: line.state for line in station.batch(number).lines} == {"IT-1-000001": LineState.APPROVED}
    of_pulled = [type(entry.told.event).__name__ for entry in told(station, "IT-1-000002").entries]
    assert "LinePulled" in of_pulled
    assert "BatchApproved" not in of_pulled
    books_balance(station)


@LANGUAGES
def test_by_commands_from_the_shelf_to_a_short_credit_given_up(run: Commands, language: str) -> None:
    def batch(move: str, *more: str, badge: str = "ID-DANA-1", typed: str = "") -> dict[str, Any]:
        said = run.done("batch", move, FIRST, "--badge", badge, *more, "--json", typed=typed, language=language)
        return dict(said.json)

    run.scan("RR402101201IL", "7290011232016", "DO-D", "DO-F-LEAKS", "DO-OK", "DO-CLOSE")
    batch("submit")
    batch("approve", "--pin-stdin", badge="ID-AVI-3", typed="2580\n")
    batch("authorize", "--authorization", "RGA-1")
    carton = run.done("carton", "open", FIRST, "--badge", "ID-DANA-1", "--json", language=language).json["number"]
    run.refused("carton", "pack", carton, "IT-1-000099", "--badge", "ID-DANA-1", language=language)
    run.done("carton", "pack", carton, "IT-1-000001", "--badge", "ID-DANA-1", language=language)
    run.done("carton", "close", carton, "--weight", "2100", "--badge", "ID-DANA-1", language=language)
    batch("ship", "--waybill", "W-1")
    batch("deliver")
    credit = ("--credit", "CN-1", "--amount", "51.00", "--final", "--short-reason", "price")
    assert batch("credit", *credit, badge="ID-AVI-3")["state"] == "short credit"
    listed = run.done("list", "exceptions", "--kind", "short-credit", "--json", language=language).json["rows"]
    assert [row["number"] for row in listed] == [FIRST]
    run.refused("settle", listed[0]["key"], "--badge", "ID-AVI-3", language=language)
    told_of = [run.done("story", one, "--json", language=language).json for one in (carton, "CN-1", "W-1", FIRST)[:2]]
    assert all(any(entry["event"] == "CreditRecorded" for entry in each["story"]) for each in told_of)
    assert run.done("verify", language=language).code == 0
