"""Every way in which the books can be out of balance is found, and named by its number."""

from contextlib import closing
from pathlib import Path

import pysqlite3.dbapi2 as sqlite
import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import DBAPIError

from returns_desk.domain.books import BookFact, BookFault
from returns_desk.domain.items import StockStatus
from returns_desk.domain.money import Money
from returns_desk.store.database import Database
from returns_desk.store.ids import new_id
from returns_desk.store.ledger import UnsoundStock
from returns_desk.store.lookups.catalogue import product_by_sku
from returns_desk.store.records import StockMoveRecord
from returns_desk.store.work import Work
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.credit_batch import record_credit, reverse_credit
from returns_desk.usecases.pack_cartons import close_carton, open_carton, pack_item
from returns_desk.usecases.ship_batch import ship_batch
from returns_desk.usecases.submit_batch import submit_batch
from returns_desk.usecases.verify_books import verify_books
from returns_desk.wording import Words
from returns_desk.wording.book_faults import say_book_fault
from tests.builders import KETTLE, SHIRT, Station, standing
from tests.cli.conftest import _sample_home, home, run
from tests.cli.desk_at_hand import Commands
from tests.fakes import MORNING
from tests.shops import OnBoth

__all__ = ["_sample_home", "home", "run"]
PIECE, BATCH = "IT-1-000001", "SB-000001"
_SETTLED = "INSERT INTO settled (id, key, at, how, note) VALUES (randomblob(16),"


@pytest.fixture
def worked(run: Commands) -> Commands:
    """A shop with one piece in one approved batch, and one parcel open."""
    run.scan("RR402101201IL", "7290011232016", "DO-D", "DO-OK", "DO-CLOSE", "RR402100166IL")
    run.done("batch", "submit", BATCH, "--badge", "ID-DANA-1")
    run.done("batch", "approve", BATCH, "--badge", "ID-AVI-3", "--pin-stdin", typed="2580\n")
    return run


def _done_behind_its_back(home: Path, *statements: str) -> None:
    with closing(sqlite.connect(str(home / "returns.db"))) as outside:
        for (name,) in outside.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall():
            outside.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            outside.execute(statement)
        outside.commit()


def test_books_that_nobody_touched_balance(worked: Commands) -> None:
    assert worked.done("verify", "--json").json == {"ok": True, "faults": []}


