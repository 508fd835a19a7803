"""The shop's customers."""

from collections.abc import Callable
from pathlib import Path

from returns_desk.exchange.mapping import Mapping
from returns_desk.exchange.reading import Family, Import, Seen, read_family
from returns_desk.exchange.record import Record
from returns_desk.exchange.rows import CustomerRow, Reading

COLUMNS = ("number", "name", "phone", "email", "vip", "language")


def read_customers(path: Path, wanted: Import) -> Reading[CustomerRow]:
    """Read customers; the shop's own number names each."""
    return read_family(path, Family("customers", COLUMNS, ("number", "name"), _begin), wanted)


def _begin(_mapping: Mapping) -> Callable[[Record], CustomerRow]:
    seen = Seen()

    def make(record: Record) -> CustomerRow:
        row = CustomerRow(
            line=record.line,
            number=record.key("number", needed=True),
            name=record.text("name", needed=True),
            phone=record.key("phone"),
            email=record.address("email"),
            vip=record.flag("vip"),
            language=record.language("language"),
        )
        seen.once(row.number, record.line)
        return row

    return make
