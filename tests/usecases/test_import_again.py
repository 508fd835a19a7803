"""Announced returns and sales imported again and again: the last file counts, what was received stays."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from returns_desk.domain.grades import StatedReason
from returns_desk.domain.money import Money
from returns_desk.domain.parcels import ParcelState
from returns_desk.exchange.rows import ExpectedRow
from returns_desk.store.database import open_database
from returns_desk.usecases import look
from returns_desk.usecases.import_expected import import_expected
from returns_desk.usecases.import_rows import Taken
from returns_desk.usecases.import_sales import import_sales
from tests.builders import CABLE, KETTLE, PHONE, SHIRT, Station, copied, expected, rows, sale
from tests.shops import OnBoth
from tests.usecases.test_arrival import announce, sell

BOXES = ("RR402100001IL", "RR402100002IL", "RR402100003IL")
CODES = {"KETTLE": KETTLE, "SHIRT": SHIRT, "CABLE": CABLE, "PHONE": PHONE}
lines = st.builds(
    expected,
    rma=st.sampled_from(["V-1", "V-2"]),
    sku=st.sampled_from(sorted(CODES)),
    quantity=st.integers(1, 3),
    serial=st.sampled_from(["", "", "SN-1", "SN-2"]),
    tracking=st.lists(st.sampled_from(BOXES), max_size=2, unique=True).map(tuple),
    customer=st.sampled_from(["Dana", "Omer"]),
)
versions = st.lists(lines, min_size=1, max_size=5)


def one_of_each(version: list[ExpectedRow]) -> list[ExpectedRow]:
    """A file as the reader gives it: no line twice, one customer a return."""
    seen: dict[tuple[str, str, str], ExpectedRow] = {}
    customers: dict[str, str] = {}
    for row in version:
        customer = customers.setdefault(row.rma, row.customer)
        seen.setdefault((row.rma, row.sku, row.serial), replace(row, customer=customer))
    return list(seen.values())


@contextmanager
def shop_of_its_own(template: Path) -> Iterator[Station]:
    with TemporaryDirectory(prefix="returns-desk-import-") as folder:
        database = open_database(f"sqlite:///{copied(template, Path(folder))}")
        try:
            yield Station(database).begin()
        finally:
            database.close()


def announced(station: Station, rma: str) -> tuple[Any, ...]:
    """What is announced of a return: its lines, its customer, its boxes."""
    found = station.rma(rma)
    told = Counter((line.product.sku, line.serial, line.quantity) for line in found.lines)
    return told, found.customer, set(found.tracking)


def dump(station: Station) -> list[list[tuple[Any, ...]]]:
    tables = ("rmas", "rma_lines", "parcels", "parcel_rmas", "items", "sales", "find_entries")
    return [rows(station.database, f"SELECT * FROM {table} ORDER BY 1, 2") for table in tables]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(versions, min_size=1, max_size=4))
def test_the_last_of_many_versions_is_what_is_announced(shop_template: Path, files: list[list[ExpectedRow]]) -> None:
    last = one_of_each(files[-1])
    with shop_of_its_own(shop_template) as station, shop_of_its_own(shop_template) as fresh:
        for version in files:
            announce(station, *one_of_each(version))
        announce(fresh, *last)
        for rma in {row.rma for row in last}:
            assert announced(station, rma) == announced(fresh, rma)
        before = dump(station)
        station.do_as("avi", import_expected, last)
        assert dump(station) == before


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(versions, st.lists(st.sampled_from(sorted(CODES)), max_size=3)), min_size=1, max_size=4))
def test_what_was_received_stays_and_never_exceeds_what_is_announced(
    shop_template: Path, days: list[tuple[list[ExpectedRow], list[str]]]
) -> None:
    with shop_of_its_own(shop_template) as station:
        announce(station, *(expected("V-1", sku, tracking=BOXES[:1]) for sku in CODES))
        station.scan("V-1")
        taken = 0
        for version, pieces in days:
            file = one_of_each(version)
            announce(station, *file)
            for sku in pieces:
                before = sum(received for received, _ in received_of(station))
                station.scan(CODES[sku])
                if station.bench.question:
                    station.scan("DO-UNDO")
                elif station.bench.item:
                    station.scan("DO-HOLD", "DO-H-OTHER")
                taken += sum(received for received, _ in received_of(station)) - before
            counted = received_of(station)
            assert sum(received for received, _ in counted) == taken
            assert all(received <= quantity for received, quantity in counted)
            pieces_of_lines = "SELECT count(*) FROM items WHERE line_id IS NOT NULL AND state != 'put back'"
            assert rows(station.database, pieces_of_lines) == [(taken,)]
            nothing_is_awaited_that_is_not_announced(station, [row for row in file if row.rma == "V-1"])
            before_again = dump(station)
            station.do_as("avi", import_expected, file)
            assert dump(station) == before_again


def nothing_is_awaited_that_is_not_announced(station: Station, file: list[ExpectedRow]) -> None:
    wanted, left = Counter[str](), Counter[str]()
    for row in file:
        wanted[row.sku] += row.quantity
    for line in station.rma("V-1").lines if file else ():
        left[line.product.sku] += line.quantity - line.received
    assert all(left[sku] <= wanted[sku] for sku in CODES)


def received_of(station: Station) -> list[tuple[int, int]]:
    return [
        (received, quantity)
        for received, quantity in rows(station.database, "SELECT received, quantity FROM rma_lines")
    ]


@OnBoth
def test_all_that_is_said_of_a_return_and_its_boxes_is_kept(either: Any) -> None:
    station = Station(either).begin()
    box = {"tracking": ("RR402109999IL",), "sscc": "340123450000000017", "box_no": 2, "box_count": 3, "weight_g": 1200}
    row = expected("RMA-N", "KETTLE", asn="ASN-1", protected=True, unit_price=Money(11_000), carrier="DHL", **box)
    announce(station, row)
    parcel = station.desk.read(look.parcel, "340123450000000017")
    assert (parcel.number, parcel.carrier, parcel.sscc) == ("RR402109999IL", "DHL", "340123450000000017")
    assert (parcel.box_no, parcel.box_count, parcel.expected_g) == (2, 3, 1200)
    assert station.rma("RMA-N").protected
    assert rows(either, "SELECT price FROM rma_lines WHERE price IS NOT NULL") == [(11_000,)]
    assert station.do_as("avi", import_expected, [row]) == Taken(same=1)


@OnBoth
def test_what_a_later_file_has_no_column_for_stays_as_it_was_said(either: Any) -> None:
    station = Station(either).begin()
    said = {"order": "SO-9", "phone": "050-555-0101", "stated": StatedReason.FAULTY, "vip": True, "serial": "SN-9"}
    announce(station, expected("RMA-N", "PHONE", tracking=(BOXES[0],), **said))
    before = station.rma("RMA-N")
    silent = frozenset({"order", "phone", "stated", "vip", "serial", "tracking", "bought", "delivered", "announced"})
    bare = replace(ExpectedRow(2, "RMA-N", before.customer, "PHONE", 1), unsaid=silent | {"wanted", "unit_price"})
    assert station.do_as("avi", import_expected, [bare]) == Taken(same=1)
    announce(station, replace(bare, quantity=2))
    after = station.rma("RMA-N")
    assert [line.quantity for line in after.lines] == [2]
    assert replace(after, lines=()) == replace(before, lines=())
    announce(station, replace(bare, unsaid=frozenset()))
    emptied = station.rma("RMA-N")
    assert (emptied.order, emptied.stated, emptied.vip, emptied.tracking) == ("", None, False, ())


def test_a_price_in_another_currency_is_not_taken_for_the_products(station: Station) -> None:
    announce(station, expected("RMA-N", "KETTLE", unit_price=Money(11_000, "USD")))
    assert rows(station.database, "SELECT count(*) FROM rma_lines WHERE price IS NOT NULL") == [(0,)]


def test_a_line_whose_product_or_serial_changed_is_changed_and_not_doubled(station: Station) -> None:
    announce(station, expected("RMA-N", "PHONE", serial="SN-1"))
    announce(station, expected("RMA-N", "PHONE", serial="SN-2"))
    assert [(line.product.sku, line.serial, line.quantity) for line in station.rma("RMA-N").lines] == [
        ("PHONE", "SN-2", 1)
    ]
    announce(station, expected("RMA-N", "KETTLE"))
    assert [(line.product.sku, line.quantity) for line in station.rma("RMA-N").lines] == [("KETTLE", 1)]
    station.scan("RMA-N", PHONE)
    assert station.bench.question is not None, "the phone is announced no longer"


def test_a_row_that_was_refused_takes_no_line_away(station: Station) -> None:
    announce(station, expected("RMA-N", "KETTLE"), expected("RMA-N", "SHIRT"))
    announce(station, replace(expected("RMA-N", "KETTLE"), whole=False))
    announce(station, expected("RMA-N", "KETTLE"), expected("RMA-N", "NO-SUCH"))
    assert [line.product.sku for line in station.rma("RMA-N").lines] == ["KETTLE", "SHIRT"]


def test_a_changed_customer_is_changed_on_the_pieces_too(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE)
    announce(station, expected("RMA-1", "KETTLE", tracking=("RR402101201IL",), customer="Renamed Person"))
    assert {found.number for found in station.desk.read(look.find, "Renamed")} == {"RMA-1", "IT-1-000001"}


def test_a_box_that_is_announced_no_longer_is_awaited_no_longer_and_may_be_again(station: Station) -> None:
    for tracking, state in (
        (("RR402109999IL",), ParcelState.ANNOUNCED),
        ((), ParcelState.WITHDRAWN),
        (("RR402109999IL",), ParcelState.ANNOUNCED),
    ):
        announce(station, expected("RMA-N", "KETTLE", tracking=tracking))
        assert rows(station.database, "SELECT state FROM parcels WHERE number = 'RR402109999IL'") == [(state.value,)]
    station.scan("RR402109999IL")
    announce(station, expected("RMA-N", "KETTLE"))
    assert station.bench.parcel is not None
    assert [rma.number for rma in station.bench.parcel.rmas] == ["RMA-N"]


def test_more_announced_after_the_box_was_closed_is_missing_and_less_is_complete(station: Station) -> None:
    box = {"tracking": ("RR402101201IL",)}
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-OK", "DO-CLOSE")
    announce(station, expected("RMA-1", "KETTLE", 2, **box))
    assert station.rma("RMA-1").state == "partly received"
    announce(station, expected("RMA-1", "KETTLE", 1, **box))
    assert station.rma("RMA-1").state == "received"


def test_a_strangers_box_that_left_leaves_its_number_free(station: Station) -> None:
    station.scan("JD014600006281234567", "DO-NOTOURS")
    station.do_as("avi", import_expected, [expected("RMA-N", "KETTLE", tracking=("RR402109999IL",))])
    station.scan("RR402109999IL")
    assert station.bench.parcel is not None


@OnBoth
def test_sales_come_again_and_again_without_being_doubled(either: Any) -> None:
    station = Station(either).begin()
    sold = [sale("SO-7", "PHONE", serial="SN-1"), sale("SO-7", "PHONE", serial="SN-2"), sale("SO-7", "CABLE", 3)]
    assert station.do_as("avi", import_sales, sold) == Taken(added=3)
    assert station.do_as("avi", import_sales, sold) == Taken(same=3)
    corrected = [replace(sold[0], serial="SN-9"), *sold[1:]]
    assert station.do_as("avi", import_sales, corrected) == Taken(changed=1, same=2)
    assert rows(either, "SELECT serial FROM sales ORDER BY 1") == [("",), ("SN-2",), ("SN-9",)]


def test_equal_lines_of_an_order_stay_two(station: Station) -> None:
    twice = [sale("SO-7", "CABLE"), sale("SO-7", "CABLE")]
    for _ in range(2):
        sell(station, *twice)
    assert rows(station.database, 'SELECT "repeat" FROM sales ORDER BY 1') == [(1,), (2,)]


def test_a_sale_of_an_unknown_product_refuses_its_row_only_unless_it_may_be_made(station: Station) -> None:
    taken = station.do_as("avi", import_sales, [sale("SO-7", "NEW-1"), sale("SO-7", "CABLE")])
    assert (taken.added, [row.refusal.value for row in taken.refused]) == (1, ["NEW-1"])
    made = station.do_as("avi", import_sales, [sale("SO-8", "NEW-1", create_product=True, description="New")])
    assert (made.added, station.desk.read(look.product, "NEW-1").name) == (1, "New")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.lists(
            st.builds(
                sale,
                order=st.sampled_from(["SO-1", "SO-2"]),
                sku=st.sampled_from(["PHONE", "CABLE"]),
                quantity=st.integers(1, 3),
                serial=st.sampled_from(["", "A", "B"]),
            ),
            max_size=5,
        ),
        min_size=1,
        max_size=4,
    )
)
def test_any_files_of_sales_in_any_order_are_taken_and_twice_is_once(shop_template: Path, files: list[Any]) -> None:
    with shop_of_its_own(shop_template) as station:
        for file in files:
            sell(station, *file)
            before = dump(station)
            again = station.do_as("avi", import_sales, file)
            assert again == Taken(same=len(file))
            assert dump(station) == before
