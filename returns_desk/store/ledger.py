"""The stock ledger writes itself: whatever a step changes of a piece or an announced line becomes moves of stock.

Every use case changes pieces; none can forget the ledger, because the session tells what changed at each flush. The
moves are written once, with the journal, when the step is finished.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import event, insert
from sqlalchemy.orm import Session, attributes

from returns_desk.domain.items import NO_PIECE, StockStatus
from returns_desk.domain.stock import Account, Change, Move, moves_for
from returns_desk.store.ids import new_id
from returns_desk.store.records import ItemRecord, RmaLineRecord, StockMoveRecord

_Counted = ItemRecord | RmaLineRecord


class Ledger:
    """Watches one session, and writes what moved."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._changes: list[Change] = []
        event.listen(session, "before_flush", self._see)

    def write(self, step_id: str, station_id: str, at: datetime) -> None:
        """Write the moves of all that was flushed since the last time, in the same transaction."""
        moves = moves_for(self._changes)
        self._changes = []
        if moves:
            self._session.execute(insert(StockMoveRecord), [_row(move, step_id, station_id, at) for move in moves])

    def _see(self, session: Session, _context: object, _instances: object) -> None:
        for record in session.new:
            if isinstance(record, _Counted):
                self._changes += _standing(record, _now)
        for record in session.dirty:
            if isinstance(record, _Counted):
                self._changes += _taken_off(_standing(record, _before))
                self._changes += _standing(record, _now)
        for record in session.deleted:
            if isinstance(record, _Counted):
                self._changes += _taken_off(_standing(record, _before))


def _now(record: _Counted, name: str) -> Any:
    value = getattr(record, name)
    default = record.__table__.columns[name].default
    return default.arg if value is None and default is not None else value  # a new row's default comes with the flush


def _before(record: _Counted, name: str) -> Any:
    history = attributes.get_history(record, name)
    return history.deleted[0] if history.deleted else getattr(record, name)


def _standing(record: _Counted, said: Any) -> list[Change]:
    """What a row says stands in an account; ``said`` reads its columns, as they are or as they were."""
    product = said(record, "product_id")
    if isinstance(record, ItemRecord):
        if said(record, "state") in NO_PIECE:
            return []
        account = Account(product, said(record, "stock"), said(record, "place") or "")
        return [Change(account, said(record, "quantity"), record.id)]
    left = said(record, "quantity") - said(record, "received")
    return [Change(Account(product, StockStatus.EXPECTED), left)]


def _taken_off(changes: list[Change]) -> list[Change]:
    return [change._replace(quantity=-change.quantity) for change in changes]


def _row(move: Move, step_id: str, station_id: str, at: datetime) -> dict[str, Any]:
    return {
        "id": new_id(),
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
