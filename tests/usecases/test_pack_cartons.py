"""Cartons: filled by scanning, weighed, closed; what does not belong there is refused in words, and all is undone."""

from typing import Any

import pytest
from sqlalchemy import event

from returns_desk.domain import packing_refusals as r
from returns_desk.domain.batches import BatchState
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.refusals import BadValue, CannotUndo, NotFound, WrongState
from returns_desk.domain.sscc import is_sscc
from returns_desk.store.database import Database
from returns_desk.usecases import look_cartons
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.issue_slip import preview_slip
from returns_desk.usecases.pack_cartons import (
    close_carton,
    open_carton,
    pack_item,
    remove_carton,
    reopen_carton,
    unpack_item,
)
from returns_desk.usecases.set_prefix import set_gs1_prefix
from returns_desk.usecases.ship_batch import pack_batch, ship_batch
from returns_desk.usecases.submit_batch import submit_batch
from returns_desk.usecases.undo import undo
from tests.builders import SHIRT, Station, decided_kettle, decided_shirts, rows
from tests.shops import OnBoth

ONE, TWO = "IT-1-000001", "IT-1-000002"
CARTON = "CT-000001"


@pytest.fixture
def shirts(station: Station) -> str:
    """An approved batch of two shirts, for a supplier that asks for no number."""
    return approved_shirts(station)


def approved_shirts(station: Station) -> str:
    number = decided_shirts(station)
    station.do(submit_batch, number)
    station.do_as("avi", approve_batch, number)
    return number


def refused(station: Station, usecase: Any, *arguments: Any) -> Any:
    return station.refusal(AT_THE_BENCH, usecase, *arguments)


def cartons(station: Station, number: str) -> list[tuple[str, int, bool]]:
    return [(box.number, box.weight_g, box.closed) for box in station.batch(number).cartons]


def lies_in(station: Station, number: str) -> dict[str, str]:
    return {line.item.number: line.carton for line in station.batch(number).lines}


@OnBoth
def test_a_batch_is_packed_in_cartons_and_says_so_on_its_paper(either: Database) -> None:
    station = Station(either).begin()
    station.do_as("avi", set_gs1_prefix, "7290011")
    number = approved_shirts(station)
    first_paper = station.batch(number).slip
    for item, weight in ((ONE, 1_200), (TWO, 900)):
        carton = station.do(open_carton, number)
        station.do(pack_item, carton, item.lower())
        station.do(close_carton, carton, weight, (300, 200, 100))
    station.do(pack_batch, number)
    batch = station.batch(number)
    assert (batch.row.state, batch.packages, batch.weight_g) == (BatchState.PACKED, 2, 2_100)
    assert lies_in(station, number) == {ONE: CARTON, TWO: "CT-000002"}
    units = [box.sscc for box in batch.cartons]
    assert all(map(is_sscc, units))
    assert len(set(units)) == 2
    paper = station.desk.read(preview_slip, number).content
    assert paper.number != first_paper
    assert (paper.references.sscc, paper.references.packages, paper.references.weight_g) == (tuple(units), 2, 2_100)
    station.do(ship_batch, number, "DHL", "W-1", "Moshe", "12-345-67")
    assert station.batch(number).plate == "12-345-67"


def test_a_shop_without_a_prefix_gives_its_cartons_no_sscc(station: Station, shirts: str) -> None:
    station.do(open_carton, shirts)
    assert [box.sscc for box in station.batch(shirts).cartons] == [""]


def test_a_cartons_sscc_stands_for_its_number(station: Station, shirts: str) -> None:
    station.do_as("avi", set_gs1_prefix, "729001123")
    station.do(open_carton, shirts)
    [box] = station.batch(shirts).cartons
    for code in (box.sscc, f"(00){box.sscc}", f"]C100{box.sscc}"):
        assert station.desk.read(look_cartons.carton, code).carton.number == CARTON


def test_what_does_not_belong_into_the_carton_is_refused(station: Station) -> None:
    decided_kettle(station)
    station.scan("DO-CLOSE", "RR402103114IL", SHIRT, "DO-D", "DO-OK", SHIRT, "DO-D", "DO-RECYCLE", "DO-O-SHOP")
    number = "SB-000002"
    station.do(submit_batch, number)
    station.do_as("avi", approve_batch, number)
    carton = station.do(open_carton, number)
    shirt = station.batch(number).lines[0].item.number
    assert refused(station, pack_item, carton, ONE) == r.NotOfBatch(ONE, number, "SB-000001")
    assert refused(station, pack_item, carton, "IT-1-000003") == r.NotOfBatch("IT-1-000003", number, "RB-000001")
    assert refused(station, pack_item, carton, "IT-9-999999") == NotFound("item", "IT-9-999999")
    assert refused(station, pack_item, "CT-000099", shirt) == NotFound("carton", "CT-000099")
    station.do(pack_item, carton, shirt)
    assert refused(station, pack_item, carton, shirt) == r.InCarton(shirt, carton, same=True)
    other = station.do(open_carton, number)
    assert refused(station, pack_item, other, shirt) == r.InCarton(shirt, carton)
    assert refused(station, unpack_item, other, shirt) == r.NotInCarton(shirt, other)
    assert lies_in(station, number) == {shirt: carton}


