"""Nothing that is asked while a clerk works reads a whole table: a shop may have a million pieces in its past."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from returns_desk.domain.exceptions import ExceptionKind as K
from returns_desk.domain.parcels import UNFINISHED, ParcelState
from returns_desk.domain.people import Signature
from returns_desk.domain.photos import PhotoKind
from returns_desk.store.database import Database
from returns_desk.store.ids import new_id
from returns_desk.store.lookups import (
    batch_exceptions,
    batches,
    board,
    candidates,
    decisions,
    exceptions,
    odd_entries,
    order_of_work,
    photos,
    places,
    policies,
    print_queue,
    recalls,
    sales,
    stock,
    stories,
)
from returns_desk.store.lookups import returns as lookups
from returns_desk.store.work import Seat
from tests.fakes import MORNING

ID = new_id()
LONG_AGO = MORNING - timedelta(days=30)
ASKED = exceptions.Asked(LONG_AGO, 1_000, MORNING.date(), MORNING)
TABLES = (
    "stock_moves|recalls|product_codes|items|parcels|rmas|rma_lines|photos|sales|journal|batches|batch_lines|credits"
    "|print_queue"
)
WHOLE = re.compile(rf"SCAN ({TABLES})(?! USING INDEX ix_)")

ASKINGS: dict[str, Callable[[Session], Any]] = {
    "a tracking number or SSCC": lambda s: lookups.parcel_by_tracking(s, ["RR402101201IL", "072900112345650090"]),
    "a return's number": lambda s: lookups.rma_by_number(s, ["RMA-1"]),
    "an order": lambda s: candidates.first_rmas_of_order(s, ["SO-1"]),
    "the pieces of a return": lambda s: lookups.items_of_rma(s, ID),
    "a serial number": lambda s: lookups.pieces_of_serial(s, ID, "SN-1"),
    "a serial number in a box": lambda s: lookups.piece_with_serial(s, ID, "SN-1"),
    "returns that wait for a serial number": lambda s: candidates.open_rmas_with_serials(s, ["SN-1"]),
    "returns that wait for a product": lambda s: candidates.open_rmas_with_products(s, [ID]),
    "returns of a telephone": lambda s: candidates.open_rmas_of_phones(s, ["0501234567"]),
    "sales of an order": lambda s: sales.sales_of_orders(s, ["SO-1"]),
    "sales of a telephone": lambda s: sales.sales_of_phones(s, ["0501234567"], 20),
    "sales of a serial number": lambda s: sales.sales_with_serials(s, ["SN-1"], 20),
    "the sale of a piece": lambda s: policies.sale_of(s, ID, "SO-1", "SN-1"),
    "fees of a return": lambda s: policies.fees_of_return(s, ID, ID),
    "what goes against the policy": lambda s: policies.policy_conflicts(s, 100),
    "photographs of a piece": lambda s: photos.photos_of_item(s, ID, ID),
    "photographs of a parcel": lambda s: photos.photos_of_parcel(s, ID),
    "the same photograph": lambda s: photos.same_picture(s, "0" * 64, PhotoKind.DEFECT, ID, None),
    "parcels that wait": lambda s: order_of_work.waiting_returns(s, UNFINISHED, 12),
    "parcels to come": lambda s: order_of_work.waiting_returns(s, [ParcelState.ANNOUNCED], 12),
    "notices on a product": lambda s: recalls.recalls_of_product(s, ID, "KETTLE"),
    "products that notices name": lambda s: recalls.products_named(s, ["KETTLE", "7290011232016"]),
    "pieces of products that are called back": lambda s: recalls.pieces_of_products(s, [ID]),
    "pieces that a notice stops": lambda s: recalls.pieces_of_notice(s, "R-17", 100),
    "recalled goods that stand out": lambda s: exceptions.things_that_stand_out(s, K.RECALLED, ASKED, 100),
    "goods past their date that stand out": lambda s: exceptions.things_that_stand_out(s, K.EXPIRED, ASKED, 100),
    "suppliers' numbers that run out": lambda s: exceptions.things_that_stand_out(s, K.AUTHORIZATION, ASKED, 100),
    "windows that close": lambda s: exceptions.things_that_stand_out(s, K.WINDOW, ASKED, 100),
    "credits that are overdue": lambda s: exceptions.things_that_stand_out(s, K.CREDIT_OVERDUE, ASKED, 100),
    "credits that are too short": lambda s: exceptions.things_that_stand_out(s, K.SHORT_CREDIT, ASKED, 100),
    "certificates that are missing": lambda s: exceptions.things_that_stand_out(s, K.CERTIFICATE, ASKED, 100),
    "what gathers for a minimum": batch_exceptions.gathering_for_minimum,
    "the batches of a credit note": lambda s: stories.batches_of_credit(s, "CN-1"),
    "the batches of a supplier's number": lambda s: stories.batches_authorized_as(s, "RGA-1"),
    "what belongs to a batch": lambda s: stories.of_batches(s, [ID]),
    "what belongs to a box": lambda s: stories.of_parcel(s, ID),
    "what belongs to a return": lambda s: stories.of_rma(s, ID),
    "the entries of a story": lambda s: stories.entries_of(s, stories.Members({ID}, {ID}, {ID}, {ID}, {ID})),
    "photographs of a story": lambda s: photos.photos_of_things(s, [ID], [ID]),
    "the papers and files of a story": lambda s: (stories.papers_of(s, [ID]), stories.files_of(s, [ID])),
    "how many exceptions": lambda s: exceptions.count_each(s, ASKED, 100),
    "how a supplier credited": lambda s: decisions.credits_of_supplier(s, ID),
    "what waits for a supplier": lambda s: decisions.value_waiting(s, batches.Gathering(ID, "ILS", ID), but=ID),
    "batches on the board": lambda s: board.undecided_batches(s),
    "lines of the board": lambda s: board.board_lines(s, [ID]),
    "photographs of the board": lambda s: board.photos_taken(s, [ID]),
    "what gathers for several suppliers": lambda s: board.gathered_daily(s, [ID], MORNING.date()),
    "what gathers for a supplier": lambda s: decisions.gathers_daily(s, ID, "ILS", MORNING.date()),
    "how much lies in a bin": lambda s: places.count_in_place(s, "A-03-2"),
    "what lies in a bin": lambda s: places.items_in_place(s, "A-03-2", 100),
    "how much lies in every bin": lambda s: places.pieces_in_places(s),
    "the stock of a product": lambda s: stock.stock_of_product(s, ID),
    "the last moves of a product": lambda s: stock.newest_moves(s, ID, 20, ("ItemTaken",)),
    "moves since the last one taken": lambda s: list(stock.every_move(s, stock.Span(after=10**9), ())),
    "the last move taken": lambda s: stock.number_of_move(s, ID),
    "what is printed next": lambda s: print_queue.next_job(s, ID, ("item label",), MORNING),
    "what waits for a printer": lambda s: print_queue.count_jobs(s, ID, ("item label",)),
    "which kinds wait": lambda s: print_queue.kinds_waiting(s, ID),
    "what is being sent": lambda s: print_queue.jobs_being_sent(s, ID),
    "the print queue": lambda s: (print_queue.open_jobs(s, ID, 9), print_queue.done_jobs(s, ID, 9)),
    "the jobs of one thing": lambda s: print_queue.jobs_of_number(s, "IT-1-000001", "slip"),
    "how often a label was printed": lambda s: print_queue.last_copy_of(s, "IT-1-000001", ("item label",)),
    "the label of a piece that waits": lambda s: print_queue.waiting_label(s, ID, "IT-1-000001"),
    "scans that were refused": lambda s: odd_entries.refused_scans(s, LONG_AGO),
}


@pytest.fixture
def plans(shop: Database) -> Iterator[list[str]]:
    """How SQLite finds all that is asked in the test, step by step."""
    steps: list[str] = []

    def explain(connection: Any, _cursor: Any, statement: str, parameters: Any, *_: object) -> None:
        if statement.startswith("SELECT"):
            rows = connection.connection.cursor().execute("EXPLAIN QUERY PLAN " + statement, parameters)
            steps.extend(row[3] for row in rows)

    event.listen(shop.engine, "before_cursor_execute", explain)
    yield steps
    event.remove(shop.engine, "before_cursor_execute", explain)


@pytest.mark.parametrize("asking", ASKINGS)
def test_is_found_by_an_index(shop: Database, plans: list[str], asking: str) -> None:
    with shop.work(Seat("", "", "plans"), Signature(), MORNING, new_id()) as work:
        ASKINGS[asking](work.session)
    assert plans
    assert [step for step in plans if WHOLE.match(step)] == []
