"""Files of real shops: every row is either taken whole or refused with its line and reason."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from returns_desk.domain.import_facts import RowFact
from returns_desk.exchange.mapping import shipped_mapping
from returns_desk.exchange.read_expected import read_expected
from returns_desk.exchange.read_products import read_products
from returns_desk.exchange.reading import Import
from returns_desk.exchange.rows import ExpectedRow, Reading

TODAY = date(2026, 11, 22)
GOODS = {"POST", "DOT", "D", "M", "S", "B", "C2", "CRUK", "AMAZONFEE", "BANK CHARGES"}


@pytest.fixture(scope="module")
def returns(shared_data: Path) -> Reading[ExpectedRow]:
    path = shared_data / "returns_to_2011-05.csv"
    return read_expected(path, Import(TODAY, mapping=shipped_mapping("uci_returns")))


@pytest.fixture(scope="module")
def written(shared_data: Path) -> list[dict[str, str]]:
    with (shared_data / "returns_to_2011-05.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_all_products_of_a_hebrew_price_list_are_taken(shared_data: Path) -> None:
    wanted = Import(TODAY, mapping=shipped_mapping("israeli_price_list"))
    reading = read_products(shared_data / "products_he.csv", wanted)
    assert (len(reading.rows), reading.refused) == (5119, ())
    first = reading.rows[0]
    assert (first.sku, first.codes, first.name) == ("7290000149844", ("7290000149844",), "סינטבון")
    assert (str(first.price), first.cost, first.category) == ("7.90", None, "pharmacy")
    assert {len(code) for row in reading.rows for code in row.codes} == {8, 12, 13}


@pytest.mark.parametrize("encoding", ["cp1255", "utf-16"])
def test_the_price_list_reads_the_same_in_the_encodings_of_old_programs(
    shared_data: Path, tmp_path: Path, encoding: str
) -> None:
    wanted = Import(TODAY, mapping=shipped_mapping("israeli_price_list"))
    original = shared_data / "products_he.csv"
    copy = tmp_path / "copy.csv"
    text = original.read_text(encoding="utf-8").encode("cp1255", "ignore").decode("cp1255")
    copy.write_text(text, encoding=encoding)
    plain = tmp_path / "plain.csv"
    plain.write_text(text, encoding="utf-8")
    assert read_products(copy, wanted) == read_products(plain, wanted)


def test_every_return_line_is_taken_or_refused_and_none_lost(
    returns: Reading[ExpectedRow], written: list[dict[str, str]]
) -> None:
    assert (len(returns.rows), len(returns.refused)) == (3447, 987)
    lines = [row.line for row in returns.rows] + [refused.line for refused in returns.refused]
    assert sorted(lines) == list(range(2, len(written) + 2))


def test_the_refused_lines_are_those_that_are_no_customers_return_of_goods(
    returns: Reading[ExpectedRow], written: list[dict[str, str]]
) -> None:
    facts = Counter(refused.refusal.fact for refused in returns.refused)
    assert facts == {RowFact.NOT_A_RETURN: 651, RowFact.NOT_GOODS: 257, RowFact.NO_CUSTOMER: 79}
    for refused in returns.refused:
        row = written[refused.line - 2]
        assert not row["InvoiceNo"].startswith("C") or row["StockCode"] in GOODS or not row["CustomerID"]


def test_customers_lines_and_quantities_are_those_of_the_file(
    returns: Reading[ExpectedRow], written: list[dict[str, str]]
) -> None:
    for row in returns.rows:
        there = written[row.line - 2]
        assert row.rma == there["InvoiceNo"]
        assert row.customer == f"Customer {there['CustomerID']}"
        assert row.sku == there["StockCode"].upper()
        assert row.quantity == -int(there["Quantity"])
        assert row.create_product
        assert row.announced == date.fromisoformat(there["InvoiceDate"][:10])


def test_each_return_invoice_is_one_authorization(returns: Reading[ExpectedRow]) -> None:
    assert len({row.rma for row in returns.rows}) == 1486
    keys = [(row.rma, row.sku, row.repeat) for row in returns.rows]
    assert len(set(keys)) == len(keys)
    assert max(row.repeat for row in returns.rows) == 5


def test_sales_in_the_same_file_are_refused_and_its_returns_taken(shared_data: Path) -> None:
    path = shared_data / "sales_2010-12.csv"
    reading = read_expected(path, Import(TODAY, mapping=shipped_mapping("uci_returns")))
    assert len(reading.rows) + len(reading.refused) == 31_102
    assert len(reading.rows) == 464
