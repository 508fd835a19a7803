"""A mapping file says which of a shop's columns gives which field."""

from datetime import date
from pathlib import Path

import pytest

from returns_desk.domain.import_facts import FileFact, RowFact
from returns_desk.domain.money import Money
from returns_desk.domain.refusals import ImportRefused
from returns_desk.exchange.mapping import Mapping, load_mapping
from returns_desk.exchange.read_expected import read_expected
from returns_desk.exchange.read_products import read_products
from returns_desk.exchange.reading import Import

from .files import text_file

TODAY = date(2026, 11, 22)
EXPECTED = """
family = "expected"
currency = "EUR"
create_products = true
repeats = true
[fields]
rma = "Beleg"
sku = { column = "Artikel", case = "upper" }
code = { column = "EAN", pad = 12 }
quantity = { column = "Menge", sign = "flip" }
announced = { column = "Datum", date = "%d.%m.%y %H:%M" }
customer = { column = "Kunde", prefix = "Nr. " }
channel = { constant = "post" }
[[refuse]]
column = "Artikel"
like = ["porto*", "RABATT"]
fact = "not goods"
[[refuse]]
column = "Beleg"
unlike = ["R-*"]
fact = "not a return"
"""
FILE = """Beleg;Artikel;EAN;Menge;Datum;Kunde
R-1;ab-1;70942003117;-2;05.03.26 10:00;44
R-1;ab-1;70942003117;-1;05.03.26 10:00;44
R-1;PORTO 5;;-1;05.03.26 10:00;44
V-1;ab-1;;-1;05.03.26 10:00;44
R-2;ab-2;;3;05.03.26 10:00;44
R-3;ab-2;;-3;2026;44
"""


def mapping(folder: Path, text: str) -> Mapping:
    return load_mapping(text_file(folder, text, name="map.toml"))


def test_every_field_comes_from_where_the_mapping_says(tmp_path: Path) -> None:
    reading = read_expected(text_file(tmp_path, FILE), Import(TODAY, mapping=mapping(tmp_path, EXPECTED)))
    first, second = reading.rows
    assert (first.rma, first.sku, first.code, first.quantity) == ("R-1", "AB-1", "070942003117", 2)
    assert (first.customer, first.channel, first.announced) == ("Nr. 44", "post", date(2026, 3, 5))
    assert first.create_product
    assert (first.repeat, second.repeat, second.quantity) == (1, 2, 1)


def test_rows_that_are_none_are_refused_with_the_mappings_reason(tmp_path: Path) -> None:
    reading = read_expected(text_file(tmp_path, FILE), Import(TODAY, mapping=mapping(tmp_path, EXPECTED)))
    assert [(refused.line, refused.refusal.fact) for refused in reading.refused] == [
        (4, RowFact.NOT_GOODS),
        (5, RowFact.NOT_A_RETURN),
        (6, RowFact.NOT_A_NUMBER),
        (7, RowFact.NOT_A_DATE),
    ]


def test_without_a_mapping_the_columns_bear_our_own_names_in_any_order_and_case(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Name,SKU,strange,price\nCup,C-1,x,12.50\n")
    row = read_products(path, Import(TODAY, currency="USD")).rows[0]
    assert (row.sku, row.name, row.price) == ("C-1", "Cup", Money(1250, "USD"))


def test_missing_columns_are_named(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused) as caught:
        read_products(text_file(tmp_path, "code,price\n1,2\n"), Import(TODAY))
    assert caught.value == ImportRefused(FileFact.COLUMNS, columns=("name", "sku"))


def test_columns_that_a_mapping_names_must_be_there(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Beleg;Artikel\n1;2\n")
    with pytest.raises(ImportRefused) as caught:
        read_expected(path, Import(TODAY, mapping=mapping(tmp_path, EXPECTED)))
    assert caught.value.columns == ("Datum", "EAN", "Kunde", "Menge")


def test_a_mapping_of_another_family_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused) as caught:
        read_products(text_file(tmp_path, FILE), Import(TODAY, mapping=mapping(tmp_path, EXPECTED)))
    assert caught.value.fact == FileFact.MAPPING


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not toml",
        'family = "parcels"',
        'family = "products"\nstrange = 1',
        'family = "products"\n[fields]\nsku = {}',
        'family = "products"\n[fields]\nsku = 5',
        'family = "products"\n[fields]\nsku = { column = "a", strange = "b" }',
        'family = "products"\n[fields]\nsku = { column = "a", sign = "plus" }',
        'family = "products"\n[fields]\nsku = { column = "a", pad = "12" }',
        'family = "products"\nfields = "sku"',
        'family = "products"\n[[refuse]]\ncolumn = "a"\nfact = "not goods"',
        'family = "products"\n[[refuse]]\ncolumn = "a"\nlike = ["b"]\nfact = "no fact of ours"',
        'family = "products"\n[[refuse]]\nlike = ["b"]\nfact = "not goods"',
        'family = "products"\nrefuse = 7',
    ],
)
def test_a_mapping_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ImportRefused) as caught:
        mapping(tmp_path, text)
    assert caught.value.fact == FileFact.MAPPING


def test_a_field_that_the_family_does_not_have_is_refused(tmp_path: Path) -> None:
    wrong = mapping(tmp_path, 'family = "products"\n[fields]\nsku = "a"\nname = "a"\ncolour = "a"')
    with pytest.raises(ImportRefused) as caught:
        read_products(text_file(tmp_path, "a\n1\n"), Import(TODAY, mapping=wrong))
    assert caught.value == ImportRefused(FileFact.MAPPING, "colour")


def test_a_missing_mapping_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused) as caught:
        load_mapping(tmp_path / "none.toml")
    assert caught.value == ImportRefused(FileFact.MISSING, "none.toml")
