"""What was sold, and what a file says of an announced box: read whole, or refused with line and reason."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from returns_desk.domain.import_facts import RowFact
from returns_desk.domain.money import Money
from returns_desk.domain.refusals import RowRefused
from returns_desk.exchange.mapping import shipped_mapping
from returns_desk.exchange.read_expected import read_expected
from returns_desk.exchange.read_products import read_products
from returns_desk.exchange.read_sales import read_sales
from returns_desk.exchange.reading import Import
from returns_desk.exchange.rows import SaleRow
from returns_desk.resources import resource
from tests.exchange.files import text_file, workbook

TODAY = date(2026, 11, 22)
WANTED = Import(TODAY)
HEAD = "rma,customer,sku,quantity,tracking,sscc,asn,box,weight,protected,unit_price"


def test_a_sale_is_read_whole_from_a_workbook(tmp_path: Path) -> None:
    head = ["order", "sku", "quantity", "serial", "price", "sold", "delivered", "customer", "phone", "channel"]
    row = ["SO-1", "KX-17", 2, "SN-1", 99.9, "-8d", "-5d", "שירה אלון", "052-555-0102", "post"]
    reading = read_sales(workbook(tmp_path, [head, row]), WANTED)
    assert reading.rows == (
        SaleRow(
            2,
            "SO-1",
            "KX-17",
            2,
            serial="SN-1",
            unit_price=Money(9_990),
            sold=date(2026, 11, 14),
            delivered=date(2026, 11, 17),
            customer="שירה אלון",
            phone="052-555-0102",
            channel="post",
        ),
    )


def test_sales_that_name_no_product_or_stand_twice_are_refused(tmp_path: Path) -> None:
    text = "order,sku,code,quantity\nSO-1,,,1\nSO-1,A,,1\nSO-1,A,,2\n,A,,1\nSO-1,B,,0\nSO-1,,7290011232016,1\n"
    reading = read_sales(text_file(tmp_path, text), WANTED)
    assert [(row.order, row.sku, row.code) for row in reading.rows] == [
        ("SO-1", "A", ""),
        ("SO-1", "", "7290011232016"),
    ]
    assert [(row.line, row.refusal) for row in reading.refused] == [
        (2, RowRefused(RowFact.MISSING, "sku")),
        (4, RowRefused(RowFact.DUPLICATE, value="3")),
        (5, RowRefused(RowFact.MISSING, "order")),
        (6, RowRefused(RowFact.NOT_A_NUMBER, "quantity", "0")),
    ]


@pytest.mark.parametrize(
    ("weight", "grams"),
    [("1.2 kg", 1200), ("800 g", 800), ("800", 800), ("1,5kg", 1500), ('2 ק"ג', 2000), ("750 גרם", 750), ("", None)],
)
def test_a_weight_is_grams_unless_it_says_kilograms(tmp_path: Path, weight: str, grams: int | None) -> None:
    quoted = '"' + weight.replace('"', '""') + '"'
    reading = read_expected(text_file(tmp_path, f"{HEAD}\nR-1,Dana,A,1,T-1,,,,{quoted},,\n"), WANTED)
    assert [row.weight_g for row in reading.rows] == [grams]


def test_what_a_file_says_of_a_box_is_read(tmp_path: Path) -> None:
    line = "R-1,Dana,A,1,T-1,(00)340123450000000017,ASN-7,2/3,1.2 kg,yes,99.90"
    (row,) = read_expected(text_file(tmp_path, f"{HEAD}\n{line}\n"), WANTED).rows
    assert (row.sscc, row.asn, row.box_no, row.box_count) == ("340123450000000017", "ASN-7", 2, 3)
    assert (row.weight_g, row.protected, row.unit_price, row.whole) == (1200, True, Money(9_990), True)


@pytest.mark.parametrize(
    ("cells", "refusal"),
    [
        ("12,,,,,", RowRefused(RowFact.NOT_A_CODE, "sscc", "12")),
        ("340123450000000018,,,,,", RowRefused(RowFact.CHECK_DIGIT, "sscc", "340123450000000018")),
        (",,3/2,,,", RowRefused(RowFact.NOT_A_NUMBER, "box", "3/2")),
        (",,0,,,", RowRefused(RowFact.NOT_A_NUMBER, "box", "0")),
        (",,,heavy,,", RowRefused(RowFact.NOT_A_NUMBER, "weight", "heavy")),
        (",,,0 g,,", RowRefused(RowFact.NOT_A_NUMBER, "weight", "0 g")),
        (",,,,perhaps,", RowRefused(RowFact.NOT_YES_OR_NO, "protected", "perhaps")),
    ],
)
def test_what_cannot_be_of_a_box_refuses_its_row_and_leaves_the_return_unwhole(
    tmp_path: Path, cells: str, refusal: RowRefused
) -> None:
    text = f"{HEAD}\nR-1,Dana,A,1,T-1,,,,,,\nR-1,Dana,B,1,T-1,{cells}\nR-2,Omer,A,1,,,,,,,\n"
    reading = read_expected(text_file(tmp_path, text), WANTED)
    assert [(row.line, row.refusal) for row in reading.refused] == [(3, refusal)]
    assert [(row.rma, row.whole) for row in reading.rows] == [("R-1", False), ("R-2", True)]


def test_a_row_that_cannot_be_read_at_all_leaves_every_return_unwhole(tmp_path: Path) -> None:
    reading = read_expected(text_file(tmp_path, "rma,customer,sku,quantity\nR-1,Dana,A,1\nR-2,Dana\n"), WANTED)
    assert [(row.rma, row.whole) for row in reading.rows] == [("R-1", False)]


def test_a_real_shops_sales_are_taken_or_refused_and_none_lost(shared_data: Path) -> None:
    path = shared_data / "sales_2010-12.csv"
    reading = read_sales(path, Import(TODAY, mapping=shipped_mapping("uci_sales")))
    with path.open(encoding="utf-8", newline="") as file:
        written = list(csv.DictReader(file))
    assert len(reading.rows) + len(reading.refused) == len(written) == 31_102
    returns = sum(row["InvoiceNo"].startswith("C") for row in written)
    facts = Counter(row.refusal.fact for row in reading.refused)
    assert facts[RowFact.NOT_A_SALE] >= returns == 507
    assert set(facts) <= {RowFact.NOT_A_SALE, RowFact.NOT_GOODS, RowFact.NO_PRICE}
    assert sum(row.quantity for row in reading.rows) == sum(
        int(row["Quantity"])
        for line, row in enumerate(written, start=2)
        if line not in {refused.line for refused in reading.refused}
    )


def test_the_sample_shops_sales_hold_every_announced_return_and_orders_nobody_announced() -> None:
    sales = read_sales(resource("sample", "sales.csv"), WANTED)
    announced = read_expected(resource("sample", "expected.csv"), WANTED).rows
    products = {row.sku: row for row in read_products(resource("sample", "products.csv"), WANTED).rows}
    assert not sales.refused
    sold = {(row.order, row.sku, row.serial): row for row in sales.rows}
    for row in announced:
        found = sold[row.order, row.sku, row.serial]
        assert (found.quantity, found.customer, found.phone) == (row.quantity, row.customer, row.phone)
        assert (found.sold, found.delivered) == (row.bought, row.delivered)
    assert len({row.order for row in sales.rows} - {row.order for row in announced}) >= 4
    assert all(bool(row.serial) == products[row.sku].serialised for row in sales.rows)
