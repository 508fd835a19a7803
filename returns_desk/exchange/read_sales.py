"""What the shop sold: one row is one line of an order, with the serial number where the shop knows it."""

from collections.abc import Callable
from pathlib import Path

from returns_desk.domain.import_facts import RowFact
from returns_desk.domain.refusals import RowRefused
from returns_desk.exchange.mapping import Mapping
from returns_desk.exchange.reading import Family, Import, Seen, read_family
from returns_desk.exchange.record import Record
from returns_desk.exchange.rows import Reading, SaleRow

COLUMNS = (
    "order",
    "sku",
    "code",
    "description",
    "quantity",
    "serial",
    "price",
    "sold",
    "delivered",
    "customer",
    "phone",
    "channel",
)


def read_sales(path: Path, wanted: Import) -> Reading[SaleRow]:
    """Read what was sold, in the file's order; lines of one order need not stand together."""
    return read_family(path, Family("sales", COLUMNS, ("order", "quantity"), _begin), wanted)


def _begin(mapping: Mapping) -> Callable[[Record], SaleRow]:
    seen = Seen()

    def make(record: Record) -> SaleRow:
        codes = record.codes("code")
        row = SaleRow(
            line=record.line,
            order=record.key("order", needed=True),
            sku=record.key("sku"),
            quantity=record.whole("quantity", least=1),
            code=codes[0] if codes else "",
            description=record.text("description"),
            serial=record.key("serial"),
            unit_price=record.money("price"),
            sold=record.day("sold"),
            delivered=record.day("delivered"),
            customer=record.text("customer"),
            phone=record.key("phone"),
            channel=record.key("channel"),
            create_product=mapping.create_products,
        )
        if not (row.sku or row.code):
            raise RowRefused(RowFact.MISSING, "sku")
        if not mapping.repeats:
            seen.once((row.order, row.sku, row.code, row.serial), row.line)
        return row

    return make
