"""The shop's bins, shelves and cages: what each holds."""

from collections.abc import Callable
from pathlib import Path

from returns_desk.domain.codes import lookup_key
from returns_desk.domain.import_facts import RowFact
from returns_desk.domain.items import StockStatus
from returns_desk.domain.places import HELD_STATUSES
from returns_desk.domain.refusals import RowRefused
from returns_desk.exchange.mapping import Mapping
from returns_desk.exchange.reading import Family, Import, Seen, read_family
from returns_desk.exchange.record import Record
from returns_desk.exchange.rows import PlaceRow, Reading

COLUMNS = ("code", "name", "status", "categories")
_STATUSES = {status.value: status for status in HELD_STATUSES} | {
    "זמין": StockStatus.AVAILABLE,
    "אריזה פתוחה": StockStatus.OPEN_BOX,
    "הסגר": StockStatus.QUARANTINE,
    "לספק": StockStatus.SUPPLIER_RETURN,
    "לתרומה": StockStatus.DONATION,
    "למיחזור": StockStatus.RECYCLING,
}


def read_places(path: Path, wanted: Import) -> Reading[PlaceRow]:
    """Read the places. An empty status holds anything; categories are parted by ``;`` or ``|``."""
    return read_family(path, Family("places", COLUMNS, ("code",), _begin), wanted)


def _begin(_mapping: Mapping) -> Callable[[Record], PlaceRow]:
    seen = Seen()

    def make(record: Record) -> PlaceRow:
        codes = record.codes("code")
        if len(codes) != 1:
            raise RowRefused(RowFact.NOT_A_CODE if codes else RowFact.MISSING, "code", record.text("code")[:40])
        row = PlaceRow(
            line=record.line,
            code=codes[0],
            name=record.text("name"),
            status=_status(record),
            categories=_categories(record),
            unsaid=record.unsaid,
        )
        seen.once(lookup_key(row.code), row.line)
        return row

    return make


def _status(record: Record) -> StockStatus | None:
    said = record.text("status")
    if not said:
        return None
    status = _STATUSES.get(" ".join(said.casefold().replace("_", " ").replace("-", " ").split()))
    if status is None:
        raise RowRefused(RowFact.NOT_A_CHOICE, "status", said[:40])
    return status


def _categories(record: Record) -> tuple[str, ...]:
    """Names of categories, which may hold blanks."""
    parts = record.text("categories").replace("|", ";").split(";")
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))
