"""Batches that somebody should look at: each kind appears in its time, and goes with what settles it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from returns_desk.domain.batches import BatchState, PartnerKind
from returns_desk.domain.exceptions import CERTIFICATE_LATE, ExceptionKind, ExceptionRow, Way
from returns_desk.domain.terms import AuthorizationNeed, SupplierTerms
from returns_desk.exchange.rows import SupplierRow
from returns_desk.store.database import Database
from returns_desk.store.records import BatchLineRecord, BatchRecord
from returns_desk.store.work import Work
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.import_rows import import_suppliers
from returns_desk.usecases.look_exceptions import count_each, count_exceptions, exceptions
from returns_desk.usecases.settle_exception import settle_exception
from returns_desk.usecases.ship_batch import authorize_batch, ship_batch
from returns_desk.usecases.submit_batch import submit_batch
from returns_desk.usecases.undo import undo
from tests.builders import TODAY, Station, decided_kettle, decided_shirts
from tests.shops import OnBoth

K = ExceptionKind
LATER = timedelta(days=1)


def stands(station: Station, kind: ExceptionKind) -> list[ExceptionRow]:
    """The rows of a kind, counted alike everywhere."""
    page = station.desk.read(exceptions, 100, kind)
    counted = next(each.count for each in station.desk.read(count_each) if each.kind is kind)
    assert page.total == counted == len(page.rows)
    every = station.desk.read(exceptions, 100)
    assert station.desk.read(count_exceptions) == every.total
    return [row for row in page.rows if isinstance(row, ExceptionRow)]


def change(station: Station, number: str, **facts: Any) -> None:
    """Let a batch say something that another day would have brought."""

    def write(work: Work) -> None:
        record = work.session.query(BatchRecord).filter_by(number=number).one()
        for name, value in facts.items():
            setattr(record, name, value)

    station.do(write)


def close_windows(station: Station, day: date) -> None:
    def write(work: Work) -> None:
        for line in work.session.query(BatchLineRecord):
            line.window_ends = day

    station.do(write)


def authorized(station: Station, until: date) -> str:
    number = decided_kettle(station)
    station.do(submit_batch, number)
    station.do_as("avi", approve_batch, number)
    station.do(authorize_batch, number, "RGA-7", until)
    return number


@OnBoth
@pytest.mark.parametrize(("days", "left"), [(3, "3"), (0, "0"), (-2, "-2")])
def test_a_suppliers_number_stands_out_before_its_end_and_after(either: Database, days: int, left: str) -> None:
    station = Station(either).begin()
    number = authorized(station, TODAY + timedelta(days=5))
    assert not stands(station, K.AUTHORIZATION)
    change(station, number, authorization_until=TODAY + timedelta(days=days))
    (row,) = stands(station, K.AUTHORIZATION)
    assert (row.subject, row.number, row.fact("left"), row.ways[0]) == ("batch", number, left, Way.BATCH)
    assert row.fact("authorization") == "RGA-7"
    station.do(ship_batch, number) if days >= 0 else change(station, number, state=BatchState.AWAITING_AUTHORIZATION)
    assert not stands(station, K.AUTHORIZATION)


@OnBoth
def test_what_was_near_its_end_stands_out_anew_once_it_is_past(either: Database) -> None:
    station = Station(either).begin()
    number = authorized(station, TODAY + timedelta(days=1))
    (row,) = stands(station, K.AUTHORIZATION)
    station.do_as("avi", settle_exception, row.key, "asked")
    assert not stands(station, K.AUTHORIZATION)
    station.clock.forward(days=3)
    station.begin()
    (past,) = stands(station, K.AUTHORIZATION)
    assert past.key != row.key
    assert past.number == number


@OnBoth
@pytest.mark.parametrize("days", [8, 7, -1])
def test_a_window_that_closes_stands_out_until_the_goods_left(either: Database, days: int) -> None:
    station = Station(either).begin()
    number = decided_shirts(station)
    close_windows(station, TODAY + timedelta(days=days))
    found = stands(station, K.WINDOW)
    assert [row.fact("left") for row in found] == ([str(days)] if days < 8 else [])
    station.do(submit_batch, number)
    assert len(stands(station, K.WINDOW)) == len(found)
    station.do_as("avi", approve_batch, number)
    station.do(ship_batch, number)
    assert not stands(station, K.WINDOW)


@OnBoth
def test_a_batch_below_the_minimum_stands_out_after_the_days_of_its_terms(either: Database) -> None:
    station = Station(either).begin()
    number = decided_shirts(station)
    assert not stands(station, K.MINIMUM)
    opened = station.batch(number).row.opened_at
    change(station, number, opened_at=opened - timedelta(days=21))
    assert not stands(station, K.MINIMUM)
    change(station, number, opened_at=opened - timedelta(days=22))
    (row,) = stands(station, K.MINIMUM)
    assert (row.fact("missing"), row.fact("days"), row.fact("then")) == (str(15_000 - 6_666), "22", "donate")
    station.do_as("avi", settle_exception, row.key)
    assert not stands(station, K.MINIMUM)
    station.do_as("avi", undo)
    assert stands(station, K.MINIMUM) == [row]
    station.do(submit_batch, number)
    assert not stands(station, K.MINIMUM)


def test_a_minimum_of_pieces_is_one_too(station: Station) -> None:
    terms = SupplierTerms(minimum_quantity=3, minimum_wait_days=5, authorization=AuthorizationNeed.NO)
    row = SupplierRow(3, "TAVOR", PartnerKind.SUPPLIER, "תבור אודיו", "Tavor Audio", terms=terms)
    station.do_as("noa", import_suppliers, [row])
    number = decided_shirts(station)
    change(station, number, opened_at=station.batch(number).row.opened_at - timedelta(days=6))
    (found,) = stands(station, K.MINIMUM)
    assert (found.fact("pieces"), found.fact("missing")) == ("1", "0")


@OnBoth
@pytest.mark.parametrize("state", [BatchState.SHIPPED, BatchState.PENDING_CREDIT, BatchState.PARTLY_CREDITED])
def test_a_credit_that_did_not_come_in_time_stands_out(either: Database, state: BatchState) -> None:
    station = Station(either).begin()
    number = decided_shirts(station)
    change(station, number, state=state, credit_due=TODAY)
    assert not stands(station, K.CREDIT_OVERDUE)
    change(station, number, credit_due=TODAY - timedelta(days=1))
    (row,) = stands(station, K.CREDIT_OVERDUE)
    assert row.fact("left") == "-1"
    change(station, number, state=BatchState.CREDITED)
    assert not stands(station, K.CREDIT_OVERDUE)


@OnBoth
def test_a_short_credit_stands_out_until_somebody_objects_or_gives_it_up(either: Database) -> None:
    station = Station(either).begin()
    number = decided_shirts(station)
    change(station, number, state=BatchState.SHORT_CREDIT)
    (row,) = stands(station, K.SHORT_CREDIT)
    assert row.ways == (Way.BATCH,)
    assert row.fact("missing") == row.fact("expected") == "5800"
    change(station, number, state=BatchState.DISPUTED)
    assert not stands(station, K.SHORT_CREDIT)


@OnBoth
def test_a_certificate_that_did_not_come_stands_out_long_after_shipping(either: Database) -> None:
    station = Station(either).begin()
    number = decided_shirts(station)
    sent = station.clock() - CERTIFICATE_LATE
    change(station, number, state=BatchState.SHIPPED, kind=PartnerKind.CHARITY, shipped_at=sent + LATER)
    assert not stands(station, K.CERTIFICATE)
    change(station, number, shipped_at=sent - LATER)
    (row,) = stands(station, K.CERTIFICATE)
    assert row.fact("shipped")
    change(station, number, certificate="C-9")
    assert not stands(station, K.CERTIFICATE)


@pytest.mark.parametrize("kind", [K.WINDOW, K.MINIMUM])
def test_looking_at_it_is_told_in_the_batchs_own_life(station: Station, kind: ExceptionKind) -> None:
    number = decided_shirts(station)
    prepare: dict[ExceptionKind, Callable[[], None]] = {
        K.WINDOW: lambda: close_windows(station, TODAY),
        K.MINIMUM: lambda: change(station, number, opened_at=station.clock() - timedelta(days=40)),
    }
    prepare[kind]()
    (row,) = stands(station, kind)
    events = station.desk.run(station.signature("avi"), settle_exception, row.key, "called them").events
    assert events[0].batch_id == station.batch(number).row.id
