"""Products of the catalogue."""

from collections.abc import Callable
from pathlib import Path

from returns_desk.domain.import_facts import RowFact
from returns_desk.domain.refusals import RowRefused
from returns_desk.exchange.mapping import Mapping
from returns_desk.exchange.reading import Family, Import, Seen, read_family
from returns_desk.exchange.record import Record
from returns_desk.exchange.rows import ProductRow, Reading

COLUMNS = (
    "sku",
    "codes",
    "carton_code",
    "carton_pieces",
    "name",
    "name_en",
    "category",
    "description",
    "cost",
    "price",
    "supplier",
    "supplier_sku",
    "serialised",
    "electrical",
    "weight_g",
    "place",
)


def read_products(path: Path, wanted: Import) -> Reading[ProductRow]:
    """Read a catalogue. One code may stand at two products (the desk asks which); one SKU may not."""
    return read_family(path, Family("products", COLUMNS, ("sku", "name"), _begin), wanted)


def _begin(_mapping: Mapping) -> Callable[[Record], ProductRow]:
    seen = Seen()

    def make(record: Record) -> ProductRow:
        row = _product(record)
        seen.once(row.sku, record.line)
        return row

    return make


def _product(record: Record) -> ProductRow:
    weight = record.whole("weight_g", least=0, default=-1)
    codes, cartons = record.codes("codes"), _carton_codes(record)
    return ProductRow(
        line=record.line,
        sku=record.key("sku", needed=True),
        name=record.text("name", needed=True),
        name_en=record.text("name_en"),
        codes=codes,
        carton_codes=cartons,
        carton_pieces=record.whole("carton_pieces", least=2) if cartons else 0,
        category=record.key("category"),
        description=record.text("description"),
        cost=record.money("cost"),
        price=record.money("price"),
        supplier=record.key("supplier"),
        supplier_sku=record.key("supplier_sku"),
        serialised=record.flag("serialised"),
        electrical=record.flag("electrical"),
        weight_g=weight if weight >= 0 else None,
        place=record.key("place"),
        unsaid=record.unsaid,
    )


def _carton_codes(record: Record) -> tuple[str, ...]:
    """The codes on cartons of the product; what stands on a single piece is no carton's."""
    cartons = record.codes("carton_code")
    for code in set(cartons) & set(record.codes("codes")):
        raise RowRefused(RowFact.NOT_A_CODE, "carton_code", code)
    return cartons