@pytest.mark.parametrize(
    ("statement", "fact", "subject"),
    [
        ("UPDATE journal SET at = '2020-01-01' WHERE kind = 'ItemTaken'", BookFact.CHAIN_BROKEN, "1 "),
        ("DELETE FROM journal WHERE kind = 'ItemGraded'", BookFact.CHAIN_BROKEN, "1 "),
        ("UPDATE documents SET sequence = 3", BookFact.NUMBER_MISSING, "SR-"),
        ("UPDATE counters SET value = 9 WHERE name LIKE 'document %'", BookFact.COUNTER_BEHIND, "document SR"),
        ("UPDATE documents SET content = replace(content, 'KX-17', 'KX-18')", BookFact.PAPER_CHANGED, "SR-"),
        ("UPDATE items SET batch_id = NULL", BookFact.LINE_ASTRAY, f"{BATCH} {PIECE}"),
        ("UPDATE items SET state = 'inspected'", BookFact.LINE_ASTRAY, PIECE),
        ("DELETE FROM batch_lines", BookFact.ITEM_WITHOUT_LINE, PIECE),
        ("UPDATE rma_lines SET received = 0", BookFact.RECEIVED_DIFFERS, "RMA-20402"),
        ("UPDATE items SET state = 'put back'", BookFact.RECEIVED_DIFFERS, "RMA-20402"),
        ("UPDATE items SET state = 'merged'", BookFact.LINE_ASTRAY, PIECE),
        ("UPDATE items SET state = 'decided'", BookFact.ITEM_WITHOUT_LINE, PIECE),
        ("UPDATE items SET quantity = 2", BookFact.RECEIVED_DIFFERS, "RMA-20402"),
        ("UPDATE items SET net = 1", BookFact.DECISION_ASTRAY, PIECE),
        ("UPDATE items SET override = 'OTHER'", BookFact.DECISION_ASTRAY, PIECE),
        ("UPDATE decisions SET chosen = 'donation'", BookFact.DECISION_ASTRAY, PIECE),
        (
            "INSERT INTO decisions SELECT randomblob(16), item_id, at, person_id, category, supplier, rule_version,"
            " rule, advised, chosen, override, net, currency, facts, nets, undone FROM decisions",
            BookFact.DECISION_ASTRAY,
            PIECE,
        ),
        (
            "UPDATE benches SET item_id = (SELECT id FROM items); UPDATE items SET state = 'gone'",
            BookFact.HAND_ASTRAY,
            PIECE,
        ),
        (
            f"{_SETTLED} 'held:IT-9-000009', '2026-11-22T10:00:00Z', 'seen', '')",
            BookFact.SETTLED_NOTHING,
            "IT-9-000009",
        ),
        (f"{_SETTLED} 'what is this', '2026-11-22T10:00:00Z', 'seen', '')", BookFact.SETTLED_NOTHING, "what"),
        ("UPDATE items SET product_id = randomblob(16)", BookFact.LOST_REFERENCE, "items"),
        ("UPDATE items SET quantity = 2", BookFact.STOCK_ASTRAY, "KX-17 supplier return"),
        ("UPDATE items SET stock = 'donation'", BookFact.STOCK_ASTRAY, "KX-17 donation"),
        ("UPDATE items SET place = 'Z-9'", BookFact.STOCK_ASTRAY, "KX-17 supplier return Z-9"),
        ("UPDATE rma_lines SET quantity = quantity + 1", BookFact.STOCK_ASTRAY, "KX-17 expected"),
        ("DELETE FROM stock_moves WHERE to_status = 'supplier return'", BookFact.STOCK_ASTRAY, "KX-17 quarantine"),
        ("UPDATE stock_moves SET quantity = 5", BookFact.STOCK_ASTRAY, "KX-17 supplier return"),
        ("UPDATE stock_moves SET quantity = 500 WHERE item_id NOT NULL", BookFact.NEGATIVE_STOCK, "KX-17 expected"),
        ("UPDATE stock_moves SET step_id = randomblob(16)", BookFact.MOVE_WITHOUT_STEP, f"KX-17 {PIECE}"),
        ("UPDATE items SET stock = 'available'", BookFact.AVAILABLE_UNDECIDED, PIECE),
        ("UPDATE items SET stock = 'open box', disposition = 'restock'", BookFact.AVAILABLE_UNDECIDED, PIECE),
        ("UPDATE items SET held = 1", BookFact.AVAILABLE_UNDECIDED, PIECE),
        ("UPDATE items SET disposition = NULL", BookFact.AVAILABLE_UNDECIDED, PIECE),
    ],
)
def test_what_was_changed_behind_the_programs_back_is_found(
    worked: Commands, statement: str, fact: BookFact, subject: str
) -> None:
    _done_behind_its_back(worked.home, *statement.split("; "))
    said = worked("verify", "--json")
    assert said.code == 1
    assert any(fault["fact"] == fact and subject in fault["subject"] for fault in said.json["faults"])
    assert worked("verify", language="he").out.strip()


def test_one_parcel_at_two_stations_is_found(worked: Commands) -> None:
    worked.done("list", "items", "--station", "2")
    worked.done("scan", "--badge", "ID-OMER-2", "--station", "2", typed="RR402111711IL\n")
    _done_behind_its_back(worked.home, "DROP INDEX ix_benches_parcel_id")
    _done_behind_its_back(worked.home, "UPDATE benches SET parcel_id = (SELECT max(parcel_id) FROM benches)")
    assert [fault["fact"] for fault in worked("verify", "--json").json["faults"]] == ["two benches"]


@pytest.mark.parametrize("language", ["he", "en"])
@pytest.mark.parametrize("fact", list(BookFact))
def test_every_fault_has_its_sentence(fact: BookFact, language: str) -> None:
    assert "X-1" in say_book_fault(Words(language), BookFault(fact, "X-1"))


