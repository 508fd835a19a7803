"""Goods that a supplier wants destroyed here for credit: approved as others, never sent, destroyed before a witness."""

from datetime import timedelta
from typing import Any

import pytest

from returns_desk.domain.batches import BatchMode, BatchState
from returns_desk.domain.board_refusals import NotDestroyedHere, WitnessNeeded, WitnessTakesPart
from returns_desk.domain.items import ItemState, StockStatus
from returns_desk.domain.money import Money
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.refusals import BadValue, CannotUndo, DeskError, WrongState
from returns_desk.domain.terms import CreditMode
from returns_desk.store.database import Database
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.credit_batch import record_credit
from returns_desk.usecases.destroy_batch import destroy_batch
from returns_desk.usecases.issue_slip import preview_slip
from returns_desk.usecases.ship_batch import authorize_batch, pack_batch, ship_batch
from returns_desk.usecases.submit_batch import submit_batch
from returns_desk.usecases.undo import undo
from returns_desk.usecases.verify_books import verify_books
from tests.builders import BADGES, TODAY, Station, decided_kettle, decided_shirts
from tests.shops import OnBoth
from tests.usecases.test_board import agree

FIRST = "SB-000001"


@pytest.fixture
def claim(station: Station) -> Station:
    """An approved batch of two shirts that TAVOR wants destroyed; Dana made it, Avi approved it."""
    return approved(station)


def approved(station: Station) -> Station:
    agree(station, "TAVOR", defective=CreditMode.DESTROY, credit_days=45)
    decided_shirts(station)
    station.do(submit_batch, FIRST)
    station.do_as("avi", approve_batch, FIRST)
    return station


def refused(station: Station, *given: Any, name: str = "avi") -> DeskError:
    return station.refusal(station.signature(name), destroy_batch, FIRST, *given)


@OnBoth
def test_destroyed_goods_are_gone_and_their_credit_is_due(either: Database) -> None:
    station = approved(Station(either).begin())
    station.do_as("avi", destroy_batch, FIRST, "Yossi Levi, Tavor")
    batch = station.batch(FIRST)
    assert (batch.row.state, batch.row.mode) == (BatchState.PENDING_CREDIT, BatchMode.DESTROY)
    assert (batch.witness, batch.row.credit_due) == ("Yossi Levi, Tavor", TODAY + timedelta(days=45))
    assert batch.delivered_at
    piece = station.item("IT-1-000001")
    assert (piece.state, piece.stock, piece.place) == (ItemState.GONE, StockStatus.GONE, "")
    assert station.desk.read(verify_books) == ()
    station.do_as("avi", record_credit, FIRST, "CN-1", Money(6_000))
    assert station.batch(FIRST).row.state is BatchState.CREDITED


def test_a_witness_is_needed_who_takes_no_part_in_it(claim: Station) -> None:
    assert refused(claim, " ") == WitnessNeeded(FIRST)
    assert refused(claim, BADGES["dana"]) == WitnessTakesPart(FIRST, "Dana"), "she prepared it"
    assert refused(claim, "AVI") == WitnessTakesPart(FIRST, "AVI"), "he destroys it"
    claim.do_as("avi", destroy_batch, FIRST, BADGES["tal"])
    assert claim.batch(FIRST).witness == "Tal"


@pytest.mark.parametrize("days", [1, -1])
def test_goods_are_destroyed_neither_before_the_approval_nor_tomorrow(claim: Station, days: int) -> None:
    assert isinstance(refused(claim, "Yossi", TODAY + timedelta(days=days)), BadValue)


def test_goods_that_are_destroyed_here_are_never_packed_or_shipped(claim: Station) -> None:
    for step, facts in ((pack_batch, (1,)), (ship_batch, ())):
        refusal = claim.refusal(AT_THE_BENCH, step, FIRST, *facts)
        assert type(refusal).__name__ == "NothingTravels"
    assert claim.batch(FIRST).row.state is BatchState.APPROVED


def test_nothing_is_destroyed_before_a_supervisor_approved_it(station: Station) -> None:
    agree(station, "TAVOR", defective=CreditMode.DESTROY)
    decided_shirts(station)
    station.do(submit_batch, FIRST)
    assert isinstance(refused(station, "Yossi"), WrongState)


def test_where_the_suppliers_number_is_needed_it_is_waited_for(station: Station) -> None:
    agree(station, "GALIL", defective=CreditMode.DESTROY)
    decided_kettle(station)
    station.do(submit_batch, FIRST)
    station.do_as("avi", approve_batch, FIRST)
    assert isinstance(refused(station, "Yossi"), WrongState)
    station.do(authorize_batch, FIRST, "RGA-1", TODAY + timedelta(days=9))
    station.do_as("avi", destroy_batch, FIRST, "Yossi")
    assert station.batch(FIRST).row.state is BatchState.PENDING_CREDIT


def test_goods_that_the_supplier_wants_back_are_not_destroyed(station: Station) -> None:
    decided_shirts(station)
    station.do(submit_batch, FIRST)
    station.do_as("avi", approve_batch, FIRST)
    assert refused(station, "Yossi") == NotDestroyedHere(FIRST)


def test_destroyed_goods_do_not_come_back(claim: Station) -> None:
    claim.do(destroy_batch, FIRST, "Yossi")
    assert isinstance(claim.refusal(AT_THE_BENCH, undo), CannotUndo)


def test_the_paper_says_that_the_goods_are_destroyed_here(claim: Station) -> None:
    content = claim.desk.read(preview_slip, FIRST).content
    assert content.destroyed
    assert content.totals.freight_minor == 0
