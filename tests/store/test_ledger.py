"""The ledger hears of every change of a piece or an announced line, however it is made; and nothing goes around it."""

import ast
import gc
import weakref
from pathlib import Path

import returns_desk
from returns_desk.domain.items import ItemState, ReceiptOutcome, StockStatus
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.catalogue import product_by_sku
from returns_desk.store.lookups.returns import rma_by_number
from returns_desk.store.lookups.stock import stock_of_product
from returns_desk.store.lookups.stock_books import stock_astray
from returns_desk.store.records import ItemRecord, ParcelRecord, RmaLineRecord
from returns_desk.store.work import Work
from tests.builders import KETTLE, Station


def _heaps(station: Station, sku: str) -> list[tuple[StockStatus, str, int]]:
    def look(work: Work) -> list[tuple[StockStatus, str, int]]:
        product = product_by_sku(work.session, sku)
        assert product is not None
        assert stock_astray(work.session) == []
        return stock_of_product(work.session, product.id)

    return station.desk.read(look)


def test_rows_that_are_tied_by_what_they_belong_to_are_heard_of(station: Station) -> None:
    """Without an id of the product, and with defaults that come with the flush."""

    def make(work: Work) -> None:
        rma, kettle = rma_by_number(work.session, ["RMA-6"]), product_by_sku(work.session, "KETTLE")
        assert rma is not None
        assert kettle is not None
        parcel = work.session.query(ParcelRecord).first()
        assert parcel is not None
        for number in ("IT-9-000001", "IT-9-000002"):
            piece = ItemRecord(
                id=new_id(), number=number, state=ItemState.RECEIVED, outcome=ReceiptOutcome.OVER, currency="ILS",
                received_at=work.now,
            )  # fmt: skip
            piece.product, piece.parcel = kettle, parcel
            work.add(piece)
        line = work.add(RmaLineRecord(id=new_id(), rma_id=rma.id, quantity=3))
        line.product = kettle

    before = dict((status, quantity) for status, _, quantity in _heaps(station, "KETTLE"))
    station.do(make)
    now = dict((status, quantity) for status, _, quantity in _heaps(station, "KETTLE"))
    assert now[StockStatus.QUARANTINE] == 2
    assert now[StockStatus.EXPECTED] == before[StockStatus.EXPECTED] + 3


def test_a_piece_that_changes_in_several_flushes_moves_once(station: Station) -> None:
    def change(work: Work) -> None:
        item = work.bench.item
        assert item is not None
        for place, quantity in (("A-1", 2), ("A-2", 5), ("A-3", 1), ("", 1), ("B-7", 1)):
            item.place, item.quantity = place, quantity
            work.flush()

    station.scan("RR402101201IL", KETTLE)
    station.do(change)
    assert _heaps(station, "KETTLE") == [(StockStatus.QUARANTINE, "B-7", 1)]


def test_a_line_that_is_deleted_is_expected_no_longer(station: Station) -> None:
    def delete(work: Work) -> None:
        rma = rma_by_number(work.session, ["RMA-1"])
        assert rma is not None
        for line in list(rma.lines):
            work.session.delete(line)

    station.do(delete)
    assert _heaps(station, "KETTLE") == []


def test_a_session_that_only_looked_is_let_go_of_at_once(station: Station) -> None:
    """A listener of its own would hold it until somebody collects garbage."""
    gc.disable()
    try:
        seen = station.desk.read(lambda work: weakref.ref(work.session))
        assert seen() is None
    finally:
        gc.enable()


def test_no_statement_goes_around_the_session() -> None:
    """What is updated or deleted by a statement is no change of a record, and the ledger would not hear of it.

    A job of the print queue is moved by one, so that only one of two moves it; it is no stock.
    """
    for file in Path(returns_desk.__file__).parent.rglob("*.py"):
        if "migrations" not in file.parts:
            assert statements(ast.parse(file.read_text())) <= {"PrintJobRecord"}, file


def statements(module: ast.Module) -> set[str]:
    """What a module updates or deletes by a statement of SQLAlchemy's."""
    imported = (node for node in ast.walk(module) if isinstance(node, ast.ImportFrom))
    names = {name.name for node in imported if (node.module or "").startswith("sqlalchemy") for name in node.names}
    going_around = names & {"update", "delete"}
    calls = (node for node in ast.walk(module) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name))
    return {ast.unparse(call.args[0]) for call in calls if ast.unparse(call.func) in going_around}
