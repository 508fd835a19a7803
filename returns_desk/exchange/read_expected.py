"""Announced returns: one row is one line of a return authorization."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

from returns_desk.domain.grades import StatedReason, WantedOutcome
from returns_desk.domain.import_facts import RowFact
from returns_desk.domain.refusals import RowRefused
from returns_desk.exchange.mapping import Mapping
from returns_desk.exchange.reading import Family, Import, Seen, read_family
from returns_desk.exchange.record import Record
from returns_desk.exchange.rows import ExpectedRow, Reading

COLUMNS = (
    "rma",
    "tracking",
    "carrier",
    "order",
    "channel",
    "customer",
    "phone",
    "vip",
    "announced",
    "bought",
    "delivered",
    "expires",
    "stated",
    "wanted",
    "sku",
    "code",
    "description",
    "unit_price",
    "quantity",
    "serial",
    "note",
    "sscc",
    "asn",
    "box",
    "weight",
    "protected",
)
# rows of which not even the return can be told
_UNREAD = frozenset({RowFact.UNREADABLE, RowFact.QUOTES, RowFact.CELLS})


def read_expected(path: Path, wanted: Import) -> Reading[ExpectedRow]:
    """Read announced returns, in the file's order; lines of one return need not stand together.

    ``box`` is which of how many (``2/3``), ``weight`` the box's (``1.2 kg``, ``800 g``; a bare number is grams).
    """
    makers: list[_Maker] = []

    def begin(mapping: Mapping) -> _Maker:
        makers.append(_Maker(mapping))
        return makers[-1]

    reading = read_family(path, Family("expected", COLUMNS, ("rma", "customer", "quantity"), begin), wanted)
    broken = makers[0].broken
    if any(row.refusal.fact in _UNREAD for row in reading.refused):
        broken = {row.rma for row in reading.rows}
    rows = (replace(row, whole=False) if row.rma in broken else row for row in reading.rows)
    return Reading(tuple(rows), reading.refused)


class _Maker:
    """Makes the lines and holds them against the earlier ones of the same return."""

    def __init__(self, mapping: Mapping) -> None:
        self._mapping = mapping
        self._seen = Seen()
        self._customers: dict[str, tuple[str, int]] = {}
        self._repeats: Counter[tuple[str, ...]] = Counter()
        self.broken: set[str] = set()  # returns of which a row was refused

    def __call__(self, record: Record) -> ExpectedRow:
        try:
            return self._made(record)
        except RowRefused:
            self.broken.add(record.text("rma"))
            raise

    def _made(self, record: Record) -> ExpectedRow:
        row = _expected(record)
        if not (row.sku or row.code):
            raise RowRefused(RowFact.MISSING, "sku")
        customer, first = self._customers.get(row.rma, (row.customer, row.line))
        if customer != row.customer:
            raise RowRefused(RowFact.DIFFERS, "customer", str(first))
        key = (row.rma, row.sku, row.code, row.serial)
        if not self._mapping.repeats:
            self._seen.once(key, row.line)
        self._customers.setdefault(row.rma, (row.customer, row.line))
        self._repeats[key] += 1
        return replace(row, repeat=self._repeats[key], create_product=self._mapping.create_products)


def _expected(record: Record) -> ExpectedRow:
    codes = record.codes("code")
    box_no, box_count = record.part("box")
    return ExpectedRow(
        line=record.line,
        rma=record.key("rma", needed=True),
        tracking=record.words("tracking"),
        carrier=record.key("carrier"),
        order=record.key("order"),
        channel=record.key("channel"),
        customer=record.text("customer", needed=True),
        phone=record.key("phone"),
        vip=record.flag("vip"),
        announced=record.day("announced"),
        bought=record.day("bought"),
        delivered=record.day("delivered"),
        expires=record.day("expires"),
        stated=record.choice("stated", StatedReason) if record.text("stated") else None,
        wanted=record.choice("wanted", WantedOutcome, WantedOutcome.NONE),
        sku=record.key("sku"),
        code=codes[0] if codes else "",
        description=record.text("description"),
        unit_price=record.money("unit_price"),
        quantity=record.whole("quantity", least=1),
        serial=record.key("serial"),
        note=record.text("note"),
        sscc=record.unit("sscc"),
        asn=record.key("asn"),
        box_no=box_no,
        box_count=box_count,
        weight_g=record.grams("weight"),
        protected=record.flag("protected"),
        unsaid=record.unsaid,
    )