def test_a_piece_that_was_sent_back_does_not_travel(station: Station) -> None:
    number = decided_shirts(station)
    station.do(submit_batch, number)
    station.do_as("avi", approve_batch, number, (TWO,), "photo")
    carton = station.do(open_carton, number)
    assert refused(station, pack_item, carton, TWO) == r.NotOfBatch(TWO, number)
    station.do(pack_item, carton, ONE)
    station.do(close_carton, carton, 500)
    station.do(pack_batch, number)
    assert station.batch(number).packages == 1


def test_pieces_of_one_number_go_into_the_carton_together(station: Station) -> None:
    station.scan("RR402103114IL", SHIRT, "2", "DO-D", "DO-OK")
    station.do(submit_batch, "SB-000001")
    station.do_as("avi", approve_batch, "SB-000001")
    carton = station.do(open_carton, "SB-000001")
    station.do(pack_item, carton, ONE)
    listed = station.desk.read(look_cartons.packing_list, "SB-000001")
    assert [(len(box.lines), box.units) for box in listed.cartons] == [(1, 2)]


def test_a_carton_without_weight_or_without_goods_is_not_closed(station: Station, shirts: str) -> None:
    carton = station.do(open_carton, shirts)
    assert refused(station, close_carton, carton, 500) == r.CartonEmpty(carton)
    assert refused(station, open_carton, shirts) == r.CartonEmpty(carton)
    station.do(pack_item, carton, ONE)
    assert refused(station, close_carton, carton, 0) == r.CartonUnweighed(carton)
    for weight in (-1, 2_000_001):
        assert refused(station, close_carton, carton, weight) == BadValue("weight", str(weight))
    assert isinstance(refused(station, close_carton, carton, 5, (1, 2, 10_001)), BadValue)
    assert cartons(station, shirts) == [(carton, 0, False)]


def test_a_batch_is_packed_only_when_each_line_lies_in_a_closed_carton(station: Station, shirts: str) -> None:
    carton = station.do(open_carton, shirts)
    station.do(pack_item, carton, ONE)
    for step in (pack_batch, ship_batch):
        assert refused(station, step, shirts) == r.NotAllPacked(shirts, (TWO,), (carton,))
    station.do(pack_item, carton, TWO)
    assert refused(station, pack_batch, shirts) == r.NotAllPacked(shirts, (), (carton,))
    station.do(close_carton, carton, 800)
    assert refused(station, pack_batch, shirts, 2) == BadValue("packages", "2")
    assert refused(station, pack_batch, shirts, 1, 900) == BadValue("weight", "900")
    assert station.batch(shirts).row.state is BatchState.APPROVED
    station.do(ship_batch, shirts)
    shipped = station.batch(shirts)
    assert (shipped.row.state, shipped.packages, shipped.weight_g) == (BatchState.SHIPPED, 1, 800)


def test_without_cartons_the_old_short_form_counts(station: Station, shirts: str) -> None:
    station.do(pack_batch, shirts, 3, 4_000)
    batch = station.batch(shirts)
    assert (batch.row.state, batch.packages, batch.weight_g, batch.cartons) == (BatchState.PACKED, 3, 4_000, ())


def test_nothing_is_packed_before_the_approval_or_after_the_goods_left(station: Station) -> None:
    number = decided_shirts(station)
    assert isinstance(refused(station, open_carton, number), WrongState)
    station.do(submit_batch, number)
    station.do_as("avi", approve_batch, number)
    carton = station.do(open_carton, number)
    for item in (ONE, TWO):
        station.do(pack_item, carton, item)
    station.do(close_carton, carton, 700)
    for step in (pack_item, unpack_item):
        assert refused(station, step, carton, ONE) == r.CartonShut(carton)
    station.do(ship_batch, number)
    for usecase in (open_carton,):
        assert isinstance(refused(station, usecase, number), WrongState)
    for usecase in (reopen_carton, remove_carton):
        assert isinstance(refused(station, usecase, carton), WrongState)


def test_a_carton_opened_again_takes_the_packing_of_its_batch_back(station: Station, shirts: str) -> None:
    carton = station.do(open_carton, shirts)
    for item in (ONE, TWO):
        station.do(pack_item, carton, item)
    station.do(close_carton, carton, 700)
    station.do(pack_batch, shirts)
    station.do(reopen_carton, carton)
    assert station.batch(shirts).row.state is BatchState.APPROVED
    assert refused(station, reopen_carton, carton) == r.CartonOpen(carton)
    station.do(undo)
    assert (station.batch(shirts).row.state, cartons(station, shirts)) == (BatchState.PACKED, [(carton, 700, True)])