@OnBoth
def test_what_stock_moved_is_never_changed(either: Database) -> None:
    for change in ("UPDATE stock_moves SET quantity = quantity + 1", "DELETE FROM stock_moves"):
        with pytest.raises(DBAPIError, match="only grows"), either.engine.begin() as connection:
            connection.execute(text(change))


@OnBoth
def test_the_books_of_a_day_balance_on_either_database(either: Database) -> None:
    station = Station(either).begin()
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-OK", "DO-CLOSE")
    station.scan("RR402103114IL", SHIRT, "DO-A", "DO-OK", SHIRT, "DO-HOLD", "DO-UNDO", "DO-UNDO", "DO-NEXT")
    assert station.desk.read(verify_books) == ()


@OnBoth
def test_stock_that_moved_in_no_step_is_found_on_either_database(either: Database) -> None:
    station = Station(either).begin()

    def forge(work: Work) -> None:
        kettle = product_by_sku(work.session, "KETTLE")
        assert kettle is not None
        forged = {
            "id": new_id(), "seq": 999, "at": MORNING, "step_id": new_id(), "product_id": kettle.id, "quantity": 7,
            "from_status": StockStatus.AVAILABLE, "from_place": "A-1", "to_status": StockStatus.GONE, "to_place": "",
        }  # fmt: skip
        work.session.execute(insert(StockMoveRecord), [forged])

    station.do(forge)
    found = {(fault.fact, fault.subject) for fault in station.desk.read(verify_books)}
    assert found == {
        (BookFact.STOCK_ASTRAY, "KETTLE available A-1"),
        (BookFact.STOCK_ASTRAY, "KETTLE gone"),
        (BookFact.NEGATIVE_STOCK, "KETTLE available A-1"),
        (BookFact.MOVE_WITHOUT_STEP, "KETTLE"),
    }


def test_undecided_goods_are_never_put_up_for_sale_by_mistake(station: Station) -> None:
    def sell(work: Work) -> None:
        item = work.bench.item
        assert item is not None
        item.stock = StockStatus.AVAILABLE

    station.scan("RR402101201IL", KETTLE)
    before = standing(station.database)
    with pytest.raises(UnsoundStock):
        station.do(sell)
    assert standing(station.database) == before


@pytest.mark.parametrize(
    ("forgery", "fault"),
    [
        ("UPDATE credit_lines SET amount = amount + 1", BookFault(BookFact.CREDIT_ASTRAY, "SB-000001 CN-1")),
        ("UPDATE credits SET currency = 'USD'", BookFault(BookFact.CREDIT_ASTRAY, "SB-000001 CN-1")),
        ("UPDATE cartons SET weight_g = NULL", BookFault(BookFact.CARTON_ASTRAY, "CT-000001")),
        (
            "UPDATE cartons SET batch_id = (SELECT id FROM batches WHERE number = 'SB-000002')",
            BookFault(BookFact.CARTON_ASTRAY, "CT-000001 IT-1-000001"),
        ),
    ],
)
@OnBoth
def test_credits_and_cartons_hold_against_their_lines(either: Database, forgery: str, fault: BookFault) -> None:
    station = Station(either).begin()
    station.scan("RR402103114IL", SHIRT, "DO-D", "DO-OK")
    station.do(submit_batch, "SB-000001")
    station.scan(SHIRT, "DO-D", "DO-OK")
    station.do_as("avi", approve_batch, "SB-000001")
    carton = str(station.do(open_carton, "SB-000001"))
    station.do(pack_item, carton, "IT-1-000001")
    station.do(close_carton, carton, 500)
    station.do(ship_batch, "SB-000001")
    for credit, amount in (("CN-1", Money(200)), ("CN-2", Money(300))):
        station.do_as("avi", record_credit, "SB-000001", credit, amount, lines={"IT-1-000001": amount})
    station.do_as("avi", reverse_credit, "SB-000001", "CN-2")
    assert station.desk.read(verify_books) == ()
    with either.engine.begin() as connection:
        connection.execute(text(forgery))
    assert fault in station.desk.read(verify_books)
