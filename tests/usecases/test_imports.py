"""Imports: what is new is added, what changed is changed, what was received stays; twice is once."""

from dataclasses import replace
from pathlib import Path

import pytest

from returns_desk.domain.money import Money
from returns_desk.domain.parcels import ParcelState
from returns_desk.domain.people import Role
from returns_desk.exchange.read_products import read_products
from returns_desk.exchange.reading import Import
from returns_desk.exchange.rows import PersonRow
from returns_desk.usecases import look
from returns_desk.usecases.import_expected import import_expected
from returns_desk.usecases.import_rows import Taken, import_people, import_products, import_suppliers
from tests.builders import CABLE, KETTLE, SHIRT, TODAY, Station, expected, people, products, returns, rows, suppliers

EVERYTHING = {
    "suppliers": (import_suppliers, suppliers),
    "products": (import_products, products),
    "returns": (import_expected, returns),
    "people": (import_people, people),
}


def dump(station: Station) -> list[list[tuple[object, ...]]]:
    tables = ("partners", "terms", "products", "product_codes", "rmas", "rma_lines", "parcels", "parcel_rmas", "people")
    return [rows(station.database, f"SELECT * FROM {table} ORDER BY 1, 2") for table in tables]


@pytest.mark.parametrize(("usecase", "file"), EVERYTHING.values(), ids=EVERYTHING)
def test_a_file_taken_in_twice_changes_nothing(station: Station, usecase: object, file: object) -> None:
    before = dump(station)
    taken = station.do_as("noa", usecase, file())  # type: ignore[operator, arg-type]
    assert taken == Taken(same=len(file()))  # type: ignore[operator]
    assert dump(station) == before


def test_a_changed_product_is_changed_and_nothing_else(station: Station) -> None:
    changed = [replace(row, price=Money(row.price.minor + 100)) if row.sku == "SHIRT" else row for row in products()]
    assert station.do_as("noa", import_products, changed) == Taken(changed=1, same=5)
    assert station.desk.read(look.product, "SHIRT").price == Money(8_090)


@pytest.mark.parametrize(
    "codes",
    [
        (KETTLE, "4006381333931"),
        ("4006381333931", KETTLE),
        ("4006381333931",),
        (),
        (KETTLE, f"0{KETTLE}"),
        (KETTLE, KETTLE),
    ],
)
def test_codes_of_a_product_come_and_go(station: Station, codes: tuple[str, ...]) -> None:
    (kettle,) = [row for row in products() if row.sku == "KETTLE"]
    for _ in range(2):
        station.do_as("noa", import_products, [replace(kettle, codes=codes)])
    kept = station.desk.read(look.product, "KETTLE").codes
    assert {code.lstrip("0") for code in kept} == {code.lstrip("0") for code in codes}
    assert station.do_as("noa", import_products, [replace(kettle, codes=codes)]) == Taken(same=1)
    station.do_as("noa", import_products, [kettle])
    assert station.desk.read(look.product, KETTLE).sku == "KETTLE"


def test_one_file_may_name_a_product_twice(station: Station) -> None:
    (kettle,) = [row for row in products() if row.sku == "KETTLE"]
    fresh = replace(kettle, sku="FRESH", codes=("4006381333931", "0012345678905"))
    assert station.do_as("noa", import_products, [fresh, fresh]) == Taken(added=1, same=1)


def test_a_bare_price_list_leaves_what_it_has_no_column_for(station: Station, tmp_path: Path) -> None:
    before = station.desk.read(look.product, "SHIRT")
    prices = tmp_path / "prices.csv"
    prices.write_text("sku,name,price\nSHIRT,חולצה,89.90\n", encoding="utf-8")
    listed = read_products(prices, Import(TODAY, "ILS")).rows
    assert station.do_as("noa", import_products, listed) == Taken(changed=1)
    after = station.desk.read(look.product, "SHIRT")
    assert after == replace(before, name="חולצה", price=Money(8_990))
    assert station.do_as("noa", import_products, listed) == Taken(same=1)


def test_a_bare_price_in_another_currency_takes_the_old_cost_away(station: Station, tmp_path: Path) -> None:
    prices = tmp_path / "prices.csv"
    prices.write_text("sku,name,price\nSHIRT,Shirt,$20.00\n", encoding="utf-8")
    station.do_as("noa", import_products, read_products(prices, Import(TODAY, "USD")).rows)
    after = station.desk.read(look.product, "SHIRT")
    assert (after.cost, after.price) == (None, Money(2_000, "USD"))