def test_only_an_empty_carton_is_taken_away_and_its_number_is_not_given_again(station: Station, shirts: str) -> None:
    carton = station.do(open_carton, shirts)
    station.do(pack_item, carton, ONE)
    assert refused(station, remove_carton, carton) == r.CartonFull(carton)
    station.do(unpack_item, carton, ONE)
    station.do(remove_carton, carton)
    assert cartons(station, shirts) == []
    assert station.do(open_carton, shirts) == "CT-000002"


@OnBoth
def test_every_step_of_packing_is_undone(either: Database) -> None:
    station = Station(either).begin()
    number = approved_shirts(station)

    def state() -> object:
        batch = station.batch(number)
        return batch.row.state, cartons(station, number), lies_in(station, number)

    steps: list[tuple[Any, ...]] = [
        (open_carton, number),
        (pack_item, CARTON, ONE),
        (pack_item, CARTON, TWO),
        (unpack_item, CARTON, TWO),
        (close_carton, CARTON, 600),
        (reopen_carton, CARTON),
        (unpack_item, CARTON, ONE),
        (remove_carton, CARTON),
    ]
    before = []
    for usecase, *arguments in steps:
        before.append(state())
        station.do(usecase, *arguments)
    for was in reversed(before):
        station.do(undo)
        assert state() == was


def test_what_somebody_went_on_with_is_not_undone(station: Station, shirts: str) -> None:
    carton = station.do(open_carton, shirts)
    omer = Station(station.database, "2").begin("omer")
    omer.do(pack_item, carton, ONE)
    assert isinstance(refused(station, undo), CannotUndo)
    station.do(pack_item, carton, TWO)
    omer.do(close_carton, carton, 300)
    assert isinstance(refused(station, undo), CannotUndo)
    assert lies_in(station, shirts) == {ONE: carton, TWO: carton}


@pytest.mark.parametrize("prefix", ["123456", "12345678901", "72900A1", "٧٢٩٠٠١١"])
def test_what_is_no_company_prefix_is_refused(station: Station, prefix: str) -> None:
    assert isinstance(station.refusal(station.signature("avi"), set_gs1_prefix, prefix), BadValue)


def test_the_prefix_is_taken_back(station: Station) -> None:
    station.begin("avi")
    station.do(set_gs1_prefix, "729 0011")
    assert station.desk.read(look_cartons.gs1_prefix) == "7290011"
    station.do(undo)
    assert station.desk.read(look_cartons.gs1_prefix) == ""


def many_lines(station: Station, count: int) -> str:
    """An approved batch of so many lines, written behind the desk's back: their decisions are no part of this."""
    number = approved_shirts(station)
    with station.database.engine.begin() as connection:
        copy = connection.exec_driver_sql
        columns = {table: [row[1] for row in copy(f"PRAGMA table_info({table})")] for table in ("items", "batch_lines")}
        wanted: dict[str, dict[str, Any]] = {
            "items": {"id": "x'{key}'", "number": "'IT-9-{turn:06}'", "line_id": "line_id"},
            "batch_lines": {"id": "x'{key}'", "item_id": "x'{key}'", "position": "{turn}"},
        }
        for turn in range(3, count + 1):
            key = f"{turn:032x}"
            for table, new in wanted.items():
                values = ", ".join(str(new.get(column, column)).format(key=key, turn=turn) for column in columns[table])
                only = "number = 'IT-1-000001'" if table == "items" else "position = 1"
                copy(f"INSERT INTO {table} ({', '.join(columns[table])}) SELECT {values} FROM {table} WHERE {only}")
    return number


def statements_of(station: Station, job: Any) -> int:
    asked: list[str] = []

    def keep(_connection: Any, _cursor: Any, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(station.database.engine, "before_cursor_execute", keep)
    job()
    event.remove(station.database.engine, "before_cursor_execute", keep)
    return len(asked)


def test_500_lines_in_3_cartons_ask_no_more_of_the_database_than_a_few_do(station: Station) -> None:
    number = many_lines(station, 500)
    items = [line.item.number for line in station.batch(number).lines]
    assert len(items) == 500
    counts = []
    for first in range(0, 500, 167):
        carton = station.do(open_carton, number)
        for item in items[first : first + 167]:
            counts.append(statements_of(station, lambda box=carton, one=item: station.do(pack_item, box, one)))
        station.do(close_carton, carton, 9_000)
    assert max(counts) <= min(counts) + 2
    assert statements_of(station, lambda: station.do(pack_batch, number)) < 60
    assert statements_of(station, lambda: station.desk.read(look_cartons.packing_list, number)) < 25
    assert statements_of(station, lambda: station.batch(number)) < 25
    listed = station.desk.read(look_cartons.packing_list, number)
    assert [len(box.lines) for box in listed.cartons] == [167, 167, 166]
    assert rows(station.database, "SELECT count(*) FROM batch_lines WHERE carton_id IS NULL") == [(0,)]
