"""The supplier's number and its clock, shipping, delivery: what is too late asks again, what is doubtful is asked."""

from datetime import timedelta
from typing import Any

import pytest

from returns_desk.domain.batches import BatchState
from returns_desk.domain.money import Money
from returns_desk.domain.packing_refusals import AuthorizationOver, AuthorizationUsed
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.refusals import BadValue, CannotUndo, DeskError, WrongState
from returns_desk.store.database import Database
from returns_desk.usecases import look_batches
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.credit_batch import record_credit
from returns_desk.usecases.pack_cartons import close_carton, open_carton, pack_item
from returns_desk.usecases.ship_batch import ask_number_again, authorize_batch, deliver_batch, pack_batch, ship_batch
from returns_desk.usecases.submit_batch import cancel_batch, submit_batch
from returns_desk.usecases.undo import undo
from tests.builders import SHIRT, TODAY, Station, ago, decided_kettle, decided_shirts
from tests.shops import OnBoth


def approved_kettle(station: Station) -> str:
    """An approved batch for GALIL, who must give a number first."""
    number = decided_kettle(station)
    station.do(submit_batch, number)
    station.do_as("avi", approve_batch, number)
    return number


@pytest.fixture
def kettle(station: Station) -> str:
    return approved_kettle(station)


def refused(station: Station, usecase: Any, *arguments: Any, **more: Any) -> DeskError:
    return station.refusal(AT_THE_BENCH, usecase, *arguments, **more)


def state(station: Station, number: str) -> BatchState:
    return station.batch(number).row.state


@OnBoth
def test_an_authorization_that_expires_before_the_pick_up_asks_again(either: Database) -> None:
    station = Station(either).begin()
    number = approved_kettle(station)
    station.do(authorize_batch, number, "RGA-1", TODAY + timedelta(days=2))
    carton = station.do(open_carton, number)
    station.do(pack_item, carton, "IT-1-000001")
    station.do(close_carton, carton, 1_800)
    station.do(pack_batch, number)
    assert station.batch(number).row.authorization_days == 2
    station.clock.forward(days=3)  # the driver did not come
    assert station.batch(number).row.authorization_days == -1
    assert refused(station, ship_batch, number) == WrongState("batch", number, "authorization expired")
    station.do(ask_number_again, number)
    batch = station.batch(number)
    assert (batch.row.state, batch.authorization) == (BatchState.AWAITING_AUTHORIZATION, "")
    assert batch.row.authorization_days is None
    assert isinstance(refused(station, ship_batch, number), WrongState)
    station.do(authorize_batch, number, "RGA-2")
    station.do(pack_batch, number)  # the cartons are still closed and weighed
    station.do(ship_batch, number, "DHL", "W-1", "Moshe", "12-345-67")
    assert state(station, number) is BatchState.SHIPPED


def test_without_a_day_the_number_lasts_as_long_as_the_terms_say(station: Station, kettle: str) -> None:
    station.do(authorize_batch, kettle, "RGA-1")
    assert station.batch(kettle).authorization_until == TODAY + timedelta(days=30)


def test_the_list_shows_the_clock_too(station: Station, kettle: str) -> None:
    station.do(authorize_batch, kettle, "RGA-1", TODAY + timedelta(days=9))
    [row] = station.desk.read(look_batches.batches).rows
    assert row.authorization_days == 9  # type: ignore[attr-defined]


def test_a_number_whose_last_day_is_past_is_not_taken(station: Station, kettle: str) -> None:
    assert refused(station, authorize_batch, kettle, "RGA-1", ago(1)) == AuthorizationOver(ago(1).isoformat())
    assert state(station, kettle) is BatchState.AWAITING_AUTHORIZATION


def test_a_number_that_was_used_before_is_asked_about(station: Station) -> None:
    station.scan("RR402103114IL")
    for number in ("SB-000001", "SB-000002"):
        station.scan(SHIRT, "DO-D", "DO-OK")
        station.do(submit_batch, number)
        station.do_as("avi", approve_batch, number)
        if number == "SB-000001":
            station.do(authorize_batch, number, "RGA-1")
            station.do(ship_batch, number)
    assert refused(station, authorize_batch, number, "rga-1") == AuthorizationUsed("rga-1", "SB-000001")
    assert station.batch(number).authorization == ""
    station.do(authorize_batch, number, "RGA-1", again=True)
    assert station.batch(number).authorization == "RGA-1"


def test_the_number_of_a_batch_that_was_given_up_is_free(station: Station, kettle: str) -> None:
    station.do(authorize_batch, kettle, "RGA-1")
    station.do_as("avi", cancel_batch, kettle)
    station.scan("IT-1-000001", "DO-OK")
    other = station.item("IT-1-000001").batch
    station.do(submit_batch, other)
    station.do_as("avi", approve_batch, other)
    station.do(authorize_batch, other, "RGA-1")
    assert state(station, other) is BatchState.AUTHORIZED


def test_a_number_is_asked_for_again_only_where_there_was_one(station: Station, kettle: str) -> None:
    assert isinstance(refused(station, ask_number_again, kettle), WrongState)


def shipped_kettle(station: Station) -> str:
    number = approved_kettle(station)
    station.do(authorize_batch, number, "RGA-1")
    station.do(ship_batch, number, "DHL", "W-1", "Moshe", "12-345-67")
    return number


def test_the_credit_is_due_from_the_shipping_and_then_from_the_delivery(station: Station) -> None:
    number = shipped_kettle(station)
    batch = station.batch(number)
    assert (batch.row.credit_due, batch.driver, batch.plate) == (TODAY + timedelta(days=30), "Moshe", "12-345-67")
    station.clock.forward(days=4)
    station.do(deliver_batch, number, TODAY + timedelta(days=3))
    batch = station.batch(number)
    assert (batch.row.state, batch.row.credit_due) == (BatchState.PENDING_CREDIT, TODAY + timedelta(days=33))
    assert batch.delivered_at is not None
    assert batch.delivered_at.astimezone().date() == TODAY + timedelta(days=3)


def test_a_delivery_is_neither_before_the_shipping_nor_still_to_come(station: Station) -> None:
    number = shipped_kettle(station)
    for day in (ago(1), TODAY + timedelta(days=1)):
        assert refused(station, deliver_batch, number, day) == BadValue("date", day.isoformat())
    assert state(station, number) is BatchState.SHIPPED


def test_a_delivery_is_noted_once_and_taken_back(station: Station) -> None:
    number = shipped_kettle(station)
    due = station.batch(number).row.credit_due
    station.clock.forward(days=2)
    station.do(deliver_batch, number)
    assert isinstance(refused(station, deliver_batch, number), WrongState)
    station.do(undo)
    batch = station.batch(number)
    assert (batch.row.state, batch.delivered_at, batch.row.credit_due) == (BatchState.SHIPPED, None, due)


def test_a_delivery_stays_once_a_credit_came(station: Station) -> None:
    number = shipped_kettle(station)
    station.do(deliver_batch, number)
    station.do_as("avi", record_credit, number, "CN-1", Money(100))
    assert isinstance(refused(station, undo), CannotUndo | DeskError)
    assert station.batch(number).delivered_at is not None


def test_nothing_that_did_not_leave_is_delivered(station: Station) -> None:
    number = decided_shirts(station)
    assert isinstance(refused(station, deliver_batch, number), WrongState)
