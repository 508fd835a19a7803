"""A database from before the stock ledger: with the migration its books are opened, and they balance."""

import pytest
import sqlalchemy as sa

from returns_desk.domain.items import StockStatus
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.stock import Span, every_move, stock_sums
from returns_desk.store.lookups.stock_books import available_undecided, moves_without_step, negative_stock, stock_astray
from returns_desk.store.work import Seat
from tests.fakes import MORNING
from tests.store.older import Row, opened_from, put

SEAT = Seat("", "", "1")
# state, stock, place, disposition, grade, quantity
PIECES = [
    ("received", "quarantine", "", None, None, 1),
    ("inspected", "quarantine", "CAGE-1", None, "D", 3),
    ("placed", "available", "A-1", "restock", "A", 2),
    ("placed", "available", "", "restock", "A", 1),
    ("placed", "open box", "A-1", "restock", "B", 1),
    ("batched", "supplier return", "", "supplier", "D", 1),
    ("batched", "donation", "", "donate", "C", 4),
    ("batched", "recycling", "", "recycle", "E", 1),
    ("gone", "gone", "B-9", "supplier", "D", 2),
    ("put back", "quarantine", "", None, None, 1),
    ("merged", "quarantine", "", None, None, 5),
]
ANNOUNCED = [(5, 2), (1, 1), (3, 0)]
HERE = [
    (StockStatus.AVAILABLE, "", 1),
    (StockStatus.AVAILABLE, "A-1", 2),
    (StockStatus.DONATION, "", 4),
    (StockStatus.EXPECTED, "", 6),
    (StockStatus.OPEN_BOX, "A-1", 1),
    (StockStatus.QUARANTINE, "", 1),
    (StockStatus.QUARANTINE, "CAGE-1", 3),
    (StockStatus.RECYCLING, "", 1),
    (StockStatus.SUPPLIER_RETURN, "", 1),
]


def _fill(connection: sa.Connection) -> None:
    """A product, announced lines and pieces in every state, and one step that was done before."""
    product, parcel, rma, station = (new_id() for _ in range(4))
    put(
        connection,
        "products",
        {
            "id": product, "sku": "KETTLE", "sku_key": "KETTLE", "name": "Kettle", "currency": "ILS", "serialised": 0,
            "electrical": 1,
        },
    )  # fmt: skip
    put(connection, "parcels", {"id": parcel, "number": "PA-1-000001", "state": "closed", "version": 1})
    put(connection, "stations", {"id": station, "code": "1", "name": "1"})
    of_rma = {"number": "RMA-1", "number_key": "RMA-1", "state": "open", "vip": 0, "wanted": "refund"}
    put(connection, "rmas", {"id": rma, **of_rma})
    for quantity, received in ANNOUNCED:
        line = {"rma_id": rma, "product_id": product, "quantity": quantity, "received": received, "version": 1}
        put(connection, "rma_lines", {"id": new_id(), **line})
    for number, (state, stock, place, disposition, grade, quantity) in enumerate(PIECES, 1):
        piece: Row = {
            "id": new_id(), "number": f"IT-1-{number:06d}", "state": state, "outcome": "expected",
            "product_id": product, "parcel_id": parcel, "quantity": quantity, "findings": "[]", "currency": "ILS",
            "held": 0, "stock": stock, "place": place, "grade": grade, "disposition": disposition,
            "received_at": MORNING, "version": 1,
        }  # fmt: skip
        put(connection, "items", piece)
    done: Row = {
        "id": new_id(), "station_id": station, "seq": 1, "at": MORNING, "kind": "SignedOut", "body": "{}",
        "step_id": new_id(), "step_line": 0, "hash": "",
    }  # fmt: skip
    put(connection, "journal", done)


def _books_are_open(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    database = opened_from(2, url, monkeypatch, _fill)
    with database.reading(SEAT, MORNING) as work:
        for look in (stock_astray, negative_stock, moves_without_step, available_undecided):
            assert look(work.session) == []
        here = [(status, place, quantity) for _, status, place, quantity in stock_sums(work.session)]
        assert here == HERE
        moves = [row.move for row in every_move(work.session, Span(), ())]
    assert {(move.from_status, move.step_id, move.at) for move in moves} == {(StockStatus.OUTSIDE, None, MORNING)}
    assert [move.seq for move in moves] == list(range(1, len(moves) + 1))
    assert [(move.to_status, move.to_place) for move in moves if move.to_status is StockStatus.GONE] == [
        (StockStatus.GONE, "")
    ]
    database.close()


def test_a_file_from_before_the_ledger_balances_at_once(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    _books_are_open(f"sqlite:///{tmp_path_factory.mktemp('old') / 'old.db'}", monkeypatch)


@pytest.mark.postgres
def test_a_server_from_before_the_ledger_balances_at_once(postgresql_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _books_are_open(postgresql_url, monkeypatch)


@pytest.mark.postgres
def test_an_empty_server_is_opened_too(postgresql_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    database = opened_from(2, postgresql_url, monkeypatch, None)
    with database.reading(SEAT, MORNING) as work:
        assert list(every_move(work.session, Span(), ())) == []
    database.close()
