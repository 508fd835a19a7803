"""The stock ledger writes itself: whatever a step changes of a piece or an announced line becomes moves of stock.

Every use case changes pieces; none can forget the ledger, because the session tells what changed at each flush. The
moves are written once, with the journal, when the step is finished.
"""

from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, event, insert
from sqlalchemy.orm import Session, attributes

from returns_desk.domain.items import NO_PIECE, StockStatus
from returns_desk.domain.stock import FOR_SALE, Account, Change, Move, account_of, may_be_sold, moves_for
from returns_desk.store.ids import new_id
from returns_desk.store.numbers import next_numbers
from returns_desk.store.records import ItemRecord, RmaLineRecord, StockMoveRecord

SERIES = "stock move"
_INTO = insert(cast(Table, StockMoveRecord.__table__))  # the plain table: the mapped class costs more for nothing
_Counted = ItemRecord | RmaLineRecord
_LEDGER = "stock ledger"  # where a session keeps its own


class UnsoundStock(AssertionError):
    """A piece that is undecided, held or damaged was to be counted among what is sold: a mistake of the program."""


class Ledger:
    """What moved in one session, until it is written."""

    def __init__(self, session: Session) -> None:
        self._changes: list[Change] = []
        self._for_sale: dict[str, ItemRecord] = {}
        session.info[_LEDGER] = self

    def write(self, session: Session, step_id: str, station_id: str, at: datetime) -> None:
        """Write the moves of all that was flushed since the last time, in the same transaction.

        They are numbered from one counter, the last thing that a step waits for: whoever reads a number sees every
        smaller one too, whatever the clocks of the stations say. Raises ``UnsoundStock``, and nothing is kept.
        """
        for item in self._for_sale.values():
            if item.stock in FOR_SALE and not may_be_sold(item.disposition, item.grade, held=item.held):
                raise UnsoundStock(item.number)
        moves = moves_for(self._changes)
        self._changes, self._for_sale = [], {}
        if moves:
            first = next_numbers(session, SERIES, len(moves))
            rows = [_row(move, first + place, step_id, station_id, at) for place, move in enumerate(moves)]
            session.execute(_INTO, rows)

    def see(self, session: Session) -> None:
        """Note what a flush changes; what was before is still known."""
        for record in session.new:
            if isinstance(record, _Counted):
                self._stands_now(record)
        for record in session.dirty:
            if isinstance(record, _Counted):
                self._changes += _taken_off(_standing(record, _before))
                self._stands_now(record)
        for record in session.deleted:
            if isinstance(record, _Counted):
                self._changes += _taken_off(_standing(record, _before))

    def _stands_now(self, record: _Counted) -> None:
        self._changes += _standing(record, getattr)
        if isinstance(record, ItemRecord) and record.stock in FOR_SALE:
            self._for_sale[record.id] = record


# then defaults and the ids of others are filled in, and what was before is not forgotten yet
@event.listens_for(Session, "after_flush")
def _on_flush(session: Session, _context: object) -> None:
    ledger = session.info.get(_LEDGER)
    if ledger is not None:
        ledger.see(session)


def _before(record: _Counted, name: str) -> Any:
    history = attributes.get_history(record, name)
    return history.deleted[0] if history.deleted else getattr(record, name)


def _standing(record: _Counted, said: Any) -> list[Change]:
    """What a row says stands in an account; ``said`` reads its columns, as they are or as they were."""
    product = said(record, "product_id")
    if isinstance(record, ItemRecord):
        if said(record, "state") in NO_PIECE:
            return []
        account = account_of(product, said(record, "stock"), said(record, "place"))
        return [Change(account, said(record, "quantity"), record.id)]
    left = said(record, "quantity") - said(record, "received")
    return [Change(Account(product, StockStatus.EXPECTED), left)]


def _taken_off(changes: list[Change]) -> list[Change]:
    return [change._replace(quantity=-change.quantity) for change in changes]


def _row(move: Move, seq: int, step_id: str, station_id: str, at: datetime) -> dict[str, Any]:
    return {
        "id": new_id(),
        "seq": seq,
        "at": at,
        "step_id": step_id,
        "station_id": station_id,
        "product_id": move.product_id,
        "item_id": move.item_id,
        "quantity": move.quantity,
        "from_status": move.came_from.status,
        "from_place": move.came_from.place,
        "to_status": move.went_to.status,
        "to_place": move.went_to.place,
    }
