"""The board of batches: what gathers where, what is ready, what is proposed, whatever the number of batches."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from returns_desk.domain.batches import BatchMode, BatchState, GoodsSort, PartnerKind
from returns_desk.domain.board_refusals import EvidenceMissing
from returns_desk.domain.evidence import PieceUnproved
from returns_desk.domain.items import Disposition, OverrideReason
from returns_desk.domain.money import Money
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.photos import KeptPicture, PhotoKind
from returns_desk.domain.proposals import Advice, Why
from returns_desk.domain.refusals import CannotUndo, NothingInBatch, WrongState
from returns_desk.domain.snapshots import BatchRow
from returns_desk.domain.terms import BelowMinimum, CreditMode, SupplierTerms
from returns_desk.store.database import Database
from returns_desk.usecases.decide_item import decide_item
from returns_desk.usecases.import_rows import import_suppliers
from returns_desk.usecases.look_board import board
from returns_desk.usecases.ready_batch import ready_batch, reopen_batch
from returns_desk.usecases.submit_batch import pull_item, submit_batch, withdraw_batch
from returns_desk.usecases.take_photo import add_photo
from returns_desk.usecases.undo import undo
from tests.builders import KETTLE, SHIRT, Station, decided_kettle, decided_shirts, suppliers
from tests.fakes import MORNING
from tests.shops import OnBoth

FIRST, SECOND = "SB-000001", "SB-000002"


def agree(station: Station, code: str, **changes: Any) -> SupplierTerms:
    """Let a supplier's terms be others from now on."""
    row = next(row for row in suppliers() if row.code == code)
    assert row.terms
    terms = replace(row.terms, **changes)
    station.do_as("noa", import_suppliers, [replace(row, terms=terms)])
    return terms


def rows(station: Station, kind: PartnerKind | None = None) -> list[BatchRow]:
    found = station.desk.read(board, kind).rows
    return [row for row in found if isinstance(row, BatchRow)]


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    """The statements that the database is asked meanwhile."""
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        asked.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(database.engine, "before_cursor_execute", note)


@OnBoth
def test_defective_goods_gather_apart_where_the_terms_want_them_apart(either: Database) -> None:
    station = Station(either).begin()
    agree(station, "TAVOR", separate_defective=True)
    station.scan("RR402103114IL", SHIRT, "DO-D", "DO-OK", SHIRT, "DO-A")
    station.do(decide_item, Disposition.SUPPLIER, OverrideReason.SHOP_INSTRUCTION)
    sorts = {row.number: row.sort for row in rows(station, PartnerKind.SUPPLIER)}
    assert sorts == {FIRST: GoodsSort.DEFECTIVE, SECOND: GoodsSort.NOT_DEFECTIVE}


@OnBoth
def test_goods_that_are_destroyed_here_gather_apart(either: Database) -> None:
    station = Station(either).begin()
    agree(station, "TAVOR", defective=CreditMode.DESTROY)
    decided_shirts(station)
    row = station.batch(FIRST).row
    assert (row.mode, row.lines, row.missing_to_minimum) == (BatchMode.DESTROY, 2, None)
    assert row.expected == Money(6_000), "90 % of each, and no freight"


@OnBoth
def test_a_batch_that_is_ready_takes_nothing_more_and_gathers_again_when_opened(either: Database) -> None:
    station = Station(either).begin()
    station.scan("RR402103114IL", SHIRT, "DO-D", "DO-OK")
    station.do(ready_batch, FIRST)
    station.scan(SHIRT, "DO-D", "DO-OK")
    assert [station.batch(number).row.lines for number in (FIRST, SECOND)] == [1, 1]
    station.do(reopen_batch, FIRST)
    assert station.batch(FIRST).row.state is BatchState.COLLECTING
    assert station.batch(FIRST).ready_at is None
    assert isinstance(station.refusal(AT_THE_BENCH, reopen_batch, FIRST), WrongState)


