"""All that the rule looks at is found: the piece, its supplier's terms and habits, the rules in force."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from returns_desk.domain.credits import ShortReason
from returns_desk.domain.grades import Grade, StatedReason
from returns_desk.domain.items import Disposition, StockStatus
from returns_desk.domain.money import Money
from returns_desk.domain.recommendation import Block, Case
from returns_desk.domain.rules import BUILT_IN, RuleBook
from returns_desk.domain.terms import BelowMinimum
from returns_desk.store.database import Database
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.decisions import book_in_force
from returns_desk.store.lookups.returns import item_by_number
from returns_desk.store.records import RuleBookRecord
from returns_desk.store.records.decisions import book_body
from returns_desk.store.work import Work
from returns_desk.usecases import look_bench
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.credit_batch import CreditFacts, record_credit
from returns_desk.usecases.import_rows import import_suppliers
from returns_desk.usecases.recommend_item import case_of
from returns_desk.usecases.ship_batch import authorize_batch, ship_batch
from returns_desk.usecases.submit_batch import submit_batch
from tests.builders import CABLE, KETTLE, PHONE, SHIRT, TODAY, Station, ago, decided_kettle, decided_shirts, suppliers
from tests.fakes import MORNING
from tests.shops import OnBoth

SETTLED = CreditFacts(final=True, short_reason=ShortReason.NOT_SAID, above=True)
FIRST, SECOND = "IT-1-000001", "IT-1-000002"


def seen(work: Work, number: str) -> Case:
    """What the rule looks at for a piece."""
    item = item_by_number(work.session, number)
    assert item is not None
    assert item.grade is not None
    return case_of(work, item, item.grade)


def case(station: Station, number: str = FIRST) -> Case:
    return station.desk.read(seen, number)


def shirt_in_hand(station: Station) -> Station:
    """One shirt of two, faulty."""
    station.scan("RR402103114IL", SHIRT, "DO-D")
    return station


def credited(station: Station, *amounts: int, send_back: tuple[str, ...] = ()) -> None:
    """Two shirts go to TAVOR, who credits these amounts for them; 58.00 is on the paper."""
    number = decided_shirts(station)
    station.do(submit_batch, number)
    station.do_as("avi", approve_batch, number, send_back)
    station.do(ship_batch, number)
    for at, amount in enumerate(amounts):
        station.do_as("avi", record_credit, number, f"CN-{at}", Money(amount), **SETTLED)


def test_the_rule_sees_all_that_is_known_of_a_piece(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-D")
    found = case(station)
    assert found == replace(
        Case(Grade.D, TODAY),
        stated=StatedReason.FAULTY,
        cost=6_100,
        price=12_900,
        supplier="GALIL",
        electrical=True,
        has_supplier=True,
        terms=found.terms,
        purchased=ago(24),
        delivered=ago(20),
    )
    assert found.terms is not None
    assert (found.terms.fee_bp, found.terms.serials_needed) == (500, True)


def test_of_a_supplier_nobody_knows_nothing_is_guessed(station: Station) -> None:
    station.scan("RR402100166IL", CABLE, "DO-D")
    found = case(station)
    assert (found.supplier, found.has_supplier, found.terms, found.credits_seen) == ("", False, None, 0)


def test_without_terms_a_supplier_is_known_and_blocked(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-D")
    with station.database.work(station.desk.seat, station.signature("avi"), MORNING, new_id()) as work:
        tables = type(work.bench).metadata.tables
        work.session.execute(tables["terms"].delete())
    found = case(station)
    assert (found.supplier, found.has_supplier, found.terms) == ("GALIL", True, None)
    recommendation = station.bench.recommendation
    assert recommendation is not None
    assert recommendation.becoming(StockStatus.SUPPLIER_RETURN).blocks == (Block.NO_TERMS,)


def test_a_piece_that_waits_in_the_batch_is_not_counted_beside_itself(station: Station) -> None:
    shirt_in_hand(station)
    assert case(station).waiting_value == 0
    station.scan("DO-OK", SHIRT, "DO-D")
    assert case(station, SECOND).waiting_value == 3_333
    assert case(station, FIRST).waiting_value == 0


@OnBoth
def test_what_gathers_for_a_supplier_is_known_after_a_month_and_forgotten_after_half_a_year(either: Database) -> None:
    station = shirt_in_hand(Station(either).begin())
    daily = {}
    station.scan("DO-OK", SHIRT, "DO-D")
    for days in (0, 29, 30, 180, 181):
        station.clock.now = MORNING + timedelta(days=days, hours=1)
        daily[days] = case(station, SECOND).gathers_daily
    assert daily == {0: None, 29: None, 30: 3_333 // 30, 180: 3_333 // 180, 181: None}


@pytest.mark.parametrize("change", [{"below_minimum": BelowMinimum.SHIP}, {"minimum_value": 0}])
def test_what_gathers_is_asked_only_where_the_minimum_may_cost_the_credit(
    station: Station, change: dict[str, Any]
) -> None:
    _, tavor, *_ = suppliers()
    assert tavor.terms is not None
    shirt_in_hand(station).scan("DO-OK")
    station.do_as("avi", import_suppliers, [replace(tavor, terms=replace(tavor.terms, version=2, **change))])
    station.clock.forward(days=40)
    assert case(station).gathers_daily is None


def test_a_minimum_that_is_not_in_sight_speaks_against_the_supplier(station: Station) -> None:
    shirt_in_hand(station).scan("DO-OK", SHIRT, "DO-D")
    first = station.bench.recommendation
    assert first is not None
    assert first.best is first.becoming(StockStatus.SUPPLIER_RETURN)
    station.clock.forward(days=39)
    later = station.bench.recommendation
    assert later is not None
    # 66.66 there, 33.33 in 39 days: 17.85 more in 21 days, 84.51 of 150.00
    assert later.becoming(StockStatus.SUPPLIER_RETURN).net < first.becoming(StockStatus.SUPPLIER_RETURN).net


@OnBoth
@pytest.mark.parametrize(
    ("amounts", "share"),
    [
        ((5_800,), 10_000),
        ((5_000,), 8_620),
        ((3_000, 2_800), 10_000),
        ((9_900,), 10_000),
    ],
)
def test_a_suppliers_credits_are_learnt_from_its_settled_batches(
    either: Database, amounts: tuple[int, ...], share: int
) -> None:
    station = Station(either).begin()
    credited(station, *amounts)
    found = case(station)
    assert (found.credits_seen, found.credits_share) == (1, share)


def test_what_was_sent_back_by_the_supervisor_is_no_credit_that_did_not_come(station: Station) -> None:
    credited(station, 2_900, send_back=(SECOND,))
    assert (case(station).credits_seen, case(station).credits_share) == (1, 10_000)


def test_a_batch_that_is_not_settled_says_nothing_yet_and_another_suppliers_never(station: Station) -> None:
    credited(station)
    assert case(station).credits_seen == 0
    station.do_as("avi", record_credit, "SB-000001", "CN-9", Money(100), **SETTLED)
    station.scan("RR402101201IL", KETTLE, "DO-D")
    assert case(station, "IT-1-000003").credits_seen == 0
    assert case(station).credits_seen == 1


def test_a_short_credit_is_remembered(station: Station) -> None:
    number = decided_kettle(station)
    station.do(submit_batch, number)
    station.do_as("avi", approve_batch, number)
    station.do(authorize_batch, number, "RGA-1", TODAY + timedelta(days=9))
    station.do(ship_batch, number)
    station.do_as("avi", record_credit, number, "CN-1", Money(2_000), **SETTLED)
    found = station.desk.read(seen, FIRST)
    assert (found.credits_seen, found.credits_share) == (1, 2_000 * 10_000 // 5_795)


def test_photographs_are_missing_only_where_the_terms_ask_for_them(station: Station) -> None:
    shirt_in_hand(station)
    assert not case(station).photos_missing
    _, tavor, *_ = suppliers()
    assert tavor.terms is not None
    station.do_as("avi", import_suppliers, [replace(tavor, terms=replace(tavor.terms, version=2, photos_needed=True))])
    assert case(station).photos_missing
    found = station.bench.recommendation
    assert found is not None
    assert found.first is found.advised is found.becoming(StockStatus.SUPPLIER_RETURN)
    assert found.best is not None
    assert found.best.disposition is Disposition.RECYCLE


def test_a_serial_number_that_nobody_can_read_is_not_waited_for(station: Station) -> None:
    station.scan("RR402104002IL", PHONE, "DO-D")
    assert not case(station).serial_unreadable
    station.scan("DO-NOSERIAL")
    assert case(station).serial_unreadable
    found = station.bench.recommendation
    assert found is not None
    assert found.first is None
    assert found.becoming(StockStatus.SUPPLIER_RETURN).blocks == (Block.SERIAL_UNREADABLE,)


def lay_down(station: Station, book: RuleBook) -> None:
    with station.database.work(station.desk.seat, station.signature("noa"), MORNING, new_id()) as work:
        record = RuleBookRecord(
            id=new_id(), version=book.version, valid_from=book.valid_from, body=book_body(book), made_at=work.now
        )
        work.add(record)


def test_the_newest_book_whose_day_has_come_counts(station: Station) -> None:
    def book(work: Work) -> RuleBook:
        return book_in_force(work.session, work.today)

    assert station.desk.read(book) == BUILT_IN
    for version, days in ((2, -9), (3, -1), (4, 1)):
        lay_down(station, RuleBook(version=version, valid_from=TODAY + timedelta(days=days), hour=version * 1_000))
    assert (station.desk.read(book).version, station.desk.read(book).hour) == (3, 3_000)
    station.clock.forward(days=1)
    assert station.desk.read(book).version == 4


@pytest.fixture
def asked(shop: Database) -> Iterator[list[str]]:
    """Every query sent to the database in the test."""
    statements: list[str] = []

    def keep(_connection: Any, _cursor: Any, statement: str, *_: object) -> None:
        statements.append(statement)

    event.listen(shop.engine, "before_cursor_execute", keep)
    yield statements
    event.remove(shop.engine, "before_cursor_execute", keep)


def test_a_look_at_the_bench_asks_for_terms_and_credits_once_and_reads_a_book_once(
    shop: Database, asked: list[str]
) -> None:
    station = shirt_in_hand(Station(shop).begin())
    lay_down(station, RuleBook(version=2))
    station.desk.read(look_bench.bench)
    asked.clear()
    station.desk.read(look_bench.bench)
    assert len([one for one in asked if "FROM terms" in one]) == 1
    assert len([one for one in asked if "JOIN credits" in one]) == 1
    assert not [one for one in asked if "rule_books.body" in one]
