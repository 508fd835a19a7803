"""A batch is turned: its pieces are given away or recycled instead, each decided anew."""

from datetime import timedelta

import pytest

from returns_desk.domain.batches import BatchState, PartnerKind
from returns_desk.domain.board_refusals import NothingToTurn
from returns_desk.domain.events import BatchCancelled, BatchTurned
from returns_desk.domain.items import Disposition, ItemState, OverrideReason, StockStatus
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.refusals import BadValue, CannotUndo, WrongState
from returns_desk.store.database import Database
from returns_desk.usecases.decide_item import decide_item
from returns_desk.usecases.submit_batch import submit_batch
from returns_desk.usecases.turn_batch import turn_batch
from returns_desk.usecases.undo import undo
from returns_desk.usecases.verify_books import verify_books
from tests.builders import SHIRT, Station, decided_shirts, journal
from tests.shops import OnBoth

FIRST = "SB-000001"
SOUND, FAULTY = "IT-1-000001", "IT-1-000002"


@pytest.fixture
def mixed(station: Station) -> Station:
    """TAVOR's batch with a sound shirt and a faulty one."""
    return _mixed(station)


def _mixed(station: Station) -> Station:
    station.scan("RR402103114IL", SHIRT, "DO-A")
    station.do(decide_item, Disposition.SUPPLIER, OverrideReason.SHOP_INSTRUCTION)
    station.scan(SHIRT, "DO-D", "DO-OK")
    return station


@OnBoth
def test_a_batch_is_recycled_whole_and_given_up(either: Database) -> None:
    station = Station(either).begin()
    decided_shirts(station)
    shown = station.batch(FIRST).seen
    done = station.desk.run(AT_THE_BENCH, turn_batch, FIRST, Disposition.RECYCLE)
    assert [event.seen for event in done.events if isinstance(event, BatchCancelled)] == [shown]
    assert station.batch(FIRST).row.state is BatchState.CANCELLED
    turned = station.batch("RB-000001")
    assert [line.item.number for line in turned.lines] == [SOUND, FAULTY]
    piece = station.item(SOUND)
    assert (piece.state, piece.stock) == (ItemState.BATCHED, StockStatus.RECYCLING)


@OnBoth
def test_what_may_not_be_given_stays_behind_and_is_told(either: Database) -> None:
    station = _mixed(Station(either).begin())
    events = station.desk.run(AT_THE_BENCH, turn_batch, FIRST, Disposition.DONATE).events
    told = next(event for event in events if isinstance(event, BatchTurned))
    assert (told.moved, told.left) == (1, (FAULTY,))
    assert station.batch(FIRST).row.state is BatchState.COLLECTING
    assert [line.item.number for line in station.batch(FIRST).lines] == [FAULTY]
    assert station.batch("DB-000001").row.kind is PartnerKind.CHARITY
    assert station.item(SOUND).stock is StockStatus.DONATION


def test_a_piece_past_its_day_is_given_to_nobody(mixed: Station) -> None:
    with mixed.database.work(mixed.desk.seat, AT_THE_BENCH, mixed.clock(), "00" * 16) as work:
        table = type(work.bench).metadata.tables["items"]
        past = mixed.clock().date() - timedelta(days=1)
        work.session.execute(table.update().values(expires=past))
    refusal = mixed.refusal(AT_THE_BENCH, turn_batch, FIRST, Disposition.DONATE)
    assert refusal == NothingToTurn(FIRST, "donate", (SOUND, FAULTY))
    assert len(mixed.batch(FIRST).lines) == 2, "nothing is half done"


def test_what_is_in_hand_stays_in_hand(mixed: Station) -> None:
    mixed.scan("RR402100166IL", SHIRT)
    hand = mixed.bench.item
    mixed.do(turn_batch, FIRST, Disposition.RECYCLE)
    assert hand
    assert mixed.bench.item
    assert mixed.bench.item.number == hand.number


def test_a_submitted_batch_is_not_turned(mixed: Station) -> None:
    mixed.do(submit_batch, FIRST)
    assert isinstance(mixed.refusal(AT_THE_BENCH, turn_batch, FIRST, Disposition.DONATE), WrongState)


def test_a_batch_is_not_turned_to_where_it_goes_already_nor_back_into_the_stock(mixed: Station) -> None:
    mixed.do(turn_batch, FIRST, Disposition.DONATE)
    assert isinstance(mixed.refusal(AT_THE_BENCH, turn_batch, "DB-000001", Disposition.DONATE), WrongState)
    assert isinstance(mixed.refusal(AT_THE_BENCH, turn_batch, FIRST, Disposition.RESTOCK), BadValue)


def test_a_turn_is_not_undone(mixed: Station) -> None:
    mixed.do(turn_batch, FIRST, Disposition.RECYCLE)
    assert isinstance(mixed.refusal(AT_THE_BENCH, undo), CannotUndo)


def test_each_piece_is_decided_anew_and_the_books_balance(mixed: Station) -> None:
    mixed.do(turn_batch, FIRST, Disposition.RECYCLE)
    kinds = [kind for kind, _ in journal(mixed.database)]
    assert kinds.count("ItemDecided") == 4
    assert kinds[-1] == "BatchCancelled"
    assert mixed.desk.read(verify_books) == ()