def test_making_ready_is_undone_until_the_batch_went_on(station: Station) -> None:
    decided_shirts(station)
    station.do(ready_batch, FIRST)
    station.do(undo)
    assert station.batch(FIRST).row.state is BatchState.COLLECTING
    station.do(ready_batch, FIRST)
    station.do_as("avi", submit_batch, FIRST)
    assert isinstance(station.refusal(AT_THE_BENCH, undo), CannotUndo)


def test_an_empty_batch_is_not_ready(station: Station) -> None:
    decided_kettle(station)
    station.do(pull_item, FIRST, "IT-1-000001")
    assert isinstance(station.refusal(AT_THE_BENCH, ready_batch, FIRST), NothingInBatch)


@OnBoth
@pytest.mark.parametrize("step", [ready_batch, submit_batch])
def test_a_batch_goes_on_only_with_the_photographs_that_its_terms_want(either: Database, step: Any) -> None:
    station = Station(either).begin()
    agree(station, "TAVOR", photos_needed=True)
    station.scan("RR402103114IL", SHIRT, "DO-D", "DO-OK", "DO-OK")
    refusal = station.refusal(AT_THE_BENCH, step, FIRST)
    assert refusal == EvidenceMissing(FIRST, ("IT-1-000001",), ("defect",))
    assert rows(station)[0].evidence == (PieceUnproved("IT-1-000001", (PhotoKind.DEFECT,)),)
    station.do(add_photo, KeptPicture("0" * 64, 4, 3), PhotoKind.DEFECT, item="IT-1-000001")
    station.do(step, FIRST)
    assert rows(station)[0].evidence == ()


@OnBoth
def test_a_minimum_of_300_is_waited_for_21_days_and_then_shipped_anyway(either: Database) -> None:
    station = Station(either).begin()
    agree(station, "TAVOR", minimum_value=30_000, minimum_wait_days=21, below_minimum=BelowMinimum.SHIP)
    decided_shirts(station)
    found = rows(station)[0].proposal
    assert found
    assert (found.advice, found.days, found.value_missing) == (Advice.WAIT, 21, Money(23_334))
    station.clock.now = MORNING + timedelta(days=21)
    found = rows(station)[0].proposal
    assert found
    assert (found.advice, found.why, found.money) == (Advice.SEND, Why.BELOW_MINIMUM, station.batch(FIRST).row.expected)


@OnBoth
def test_below_the_minimum_goods_are_given_away_where_the_terms_say_so(either: Database) -> None:
    station = Station(either).begin()
    decided_shirts(station)
    station.clock.now = MORNING + timedelta(days=21)
    found = rows(station)[0].proposal
    assert found
    assert found.advice is Advice.RECYCLE, "they are defective: no charity may have them"


def test_the_board_shows_what_is_to_be_done_now_before_what_waits(station: Station) -> None:
    decided_kettle(station)
    decided_shirts(station)
    assert [row.number for row in rows(station)] == [SECOND, FIRST], "40 days are left, and 70"
    station.do(submit_batch, SECOND)
    first, second = rows(station)
    assert (first.number, first.proposal) == (SECOND, None), "a supervisor is waited for"
    assert second.proposal


def test_a_batch_older_than_the_newest_stays_on_the_board(station: Station) -> None:
    decided_kettle(station)
    decided_shirts(station)
    assert len(station.desk.read(board, PartnerKind.SUPPLIER, limit=1).rows) == 1
    assert {row.number for row in rows(station, PartnerKind.SUPPLIER)} == {FIRST, SECOND}


def test_the_board_asks_no_more_of_more_batches(station: Station) -> None:
    agree(station, "TAVOR", photos_needed=True)
    agree(station, "GALIL", photos_needed=True)
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-OK", "DO-OK")
    with counted(station.database) as few:
        rows(station)
    station.scan("RR402103114IL", SHIRT, "DO-D", "DO-OK", "DO-OK")
    with counted(station.database) as more:
        assert len(rows(station)) == 2
    assert len(more) == len(few)


def test_a_batch_taken_back_is_ready_no_more(station: Station) -> None:
    number = decided_shirts(station)
    station.do(submit_batch, number)
    station.do(withdraw_batch, number)
    assert station.batch(number).ready_at is None
    station.do(submit_batch, number)
    station.do(undo)
    assert station.batch(number).ready_at is None