def test_a_price_in_another_currency_keeps_its_currency(station: Station) -> None:
    (kettle,) = [row for row in products() if row.sku == "KETTLE"]
    dollars = replace(kettle, cost=Money(1_500, "USD"), price=Money(3_900, "USD"))
    station.do_as("noa", import_products, [dollars])
    product = station.desk.read(look.product, "KETTLE")
    assert (product.cost, product.price) == (Money(1_500, "USD"), Money(3_900, "USD"))


def test_goods_of_two_currencies_never_share_a_batch(station: Station) -> None:
    (kettle,) = [row for row in products() if row.sku == "KETTLE"]
    dollars = replace(kettle, sku="IMPORTED", codes=(), cost=Money(1_500, "USD"), price=Money(3_900, "USD"))
    station.do_as("noa", import_products, [dollars])
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-OK", "IMPORTED", "DO-OK", "DO-D", "DO-OK")
    batches = {number: station.batch(number).totals.gross for number in ("SB-000001", "SB-000002")}
    assert batches == {"SB-000001": Money(6_100), "SB-000002": Money(1_500, "USD")}


def test_an_unknown_supplier_refuses_its_row_only(station: Station) -> None:
    (kettle, *rest) = products()
    taken = station.do_as("noa", import_products, [replace(kettle, supplier="NOBODY", line=7), *rest])
    assert (taken.same, [row.line for row in taken.refused]) == (5, [7])


def test_changed_terms_are_a_new_version_and_old_batches_keep_theirs(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-OK")
    galil, *rest = suppliers()
    assert galil.terms is not None
    harder = replace(galil, terms=replace(galil.terms, fee_bp=2_000))
    assert station.do_as("noa", import_suppliers, [harder, *rest]) == Taken(changed=1, same=3)
    station.scan(KETTLE, "DO-OK", "DO-D", "DO-OK")
    first, second = station.batch("SB-000001"), station.batch("SB-000002")
    assert (first.totals.expected, second.totals.expected) == (Money(5_795), Money(4_880))
    assert [batch.row.expected for batch in (first, second)] == [first.totals.expected, second.totals.expected]


def test_an_announcement_grows_and_shrinks_but_never_below_what_came(station: Station) -> None:
    station.scan("RR402103114IL", SHIRT, "DO-A", "DO-OK")
    for announced, kept in ((5, 5), (1, 1), (0, 1)):
        station.do_as("avi", import_expected, [replace(expected("RMA-4", "SHIRT", announced), order="SO-4")])
        assert station.rma("RMA-4").lines[0].quantity == kept
    assert station.rma("RMA-4").lines[0].received == 1


def test_a_box_that_came_before_its_announcement_is_matched(station: Station) -> None:
    station.scan("JD014600006281234567")
    station.do_as("avi", import_expected, [expected("RMA-7", "CABLE", tracking=("JD014600006281234567",))])
    parcel = station.bench.parcel
    assert parcel is not None
    assert (parcel.state, [rma.number for rma in parcel.rmas]) == (ParcelState.MATCHED, ["RMA-7"])
    station.scan(CABLE)
    assert station.rma("RMA-7").lines[0].received == 1


def test_a_customer_is_found_under_the_changed_name(station: Station) -> None:
    changed = [replace(row, customer="נועם ישראלי") if row.rma == "RMA-1" else row for row in returns()]
    station.do_as("avi", import_expected, changed)
    assert [found.number for found in station.desk.read(look.find, "ישראלי")] == ["RMA-1"]
    assert "RMA-1" not in [found.number for found in station.desk.read(look.find, "אלון")]


def test_an_unknown_product_refuses_its_row_only_unless_it_may_be_made(station: Station) -> None:
    lines = [expected("RMA-8", "NEW-1"), replace(expected("RMA-8", "CABLE"), line=3)]
    taken = station.do_as("avi", import_expected, lines)
    assert (taken.added, [row.line for row in taken.refused]) == (1, [2])
    made = station.do_as("avi", import_expected, [replace(lines[0], create_product=True, description="חדש")])
    assert (made.refused, station.desk.read(look.product, "NEW-1").name) == ((), "חדש")


def test_a_changed_pin_counts_from_now_on(station: Station) -> None:
    avi = PersonRow(2, "ID-AVI-3", "Avi", Role.SUPERVISOR, pin="9999")
    assert station.do_as("noa", import_people, [avi]) == Taken(changed=1)
    assert station.do_as("noa", import_people, [replace(avi, pin="")]) == Taken(same=1)
