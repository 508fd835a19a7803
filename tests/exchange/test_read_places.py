"""The shop's bins: read whole, or refused with line and reason."""

from datetime import date
from pathlib import Path

from returns_desk.domain.items import StockStatus
from returns_desk.exchange.read_places import read_places
from returns_desk.exchange.read_products import read_products
from returns_desk.exchange.reading import Import
from returns_desk.exchange.rows import PlaceRow
from returns_desk.resources import resource
from tests.exchange.files import text_file

WANTED = Import(date(2026, 11, 22))


def lines(folder: Path, *texts: str) -> Path:
    return text_file(folder, "\n".join(texts))


def test_a_place_is_read_with_what_it_holds(tmp_path: Path) -> None:
    file = lines(
        tmp_path,
        "code,name,status,categories",
        "A-03-2,ליד הדלת,available,kitchen; phones and tablets",
        "OB-1,,Open_Box,",
        "RTV-1,כלוב,לספק,",
        "BIN-7,,,toys|tools|toys",
    )
    reading = read_places(file, WANTED)
    assert reading.refused == ()
    assert reading.rows == (
        PlaceRow(2, "A-03-2", "ליד הדלת", StockStatus.AVAILABLE, ("kitchen", "phones and tablets")),
        PlaceRow(3, "OB-1", "", StockStatus.OPEN_BOX),
        PlaceRow(4, "RTV-1", "כלוב", StockStatus.SUPPLIER_RETURN),
        PlaceRow(5, "BIN-7", categories=("toys", "tools")),
    )


def test_what_is_no_place_is_refused_with_its_line(tmp_path: Path) -> None:
    file = lines(
        tmp_path, "code,status", "A-1,available", "a-1,", ",available", "B-1,gone", "B-2,somewhere", "ב-1,", "C 1 C 2,"
    )
    reading = read_places(file, WANTED)
    assert [row.code for row in reading.rows] == ["A-1"]
    assert [(row.line, str(row.refusal.fact)) for row in reading.refused] == [
        (3, "duplicate"),
        (4, "missing"),
        (5, "not a choice"),
        (6, "not a choice"),
        (7, "not a code"),
        (8, "not a code"),
    ]


def test_what_a_list_does_not_say_is_left_as_it_was(tmp_path: Path) -> None:
    (row,) = read_places(lines(tmp_path, "code", "A-1"), WANTED).rows
    assert row.unsaid == {"name", "status", "categories"}


def test_the_sample_shop_knows_the_place_of_each_of_its_products() -> None:
    places = {row.code: row for row in read_places(resource("sample", "places.csv"), WANTED).rows}
    products = read_products(resource("sample", "products.csv"), WANTED).rows
    for product in products:
        place = places[product.place]
        assert (place.status, place.categories) == (StockStatus.AVAILABLE, (product.category,))
    opened = {each for row in places.values() if row.status is StockStatus.OPEN_BOX for each in row.categories}
    assert "home" not in opened, "one category is asked about"
